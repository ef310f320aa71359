"""What a browser would send from a page's form with these words typed into it."""

from tests.views.test_plans import page


def filled(response, *, to: str = "", **typed) -> dict[str, str]:
    """Every field as it stands on the page, with what is typed now. `to` names one of several forms by its address."""
    form = next(form for form in page(response).iter("form") if (form.get("action") or "") == to)
    fields = {}
    for element in form.iter():
        name = element.get("name")
        if name and element.tag == "textarea":
            fields[name] = (element.text or "").removeprefix("\n")
        elif name and element.tag == "select":
            chosen = [option.get("value") for option in element.iter("option") if option.get("selected") is not None]
            fields[name] = chosen[0] if chosen else ""
        elif name and element.tag == "input" and _is_sent(element):
            fields[name] = element.get("value") or ""
    return fields | typed


def _is_sent(element) -> bool:
    kind = element.get("type")
    return kind != "file" and (kind not in {"radio", "checkbox"} or element.get("checked") is not None)


def words_on(response) -> str:
    """All that can be read, without the spaces of the markup."""
    return " ".join("".join(page(response).itertext()).split())
