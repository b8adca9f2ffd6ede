"""Run the checker from this folder: `python3 -I -S proofs FIXTURES CERTIFICATES [NAME ...]`."""

from stillproof_check.run import main

main()
