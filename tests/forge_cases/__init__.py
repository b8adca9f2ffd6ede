"""The forgeries, as edits of the honest bases in tests/forged/bases/; what is made of them is stored in tests/forged/.

Each entry says which check must refuse it first and what is false.
"""

from .basins import BASINS, FIXED
from .bounds import BOUNDS, RATIONAL
from .classes import CLASSES
from .cliffords import CLIFFORDS
from .codes import CODES
from .engine import ENGINE, MISSED, REASONS
from .files import FILES, FOLDERS, STATEMENTS, VALUES
from .graphs import GRAPHS
from .maps import MAPS, TERMS, THRESHOLDS
from .meaning import MEANING
from .states import STATES

CASES = [
    *FILES,
    *VALUES,
    *STATEMENTS,
    *FOLDERS,
    *CODES,
    *CLIFFORDS,
    *STATES,
    *MAPS,
    *THRESHOLDS,
    *TERMS,
    *BOUNDS,
    *CLASSES,
    *ENGINE,
    *BASINS,
    *REASONS,
    *MISSED,
    *FIXED,
    *RATIONAL,
    *GRAPHS,
    *MEANING,
]
