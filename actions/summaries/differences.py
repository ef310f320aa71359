"""How two tellings of a report differ, in plain words: where, what the one says, what the other."""

from collections.abc import Iterator
from dataclasses import dataclass

NOTHING = "nothing"
LONGEST = 120
# What tells the entries of a list apart: the first that each of them has, and no two the same.
NAMES = ["ref", "kind", "status", "colour", "flag", "inspection", "label"]
# Said by the service, not by people or by counting: a later version may say it in other words.
SERVICE_WORDS = {
    *("schema", "key", "how_made", "rule", "sentences", "moved_in_words", "due", "original_due", "inspection"),
    *("label", "status_label", "colour_label", "before_label", "after_label"),
}


@dataclass(frozen=True)
class Difference:
    """Headline, statuses, complete, number: 19 in the report, 18 by the record."""

    path: tuple[str, ...]
    frozen: str
    now: str

    @property
    def sentence(self) -> str:
        where = ", ".join(step.replace("_", " ") for step in self.path)
        return f"{where[:1].upper()}{where[1:]}: {self.frozen} in the report, {self.now} by the record."


def differences(frozen: dict, now: dict) -> list[Difference]:
    """In the order of the report.

    A version of the service that tells more, or in other words, says so by another schema. Of a report
    from before, what people wrote and what was counted is then compared, so far as both tell it.
    """
    only_facts = frozen.get("schema") != now.get("schema")
    return list(_between((), frozen, now, only_facts))


def _between(path: tuple[str, ...], frozen: object, now: object, only_facts: bool) -> Iterator[Difference]:
    if isinstance(frozen, dict) and isinstance(now, dict):
        for key in _keys(frozen, now, only_facts):
            yield from _between((*path, key), frozen.get(key), now.get(key), only_facts)
    elif isinstance(frozen, list) and isinstance(now, list):
        yield from _between_lists(path, frozen, now, only_facts)
    elif frozen != now or type(frozen) is not type(now):
        yield Difference(path, in_words(frozen), in_words(now))


def _keys(frozen: dict, now: dict, only_facts: bool) -> list[str]:
    if only_facts:
        return [key for key in frozen if key in now and key not in SERVICE_WORDS]
    return list({**frozen, **now})


def _between_lists(path: tuple[str, ...], frozen: list, now: list, only_facts: bool) -> Iterator[Difference]:
    before, after = _named(frozen, now, only_facts)
    for name in {**before, **after}:
        yield from _between((*path, name), before.get(name), after.get(name), only_facts)
    if before.keys() == after.keys() and list(before) != list(after):
        yield Difference((*path, "order"), in_words(list(before)), in_words(list(after)))


def _named(frozen: list, now: list, only_facts: bool) -> tuple[dict, dict]:
    """The entries of both lists by what they are called, else by their place."""
    names = (name for name in NAMES if not (only_facts and name in SERVICE_WORDS))
    name = next((name for name in names if _tells_apart(name, frozen) and _tells_apart(name, now)), None)
    if name:
        return tuple({entry[name]: entry for entry in entries} for entries in (frozen, now))
    return tuple({f"number {place}": entry for place, entry in enumerate(entries, 1)} for entries in (frozen, now))


def _tells_apart(name: str, entries: list) -> bool:
    values = [entry.get(name) if isinstance(entry, dict) else None for entry in entries]
    return all(isinstance(value, str) for value in values) and len(set(values)) == len(values)


def in_words(value: object) -> str:
    if value is None or value in ("", [], {}):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return next((in_words(value[name]) for name in NAMES if isinstance(value.get(name), str)), "an entry")
    if isinstance(value, list):
        return ", ".join(in_words(entry) for entry in value)
    if isinstance(value, str):
        return f"“{value}”" if len(value) <= LONGEST else f"“{value[:LONGEST]}…”"
    return str(value)
