"""Digits into the places of a number format: 0, # and ? each take one."""

from decimal import ROUND_HALF_UP, Context, Decimal

from actions.imports.reading.format_code import Section, Token

PRECISE = Context(prec=400)
POINT, COMMA, PERCENT = (Token("mark", text) for text in ".,%")
NONE: Section = ()


def rounded(amount: Decimal, decimals: int) -> Decimal:
    """Half away from nought, as spreadsheets do."""
    return amount.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=PRECISE)


def in_places(amount: Decimal, section: Section) -> str:
    """Of an amount that is not below nought. A percent sign multiplies it; a comma behind the digits divides it."""
    whole, point, part = _parted(section)
    behind = [*whole[_last_digit(whole) + 1 :], *part[_last_digit(part) + 1 :]]
    amount = amount.scaleb(2 * section.count(PERCENT) - 3 * behind.count(COMMA))
    digits, _, decimals = f"{rounded(amount, _count(part)):f}".partition(".")
    return _whole(digits.lstrip("0"), whole) + point + _decimals(decimals.rstrip("0"), part)


def _parted(section: Section) -> tuple[Section, str, Section]:
    if POINT not in section:
        return section, "", NONE
    place = section.index(POINT)
    return section[:place], ".", section[place + 1 :]


def _is_digit(token: Token) -> bool:
    return token.kind == "digit"


def _count(section: Section) -> int:
    return sum(map(_is_digit, section))


def _last_digit(section: Section) -> int:
    return max((place for place, token in enumerate(section) if _is_digit(token)), default=-1)


def _whole(digits: str, section: Section) -> str:
    """From the right, so that 0\\.00 shows 110 as 1.10. What is left over stands before the first place."""
    if COMMA in section[: _last_digit(section)]:
        digits = f"{int(digits):,}" if digits else ""
    left, written = _count(section), []
    for token in reversed(section):
        if not _is_digit(token):
            written.append("" if token == COMMA else token.text)
            continue
        left -= 1
        taken, digits = (digits[-1:], digits[:-1]) if left else (digits, "")
        if taken == ",":
            taken, digits = digits[-1:] + taken, digits[:-1]
        written.append(taken or ("0" if token.text == "0" else ""))
    return "".join(reversed(written))


def _decimals(decimals: str, section: Section) -> str:
    written = []
    for token in section:
        if not _is_digit(token):
            written.append("" if token == COMMA else token.text)
            continue
        taken, decimals = decimals[:1], decimals[1:]
        written.append(taken or ("0" if token.text == "0" else ""))
    return "".join(written)
