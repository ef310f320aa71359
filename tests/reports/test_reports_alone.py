"""A frozen report is drawn from its own content for ever, whatever becomes of the database."""

from tests.house import ACTIONS, modules, rooms_imported_by, shown


def test_reports_need_no_records_and_no_summaries():
    needed = {
        shown(path): rooms_imported_by(path) - {"reports", "choices", "periods", "canonical"}
        for path in modules("actions/reports")
    }

    assert (ACTIONS / "reports").is_dir()
    assert {path: rooms for path, rooms in needed.items() if rooms} == {}
