from datetime import date, datetime, time

import pytest

from actions.imports.grid import Cell
from actions.imports.reading.numbers import NO_DATE, NO_NUMBER, number_cell

POUNDS = '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (1.1, "0.00", "1.10"),
        (1.10, "General", "1.1"),
        (1.1, "0.0#", "1.1"),
        (1.0, "0.##", "1."),
        (3.0, "General", "3"),
        (3.0, "", "3"),
        (3.0, "@", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.333333333"),
        (1234.56789012345, "General", "1234.56789"),
        (123456789012, "General", "123456789012"),
        (1.23456e-12, "General", "1.23456E-12"),
        (1e300, "General", "1E+300"),
        (0.45, "0%", "45%"),
        (0.455, "0.0%", "45.5%"),
        (1, "0 %", "100 %"),
        (0.125, "0.00", "0.13"),
        (2.675, "0.00", "2.68"),
        (5, "000", "005"),
        (110, r"0\.00", "1.10"),
        (1234567, "000-000", "1234-567"),
        (7, '"Action "0', "Action 7"),
        (7.25, '"A"0.00', "A7.25"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (12, "#,##0", "12"),
        (0, "#,##0", "0"),
        (2_500_000, '0.0,,"m"', "2.5m"),
        (-5, "0", "-5"),
        (-0.001, "0.00", "0.00"),
        (-5, "#,##0;[Red](#,##0)", "(5)"),
        (-5, "0;-0", "-5"),
        (1234567.891, POUNDS, "£1,234,567.89"),
        (0, POUNDS, "£-"),
        (4, "[$£-809]#,##0.00", "£4.00"),
        (0, "0;-0;;@", ""),
        (5, ";;;", "5"),
        (0.5, "# ?/?", "0.5"),
        (12345.678, "0.00E+00", "12345.678"),
        (50, "[>99]0.0;0", "50"),
        (5, '"unclosed', "unclosed"),
        (5, "0" * 300, "5"),
    ],
)
def test_number_is_shown_by_its_format(number, code, shown):
    assert number_cell(number, code) == Cell(number, shown)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd/mm/yyyy", "31/03/2020"),
        ("d/m/yy", "31/3/20"),
        ("mm-dd-yy", "31/03/2020"),
        ("m/d/yyyy", "31/03/2020"),
        ("yyyy-mm-dd", "31/03/2020"),
        ("yyyy\\-mm\\-dd;@", "31/03/2020"),
        ("mmm-yy", "Mar-20"),
        ("[$-809]mmm\\-yy;@", "Mar-20"),
        ("mmmm yyyy", "March 2020"),
        ("mmmmm", "M"),
        ("d-mmm", "31-Mar"),
        ("d mmmm yyyy", "31 March 2020"),
        ("dddd, d mmmm yyyy", "Tuesday, 31 March 2020"),
        ("ddd d mmm", "Tue 31 Mar"),
        ("mmmm d, yyyy", "March 31, 2020"),
        ("dd.mm.yy", "31.03.20"),
        ("yyyy", "2020"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "31 March 2020"),
        ('"by "d mmm', "by 31 Mar"),
        ("DD/MM/YYYY", "31/03/2020"),
    ],
)
def test_date_is_shown_in_british_order_by_its_format(code, shown):
    assert number_cell(43921, code) == Cell(date(2020, 3, 31), shown)


@pytest.mark.parametrize(
    ("serial", "code", "value", "shown"),
    [
        (43921.5, "dd/mm/yyyy hh:mm", datetime.fromisoformat("2020-03-31T12:00"), "31/03/2020 12:00"),
        (43921.5, "m/d/yy h:mm", datetime.fromisoformat("2020-03-31T12:00"), "31/03/2020 12:00"),
        (43921.5, "dd/mm/yyyy", date(2020, 3, 31), "31/03/2020"),
        (43921.0, "dd/mm/yyyy hh:mm", date(2020, 3, 31), "31/03/2020 00:00"),
        (43921.99999999, "d mmm yyyy", date(2020, 4, 1), "1 Apr 2020"),
        (0.75, "h:mm AM/PM", time(18), "6:00 PM"),
        (0.0, "h:mm", time(0), "0:00"),
        (0.52, "[$-F400]h:mm:ss\\ AM/PM", time(12, 28, 48), "12:28:48"),
        (1.5, "[h]:mm", 1.5, "36:00"),
        (0.0017, "mm:ss.0", time(0, 2, 27), "02:27"),
    ],
)
def test_time_of_day_is_kept_where_it_is_shown(serial, code, value, shown):
    assert number_cell(serial, code) == Cell(value, shown)


def test_date_counts_from_1904_where_the_file_says_so():
    assert number_cell(42459, "d mmm yyyy", from_1904=True) == Cell(date(2020, 3, 31), "31 Mar 2020")


@pytest.mark.parametrize(("serial", "day"), [(1, date(1900, 1, 1)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1))])
def test_date_of_1900_allows_for_the_day_that_never_was(serial, day):
    assert number_cell(serial, "dd/mm/yyyy").value == day


def test_date_of_an_empty_cell_is_a_doubt():
    assert number_cell(0, "dd/mm/yyyy") == Cell(0, "00/01/1900", NO_DATE)


@pytest.mark.parametrize("serial", [-1, 2_958_466, 2_958_465.9999999, 1e300])
def test_date_beyond_the_calendar_is_a_doubt(serial):
    assert number_cell(serial, "dd/mm/yyyy").trouble == NO_DATE


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_number_that_is_none_is_a_doubt(number):
    assert number_cell(number, "0") == Cell(None, "", NO_NUMBER)


def test_serial_without_a_date_format_stays_a_number():
    assert number_cell(43921.0) == Cell(43921, "43921")
