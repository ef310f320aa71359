"""What it costs to preview a tracker by command, beside what it may cost: `python -m tests.benchmark_imports`."""

import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter

ROWS = 5000
MAY_TAKE, MAY_HOLD = 5, 300  # seconds, megabytes
HEADINGS = ["Ref", "Priority", "Action", "Lead", "Supported by", "Start", "End", "RAG", "Update"]
LEADS = ["County Council", "CCG", "Head of SEND", "LCC / CCG", "Parent Carer Forum"]
ENDS = ["Dec-19", "by end of Autumn term 2019", "31/03/2020", "TBC", "4 January"]


def told_of_imports() -> str:
    took, peak = previewed(ROWS)
    return (
        f"preview of a tracker of {ROWS:,} rows: {took:.1f} s (limit {MAY_TAKE}), "
        f"{peak} MB in its largest process (limit {MAY_HOLD})"
    )


def previewed(rows: int) -> tuple[float, int]:
    """Of the whole command, from its start to its end, the reading process included."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "tracker.xlsx"
        write_tracker(file, rows)
        command = [sys.executable, "manage.py", "import_plan", str(file), "--preview", "--json"]
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        took = time.perf_counter() - start
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def write_tracker(file: Path, rows: int) -> None:
    """Dates are typed in five ways, leads in five, and each row has words of its own."""
    workbook = xlsxwriter.Workbook(file)
    sheet = workbook.add_worksheet("Plan")
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row(0, 0, ["SEND improvement plan as at 10 July 2019"])
    sheet.write_row(2, 0, HEADINGS)
    for number in range(rows):
        row, place = number + 3, number % 5
        words = [f"{number // 100 + 1}.{number % 100 + 1:02}", f"Priority {number // 700 + 1}"]
        sheet.write_row(row, 0, [*words, f"Shorten the wait in district {number}", LEADS[place], "PCF"])
        sheet.write_datetime(row, 5, date(2019, 4, 1) + timedelta(days=number % 200), day)
        sheet.write_row(row, 6, [ENDS[place], "RAGB"[number % 4], f"Meeting {number} was held; minutes were shared."])
    workbook.close()


if __name__ == "__main__":
    print(told_of_imports())
