"""The whole demo, in order. A partnership that is already there is left as people have made it."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from actions.models import Partnership

from .enquiries import make_enquiries
from .links import make_links
from .people import AMBLESIDE, LANCASHIRE
from .plans import make_plan
from .setting import make_setting

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True)
class Chapter:
    """One partnership of the demo and the content files that tell of it."""

    slug: str
    setting: str
    plans: tuple[str, ...]
    enquiries: str = ""
    links: str = ""


CHAPTERS = (
    Chapter(
        LANCASHIRE,
        "lancashire",
        ("written_statement_2018", "improvement_plan_2019", "priority_action_plan_2025"),
        links="lancashire_links",
        enquiries="lancashire_enquiries",
    ),
    Chapter(AMBLESIDE, "ambleside", ("ambleside_plan_2026",)),
)


def read_content(name: str) -> dict:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


@transaction.atomic
def load_demo(say: Callable[[str], None]) -> None:
    """All of it or nothing, telling `say` in plain sentences what it does."""
    for chapter in CHAPTERS:
        there = Partnership.objects.filter(slug=chapter.slug).first()
        if there:
            say(f"{there.name} is already there. Nothing about it was changed.")
        else:
            _load(chapter, say)


def _load(chapter: Chapter, say: Callable[[str], None]) -> None:
    content = read_content(chapter.setting)
    say(f"Loading {content['partnership']['name']}…")
    setting = make_setting(content)
    say(f"  {len(setting.organisations)} organisations, {len(setting.findings)} findings of inspectors.")
    for name in chapter.plans:
        say(f"  {make_plan(setting, read_content(name))}")
    if chapter.enquiries:
        say(f"  {make_enquiries(setting, read_content(chapter.enquiries))}")
    if chapter.links:
        links = make_links(setting, read_content(chapter.links))
        say(f"  {links} links from actions of one plan to those of a later one.")
