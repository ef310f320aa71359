"""The process that reads one file: from standard input, to standard output, under limits that it cannot lift.

Whatever a file does to a parser (an abort, a hang, all memory) it does here, and the service only learns that it
did. Started by actions/imports/files.py; knows neither Django nor the database nor any setting.
"""

import io
import sys

from actions.imports.grid import UnreadableFile
from actions.imports.reading.limits import limit_this_process
from actions.imports.reading.read import read
from actions.imports.reading.wire import lines_of, refusal


def main() -> None:
    limit_this_process()
    with io.TextIOWrapper(sys.stdout.buffer, "utf-8", newline="\n") as answer:
        try:
            draft, sheets = read(sys.stdin.buffer)
            answer.writelines(lines_of(draft, sheets))
        except UnreadableFile as error:
            answer.write(refusal(str(error)))


if __name__ == "__main__":
    main()
