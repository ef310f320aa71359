"""What bodies asked and recommended in a partnership of the demo, and what they were answered."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from actions.choices import OrganisationKind
from actions.models import Action, Enquiry, Organisation, User
from actions.operations.enquiries import record_enquiry

from .rhythm import recorded_at
from .setting import Setting

MINUTES_TAKE = timedelta(days=1)


def make_enquiries(setting: Setting, content: dict) -> str:
    """All of them, in the order in which they were asked. What was made, in a sentence."""
    rows, recording = content["enquiry"], content["recording"]
    enquiries = [_add(setting, recording, number, **row) for number, row in enumerate(rows)]
    answers = sum(len(row.get("answer", [])) for row in rows)
    return f"{len(enquiries)} questions and recommendations on record; answers: {answers}."


def _add(
    setting: Setting,
    recording: dict,
    number: int,
    *,
    body: str,
    to: str,
    about: list[str],
    answer: Iterable = (),
    **said,
) -> Enquiry:
    enquiry = record_enquiry(
        partnership=setting.partnership,
        by=setting.people[recording["by"]],
        submission=_press(setting, f"{number}"),
        body=setting.bodies[body],
        addressed_to=setting.organisations[to],
        about=[_action(setting, name) for name in about],
        recorded_at=recorded_at(said["asked_on"] + MINUTES_TAKE, number),
        is_illustrative=True,
        **said,
    )
    for place, row in enumerate(answer):
        enquiry.record_answer(
            by=_typist(setting, recording, enquiry.addressed_to),
            submission=_press(setting, f"{number}/{place}"),
            recorded_at=recorded_at(row["answered_on"], number),
            **row,
        )
    return enquiry


def _press(setting: Setting, name: str) -> UUID:
    """The same at each loading: the demo holds nothing that differs from one time to the next."""
    return uuid5(NAMESPACE_URL, f"{setting.partnership.slug}/questions/{name}")


def _action(setting: Setting, name: str) -> Action:
    year, ref = name.split("/")
    return Action.objects.get(plan__partnership=setting.partnership, plan__starts_on__year=year, ref=ref)


def _typist(setting: Setting, recording: dict, organisation: Organisation) -> User:
    if organisation.kind == OrganisationKind.COUNCIL:
        return setting.people[recording["council"]]
    return setting.people[recording["nhs" if organisation.kind in OrganisationKind.nhs() else "others"]]
