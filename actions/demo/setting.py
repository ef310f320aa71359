"""The setting of a demo: a partnership, who is in it, who reads its plans, and what inspectors found."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from actions.models import (
    Body,
    Finding,
    FindingJudgement,
    Inspection,
    Meeting,
    Membership,
    Organisation,
    Partnership,
    User,
)

from .people import DEMO_PEOPLE
from .rhythm import LONDON

CHANGE_REASON = "Loaded with the demo"


@dataclass
class Setting:
    """A partnership and its records by the short names that the content files use."""

    partnership: Partnership
    known_from: date
    organisations: dict[str, Organisation] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)  # by name
    findings: dict[str, Finding] = field(default_factory=dict)  # by "year of publication/ref"
    people: dict[str, User] = field(default_factory=dict)  # by e-mail


def at_nine(day: date) -> datetime:
    return datetime.combine(day, time(9), LONDON)


def create(model, *, known_from: date, **fields):
    """A checked record, whose edit history begins on the day it became known, not on the day of loading."""
    record = model(**fields)
    record._history_date = at_nine(known_from)
    record._change_reason = CHANGE_REASON
    record.full_clean()
    record.save()
    return record


def make_setting(content: dict) -> Setting:
    known_from = content["known_from"]
    setting = Setting(create(Partnership, known_from=known_from, **content["partnership"]), known_from)
    for row in content["organisation"]:
        _add_organisation(setting, **row)
    for row in content["body"]:
        _add_body(setting, **row)
    for row in content["inspection"]:
        _add_inspection(setting, **row)
    for person in DEMO_PEOPLE:
        if person.partnership == setting.partnership.slug:
            _add_person(setting, person)
    return setting


def _add_organisation(setting: Setting, short_name: str, succeeded_by: str = "", **fields) -> None:
    """Successors come first in the content, so that whoever they follow can point to them."""
    setting.organisations[short_name] = create(
        Organisation,
        known_from=setting.known_from,
        partnership=setting.partnership,
        short_name=short_name,
        succeeded_by=setting.organisations[succeeded_by] if succeeded_by else None,
        **fields,
    )


def _add_body(setting: Setting, name: str, kind: str, meetings: list[list[date]]) -> None:
    body = create(Body, known_from=setting.known_from, partnership=setting.partnership, name=name, kind=kind)
    setting.bodies[name] = body
    for papers_due_on, held_on in meetings:
        create(Meeting, known_from=setting.known_from, body=body, held_on=held_on, papers_due_on=papers_due_on)


def _add_inspection(setting: Setting, finding: list[dict] = (), judgements: dict | None = None, **fields) -> None:
    published_on = fields["published_on"]
    inspection = create(Inspection, known_from=published_on, partnership=setting.partnership, **fields)
    for order, row in enumerate(finding, start=1):
        setting.findings[f"{published_on.year}/{row['ref']}"] = create(
            Finding, known_from=published_on, inspection=inspection, order=order, **row
        )
    if judgements:
        _add_judgements(setting, published_on, **judgements)


def _add_judgements(
    setting: Setting,
    judged_on: date,
    *,
    judged_by: str,
    words: str,
    sufficient: list[str],
    not_sufficient: list[str],
) -> None:
    """What a later inspection said of earlier findings."""
    for name in sorted([*sufficient, *not_sufficient], key=list(setting.findings).index):
        FindingJudgement.objects.create(
            finding=setting.findings[name],
            judged_on=judged_on,
            judged_by=judged_by,
            is_sufficient=name in sufficient,
            words=words,
            recorded_at=at_nine(judged_on),
        )


def _add_person(setting: Setting, person) -> None:
    user = User.objects.filter(email=person.email).first()
    if user is None:
        user = User.objects.create_user(person.email, name=person.name, joined_at=at_nine(setting.known_from))
    setting.people[person.email] = user
    create(
        Membership,
        known_from=setting.known_from,
        user=user,
        partnership=setting.partnership,
        role=person.role,
        organisation=setting.organisations.get(person.organisation),
    )
