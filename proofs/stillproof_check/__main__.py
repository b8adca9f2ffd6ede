"""Run the installed checker: `python3 -m stillproof_check FIXTURES CERTIFICATES [NAME ...]`."""

from .run import main

main()
