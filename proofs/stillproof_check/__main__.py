"""Run the installed checker: `python3 -I -m stillproof_check FIXTURES CERTIFICATES [NAME ...]`.

Without -I, Python would take modules such as `json` from the current folder.
"""

from .run import main

main()
