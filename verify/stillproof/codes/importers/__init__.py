"""Codes in the formats that people have: one file for each, read by own readers, and asked for what they leave open.

`read.read` is the way in; `docs/howto-import.md` says what every format looks like.
"""
