"""From a file's cells to rows as they will be, with every doubt: `understand`, and the shapes of its answer."""

from .result import Asked as Asked
from .result import RowKind as RowKind
from .result import SheetUnderstood as SheetUnderstood
from .result import TableColumns as TableColumns
from .result import Told as Told
from .result import UnderstoodRow as UnderstoodRow
from .result import Vanished as Vanished
from .result import Word as Word
from .understand import understand as understand
from .understood import Understanding as Understanding
