"""Refuses everything."""

import sys

print("NOT CERTIFIED (10)")
sys.exit(10)
