"""Taking an import back: all that it brought, for as long as nothing later rests on it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from actions.models import (
    Action,
    ActionLink,
    DateChange,
    DateDecision,
    EnquiryAction,
    Evidence,
    PlanImport,
    ProgressReport,
    StatusUpdate,
    User,
    Verification,
)

NAMED = 5


class StillNeeded(Exception):
    """Something later rests on what the import brought: `reasons` say what, in sentences."""

    def __init__(self, reasons: list[str]):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def undo_import(*, plan_import: PlanImport, by: User, clock: Callable[[], datetime] = timezone.now) -> PlanImport:
    """A second press finds it undone. StillNeeded, and nothing taken back, where something later rests on it."""
    plan_import.plan.bump_revision()
    plan_import = PlanImport.objects.select_for_update(of=("self",)).select_related("plan").get(pk=plan_import.pk)
    if plan_import.is_undone:
        return plan_import
    if reasons := list(what_rests_on(plan_import)):
        raise StillNeeded(reasons)
    plan_import.undone_by, plan_import.undone_at = by, clock()
    plan_import.save(update_fields=["undone_by", "undone_at"])
    DateChange.objects.all().take_back(plan_import)
    StatusUpdate.objects.all().take_back(plan_import)
    for key, edit in plan_import.outcome["edited"].items():
        _put_back(Action.objects.get(pk=key), edit["before"])
    for action in Action.objects.filter(brought_by=plan_import):
        action.delete()
    _unless_in_use(plan_import.plan.priorities.filter(pk__in=plan_import.outcome["priorities"]))
    _unless_in_use(plan_import.partnership.organisations.filter(pk__in=plan_import.outcome["organisations"]))
    return plan_import


def what_rests_on(plan_import: PlanImport) -> Iterator[str]:
    """Why it cannot be undone, in sentences; nothing where it can."""
    since = plan_import.applied_at
    plan = plan_import.plan
    if report := ProgressReport.objects.frozen().filter(plan=plan, frozen_at__gte=since).order_by("number").first():
        yield f"Progress report {report.number} has told of it."
    if later := PlanImport.objects.in_force().filter(plan=plan, applied_at__gt=since).order_by("pk").first():
        yield f"“{later.file_name}” was brought in after it: undo that first."
    touched = _touched(plan_import)
    for record, path, what in _RESTING:
        rows = record.objects.filter(**{f"{path}__in": touched, "recorded_at__gt": since})
        if record in _BROUGHT:
            rows = rows.exclude(brought_by=plan_import)
        if refs := _named(rows.values_list(path, flat=True)):
            yield f"{what} since then: {refs}."
    if refs := _named(_edited_since(plan_import)):
        yield f"Somebody edited since then: {refs}."
    asked = EnquiryAction.objects.filter(action__brought_by=plan_import)
    if refs := _named(asked.values_list("action", flat=True)):
        yield f"A question was put on record about {refs}."


_RESTING = [
    (StatusUpdate, "action", "Somebody said how it is going"),
    (DateChange, "action", "Somebody asked for another date"),
    (DateDecision, "date_change__action", "Another date was decided about"),
    (Evidence, "action", "Evidence was added"),
    (Verification, "claim__action", "A completion was verified or sent back"),
    (ActionLink, "action", "It was said what became of it"),
    (ActionLink, "successor", "Something of an earlier plan was said to go on in it"),
]
_BROUGHT = {StatusUpdate, DateChange}


def _touched(plan_import: PlanImport) -> list[int]:
    """Every action of which the import said anything."""
    brought = {
        *StatusUpdate.objects.filter(brought_by=plan_import).values_list("action", flat=True),
        *DateChange.objects.filter(brought_by=plan_import).values_list("action", flat=True),
    }
    return sorted({*map(int, plan_import.outcome["added"]), *map(int, plan_import.outcome["edited"]), *brought})


def _named(actions: Iterable[int]) -> str:
    """1.1, 1.2 and 3 more; nothing where there is none."""
    refs = list(Action.objects.filter(pk__in=set(actions)).order_by("order", "pk").values_list("ref", flat=True))
    if len(refs) > NAMED:
        return f"{', '.join(refs[:NAMED])} and {len(refs) - NAMED} more"
    return ", ".join(refs)


def _edited_since(plan_import: PlanImport) -> list[int]:
    """Actions whose last edit is not the one that the import made."""
    edits = plan_import.outcome["added"] | {key: edit["edit"] for key, edit in plan_import.outcome["edited"].items()}
    later = Action.history.filter(id__in=[int(key) for key in edits]).order_by("history_date", "history_id")
    last = dict(later.values_list("id", "history_id"))
    return [key for key, edit in last.items() if edit != edits[str(key)]]


def _put_back(action: Action, before: dict) -> None:
    contributors = before.pop("contributors", None)
    for name, value in before.items():
        field = action._meta.get_field(name)
        setattr(action, field.attname, field.to_python(value))
    action.save()
    if contributors is not None:
        action.contributors.set(contributors)


def _unless_in_use(rows) -> None:
    """What something else has come to use since stays."""
    for row in rows:
        try:
            with transaction.atomic():
                row.delete()
        except ProtectedError:
            continue
