"""Run the installed checker: `python3 -I -m stillproof_check FIXTURES CERTIFICATES [NAME ...]`.

Without -I, Python would take modules such as `json` from the current folder.
"""

import sys

if sys.version_info < (3, 10):  # noqa: UP036 - said before anything is imported that an older Python cannot read
    sys.stderr.write("the checker needs Python 3.10 or later\n")
    sys.exit(11)

from .run import main

main()
