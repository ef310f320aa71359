import csv
import io

from actions.reports.report_csv import report_csv
from tests.reports.contents import report_told


def test_report_csv_says_of_each_action_all_that_the_report_says():
    rows = list(csv.DictReader(io.StringIO(report_csv(report_told()).decode("utf-8-sig"))))

    assert [row["Ref"] for row in rows] == ["1.1", "1.2", "1.10"]
    assert rows[1] == {
        "Report": "7",
        "As at": "2019-07-10",
        "Compared with": "2019-05-15",
        "Ref": "1.2",
        "Action": "Promise 1.2",
        "Priority": "1",
        "Priority title": "Access",
        "Lead": "LCC",
        "Status": "Delayed or at risk",
        "Verified": "",
        "Colour": "Amber",
        "Starts": "2019-04-01",
        "Original due": "July 2019",
        "Original due, the last day": "2019-07-31",
        "Due": "October 2019",
        "Due, the last day": "2019-10-31",
        "Moves of its date": "1",
        "Last confirmed": "2019-07-02",
        "To notice": "Due date moved; Complete, no evidence",
        "What became of it": "Worsened",
        "Status before": "On track",
        "Moved on": "2019-07-01",
        "Kind of not started": "",
        "Late, delayed or re-dated": "Yes",
        "Why": "Nobody applied.",
        "Being done": "Advertised again.",
        "For families": "They wait.",
        "Completed on": "",
        "Shown by": "",
        "Illustrative": "Yes",
    }
    assert (rows[0]["Completed on"], rows[0]["Shown by"], rows[0]["Verified"]) == (
        "2019-07-01",
        "Minutes; Survey",
        "Verified",
    )
    assert rows[2]["Kind of not started"] == "No start date"


def test_report_csv_of_a_draft_says_so():
    draft = report_told()
    draft["report"] |= {"number": None, "compared_with_on": None}

    rows = list(csv.DictReader(io.StringIO(report_csv(draft).decode("utf-8-sig"))))

    assert {(row["Report"], row["Compared with"]) for row in rows} == {("Draft", "")}
