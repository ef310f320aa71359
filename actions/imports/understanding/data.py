"""An understanding as plain data: what `import_plan --json` prints, complete and without anything to be known."""

from typing import TYPE_CHECKING

from actions.imports.columns.fields import Field
from actions.imports.grid import column_letters
from actions.imports.understanding.result import Asked, TableColumns, UnderstoodRow, Word

if TYPE_CHECKING:
    from .understood import Understanding


def data_of(understanding: "Understanding") -> dict:
    return {
        "file": understanding.file_name,
        "told_on": understanding.told_on.isoformat(),
        "told_on_reason": understanding.told_on_reason,
        "sheets": [_sheet(sheet, understanding) for sheet in understanding.sheets],
        "mapping": {
            "columns": [column for table in understanding.columns for column in _columns(table)],
            "statuses": [_word(word) for word in understanding.words],
        },
        "plan": {name: str(value) for name, value in understanding.proposed_plan.items()},
        "counts": {
            "rows": len(understanding.rows),
            **{str(kind): number for kind, number in understanding.counts.items()},
            "doubts": len(understanding.asked),
            "undecided": len(understanding.undecided),
        },
        "priorities": understanding.priorities,
        "new_organisations": [each.name for each in understanding.new_organisations],
        "rows": [_row(row) for row in understanding.rows],
        "doubts": [_asked(asked) for asked in understanding.asked],
        "vanished": [
            {"key": gone.key, "ref": gone.action.ref, "title": gone.action.title, "decision": gone.decision}
            for gone in understanding.vanished
        ],
        "left_out": [
            {"sheet": left.sheet, "row": left.line.number, "text": left.line.text, "reason": left.line.why}
            for left in understanding.left_out
        ],
        "notices": understanding.notices,
    }


def _sheet(sheet, understanding: "Understanding") -> dict:
    return {
        "name": sheet.name,
        "is_hidden": sheet.reading.is_hidden,
        "is_chosen": sheet.is_chosen,
        "reason": sheet.reading.reason,
        "colour_key": [{"word": entry.word, "means": entry.meaning, "row": entry.row} for entry in sheet.reading.key],
        "tables": [
            {
                "title": table.title,
                "header_rows": list(table.header_rows),
                "rows": len(table.rows),
                "groups": [{"row": group.number, "text": group.text, "level": group.level} for group in table.groups],
                "hidden_rows": [row.number for row in table.rows if row.is_hidden],
                "notices": table.notices,
            }
            for table in sheet.reading.tables
        ],
    }


def _columns(columns: TableColumns) -> list[dict]:
    return [
        {
            "sheet": columns.table.sheet,
            "header_row": max(columns.table.header_rows, default=None),
            "column": column_letters(guess.heading.column),
            "heading": guess.heading.full,
            "field": str(guess.field),
            "field_label": guess.field.label,
            "certainty": str(guess.certainty),
            "reason": guess.reason,
            "doubts": list(guess.doubts),
            "notes": list(guess.notes),
            "as_at": guess.as_at,
        }
        for guess in columns.guesses
    ]


def _word(word: Word) -> dict:
    proposal = word.proposal
    return {
        "word": proposal.word,
        "kind": str(word.kind),
        "count": proposal.count,
        "status": str(word.chosen) if word.chosen else None,
        "status_label": word.chosen.label if word.chosen else "",
        "proposal": str(proposal.status) if proposal.status else None,
        "reason": "As you chose." if word.is_from_mapping else proposal.reason,
    }


def _row(row: UnderstoodRow) -> dict:
    return {
        "sheet": row.sheet,
        "row": row.number,
        "is_hidden": row.is_hidden,
        "is_left_out": row.is_left_out,
        "kind": str(row.kind),
        **row.data,
        "changes": [{"what": what, "before": before, "after": after} for what, before, after in row.changes],
        "doubts": [asked.key for asked in row.asked],
        "cells": [
            {
                "column": column_letters(told.column),
                "heading": told.heading,
                "field": str(told.field),
                "typed": told.typed,
                "read": told.read,
                "is_doubtful": told.is_doubtful,
            }
            for told in row.told
        ],
    }


def _asked(asked: Asked) -> dict:
    return {
        "key": asked.key,
        "kind": str(asked.doubt.kind),
        "kind_label": asked.doubt.kind.label,
        "sentence": asked.doubt.sentence,
        "proposal": asked.doubt.proposal,
        "sheet": asked.sheet,
        "row": asked.row,
        "column": asked.field,
        "column_label": Field(asked.field).label if asked.field in Field.values else asked.field,
        "typed": asked.typed,
        "decision": asked.decision or None,
    }
