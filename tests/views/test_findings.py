import csv
import io
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import FindingKind, Role, Status
from actions.models import Action, Evidence, Finding, Inspection
from tests.factories import (
    make_action,
    make_evidence,
    make_finding,
    make_inspection,
    make_judgement,
    make_link,
    make_member,
    make_partnership,
    make_plan,
    make_update,
)
from tests.views.filled import words_on
from tests.views.test_plans import figures_on, page
from tests.views.test_unchanged import asked_again, tag_of

pytestmark = pytest.mark.django_db

AUGUST, AT_LAST = date(2020, 8, 31), "2020-09-01"
JUDGED = {
    "verdict": "sufficient",
    "judged_by": "Ofsted and the Care Quality Commission",
    "judged_on": "2020-08-31",
    "words": "Leaders now know the area.",
}


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2020-09-20T09:00:00+01:00", tick=False):
        yield


def sign_in(client, partnership, role: Role = Role.COMMITTEE_MEMBER):
    person = make_member(partnership, role=role)
    client.force_login(person)
    return person


def make_story() -> Inspection:
    """Twelve concerns, of which two are sufficient, one is not and alone has actions, in two plans; and a strength."""
    inspection = make_inspection()
    findings = [make_finding(inspection, ref=f"C{number}", order=number) for number in range(1, 13)]
    for number, finding in enumerate(findings[:3]):
        make_judgement(finding, judged_on=AUGUST, judged_by="Ofsted", is_sufficient=number < 2)
    for starts_on, status in [(date(2018, 4, 1), Status.COMPLETE), (date(2019, 4, 1), Status.DELAYED)]:
        plan = make_plan(inspection.partnership, starts_on=starts_on)
        for _ in range(2):
            action = make_action(plan)
            action.findings.add(findings[2])
            make_update(action, status, date(2020, 6, 1))
    make_evidence(action)
    make_finding(inspection, ref="S1", kind=FindingKind.STRENGTH, order=13)
    return inspection


# ──── the list


def listed(client, partnership, name: str = "finding-list", **query):
    return client.get(reverse(name, args=[partnership.slug]), {"on": AT_LAST} | query)


def refs(response) -> list[str]:
    return [row.record.finding.ref for row in response.context["table"].rows]


def test_finding_list_says_in_words_how_each_kind_stands(client):
    inspection = make_story()
    sign_in(client, inspection.partnership)

    response = listed(client, inspection.partnership)

    headlines = [" ".join("".join(each.itertext()).split()) for each in page(response).findall(".//p[@class]")]
    assert [words for words in headlines if words.startswith(("12", "1 strength"))] == [
        "12 areas of significant concern: 2 of 12 judged sufficient on 31 August 2020 by Ofsted; 1 not sufficient; "
        "9 not judged again yet. 9 have no live action; 11 have no evidence.",
        "1 strength.",
    ]


def test_finding_list_as_at_an_earlier_day_knows_nothing_later(client):
    inspection = make_story()
    sign_in(client, inspection.partnership)

    before = words_on(listed(client, inspection.partnership, on="2020-08-30"))
    before_the_report = words_on(listed(client, inspection.partnership, on="2018-01-09"))

    assert "12 areas of significant concern: not judged again yet. 11 have no live action;" in before
    assert "No inspection report had been published by this day." in before_the_report


def figures_with_links(response) -> list[tuple[str, str]]:
    """Each number on the page and where it leads to."""
    return [
        ("".join(number.itertext()), link.get("href"))
        for link in page(response).iter("a")
        for number in link.iter()
        if number.get("data-figure")
    ]


def test_finding_list_leads_from_every_figure_to_a_list_of_just_so_many(client):
    inspection = make_story()
    sign_in(client, inspection.partnership)
    figures = figures_with_links(listed(client, inspection.partnership))

    counted = []
    for _, address in figures:
        reached = figures_on(client.get(address.split("#")[0]))
        counted.append(reached["evidence"] if "#evidence" in address else reached["rows"])

    assert counted == [number for number, _ in figures]
    assert len(counted) == 18


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"judged": "sufficient"}, ["C1", "C2"]),
        ({"judged": "not_sufficient"}, ["C3"]),
        ({"gap": "no_live_action", "judged": "not_judged"}, [f"C{number}" for number in range(4, 13)]),
        ({"kind": "strength"}, ["S1"]),
        ({"gap": "no_evidence", "judged": "not_sufficient"}, []),
    ],
)
def test_finding_list_shows_just_those_asked_for(client, query, expected):
    inspection = make_story()
    sign_in(client, inspection.partnership)

    response = listed(client, inspection.partnership, **query)

    assert (refs(response), figures_on(response)["rows"]) == (expected, str(len(expected)))


@pytest.mark.parametrize(
    "query", [{"judged": "well"}, {"gap": "none"}, {"kind": "worry"}, {"inspection": "987654"}, {"on": "soon"}]
)
@pytest.mark.parametrize("name", ["finding-list", "finding-list-csv"])
def test_finding_list_refuses_what_cannot_be_and_says_what_can(client, name, query):
    partnership = make_story().partnership
    sign_in(client, partnership)

    response = listed(client, partnership, name, **query)

    assert response.status_code == 400
    assert f"“{next(iter(query))}” must be" in words_on(response)


def test_finding_list_csv_has_the_findings_of_the_page(client):
    inspection = make_story()
    Finding.objects.filter(ref="C3").update(text="=1+1")
    sign_in(client, inspection.partnership)

    response = listed(client, inspection.partnership, "finding-list-csv", judged="not_sufficient")

    heads, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert [dict(zip(heads, row, strict=True)) for row in rows] == [
        {
            "Inspection": "Area SEND inspection, November 2017",
            "Kind": "Area of significant concern",
            "Ref": "C3",
            "Finding": "'=1+1",
            "Progress judged": "Not sufficient",
            "Judged on": "2020-08-31",
            "Judged by": "Ofsted",
            "In what words": "",
            "Actions": "4",
            "Delayed or at risk": "2",
            "Not started": "0",
            "On track": "0",
            "Complete": "2",
            "No longer applicable": "0",
            "Red": "0",
            "Amber": "2",
            "Green": "0",
            "Grey": "0",
            "Blue": "2",
            "Evidence": "1",
            "Gaps": "",
        }
    ]


def test_finding_list_csv_holds_every_finding_where_none_is_asked_for(client):
    partnership = make_story().partnership
    sign_in(client, partnership)

    response = listed(client, partnership, "finding-list-csv")

    assert len(response.content.decode().splitlines()) == 1 + 13


@pytest.mark.parametrize("name", ["finding-list", "finding-list-csv"])
def test_finding_list_hides_another_partnership(client, name):
    sign_in(client, make_partnership(), Role.PROGRAMME_MANAGER)

    assert listed(client, make_story().partnership, name).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("name", "query", "queries"),
    [("finding-list", {}, 14), ("finding-list", {"judged": "not_sufficient"}, 14), ("finding-list-csv", {}, 11)],
)
def test_finding_list_asks_as_many_queries_however_many_findings(
    client, name, query, queries, number, django_assert_num_queries
):
    partnership = make_partnership()
    for year in range(number):
        finding = make_finding(make_inspection(partnership, inspected_on=date(2015 + year, 1, 1)))
        make_judgement(finding)
        go_on(make_answered(finding).action)
    sign_in(client, partnership)
    listed(client, partnership, name, **query)

    with django_assert_num_queries(queries):
        listed(client, partnership, name, **query)


@pytest.mark.parametrize("name", ["finding-list", "finding-detail"])
def test_finding_list_and_a_finding_are_sent_again_only_once_something_was_judged(client, name):
    finding = make_finding()
    make_plan(finding.inspection.partnership)
    manager = sign_in(client, finding.inspection.partnership)
    url = reverse(name, args=[finding.inspection.partnership.slug if name == "finding-list" else finding.pk])
    tag = tag_of(client, url)

    before = asked_again(client, url, tag).status_code
    finding.record_judgement(by=manager, judged_by="Ofsted", judged_on=AUGUST, is_sufficient=True)

    assert (before, asked_again(client, url, tag).status_code) == (304, 200)


# ──── one finding


def make_answered(finding: Finding) -> Evidence:
    action = make_action(make_plan(finding.inspection.partnership))
    action.findings.add(finding)
    make_update(action, Status.ON_TRACK, date(2020, 6, 1), progress="Six workshops were held.")
    return make_evidence(action, title="What parents said")


def go_on(action: Action) -> Action:
    """Carried forward into a later plan of the same partnership."""
    successor = make_action(make_plan(action.plan.partnership, starts_on=date(2020, 1, 1)))
    make_link(action, successor)
    return successor


def opened(client, finding: Finding, **query):
    return client.get(reverse("finding-detail", args=[finding.pk]), {"on": AT_LAST} | query)


def test_finding_detail_tells_all_of_one_finding(client):
    finding = make_finding(make_inspection(summary="Leaders have an inaccurate view."))
    piece = make_answered(finding)
    make_judgement(finding, judged_on=date(2019, 12, 1), words="Too slow.")
    make_judgement(finding, judged_on=AUGUST, is_sufficient=True)
    sign_in(client, finding.inspection.partnership)

    response = opened(client, finding)

    words = words_on(response)
    for said in [
        finding.text,
        "Leaders have an inaccurate view.",
        "31 August 2020 Sufficient Department for Education 1 December 2019 Not sufficient",
        "“Too slow.”",
        "10 January 2018 The report was published and named this finding",
        f"Answered in the {piece.action.plan}",
        f"{piece.action.ref} {piece.action.title}",
        "1 Jun 2020: Six workshops were held.",
        f"What parents said Added 1 June 2019 to {piece.action.ref}",
    ]:
        assert said in words
    assert figures_on(response)["evidence"] == "1"


def test_finding_detail_says_what_is_missing(client):
    finding = make_finding()
    sign_in(client, finding.inspection.partnership)

    words = words_on(opened(client, finding))

    assert (
        "No live action. It has not been judged sufficient, and nothing promised for it goes on in a plan that runs."
        in words
    )
    assert "No evidence. By this day nobody had added anything that shows what was done about it." in words


def test_finding_detail_says_what_became_of_its_actions(client):
    finding = make_finding()
    carried, lost = make_answered(finding).action, make_answered(finding).action
    type(lost.plan).objects.filter(pk=lost.plan_id).update(ends_on=date(2020, 8, 31))
    successor = go_on(carried)
    sign_in(client, finding.inspection.partnership)

    response = opened(client, finding)

    became = {answer.standing.action: answer for _, answers in response.context["plans"] for answer in answers}
    assert [place.action for place in became[carried].onward] == [successor]
    assert [became[action].place.is_lost for action in (carried, lost)] == [False, True]
    assert f"Carried forward as {successor.ref}, 1 January 2020" in words_on(response)


def test_finding_detail_leads_from_every_figure_to_a_list_of_just_so_many(client):
    finding = Finding.objects.get(inspection=make_story(), ref="C3")
    sign_in(client, finding.inspection.partnership)
    figures = figures_with_links(opened(client, finding))

    counted = [figures_on(client.get(address))["rows"] for _, address in figures]

    assert counted == [number for number, _ in figures] == ["2"] * 6


def test_finding_detail_is_found_only_once_its_report_is_out(client):
    finding = make_finding(make_inspection(published_on=date(2018, 1, 10)))
    sign_in(client, finding.inspection.partnership)

    answers = [opened(client, finding, on=on).status_code for on in ["2018-01-09", "2018-01-10"]]

    assert answers == [404, 200]


def test_finding_detail_offers_to_record_a_judgement_only_to_who_may(client):
    inspection = make_inspection()
    offered = {}
    for role in (Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR, Role.OFFICER):
        sign_in(client, inspection.partnership, role)
        for kind in (FindingKind.IMPROVEMENT, FindingKind.STRENGTH):
            finding = make_finding(inspection, kind=kind)
            address = reverse("finding-judge", args=[finding.pk])
            offered[role, kind] = address in opened(client, finding).content.decode()

    assert [key for key, is_offered in offered.items() if is_offered] == [
        (Role.PROGRAMME_MANAGER, FindingKind.IMPROVEMENT)
    ]


def test_finding_detail_hides_another_partnerships_finding(client):
    finding = make_finding()
    sign_in(client, make_partnership(), Role.PROGRAMME_MANAGER)

    assert opened(client, finding).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_finding_detail_asks_as_many_queries_however_much_there_is(client, number, django_assert_num_queries):
    finding = make_finding()
    for _ in range(number):
        go_on(make_answered(finding).action)
        make_judgement(finding)
    sign_in(client, finding.inspection.partnership)
    opened(client, finding)

    with django_assert_num_queries(15):
        opened(client, finding)


# ──── recording a judgement: more in test_finding_judgements.py


def judge(client, finding: Finding, **typed):
    return client.post(reverse("finding-judge", args=[finding.pk]), JUDGED | typed)


def test_finding_judge_records_what_a_body_judged(client):
    finding = make_finding()
    programme_manager = sign_in(client, finding.inspection.partnership, Role.PROGRAMME_MANAGER)

    response = judge(client, finding)

    judgement = finding.judgements.get()
    assert response.url == finding.get_absolute_url()
    assert (judgement.is_sufficient, judgement.judged_by, judgement.judged_on, judgement.words) == (
        True,
        JUDGED["judged_by"],
        AUGUST,
        JUDGED["words"],
    )
    assert judgement.recorded_by == programme_manager
    assert f"Recorded on 20 September 2020 by {programme_manager}" in words_on(client.get(response.url))


@pytest.mark.parametrize("role", [role for role in Role if role != Role.PROGRAMME_MANAGER])
def test_finding_judge_refuses_who_may_not(client, role):
    finding = make_finding()
    sign_in(client, finding.inspection.partnership, role)

    assert (judge(client, finding).status_code, finding.judgements.count()) == (403, 0)


def test_finding_judge_hides_another_partnerships_finding(client):
    finding = make_finding()
    sign_in(client, make_partnership(), Role.PROGRAMME_MANAGER)

    assert (judge(client, finding).status_code, finding.judgements.count()) == (404, 0)


def test_finding_judge_knows_no_strength(client):
    finding = make_finding(kind=FindingKind.STRENGTH)
    sign_in(client, finding.inspection.partnership, Role.PROGRAMME_MANAGER)

    assert (judge(client, finding).status_code, finding.judgements.count()) == (404, 0)
