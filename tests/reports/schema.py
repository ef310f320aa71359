"""Holds a content against docs/progress-report.schema.json: the part of JSON Schema that it uses.

Stricter than the schema in one point: a key that it does not name is a misfit, so that nobody adds one in silence.
"""

import json
import re
from functools import cache
from pathlib import Path

from django.conf import settings

_TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
_KNOWN = {"$ref", "type", "const", "enum", "pattern", "minimum", "properties", "required", "items"}
_WORDS = {"$schema", "$id", "$defs", "title", "description", "format"}


@cache
def schema() -> dict:
    return json.loads(Path(settings.BASE_DIR, "docs/progress-report.schema.json").read_text("utf-8"))


def misfits(value, rule: dict | None = None, at: str = "report") -> list[str]:
    """Where the value is not as the schema says; each place in words."""
    rule = schema() if rule is None else rule
    if "$ref" in rule:
        rule = schema()["$defs"][rule["$ref"].rpartition("/")[2]] | {k: v for k, v in rule.items() if k != "$ref"}
    assert set(rule) <= _KNOWN | _WORDS, f"Teach this checker: {set(rule) - _KNOWN - _WORDS}"
    return [*_plain_misfits(value, rule, at), *_inner_misfits(value, rule, at)]


def _plain_misfits(value, rule: dict, at: str) -> list[str]:
    types = rule.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(_is(value, name) for name in types):
        return [f"{at} is {value!r}, not {' or '.join(types)}"]
    wrong = []
    if "const" in rule and value != rule["const"]:
        wrong.append(f"{at} is {value!r}, not {rule['const']!r}")
    if "enum" in rule and value not in rule["enum"]:
        wrong.append(f"{at} is {value!r}, none of {rule['enum']}")
    if "pattern" in rule and isinstance(value, str) and not re.search(rule["pattern"], value):
        wrong.append(f"{at} is {value!r}, not like {rule['pattern']}")
    if "minimum" in rule and isinstance(value, int) and value < rule["minimum"]:
        wrong.append(f"{at} is {value}, less than {rule['minimum']}")
    return wrong


def _is(value, name: str) -> bool:
    return isinstance(value, _TYPES[name]) and not (name == "integer" and isinstance(value, bool))


def _inner_misfits(value, rule: dict, at: str) -> list[str]:
    wrong = []
    if isinstance(value, dict) and "properties" in rule:
        wrong += [f"{at} lacks {name}" for name in rule.get("required", []) if name not in value]
        for name, inner in value.items():
            known = rule["properties"].get(name)
            wrong += [f"{at}.{name} is not in the schema"] if known is None else misfits(inner, known, f"{at}.{name}")
    if isinstance(value, list) and "items" in rule:
        for place, inner in enumerate(value):
            wrong += misfits(inner, rule["items"], f"{at}[{place}]")
    return wrong
