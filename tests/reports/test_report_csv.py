import csv
import io
import re
from pathlib import Path

from django.conf import settings

from actions.publication import Approved, public_content
from actions.reports.action_sheet import For
from actions.reports.report_csv import data_dictionary, public_csv, report_csv
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


def test_public_csv_is_drawn_from_what_everybody_may_read():
    approved = Approved(words={("exceptions", "1.2"): {"reason": "Nobody took the post."}})
    content = public_content(report_told(), public_words="", approved=approved)

    rows = list(csv.DictReader(io.StringIO(public_csv(content).decode("utf-8-sig"))))

    assert [row["Pieces of evidence"] for row in rows] == ["2", "", ""]
    assert (rows[1]["Why"], rows[1]["Being done"], rows[1]["Action"]) == ("Nobody took the post.", "", "")
    assert list(rows[0]) == [column for column, _ in data_dictionary(For.PUBLIC)]
    assert "Shown by" not in rows[0]


def test_data_dictionary_says_what_the_documentation_says():
    documented = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", section("The CSV file"), re.MULTILINE)

    assert documented == [("Column", "Means"), *data_dictionary(For.MEMBERS, For.PUBLIC)]


def section(heading: str) -> str:
    document = Path(settings.BASE_DIR, "docs/progress-report.md").read_text("utf-8")
    return document.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
