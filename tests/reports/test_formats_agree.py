"""One content, many faces: whatever happened in a plan, each page and file of its report says the same figures.

HISTORIES says of how many random histories; .ci/run asks for 300 on each database.
"""

import os

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.choices import Role
from actions.models import ProgressReport
from actions.operations.draft_report import draft_report
from actions.operations.freeze_report import freeze_report
from actions.summaries.report_content import content_of
from tests.database import undone
from tests.factories import make_body, make_member
from tests.histories import days, enact, histories
from tests.reports.hand_out_figures import TOLD, figures_in_hand_out_docx, figures_in_hand_out_pdf
from tests.reports.pdf_figures import figures_in_pdf
from tests.reports.readers import (
    figures_in_content,
    figures_in_csv,
    figures_in_docx,
    figures_in_json,
    figures_in_xlsx,
    figures_on_page,
)
from tests.reports.schema import misfits

READERS = {
    "docx": figures_in_docx,
    "xlsx": figures_in_xlsx,
    "pdf": figures_in_pdf,
    "csv": figures_in_csv,
    "json": figures_in_json,
}
PUBLIC = ["csv", "json"]

HAND_OUT_READERS = {"docx": figures_in_hand_out_docx, "pdf": figures_in_hand_out_pdf}

any_report = settings(
    max_examples=int(os.environ.get("HISTORIES", "10")),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def published(history, *, since, on, by) -> ProgressReport:
    """Drafted, frozen and published as people do it."""
    plan = enact(history)
    chair = make_member(plan.partnership, role=Role.BOARD_CHAIR)
    compared_on = since if since and since < on else None
    report = draft_report(plan=plan, by=chair, as_at_on=on, compared_on=compared_on)
    report = freeze_report(report=report, by=chair, content=content_of)
    report.publish(by=chair, at=timezone.now(), public_words="This is how it is going.")
    by.force_login(chair)
    return report


@pytest.mark.django_db
@any_report
@given(history=histories, one=days, other=days, is_compared=st.booleans())
def test_every_face_of_a_report_says_the_same_figures(history, one, other, is_compared, client):
    since, on = sorted([one, other])
    with undone():
        report = published(history, since=since if is_compared else None, on=on, by=client)
        content, slug = report.told, report.plan.partnership.slug
        read = {
            ending: reader(client.get(reverse("report-file", args=[report.pk, ending])).getvalue())
            for ending, reader in READERS.items()
        }
        body = make_body(report.plan.partnership)
        handed = {
            ending: reader(client.get(reverse("report-hand-out", args=[report.pk, body.pk, ending])).content)
            for ending, reader in HAND_OUT_READERS.items()
        }
        page = client.get(reverse("report-detail", args=[report.pk]))
        client.logout()
        public = client.get(reverse("public-report", args=[slug, report.pk]))
        for ending in PUBLIC:
            answer = client.get(reverse("public-report-file", args=[slug, report.pk, ending]))
            read[f"public {ending}"] = READERS[ending](answer.content)
    read |= {"page": figures_on_page(page.content.decode()), "public page": figures_on_page(public.content.decode())}

    told = figures_in_content(content)
    if not content["actions"]:  # a file with no rows cannot say with which day it is compared
        read["csv"]["changes"] = read["public csv"]["changes"] = told["changes"]
    assert read == dict.fromkeys(read, told)
    in_two_pages = {key: told[key] for key in TOLD}
    assert handed == dict.fromkeys(handed, in_two_pages)
    assert misfits(content) == []
