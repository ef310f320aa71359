"""A tracker of a few rows, understood and brought in as the command and the pages do it."""

from datetime import date

from actions.choices import Role
from actions.imports.answers import PROPOSAL, Answers
from actions.imports.doubts import DoubtKind
from actions.imports.grid import BLANK, Book, Cell, Sheet
from actions.imports.known_plan import NOTHING_KNOWN, KnownPlan, known_plan
from actions.imports.understanding import Understanding, understand
from actions.models import Plan, PlanImport
from actions.operations.bring_in import bring_in
from tests.factories import make_import, make_member, make_organisation, make_partnership

JULY, SEPTEMBER, OCTOBER = date(2019, 7, 12), date(2019, 9, 30), date(2019, 10, 31)
HEADINGS = ("Ref", "Priority", "Action", "Lead", "Due date", "Status", "Progress update")
FIRST = ("1.1", "1: Access", "Publish a new local offer website", "County Council", "31/12/2019", "On track", "Begun.")
SECOND = ("1.2", "1: Access", "Train staff in each school", "County Council", "31/03/2020", "Not started", "")
NEW_PLAN = {
    "title": "The plan",
    "kind": "improvement_plan",
    "starts_on": date(2019, 4, 1),
    "ends_on": date(2020, 12, 31),
}
ALL_PROPOSALS = dict.fromkeys(DoubtKind.values, PROPOSAL)


def tracker(*rows: tuple, headings: tuple = HEADINGS, above: tuple = ()) -> Book:
    lines = [*above, headings, *rows]
    width = max(map(len, lines))
    cells = [[Cell(text, text) if text else BLANK for text in line] + [BLANK] * (width - len(line)) for line in lines]
    return Book("tracker.xlsx", "xlsx", "0" * 64, [Sheet("Plan", cells)])


def understood(
    book: Book, *, told_on: date | None = JULY, known: KnownPlan = NOTHING_KNOWN, today: date = OCTOBER, **answers
) -> Understanding:
    return understand(book, Answers(told_on=told_on, **answers), known, today=today)


def make_tracked_plan(book: Book, *, told_on: date = JULY, is_adopted: bool = True, **answers) -> Plan:
    """A plan brought in from a file, with its proposals taken."""
    partnership = make_partnership()
    make_organisation(partnership, name="County Council", short_name="CC")
    plan_import = make_import(partnership=partnership, begun_by=make_member(partnership, role=Role.PROGRAMME_MANAGER))
    new = {
        "title": "The plan",
        "kind": "improvement_plan",
        "starts_on": date(2019, 4, 1),
        "ends_on": date(2020, 12, 31),
    }
    done = brought_in(plan_import, book, told_on=told_on, plan=new, **answers)
    if is_adopted:
        Plan.objects.filter(pk=done.plan_id).update(adopted_on=date(2019, 4, 1))
    return Plan.objects.get(pk=done.plan_id)


def bring_again(plan: Plan, book: Book, *, told_on: date, **answers) -> PlanImport:
    plan_import = make_import(plan, begun_by=plan.imports.first().begun_by)
    return brought_in(plan_import, book, told_on=told_on, **answers)


def brought_in(plan_import: PlanImport, book: Book, *, told_on: date, **answers) -> PlanImport:
    known = known_plan(plan_import.partnership, plan_import.plan)
    answers = {"decided_kinds": ALL_PROPOSALS} | answers
    understanding = understood(book, told_on=told_on, known=known, **answers)
    return bring_in(plan_import=plan_import, brought=understanding.brought(), by=plan_import.begun_by)


def held_against(plan: Plan, book: Book, *, told_on: date = SEPTEMBER, **answers) -> Understanding:
    """What the next file would do to a plan."""
    return understood(book, told_on=told_on, known=known_plan(plan.partnership, plan), **answers)


def kinds(understanding: Understanding) -> list[tuple[str, str]]:
    return [(row.ref, str(row.kind)) for row in understanding.rows]


def asked(understanding: Understanding) -> list[tuple[int | None, str]]:
    return [(each.row, str(each.doubt.kind)) for each in understanding.asked]


def said(plan: Plan, ref: str) -> list[tuple]:
    updates = plan.actions.get(ref=ref).updates.oldest_first()
    return list(updates.values_list("effective_on", "status", "progress"))


def changed(row: tuple, **columns: str) -> tuple:
    """The same row with other words in some columns, by their headings."""
    named = dict(zip(HEADINGS, row, strict=True)) | {name.replace("_", " "): text for name, text in columns.items()}
    return tuple(named[heading] for heading in HEADINGS)


def with_kind_left(kind: DoubtKind) -> dict[str, str]:
    return ALL_PROPOSALS | {kind: "leave"}
