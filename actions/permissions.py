"""Who may do what to something they can already see. The one place where a role decides.

Seeing is decided by `visible_to(user)` on each queryset: outside one's partnerships all is 404.
"""

from collections.abc import Collection

from actions.choices import Role, Status
from actions.models import Action, Enquiry, Membership, Partnership, StatusUpdate, User


def membership_in(partnership: Partnership, user: User) -> Membership | None:
    return Membership.objects.filter(user=user, partnership=partnership).first()


def can_update(user: User, action: Action) -> bool:
    """Officers: what they answer for, or their organisation leads or shares. Programme office and chair: any."""
    membership = membership_in(action.plan.partnership, user)
    if membership is None:
        return False
    if membership.role in {Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR}:
        return True
    return membership.role == Role.OFFICER and _is_involved(membership, action)


def _is_involved(membership: Membership, action: Action) -> bool:
    if membership.user_id == action.accountable_user_id or membership.organisation_id == action.lead_organisation_id:
        return True
    return action.contributors.filter(pk=membership.organisation_id).exists()


def may_owe_updates(membership: Membership) -> bool:
    """Whose page "My actions" is: those who may update something."""
    return membership.role in {Role.OFFICER, Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR}


def can_ask_for_date(user: User, action: Action) -> bool:
    return can_update(user, action)


def can_decide_dates(user: User, partnership: Partnership) -> bool:
    """The chair agrees or refuses; the programme manager records what a named body decided."""
    return _has_role(user, partnership, {Role.BOARD_CHAIR, Role.PROGRAMME_MANAGER})


def must_name_deciding_body(user: User, partnership: Partnership) -> bool:
    """The programme manager decides nothing: a body did, on a day."""
    return _has_role(user, partnership, {Role.PROGRAMME_MANAGER})


def may_edit_plan(membership: Membership) -> bool:
    """Build plans, priorities, actions, inspections and findings.

    Also say what became of its actions, and withdraw what was said by mistake.
    """
    return membership.role == Role.PROGRAMME_MANAGER


def can_edit_plan(user: User, partnership: Partnership) -> bool:
    membership = membership_in(partnership, user)
    return membership is not None and may_edit_plan(membership)


def can_edit_organisations(user: User, partnership: Partnership) -> bool:
    """Who builds a plan names those who do its work."""
    return can_set_up(user, partnership)


def can_edit_members(user: User, partnership: Partnership) -> bool:
    return can_set_up(user, partnership)


def roles_to_give(user: User, partnership: Partnership) -> list[Role]:
    """Who speaks for the board, and who administers, an administrator says: no programme manager makes their judge."""
    membership = membership_in(partnership, user)
    if membership is None or not may_set_up(membership):
        return []
    above = set() if membership.role == Role.ADMINISTRATOR else {Role.BOARD_CHAIR, Role.ADMINISTRATOR}
    return [role for role in Role if role not in above]


def may_edit_membership(user: User, membership: Membership, roles: Collection[Role]) -> bool:
    """`roles` are those to give. Never one's own, so that nobody raises themselves or locks the last one out."""
    return membership.user_id != user.pk and membership.role in roles


def can_edit_membership(user: User, membership: Membership) -> bool:
    return may_edit_membership(user, membership, roles_to_give(user, membership.partnership))


def may_set_up(membership: Membership) -> bool:
    """Who finds on one page what the partnership's record is built of."""
    return membership.role in {Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR}


def can_set_up(user: User, partnership: Partnership) -> bool:
    membership = membership_in(partnership, user)
    return membership is not None and may_set_up(membership)


def can_verify(user: User, action: Action, claim: StatusUpdate) -> bool:
    """Never one's own claim, nor one's own organisation's action. The database refuses as well."""
    membership = membership_in(action.plan.partnership, user)
    if membership is None or membership.role not in {Role.VERIFIER, Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR}:
        return False
    return claim.may_be_verified_by(user)


def can_review_now(user: User, action: Action) -> bool:
    """A claim stands that nobody has looked at, and this person may."""
    claim = action.last_movement()
    if claim is None or claim.status != Status.COMPLETE or hasattr(claim, "verification"):
        return False
    return can_verify(user, action, claim)


def can_add_enquiry(user: User, partnership: Partnership) -> bool:
    """Whoever may put a question to an organisation, or keeps the record for them."""
    return _has_role(user, partnership, {Role.COMMITTEE_MEMBER, Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR})


def can_answer(user: User, enquiry: Enquiry) -> bool:
    """Officers: what was put to their organisation, or to one it took over from. Programme office and chair: any."""
    membership = membership_in(enquiry.partnership, user)
    if membership is None:
        return False
    if membership.role in {Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR}:
        return True
    heirs = {organisation.pk for organisation in enquiry.addressed_to.heirs}
    return membership.role == Role.OFFICER and membership.organisation_id in heirs


def can_judge_findings(user: User, partnership: Partnership) -> bool:
    """Record what a body judged: the programme manager's work, as all that keeps plan and findings in order."""
    return _has_role(user, partnership, {Role.PROGRAMME_MANAGER})


def can_draft_reports(user: User, partnership: Partnership) -> bool:
    return _has_role(user, partnership, {Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR})


def can_freeze_reports(user: User, partnership: Partnership) -> bool:
    """What a board is told is the chair's word; so is what the public is."""
    return _has_role(user, partnership, {Role.BOARD_CHAIR})


def can_publish_reports(user: User, partnership: Partnership) -> bool:
    return can_freeze_reports(user, partnership)


def may_chase(membership: Membership) -> bool:
    """See who has not reported, and remind them."""
    return membership.role in {Role.PROGRAMME_MANAGER, Role.BOARD_CHAIR}


def can_chase(user: User, partnership: Partnership) -> bool:
    membership = membership_in(partnership, user)
    return membership is not None and may_chase(membership)


def _has_role(user: User, partnership: Partnership, roles: set[Role]) -> bool:
    membership = membership_in(partnership, user)
    return membership is not None and membership.role in roles
