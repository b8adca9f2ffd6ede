"""Parses every file, and accepts what parses."""

import json
import sys
from pathlib import Path

try:
    for path in sorted(Path(sys.argv[1]).rglob("*.json*")):
        text = path.read_text(encoding="ascii")
        for part in text.splitlines() if path.suffix == ".jsonl" else [text]:
            json.loads(part)
except ValueError:
    sys.exit(12)
print("CERTIFIED: it parses")
