"""One press of the form that judges a finding: recorded once, and never over the head of somebody else's word."""

from datetime import date

from django.db import transaction

from actions.models import Finding, FindingJudgement, User


class SomebodyElseJudged(Exception):
    """The finding was judged since the form was opened: show what was recorded, and lose nothing."""

    def __init__(self, latest: FindingJudgement):
        super().__init__("Somebody else recorded a judgement of this finding since the form was opened.")
        self.latest = latest


@transaction.atomic
def judge_finding(
    *,
    finding: Finding,
    by: User,
    seen_id: int | None,
    judged_by: str,
    judged_on: date,
    is_sufficient: bool,
    words: str = "",
) -> FindingJudgement:
    """What says just the same as the last judgement is that judgement: a second press, not a second word.

    `seen_id` is the last judgement the person could see; SomebodyElseJudged when there is a newer one.
    """
    finding.inspection.partnership.bump_revisions()
    said = {"judged_by": judged_by, "judged_on": judged_on, "is_sufficient": is_sufficient, "words": words}
    latest = finding.judgements.newest_first().select_related("recorded_by").first()
    if latest and all(getattr(latest, name) == value for name, value in said.items()):
        return latest
    if latest and latest.pk != seen_id:
        raise SomebodyElseJudged(latest)
    return finding.record_judgement(by=by, **said)
