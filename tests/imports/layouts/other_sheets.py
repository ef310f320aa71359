"""Workbooks of several sheets: headings that drift, and sheets that are no trackers."""

from actions.imports.columns.fields import Field

from .builder import Layout, SheetBuilder


def layouts() -> list[Layout]:
    return [sheets_that_drift(), sheets_without_actions(), cards(), turned()]


def sheets_that_drift() -> Layout:
    first = SheetBuilder("Q1").table(
        ("Ref", "Action", "Lead", "Due date", "Status", "Update (April 2019)"),
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Due date": Field.DUE, "Status": Field.STATUS,
            "Update (April 2019)": Field.PROGRESS,
        },
    )  # fmt: skip
    first.action("1", "Agree the specification", "LCC", "Dec-19", "On track", "Drafted.")
    second = SheetBuilder("Q2", title_column=2).left_out("Quarter 2").table(
        ("Action ref", "Priority", "Action", "Lead agency", "Due by", "Current status", "Update (July 2019)"),
        fields={
            "Action ref": Field.REF, "Priority": Field.PRIORITY, "Action": Field.TITLE, "Lead agency": Field.LEAD,
            "Due by": Field.DUE, "Current status": Field.STATUS, "Update (July 2019)": Field.PROGRESS,
        },
    )  # fmt: skip
    second.action("1", "Access", "Agree the specification", "LCC", "Dec-19", "Complete", "Agreed.")
    second.action("2", "Access", "Buy the service", "LCC", "Mar-20", "Not started", "")
    return Layout("sheets_that_drift", [first, second])


def sheets_without_actions() -> Layout:
    cover = (
        SheetBuilder("Cover")
        .left_out("SEND Improvement Plan")
        .left_out("Version 3")
        .left_out("Owner: programme office")
    )
    key = SheetBuilder("Key").left_out("Colour", "Meaning")
    key.left_out("Blue", "Complete").left_out("Green", "Late, but recovering").left_out("Amber", "On track").left_out(
        "Red", "Late"
    )
    lists = SheetBuilder("Lists", is_hidden=True).left_out("Status", "RAG", "Lead agency")
    lists.left_out("Complete", "B", "LCC").left_out("On track", "G", "CCG").left_out("Delayed", "R", "PCF")
    glossary = SheetBuilder("Glossary").left_out("Term", "Meaning")
    glossary.left_out("EHC plan", "Education, health and care plan").left_out("PCF", "Parent carer forum")
    log = SheetBuilder("Change log").left_out("Version", "Date", "Changed by", "What changed")
    log.left_out("1", "01/04/2019", "Programme office", "First version").left_out(
        "2", "01/07/2019", "Programme office", "New dates"
    )
    figures = SheetBuilder("Summary").left_out("Priority", "Complete", "On track", "Delayed", "Not started", "Total")
    figures.left_out("Access", "3", "10", "2", "5", "20").left_out("Outcomes", "15", "36", "6", "17", "74")
    risks = SheetBuilder("Risks").left_out(
        "Risk ref", "Risk description", "Likelihood", "Impact", "Risk score", "Mitigating action", "Owner"
    )
    risks.left_out("R1", "Too few psychologists", "4", "5", "20", "Recruit and keep", "Head of Inclusion")
    empty = SheetBuilder("Sheet8")
    tracker = SheetBuilder("Tracker").table(
        ("Ref", "Action", "Lead", "Due", "RAG"),
        fields={"Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Due": Field.DUE, "RAG": Field.RAG},
    )
    tracker.action("1", "Recruit psychologists", "LCC", "Dec-19", "A").action(
        "2", "Train assistants", "LCC", "Dec-19", "G"
    )
    reasons = {
        "Cover": "text", "Key": "explains", "Lists": "No table", "Glossary": "No table", "Change log": "No table",
        "Summary": "figures", "Risks": "risks", "Sheet8": "empty",
    }  # fmt: skip
    return Layout("sheets_without_actions", [cover, key, lists, glossary, log, figures, risks, empty, tracker], reasons)


def cards() -> Layout:
    sheet = SheetBuilder("Cards").left_out("Our actions")
    for title in ("Open a helpline", "Train the helpline's staff", "Tell families of the helpline"):
        sheet.blank().left_out("Action:", title).left_out("Lead:", "SENDIAS").left_out("Due date:", "Dec-19").left_out(
            "Status:", "On track"
        )
    return Layout("cards", [sheet], {"Cards": "card"})


def turned() -> Layout:
    sheet = (
        SheetBuilder("Turned")
        .left_out("Ref", "1", "2", "3")
        .left_out("Action", "Open a hub", "Staff the hub", "Tell families")
    )
    sheet.left_out("Lead", "LCC", "CCG", "PCF").left_out("Due date", "Dec-19", "Mar-20", "Mar-20").left_out(
        "Status", "Complete", "On track", "Delayed"
    )
    return Layout("turned", [sheet], {"Turned": "first column"})
