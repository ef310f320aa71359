"""What a column of a typed tracker can tell us: the fields that an import can fill."""

from django.db import models


class Field(models.TextChoices):
    REF = "ref", "Reference"
    TITLE = "title", "Action"
    DESCRIPTION = "description", "Description"
    PRIORITY = "priority", "Priority or objective"
    OBJECTIVE = "objective", "Objective within a priority"
    OUTCOME = "outcome", "Intended outcome"
    FINDING = "finding", "Finding or recommendation"
    SUCCESS = "success_criteria", "Success criteria"
    MEASURE = "measure", "Measure"
    LEAD = "lead", "Lead"
    ACCOUNTABLE = "accountable", "Accountable post"
    CONTRIBUTORS = "contributors", "Contributors"
    LOCALITY = "locality", "Locality"
    START = "start", "Start"
    DUE = "due", "Due"
    ORIGINAL_DUE = "original_due", "Originally due"
    REVISED_DUE = "revised_due", "Revised date"
    START_AND_DUE = "start_and_due", "Start, revised and end in one cell"
    REVIEW_ON = "review_on", "Review date"
    COMPLETED_ON = "completed_on", "Completed on"
    UPDATED_ON = "updated_on", "Day of the update"
    STATUS = "status", "Status"
    STAGE = "stage", "Stage"
    RAG = "rag", "Colour (RAG, BRAG)"
    PERCENT = "percent", "Percent complete"
    PROGRESS = "progress", "Progress"
    NEXT_STEPS = "next_steps", "Next steps"
    EVIDENCE = "evidence", "Evidence"
    IMPACT = "impact", "Impact"
    RISK = "risk", "Risk or barrier"
    COMMENT = "comment", "Comment"
    IGNORE = "ignore", "Not taken over"


class Certainty(models.TextChoices):
    """How sure a proposal is. Only what is SURE may pass without being looked at."""

    SURE = "sure", "Sure"
    PROBABLE = "probable", "Probable"
    GUESS = "guess", "A guess"


WHAT = [Field.TITLE, Field.DESCRIPTION, Field.OBJECTIVE, Field.FINDING, Field.OUTCOME, Field.PRIORITY]
"""Columns that can say what is promised, the most telling first."""

FOLLOWED_UP = {
    Field.LEAD, Field.ACCOUNTABLE, Field.CONTRIBUTORS,
    Field.START, Field.DUE, Field.ORIGINAL_DUE, Field.REVISED_DUE, Field.START_AND_DUE, Field.COMPLETED_ON,
    Field.STATUS, Field.STAGE, Field.RAG, Field.PERCENT, Field.PROGRESS, Field.NEXT_STEPS,
}  # fmt: skip
"""A table with one of these is about promises that somebody follows up; a glossary has none."""

DATES = {
    Field.START, Field.DUE, Field.ORIGINAL_DUE, Field.REVISED_DUE, Field.START_AND_DUE,
    Field.REVIEW_ON, Field.COMPLETED_ON, Field.UPDATED_ON,
}  # fmt: skip

DATED = {Field.STATUS, Field.RAG, Field.PERCENT, Field.STAGE, Field.PROGRESS}
"""May stand several times in a table, once for each day: “May 2019 status”, “Jul RAG”."""

REPEATABLE = {Field.DESCRIPTION, Field.CONTRIBUTORS, Field.EVIDENCE, Field.IMPACT, Field.RISK,
              Field.SUCCESS, Field.MEASURE, Field.COMMENT, Field.IGNORE}  # fmt: skip
"""Several columns may say it, and their words are put under each other."""

TYPED_ONCE = {Field.PRIORITY, Field.OBJECTIVE, Field.OUTCOME, Field.FINDING, Field.LEAD, Field.ACCOUNTABLE,
              Field.START, Field.DUE, Field.START_AND_DUE, Field.SUCCESS, Field.LOCALITY}  # fmt: skip
"""Often typed once for a block of rows, with empty cells under it."""
