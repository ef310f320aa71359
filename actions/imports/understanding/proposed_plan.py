"""What a plan made of this file would be called, and when it would begin and end."""

from datetime import date, timedelta
from pathlib import PurePath

from actions.choices import PlanKind
from actions.imports.understanding.row_texts import fitted
from actions.imports.understanding.rows import ReadRow
from actions.imports.understanding.sources import Source

LONGEST_TITLE = 200
_KINDS = {
    "written statement of action": PlanKind.WSOA,
    "wsoa": PlanKind.WSOA,
    "accelerated progress": PlanKind.APP,
    "priority action plan": PlanKind.PAP,
    "strategy": PlanKind.STRATEGY,
}


def proposed_plan(file_name: str, sources: list[Source], rows: list[ReadRow], *, told_on: date) -> dict:
    """From what stands above its tables and from its dates. Whoever brings it in can say otherwise."""
    lines = [line for source in sources for line in source.table.title]
    title = next(iter(lines), "") or PurePath(file_name).stem.replace("_", " ").strip() or "Plan"
    kind = next((kind for words, kind in _KINDS.items() if words in title.lower()), PlanKind.IMPROVEMENT_PLAN)
    starts = [read.dates.start.first for read in rows if read.dates.start.first and not read.dates.start.doubts]
    ends = [read.dates.due.last for read in rows if read.dates.due.last and not read.dates.due.doubts]
    starts_on = min([told_on, *starts, *(moment.day for read in rows for moment in read.moments)])
    return {
        "title": fitted(title, LONGEST_TITLE),
        "kind": kind,
        "starts_on": starts_on,
        "ends_on": max([starts_on + timedelta(days=365), *ends]),
    }
