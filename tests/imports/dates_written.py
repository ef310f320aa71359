"""Writes a day, month, term or year as people type it, for the tests to read back."""

from datetime import date

from actions.choices import DatePrecision

TH = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}

DAYS = [
    "{day.day}/{day.month}/{day.year}",
    "{day:%d/%m/%Y}",
    "{day:%d.%m.%y}",
    "{day:%d-%m-%Y}",
    "{day:%d %m %Y}",
    "{day:%Y-%m-%d}",
    "{day:%Y-%m-%d} 00:00:00",
    "{day.day} {day:%B %Y}",
    "{day.day}{th} {day:%B %Y}",
    "{day.day}{th} of {day:%B}, {day.year}",
    "the {day.day}{th} {day:%b} {day:%y}",
    "{day:%B} {day.day}, {day.year}",
    "{day:%A} {day.day} {day:%B %Y}",
    "{day:%a} {day.day}{th} {day:%b %Y}",
    "{day:%d-%b-%y}",
    "by {day:%d/%m/%Y}",
    "no later than {day.day} {day:%b} {day.year}",
]
MONTHS = [
    "{day:%B %Y}",
    "{day:%b %Y}",
    "{day:%b-%y}",
    "{day:%B} '{day:%y}",
    "{day:%m/%Y}",
    "{day:%b}. {day.year}",
    "{day:%B}, {day.year}",
    "end of {day:%B %Y}",
    "by the end of {day:%b %y}",
    "{day:%B\u00a0%Y}",
]
RANGES = {
    DatePrecision.DAY: DAYS,
    DatePrecision.MONTH: MONTHS,
    DatePrecision.TERM: [
        "{season} term {day.year}",
        "by end of {season} Term {day.year}",
        "End of the {season} term {day:%y}",
    ],
    DatePrecision.YEAR: ["{day.year}", "end of {day.year}", "by the end of {day.year}"],
}


def written(form: str, day: date) -> str:
    season = "Spring" if day.month < 4 else "Summer" if day.month < 8 else "Autumn"
    return form.format(day=day, th=TH.get(day.day, "th"), season=season)
