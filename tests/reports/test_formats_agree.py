"""One content, many faces: whatever happened in a plan, every file of its report says the same figures."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.reports.report_csv import report_csv
from actions.reports.report_json import canonical
from actions.reports.word import word_report
from actions.reports.workbook import workbook_report
from actions.summaries.report_content import Brief, report_content
from tests.histories import days, enact, histories
from tests.reports.contents import FROZEN
from tests.reports.readers import (
    figures_in_content,
    figures_in_csv,
    figures_in_docx,
    figures_in_json,
    figures_in_xlsx,
)
from tests.reports.schema import misfits

any_report = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.django_db
@any_report
@given(history=histories, one=days, other=days, is_compared=st.booleans())
def test_every_format_says_the_same_figures(history, one, other, is_compared):
    since, on = sorted([one, other])
    content = report_content(Brief(enact(history), on=on, since=since if is_compared else None, number=7))

    read = {
        "docx": figures_in_docx(word_report(content, FROZEN)),
        "xlsx": figures_in_xlsx(workbook_report(content, FROZEN)),
        "csv": figures_in_csv(report_csv(content)),
        "json": figures_in_json(canonical(content)),
    }

    told = figures_in_content(content)
    if not content["actions"]:  # a file with no rows cannot say with which day it is compared
        read["csv"]["changes"] = told["changes"]
    assert read == dict.fromkeys(read, told)
    assert misfits(content) == []
