"""A history in which every free text of every record is a word of its own, so that whatever leaks says whence."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.apps import apps
from django.db import models

from actions.choices import Judgement, Status
from actions.models import Plan, ProgressReport
from actions.operations.draft_report import edit_report
from actions.operations.freeze_report import freeze_report
from actions.summaries.report_content import content_of
from tests.database import triggers_set_aside
from tests.factories import (
    make_action,
    make_agreed_date,
    make_answer,
    make_body,
    make_date_change,
    make_enquiry,
    make_evidence,
    make_finding,
    make_import,
    make_inspection,
    make_judgement,
    make_link,
    make_meeting,
    make_organisation,
    make_partnership,
    make_plan,
    make_priority,
    make_report,
    make_update,
    make_verification,
)

# What addresses are made of, what opens a door, and what a program wrote.
NO_FREE_TEXT = {
    "slug", "brand_colour", "password", "content", "sha256", "public_content", "public_sha256", "file_kind",
}  # fmt: skip


@dataclass
class Sentinels:
    """Words that stand nowhere else, and where each of them was put: `Action.title` for example."""

    places: dict[str, str] = field(default_factory=dict)

    def new(self, place: str) -> str:
        word = f"zq{len(self.places)}qz"
        self.places[word] = place
        return word

    def found_in(self, text: str) -> set[str]:
        return set(re.findall(r"zq\d+qz", text)) & self.places.keys()

    def put_everywhere(self) -> None:
        """Into every free text of every row, in whatever record, also in what history keeps of its edits."""
        with triggers_set_aside():
            for record in apps.get_app_config("actions").get_models():
                for row in models.QuerySet(record):
                    words = {name: self.new(f"{record.__name__}.{name}") for name in free_texts(record)}
                    models.QuerySet(record).filter(pk=row.pk).update(**words)


def free_texts(record: type[models.Model]) -> list[str]:
    return [
        each.name
        for each in record._meta.concrete_fields
        if isinstance(each, models.CharField | models.TextField) and not each.choices and each.name not in NO_FREE_TEXT
    ]


def make_told_history(sentinels: Sentinels) -> Plan:
    """One of each record and of each part of a report. Its own words come with each report."""
    partnership = make_partnership()
    council, trust = make_organisation(partnership), make_organisation(partnership)
    plan = make_plan(partnership)
    access = make_priority(plan)
    done, late, moved, silent = [make_action(priority=access, lead_organisation=council) for _ in range(4)]
    make_action(priority=access, lead_organisation=trust, planned_start_on=date(2019, 8, 1))
    claim = make_update(done, Status.COMPLETE, date(2019, 6, 1), progress="Done.")
    make_verification(claim, reason="Seen.")
    make_evidence(done)
    for action in (late, silent):
        make_update(action, Status.ON_TRACK, date(2019, 5, 1), progress="Begun.", next_steps="Go on.")
        make_update(
            action, Status.DELAYED, date(2019, 6, 3), reason="Why.", recovery="How.", effect_on_families="What."
        )
    make_update(make_action(priority=access), Status.CLOSED, date(2019, 6, 4), reason="Not needed.")
    make_agreed_date(moved, date(2021, 6, 30), date(2019, 6, 5), reason="Why.", effect_on_families="What.")
    make_date_change(late, reason="Why.", effect_on_families="What.")
    committee = make_body(partnership)
    make_meeting(committee, held_on=date(2019, 9, 18))
    make_enquiry(about=[late], body=committee, addressed_to=trust)
    make_answer(make_enquiry(about=[done], body=committee, addressed_to=council))
    finding = make_finding(make_inspection(partnership))
    late.findings.add(finding)
    make_judgement(finding, judged_on=date(2019, 7, 1), words="Slow.")
    make_link(make_action(make_plan(partnership, starts_on=date(2018, 4, 1), ends_on=date(2019, 3, 31))), late)
    make_import(plan)
    sentinels.put_everywhere()
    return Plan.objects.get(pk=plan.pk)


def make_worded_report(plan: Plan, sentinels: Sentinels, **fields) -> ProgressReport:
    """A draft with words in each place that has room for them."""
    names = ["words", "judgement_words", "public_words"] + (["correction_reason"] if "corrects" in fields else [])
    said = {name: sentinels.new(f"ProgressReport.{name}") for name in names}
    report = make_report(plan, judgement=Judgement.IN_PART, compared_on=date(2019, 5, 15), **said | fields)
    of_priorities = {each.pk: sentinels.new("PriorityWords.words") for each in plan.priorities.all()}
    return edit_report(report=report, by=report.drafted_by, seen=0, words_by_priority=of_priorities)


def make_worded_frozen_report(plan: Plan, sentinels: Sentinels, **fields) -> ProgressReport:
    report = make_worded_report(plan, sentinels, **fields)
    return freeze_report(report=report, by=report.drafted_by, content=content_of)
