import csv
import io
import json
from datetime import date

import html5lib
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import etree

from actions.choices import Role, Status
from actions.publication import Approved
from actions.reports.action_sheet import For
from actions.reports.report_csv import data_dictionary
from actions.views.for_everybody import FRESH
from tests.database import triggers_set_aside
from tests.factories import make_action, make_frozen_report, make_member, make_plan, make_report, make_update, make_user
from tests.models.test_triggers import run_sql

pytestmark = pytest.mark.django_db

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
AS_THEY_STAND = Approved(wording=True, words={("exceptions", "1.1"): {"reason": "A lease fell through."}})


@pytest.fixture
def plan():
    """One action, delayed; its officer has a name."""
    plan = make_plan()
    late = make_action(plan, ref="1.1", title="Open a clinic")
    officer = make_user(name="An officer by name")
    make_update(
        late,
        Status.DELAYED,
        date(2019, 6, 3),
        by=officer,
        reason="A lease fell through.",
        effect_on_families="Families travel.",
    )
    return plan


def published(plan, **fields):
    approved = fields.pop("approved", AS_THEY_STAND)
    report = make_frozen_report(plan, **fields)
    report.publish(by=make_user(), at=timezone.now(), public_words="The clinic is late.", approved=approved)
    return report


def addresses(report) -> list[str]:
    """Each public address of a partnership that has published this report."""
    slug = report.plan.partnership.slug
    return [
        *(
            reverse(name, args=[slug])
            for name in ["public-report-list", "public-report-feed", "public-data-dictionary"]
        ),
        reverse("public-report", args=[slug, report.pk]),
        *(reverse("public-report-file", args=[slug, report.pk, ending]) for ending in ["csv", "json"]),
    ]


def text_of(client, report) -> str:
    return client.get(reverse("public-report", args=[report.plan.partnership.slug, report.pk])).content.decode()


def test_public_report_list_names_what_was_published_and_nothing_else(client, plan):
    report, unpublished = published(plan), make_frozen_report(plan)
    make_report(plan)

    response = client.get(reverse("public-report-list", args=[plan.partnership.slug]))

    assert [report for report, _ in response.context["reports"]] == [report]
    assert f"report {unpublished.number}" not in response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", ["public-report-list", "public-report-feed"])
def test_public_report_list_and_feed_ask_as_many_queries_however_many_reports(
    client, plan, name, number, django_assert_num_queries
):
    for _ in range(number):
        published(plan)

    with django_assert_num_queries(3):
        client.get(reverse(name, args=[plan.partnership.slug]))


def test_public_report_list_of_a_partnership_that_published_nothing_is_not_found(client, plan):
    make_frozen_report(plan)
    slug = plan.partnership.slug
    names = ["public-report-list", "public-report-feed", "public-data-dictionary"]

    assert {client.get(reverse(name, args=[slug])).status_code for name in names} == {404}


def test_public_report_tells_what_is_late_in_approved_words_alone(client, plan):
    text = text_of(client, published(plan))

    assert "The clinic is late." in text
    assert "A lease fell through." in text
    assert "Families travel." not in text
    assert "The board has not said." in text
    assert "An officer by name" not in text


def test_public_report_of_before_public_texts_were_kept_shows_figures_and_the_chairs_words(client, plan):
    report = published(plan)
    with triggers_set_aside():
        run_sql("UPDATE actions_progressreport SET public_content = '', public_sha256 = ''")

    text = text_of(client, report)

    assert "The clinic is late." in text
    assert '<span class="app-figure__number" data-figure="delayed">1</span>' in text
    assert "A lease fell through." not in text
    assert "Open a clinic" not in text


def test_public_report_that_is_not_published_is_not_found(client, plan):
    slug = plan.partnership.slug
    kept_back = [make_frozen_report(plan), make_report(plan)]

    answers = {client.get(reverse("public-report", args=[slug, each.pk])).status_code for each in kept_back}
    files = {client.get(reverse("public-report-file", args=[slug, each.pk, "json"])).status_code for each in kept_back}

    assert (answers, files) == ({404}, {404})


def test_public_report_leads_to_a_newer_one_and_to_what_puts_it_right(client, plan):
    wrong = published(plan)
    right = published(plan, corrects=wrong, correction_reason="The lead was misnamed.")
    leads_to = reverse("public-report", args=[plan.partnership.slug, right.pk])

    text = text_of(client, wrong)

    assert text.count(f'href="{leads_to}"') == 2
    assert "It is put right by" in text
    assert "The lead was misnamed." not in text + text_of(client, right)


def test_public_report_asks_as_many_queries_however_many_actions(client, django_assert_num_queries):
    for number in (1, 3):
        plan = make_plan()
        for _ in range(number):
            make_update(make_action(plan), Status.DELAYED, date(2019, 6, 3))
        report = published(plan)

        with django_assert_num_queries(4):
            text_of(client, report)


def test_public_report_file_as_json_is_the_very_text_that_was_published_with_its_licence(client, plan):
    report = published(plan)

    response = client.get(reverse("public-report-file", args=[plan.partnership.slug, report.pk, "json"]))

    assert response.content.decode() == report.public_content
    assert json.loads(response.content)["licence"]["name"] == "Open Government Licence v3.0"


def test_public_report_file_as_csv_has_a_row_for_each_action(client, plan):
    report = published(plan)

    response = client.get(reverse("public-report-file", args=[plan.partnership.slug, report.pk, "csv"]))

    [row] = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
    name = f"{plan.partnership.slug}-progress-report-01-as-at-2019-07-10.csv"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert (row["Ref"], row["Status"], row["Why"], row["For families"]) == (
        "1.1",
        "Delayed or at risk",
        "A lease fell through.",
        "",
    )


@pytest.mark.parametrize("ending", ["docx", "pdf", "xlsx", "odt"])
def test_public_report_file_of_the_full_report_is_not_found(client, plan, ending):
    report = published(plan)

    address = reverse("public-report-file", args=[plan.partnership.slug, report.pk, ending])

    assert client.get(address).status_code == 404


def test_public_data_dictionary_says_what_each_column_means(client, plan):
    published(plan)

    response = client.get(reverse("public-data-dictionary", args=[plan.partnership.slug]))

    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    rows = [["".join(cell.itertext()) for cell in row] for row in page.find(".//tbody")]
    assert rows == [list(row) for row in data_dictionary(For.PUBLIC)]


def test_public_report_feed_tells_of_each_report_in_the_chairs_words(client, plan):
    first, second = published(plan), published(plan)
    slug = plan.partnership.slug

    response = client.get(reverse("public-report-feed", args=[slug]))

    feed = etree.fromstring(response.content)
    entries = feed.findall("atom:entry", ATOM)
    links = [entry.find("atom:link", ATOM).get("href") for entry in entries]
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert links == [
        f"http://testserver{reverse('public-report', args=[slug, report.pk])}" for report in (second, first)
    ]
    assert entries[0].findtext("atom:title", namespaces=ATOM) == f"{plan.title}: report 2, as at 10 July 2019"
    assert entries[0].findtext("atom:summary", namespaces=ATOM) == "<p>The clinic is late.</p>"
    assert "Open Government Licence v3.0" in feed.findtext("atom:rights", namespaces=ATOM)


def test_public_report_feed_leaves_typed_markup_as_words(client, plan):
    report = make_frozen_report(plan)
    report.publish(by=make_user(), at=timezone.now(), public_words="<script>alert(1)</script>\x07")

    response = client.get(reverse("public-report-feed", args=[plan.partnership.slug]))

    summary = etree.fromstring(response.content).findtext(".//atom:summary", namespaces=ATOM)
    assert summary == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


@pytest.mark.parametrize("name", ["public_report_list", "public_report"])
def test_public_pages_name_the_feed(client, plan, name):
    report = published(plan)
    address = addresses(report)[0 if name == "public_report_list" else 3]

    page = html5lib.parse(client.get(address).content.decode(), namespaceHTMLElements=False)

    [alternate] = [link.get("href") for link in page.iter("link") if link.get("rel") == "alternate"]
    assert alternate == reverse("public-report-feed", args=[plan.partnership.slug])


# ──── the same for everybody


def test_public_pages_are_byte_for_byte_the_same_for_whoever_asks(plan):
    report = published(plan)
    members = [make_member(plan.partnership, role=role, name=f"Rowan {role}") for role in Role]
    browsers = [Client() for _ in [None, *members]]
    for browser, member in zip(browsers[1:], members, strict=True):
        browser.force_login(member)
        browser.get(reverse("report-list", args=[plan.pk]))  # from here on it has a token, and a session with a message

    for address in addresses(report):
        answers = [browser.get(address) for browser in browsers]

        assert {answer.content for answer in answers} == {answers[0].content}
        assert {answer["ETag"] for answer in answers} == {answers[0]["ETag"]}
        assert {answer.get("Vary") for answer in answers} == {None}
        assert [dict(answer.cookies) for answer in answers] == [{} for _ in browsers]


def test_public_pages_may_be_kept_by_everybody_and_are_confirmed_by_their_tag(client, plan):
    report = published(plan)

    for address in addresses(report):
        first = client.get(address)
        again = client.get(address, headers={"If-None-Match": first["ETag"]})

        assert (first.status_code, first["Cache-Control"]) == (200, f"public, max-age={FRESH}")
        assert (again.status_code, again.content, again["Cache-Control"]) == (304, b"", first["Cache-Control"])


def test_public_pages_are_sent_again_once_something_is_published_or_other_code_runs(client, plan, settings):
    report = published(plan)
    before = [client.get(address)["ETag"] for address in addresses(report)]

    published(plan)
    after = [client.get(address)["ETag"] for address in addresses(report)]
    settings.RELEASE = "another"
    later = [client.get(address)["ETag"] for address in addresses(report)]

    assert len({*before, *after, *later}) == 3 * len(before)
