"""Does nothing, successfully."""
