"""Walks a page by Tab, as somebody does who uses no mouse."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

MANY = 300  # presses of Tab: more than any page of ours needs

# Remembers how everything looks while nothing has the focus, and gives each thing to press a number in reading order.
# A group of radio buttons is one stop; its focus may show on a label's box, because the button itself is invisible.
GET_READY = """() => {
  const SHOWN_BY = ["outline", "boxShadow", "backgroundColor", "color", "borderColor", "clip", "clipPath"];
  const faces = (element) => [element, ...(element.labels ?? [])].flatMap((part) =>
    [null, "::before", "::after"].map((pseudo) => getComputedStyle(part, pseudo)));
  const look = (element) => faces(element).map((face) => SHOWN_BY.map((name) => face[name]).join("|")).join("\\n");
  const name = (element) => element.name && element.type === "radio" ? `radio buttons ${element.name}` :
    `${element.tagName.toLowerCase()} ${(element.labels?.[0] ?? element).textContent.trim().replace(/\\s+/g, " ")}`;
  const isStop = (element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled
    && (element.type !== "radio" || element === radioOf(element));
  const radioOf = ({form, name}) => {
    const group = [...form.elements[name]];
    return group.find((radio) => radio.checked) ?? group[0];
  };
  const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary,"
    + " [tabindex='0']")].filter(isStop);
  document.documentElement.tabIndex = -1;
  document.documentElement.focus();
  document.documentElement.removeAttribute("tabindex");
  const before = new Map(stops.map((element) => [element, look(element)]));
  window.stops = stops.map(name);
  window.whereAmI = () => {
    const here = document.activeElement;
    const number = stops.indexOf(here);
    return {number, name: name(here), isSeen: before.get(here) !== look(here)};
  };
}"""


@dataclass(frozen=True)
class Walk:
    reached: list[str]
    unseen: list[str]  # reached, but nothing on the screen tells that the focus is there
    to_reach: list[str]  # all that can be pressed or filled, in reading order


def walk_by_tab(page: Page) -> Walk:
    """What Tab comes to, one after the other, until it leaves the page. A date is one stop, and its parts many."""
    page.evaluate(GET_READY)
    walked = []
    for _ in range(MANY):
        page.keyboard.press("Tab")
        here = page.evaluate("whereAmI()")
        if here["number"] == -1:
            break
        if walked and walked[-1]["number"] == here["number"]:
            continue
        walked.append(here)
    return Walk(
        reached=[here["name"] for here in walked],
        unseen=[here["name"] for here in walked if not here["isSeen"]],
        to_reach=page.evaluate("stops"),
    )


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if target.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {target}.")
