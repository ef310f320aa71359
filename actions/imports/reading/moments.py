"""Dates and times as a spreadsheet counts them (days since 1900 or 1904) and as people in Britain read them."""

from calendar import day_name, month_name
from datetime import date, datetime, time, timedelta

from actions.imports.reading.format_code import Section, Token, sections_of

LAST_SERIAL = 2_958_466
"""The day after 31 December 9999."""
SECONDS_A_DAY = 86_400
DAY_MONTH_YEAR = sections_of("dd/mm/yyyy")[0]


def moment_of(serial: float, *, from_1904: bool) -> datetime | None:
    """Excel believes in a 29 February 1900, so before March of that year its count is one day on."""
    if not 0 <= serial < LAST_SERIAL:
        return None
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30 if serial >= 60 else 31)
    start = datetime.combine(first, time())
    try:
        return start + timedelta(days=int(serial), seconds=round(serial % 1 * SECONDS_A_DAY))
    except OverflowError:
        return None


def value_of(moment: datetime, serial: float, section: Section) -> datetime | date | time:
    """A time of day that the format does not show is left out, and so is the day where it shows only the time."""
    letters = {token.text[0].lower() for token in section if token.kind == "date"}
    shows_day, shows_time = bool(letters & set("yd")) or letters == {"m"}, bool(letters & set("hs"))
    if shows_time and not shows_day and serial < 1:
        return moment.time()
    return moment if shows_time and moment.time() != time() else moment.date()


def shown_moment(moment: datetime, section: Section) -> str:
    """Day before month, also where the format has them in American order or begins with the year."""
    tokens = _british(_minutes_told(section))
    has_half_days = any(token.kind == "half_day" for token in tokens)
    return "".join(_written(token, moment, has_half_days) for token in tokens).strip()


def shown_duration(serial: float, section: Section) -> str:
    """[h]:mm of a day and a half → 36:00"""
    left = round(abs(serial) * SECONDS_A_DAY)
    written = []
    for token in _minutes_told(section):
        unit = {"h": 3600, "n": 60, "m": 60, "s": 1}.get(token.text[:1].lower())
        if token.kind not in {"elapsed", "date"} or unit is None:
            written.append(token.text if token.kind in {"text", "mark"} else "")
            continue
        count, left = divmod(left, unit)
        written.append(str(count).zfill(len(token.text)))
    return ("-" if serial < 0 else "") + "".join(written)


def _british(tokens: list[Token]) -> list[Token]:
    """Where year, month and day are all there in figures, and the month before the day."""
    places = [number for number, token in enumerate(tokens) if token.kind == "date" and token.text[0] in "ymdYMD"]
    order = "".join(tokens[place].text[0].lower() for place in places)
    in_figures = all(len(tokens[place].text) <= 2 for place in places if tokens[place].text[0] not in "yY")
    if in_figures and order in {"mdy", "ymd", "ydm"}:
        return [*tokens[: places[0]], *DAY_MONTH_YEAR, *tokens[places[-1] + 1 :]]
    return tokens


def _minutes_told(section: Section) -> list[Token]:
    """An m beside hours or seconds means minutes: it becomes an n."""
    tokens = list(section)
    clock = [number for number, token in enumerate(tokens) if token.kind in {"date", "elapsed"}]
    for place, number in enumerate(clock):
        letter = tokens[number].text[0].lower()
        before = tokens[clock[place - 1]].text[0].lower() if place else ""
        after = tokens[clock[place + 1]].text[0].lower() if place + 1 < len(clock) else ""
        if letter == "m" and len(tokens[number].text) <= 2 and (before == "h" or after == "s"):
            tokens[number] = Token(tokens[number].kind, "n" * len(tokens[number].text))
    return tokens


def _written(token: Token, moment: datetime, has_half_days: bool) -> str:
    if token.kind == "half_day":
        return "AM" if moment.hour < 12 else "PM"
    if token.kind != "date":
        return token.text if token.kind in {"text", "mark"} else ""
    hour = (moment.hour % 12 or 12) if has_half_days else moment.hour
    month, day = month_name[moment.month], day_name[moment.weekday()]
    forms = {
        "y": (f"{moment:%y}", f"{moment:%y}", f"{moment.year:04}"),
        "m": (str(moment.month), f"{moment.month:02}", month[:3], month, month[0]),
        "d": (str(moment.day), f"{moment.day:02}", day[:3], day),
        "h": (str(hour), f"{hour:02}"),
        "n": (str(moment.minute), f"{moment.minute:02}"),
        "s": (str(moment.second), f"{moment.second:02}"),
    }[token.text[0].lower()]
    return forms[min(len(token.text), len(forms)) - 1]
