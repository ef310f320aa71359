"""The stacked bars of a report's priorities, as a chart that Word and Excel draw and let people edit."""

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from .looks import QUIET_TEXT, TEXT, bar_look, tag_colours

_HIDE_NOUGHTS = "0;;"


def status_chart(workbook: Workbook, *, sheet: str, codes: list[str], first_column: int, rows: int) -> Chart:
    """Of a sheet whose first row holds headings, and whose first column holds what each bar is about."""
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for place, code in enumerate(codes):
        column = first_column + place
        _, _, on = tag_colours(code)
        chart.add_series(
            {
                "name": [sheet, 0, column],
                "categories": [sheet, 1, 0, rows, 0],
                "values": [sheet, 1, column, rows, column],
                "gap": 40,
                "data_labels": {
                    "value": True,
                    "num_format": _HIDE_NOUGHTS,
                    "font": {"name": "Arial", "size": 9, "bold": True, "color": f"#{on}"},
                    "fill": {"color": f"#{tag_colours(code)[0]}"},
                },
            }
            | bar_look(code)
        )
    words = {"name": "Arial", "size": 9, "color": f"#{TEXT}"}
    chart.set_y_axis({"reverse": True, "num_font": words, "line": {"color": f"#{QUIET_TEXT}"}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "top", "font": words})
    chart.set_chartarea({"border": {"none": True}})
    return chart
