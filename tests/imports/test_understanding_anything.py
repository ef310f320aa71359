"""Whatever a grid holds, it is understood without raising, and no line of it is lost."""

import json
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from actions.imports.answers import INSTEAD, LEAVE, PROPOSAL, Answers
from actions.imports.doubts import DoubtKind
from actions.imports.grid import BLANK, Book, Cell, Sheet, Span
from actions.imports.known_plan import KnownAction, KnownPlan, Said
from actions.imports.understanding import understand

TODAY = date(2019, 7, 12)
TEXTS = (
    """
Ref|Action|Lead|Due date|Start/Rev/End|Revised date|RAG|Status|% complete|Priority|Progress update|May 2019 status
July 2019|Task & Finish Group|Priority 1: Access|1.1|1.10|7.001 Promote the offer|Train staff in each school|LCC / CCG
Head of SEND|TBC|Dec-19|31/02/2020|24/25|Ongoing|4 January|Sept 19 – July 20|Amber|G|60%|Complete |Total|Blue = complete
Extended to March|After the board has agreed it in March 2020
""".strip()
    .replace("\n", "|")
    .split("|")
)
texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=8))
days = st.builds(lambda day: Cell(day, f"{day:%d/%m/%Y}"), st.dates())
numbers = st.builds(lambda number: Cell(number, str(number)), st.floats(allow_nan=False, width=32))
cells = st.one_of(st.just(BLANK), texts.map(lambda text: Cell(text, text)), days, numbers)
grids = st.integers(1, 8).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), max_size=14))
HEADED = [[Cell(text, text) for text in ("Ref", "Action", "Lead", "Due date", "RAG", "May 2019 status")]]
spans = st.one_of(
    st.none(), st.builds(Span, st.integers(0, 3), st.integers(0, 3), st.integers(3, 6), st.integers(3, 6))
)
KNOWN = KnownPlan(
    title="The plan",
    starts_on=date(2019, 4, 1),
    ends_on=date(2020, 12, 31),
    is_there=True,
    is_adopted=True,
    actions=(KnownAction(1, "1.1", "Train staff in schools", said=(Said(TODAY, "on_track", "Begun."),)),),
)


def grid_with_headings(rows: list[list[Cell]]) -> list[list[Cell]]:
    width = len(HEADED[0])
    return HEADED + [(row + [BLANK] * width)[:width] for row in rows]


def without_covered(rows: list[list[Cell]], span: Span | None) -> list[list[Cell]]:
    """Of merged cells only the first holds anything."""
    covered = set(list(span)[1:]) if span else set()
    return [[BLANK if (r, c) in covered else cell for c, cell in enumerate(row)] for r, row in enumerate(rows)]


@settings(max_examples=150, deadline=None)
@given(st.one_of(grids, grids.map(grid_with_headings)), spans, st.sampled_from([PROPOSAL, LEAVE, f"{INSTEAD}1.1", ""]))
@example(grid_with_headings([]), None, "")
def test_any_grid_is_understood_and_no_line_is_lost(rows, span, decision):
    rows = without_covered(rows, span)
    book = Book("any.xlsx", "xlsx", "0" * 64, [Sheet("Plan", rows, [span] if span else [])])
    answers = Answers(decided_kinds=dict.fromkeys(DoubtKind.values, decision) if decision else {})

    understanding = understand(book, answers, KNOWN, today=TODAY)

    tables = [table for columns in understanding.columns for table in [columns.table]]
    told = {row.number for row in understanding.rows}
    told |= {number for row in understanding.rows for number in row.data["continued_in"]}
    told |= {number for table in tables for number in table.header_rows}
    told |= {group.number for table in tables for group in table.groups}
    told |= {left.line.number for left in understanding.left_out}
    assert {number for number, row in enumerate(rows, 1) if not all(cell.is_blank for cell in row)} <= told
    assert len({asked.key for asked in understanding.asked}) == len(understanding.asked)
    assert json.loads(json.dumps(understanding.as_data()))["counts"]["rows"] == len(understanding.rows)
    assert understanding.undecided or understanding.brought()
