"""Where the headings stand and how they are worded."""

from actions.imports.columns.fields import Field

from .builder import Layout, SheetBuilder, day


def layouts() -> list[Layout]:
    return [
        plain(), title_and_key_above(), two_lines_merged(), two_lines_not_merged(), three_lines(), group_line_above(),
        questions_as_headings(), statuses_by_month(), guidance_below(), priority_action_plan(), start_rev_end(),
        original_and_revised(), words_unknown(), no_headings(), numbered_columns(), two_columns_of_actions(),
    ]  # fmt: skip


def plain() -> Layout:
    sheet = SheetBuilder("Actions").table(
        ("Ref", "Action", "Lead", "Due date", "Status"),
        fields={
            "Ref": Field.REF,
            "Action": Field.TITLE,
            "Lead": Field.LEAD,
            "Due date": Field.DUE,
            "Status": Field.STATUS,
        },
    )
    sheet.action("1", "Publish a new local offer website", "County Council", day(2019, 12, 31), "Delayed")
    sheet.action("2", "Agree a joint commissioning plan", "CCG", day(2020, 3, 31), "On track")
    sheet.action("3", "Train school staff in early identification", "County Council", day(2019, 7, 31), "Complete")
    return Layout("plain", [sheet])


def title_and_key_above() -> Layout:
    sheet = SheetBuilder("Improvement plan")
    sheet.left_out("SEND Improvement Plan 2019–2020", across=[(0, 6)])
    sheet.left_out("As at 10 July 2019")
    sheet.left_out("Senior responsible owner:", "Director of Education", "", "Review date:", "Monthly")
    sheet.left_out("Key:", "Blue – complete", "Green – on track", "Amber – delayed", "Red – overdue")
    sheet.blank()
    sheet.table(
        ("Ref No.", "Objective", "Action", "Lead Agency", "Timescale", "BRAG", "Progress update"),
        fields={
            "Ref No.": Field.REF, "Objective": Field.PRIORITY, "Action": Field.TITLE, "Lead Agency": Field.LEAD,
            "Timescale": Field.DUE, "BRAG": Field.RAG, "Progress update": Field.PROGRESS,
        },
    )  # fmt: skip
    sheet.title_column = 2
    rows = [
        (
            "1.1", "Access", "Develop a shared pathway for speech therapy", "LCC / CCG", "Sept 19", "G",
            "First draft shared."
        ),
        (
            "1.2", "Access", "Map specialist provision in each district", "LCC", "Dec-19", "A",
            "Waiting for data from two districts."
        ),
        (
            "2.1", "Identifying need", "Review the graduated approach with schools", "Schools",
            "by end of Autumn term 2019", "B", "Done."
        ),
    ]  # fmt: skip
    for row in rows:
        sheet.action(*row)
    return Layout("title_and_key_above", [sheet])


def two_lines_merged() -> Layout:
    sheet = SheetBuilder("WSoA")
    sheet.left_out("Written Statement of Action", across=[(0, 7)])
    sheet.table(
        ("Ref", "Action", "Lead", "Timescale", "", "Monitoring", "", "Evidence"),
        ("", "", "", "Start", "End", "RAG", "Update", ""),
        across={0: [(3, 4), (5, 6)]},
        down=(0, 1, 2, 7),
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "Timescale: Start": Field.START,
            "Timescale: End": Field.DUE, "Monitoring: RAG": Field.RAG, "Monitoring: Update": Field.PROGRESS,
            "Evidence": Field.EVIDENCE,
        },
    )  # fmt: skip
    sheet.action(
        "A1",
        "Recruit three educational psychologists",
        "Head of Inclusion",
        "Jan 18",
        "Dec 18",
        "Amber",
        "Two in post.",
        "",
    )
    sheet.action(
        "A2",
        "Co-produce a communication plan",
        "Parent Carer Forum",
        "Apr 18",
        "Sep 18",
        "Green",
        "Launched.",
        "Plan on website",
    )
    sheet.action(
        "A3", "Clear the backlog of annual reviews", "SEND team", "Apr 18", "Ongoing", "Red", "Not begun: no staff.", ""
    )
    return Layout("two_lines_merged", [sheet])


def two_lines_not_merged() -> Layout:
    """As a CSV file holds them."""
    sheet = SheetBuilder("Sheet1")
    sheet.table(
        ("Action No", "Action required", "Responsible officer", "Timescale", "", "RAG"),
        ("", "", "", "Start", "Finish", ""),
        fields={
            "Action No": Field.REF, "Action required": Field.TITLE, "Responsible officer": Field.LEAD,
            "Timescale: Start": Field.START, "Timescale: Finish": Field.DUE, "RAG": Field.RAG,
        },
    )  # fmt: skip
    sheet.action("1", "Agree the data set for the board", "Head of Performance", "01/04/2019", "30/06/2019", "Green")
    sheet.action("2", "Report waiting times each month", "Commissioning Manager", "01/05/2019", "31/03/2020", "Amber")
    return Layout("two_lines_not_merged", [sheet], file_name="two_lines_not_merged.csv")


def three_lines() -> Layout:
    sheet = SheetBuilder("Plan")
    sheet.table(
        ("Ref", "Action", "Responsibility", "", "Delivery", "", ""),
        ("", "", "Lead", "Supported by", "Dates", "", "Status"),
        ("", "", "", "", "Start date", "End date", ""),
        across={0: [(2, 3), (4, 6)], 1: [(4, 5)]},
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Responsibility: Lead": Field.LEAD,
            "Responsibility: Supported by": Field.CONTRIBUTORS, "Delivery – Dates: Start date": Field.START,
            "Delivery – Dates: End date": Field.DUE, "Delivery: Status": Field.STATUS,
        },
    )  # fmt: skip
    for column in (0, 1):
        sheet.merge_down(column, 3)
    sheet.action("1.1", "Set up a panel for complex placements", "Council", "CCG", "Jan-20", "Mar-20", "On track")
    sheet.action("1.2", "Audit forty plans each quarter", "Council", "NHS trust", "Jan-20", "Dec-20", "Not started")
    return Layout("three_lines", [sheet])


def group_line_above() -> Layout:
    """A line of wide headings that stands over some columns only."""
    sheet = SheetBuilder("Tracker")
    sheet.left_out("Joint improvement plan")
    sheet.blank()
    sheet.table(
        ("", "", "", "Timescale", "", "Progress", ""),
        ("Ref", "What we will do", "Who", "Start", "End", "RAG", "Comment"),
        across={0: [(3, 4), (5, 6)]},
        fields={
            "Ref": Field.REF, "What we will do": Field.TITLE, "Who": Field.LEAD, "Timescale: Start": Field.START,
            "Timescale: End": Field.DUE, "Progress: RAG": Field.RAG, "Progress: Comment": Field.COMMENT,
        },
    )  # fmt: skip
    sheet.action(
        "1a", "Offer a helpline for families", "SENDIAS", "Sept 2019", "July 2020", "G", "Open three days a week."
    )
    sheet.action("1b", "Publish waiting times", "NHS trust", "Sept 2019", "Dec 2019", "R", "")
    return Layout("group_line_above", [sheet])


def questions_as_headings() -> Layout:
    sheet = SheetBuilder("Our plan", title_column=0)
    sheet.left_out("Our SEND plan: you said, we will")
    sheet.table(
        (
            "What will we do?", "Who will lead it?", "When will it be done?",
            "How will we know it has worked?", "What have we done so far?", "What difference has it made?"
        ),
        fields={
            "What will we do?": Field.TITLE, "Who will lead it?": Field.LEAD, "When will it be done?": Field.DUE,
            "How will we know it has worked?": Field.SUCCESS, "What have we done so far?": Field.PROGRESS,
            "What difference has it made?": Field.IMPACT,
        },
    )  # fmt: skip
    sheet.action(
        "Ask families twice a year how it is going",
        "Parent Carer Forum",
        "Summer term 2020",
        "More families say they are heard",
        "First survey sent in May",
        "2,500 answers",
    )
    sheet.action(
        "Give each family a named contact",
        "SEND team",
        "by the new year",
        "Fewer complaints about not being told",
        "",
        "",
    )
    return Layout("questions_as_headings", [sheet])


def statuses_by_month() -> Layout:
    sheet = SheetBuilder("Board report")
    sheet.table(
        ("Ref", "Action", "Lead", "By when", "May 2019 status", "July 2019 status", "Update (July 2019)"),
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Lead": Field.LEAD, "By when": Field.DUE,
            "May 2019 status": Field.STATUS, "July 2019 status": Field.STATUS, "Update (July 2019)": Field.PROGRESS,
        },
    )  # fmt: skip
    sheet.action(
        "3.1",
        "Create area partnerships in each locality",
        "County Council",
        "Dec-19",
        "Not started",
        "On track",
        "First two have met.",
    )
    sheet.action(
        "3.2",
        "Buy a case management system",
        "County Council",
        "Mar-20",
        "On track",
        "Delayed",
        "Extended from December.",
    )
    sheet.action("3.3", "Train plan writers", "County Council", "Jul-19", "On track", "Complete", "All trained.")
    return Layout("statuses_by_month", [sheet])


def guidance_below() -> Layout:
    sheet = SheetBuilder("Template")
    sheet.table(
        ("Ref", "Action", "Owner", "Target date", "Status", "Evidence"),
        fields={
            "Ref": Field.REF, "Action": Field.TITLE, "Owner": Field.LEAD, "Target date": Field.DUE,
            "Status": Field.STATUS, "Evidence": Field.EVIDENCE,
        },
    )  # fmt: skip
    sheet.left_out("(number)", "(what will be done)", "(post, not name)", "dd/mm/yyyy", "Select from list", "(link)")
    sheet.action("1", "Write a workforce plan", "Head of Service", "31/03/2026", "Not started", "")
    sheet.action("2", "Open two SEND units", "Assistant Director", "01/09/2026", "On track", "Cabinet paper")
    return Layout("guidance_below", [sheet])


def priority_action_plan() -> Layout:
    sheet = SheetBuilder("PAP tracker", title_column=2)
    sheet.left_out("Priority Action Plan", across=[(0, 9)])
    sheet.table(
        (
            "Area for priority action",
            "Action ref",
            "Key deliverable",
            "SRO",
            "Delivery lead",
            "Start date",
            "Completion date",
            "% complete",
            "Stage",
            "Risks / barriers",
        ),
        fields={
            "Area for priority action": Field.PRIORITY,
            "Action ref": Field.REF,
            "Key deliverable": Field.TITLE,
            "SRO": Field.ACCOUNTABLE,
            "Delivery lead": Field.LEAD,
            "Start date": Field.START,
            "Completion date": Field.DUE,
            "% complete": Field.PERCENT,
            "Stage": Field.STAGE,
            "Risks / barriers": Field.RISK,
        },
    )
    for place, (ref, title, percent, stage) in enumerate([
        ("PA1.1", "Recruit and keep educational psychologists", "60%", "Deliver"),
        ("PA1.2", "Commission extra assessments", "100% ", "Close"),
        ("PA2.1", "Clear overdue annual reviews", "25%", "Plan"),
        ("PA2.2", "Quality assure each new plan", "0%", "Plan"),
    ]):  # fmt: skip
        sheet.action(
            "Timeliness" if place < 2 else "Quality of plans",
            ref,
            title,
            "DCS",
            "Head of SEND",
            "01/04/2025",
            "31/03/2026",
            percent,
            stage,
            "Too few staff" if place else "",
        )
    return Layout("priority_action_plan", [sheet])


def start_rev_end() -> Layout:
    sheet = SheetBuilder("Plan")
    sheet.table(
        (
            "Ref",
            "Actions",
            "Task & Finish Group",
            "Lead Person",
            "Start/Rev/End",
            "Success measure",
            "Benchmarking",
            "Comment(s)",
        ),
        fields={
            "Ref": Field.REF,
            "Actions": Field.TITLE,
            "Task & Finish Group": Field.CONTRIBUTORS,
            "Lead Person": Field.LEAD,
            "Start/Rev/End": Field.START_AND_DUE,
            "Success measure": Field.SUCCESS,
            "Benchmarking": Field.MEASURE,
            "Comment(s)": Field.COMMENT,
        },
    )
    sheet.action(
        "4.1",
        "Develop transition guidance",
        "Preparing for adulthood",
        "Commissioner",
        "Apr 19 / Oct 19 / Mar 20",
        "Guidance in use in all colleges",
        "63% in 2018",
        "",
    )
    sheet.action(
        "4.2",
        "Extend supported internships",
        "Preparing for adulthood",
        "Skills Manager",
        "Sept 19 – July 20",
        "Forty internships",
        "12 in 2018",
        "Two new employers",
    )
    return Layout("start_rev_end", [sheet])


def original_and_revised() -> Layout:
    sheet = SheetBuilder("Action plan")
    sheet.table(
        ("No", "Action", "Lead officer", "Original agreed date", "Revised date", "Date completed", "RAG", "Next steps"),
        fields={
            "No": Field.REF,
            "Action": Field.TITLE,
            "Lead officer": Field.LEAD,
            "Original agreed date": Field.ORIGINAL_DUE,
            "Revised date": Field.REVISED_DUE,
            "Date completed": Field.COMPLETED_ON,
            "RAG": Field.RAG,
            "Next steps": Field.NEXT_STEPS,
        },
    )
    sheet.action(
        "1",
        "Refresh the joint strategic needs assessment",
        "Director of Public Health",
        day(2019, 9, 30),
        day(2020, 1, 31),
        "",
        "A",
        "Data to be signed off",
    )
    sheet.action(
        "2", "Publish the graduated approach", "Head of Inclusion", day(2019, 7, 31), "", day(2019, 7, 12), "B", ""
    )
    return Layout("original_and_revised", [sheet])


def words_unknown() -> Layout:
    """Headings that nobody has seen before: found by the build, and asked about."""
    sheet = SheetBuilder("Sheet1")
    sheet.table(
        ("Wibble", "The thing itself", "Folk", "Then", "Sign"),
        fields={
            "Wibble": Field.REF,
            "The thing itself": Field.TITLE,
            "Folk": Field.LEAD,
            "Then": Field.DUE,
            "Sign": Field.RAG,
        },
    )
    sheet.action("1.1", "Meet each secondary school to agree its offer of support", "LCC", "Dec-19", "G")
    sheet.action("1.2", "Meet each primary school to agree its offer of support", "LCC", "Mar-20", "A")
    sheet.action("1.3", "Meet each special school to agree its offer of support", "PCF", "Jul-20", "R")
    return Layout("words_unknown", [sheet])


def no_headings() -> Layout:
    sheet = SheetBuilder("export")
    sheet.table(fields={})
    sheet.action("1.1", "Agree an inclusion charter with all schools", "LCC", "31/12/2019", "Green")
    sheet.action("1.2", "Share the charter with every governing board", "LCC", "31/03/2020", "Amber")
    sheet.action("1.3", "Review the charter with parents and carers", "PCF", "31/07/2020", "Green")
    return Layout("no_headings", [sheet], file_name="no_headings.csv")


def numbered_columns() -> Layout:
    sheet = SheetBuilder("Plan")
    sheet.table(
        ("Ref", "Activity", "By whom", "Deadline", "Done?"),
        fields={
            "Ref": Field.REF,
            "Activity": Field.TITLE,
            "By whom": Field.LEAD,
            "Deadline": Field.DUE,
            "Done?": Field.STATUS,
        },
    )
    sheet.left_out("1", "2", "3", "4", "5")
    sheet.action("1", "Write to all families about the new offer", "Communications team", "4 January 2020", "Yes")
    sheet.action("2", "Hold drop-in sessions in libraries", "Parent Carer Forum", "termly", "No")
    return Layout("numbered_columns", [sheet])


def two_columns_of_actions() -> Layout:
    """A wide action merged over its tasks, each with a lead and a date."""
    sheet = SheetBuilder("Delivery plan", title_column=2)
    sheet.table(
        ("Ref", "Action", "Task", "Owner", "Due", "RAG"),
        fields={
            "Ref": Field.REF,
            "Action": Field.OBJECTIVE,
            "Task": Field.TITLE,
            "Owner": Field.LEAD,
            "Due": Field.DUE,
            "RAG": Field.RAG,
        },
    )
    for base, action in enumerate(["Improve the quality of plans", "Hear from young people"], 1):
        for place, task in enumerate(["Agree a standard", "Train the team", "Audit a sample"], 1):
            sheet.action(f"{base}.{place}", action if place == 1 else "", task, "SEND team", "Mar-20", "G")
        sheet.merge_down(1, 3)
    return Layout("two_columns_of_actions", [sheet])
