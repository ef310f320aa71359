import re
from pathlib import Path

from django.conf import settings

from actions.choices import Rag, Status
from actions.reports.looks import PAPER, QUIET_TEXT, RULE, TAGS, TEXT, WASH, bar_look, tag_colours

TOKENS = dict(re.findall(r"--app-([\w-]+): #(.+);", Path(settings.BASE_DIR, "static/css/tokens.css").read_text()))


def test_tags_have_the_same_colours_as_the_tokens():
    names = {status.value: f"status-{status}" for status in Status} | {rag.value: f"rag-{rag}" for rag in Rag}

    tokens = {code: tuple(TOKENS[f"{name}{part}"] for part in ("", "-edge", "-on")) for code, name in names.items()}

    assert tokens == TAGS


def test_neutrals_are_the_same_as_the_tokens():
    tokens = [TOKENS[name] for name in ("text", "quiet-text", "rule", "wash", "paper")]

    assert tokens == [TEXT, QUIET_TEXT, RULE, WASH, PAPER]


def test_tag_of_a_word_that_nobody_knows_any_more_is_plain():
    assert tag_colours("purple") == TAGS["none"]


def test_bars_each_have_a_look_of_their_own_in_black_and_white():
    patterns = [bar_look(status).get("pattern", {}).get("pattern") for status in Status.counted()]

    assert len(set(patterns)) == len(patterns)
