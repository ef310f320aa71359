"""A report that an earlier schema told, as today's would tell it: what it did not say follows from what it says."""


def as_told_today(content: dict) -> dict:
    """Schema 1 said of its actions alone which are illustrative, and left the change of the total to the reader."""
    return content | {key: bring(content[key], content) for key, bring in _BROUGHT.items() if key in content}


def _headline(headline: dict, content: dict) -> dict:
    changes = [status["change"] for status in headline["statuses"]]
    return {"change": None if None in changes else sum(changes)} | headline


def _moved(moved: list[dict], content: dict) -> list[dict]:
    return [kind | {"moves": _marked(kind["moves"], content)} for kind in moved]


def _marked(lines: list[dict], content: dict) -> list[dict]:
    marked = {action["ref"] for action in content.get("actions", []) if action.get("is_illustrative")}
    return [{"is_illustrative": line["ref"] in marked} | line for line in lines]


_BROUGHT = {"headline": _headline, "moved": _moved, "dates_to_agree": _marked}
