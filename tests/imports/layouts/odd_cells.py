"""What is typed into the cells: numbers for references, several lines, several dates, words for colours."""

from actions.imports.columns.fields import Field

from .builder import Layout, SheetBuilder, Typed, day, number


def layouts() -> list[Layout]:
    return [references_as_numbers(), many_lines(), dates_of_all_kinds(), status_and_colour(), percent_as_numbers()]


def references_as_numbers() -> Layout:
    """1.1 and 1.10 are one number with two looks."""
    sheet = SheetBuilder("Plan").table(
        ("Ref", "Action", "Lead", "Due date", "RAG"),
        fields={"Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Due date": Field.DUE, "RAG": Field.RAG},
    )
    sheet.action(number(1.1, "1.1", "0.0"), "Plan the survey", "PCF", day(2019, 12, 31, "mmm-yy"), "G")
    for place in range(2, 10):
        sheet.action(
            number(1 + place / 10, f"1.{place}", "0.0"), f"Run wave {place} of the survey", "PCF", day(2020, 3, 31), "A"
        )
    sheet.action(number(1.1, "1.10", "0.00"), "Publish the survey", "PCF", day(2020, 3, 31, "d mmmm yyyy"), "R")
    return Layout("references_as_numbers", [sheet])


def many_lines() -> Layout:
    sheet = SheetBuilder("Plan").table(
        ("Ref\nNo.", "Action\n(what we will do)", "Lead\nOfficer(s)", "Target\nDate", "Progress\nto date"),
        fields={
            "Ref No.": Field.REF, "Action (what we will do)": Field.TITLE, "Lead Officer(s)": Field.LEAD,
            "Target Date": Field.DUE, "Progress to date": Field.PROGRESS,
        },
    )  # fmt: skip
    sheet.action(
        "1",
        "Improve advice:\n• agree a standard\n• train staff\n• audit",
        "Head of SEND\nChief Nurse",
        "Dec-19\n(was Jul-19)",
        "July: begun\n\nSept: training booked",
    )
    sheet.action("2", "Improve moves between schools", "Head of SEND", "Jul-20", "")
    sheet.action("3", "Improve moves to college", "Head of SEND", "Jul-20", "")
    return Layout("many_lines", [sheet])


def dates_of_all_kinds() -> Layout:
    sheet = SheetBuilder("Plan").table(
        ("Ref", "Action", "Lead", "Timescales", "Status"),
        fields={
            "Ref": Field.REF,
            "Action": Field.TITLE,
            "Lead": Field.LEAD,
            "Timescales": Field.DUE,
            "Status": Field.STATUS,
        },
    )
    typed = [
        day(2020, 3, 31), Typed(43921, "31/03/2020", "dd/mm/yyyy"), "31/03/2020", "31 March 2020", "Sept 19", "Dec-19",
        "May 25", "2020", "by end of Autumn term 2019", "Spring Term 2018", "end of the summer 2019", "24/25",
        "by the new year", "4 January", "Ongoing", "termly", "each meeting", "TBC",
        "After the board has agreed the specification in March 2020, subject to funding", "Q2 2020/21",
    ]  # fmt: skip
    for place, when in enumerate(typed, 1):
        sheet.action(str(place), f"Deliver part {place} of the programme", "LCC", when, "On track")
    return Layout("dates_of_all_kinds", [sheet])


def status_and_colour() -> Layout:
    """A stage in one column, a colour in another, and words of many kinds."""
    sheet = SheetBuilder("Plan").table(
        ("Ref", "Action", "Owner", "Deadline", "Stage", "BRAG", "Completed?"),
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Owner": Field.LEAD, "Deadline": Field.DUE, "Stage": Field.STAGE,
            "BRAG": Field.RAG, "Completed?": Field.STATUS,
        },
    )  # fmt: skip
    rows = [
        ("Delivery", "BRAG: Blue", "Yes"),
        ("Planning", "G", "No"),
        ("Embedding", "Amber", "No"),
        ("Delivery", "R", "N"),
        ("Planning", "", ""),
    ]
    for place, words in enumerate(rows, 1):
        sheet.action(f"AP{place}", f"Ensure that step {place} is taken", "Director", "Mar-20", *words)
    return Layout("status_and_colour", [sheet])


def percent_as_numbers() -> Layout:
    sheet = SheetBuilder("Plan").table(
        ("ID", "Milestone", "Assigned to", "Finish", "Progress"),
        fields={
            "ID": Field.REF,
            "Milestone": Field.TITLE,
            "Assigned to": Field.LEAD,
            "Finish": Field.DUE,
            "Progress": Field.PERCENT,
        },
    )
    for place, share in enumerate([1, 0.5, 0.25, 0], 1):
        sheet.action(
            f"M{place}",
            f"Roll out phase {place}",
            "Programme team",
            day(2026, 3, 31),
            number(share, f"{share:.0%}", "0%"),
        )
    return Layout("percent_as_numbers", [sheet])
