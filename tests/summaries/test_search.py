"""What a search finds and what comes first: the same on both databases, but for what each is said to do better."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.choices import Status
from actions.summaries.search.asked import asked_for
from actions.summaries.search.results import A_FEW, A_PAGE, search_results
from tests.amounts import tries
from tests.database import only_on, undone
from tests.factories import (
    PLAN_ENDS_ON,
    make_action,
    make_answer,
    make_enquiry,
    make_finding,
    make_inspection,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_update,
)

pytestmark = pytest.mark.django_db

LATER = date(2019, 7, 10)


def found(partnership, typed, *, on=LATER, **which):
    """The records of each kind, as the page lists them."""
    results = search_results(partnership, asked_for(typed), on=on, **which)
    return {group.kind: [hit.record for hit in group.hits] for group in results.groups if group.hits}


def only_hit(partnership, typed):
    (group,) = search_results(partnership, asked_for(typed), on=LATER).found
    (hit,) = group.hits
    return hit


def marked(parts):
    return [words for words, is_match in parts if is_match]


# ──── what is found


@pytest.mark.parametrize("field", ["title", "description", "success_criteria", "accountable_post"])
def test_search_finds_words_in_every_text_of_an_action(field):
    action = make_action(**{field: "A clinic in Ormskirk"})

    assert found(action.plan.partnership, "ormskirk CLINIC") == {"actions": [action]}


@pytest.mark.parametrize("field", ["progress", "next_steps", "reason", "recovery", "effect_on_families"])
def test_search_finds_words_in_every_text_of_an_update(field):
    action = make_action()
    update = make_update(action, Status.DELAYED, date(2019, 5, 1), **{field: "A clinic in Ormskirk"})
    make_update(action, Status.ON_TRACK, date(2019, 6, 1), progress="Something else")

    assert found(action.plan.partnership, "ormskirk clinic") == {"updates": [update]}


def test_search_finds_words_in_findings():
    finding = make_finding(text="Parents are lost in the pathway")

    assert found(finding.inspection.partnership, "lost parents") == {"findings": [finding]}


def test_search_finds_words_in_a_question_its_minute_and_its_answer():
    asked = make_enquiry(text="When will the clinic open?", minute_ref="14/2019")
    answered = make_enquiry(asked.partnership, text="Who answers for it?")
    make_answer(answered, date(2019, 7, 1), words="The lead in Ormskirk.")

    assert found(asked.partnership, "clinic") == {"questions": [asked]}
    assert found(asked.partnership, "14/2019") == {"questions": [asked]}
    assert found(asked.partnership, "Ormskirk") == {"questions": [answered]}


def test_search_knows_only_the_answer_that_stood_on_the_day():
    enquiry = make_enquiry(text="Who answers for it?")
    make_answer(enquiry, date(2019, 7, 1), words="Ormskirk.")
    make_answer(enquiry, date(2019, 7, 5), words="Chorley.")

    assert found(enquiry.partnership, "Ormskirk", on=date(2019, 6, 30)) == {}
    assert found(enquiry.partnership, "Ormskirk", on=date(2019, 7, 4)) == {"questions": [enquiry]}
    assert found(enquiry.partnership, "Ormskirk", on=date(2019, 7, 5)) == {}


def test_search_finds_only_what_holds_every_word_whichever_text_holds_it():
    plan = make_plan()
    both = make_action(plan, title="Open a clinic", description="It stands in Ormskirk.")
    make_action(plan, title="Open a clinic", description="It stands in Chorley.")

    assert found(plan.partnership, "Ormskirk clinic") == {"actions": [both]}


def test_search_keeps_words_in_quotation_marks_together():
    plan = make_plan()
    together = make_action(plan, description="The new local\noffer website")
    apart = make_action(plan, description="We offer more local places")

    assert found(plan.partnership, "“local offer”") == {"actions": [together]}
    assert found(plan.partnership, "local offer") == {"actions": [together, apart]}


def test_search_finds_a_confirmed_update_once():
    action = make_action()
    said = make_update(action, Status.DELAYED, date(2019, 5, 1), reason="The lease in Ormskirk fell through.")
    action.confirm(by=said.recorded_by, effective_on=date(2019, 6, 1))

    assert found(action.plan.partnership, "Ormskirk") == {"updates": [said]}


def test_search_finds_nothing_of_another_partnership():
    make_update(make_action(title="Ormskirk"), Status.ON_TRACK, date(2019, 5, 1), progress="Ormskirk")
    make_finding(text="Ormskirk")

    assert found(make_partnership(), "Ormskirk") == {}


def test_search_asks_for_nothing_where_no_word_is_given(django_assert_num_queries):
    partnership = make_partnership()

    with django_assert_num_queries(0):
        assert search_results(partnership, asked_for(' "-" % _ '), on=LATER) is None


# ──── references


@pytest.mark.parametrize("typed", ["1.1", "Action 1.1", "ref. 1.1"])
def test_search_puts_a_reference_first_and_takes_it_exactly(typed):
    plan = make_plan()
    make_action(plan, ref="1.10", title="Train action leads for ref 1.10 and 11.1 and 1.1.2")
    named = make_action(plan, ref="1.1", title="Another")

    assert found(plan.partnership, typed) == {"actions": [named]}


def test_search_lists_those_that_mention_a_reference_after_it():
    plan = make_plan()
    mentions = make_action(plan, ref="1.2", title="Follows 1.10.")
    named = make_action(plan, ref="1.10", title="Another")
    make_action(plan, ref="1.1", title="A third")

    assert found(plan.partnership, "1.10") == {"actions": [named, mentions]}


def test_search_takes_a_reference_in_small_letters_too():
    finding = make_finding(ref="F7-b", text="Another")

    assert found(finding.inspection.partnership, "f7-B") == {"findings": [finding]}


def test_search_finds_a_reference_together_with_a_word():
    plan = make_plan()
    action = make_action(plan, ref="1.10", title="Open a clinic")
    make_action(plan, ref="1.1", title="Open a clinic")

    assert found(plan.partnership, "1.10 clinic") == {"actions": [action]}


# ──── as at a day


def test_search_finds_only_what_was_known_by_the_day():
    partnership = make_partnership()
    day = date(2019, 6, 1)
    action = make_action(make_plan(partnership), title="Ormskirk", added_on=day)
    update = make_update(action, Status.ON_TRACK, day, progress="Ormskirk")
    finding = make_finding(make_inspection(partnership, inspected_on=day, published_on=day), text="Ormskirk")

    assert found(partnership, "Ormskirk", on=day - timedelta(days=1)) == {}
    assert found(partnership, "Ormskirk", on=day) == {
        "actions": [action],
        "updates": [update],
        "findings": [finding],
    }


def test_search_shows_an_action_as_it_stood_on_the_day():
    action = make_action(title="Ormskirk")
    make_update(action, Status.COMPLETE, LATER + timedelta(days=1))

    assert only_hit(action.plan.partnership, "Ormskirk").status == Status.NOT_STARTED


# ──── what a hit says


def test_search_marks_the_words_in_the_title_and_in_the_texts_that_hold_them():
    action = make_action(
        ref="4.2", title="Open clinics", description="With <b>families</b>.", success_criteria="One clinic a year."
    )

    hit = only_hit(action.plan.partnership, "clinic")

    assert (marked(hit.title), "".join(words for words, _ in hit.title)) == (["clinics"], "4.2 Open clinics")
    assert [(excerpt.label, excerpt.parts) for excerpt in hit.excerpts] == [
        ("How we will know", [("One ", False), ("clinic", True), (" a year.", False)])
    ]


def test_search_says_where_an_update_stands():
    action = make_action(ref="4.2", title="Open a clinic")
    update = make_update(action, Status.DELAYED, date(2019, 5, 1), reason="The lease in Ormskirk fell through.")

    hit = only_hit(action.plan.partnership, "lease")

    assert (hit.page, hit.anchor) == (("action-detail", action.pk), f"#update-{update.pk}")
    assert (hit.title, hit.status, hit.day, hit.plan) == (
        [("4.2 Open a clinic", False)],
        Status.DELAYED,
        date(2019, 5, 1),
        action.plan,
    )
    assert [(excerpt.label, marked(excerpt.parts)) for excerpt in hit.excerpts] == [("Why", ["lease"])]


# ──── what comes first, and how many


def test_search_puts_those_first_whose_title_holds_the_words():
    plan = make_plan()
    below = make_action(plan, title="Another", description="A clinic", order=1)
    above = make_action(plan, priority=below.priority, title="Open a clinic", order=2)

    assert found(plan.partnership, "clinic") == {"actions": [above, below]}


def test_search_lists_the_newest_updates_first():
    action = make_action()
    days = [date(2019, 5, 1) + timedelta(days=number) for number in range(3)]
    updates = [make_update(action, Status.ON_TRACK, day, progress="Ormskirk") for day in days]

    assert found(action.plan.partnership, "Ormskirk") == {"updates": updates[::-1]}


def test_search_shows_a_few_of_every_kind_and_of_one_kind_a_page():
    plan = make_plan()
    actions = [make_action(plan, title="Ormskirk", order=number) for number in range(A_PAGE + 3)]
    finding = make_finding(make_inspection(plan.partnership), text="Ormskirk")

    few = search_results(plan.partnership, asked_for("Ormskirk"), on=LATER)
    second = search_results(plan.partnership, asked_for("Ormskirk"), on=LATER, kind="actions", page="2")

    assert [(group.kind, group.count, len(group.hits)) for group in few.shown] == [
        ("actions", A_PAGE + 3, A_FEW),
        ("findings", 1, 1),
    ]
    assert [(group.kind, [hit.record for hit in group.hits]) for group in second.shown] == [("actions", actions[-3:])]
    assert [group.count for group in second.groups] == [A_PAGE + 3, 0, 1, 0]
    assert found(plan.partnership, "Ormskirk", kind="findings", page="junk") == {"findings": [finding]}


@pytest.mark.parametrize("number", [1, 3])
def test_search_asks_as_many_queries_however_much_it_finds(number, django_assert_num_queries):
    partnership = make_partnership()
    for _ in range(number):
        action = make_action(make_plan(partnership), title="Ormskirk")
        make_update(action, Status.ON_TRACK, date(2019, 5, 1), progress="Ormskirk")
    inspection = make_inspection(partnership)
    for _ in range(number):
        make_finding(inspection, text="Ormskirk")
        make_enquiry(partnership, text="Ormskirk")

    with django_assert_num_queries(8):
        assert search_results(partnership, asked_for("Ormskirk"), on=LATER).count == 4 * number


# ──── any words at all

few_letters = st.text(alphabet="abé1.'% ", max_size=12)


@only_on("sqlite", "a plain match, which a plain reading can be held against")
@settings(max_examples=tries(100))
@given(
    texts=st.lists(few_letters, min_size=1, max_size=4), typed=few_letters.filter(lambda typed: asked_for(typed).terms)
)
def test_search_finds_just_those_that_hold_every_word(texts, typed, plan):
    with undone():
        priority, lead = make_priority(plan), make_organisation(plan.partnership)
        for number, text in enumerate(texts):
            make_action(priority=priority, lead_organisation=lead, ref=f"R{number}", title="-", description=text)

        actions = found(plan.partnership, typed).get("actions", [])

    words = [term.text for term in asked_for(typed).terms]
    expected = [text for text in texts if all(holds(text, word) for word in words)]
    assert [action.description for action in actions] == expected


@pytest.fixture
def plan():
    return make_plan()


def holds(text: str, word: str) -> bool:
    """As a person would look for it: whole where it begins or ends with a digit, anywhere else."""
    text, word = text.lower(), word.lower()
    places = [at for at in range(len(text)) if text.startswith(word, at)]
    return any(stands_alone(text, word, at) for at in places)


def stands_alone(text: str, word: str, at: int) -> bool:
    before, after = text[:at], text[at + len(word) :]
    begins = not word[0].isdigit() or not before or not (before[-1].isalnum() or before[-1] == ".")
    goes_on = after[:1].isalnum() or (after[:1] == "." and after[1:2].isalnum())
    return begins and not (word[-1].isdigit() and goes_on)


@settings(max_examples=tries(150))
@given(typed=st.text(max_size=40), around=st.sampled_from(["{}", '"{}', "a {} b", "\\{}", "%{}_", "{}:*", "!({}"]))
def test_search_takes_whatever_is_typed(typed, around, plan):
    asked = asked_for(around.format(typed.replace("\x00", "")))

    results = search_results(plan.partnership, asked, on=PLAN_ENDS_ON)

    assert results is None or results.count == 0


def test_search_takes_as_many_words_as_can_be_typed():
    letters = " ".join(chr(ord("À") + number) for number in range(100))
    action = make_action(description=letters)

    assert found(action.plan.partnership, letters) == {"actions": [action]}


def test_search_takes_a_very_long_text():
    action = make_action(title="Ormskirk", description=" ".join(f"word{number}" for number in range(150_000)))

    assert found(action.plan.partnership, "Ormskirk word7") == {"actions": [action]}


# ──── what each database does better


@only_on("postgresql", "its full text knows the forms of a word")
def test_search_finds_other_forms_of_a_word_and_marks_them():
    action = make_action(title="Visited schools")
    make_action(action.plan, title="Supervised schools")

    hit = only_hit(action.plan.partnership, "visit")

    assert (hit.record, marked(hit.title)) == (action, ["Visited"])


@only_on("sqlite", "a plain match finds a part of a word")
def test_search_finds_the_beginning_of_a_word_and_marks_all_of_it():
    hit = only_hit(make_action(title="Neurodevelopmental pathway").plan.partnership, "neurodev")

    assert marked(hit.title) == ["Neurodevelopmental"]
