"""Layouts that once were read wrongly, or nearly."""

from actions.imports.columns.fields import Field

from .builder import Layout, SheetBuilder

HEADINGS = ("Ref", "Action", "Lead", "Timescale", "RAG", "Progress")
FIELDS = {
    "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Timescale": Field.DUE, "RAG": Field.RAG,
    "Progress": Field.PROGRESS,
}  # fmt: skip
DONE = ("LCC", "Dec-19", "G", "Work has begun in two of the three areas.")


def layouts() -> list[Layout]:
    return [
        colour_beside_group(), update_lines(), labels_before_headings(), key_beside_table(), action_without_heading(),
        counts_above(), long_headings(), titles_in_the_margin(), words_like_headings(), colours_in_words(),
        references_missing(), only_actions_yet(), group_under_merged_headings(),
    ]  # fmt: skip


def colour_beside_group() -> Layout:
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    for priority, name in ((1, "Access"), (2, "Voice")):
        sheet.group(f"Priority {priority}: {name}", "", "", "", "", "Amber", wide=5)
        sheet.action(f"{priority}.1", "Agree a first step", *DONE).action(f"{priority}.2", "Agree a second step", *DONE)
    return Layout("colour_beside_group", [sheet])


def update_lines() -> Layout:
    """The progress of each action in a line of its own, across the table."""
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    for number in range(1, 4):
        sheet.action(str(number), f"Deliver step {number}", "LCC", "Dec-19", "G", "")
        sheet.across_line(f"Progress: step {number} has begun")
    return Layout("update_lines", [sheet])


def labels_before_headings() -> Layout:
    sheet = SheetBuilder("Plan").left_out("SEND improvement plan")
    for number, name in enumerate(["Access", "Voice"], 1):
        sheet.group(f"Priority {number}: {name}")
        sheet.group(f"Outcome: families say that {name.lower()} is better", level=2)
        sheet.left_out("SRO:", "Director")
        if number == 1:
            sheet.table(HEADINGS, fields=FIELDS)
        else:
            sheet.headings_again()
        sheet.action(f"{number}.1", "Agree what is to be done", *DONE)
        sheet.blank()
    return Layout("labels_before_headings", [sheet])


def key_beside_table() -> Layout:
    sheet = SheetBuilder("Plan", title_column=2).table(("", *HEADINGS, "", "Key"), fields=FIELDS)
    sheet.action("", "1", "Write the offer", *DONE, "", "Blue = complete")
    sheet.action("", "2", "Publish the offer", *DONE, "", "Green = on track")
    sheet.left_out("", "", "", "", "", "", "", "", "Red = late")
    return Layout("key_beside_table", [sheet])


def action_without_heading() -> Layout:
    sheet = SheetBuilder("Plan").table(
        ("No", "", "Lead", "Due", "Status"),
        fields={"No": Field.REF, "": Field.TITLE, "Lead": Field.LEAD, "Due": Field.DUE, "Status": Field.STATUS},
    )
    sheet.action("1", "Review the local offer with families", "LCC", "Dec-19", "On track")
    sheet.action("2", "Publish the local offer for families", "LCC", "Mar-20", "Not started")
    return Layout("action_without_heading", [sheet])


def counts_above() -> Layout:
    """A small table of counts in the same sheet."""
    sheet = SheetBuilder("Plan").outside("Priority", "Complete", "On track", "Delayed")
    sheet.outside("Access", "1", "2", "3").outside("Voice", "2", "2", "2")
    sheet.blank()
    sheet.table(HEADINGS, fields=FIELDS)
    sheet.action("1", "Write the offer", *DONE).action("2", "Publish the offer", *DONE)
    return Layout("counts_above", [sheet])


def long_headings() -> Layout:
    sheet = SheetBuilder("APP", title_column=0).table(
        (
            "Actions to be taken",
            "Lead (name and organisation)",
            "Date to be completed",
            "BRAG rating (B = complete, R = overdue, A = at risk, G = on track)",
            "Impact measures: what difference will this make to children and young people and to their families?",
            "Progress at 6 months",
            "Progress at 12 months",
        ),
        fields={
            "Actions to be taken": Field.TITLE,
            "Lead (name and organisation)": Field.LEAD,
            "Date to be completed": Field.DUE,
            "BRAG rating (B = complete, R = overdue, A = at risk, G = on track)": Field.RAG,
            "Progress at 6 months": Field.PROGRESS,
            "Progress at 12 months": Field.PROGRESS,
        },
    )
    half, whole = "Half of the schools have been trained so far.", "All of the schools have been trained by now."
    sheet.action("Train staff in all schools", "Head of SEND, LCC", "March 2021", "G", "Fewer exclusions", half, whole)
    sheet.action("Train staff in all colleges", "Head of SEND, LCC", "July 2021", "R", "More moves work", half, whole)
    return Layout("long_headings", [sheet])


def titles_in_the_margin() -> Layout:
    sheet = SheetBuilder("Plan", title_column=2).left_out("SEND plan").table(("", *HEADINGS), fields=FIELDS)
    sheet.group("Access").action("", "1", "Write the offer", *DONE).action("", "2", "Publish the offer", *DONE)
    sheet.group("Voice").action("", "3", "Elect a panel", *DONE)
    return Layout("titles_in_the_margin", [sheet])


def words_like_headings() -> Layout:
    sheet = SheetBuilder("Plan", title_column=0).table(
        ("Action", "Lead", "Status"), fields={"Action": Field.TITLE, "Lead": Field.LEAD, "Status": Field.STATUS}
    )
    sheet.action("Action plan", "Lead officer", "Complete")
    sheet.action("Progress reports", "Data owner", "On track")
    sheet.action("Status reports", "Responsible person", "Delayed")
    return Layout("words_like_headings", [sheet])


def colours_in_words() -> Layout:
    """Without references, and with words that elsewhere begin a key, a note or a total."""
    sheet = SheetBuilder("Plan", title_column=0).table(
        ("Action", "Lead", "When", "Status"),
        fields={"Action": Field.TITLE, "Lead": Field.LEAD, "When": Field.DUE, "Status": Field.RAG},
    )
    sheet.action("Publish the offer", "LCC", "Dec-19", "Green – on track")
    sheet.action("Overall progress report each term", "LCC", "termly", "Amber - delayed")
    sheet.action("Draft a policy", "LCC")
    sheet.action("Total review of short breaks", "CCG", "Mar-20", "Red: not started")
    return Layout("colours_in_words", [sheet])


def references_missing() -> Layout:
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    for number in range(1, 5):
        sheet.action(str(number), f"Deliver step {number}", *DONE)
    sheet.action("", "Publish what was learnt", *DONE, is_doubtful=True)
    return Layout("references_missing", [sheet])


def only_actions_yet() -> Layout:
    """A plan just written: nothing but references and actions."""
    sheet = SheetBuilder("Plan").table(HEADINGS, fields=FIELDS)
    for ref in ("1.1", "1.2", "2.1", "2.2"):
        sheet.action(ref, f"Deliver step {ref} of the plan")
    return Layout("only_actions_yet", [sheet])


def group_under_merged_headings() -> Layout:
    """The first group's title touches headings of two lines, most of which are merged into one."""
    sheet = (
        SheetBuilder("Plan")
        .left_out("SEND improvement plan")
        .table(
            ("Ref", "Action", "Lead", "Timescale", "", "RAG", "Progress"),
            ("", "", "", "Start", "End", "", ""),
            fields=FIELDS | {"Timescale: Start": Field.START, "Timescale: End": Field.DUE},
            across={0: [(3, 4)]},
            down=(0, 1, 2, 5, 6),
        )
    )
    for priority, name in ((1, "Access"), (2, "Voice")):
        sheet.group(f"Priority {priority}: {name}", wide=7)
        for number, verb in enumerate(["Agree", "Publish"], 1):
            sheet.action(f"{priority}.{number}", f"{verb} the offer", "LCC", "Apr-19", "Dec-19", "G", "Work has begun.")
    return Layout("group_under_merged_headings", [sheet])
