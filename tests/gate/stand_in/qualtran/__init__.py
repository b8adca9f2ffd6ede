"""A stand-in for Qualtran: the two classes that docs/tutorial/test_factory.py asks, by formulas of our own."""
