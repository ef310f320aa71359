"""What an import brought is taken back as a whole or not at all; what it was stays on record."""

from ._triggers import Trigger, append_only, refusing

IMPORT, REPORT = "actions_planimport", "actions_progressreport"
UNDONE = (
    f"EXISTS (SELECT 1 FROM {IMPORT} AS undone WHERE undone.id = OLD.brought_by_id AND undone.undone_at IS NOT NULL)"
)


def append_only_unless_taken_back(table: str) -> Trigger:
    """As `append_only`, but for rows that an import brought, once it is marked as undone."""
    message = "what happened is only ever added: put a mistake right with a newer row"
    refuse = f"RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'"
    return Trigger(
        f"{table}_is_append_only",
        table,
        sqlite=f"""
            CREATE TRIGGER {{name}} BEFORE UPDATE ON {{table}} BEGIN SELECT RAISE(ABORT, '{message}'); END
            -- next
            CREATE TRIGGER {{name}} BEFORE DELETE ON {{table}} WHEN NOT {UNDONE} BEGIN SELECT RAISE(ABORT, '{message}'); END
            -- next
            CREATE TRIGGER {{name}} BEFORE INSERT ON {{table}} WHEN EXISTS (SELECT 1 FROM {{table}} WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, '{message}'); END
        """,
        postgresql=f"""
            CREATE FUNCTION {{name}}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN
                IF TG_OP = 'DELETE' THEN IF {UNDONE} THEN RETURN OLD; END IF; END IF;
                {refuse};
            END $$;
            CREATE TRIGGER {{name}} BEFORE UPDATE OR DELETE ON {{table}} FOR EACH ROW EXECUTE FUNCTION {{name}}();
            CREATE TRIGGER {{name}}_at_once BEFORE TRUNCATE ON {{table}} EXECUTE FUNCTION {{name}}();
        """,
        replaces=append_only(table),
    )


def action_of_an_adopted_plan_stays(unless: str = "", replaces: Trigger | None = None) -> Trigger:
    return refusing(
        "action_of_an_adopted_plan_stays",
        "actions_action",
        event="DELETE",
        when=f"EXISTS (SELECT 1 FROM actions_plan WHERE id = OLD.plan_id AND adopted_on IS NOT NULL){unless}",
        message="a promise of an adopted plan is closed with a reason, never deleted",
        replaces=replaces,
    )


def import_rules() -> list[Trigger]:
    return [
        append_only_unless_taken_back("actions_statusupdate"),
        append_only_unless_taken_back("actions_datechange"),
        action_of_an_adopted_plan_stays(unless=f" AND NOT {UNDONE}", replaces=action_of_an_adopted_plan_stays()),
        refusing(
            "plan_import_applied_is_only_undone",
            IMPORT,
            event="UPDATE",
            when="OLD.applied_at IS NOT NULL AND (OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL"
            " OR NEW.applied_at <> OLD.applied_at OR NEW.applied_by_id <> OLD.applied_by_id"
            " OR NEW.partnership_id <> OLD.partnership_id OR NEW.sha256 <> OLD.sha256)",
            message="an import that was applied stays on record, and is undone once",
        ),
        refusing(
            "plan_import_applied_stays",
            IMPORT,
            event="DELETE",
            when="OLD.applied_at IS NOT NULL",
            message="an import that was applied stays on record",
        ),
        refusing(
            "plan_import_told_of_stays",
            IMPORT,
            event="UPDATE",
            when=f"""NEW.undone_at IS NOT NULL AND OLD.undone_at IS NULL AND EXISTS (
                SELECT 1 FROM {REPORT} AS told WHERE told.plan_id = OLD.plan_id AND told.frozen_at >= OLD.applied_at
            )""",
            message="a frozen progress report tells of what this import brought: it stays",
        ),
    ]
