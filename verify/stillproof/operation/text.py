"""What `plan` and `expect` found, as text for people."""

from __future__ import annotations

from typing import Any


def plan_report(found: dict[str, Any]) -> str:
    """A row for each level; six significant digits, correctly rounded from exact rationals."""
    start = ", ".join(f"{label} = {x}" for label, x in found["input"].items())
    head = ("level", "protocol", "p_succ", *found["parameters"], "inputs per output")
    rows = [head, ("0", "input", "-", *found["input"].values(), "1")]
    for number, level in enumerate(found["levels"], 1):
        outputs = [level["output"][label]["decimal"] for label in found["parameters"]]
        cost = level["inputs_per_output"]["decimal"]
        rows.append((str(number), level["protocol"], level["success_probability"]["decimal"], *outputs, cost))
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    lines += ["", f"input {start}; target {found['target']}, for the sum of the parameters where there are two"]
    lines += [f"{name}: accepted is {accepted}" for name, accepted in found["accepted"].items()]
    lines.append("Six significant digits of exact rationals (--json); inputs in expectation, rejected blocks included.")
    lines.append("Every function and threshold used is certified by the checker.")
    return "\n".join(lines)


def expect_report(found: dict[str, Any]) -> str:
    """The band, and the verdict on an observed count."""
    low, high = found["band"]
    at = ", ".join(f"{label} = {x}" for label, x in found["at"].items())
    lines = [
        f"protocol     {found['protocol']} at {at}; accepted: {found['accepted']}",
        f"p_succ       {found['success_probability']['decimal']}",
        f"mean         {found['mean']['decimal']} of {found['runs']} runs",
        f"band         {low} to {high} accepted, at significance {found['significance']}, half on each side",
    ]
    if "observed" in found:
        verdict = "inside the band" if found["inside"] else "OUTSIDE the band"
        lines.append(f"observed     {found['observed']} accepted: {verdict}")
    return "\n".join(lines)
