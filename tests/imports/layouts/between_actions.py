"""Lines between and under the actions: titles of groups, headings again, totals, notes, blank lines."""

from actions.imports.columns.fields import Field

from .builder import Layout, SheetBuilder

HEADINGS = ("Ref", "Action", "Lead", "Timescale", "RAG", "Progress")
FIELDS = {
    "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Timescale": Field.DUE, "RAG": Field.RAG,
    "Progress": Field.PROGRESS,
}  # fmt: skip


def layouts() -> list[Layout]:
    return [
        groups_merged(), groups_in_one_cell(), groups_in_two_levels(), groups_numbered_by_reference(),
        headings_for_each_priority(), page_breaks(), other_headings_below(), summary_below(), continued_below(),
        untitled_groups(), no_references(), label_lines(),
    ]  # fmt: skip


def _row(
    sheet: SheetBuilder,
    ref: str,
    title: str,
    lead: str = "County Council",
    when: str = "Dec-19",
    rag: str = "G",
    said: str = "Under way.",
):
    return sheet.action(ref, title, lead, when, rag, said)


def groups_merged() -> Layout:
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    sheet.group("Priority 1: Access to provision", wide=6)
    _row(sheet, "1.1", "Develop a single point of access")
    _row(sheet, "1.2", "Review short breaks", rag="R")
    sheet.blank()
    sheet.group("Priority 2: Identifying need", wide=6)
    _row(sheet, "2.1", "Agree a screening tool")
    return Layout("groups_merged", [sheet])


def groups_in_one_cell() -> Layout:
    sheet = SheetBuilder("Plan").left_out("Improvement plan").table(HEADINGS, fields=FIELDS)
    sheet.group("Strategy")
    _row(sheet, "1", "Agree a vision with families")
    _row(sheet, "2", "Set up a board")
    sheet.group("Engagement")
    _row(sheet, "3", "Fund the forum")
    _row(sheet, "4", "Write in plain words")
    return Layout("groups_in_one_cell", [sheet])


def groups_in_two_levels() -> Layout:
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    sheet.group("Priority 1 – Leaders work together", wide=6)
    sheet.group("Objective 1.1: One vision", level=2)
    _row(sheet, "1.1.1", "Hold a conference")
    sheet.group("Objective 1.2: One budget", level=2)
    _row(sheet, "1.2.1", "Agree a pooled budget")
    sheet.group("Priority 2 – Families are heard", wide=6)
    sheet.group("Objective 2.1: A forum in each area", level=2)
    _row(sheet, "2.1.1", "Support the forum")
    return Layout("groups_in_two_levels", [sheet])


def groups_numbered_by_reference() -> Layout:
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    sheet.group("1", "Access to provision", text="1 Access to provision")
    _row(sheet, "1.1", "Map therapies")
    _row(sheet, "1.2", "Commission therapies")
    sheet.group("2", "Improving outcomes", text="2 Improving outcomes")
    _row(sheet, "2.1", "Agree an outcomes framework")
    return Layout("groups_numbered_by_reference", [sheet])


def headings_for_each_priority() -> Layout:
    sheet = SheetBuilder("WSoA").left_out("Written Statement of Action: progress", across=[(0, 5)])
    sheet.group("Area of significant weakness 1: leaders do not work together")
    sheet.table(HEADINGS, fields=FIELDS)
    _row(sheet, "1.1", "Appoint a joint commissioner")
    _row(sheet, "1.2", "Agree terms of reference")
    sheet.blank()
    sheet.group("Area of significant weakness 2: plans are of poor quality")
    sheet.headings_again()
    _row(sheet, "2.1", "Audit plans each month")
    return Layout("headings_for_each_priority", [sheet])


def page_breaks() -> Layout:
    sheet = SheetBuilder("Plan").left_out("SEND Improvement Plan").table(HEADINGS, fields=FIELDS)
    for number in range(1, 31):
        if number % 10 == 0:
            sheet.left_out("Page 2 of 4").left_out("SEND Improvement Plan").headings_again()
        _row(sheet, str(number), f"Deliver training session number {number} for schools")
    return Layout("page_breaks", [sheet])


def other_headings_below() -> Layout:
    """A second table in the same sheet, with headings of its own."""
    sheet = SheetBuilder("Both plans").table(HEADINGS, fields=FIELDS)
    _row(sheet, "1", "Agree a data set")
    _row(sheet, "2", "Report it each month")
    sheet.blank(2)
    sheet.next_table().left_out("Actions for health")
    sheet.table(
        ("Health ref", "What we will do", "Accountable officer", "By when", "Status", "Impact so far"),
        fields={
            "Health ref": Field.REF, "What we will do": Field.TITLE, "Accountable officer": Field.ACCOUNTABLE,
            "By when": Field.DUE, "Status": Field.STATUS, "Impact so far": Field.IMPACT,
        },
    )  # fmt: skip
    sheet.action(
        "H1", "Appoint a designated clinical officer", "Chief Nurse", "Sept 19", "Complete", "One voice for health"
    )
    sheet.action("H2", "Shorten the wait for autism assessments", "Chief Nurse", "2020", "Off target", "")
    return Layout("other_headings_below", [sheet])


def summary_below() -> Layout:
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    _row(sheet, "1", "Total review of transport for pupils")
    _row(sheet, "2", "Summary care records to be shared")
    sheet.left_out("Total", "2 actions", "", "", "2")
    sheet.blank()
    sheet.left_out("RAG summary: 12 green, 3 amber, 1 red")
    sheet.left_out("", "Complete", "12")
    sheet.left_out("", "On track", "3")
    sheet.left_out("Blue", "Complete and evidenced")
    sheet.left_out("Amber = at risk")
    sheet.left_out("* Dates agreed by the board in May.")
    sheet.left_out("Note: this plan is reviewed each month")
    sheet.left_out("Signed:", "", "", "Date:")
    return Layout("summary_below", [sheet])


def continued_below() -> Layout:
    """Text that ran over into the next line."""
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    _row(sheet, "1", "Agree with all partners how referrals", said="Draft written")
    sheet.continues("", "will be made and who answers them")
    sheet.continues("", "", "", "", "", "and sent to partners for comment.")
    _row(sheet, "2", "Publish the agreed way")
    sheet.continues("", "", "Parent Carer Forum", "", "", "Forum asked to check the words.")
    answer = sheet.answer
    answer.rows[0] = type(answer.rows[0])(
        2, "Agree with all partners how referrals\nwill be made and who answers them", ()
    )
    return Layout("continued_below", [sheet])


def untitled_groups() -> Layout:
    """Group titles in the column of actions, between actions that have references."""
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    sheet.group("", "Early years", is_doubtful=True)
    _row(sheet, "1", "Offer checks at two")
    _row(sheet, "2", "Train nursery staff")
    sheet.blank()
    sheet.group("", "Preparing for adulthood", is_doubtful=True)
    _row(sheet, "3", "Offer travel training")
    sheet.action("", "Develop a pathway into work", is_doubtful=True)
    return Layout("untitled_groups", [sheet])


def no_references() -> Layout:
    sheet = SheetBuilder("Plan", title_column=0).table(
        ("Action", "Lead", "Deadline", "Status"),
        fields={"Action": Field.TITLE, "Lead": Field.LEAD, "Deadline": Field.DUE, "Status": Field.STATUS},
    )
    sheet.action("7.001 Promote the local offer", "SENDIAS", "Sept 19", "Complete ")
    sheet.action("7.002 Simplify the local offer", "SENDIAS", "TBC", "ongoing and on track")
    sheet.action("7.003 Translate the local offer", "", "", "")
    sheet.answer.doubtful.append(sheet.number)
    return Layout("no_references", [sheet])


def label_lines() -> Layout:
    """Each priority opens with lines of labels, then the headings."""
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    sheet.group("Priority 1", "Access to provision", text="Priority 1: Access to provision")
    _row(sheet, "1.1", "Open a helpline")
    sheet.group("Priority 2", "Identifying need", text="Priority 2: Identifying need")
    _row(sheet, "2.1", "Agree thresholds")
    return Layout("label_lines", [sheet])
