"""What was judged of a finding since the report, and what the finding lacks."""

from django.db import models


class Progress(models.TextChoices):
    """A body's word on a finding, apart from its actions."""

    SUFFICIENT = "sufficient", "Sufficient"
    NOT_SUFFICIENT = "not_sufficient", "Not sufficient"
    NOT_JUDGED = "not_judged", "Not judged again yet"


class Gap(models.TextChoices):
    """What a finding that needs action lacks, most pressing first. Worked out as at a day, never typed."""

    NO_LIVE_ACTION = "no_live_action", "No live action"
    NO_EVIDENCE = "no_evidence", "No evidence"

    @property
    def sentence(self) -> str:
        return _IN_FULL[self]


_IN_FULL = {
    Gap.NO_LIVE_ACTION: "It has not been judged sufficient, and nothing promised for it goes on in a plan that runs.",
    Gap.NO_EVIDENCE: "By this day nobody had added anything that shows what was done about it.",
}
