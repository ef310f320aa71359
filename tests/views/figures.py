"""Following every figure on every page, as each role sees it, on random days.

A figure is marked `data-figure`. Where it is linked, the page it leads to shows as many rows, and so
does the CSV of just those rows; where the link names a part of that page (`#left`), that part holds as many
elements marked `data-row="left"`. Where it counts what stands on its own page it says so:
`data-counts="left"` means the elements marked `data-row="left"`. A figure of nothing may lead nowhere.
"""

import csv
import io
import random
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from lxml import html

from actions.choices import Role, Status
from tests.factories import (
    make_action,
    make_agreed_date,
    make_answer,
    make_body,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_finding,
    make_inspection,
    make_judgement,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
)

from .test_every_url import PAGES

SEED = 20190710
STARTS_ON, LAST_DAY = date(2019, 4, 1), date(2020, 9, 30)
UNCOUNTED = {"rows"}  # the list itself, which whatever leads to it counts


@dataclass(frozen=True)
class Figure:
    name: str
    number: int
    leads_to: str
    counts: str


def parsed(response) -> html.HtmlElement:
    """By lxml, ten times as quick as html5lib: a thousand pages are read here."""
    return html.document_fromstring(response.content.decode(), parser=html.HTMLParser(remove_comments=True))


def figures_on(page: html.HtmlElement) -> list[Figure]:
    parents = {child: parent for parent in page.iter() for child in parent}

    def link_of(element: html.HtmlElement | None) -> str:
        while element is not None and element.tag != "a":
            element = parents.get(element)
        return "" if element is None else element.get("href", "")

    return [
        Figure(
            element.get("data-figure"),
            int("".join(element.itertext())),
            link_of(element),
            element.get("data-counts", ""),
        )
        for element in page.iter()
        if element.get("data-figure")
    ]


def rows_marked(page: html.HtmlElement, names: str) -> int:
    return sum(element.get("data-row") in names.split() for element in page.iter())


def counted_at(client, address: str) -> dict[str, int]:
    """What a list says it holds, and what its CSV holds; or what a part of a page holds."""
    address, _, part = address.partition("#")
    page = parsed(client.get(address))
    if part:
        return {"in that part": rows_marked(page, part)}
    said = next(figure.number for figure in figures_on(page) if figure.name == "rows")
    file = next(link.get("href") for link in page.iter("a") if "CSV" in "".join(link.itertext()))
    rows = list(csv.reader(io.StringIO(client.get(file).content.decode("utf-8-sig"))))
    return {"said": said, "in the file": len(rows) - 1}


def make_eventful_plan(chance: random.Random):
    """Nine actions that start, slip, are re-dated, completed, verified or closed at random, and eight questions."""
    partnership = make_partnership()
    committee = make_body(partnership)
    for day in [date(2019, 5, 15), date(2019, 9, 18), date(2020, 1, 15), date(2020, 6, 10)]:
        make_meeting(committee, held_on=day, papers_due_on=day - timedelta(days=8))
    leads = [make_organisation(partnership) for _ in range(3)]
    inspection = make_inspection(partnership)
    answered, bare = make_finding(inspection), make_finding(inspection)
    make_judgement(answered, judged_on=date(2019, 8, 30))
    make_judgement(bare, judged_on=date(2020, 3, 2), is_sufficient=True)
    plan = make_plan(partnership, starts_on=STARTS_ON)
    priorities = [make_priority(plan) for _ in range(3)]
    for _ in range(9):
        start = chance.choice([None, STARTS_ON + timedelta(days=chance.randint(0, 300))])
        due = (start or STARTS_ON) + timedelta(days=chance.randint(30, 400))
        action = make_action(
            priority=chance.choice(priorities),
            lead_organisation=chance.choice(leads),
            planned_start_on=start,
            original_due_on=due,
            added_on=STARTS_ON if chance.random() < 0.8 else STARTS_ON + timedelta(days=90),
        )
        action.findings.set(chance.sample([answered], k=chance.randint(0, 1)))
        _live(action, chance)
    for _ in range(8):
        _ask(plan, committee, chance.choice(leads), chance)
    return plan, leads[0]


def _live(action, chance: random.Random) -> None:
    day = action.added_on
    for _ in range(chance.randint(0, 6)):
        day += timedelta(days=chance.randint(5, 90))
        status = chance.choices(list(Status), weights=[3, 1, 4, 3, 1])[0]
        make_update(action, status, day, reason="A post is vacant.")
        if chance.random() < 0.3:
            make_evidence(action, added_on=day)
        if chance.random() < 0.3:
            to_on = action.original_due_on + timedelta(days=chance.randint(10, 200))
            if chance.random() < 0.5:
                make_date_change(action, to_on=to_on, asked_on=day)
            else:
                make_agreed_date(action, to_on, day)


def _ask(plan, committee, organisation, chance: random.Random) -> None:
    asked_on = STARTS_ON + timedelta(days=chance.randint(0, 400))
    about = chance.sample(list(plan.actions.all()), k=chance.randint(0, 2))
    enquiry = make_enquiry(plan.partnership, body=committee, addressed_to=organisation, asked_on=asked_on, about=about)
    if chance.random() < 0.6:
        make_answer(enquiry, asked_on + timedelta(days=chance.randint(10, 150)))


def addresses(plan) -> list[str]:
    """Every page that a figure can stand on: all but forms, files and what is about one record."""
    of = {"_of_plan": plan.pk, "_of_partnership": plan.partnership.slug}
    return [
        reverse(name, args=[of[page.args.__name__]])
        for name, page in PAGES.items()
        if page.args.__name__ in of
        and page.member == 200
        and not name.endswith(("-csv", "-sheet", "-template", "-brand"))
    ]


def read(client, plan, on: date) -> dict[str, tuple[list[Figure], html.HtmlElement]]:
    """The figures of each page that this person may see."""
    answers = {address: client.get(address, {"on": on.isoformat()}) for address in addresses(plan)}
    pages = {address: parsed(response) for address, response in answers.items() if response.status_code == 200}
    return {address: (figures_on(page), page) for address, page in pages.items()}


def wrong_on(client, page: html.HtmlElement, figures: list[Figure], followed: dict[str, dict[str, int]]) -> list[str]:
    wrong = []
    for figure in figures:
        if figure.counts:
            counted = {"on the page": rows_marked(page, figure.counts)}
        elif figure.leads_to:
            if figure.leads_to not in followed:
                followed[figure.leads_to] = counted_at(client, figure.leads_to)
            counted = followed[figure.leads_to]
        elif figure.number == 0 or figure.name in UNCOUNTED:
            continue
        else:
            counted = {"anywhere": None}
        if set(counted.values()) != {figure.number}:
            wrong.append(f"{figure} counts {counted}")
    return wrong


def follow_every_figure(client, numbers: range) -> None:
    """On some of ten days; each role on days of its own, and on these it sees what the next role sees."""
    chance = random.Random(SEED)
    plan, lead = make_eventful_plan(chance)
    people = {role: make_member(plan.partnership, role=role, organisation=lead) for role in Role}
    span = (LAST_DAY - STARTS_ON).days
    days = [STARTS_ON + timedelta(days=chance.randint(0, span)) for _ in range(10)]
    followed: dict[str, dict[str, int]] = {}

    for number in numbers:
        on = days[number]
        follower, other = [list(Role)[place % len(Role)] for place in (number, number + 1)]
        client.force_login(people[other])
        seen_by_other = read(client, plan, on)
        client.force_login(people[follower])
        for address, (figures, page) in read(client, plan, on).items():
            assert wrong_on(client, page, figures, followed) == [], (
                f"{address} on {on} as {follower.label}, seed {SEED}"
            )
            if address in seen_by_other and _is_of_all(address):
                assert seen_by_other[address][0] == figures, f"{address} on {on} as {follower.label} and {other.label}"

    assert len(followed) > 20 * len(numbers)


def _is_of_all(address: str) -> bool:
    """What an officer owes is another list for each person."""
    return "my-actions" not in address
