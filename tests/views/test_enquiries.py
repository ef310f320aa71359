import csv
import io
from datetime import date

import html5lib
import pytest
import time_machine
from django.template.loader import render_to_string
from django.urls import reverse

from actions.choices import AnswerOutcome, BodyKind, EnquiryKind, OrganisationKind, Role, Status
from actions.models import Enquiry, EnquiryAnswer, Partnership
from actions.summaries.enquiries import enquiries_due
from actions.views.as_at import AsAt
from tests.factories import (
    PASSWORD,
    make_action,
    make_answer,
    make_body,
    make_enquiry,
    make_meeting,
    make_member,
    make_organisation,
    make_partnership,
    make_plan,
    make_update,
)
from tests.views.filled import filled, words_on
from tests.views.test_plans import figures_on

pytestmark = pytest.mark.django_db

TODAY, LAST_MEETING = date(2019, 7, 10), date(2019, 7, 3)


@pytest.fixture(autouse=True)
def fixed_clock():
    with time_machine.travel("2019-07-10T09:00:00+01:00", tick=False):
        yield


@pytest.fixture
def partnership() -> Partnership:
    return make_partnership()


def sign_in(client, partnership, role=Role.COMMITTEE_MEMBER, organisation=None):
    person = make_member(partnership, role=role, organisation=organisation)
    client.force_login(person)
    return person


def errors(response) -> dict[str, list[str]]:
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


# ──── the register


def listed(client, partnership, name: str = "enquiry-list", **query):
    return client.get(reverse(name, args=[partnership.slug]), query)


def texts(response) -> list[str]:
    return [row.record.enquiry.text for row in response.context["table"].rows]


def make_register(partnership) -> None:
    """One overdue, two not yet due, one answered in time and one late."""
    make_enquiry(partnership, text="Overdue", due_on=date(2019, 7, 9))
    make_enquiry(partnership, text="Due today", due_on=TODAY)
    make_enquiry(partnership, text="Due next week")
    make_answer(make_enquiry(partnership, text="In time"), date(2019, 7, 2))
    make_answer(make_enquiry(partnership, text="Late", due_on=date(2019, 6, 1)), date(2019, 7, 1))


def test_enquiry_list_puts_overdue_answers_first_and_counts_each_state(client, partnership):
    make_register(partnership)
    sign_in(client, partnership)

    response = listed(client, partnership)

    assert texts(response) == ["Overdue", "Due today", "Due next week", "In time", "Late"]
    assert figures_on(response) == {
        "overdue": "1",
        "waiting": "2",
        "answered": "1",
        "answered_late": "1",
        "asked": "5",
        "rows": "5",
    }


@pytest.mark.parametrize("state", ["overdue", "waiting", "answered", "answered_late"])
@pytest.mark.parametrize("on", ["2019-05-15", "2019-06-02", "2019-07-01", "2019-07-10", "2019-07-20"])
def test_enquiry_list_figures_lead_to_as_many_rows(client, partnership, state, on):
    make_register(partnership)
    sign_in(client, partnership)

    counted = figures_on(listed(client, partnership, on=on))[state]
    shown = listed(client, partnership, on=on, state=state)
    in_file = listed(client, partnership, "enquiry-list-csv", on=on, state=state)

    rows = list(csv.reader(io.StringIO(in_file.content.decode("utf-8-sig"))))[1:]
    assert figures_on(shown)["rows"] == counted == str(len(texts(shown))) == str(len(rows))


def test_enquiry_list_before_anything_was_asked_says_so(client, partnership):
    make_register(partnership)
    sign_in(client, partnership)

    response = listed(client, partnership, on="2019-05-14")

    assert figures_on(response) == {}
    assert "Nothing had been asked or recommended on record by this day." in words_on(response)


def test_enquiry_list_narrows_to_a_kind_a_body_a_plan_and_who_owes_the_answer(client, partnership):
    plan = make_plan(partnership)
    board = make_organisation(partnership)
    group = make_organisation(partnership, succeeded_by=board)
    committee = make_body(partnership)
    make_enquiry(partnership, text="By the committee", body=committee)
    make_enquiry(text="Of the plan", about=[make_action(plan)], kind=EnquiryKind.RECOMMENDATION)
    make_enquiry(text="Of another plan", about=[make_action(make_plan(partnership))])
    make_enquiry(partnership, text="To whom the board followed", addressed_to=group)
    sign_in(client, partnership)

    narrowed = {
        name: sorted(texts(listed(client, partnership, **{name: value})))
        for name, value in {
            "body": committee.pk,
            "kind": "recommendation",
            "plan": plan.pk,
            "organisation": board.pk,
            "state": "owed",
        }.items()
    }

    assert narrowed == {
        "body": ["By the committee"],
        "kind": ["Of the plan"],
        "plan": ["By the committee", "Of the plan", "To whom the board followed"],
        "organisation": ["To whom the board followed"],
        "state": ["By the committee", "Of another plan", "Of the plan", "To whom the board followed"],
    }


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"state": "never"}, "“state” must be one of: overdue (Overdue), waiting (Not yet due)"),
        ({"kind": "remark"}, "“kind” must be one of: recommendation (Recommendation), question (Question)."),
        ({"body": "987654"}, "“body” must be one of: "),
    ],
)
def test_enquiry_list_names_what_the_address_may_say(client, partnership, query, problem):
    make_body(partnership)
    sign_in(client, partnership)

    response = listed(client, partnership, **query)

    assert (response.status_code, problem in words_on(response)) == (400, True)


def test_enquiry_list_does_not_offer_another_partnerships_bodies(client, partnership):
    elsewhere = make_body()
    sign_in(client, partnership)

    assert listed(client, partnership, body=elsewhere.pk).status_code == 400


@pytest.mark.parametrize("number", [1, 3])
def test_enquiry_list_asks_as_many_queries_however_many_there_are(
    client, partnership, number, django_assert_num_queries
):
    action = make_action(make_plan(partnership))
    for _ in range(number):
        make_register(partnership)
        make_enquiry(about=[action])
    sign_in(client, partnership)
    listed(client, partnership)

    with django_assert_num_queries(13):
        listed(client, partnership)


def test_enquiry_list_csv_has_every_column_of_the_rows_shown(client, partnership):
    action, other = make_action(make_plan(partnership)), make_action(make_plan(partnership))
    body = make_body(partnership, name="Scrutiny committee")
    trust = make_organisation(partnership, name="A trust", kind=OrganisationKind.NHS_TRUST)
    recommendation = make_enquiry(
        text="=Recommend()",
        kind=EnquiryKind.RECOMMENDATION,
        about=[action, other],
        body=body,
        addressed_to=trust,
        asked_by="Chair of the committee",
        minute_ref="7/19",
    )
    make_answer(recommendation, date(2019, 6, 14), outcome=AnswerOutcome.IN_PART, words="Yes, but.")
    make_enquiry(partnership, text="When?", body=body, addressed_to=trust)
    sign_in(client, partnership)

    response = listed(client, partnership, "enquiry-list-csv")

    heads, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert heads == [
        "What was asked", "Kind", "About actions", "How it stands", "Asked by", "Asked by whom there", "Asked on",
        "Minute", "Put to", "Answer due on", "First answered on", "Outcome", "The answer",
    ]  # fmt: skip
    due, day = "2019-06-12", "2019-05-15"
    assert rows == [
        ["When?", "Question", "", "Overdue", "Scrutiny committee", "", day, "", "A trust", due, "", "", ""],
        [
            "'=Recommend()", "Recommendation", f"{action.ref}, {other.ref}", "Answered late", "Scrutiny committee",
            "Chair of the committee", day, "7/19", "A trust", due, "2019-06-14", "Accepted in part", "Yes, but.",
        ],
    ]  # fmt: skip


# ──── what leads a plan's dashboard


def dashboard_part(plan, on: date):
    """As the dashboard includes it, with the addresses it links to."""
    context = {
        "plan": plan,
        "partnership": plan.partnership,
        "as_at": AsAt(day=on, is_explicit=True, is_today=False),
        "enquiries": enquiries_due(plan, on=on),
    }
    html = html5lib.parse(render_to_string("enquiries/due_on_dashboard.html", context), namespaceHTMLElements=False)
    return {"".join(link.itertext()): link.get("href") for link in html.iter("a") if "state=" in link.get("href")}


def test_enquiry_list_is_where_the_figures_of_a_dashboard_lead(client, partnership):
    plan = make_plan(partnership)
    make_register(partnership)
    make_enquiry(about=[make_action(make_plan(partnership))], due_on=date(2019, 6, 1))
    make_enquiry(about=[make_action(plan)], due_on=date(2019, 6, 1))
    sign_in(client, partnership)

    links = dashboard_part(plan, TODAY)

    shown = {words: figures_on(client.get(address))["rows"] for words, address in links.items()}
    assert shown == {"2": "2", "2 more questions or recommendations": "2"}


def test_enquiry_list_is_not_spoken_of_where_no_answer_is_owed(partnership):
    make_answer(make_enquiry(partnership))

    assert dashboard_part(make_plan(partnership), TODAY) == {}


# ──── one of them


def detail(client, enquiry, **query):
    return client.get(reverse("enquiry-detail", args=[enquiry.pk]), query)


def test_enquiry_detail_tells_who_asked_what_of_whom_and_what_was_answered(client, partnership):
    heir = make_organisation(partnership, name="The board that followed")
    group = make_organisation(partnership, name="A group", kind=OrganisationKind.NHS_COMMISSIONER, succeeded_by=heir)
    action = make_action(make_plan(partnership))
    make_update(action, Status.DELAYED, date(2019, 6, 1))
    enquiry = make_enquiry(
        text="How many wait?", addressed_to=group, asked_by="Chair of the committee", minute_ref="7/19", about=[action]
    )
    make_answer(enquiry, date(2019, 6, 20), words="Ninety.")
    make_answer(enquiry, date(2019, 7, 2), words="A hundred.")
    sign_in(client, partnership)

    words = words_on(detail(client, enquiry))

    told = [
        "Question to A group", "How many wait?", "Answered late", "Asked in May, answered in June 2019, 8 days late",
        "Answered, 2 July 2019 A hundred.", "What was answered before Answered, 20 June 2019 Ninety.",
        "Chair of the committee", "Minute 7/19", "The board that followed does its work now",
        "28 days after it was asked", f"The action it is about {action} Delayed or at risk",
    ]  # fmt: skip
    assert [text for text in told if text not in words] == []


def test_enquiry_detail_as_at_an_earlier_day_knows_no_later_answer(client, partnership):
    enquiry = make_enquiry(partnership)
    make_answer(enquiry, date(2019, 7, 2), words="A hundred.")
    sign_in(client, partnership)

    before, during = (detail(client, enquiry, on=on) for on in ("2019-05-14", "2019-07-01"))

    assert before.status_code == 404
    assert ["A hundred." in words_on(during), "due on 15 July; 2 weeks left" in words_on(during)] == [False, True]


@pytest.mark.parametrize("number", [1, 3])
def test_enquiry_detail_asks_as_many_queries_however_much_was_said(
    client, partnership, number, django_assert_num_queries
):
    enquiry = make_enquiry(about=[make_action(make_plan(partnership)) for _ in range(number)])
    for _ in range(number):
        make_answer(enquiry)
    sign_in(client, partnership)
    detail(client, enquiry)

    with django_assert_num_queries(9):
        detail(client, enquiry)


# ──── putting one on record

ASKED = {
    "kind": "recommendation",
    "text": "That the figures are shown by locality.",
    "asked_on": "2019-07-03",
    "asked_by": "Chair of the committee",
    "minute_ref": "7/19",
}


def add_page(partnership, action=None) -> str:
    return reverse("enquiry-add", args=[partnership.slug]) + (f"?action={action.pk}" if action else "")


def asked(partnership, **typed) -> dict:
    body, organisation = make_body(partnership), make_organisation(partnership)
    return ASKED | {"body": body.pk, "addressed_to": organisation.pk} | typed


def test_enquiry_add_puts_it_on_record_due_by_the_rule(client, partnership):
    actions = [make_action(make_plan(partnership)) for _ in range(2)]
    person = sign_in(client, partnership)
    typed = asked(partnership, about=f"{actions[0].ref.lower()} , {actions[1].ref}")

    response = client.post(add_page(partnership), typed)

    enquiry = Enquiry.objects.get()
    assert response.url == enquiry.get_absolute_url()
    assert (enquiry.kind, enquiry.text, enquiry.asked_on, enquiry.asked_by, enquiry.minute_ref) == (
        "recommendation",
        ASKED["text"],
        date(2019, 7, 3),
        "Chair of the committee",
        "7/19",
    )
    assert (enquiry.due_on, enquiry.recorded_by, list(enquiry.actions.all())) == (date(2019, 9, 3), person, actions)


def test_enquiry_add_begins_with_the_scrutiny_committees_last_meeting(client, partnership):
    committee, board = make_body(partnership), make_body(partnership, kind=BodyKind.BOARD)
    make_meeting(committee, held_on=LAST_MEETING)
    make_meeting(committee, held_on=date(2019, 9, 18))
    make_meeting(board, held_on=TODAY)
    sign_in(client, partnership)

    shown = filled(client.get(add_page(partnership)))

    assert (shown["body"], shown["asked_on"]) == (str(committee.pk), "2019-07-03")


def test_enquiry_add_from_an_actions_page_is_about_that_action(client, partnership):
    first, second = (make_action(make_plan(partnership), ref="1.1") for _ in range(2))
    sign_in(client, partnership)

    for action in (first, second):
        form = filled(client.get(add_page(partnership, action)))
        client.post(add_page(partnership, action), form | asked(partnership, about=form["about"]))

    assert [list(enquiry.actions.all()) for enquiry in Enquiry.objects.order_by("pk")] == [[first], [second]]


def test_enquiry_add_takes_a_reference_of_the_plan_that_ran_on_that_day(client, partnership):
    ran = make_action(make_plan(partnership), ref="1.1")
    make_action(make_plan(partnership, starts_on=date(2021, 1, 1), ends_on=date(2022, 1, 1)), ref="1.1")
    sign_in(client, partnership)

    client.post(add_page(partnership), asked(partnership, about="1.1"))

    assert list(Enquiry.objects.get().actions.all()) == [ran]


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"kind": ""}, {"kind": ["Choose whether it is a recommendation or a question."]}),
        ({"text": ""}, {"text": ["Write what was asked or recommended."]}),
        ({"body": ""}, {"body": ["Choose the body that asked."]}),
        ({"addressed_to": ""}, {"addressed_to": ["Choose the organisation that is to answer."]}),
        ({"asked_on": "2019-07-11"}, {"asked_on": ["Choose today, 10 July 2019, or an earlier day."]}),
        ({"asked_on": "0019-07-03"}, {"asked_on": ["Look at the year: it is long past."]}),
        ({"asked_on": "soon"}, {"asked_on": ["Write the day as year, month and day, such as 2019-07-10."]}),
        ({"due_on": "2019-07-02"}, {"due_on": ["Choose 3 July 2019 or later: it was asked then."]}),
        (
            {"due_on": "2091-09-03"},
            {"due_on": ["Look at the year: nobody waits for an answer for more than two years."]},
        ),
        (
            {"about": "9.9"},
            {"about": ["No action has the reference “9.9”. Look it up in the list of actions."]},
        ),
        (
            {"about": "1.1"},
            {"about": ["Several plans have an action “1.1”. Record this from the page of the action that you mean."]},
        ),
    ],
)
def test_enquiry_add_says_what_is_wrong_and_keeps_what_was_typed(client, partnership, typed, problems):
    for _ in range(2):
        make_action(make_plan(partnership), ref="1.1")
    sign_in(client, partnership)
    sent = asked(partnership) | typed

    response = client.post(add_page(partnership), sent)

    assert (errors(response), Enquiry.objects.count()) == (problems, 0)
    shown = filled(response)
    assert {name: shown.get(name, "") for name in sent} == {name: str(value) for name, value in sent.items()}


def test_enquiry_add_pressed_twice_records_one(client, partnership):
    sign_in(client, partnership)
    form = filled(client.get(add_page(partnership))) | asked(partnership)

    addresses = {client.post(add_page(partnership), form).url for _ in range(2)}

    assert addresses == {Enquiry.objects.get().get_absolute_url()}


def test_enquiry_add_loses_nothing_when_the_session_ends(client, partnership):
    member = sign_in(client, partnership)
    form = filled(client.get(add_page(partnership))) | asked(partnership)
    client.logout()

    client.post(add_page(partnership), form)
    client.login(username=member.email, password=PASSWORD)
    page = client.get(add_page(partnership))

    assert (page.context["came_back"], filled(page)["text"]) == (True, ASKED["text"])


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VERIFIER, Role.ADMINISTRATOR, Role.OBSERVER])
def test_enquiry_add_refuses_who_may_not_ask(client, partnership, role):
    sign_in(client, partnership, role)

    response = client.post(add_page(partnership), asked(partnership))

    assert (response.status_code, Enquiry.objects.count()) == (403, 0)


def test_enquiry_add_hides_another_partnerships_register_and_actions(client, partnership):
    sign_in(client, partnership, Role.PROGRAMME_MANAGER)
    elsewhere = make_partnership()

    hidden = [add_page(elsewhere), add_page(partnership, make_action(make_plan(elsewhere)))]

    assert [client.post(address, asked(elsewhere)).status_code for address in hidden] == [404, 404]
    assert Enquiry.objects.count() == 0


def test_enquiry_add_refuses_an_address_that_names_no_action(client, partnership):
    sign_in(client, partnership)

    assert client.get(add_page(partnership), {"action": "²"}).status_code == 400


# ──── answering


def answer_page(enquiry) -> str:
    return reverse("enquiry-answer", args=[enquiry.pk])


def test_enquiry_answer_by_an_officer_of_who_was_asked_is_on_record(client):
    enquiry = make_enquiry(kind=EnquiryKind.RECOMMENDATION)
    officer = sign_in(client, enquiry.partnership, Role.OFFICER, enquiry.addressed_to)
    form = filled(client.get(answer_page(enquiry)), outcome="in_part", words="For the North.", answered_on="2019-07-08")

    response = client.post(answer_page(enquiry), form)

    answer = EnquiryAnswer.objects.get()
    assert response.url == enquiry.get_absolute_url()
    assert (answer.outcome, answer.words, answer.answered_on, answer.answered_by) == (
        "in_part",
        "For the North.",
        date(2019, 7, 8),
        officer,
    )


def test_enquiry_answer_to_a_question_asks_for_no_more_than_words(client):
    enquiry = make_enquiry()
    sign_in(client, enquiry.partnership, Role.BOARD_CHAIR)
    form = filled(client.get(answer_page(enquiry)), words="In October.")

    client.post(answer_page(enquiry), form)

    assert ("outcome" in form, EnquiryAnswer.objects.get().outcome) == (False, "answered")


def test_enquiry_answer_may_come_from_who_took_over_the_work(client, partnership):
    heir = make_organisation(partnership)
    middle = make_organisation(partnership, succeeded_by=heir)
    enquiry = make_enquiry(partnership, addressed_to=make_organisation(partnership, succeeded_by=middle))
    sign_in(client, partnership, Role.OFFICER, heir)

    client.post(answer_page(enquiry), {"words": "In October.", "answered_on": "2019-07-08"})

    assert EnquiryAnswer.objects.get().enquiry == enquiry


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({"outcome": ""}, {"outcome": ["Choose whether the recommendation is accepted."]}),
        ({"words": ""}, {"words": ["Write the answer."]}),
        ({"answered_on": ""}, {"answered_on": ["Write the day of the answer."]}),
        ({"answered_on": "2019-07-11"}, {"answered_on": ["Choose today, 10 July 2019, or an earlier day."]}),
        ({"answered_on": "2019-05-14"}, {"answered_on": ["Choose 15 May 2019 or later."]}),
    ],
)
def test_enquiry_answer_says_what_is_wrong_and_keeps_what_was_typed(client, typed, problems):
    enquiry = make_enquiry(kind=EnquiryKind.RECOMMENDATION)
    sign_in(client, enquiry.partnership, Role.PROGRAMME_MANAGER)
    sent = {"outcome": "accepted", "words": "Yes.", "answered_on": "2019-07-08"} | typed

    response = client.post(answer_page(enquiry), sent)

    assert (errors(response), EnquiryAnswer.objects.count()) == (problems, 0)
    assert {name: filled(response).get(name, "") for name in sent} == sent


def test_enquiry_answer_pressed_twice_records_one(client):
    enquiry = make_enquiry()
    sign_in(client, enquiry.partnership, Role.BOARD_CHAIR)
    form = filled(client.get(answer_page(enquiry)), words="In October.")

    answers = [client.post(answer_page(enquiry), form).status_code for _ in range(2)]

    assert (answers, EnquiryAnswer.objects.count()) == ([302, 302], 1)


def test_enquiry_answer_in_conflict_shows_both_and_then_records_both(client):
    enquiry = make_enquiry()
    sign_in(client, enquiry.partnership, Role.BOARD_CHAIR)
    form = filled(client.get(answer_page(enquiry)), words="In October.", answered_on="2019-07-01")
    make_answer(enquiry, date(2019, 7, 8), words="In November.")

    conflict = client.post(answer_page(enquiry), form)
    written = enquiry.answers.count()
    again = filled(conflict)
    recorded = client.post(answer_page(enquiry), again)

    assert (written, again["words"], again["answered_on"]) == (1, "In October.", "2019-07-08")
    shown = words_on(conflict)
    assert ["answered this while you were writing" in shown, "In November." in shown] == [True, True]
    assert (recorded.status_code, [answer.words for answer in enquiry.answers.all()]) == (
        302,
        ["In November.", "In October."],
    )


def test_enquiry_answer_can_be_put_right_by_a_later_one(client):
    enquiry = make_enquiry()
    make_answer(enquiry, date(2019, 7, 1))
    sign_in(client, enquiry.partnership, Role.PROGRAMME_MANAGER)

    client.post(answer_page(enquiry), filled(client.get(answer_page(enquiry)), words="In November."))

    assert enquiry.answers.newest_first().first().words == "In November."


def test_enquiry_answer_loses_nothing_when_the_session_ends(client):
    enquiry = make_enquiry()
    officer = sign_in(client, enquiry.partnership, Role.OFFICER, enquiry.addressed_to)
    form = filled(client.get(answer_page(enquiry)), words="In October.")
    client.logout()

    client.post(answer_page(enquiry), form)
    client.login(username=officer.email, password=PASSWORD)
    page = client.get(answer_page(enquiry))

    assert (page.context["came_back"], filled(page)["words"]) == (True, "In October.")


@pytest.mark.parametrize(
    "role", [Role.OFFICER, Role.VERIFIER, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR, Role.OBSERVER]
)
def test_enquiry_answer_refuses_who_may_not_answer(client, role):
    """Of officers, those of other organisations; one that was followed by another no longer answers for its heir."""
    enquiry = make_enquiry()
    group = make_organisation(enquiry.partnership, succeeded_by=enquiry.addressed_to)
    organisation = group if role == Role.OFFICER else enquiry.addressed_to
    sign_in(client, enquiry.partnership, role, organisation)

    response = client.post(answer_page(enquiry), {"words": "In October.", "answered_on": "2019-07-08"})

    assert (response.status_code, EnquiryAnswer.objects.count()) == (403, 0)


@pytest.mark.parametrize("name", ["enquiry-detail", "enquiry-answer"])
def test_enquiry_answer_hides_another_partnerships_question(client, name):
    enquiry = make_enquiry()
    sign_in(client, make_partnership(), Role.PROGRAMME_MANAGER)

    response = client.post(answer_page(enquiry), {"words": "In October.", "answered_on": "2019-07-08"})
    shown = client.get(reverse(name, args=[enquiry.pk]))

    assert (response.status_code, shown.status_code, EnquiryAnswer.objects.count()) == (404, 404, 0)
