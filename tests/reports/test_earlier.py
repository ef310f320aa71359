"""What an earlier schema did not say follows from what it says, so that its reports are drawn as today's are."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from actions.reports.earlier import as_told_today

from .contents import report_told


def told(schema: str) -> dict:
    return json.loads(Path(settings.BASE_DIR, f"tests/told/{schema}.json").read_text("utf-8"))["content"]


def test_report_of_schema_1_is_brought_to_what_1_1_says_of_the_same():
    today = told("1.1")

    assert as_told_today(told("1")) | {key: today[key] for key in ("schema", "how_made")} == today


def test_report_that_says_all_itself_is_left_as_it_is():
    assert as_told_today(report_told()) == report_told()


@pytest.mark.parametrize("part", ["headline", "moved", "dates_to_agree", "actions"])
def test_report_without_a_part_is_given_none(part):
    content = told("1")
    del content[part]

    assert part not in as_told_today(content)


def test_report_with_nothing_to_compare_with_has_no_change():
    content = told("1")
    for status in content["headline"]["statuses"]:
        status["change"] = None

    assert as_told_today(content)["headline"]["change"] is None
