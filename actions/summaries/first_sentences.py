"""First sentences for a draft, worked out from its own figures: the chair and the leads edit them as they like."""

from datetime import date

from actions.choices import Rag, Status
from actions.periods import in_full


def first_words(content: dict) -> str:
    """For the chair: Of 94 actions 18 are complete, none of them verified yet; 8 are delayed or at risk, 7 more …"""
    headline = content["headline"]
    if not headline["total"]:
        return "The plan has no action yet."
    sentences = [
        f"{_completed(headline)}; {_delayed(headline, content['report']['compared_with_on'])}.",
        _not_started(content["not_started"]),
        _past_their_dates(headline["colours"]),
        _asked_of_the_board(content["dates_to_agree"]),
    ]
    return " ".join(filter(None, sentences))


def first_words_on(priority: dict) -> str:
    """For who leads it. Of 20 actions 4 are complete, 10 are on track, 5 have not started and 1 is delayed…"""
    total, numbers = priority["total"], _numbers(priority)
    if not total:
        return "No action stands under this priority yet."
    parts = [
        _are(numbers[Status.COMPLETE], "complete"),
        _are(numbers[Status.ON_TRACK], "on track"),
        _have_not_started(numbers[Status.NOT_STARTED]),
        _are(numbers[Status.DELAYED], "delayed or at risk"),
    ]
    told = [part for part in parts if not part.startswith("0 ")]
    return " ".join(filter(None, [f"Of {_actions(total)} {_listed(told)}.", _past_their_dates(priority["colours"])]))


def _numbers(counted: dict) -> dict[str, int]:
    return {entry["status"]: entry["number"] for entry in counted["statuses"]}


def _completed(headline: dict) -> str:
    number, verified = _numbers(headline)[Status.COMPLETE], headline["verified"]
    if not number:
        return f"Of {_actions(headline['total'])} none is complete yet"
    who = {0: "none of them verified yet", number: "all of them verified"}.get(verified, f"{verified} of them verified")
    if number == 1:
        who = "verified" if verified else "not yet verified"
    return f"Of {_actions(headline['total'])} {_are(number, 'complete')}, {who}"


def _delayed(headline: dict, compared_with_on: str | None) -> str:
    [delayed] = [entry for entry in headline["statuses"] if entry["status"] == Status.DELAYED]
    said = _are(delayed["number"], "delayed or at risk") if delayed["number"] else "none is delayed or at risk"
    if compared_with_on is None:
        return said
    change, day = delayed["change"], in_full(date.fromisoformat(compared_with_on))
    if not change:
        return f"{said}, as many as on {day}"
    return f"{said}, {abs(change)} {'more' if change > 0 else 'fewer'} than on {day}"


def _not_started(kinds: list[dict]) -> str:
    """The first kind is of those that should have."""
    number, late = sum(len(kind["actions"]) for kind in kinds), len(kinds[0]["actions"])
    if not number:
        return ""
    should = {0: "", number: ", and should have"}.get(late, f", and {late} of these should have")
    return f"{_have_not_started(number)}{should}."


def _past_their_dates(colours: list[dict]) -> str:
    red = sum(entry["number"] for entry in colours if entry["colour"] == Rag.RED)
    return f"By their dates {_are(red, 'red')}." if red else ""


def _asked_of_the_board(dates: list[dict]) -> str:
    if not dates:
        return ""
    return f"The board is asked to decide about {'a new date' if len(dates) == 1 else f'{len(dates)} new dates'}."


def _actions(number: int) -> str:
    return "1 action" if number == 1 else f"{number} actions"


def _are(number: int, what: str) -> str:
    return f"{number} {'is' if number == 1 else 'are'} {what}"


def _have_not_started(number: int) -> str:
    return f"{number} {'has' if number == 1 else 'have'} not started"


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
