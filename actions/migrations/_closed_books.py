"""Told is told, against plain SQL too: a frozen report stays, and nothing can be made to count under it."""

from ._triggers import Trigger, refusing

REPORT, WORDS = "actions_progressreport", "actions_prioritywords"

STAYS = "a frozen report stays as it is: put a mistake right with a new report that says what it corrects"

_FROZEN = [
    "plan_id",
    "number",
    "meeting_id",
    "as_at_on",
    "compared_with_id",
    "compared_on",
    "judgement",
    "judgement_words",
    "words",
    "corrects_id",
    "correction_reason",
    "drafted_by_id",
    "drafted_at",
    "edited_by_id",
    "edits",
    "frozen_on",
    "frozen_at",
    "frozen_by_id",
    "content",
    "sha256",
]


def differs(column: str) -> str:
    return f"(NEW.{column} <> OLD.{column} OR (NEW.{column} IS NULL) <> (OLD.{column} IS NULL))"


def _stays(name: str, table: str, *, insert: str, update: str, delete: str, any_frozen: str) -> Trigger:
    """Refuse each kind of write for which its condition holds, and emptying the table while anything is frozen.

    SQLite's OR REPLACE deletes without telling the triggers on delete, so a write that would take the
    place of a frozen row is refused on its own.
    """
    refuse = f"RAISE EXCEPTION '{STAYS}' USING ERRCODE = 'integrity_constraint_violation'"
    return Trigger(
        name,
        table,
        sqlite="-- next".join(
            f"\nCREATE TRIGGER {{name}} BEFORE {event} ON {{table}} WHEN {when} BEGIN SELECT RAISE(ABORT, '{STAYS}'); END\n"
            for event, when in [("INSERT", insert), ("UPDATE", update), ("DELETE", delete)]
        ),
        postgresql=f"""
            CREATE FUNCTION {{name}}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                IF TG_OP = 'INSERT' THEN IF {insert} THEN {refuse}; END IF; RETURN NEW; END IF;
                IF TG_OP = 'UPDATE' THEN IF {update} THEN {refuse}; END IF; RETURN NEW; END IF;
                IF TG_OP = 'DELETE' THEN IF {delete} THEN {refuse}; END IF; RETURN OLD; END IF;
                IF {any_frozen} THEN {refuse}; END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER {{name}} BEFORE INSERT OR UPDATE OR DELETE ON {{table}}
            FOR EACH ROW EXECUTE FUNCTION {{name}}();
            CREATE TRIGGER {{name}}_at_once BEFORE TRUNCATE ON {{table}} EXECUTE FUNCTION {{name}}();
        """,
    )


def _is_frozen(report: str) -> str:
    return f"EXISTS (SELECT 1 FROM {REPORT} WHERE id = {report} AND frozen_at IS NOT NULL)"


def _last(column: str) -> str:
    """Of the frozen reports of the same plan."""
    return f"(SELECT MAX(told.{column}) FROM {REPORT} AS told WHERE told.plan_id = NEW.plan_id AND told.frozen_at IS NOT NULL)"


def _is_no_frozen_report_of_the_plan(column: str) -> str:
    return f"""NEW.{column} IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM {REPORT} AS told
        WHERE told.id = NEW.{column} AND told.plan_id = NEW.plan_id AND told.frozen_at IS NOT NULL
    )"""


OUT_OF_ORDER = f"NEW.number <> COALESCE({_last('number')}, 0) + 1 OR NEW.as_at_on < {_last('as_at_on')}"
RESTS_ON_WHAT_MAY_CHANGE = f"""{_is_no_frozen_report_of_the_plan("compared_with_id")}
    OR {_is_no_frozen_report_of_the_plan("corrects_id")}
    OR NEW.as_at_on <= (SELECT told.as_at_on FROM {REPORT} AS told WHERE told.id = NEW.compared_with_id)"""


def frozen_report_rules() -> list[Trigger]:
    """A frozen report changes in nothing but that it is published, once; and each is frozen after the one before."""
    return [
        _stays(
            "progress_report_stays_frozen",
            REPORT,
            insert=f"""EXISTS (
                SELECT 1 FROM {REPORT} AS told WHERE told.frozen_at IS NOT NULL
                AND (told.id = NEW.id OR told.plan_id = NEW.plan_id AND told.number = NEW.number)
            )""",
            update=f"""NEW.id <> OLD.id OR OLD.frozen_at IS NOT NULL AND (
                OLD.published_at IS NOT NULL OR NEW.published_at IS NULL OR {" OR ".join(map(differs, _FROZEN))}
            )""",
            delete="OLD.frozen_at IS NOT NULL",
            any_frozen=f"EXISTS (SELECT 1 FROM {REPORT} WHERE frozen_at IS NOT NULL)",
        ),
        _stays(
            "priority_words_stay_frozen",
            WORDS,
            insert=f"""{_is_frozen("NEW.report_id")} OR EXISTS (
                SELECT 1 FROM {WORDS} AS said JOIN {REPORT} AS told ON told.id = said.report_id
                WHERE said.id = NEW.id AND told.frozen_at IS NOT NULL
            )""",
            update=f"NEW.id <> OLD.id OR {_is_frozen('OLD.report_id')} OR {_is_frozen('NEW.report_id')}",
            delete=_is_frozen("OLD.report_id"),
            any_frozen=f"EXISTS (SELECT 1 FROM {WORDS} AS said WHERE {_is_frozen('said.report_id')})",
        ),
        *_at_freezing(
            "progress_report_is_frozen_in_order",
            OUT_OF_ORDER,
            "reports of a plan are numbered and dated in the order in which they are frozen",
        ),
        *_at_freezing(
            "progress_report_rests_on_frozen_ones",
            RESTS_ON_WHAT_MAY_CHANGE,
            "a report compares with, and corrects, only earlier frozen reports of its plan",
        ),
    ]


def published_report_rules() -> list[Trigger]:
    """Publishing keeps, in the same write, what everybody may read; both then stay as `frozen_report_rules` says."""
    return [
        refusing(
            "progress_report_is_published_with_its_content",
            REPORT,
            event="UPDATE",
            when="NEW.published_at IS NOT NULL AND OLD.published_at IS NULL AND NEW.public_content = ''",
            message="a report is published together with what everybody may read of it",
        )
    ]


def _at_freezing(name: str, when: str, message: str) -> list[Trigger]:
    freezing = {
        "insert": "NEW.frozen_at IS NOT NULL",
        "update": "NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL",
    }
    return [
        refusing(f"{name}_on_{event}", REPORT, event=event.upper(), when=f"{is_now} AND ({when})", message=message)
        for event, is_now in freezing.items()
    ]


# ──── closed books


def _closed_through(plan: str, report: str = "told") -> str:
    return f"""(
        SELECT MAX({report}.as_at_on) FROM {REPORT} AS {report}
        WHERE {report}.plan_id = {plan} AND {report}.frozen_at IS NOT NULL
    )"""


_SAME_REF = "told.plan_id = NEW.plan_id AND told.ref = NEW.ref"
_PLAN_OF_ACTION = "(SELECT plan_id FROM actions_action WHERE id = NEW.action_id)"
_PLAN_OF_CHANGE = """(
    SELECT action.plan_id FROM actions_action AS action JOIN actions_datechange AS asked ON asked.action_id = action.id
    WHERE asked.id = NEW.date_change_id
)"""
_PLAN_OF_CLAIM = """(
    SELECT action.plan_id FROM actions_action AS action JOIN actions_statusupdate AS said ON said.action_id = action.id
    WHERE said.id = NEW.claim_id
)"""

CLOSED = "the figures through that day are frozen in a progress report: choose a later day"
COUNTED = "a frozen progress report counts this action: it stays, with its dates"

_DATED = [
    ("status_update", "actions_statusupdate", "effective_on", _PLAN_OF_ACTION),
    ("date_change", "actions_datechange", "asked_on", _PLAN_OF_ACTION),
    ("date_decision", "actions_datedecision", "decided_on", _PLAN_OF_CHANGE),
    ("evidence", "actions_evidence", "added_on", _PLAN_OF_ACTION),
    ("verification", "actions_verification", "verified_on", _PLAN_OF_CLAIM),
    ("action", "actions_action", "added_on", "NEW.plan_id"),
]


def closed_books_rules() -> list[Trigger]:
    """From freezing, nothing counts on or before the day told of, and what decided its figures stays.

    SQLite's OR REPLACE would delete an action that is told of without asking the rule on delete.
    """
    promise = ["added_on", "planned_start_on", "original_due_on", "due_precision"]
    patience = ["starts_on", "tolerance_days", "confirm_within_days"]
    return [
        *(
            refusing(
                f"{record}_counts_after_the_closed_books",
                table,
                event="INSERT",
                when=f"NEW.{day} <= {_closed_through(plan)}",
                message=CLOSED,
            )
            for record, table, day, plan in _DATED
        ),
        refusing(
            "action_told_of_keeps_its_dates",
            "actions_action",
            event="UPDATE",
            when=f"""({" OR ".join(map(differs, promise))})
                AND (OLD.added_on <= {_closed_through("OLD.plan_id")} OR NEW.added_on <= {_closed_through("OLD.plan_id")})""",
            message=COUNTED,
        ),
        refusing(
            "action_told_of_stays",
            "actions_action",
            event="DELETE",
            when=f"OLD.added_on <= {_closed_through('OLD.plan_id')}",
            message=COUNTED,
        ),
        *(
            refusing(
                f"action_told_of_is_not_replaced_on_{event.lower()}",
                "actions_action",
                event=event,
                when=f"""EXISTS (
                    SELECT 1 FROM actions_action AS told
                    WHERE ({those}) AND told.added_on <= {_closed_through("told.plan_id", report="closing")}
                )""",
                message=COUNTED,
            )
            for event, those in [
                ("INSERT", f"told.id = NEW.id OR {_SAME_REF}"),
                ("UPDATE", f"told.id <> OLD.id AND (told.id = NEW.id OR {_SAME_REF})"),
            ]
        ),
        refusing(
            "plan_told_of_keeps_its_patience",
            "actions_plan",
            event="UPDATE",
            when=f"({' OR '.join(map(differs, patience))}) AND {_closed_through('OLD.id')} IS NOT NULL",
            message="a report of this plan is frozen: its first day and its tolerances stay",
        ),
    ]
