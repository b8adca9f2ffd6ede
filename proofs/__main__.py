"""Run the checker from this folder: `python3 -I -S proofs FIXTURES CERTIFICATES [NAME ...]`."""

import sys

if sys.version_info < (3, 10):  # noqa: UP036 - said before anything is imported that an older Python cannot read
    sys.stderr.write("the checker needs Python 3.10 or later\n")
    sys.exit(11)

from stillproof_check.run import main

main()
