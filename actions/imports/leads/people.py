"""Whether words in a lead column look like a post, a person's name, or nobody in particular."""

import re

_POST = re.compile(
    r"\b(?:head(?:teacher)?|director|manager|officer|chair(?:man|woman|person)?|co-?ordinators?|advis[eo]rs?|principal"
    r"|senco|dco|dmo|dsco|ceo|dcs|sro|commissioner|executive|councillor|cabinet member|consultant|nurse|psychologist"
    r"|lead|leader|secretary|administrator|assistant|deputy|governor|champion|specialist|inspector|therapist|paediatrician"
    r"|doctor|practitioner|strategist|analyst|representative|rep)\b",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:mr|mrs|ms|miss|dr|prof(?:essor)?|cllr|sir|dame|rev)\.?\s+\S.*", re.IGNORECASE)
_WORD = r"[A-ZÀ-Þ][a-zß-ÿ]+"
_NAME_PART = rf"(?:(?:[OD]['’]|Mac|Mc)?{_WORD}(?:-{_WORD})?)"
_NAME = re.compile(rf"(?:[A-Z]\.?\s?){{1,2}}\s*{_NAME_PART}|{_NAME_PART}(?:\s+[A-Z]\.?)?(?:\s+{_NAME_PART}){{1,2}}")
_INITIALLED = re.compile(rf"(?:[A-Z]\.?\s?){{1,2}}\s*{_NAME_PART}")
_NOT_IN_NAMES = re.compile(
    r"\b(?:services?|teams?|hubs?|schools?|health|care|council|trusts?|nhs|forum|boards?|groups?|education|early|years?"
    r"|famil(?:y|ies)|child(?:ren)?s?|young|people|public|adults?|social|sen[dk]?|local|virtual|inclusion|commissioning"
    r"|partners(?:hip)?s?|colleges?|university|hospitals?|networks?|centres?|academ(?:y|ies)|police|voluntary|sector|offer"
    r"|justice|transport|finance|legal|digital|data|performance|quality|integrated|community|mental|therap(?:y|ies)"
    r"|speech|language|psychology|safeguarding|workforce|strateg(?:y|ic)|project|programme|steering|working|task|parents?"
    r"|carers?|all|providers?|settings?|governors?|north|south|east|west|central|county|city|area|england|department|link"
    r"|support|action|alliance|association|foundation|society|charity|together|improvement|development|learning)\b",
    re.IGNORECASE,
)
_POST_BEGINS = re.compile(
    r"designated|clinical|medical|senior|educational|occupational|chief|interim|acting|joint|area", re.IGNORECASE
)
_TEAM = re.compile(
    r"\b(?:group|board|teams?|forum|network|committee|panel|services?|partnership|alliance)$", re.IGNORECASE
)
_NOBODY = re.compile(
    r"tb[acd]\.?|t\.b\.[acd]\.?|to be (?:agreed|confirmed|decided|identified|appointed)|n/?a|none|vacant|[-?.]*",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"(?:all|every(?:one|body)|various|multiple)(?: (?:partners|agencies|services|leads|organisations|parties))?",
    re.IGNORECASE,
)


def is_post(text: str) -> bool:
    return bool(_POST.search(text))


def is_name(text: str) -> bool:
    return is_surely_name(text) or bool(_NAME.fullmatch(text) and not _NOT_IN_NAMES.search(text))


def is_surely_name(text: str) -> bool:
    """By a title or an initial: two capitalised words may be a service as well."""
    return bool(_TITLED.fullmatch(text) or _INITIALLED.fullmatch(text)) and not _NOT_IN_NAMES.search(text)


def may_be_name(text: str) -> bool:
    """A first name or initials alone."""
    return bool(re.fullmatch(rf"{_NAME_PART}|[A-Z]{{2,3}}", text)) and not _NOT_IN_NAMES.search(text)


def begins_with_name(text: str) -> bool:
    """Jane Smith Head of SEND"""
    first = re.match(rf"({_NAME_PART}\s+{_NAME_PART})\s+\S", text)
    if not first or is_post(first[1]) or _NOT_IN_NAMES.search(first[1]):
        return False
    return not any(_POST_BEGINS.fullmatch(word) for word in first[1].split())


def ends_as_team(text: str) -> bool:
    """Joint Officers Group; but not Head of the Inclusion Service."""
    return bool(_TEAM.search(text)) and not re.search(r"\b(?:of|for)\b", text, re.IGNORECASE)


def is_nobody(text: str) -> bool:
    return bool(_NOBODY.fullmatch(text))


def is_everybody(text: str) -> bool:
    return bool(_EVERYBODY.fullmatch(text))


def looks_like_organisation(text: str) -> bool:
    """Some word of it begins with a capital, or is an abbreviation."""
    return bool(re.search(r"\b[A-Z]", text))
