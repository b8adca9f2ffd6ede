"""No JSON, no UTF-8, no object, numbers of 5000 digits, a lone surrogate twice, and then a line without end."""

import sys

LINES = [b"certified", b'"\xff\xfe"', b"[]", b'{"id":' + b"9" * 5000 + b"}", rb'{"\ud800":1,"\ud800":2}']
for number, _ in enumerate(sys.stdin.buffer):
    while number >= len(LINES):
        sys.stdout.buffer.write(b"x" * 65536)
    sys.stdout.buffer.write(LINES[number] + b"\n")
    sys.stdout.buffer.flush()
