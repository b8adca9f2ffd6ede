"""Ends with 0 without a word, as a broken wrapper would."""
