import hashlib
import json

import pytest

from actions.reports.report_json import canonical, fingerprint_of
from tests.reports.contents import report_told, retyped
from tests.reports.schema import misfits


def test_canonical_is_written_in_one_way_only():
    assert (
        canonical({"b": ["é", None, 1], "a": {"d": True, "c": "x"}})
        == '{"a":{"c":"x","d":true},"b":["é",null,1]}'.encode()
    )


def test_canonical_does_not_depend_on_the_order_of_keys():
    content = report_told()
    turned = dict(reversed(content.items()))

    assert canonical(turned) == canonical(content)


def test_canonical_is_read_back_as_it_was():
    content = report_told()

    assert json.loads(canonical(content)) == content


def test_canonical_refuses_what_is_no_number():
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"number": float("nan")})


def test_fingerprint_is_that_of_the_very_bytes():
    content = report_told()

    assert fingerprint_of(content) == hashlib.sha256(canonical(content)).hexdigest()


def test_fingerprint_changes_with_any_word():
    content = report_told()

    assert fingerprint_of(retyped(content, lambda text: f"{text} ")) != fingerprint_of(content)


def test_schema_fits_a_report_and_a_draft():
    draft = report_told()
    draft["report"] |= {"number": None, "compared_with_on": None, "compared_with_number": None, "meeting": None}

    assert (misfits(report_told()), misfits(draft)) == ([], [])


def test_schema_tells_what_does_not_fit():
    content = report_told()
    del content["plan"]["kind"]
    content["headline"]["total"] = -1
    content["report"]["as_at_on"] = "10 July 2019"
    content["actions"][0] |= {"status": "done", "moves": True, "owner": "A name"}

    assert misfits(content) == [
        "report.plan lacks kind",
        "report.report.as_at_on is '10 July 2019', not like ^\\d{4}-\\d{2}-\\d{2}$",
        "report.headline.total is -1, less than 0",
        "report.actions[0].status is 'done', none of ['complete', 'on_track', 'not_started', 'delayed', 'closed']",
        "report.actions[0].moves is True, not integer",
        "report.actions[0].owner is not in the schema",
    ]
