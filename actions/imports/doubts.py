"""What a reader of a typed tracker is not sure of. A doubt is asked, and nothing is decided in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import models


class DoubtKind(models.TextChoices):
    """Why something is asked, so that all of a kind can be decided at once."""

    CELL_TROUBLE = "cell_trouble", "The cell cannot be taken as it is"

    DATE_UNREAD = "date_unread", "Not a date that can be read"
    DATE_IMPOSSIBLE = "date_impossible", "There is no such day"
    DATE_AMERICAN = "date_american", "The month seems to come before the day"
    DATE_TWO_WAYS = "date_two_ways", "The date can be read in more than one way"
    DATE_WITHOUT_YEAR = "date_without_year", "The year is not given"
    DATE_WHICH_YEAR = "date_which_year", "Calendar, financial or school year?"
    DATE_ROUGH = "date_rough", "Only said roughly"
    DATE_FAR = "date_far", "Far from the years of the plan"
    DATE_SEVERAL = "date_several", "More than one date in a cell"
    DATE_AMONG_WORDS = "date_among_words", "A date among other words"
    DATE_MOVED = "date_moved", "Speaks of a new date, but no date change is on record"
    DATE_DONE = "date_done", "Says that it is done where a date is expected"
    DATES_OUT_OF_ORDER = "dates_out_of_order", "The start is after the end"
    DATES_SWAPPED = "dates_swapped", "Days and months may have been swapped by the spreadsheet"

    STATUS_BLANK = "status_blank", "Nothing is said of the status"
    STATUS_COLOUR = "status_colour", "What a colour means is not said"
    STATUS_PERCENT = "status_percent", "A percentage is not a status"
    STATUS_WORDS = "status_words", "What these words mean for the status"
    STATUS_CLASH = "status_clash", "Two columns disagree about the status"

    LEAD_MISSING = "lead_missing", "Nobody is named as lead"
    LEAD_SEVERAL = "lead_several", "Several are named, and none as lead"
    LEAD_NEW = "lead_new", "Not an organisation of the partnership yet"
    LEAD_TWO_WAYS = "lead_two_ways", "More than one organisation fits"
    LEAD_SUCCEEDED = "lead_succeeded", "Another organisation took over"
    LEAD_UNREAD = "lead_unread", "Words that are neither an organisation, a post nor a name"

    REF_MISSING = "ref_missing", "No reference is given"
    REF_REPEATED = "ref_repeated", "The same reference twice"
    REF_LOST_ZERO = "ref_lost_zero", "The spreadsheet may have dropped a nought"
    REF_DATE = "ref_date", "The spreadsheet may have made a date of a reference"
    REF_SEVERAL = "ref_several", "Several references in one cell"
    REF_IN_TEXT = "ref_in_text", "A reference taken from the text"
    REF_LONG = "ref_long", "Too long for a reference"

    HEADINGS = "headings", "Whether these are the headings"
    HEADINGS_AGAIN = "headings_again", "Headings that stand again, worded otherwise"
    COLUMN = "column", "What a column means"
    TYPED_ONCE = "typed_once", "Typed once for several rows"
    ROW = "row", "Whether it is an action"
    GROUP = "group", "Whether it is the title of a group"
    LEVEL = "level", "What the title of a group stands under"
    CONTINUES = "continues", "Text put under the row above"
    LEFT_OUT = "left_out", "Whether a line may be left out"

    TITLE_MISSING = "title_missing", "No text says what the action is"
    PRIORITY_MISSING = "priority_missing", "No priority is named"
    ANOTHER_ACTION = "another_action", "The same reference, worded differently"
    DATE_OTHER = "date_other", "Another date than the plan's"
    UPDATE_TOO_EARLY = "update_too_early", "Before the last update on record"
    UPDATE_CLOSED = "update_closed", "On a day that a frozen report has told of"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question. `proposal` is what happens unless somebody decides otherwise, in words; None: nothing fits."""

    kind: DoubtKind
    sentence: str
    proposal: str | None = None
    column: str = ""
    """The field it is about, such as “due”, or a column's letters; empty where whoever asked knows."""
    row: int | None = None
    """As the spreadsheet counts; None where whoever asked knows, or where it is about no row."""

    def about(self, column: str) -> "Doubt":
        return replace(self, column=column)


def quoted(text: str, *, longest: int = 80) -> str:
    """As typed, on one line, between inverted commas; what is long is cut."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def listed(words: Iterable[str], *, last: str = "and") -> str:
    """a, b and c"""
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final
