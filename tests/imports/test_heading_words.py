import pytest

from actions.imports.columns.fields import Field
from actions.imports.columns.heading_words import moment_in, plain, what_heading_says, without_moment

SAYS = {
    Field.REF: ["Ref", "Ref No.", "Reference", "No", "#", "ID", "Action No", "Action Ref", "S/N", "Item No."],
    Field.TITLE: [
        "Action",
        "Actions",
        "Action required",
        "Activity",
        "Task",
        "What we will do",
        "What will we do?",
        "Key deliverable",
        "What are we going to do?",
        "Milestone",
        "Action description",
        "How will we do it?",
        "What needs to be done",
    ],
    Field.PRIORITY: ["Priority area", "Workstream", "Theme", "Area for improvement", "Improvement area", "Priority"],
    Field.OBJECTIVE: ["Objective", "Strategic objective"],
    Field.OUTCOME: [
        "Outcome",
        "Intended outcome",
        "Desired impact",
        "Aim",
        "What do we want to achieve?",
        "Expected impact",
    ],
    Field.FINDING: ["Recommendation", "Area of significant weakness", "Ofsted finding", "Area of concern"],
    Field.SUCCESS: [
        "Success measure",
        "Success criteria",
        "Measures of success",
        "How will we know?",
        "What will good look like",
    ],
    Field.MEASURE: ["KPI", "Benchmarking", "Measure", "Impact measure", "Baseline"],
    Field.LEAD: [
        "Lead",
        "Lead agency",
        "Lead Person",
        "Lead Officer(s)",
        "Responsible officer",
        "Owner",
        "Who",
        "By whom",
        "Action owner",
        "Person responsible",
        "Responsible partner",
        "Delivery lead",
        "Who is responsible?",
    ],
    Field.ACCOUNTABLE: ["SRO", "Senior Responsible Officer", "Accountable officer", "Executive lead", "Strategic lead"],
    Field.CONTRIBUTORS: [
        "Partners",
        "Supporting partners",
        "Task & Finish Group",
        "Contributors",
        "Supported by",
        "Who else?",
    ],
    Field.START: ["Start", "Start date", "Commence", "Commencement date", "When will it start?"],
    Field.DUE: [
        "Due",
        "Due date",
        "By when",
        "When?",
        "End",
        "End date",
        "Timescale",
        "Timescales",
        "Timeframe",
        "Target date",
        "Deadline",
        "Completion date",
        "To be completed by",
    ],
    Field.ORIGINAL_DUE: ["Original agreed date", "Original due date", "Original timescale"],
    Field.REVISED_DUE: ["Revised date", "Rev", "Revised completion date", "New deadline", "Extended to"],
    Field.START_AND_DUE: ["Start/Rev/End", "Start and end date", "Start – Finish"],
    Field.COMPLETED_ON: ["Date completed", "Actual completion date", "Completed on", "Date action completed"],
    Field.REVIEW_ON: ["Review date", "Next review"],
    Field.UPDATED_ON: ["Last updated", "Date of update"],
    Field.STATUS: ["Status", "Current status", "Completed?", "Action status", "May 2019 status", "Complete (Y/N)"],
    Field.STAGE: ["Stage", "Delivery stage"],
    Field.RAG: ["RAG", "BRAG", "B/RAG", "RAG rating", "Jul RAG", "Colour"],
    Field.PERCENT: ["% complete", "Percentage complete"],
    Field.PROGRESS: [
        "Progress",
        "Progress to date",
        "Update (July 2019)",
        "What have we done?",
        "Progress update and impact",
        "Commentary",
        "Status update",
        "Monitoring",
        "Where are we now?",
    ],
    Field.NEXT_STEPS: ["Next steps", "Actions outstanding", "Next actions"],
    Field.EVIDENCE: ["Evidence", "Evidence of completion"],
    Field.IMPACT: ["Impact", "Impact so far", "Evidence of impact", "What difference has it made?"],
    Field.RISK: ["Risks / issues", "Barriers", "Reason for delay", "Challenges"],
    Field.LOCALITY: ["Locality", "District"],
    Field.COMMENT: ["Comment(s)", "Notes", "Resources", "Previous RAG"],
}


@pytest.mark.parametrize(("field", "heading"), [(field, text) for field, texts in SAYS.items() for text in texts])
def test_heading_says_what_its_column_is(field, heading):
    assert what_heading_says(heading).field == field


@pytest.mark.parametrize("heading", ["", "Wibble", "Jul-19", "12/07/2019", "…"])
def test_heading_that_says_nothing_is_none(heading):
    assert what_heading_says(heading) is None


@pytest.mark.parametrize(
    ("group", "heading", "field"),
    [
        ("Timescale", "Start", Field.START),
        ("Original", "End", Field.ORIGINAL_DUE),
        ("Revised", "Date", Field.REVISED_DUE),
        ("RAG", "May 19", Field.RAG),
        ("Lead", "Health", Field.LEAD),
    ],
)
def test_heading_is_narrowed_by_the_one_above(group, heading, field):
    assert what_heading_says(heading, group).field == field


@pytest.mark.parametrize(
    ("heading", "moment", "rest"),
    [
        ("Update (July 2019)", "July 2019", "Update ( )"),
        ("May 2019 status", "May 2019", "status"),
        ("Jul-19", "Jul-19", ""),
        ("RAG Q2 2020/21", "Q2 2020/21", "RAG"),
        ("RAG 12/07/2019", "12/07/2019", "RAG"),
        ("Progress at 6 months", "6 months", "Progress at"),
        ("Progress", "", "Progress"),
    ],
)
def test_heading_names_a_moment(heading, moment, rest):
    assert (moment_in(heading), without_moment(heading)) == (moment, rest)


def test_heading_is_plain_without_case_punctuation_and_numbering():
    assert plain("1. Lead\nOfficer(s):") == "lead officers"
