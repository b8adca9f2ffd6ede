"""`python3 -m stillproof`."""

from .cli import main

main()
