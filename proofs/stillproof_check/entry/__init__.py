"""How files enter and how they are refused: verdicts, the counter of work, and strict reading."""
