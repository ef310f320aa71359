"""Bringing in, the last step: every question decided, one by one or all of a kind; and the one press that writes."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from actions.choices import Role, Status
from actions.imports.kept_answers import answers_of
from actions.models import Action, Organisation, Plan, PlanImport, Priority, StatusUpdate
from tests.factories import make_action, make_member, make_organisation, make_partnership, make_plan, make_priority
from tests.views.filled import filled, words_on
from tests.views.trackers import CLEAR, COUNCIL, DOUBTFUL, WITHOUT_YEAR, begun

pytestmark = pytest.mark.django_db

TODAY = date(2019, 9, 10)
PAGES = ["import-preview", "import-apply"]


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T09:00:00+01:00"):
        yield


@pytest.fixture
def partnership():
    partnership = make_partnership()
    make_organisation(partnership, name=COUNCIL, short_name="BCC")
    return partnership


@pytest.fixture
def manager(client, partnership):
    manager = make_member(partnership, role=Role.PROGRAMME_MANAGER)
    client.force_login(manager)
    return manager


def at(name: str, plan_import: PlanImport, query: str = "") -> str:
    return reverse(name, args=[plan_import.pk]) + query


def shown(client, half_done, query: str = ""):
    return client.get(at("import-preview", half_done, query))


def question(response, place: int = 0):
    """The one at that place of the rows shown."""
    return [form.question for _, forms in response.context["rows"] for form in forms][place]


def instead(asked, words: str) -> dict[str, str]:
    return {"seen": "0", f"{asked.name}-answer": "=", f"{asked.name}-instead": words}


def decided(half_done: PlanImport) -> dict[str, str]:
    half_done.refresh_from_db()
    return half_done.decisions


def written() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in (Plan, Priority, Organisation, Action, StatusUpdate)}


# ──── what is shown


def test_import_preview_shows_each_row_as_it_will_be_and_writes_nothing(client, partnership, manager):
    before = written()

    response = shown(client, begun(partnership, manager))

    assert [(row.row.ref, row.row.kind, row.row.title) for row, _ in response.context["rows"]] == [
        ("1.1", "new", "Publish the offer for families"),
        ("1.2", "new", "Train staff in each school"),
    ]
    assert (response.context["counts"], written()) == ([("new", 2)], before)


def test_import_preview_puts_the_questions_on_top_by_kind(client, partnership, manager):
    half_done = begun(partnership, manager, *CLEAR, WITHOUT_YEAR, ("1.5", *WITHOUT_YEAR[1:]), ("", *CLEAR[0][1:]))
    client.post(at("import-preview", half_done), {"all": "ref_missing:proposal"})

    to_decide, decided_kinds = shown(client, half_done).context["kinds"]

    assert [(kind.kind, kind.undecided, kind.proposed) for kind in to_decide] == [
        ("date_without_year", 2, 2),
        ("row", 1, 1),
    ]
    assert [(kind.kind, kind.count) for kind in decided_kinds] == [("ref_missing", 1)]


def test_import_preview_quotes_what_was_typed_beside_the_reason(client, partnership, manager):
    asked = question(shown(client, begun(partnership, manager, WITHOUT_YEAR)))

    assert (asked.first.typed, asked.about, dict(asked.answers)["proposal"]) == ("4 January", "Due", "4 January 2020")
    assert asked.sentences == ["“4 January” names no year. 4 January 2020 is the first that the plan's years allow."]


def test_import_preview_shows_what_a_changed_row_was_before(client, partnership, manager):
    plan = make_plan(partnership)
    council = partnership.organisations.get()
    access = make_priority(plan, ref="1", title="Access")
    make_action(plan, priority=access, ref="1.1", title="Publish the offer for family", lead_organisation=council)

    response = shown(client, begun(partnership, manager, CLEAR[0], plan=plan))

    [(row, _)] = response.context["rows"]
    assert row.row.kind == "changed"
    assert ("Action", "Publish the offer for family", "Publish the offer for families") in row.row.changes


def test_import_preview_asks_whether_the_same_reference_is_another_action(client, partnership, manager):
    plan = make_plan(partnership)
    make_action(plan, ref="1.1", title="Merge two hospital waiting lists")

    response = shown(client, begun(partnership, manager, CLEAR[0], plan=plan))

    [(row, _)] = response.context["rows"]
    assert row.row.kind == "another"
    assert "Merge two hospital waiting lists" in words_on(response)


def test_import_preview_names_what_the_file_no_longer_has(client, partnership, manager):
    plan = make_plan(partnership)
    make_action(plan, ref="9.9", title="Close the old register")

    response = shown(client, begun(partnership, manager, plan=plan))

    assert [each.action.ref for each, _ in response.context["vanished"]] == ["9.9"]
    assert "They stay as they are" in words_on(response)


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("", ["1.1", "1.2", "1.4"]),
        ("?show=to-decide", ["1.4"]),
        ("?show=asked", ["1.4"]),
        ("?show=new", ["1.1", "1.2", "1.4"]),
        ("?kind=date_without_year", ["1.4"]),
        ("?page=7", ["1.1", "1.2", "1.4"]),
        ("?show=changed", []),
        ("?kind=ref_missing", []),
    ],
)
def test_import_preview_shows_just_the_rows_that_are_asked_for(client, partnership, manager, query, refs):
    response = shown(client, begun(partnership, manager, *CLEAR, WITHOUT_YEAR), query)

    assert [row.row.ref for row, _ in response.context["rows"]] == refs


@pytest.mark.parametrize("query", ["?show=junk", "?kind=junk", "?sheet=Plan", "?sheet=99"])
def test_import_preview_of_rows_that_cannot_be_says_what_can(client, partnership, manager, query):
    response = shown(client, begun(partnership, manager), query)

    assert (response.status_code, "must be one of" in words_on(response)) == (400, True)


def test_import_preview_before_a_plan_is_chosen_leads_to_the_first_step(client, partnership, manager):
    half_done = begun(partnership, manager, choices={})

    assert shown(client, half_done).url == at("import-sheets", half_done)


# ──── what is decided


def test_import_preview_keeps_what_was_decided_and_the_place(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR, DOUBTFUL)
    asked = question(shown(client, half_done))

    response = client.post(at("import-preview", half_done, "?show=asked"), {f"{asked.name}-answer": "leave"})

    assert response.url == f"{at('import-preview', half_done)}?show=asked#rows"
    assert decided(half_done) == {asked.first.key: "leave"}


def test_import_preview_takes_words_for_an_answer(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR)
    asked = question(shown(client, half_done))

    client.post(at("import-preview", half_done), {f"{asked.name}-instead": "31 May 2020"})

    [row] = [row.row for row, _ in shown(client, half_done).context["rows"]]
    assert [told.read for told in row.told if told.field == "due"] == ["31 May 2020"]


def test_import_preview_gives_back_what_cannot_be_read(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR, DOUBTFUL)
    asked = question(shown(client, half_done))
    typed = {f"{asked.name}-answer": "=", f"{asked.name}-instead": "whenever it suits"}

    response = client.post(at("import-preview", half_done), typed)

    [(message, target)] = response.context["problems"]
    assert (message.startswith("This cannot be read."), target) == (True, f"id_{asked.name}-instead")
    assert filled(response, to=at("import-preview", half_done))[f"{asked.name}-instead"] == "whenever it suits"
    assert decided(half_done) == {}


def test_import_preview_asks_for_words_where_something_else_is_chosen(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR)
    asked = question(shown(client, half_done))

    response = client.post(at("import-preview", half_done), {f"{asked.name}-answer": "="})

    assert response.context["problems"] == [("Say what it shall be instead.", f"id_{asked.name}-instead")]


def test_import_preview_decides_all_of_a_kind_at_once(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR, ("1.5", *WITHOUT_YEAR[1:]), DOUBTFUL)

    response = client.post(at("import-preview", half_done), {"all": "date_without_year:proposal"})

    assert response.url == f"{at('import-preview', half_done)}#questions"
    assert [asked.row for asked in shown(client, half_done).context["found"].undecided] == [4]


def test_import_preview_shows_all_rows_once_nothing_is_left_to_decide(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR)

    response = client.post(at("import-preview", half_done, "?show=to-decide"), {"all": "date_without_year:leave"})

    assert response.url == at("import-preview", half_done)


def test_import_preview_asks_all_of_a_kind_again(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR)
    client.post(at("import-preview", half_done), {"all": "date_without_year:leave"})

    client.post(at("import-preview", half_done), {"all": "date_without_year:"})

    assert len(shown(client, half_done).context["found"].undecided) == 1


def test_import_preview_decides_the_same_wherever_it_is_typed(client, partnership, manager):
    half_done = begun(partnership, manager, WITHOUT_YEAR, ("1.5", *WITHOUT_YEAR[1:]))
    asked = question(shown(client, half_done))

    client.post(at("import-preview", half_done), {f"{asked.name}-answer": "leave", f"{asked.name}-same": "on"})

    assert (asked.elsewhere, sorted(decided(half_done).values())) == (1, ["leave", "leave"])


@pytest.mark.parametrize("junk", ["junk", "date_without_year:junk", ":", "date_without_year:=31 May 2020"])
def test_import_preview_takes_no_junk_for_an_answer_to_all(client, partnership, manager, junk):
    half_done = begun(partnership, manager, WITHOUT_YEAR)

    client.post(at("import-preview", half_done), {"all": junk})

    half_done.refresh_from_db()
    assert answers_of(half_done).decided_kinds == {}


def test_import_preview_keeps_why_an_action_is_closed(client, partnership, manager):
    plan = make_plan(partnership)
    gone = make_action(plan, ref="9.9")
    half_done = begun(partnership, manager, plan=plan)

    client.post(at("import-preview", half_done), {f"close-{gone.pk}": "The school has closed."})

    [(_, reason)] = shown(client, half_done).context["vanished"]
    assert reason == "The school has closed."


# ──── applying


def ready(client, partnership, manager, *rows, **fields) -> PlanImport:
    half_done = begun(partnership, manager, *rows, **fields)
    for kind in shown(client, half_done).context["found"].by_kind:
        client.post(at("import-preview", half_done), {"all": f"{kind}:proposal"})
    return half_done


def test_import_apply_brings_in_the_plan_with_its_actions(client, partnership, manager):
    half_done = ready(client, partnership, manager)

    response = client.post(
        at("import-apply", half_done), filled(shown(client, half_done), to=at("import-preview", half_done))
    )

    plan = Plan.objects.get()
    assert response.url == at("import-detail", half_done)
    assert (plan.title, list(plan.actions.order_by("ref").values_list("ref", flat=True))) == (
        "SEND plan 2019–2020",
        ["1.1", "1.2"],
    )
    updates = StatusUpdate.objects.order_by("action__ref")
    assert [(each.status, each.effective_on) for each in updates] == [
        (Status.COMPLETE, date(2019, 7, 12)),
        (Status.ON_TRACK, date(2019, 7, 12)),
    ]


def test_import_apply_pressed_twice_brings_in_once(client, partnership, manager):
    half_done = ready(client, partnership, manager)

    for _ in range(2):
        client.post(at("import-apply", half_done), {"seen": "0"})

    assert Action.objects.count() == 2


def test_import_apply_writes_nothing_while_something_is_undecided(client, partnership, manager):
    half_done, before = begun(partnership, manager, WITHOUT_YEAR), written()

    response = client.post(at("import-apply", half_done), {"seen": "0"}, follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Not brought in: something is still to be decided."
    ]
    assert written() == before


def test_import_apply_keeps_an_answer_that_was_changed_before_the_press(client, partnership, manager):
    half_done = ready(client, partnership, manager, WITHOUT_YEAR)
    asked = question(shown(client, half_done))

    client.post(
        at("import-apply", half_done),
        {"seen": "0", f"{asked.name}-answer": "=", f"{asked.name}-instead": "31 May 2020"},
    )

    assert Action.objects.get().original_due_on == date(2020, 5, 31)


def test_import_apply_gives_back_what_cannot_be_read(client, partnership, manager):
    half_done, before = ready(client, partnership, manager, WITHOUT_YEAR), written()
    asked = question(shown(client, half_done))

    response = client.post(
        at("import-apply", half_done), {"seen": "0", f"{asked.name}-answer": "=", f"{asked.name}-instead": "some day"}
    )

    assert ([target for _, target in response.context["problems"]], written()) == ([f"id_{asked.name}-instead"], before)


def test_import_apply_writes_nothing_over_what_was_recorded_since(client, partnership, manager):
    plan = make_plan(partnership)
    half_done = ready(client, partnership, manager, plan=plan)
    seen = filled(shown(client, half_done), to=at("import-preview", half_done))["seen"]
    make_action(plan).plan.bump_revision()

    response = client.post(at("import-apply", half_done), {"seen": seen}, follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Not brought in: somebody recorded something since you looked. Look again, then press."
    ]
    assert StatusUpdate.objects.count() == 0


def test_import_apply_that_is_only_looked_at_leads_back(client, partnership, manager):
    half_done = begun(partnership, manager)

    assert client.get(at("import-apply", half_done, "?page=2")).url == at("import-preview", half_done, "?page=2")


# ──── whose


@pytest.mark.parametrize("name", PAGES)
def test_import_page_is_refused_to_who_may_no_longer_edit_the_plan(client, partnership, name):
    officer = make_member(partnership, role=Role.OFFICER)
    client.force_login(officer)
    half_done, before = begun(partnership, officer), written()

    answers = [client.get(at(name, half_done)).status_code, client.post(at(name, half_done)).status_code]

    assert (answers, written()) == ([403, 403], before)


@pytest.mark.parametrize("name", PAGES)
def test_import_page_of_somebody_else_is_not_found(client, partnership, manager, name):
    theirs = begun(partnership, make_member(partnership, role=Role.PROGRAMME_MANAGER))

    assert [client.get(at(name, theirs)).status_code, client.post(at(name, theirs)).status_code] == [404, 404]


def test_import_preview_asks_as_many_queries_however_long_the_file(
    client, partnership, manager, django_assert_num_queries
):
    short = begun(partnership, manager, WITHOUT_YEAR)
    long = begun(partnership, manager, *[(f"2.{number}", *WITHOUT_YEAR[1:]) for number in range(1, 80)])
    shown(client, short)

    with django_assert_num_queries(8):
        shown(client, short)
    with django_assert_num_queries(8):
        assert len(shown(client, long).context["rows"]) == 50
