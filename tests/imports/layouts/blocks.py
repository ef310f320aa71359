"""What is said once for several rows: merged cells, or empty ones under a value."""

from actions.imports.columns.fields import Field

from .builder import Layout, SheetBuilder, day


def layouts() -> list[Layout]:
    return [objective_merged(), objective_typed_once(), action_merged(), wide_cells(), side_column(), all_hidden()]


def objective_merged() -> Layout:
    """An objective beside five actions, a lead and a month for a block, all merged."""
    sheet = SheetBuilder("Plan", title_column=2).table(
        ("Objective", "Ref", "Action", "Lead", "Timescale", "Outcome", "RAG"),
        fields={
            "Objective": Field.PRIORITY, "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD,
            "Timescale": Field.DUE, "Outcome": Field.OUTCOME, "RAG": Field.RAG,
        },
    )  # fmt: skip
    titles = ["Agree a charter", "Train governors", "Visit each school", "Share what works", "Report each term"]
    for place, title in enumerate(titles, 1):
        first = place == 1
        sheet.action(
            "Inclusive schools" if first else "",
            f"1.{place}",
            title,
            "LCC" if first else "",
            "Dec-19" if first else "",
            "More pupils included" if first else "",
            "G",
        )
    for column in (0, 3, 4, 5):
        sheet.merge_down(column, 5)
    sheet.action("Good health care", "2.1", "Appoint a clinical officer", "CCG", "Mar-20", "One voice", "A")
    return Layout("objective_merged", [sheet])


def objective_typed_once() -> Layout:
    sheet = SheetBuilder("Plan", title_column=1).table(
        ("Objective", "Action", "Lead agency", "When", "Success criteria", "Status"),
        fields={
            "Objective": Field.PRIORITY, "Action": Field.TITLE, "Lead agency": Field.LEAD, "When": Field.DUE,
            "Success criteria": Field.SUCCESS, "Status": Field.STATUS,
        },
    )  # fmt: skip
    sheet.action("Better plans", "Agree a template", "LCC", "Dec-19", "In use everywhere", "On-track")
    sheet.action("", "Train writers", "", "Mar-20", "", "On-track")
    sheet.action("", "Audit a sample", "", "Jul-20", "", "Not started")
    sheet.action("Better advice", "Publish standards", "CCG", "Dec-19", "Advice within six weeks", "Completed")
    sheet.action("", "Check each month", "", "Mar-20", "", "Amber")
    return Layout("objective_typed_once", [sheet])


def action_merged() -> Layout:
    """One action over three lines, each with a piece of progress."""
    sheet = SheetBuilder("Plan").table(
        ("Ref", "Action", "Lead", "End date", "Progress", "Evidence"),
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "End date": Field.DUE,
            "Progress": Field.PROGRESS, "Evidence": Field.EVIDENCE,
        },
    )  # fmt: skip
    for ref, title in (("1", "Renew the local offer"), ("2", "Renew the website")):
        sheet.action(ref, title, "LCC", "Dec-19", "Families asked what they need", "Survey")
        sheet.continues("", "", "", "", "Supplier chosen", "Contract")
        sheet.continues("", "", "", "", "Pages written", "")
        for column in (0, 1, 2, 3):
            sheet.merge_down(column, 3)
    return Layout("action_merged", [sheet])


def wide_cells() -> Layout:
    """Cells merged across: a reference and its text under one heading, one date for start and end."""
    sheet = SheetBuilder("Plan").table(
        ("Action", "", "Lead", "Start", "End", "Status"),
        across={0: [(0, 1)]},
        fields={"Lead": Field.LEAD, "Start": Field.START, "End": Field.DUE, "Status": Field.STATUS},
    )
    sheet.action("1", "Join up the two databases", "LCC", day(2019, 4, 1), day(2019, 9, 30), "On track")
    sheet.action("2", "Share one record with health", "CCG", "Ongoing", "", "On track", across=[(3, 4)])
    return Layout("wide_cells", [sheet])


def side_column() -> Layout:
    """A priority written upright beside its actions, under no heading."""
    sheet = SheetBuilder("Plan", title_column=2).table(
        ("", "Ref", "Action", "Responsible", "By when", "Status"),
        fields={
            "Ref": Field.REF,
            "Action": Field.TITLE,
            "Responsible": Field.LEAD,
            "By when": Field.DUE,
            "Status": Field.STATUS,
        },
    )
    sheet.action("Access", "1.1", "Open a hub in each town", "LCC", "Dec-19", "On track")
    sheet.action("", "1.2", "Run clinics in the hubs", "NHS trust", "Mar-20", "Not started").merge_down(0, 2)
    sheet.action("Voice", "2.1", "Elect a youth panel", "POWAR", "Dec-19", "Complete")
    sheet.action("", "2.2", "Ask the panel each term", "POWAR", "termly", "On track").merge_down(0, 2)
    return Layout("side_column", [sheet])


def all_hidden() -> Layout:
    """Rows and a column that somebody hid, and a column beside the table."""
    sheet = SheetBuilder("Plan", is_hidden=True).table(
        ("Ref", "Action", "Lead", "Due", "Status", "Notes"),
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Due": Field.DUE, "Status": Field.STATUS,
            "Notes": Field.COMMENT,
        },
    )  # fmt: skip
    sheet.action("1", "Publish the strategy", "LCC", "Dec-19", "Complete", "", is_hidden=True)
    sheet.action("2", "Consult on the strategy", "LCC", "Jul-19", "Complete", "see minutes")
    sheet.action("3", "Review the strategy", "LCC", "Jul-20", "Not started", "", is_hidden=True)
    sheet.hidden_columns.add(5)
    return Layout("all_hidden", [sheet])
