"""The findings of inspectors as a table: on the page, and as a file."""

from collections.abc import Callable, Sequence

import django_tables2 as tables

from actions.choices import Rag, Status
from actions.models import FindingJudgement
from actions.summaries.finding_coverage import CoveredFinding

from .columns import ComponentColumn


class RefColumn(ComponentColumn):
    def value(self, record: CoveredFinding, **_) -> str:
        return record.finding.ref


class WordsColumn(ComponentColumn):
    """With what it lacks under it."""

    def facts(self, record: CoveredFinding, table: "FindingTable") -> dict:
        return {"names_inspection": table.names_inspection}

    def value(self, record: CoveredFinding, **_) -> str:
        return record.finding.text


class ProgressColumn(ComponentColumn):
    """Body, day and words too, unless the page says them once above the table."""

    def facts(self, record: CoveredFinding, table: "FindingTable") -> dict:
        return {"common_judgement": table.common_judgement}

    def value(self, record: CoveredFinding, **_) -> str:
        return record.progress.label if record.progress else ""


class ActionsColumn(ComponentColumn):
    def facts(self, record: CoveredFinding, table: "FindingTable") -> dict:
        return {"names_plans": table.names_plans}


class EvidenceColumn(ComponentColumn):
    def value(self, record: CoveredFinding, **_) -> int:
        return record.evidence_count


class FileColumn(tables.Column):
    """A plain fact that only the file has a column for."""

    def __init__(self, label: str, fact: Callable[[CoveredFinding], object]):
        super().__init__(verbose_name=label, empty_values=(), visible=False)
        self.fact = fact

    def value(self, record: CoveredFinding, **_):
        return self.fact(record)


def _of_judgement(fact: Callable[[FindingJudgement], object]) -> Callable[[CoveredFinding], object]:
    return lambda covered: fact(covered.judgement) if covered.judgement else ""


def _counted(kind: str, label: Status | Rag) -> Callable[[CoveredFinding], int]:
    return lambda covered: sum(dict(getattr(share, kind)).get(label, 0) for share in covered.plans)


def _file_columns() -> list[tuple[str, FileColumn]]:
    return [
        ("inspection", FileColumn("Inspection", lambda covered: str(covered.finding.inspection))),
        ("kind", FileColumn("Kind", lambda covered: covered.finding.get_kind_display())),
        ("judged_on", FileColumn("Judged on", _of_judgement(lambda judgement: judgement.judged_on.isoformat()))),
        ("judged_by", FileColumn("Judged by", _of_judgement(lambda judgement: judgement.judged_by))),
        ("words", FileColumn("In what words", _of_judgement(lambda judgement: judgement.words))),
        ("total", FileColumn("Actions", lambda covered: sum(share.total for share in covered.plans))),
        *((status.value, FileColumn(status.label, _counted("statuses", status))) for status in Status),
        *((rag.value, FileColumn(rag.label, _counted("colours", rag))) for rag in Rag if rag != Rag.NONE),
        ("gaps", FileColumn("Gaps", lambda covered: "; ".join(gap.label for gap in covered.gaps))),
    ]


class FindingTable(tables.Table):
    ref = RefColumn("finding_ref", verbose_name="Ref", accessor="finding__ref")
    text = WordsColumn("finding_words", verbose_name="Finding", accessor="finding__text")
    progress = ProgressColumn("finding_progress", verbose_name="Progress judged", empty_values=())
    actions = ActionsColumn("finding_actions", verbose_name="Its actions", empty_values=(), exclude_from_export=True)
    evidence = EvidenceColumn("finding_evidence", verbose_name="Evidence", accessor="evidence_count")

    class Meta:
        orderable = False
        attrs = {"class": "app-findings"}
        empty_text = "No finding fits this. Show all findings to see more."

    def __init__(
        self,
        data: Sequence[CoveredFinding],
        *,
        caption: str,
        names_inspection: bool = True,
        names_plans: bool = True,
        common_judgement: FindingJudgement | None = None,
    ):
        self.caption = caption
        self.names_inspection, self.names_plans = names_inspection, names_plans
        self.common_judgement = common_judgement
        super().__init__(
            data, extra_columns=_file_columns(), sequence=("inspection", "kind", "...", "evidence", "gaps")
        )
