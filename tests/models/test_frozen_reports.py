"""What a board was told stays as it was told: each way in which code or SQL could change it is tried."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, models, transaction

from actions.canonical import fingerprint_of
from actions.models import PriorityWords, ProgressReport
from actions.models.freezing import ReportIsFrozen
from actions.operations.draft_report import discard_report, edit_report
from actions.operations.freeze_report import freeze_report
from tests.database import only_on
from tests.factories import make_frozen_report, make_plan, make_priority, make_report, make_user
from tests.models.test_progress_report import insert, whole
from tests.models.test_triggers import run_sql, set_column

pytestmark = pytest.mark.django_db

NOON = datetime(2019, 7, 10, 12, tzinfo=UTC)
STAYS = "a frozen report stays as it is: put a mistake right with a new report that says what it corrects"
IN_ORDER = "reports of a plan are numbered and dated in the order in which they are frozen"
ON_FROZEN = "a report compares with, and corrects, only earlier frozen reports of its plan"
WITH_ITS_CONTENT = "a report is published together with what everybody may read of it"
REPORTS, WORDS = "actions_progressreport", "actions_prioritywords"


def make_told() -> ProgressReport:
    """Frozen, with words on a priority."""
    plan = make_plan()
    priority = make_priority(plan)
    draft = make_report(plan, words="First words")
    edit_report(report=draft, by=draft.drafted_by, seen=0, words_by_priority={priority.pk: "First words"})
    return make_frozen(draft)


def make_frozen(draft: ProgressReport) -> ProgressReport:
    return freeze_report(report=draft, by=draft.drafted_by, content=lambda report: {"number": report.number})


def make_published() -> ProgressReport:
    report = make_frozen_report()
    report.publish(by=make_user(), at=NOON, public_words="Plain words")
    return report


@pytest.fixture(params=[ProgressReport, PriorityWords], ids=lambda record: record.__name__)
def row(request):
    """One row, which stands there unchanged whatever the test has done."""
    make_told()
    row = request.param.objects.get()
    yield row
    assert list(request.param.objects.values_list("pk", "words")) == [(row.pk, "First words")]


@contextmanager
def refused_by_the_database():
    """By either rule: the second is that a report inserted as frozen gets the next number."""
    with pytest.raises(IntegrityError, match=f"{STAYS}|{IN_ORDER}"), transaction.atomic():
        yield


# ──── the model and the queryset refuse


def test_frozen_row_is_not_saved_again(row):
    row.words = "Other words"

    with pytest.raises(ReportIsFrozen):
        row.save()


def test_frozen_row_is_not_saved_by_a_copy_from_before_it_was_frozen(row):
    copy = type(row)(**{field.attname: getattr(row, field.attname) for field in row._meta.fields})
    copy.words, copy.frozen_at = "Other words", None

    with pytest.raises(ReportIsFrozen):
        copy.save()


def test_frozen_row_is_not_deleted(row):
    with pytest.raises(ReportIsFrozen):
        row.delete()


def test_queryset_does_not_change_a_frozen_row(row):
    rows = type(row).objects.filter(pk=row.pk)
    row.words = "Other words"

    for change in (
        lambda: rows.update(words="Other words"),
        lambda: rows.delete(),
        lambda: rows._raw_delete("default"),
        lambda: type(row).objects.bulk_update([row], ["words"]),
        lambda: type(row).objects.update_or_create(pk=row.pk, defaults={"words": "Other words"}),
    ):
        with pytest.raises(ReportIsFrozen):
            change()


def test_verbs_do_not_change_a_frozen_report():
    report = make_told()

    with pytest.raises(ReportIsFrozen):
        edit_report(report=report, by=make_user(), seen=report.edits, words="Other words")
    with pytest.raises(ReportIsFrozen):
        discard_report(report=report)

    assert ProgressReport.objects.get().words == "First words"


def test_frozen_report_gets_no_further_words_on_a_priority():
    report = make_told()

    with pytest.raises(ReportIsFrozen):
        report.priority_words.create(priority=make_priority(report.plan), words="Later words")

    assert PriorityWords.objects.get().words == "First words"


# ──── the database refuses


def test_base_manager_does_not_change_a_frozen_row(row):
    for change in (lambda rows: rows.update(words="Other words"), lambda rows: rows.delete()):
        with refused_by_the_database():
            change(models.QuerySet(type(row)).filter(pk=row.pk))


def test_loaded_fixture_does_not_overwrite_a_frozen_row(row):
    row.words = "Other words"

    with refused_by_the_database():
        row.save_base(raw=True)


def test_sql_does_not_insert_over_a_frozen_row(row):
    table, columns = row._meta.db_table, ", ".join(field.column for field in row._meta.fields)

    with refused_by_the_database():
        run_sql(
            f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE true "
            "ON CONFLICT (id) DO UPDATE SET words = 'Other words'"
        )


@only_on("sqlite", "REPLACE is a word of SQLite's")
def test_sql_does_not_replace_a_frozen_row(row):
    table, columns = row._meta.db_table, ", ".join(field.column for field in row._meta.fields)

    with refused_by_the_database():
        run_sql(f"INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table}")


@only_on("sqlite", "REPLACE is a word of SQLite's")
@pytest.mark.parametrize("column", ["id", "number"])
def test_sql_does_not_put_a_draft_in_the_place_of_a_frozen_report(column):
    report = make_told()
    draft = make_report(report.plan)

    with pytest.raises(IntegrityError), transaction.atomic():
        run_sql(f"UPDATE OR REPLACE {REPORTS} SET {column} = %s WHERE id = %s", getattr(report, column), draft.pk)

    assert set(ProgressReport.objects.values_list("pk", flat=True)) == {report.pk, draft.pk}


@only_on("sqlite", "REPLACE is a word of SQLite's")
def test_sql_does_not_put_words_on_a_draft_in_the_place_of_frozen_ones():
    report = make_told()
    draft, priority = make_report(report.plan), make_priority(report.plan)
    words = PriorityWords.objects.get()

    with refused_by_the_database():
        run_sql(f"INSERT OR REPLACE INTO {WORDS} VALUES (%s, 'Other words', %s, %s)", words.pk, priority.pk, draft.pk)


@only_on("postgresql", "SQLite has no TRUNCATE")
def test_sql_does_not_empty_the_table_of_a_frozen_row(row):
    run_sql("SET CONSTRAINTS ALL IMMEDIATE")

    with refused_by_the_database():
        run_sql(f"TRUNCATE {row._meta.db_table} CASCADE")


# ──── what each trigger refuses


def change_of(column: str, value) -> Callable[[], None]:
    def change() -> None:
        set_column(make_told(), column, value)

    change.__name__ = f"change_{column}"
    return change


def delete_it() -> None:
    run_sql(f"DELETE FROM {REPORTS} WHERE id = %s", make_told().pk)


def publish_by_sql(**columns) -> None:
    """As a whole, with further columns."""
    report = make_told()
    whole = {"published_at": NOON, "published_by_id": report.frozen_by_id, "public_content": "{}"}
    columns = whole | {"public_sha256": fingerprint_of("{}")} | columns
    run_sql(f"UPDATE {REPORTS} SET {', '.join(f'{name} = %s' for name in columns)}", *columns.values())


def publish_and_change_a_word() -> None:
    publish_by_sql(words="Other words")


def publish_nothing_that_anybody_may_read() -> None:
    publish_by_sql(public_content="", public_sha256="")


def change_what_was_published(column: str) -> Callable[[], None]:
    def act() -> None:
        report = make_published()
        set_column(report, column, "Other words")

    act.__name__ = f"change_the_published_{column}"
    return act


def withdraw_what_was_published() -> None:
    make_published()
    run_sql(f"UPDATE {REPORTS} SET published_at = NULL, published_by_id = NULL")


def give_a_draft_another_key() -> None:
    set_column(make_report(), "id", 987654)


def change_words_on_a_priority() -> None:
    make_told()
    set_column(PriorityWords.objects.get(), "words", "Other words")


def take_words_on_a_priority_away() -> None:
    make_told()
    run_sql(f"DELETE FROM {WORDS}")


def move_words_to_a_draft() -> None:
    report = make_told()
    set_column(PriorityWords.objects.get(), "report_id", make_report(report.plan).pk)


def move_words_to_a_frozen_report() -> None:
    report = make_told()
    draft, priority = make_report(report.plan), make_priority(report.plan)
    edit_report(report=draft, by=make_user(), seen=0, words_by_priority={priority.pk: "Words"})
    set_column(draft.priority_words.get(), "report_id", report.pk)


def add_words_to_a_frozen_report() -> None:
    report = make_told()
    words = PriorityWords(report=report, priority=make_priority(report.plan), words="Later words")
    PriorityWords.objects.bulk_create([words])


def insert_out_of_order(**fields) -> Callable[[], None]:
    def act() -> None:
        insert(plan=make_told().plan, **whole(**{"number": 2} | fields))

    act.__name__ = "insert_with_" + "_".join(fields)
    return act


def freeze_out_of_order(**fields) -> Callable[[], None]:
    def act() -> None:
        draft = make_report(make_told().plan)
        rows = models.QuerySet(ProgressReport).filter(pk=draft.pk)
        rows.update(**whole(**{"number": 2, "frozen_on": date(2019, 7, 20)} | fields))

    act.__name__ = "freeze_with_" + "_".join(fields)
    return act


def rest_on_a_draft() -> None:
    insert(**whole(number=1), compared_with=make_report(as_at_on=date(2019, 5, 1)))


def freeze_resting_on(field: str, make_other: Callable) -> Callable[[], None]:
    def act() -> None:
        report = make_told()
        draft = make_report(report.plan)
        words = {"correction_reason": "A figure was wrong."} if field == "corrects" else {}
        rows = models.QuerySet(ProgressReport).filter(pk=draft.pk)
        rows.update(**whole(number=2) | words, **{field: make_other(report.plan)})

    act.__name__ = f"freeze_resting_on_{field}_{make_other.__name__}"
    return act


def same_day(plan) -> ProgressReport:
    return plan.reports.frozen().get()


def another_plans(plan) -> ProgressReport:
    return make_frozen_report(as_at_on=date(2019, 5, 1))


REFUSED: list[tuple[str, Callable[[], None], str]] = [
    *(
        ("progress_report_stays_frozen", change_of(column, value), STAYS)
        for column, value in [
            ("number", 2),
            ("as_at_on", "2019-07-09"),
            ("compared_on", "2019-05-01"),
            ("judgement", "in_part"),
            ("judgement_words", "Other words"),
            ("words", "Other words"),
            ("content", "{}"),
            ("sha256", "0" * 64),
            ("frozen_at", "2019-07-10 12:00:00+00:00"),
            ("frozen_at", None),
            ("frozen_on", "2019-07-11"),
            ("edits", 7),
            ("public_words", "Not published"),
            ("public_content", "{}"),
            ("public_sha256", "0" * 64),
        ]
    ),
    ("progress_report_stays_frozen", delete_it, STAYS),
    ("progress_report_stays_frozen", publish_and_change_a_word, STAYS),
    *(
        ("progress_report_stays_frozen", change_what_was_published(column), STAYS)
        for column in ["public_words", "public_content", "public_sha256"]
    ),
    ("progress_report_is_published_with_its_content", publish_nothing_that_anybody_may_read, WITH_ITS_CONTENT),
    ("progress_report_stays_frozen", withdraw_what_was_published, STAYS),
    ("progress_report_stays_frozen", give_a_draft_another_key, STAYS),
    ("priority_words_stay_frozen", change_words_on_a_priority, STAYS),
    ("priority_words_stay_frozen", take_words_on_a_priority_away, STAYS),
    ("priority_words_stay_frozen", move_words_to_a_draft, STAYS),
    ("priority_words_stay_frozen", move_words_to_a_frozen_report, STAYS),
    ("priority_words_stay_frozen", add_words_to_a_frozen_report, STAYS),
    ("progress_report_is_frozen_in_order_on_insert", insert_out_of_order(number=3), IN_ORDER),
    ("progress_report_is_frozen_in_order_on_insert", insert_out_of_order(as_at_on=date(2019, 7, 9)), IN_ORDER),
    ("progress_report_is_frozen_in_order_on_update", freeze_out_of_order(number=3), IN_ORDER),
    ("progress_report_is_frozen_in_order_on_update", freeze_out_of_order(as_at_on=date(2019, 7, 9)), IN_ORDER),
    ("progress_report_rests_on_frozen_ones_on_insert", rest_on_a_draft, ON_FROZEN),
    ("progress_report_rests_on_frozen_ones_on_update", freeze_resting_on("compared_with", make_report), ON_FROZEN),
    ("progress_report_rests_on_frozen_ones_on_update", freeze_resting_on("compared_with", same_day), ON_FROZEN),
    ("progress_report_rests_on_frozen_ones_on_update", freeze_resting_on("compared_with", another_plans), ON_FROZEN),
    ("progress_report_rests_on_frozen_ones_on_update", freeze_resting_on("corrects", make_report), ON_FROZEN),
    ("progress_report_rests_on_frozen_ones_on_update", freeze_resting_on("corrects", another_plans), ON_FROZEN),
]


@pytest.mark.parametrize(
    ("act", "message"),
    [pytest.param(act, message, id=f"{trigger}-{act.__name__}") for trigger, act, message in REFUSED],
)
def test_trigger_refuses_and_says_why(act, message):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()

    assert str(refusal.value).splitlines()[0] == message


# ──── what they let through


def test_trigger_lets_a_frozen_report_be_published_once():
    report = make_published()

    stored = ProgressReport.objects.get()
    assert stored.public["public_words"] == "Plain words"
    assert fingerprint_of(stored.public_content) == stored.public_sha256 == report.public_sha256


def test_trigger_lets_a_draft_be_edited_and_discarded():
    draft = make_report()
    priority = make_priority(draft.plan)

    edit_report(report=draft, by=make_user(), seen=0, words="Other words", words_by_priority={priority.pk: "Words"})
    discard_report(report=draft)

    assert (ProgressReport.objects.count(), PriorityWords.objects.count()) == (0, 0)


def test_trigger_lets_a_later_report_rest_on_a_frozen_one():
    earlier = make_frozen_report(as_at_on=date(2019, 5, 15))

    later = make_frozen_report(earlier.plan, compared_with=earlier)

    assert (later.number, later.since) == (2, date(2019, 5, 15))
