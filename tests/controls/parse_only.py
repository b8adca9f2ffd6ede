"""Parses the certificates, and accepts what parses."""

import json
import sys
from pathlib import Path

try:
    for path in Path(sys.argv[2]).glob("*.jsonl"):
        for line in path.read_text(encoding="ascii").splitlines():
            json.loads(line)
except ValueError:
    sys.exit(12)
print("CERTIFIED: it parses")
