"""From a file's cells to rows as they will be, with every doubt: `understand`, and the shapes of its answer."""

from actions.imports.understanding.result import Asked as Asked
from actions.imports.understanding.result import RowKind as RowKind
from actions.imports.understanding.result import SheetUnderstood as SheetUnderstood
from actions.imports.understanding.result import TableColumns as TableColumns
from actions.imports.understanding.result import Told as Told
from actions.imports.understanding.result import UnderstoodRow as UnderstoodRow
from actions.imports.understanding.result import Vanished as Vanished
from actions.imports.understanding.result import Word as Word
from actions.imports.understanding.understand import understand as understand
from actions.imports.understanding.understood import Understanding as Understanding
