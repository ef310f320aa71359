"""What is said of a file that cannot be read, and of what was left unread: each says what to do next."""

SAVE_AS = "Save the tracker as .xlsx and try again."

EMPTY = f"This file is empty. {SAVE_AS}"
TOO_LARGE_FILE = "This file is larger than 25 MB. Take out pictures and sheets without actions, save it and try again."
DAMAGED = f"This file is damaged, or did not arrive whole. Open it in the program that made it. {SAVE_AS}"
LOCKED = "This file is protected with a password. Save a copy without the password as .xlsx and try again."
HOLDS_TOO_MUCH = "This file holds far more than a tracker. Save just the sheets with actions and try again."
TOO_SLOW = "This file takes too long to read. Save just the sheets with actions as .xlsx and try again."
TOO_MUCH_MEMORY = "This file needs too much memory to read. Save just the sheets with actions as .xlsx and try again."

NO_RESULT = "The formula here has no stored result: open the file in Excel, save it and bring it in again."
ERROR_SHOWN = "The formula here shows the error {error}."
NEVER_CLOSED = "A quotation mark is opened here and never closed, so what follows may belong to other cells."

MACROS = "Macros were neither run nor read."
LINKS = "Links to other workbooks were not followed: what this file remembers of them was read."
COMMENTS = "Comments on cells were not read."
DRAWINGS = "Pictures, charts and text boxes were not read."
NO_CELLS = "The sheet “{name}” holds no cells and was not read."


def wrong_kind(what: str) -> str:
    return f"This is {what}. {SAVE_AS}"
