"""What the service itself says in a report: a change of it takes another schema, and old reports stay equal.

Recompute and compare holds a report of the same schema to the letter. A label, a sentence or a key that
changes under the same schema would make every report from before look wrong. tests/told/ therefore keeps
what each schema said of one and the same plan.
"""

import json
import os
from pathlib import Path

import pytest
from django.conf import settings

from actions import choices
from actions.reports.pdf import pdf_report
from actions.reports.report_csv import report_csv
from actions.reports.word import word_report
from actions.reports.workbook import workbook_report
from actions.summaries.differences import differences
from actions.summaries.report_content import SCHEMA
from tests.reports.contents import FROZEN
from tests.reports.pdf_figures import figures_in_pdf
from tests.reports.readers import figures_in_content, figures_in_csv, figures_in_docx, figures_in_xlsx
from tests.told_world import make_told_report

TOLD = Path(settings.BASE_DIR, "tests/told")
LABELLED = [
    *("Status", "Rag", "Flag", "MoveKind", "PromisedDate", "DelayReason", "Judgement"),
    *("FindingKind", "InspectionKind", "PlanKind", "Role"),
]


def told_now() -> dict:
    labels = {name: {each.value: str(each.label) for each in getattr(choices, name)} for name in LABELLED}
    return {"labels": labels, "content": make_told_report().told}


def kept(path: Path) -> dict:
    return json.loads(path.read_text("utf-8"))


@pytest.mark.django_db
def test_report_says_what_its_schema_says():
    path = TOLD / f"{SCHEMA.rpartition('/')[2]}.json"
    now = told_now()
    if os.environ.get("TELL") and not path.exists():
        path.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")

    assert path.exists(), "A new schema: write down what it says, with TELL=1 in the environment of this test."
    assert now == kept(path), "Raise SCHEMA in actions/summaries/report_content.py, and see docs/progress-report.md."


EARLIER = [pytest.param(path, id=path.stem) for path in sorted(TOLD.glob("*.json"))]


@pytest.mark.django_db
@pytest.mark.parametrize("path", EARLIER)
def test_report_of_every_schema_is_still_equal(path):
    found = differences(kept(path)["content"], make_told_report().told)

    assert [difference.sentence for difference in found] == [], "Teach SERVICE_WORDS in summaries/differences.py."


@pytest.mark.parametrize("path", EARLIER)
@pytest.mark.parametrize(
    ("draw", "figures"),
    [
        (word_report, figures_in_docx),
        (workbook_report, figures_in_xlsx),
        (pdf_report, figures_in_pdf),
        (lambda content, mark: report_csv(content), figures_in_csv),
    ],
    ids=["Word", "Excel", "PDF", "CSV"],
)
def test_report_of_every_schema_is_still_drawn(path, draw, figures):
    content = kept(path)["content"]

    assert figures(draw(content, FROZEN)) == figures_in_content(content)
