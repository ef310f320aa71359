"""Guards the templates: they parse, they say and do not work out, and nothing in them runs or styles by itself."""

import re
from pathlib import Path

import pytest
from django.template import engines

from actions.choices import Rag, Status
from sendtracker.env import BASE_DIR
from tests.house import modules, shown

FOLDER = BASE_DIR / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*") if path.is_file())
PAGES = [path for path in TEMPLATES if path.suffix == ".html"]


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(FOLDER)) for path in paths]


def breaches(pattern: str, *, in_tags: bool) -> list[str]:
    """Where the pattern stands in the templates' own tags, or in the markup between them."""
    tag = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
    found = []
    for path in PAGES:
        text = path.read_text("utf-8")
        parts = tag.findall(text) if in_tags else [tag.sub(" ", text)]
        found += [
            f"{shown(path)}: {hit.group(0)}" for part in parts for hit in re.finditer(pattern, part, re.IGNORECASE)
        ]
    return found


@pytest.mark.parametrize("name", names(TEMPLATES))
def test_template_parses(name):
    template = engines["django"].get_template(name)

    assert template.origin.template_name == name


def test_templates_hold_no_inline_script():
    assert breaches(r"<script(?![^>]*\ssrc=)[^>]*>", in_tags=False) == [], (
        "Put the script in static/js; give it data by json_script."
    )


def test_templates_hold_no_inline_style():
    assert breaches(r"<style\b|\sstyle\s*=", in_tags=False) == [], "Put the style in static/css behind a class."


def test_templates_hold_no_event_attributes():
    assert breaches(r"\son[a-z]+\s*=|javascript:", in_tags=False) == [], "Listen for the event in static/js."


def test_templates_trust_no_text():
    assert breaches(r"\|\s*safe(seq)?\b|autoescape", in_tags=True) == [], (
        "Leave escaping on. Markup that a function made is marked by format_html there."
    )


def test_code_trusts_no_text():
    pattern = re.compile(
        r"\bmark_safe\(|\bSafeString\(|\b__html__\b|allow_tags|[\"']style[\"']\s*:|[\"']on[a-z]+[\"']\s*:"
    )
    found = [f"{shown(path)}: {hit}" for path in modules("actions") for hit in pattern.findall(path.read_text("utf-8"))]

    assert found == [], "Build markup in a template or by format_html, and styles and events in static/."


def test_templates_do_not_compare_with_a_status_or_a_colour():
    words = "|".join([*Status.values, *Rag.values])

    assert breaches(rf"{{%\s*(el)?if\b[^%]*[\"']({words})[\"']", in_tags=True) == [], (
        "Ask the record or the summary a yes/no question (is_…), or give the status to a component."
    )


def test_templates_do_no_arithmetic():
    assert breaches(r"\|\s*(add:[\"']?-?\d|divisibleby)|{%\s*widthratio", in_tags=True) == [], (
        "Work it out in the summary, where one test holds it for every face."
    )
