"""From a stream of bytes to sheets, or to one sentence on why not. This runs in a process of its own."""

from typing import IO

from lxml import etree

from actions.imports.grid import Sheet, UnreadableFile
from actions.imports.reading.delimited import read_delimited
from actions.imports.reading.draft import Draft
from actions.imports.reading.ods import read_ods
from actions.imports.reading.package import Package
from actions.imports.reading.recognise import kind_of
from actions.imports.reading.sentences import DAMAGED, TOO_MUCH_MEMORY
from actions.imports.reading.xls import read_xls
from actions.imports.reading.xlsx import read_xlsx

READERS = {
    "xlsx": lambda stream: read_xlsx(Package(stream)),
    "ods": lambda stream: read_ods(Package(stream)),
    "xls": read_xls,
    "delimited": read_delimited,
}


def read(stream: IO[bytes]) -> tuple[Draft, list[Sheet]]:
    """Parsers meet damage in too many ways to name them: what they raise means that the file is damaged."""
    try:
        kind = kind_of(stream)
        stream.seek(0)
        draft = READERS[kind](stream)
        return draft, draft.sheets()
    except UnreadableFile:
        raise
    except MemoryError as error:
        raise UnreadableFile(TOO_MUCH_MEMORY) from error
    except Exception as error:
        raise UnreadableFile(TOO_MUCH_MEMORY if is_out_of_memory(error) else DAMAGED) from error


def is_out_of_memory(error: Exception) -> bool:
    """libxml2 says so in an error of its own."""
    return isinstance(error, etree.XMLSyntaxError) and error.code == etree.ErrorTypes.ERR_NO_MEMORY
