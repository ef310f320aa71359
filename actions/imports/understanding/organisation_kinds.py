"""What kind of organisation a name seems to be. A guess, which the partnership's administrator can put right."""

import re

from actions.choices import OrganisationKind

_KINDS = [
    (r"\bicb\b|\bccgs?\b|integrated care board|commissioning group", OrganisationKind.NHS_COMMISSIONER),
    (r"\bnhs england\b|\bdfe\b|department for|\bofsted\b|\bcqc\b", OrganisationKind.NATIONAL),
    (r"\bnhs\b|\btrust\b|hospital|foundation trust", OrganisationKind.NHS_TRUST),
    (r"parent|carer|\bpcf\b", OrganisationKind.PARENT_CARER_FORUM),
    (r"young people|youth", OrganisationKind.YOUNG_PEOPLE),
    (r"school|college|academy|nurser|\bsettings?\b|university", OrganisationKind.EDUCATION),
    (r"council|local authority|\bla\b|\b[a-z]{1,2}cc\b|\bmbc\b|\blbc\b|borough|social care", OrganisationKind.COUNCIL),
]


def kind_of(name: str) -> OrganisationKind | None:
    return next((kind for pattern, kind in _KINDS if re.search(pattern, name, re.IGNORECASE)), None)
