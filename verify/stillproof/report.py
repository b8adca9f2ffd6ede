"""What `certify` and `basin` found, as text for people."""

from __future__ import annotations

from typing import Any

from .algebraic import rational


def report(summary: dict[str, Any]) -> str:
    """The summary of `certify`, a line for each value; what does not exist comes with its reason."""
    code, reasons, parameters = summary["code"], summary["reasons"], summary["parameters"]
    source = "outputs" if code["k"] > 1 else "map"
    lines = [
        code_line(code),
        f"A            {' '.join(map(str, summary['enumerators']['A']))}",
        f"B            {' '.join(map(str, summary['enumerators']['B']))}",
    ]
    success, functions = summary["success_probability"], summary["map"]
    lines.append(f"p_succ       {function(success, parameters) if success else 'none: ' + reasons[source]}")
    for name, value in (functions or {}).items():
        lines.append(f"{name + '_out':<12} {function(value, parameters)}")
    if functions:
        lines.append(
            f"             {', '.join(parameters)} as in the state file; conditioned on +1 of every stabilizer"
        )
    if summary["output_clifford"]:
        frame, twirl = summary["output_clifford"], summary["output_twirl"]
        lines.append(f"frame        symplectic {frame['symplectic']}, shift {frame['shift']}, twirl {twirl or 'none'}")
    leading, x = summary["suppression"], parameters[0]
    if leading:
        order = leading["order"]
        lines.append(f"suppression  {leading['coefficient']} {x}^{order} + O({x}^{order + 1})")
    threshold = summary["threshold"]
    if threshold:
        lines.append(
            f"threshold    {threshold['decimal']} (rounded), root of {polynomial(threshold['polynomial'], parameters)}"
        )
    return "\n".join([*lines, *verdict(summary)])


def basin_report(summary: dict[str, Any]) -> str:
    """The summary of `basin`: where states go, a line for each answer."""
    lines = [code_line(summary["code"])]
    if "attractors" in summary:
        lines += triangle_lines(summary)
    else:
        (x,) = summary["parameters"]
        points = summary["fixed_points"]
        shown = ", ".join(point["decimal"].rstrip("0").rstrip(".") for point in points or [])
        lines.append(
            f"fixed points {x} = {shown} (rounded)" if points else f"fixed points {'none' if points == [] else 'all'}"
        )
        if summary["flows_below"]:
            low = rounded_down(summary["flows_below"], 25)
            lines.append(f"basin        every {x} in [0, {low}...) flows to 0, the state {summary['target']}")
            lines.append("             by the claim `threshold`; nothing is claimed about the others")
    return "\n".join([*lines, *verdict(summary)])


def triangle_lines(summary: dict[str, Any]) -> list[str]:
    """The basins of a map of two parameters."""
    first, second = summary["parameters"]
    lines = [
        f"triangle     {first}, {second} >= 0, {first} + {second} <= 1, cut into cells of level {summary['level']}"
    ]
    for found in summary["attractors"]:
        at = f"{found['id']} at ({', '.join(found['point'])})"
        lines.append(
            f"attractor    {at}: {rounded_down(found['share'], 6)} or more, in {found['steps']} steps or fewer"
        )
    lines.append(f"undecided    {rounded_up(summary['undecided'], 6)} or less")
    for found in summary["thresholds"]:
        line = f"({', '.join(found['start'])}) + x (({', '.join(found['end'])}) - ({', '.join(found['start'])}))"
        lines.append(f"threshold    {found['region']}: x = {found['decimal']} (rounded), on {line}")
    for found in summary["flows"]:
        if found["region"]:
            lines.append(f"flow         ({', '.join(found['point'])}) flows to {found['region']}")
    return lines


def code_line(code: dict[str, Any]) -> str:
    """Parameters of the code."""
    return f"code         [[{code['n']},{code['k']},{code['distance']}]]_{code['p']}, logicals {code['logicals']}"


def verdict(summary: dict[str, Any]) -> list[str]:
    """What is not claimed, errors, where the certificate is, and the count."""
    lines = [f"not claimed  {name}: {reason}" for name, reason in summary["reasons"].items()]
    lines += [f"error        {message}" for message in summary.get("errors", [])]
    if summary["certificate"]:
        lines.append(f"certificate  {summary['certificate']}")
    counts = summary["claims"]
    lines.append(f"{summary['verdict'].upper()}: {counts['certified']} of {counts['total']} claims, by the checker")
    return lines


def rounded_down(value: str, digits: int) -> str:
    """A rational >= 0 with this many decimals, rounded towards 0."""
    text = str(int((rational(value) * 10**digits).floor())).zfill(digits + 1)
    return f"{text[:-digits]}.{text[-digits:]}"


def rounded_up(value: str, digits: int) -> str:
    """A rational >= 0 with this many decimals, rounded away from 0."""
    text = str(int((rational(value) * 10**digits).ceil())).zfill(digits + 1)
    return f"{text[:-digits]}.{text[-digits:]}"


def function(value: dict[str, list[Any]], parameters: list[str]) -> str:
    """A rational function as text."""
    num, den = (polynomial(value[key], parameters) for key in ("num", "den"))
    return f"({num})" if den == "1" else f"({num}) / ({den})"


def polynomial(coefficients: list[Any], parameters: list[str]) -> str:
    """A polynomial in the parameters as text, low degree first."""
    by_degree: list[tuple[list[int], str]] = []
    for i, row in enumerate(coefficients):
        if isinstance(row, list):
            by_degree += [([i, j], c) for j, c in enumerate(row)]
        else:
            by_degree.append(([i], row))
    terms = []
    for exponents, c in sorted(by_degree, key=lambda term: (sum(term[0]), term[0])):
        if c != "0":
            powers = [name if e == 1 else f"{name}^{e}" for name, e in zip(parameters, exponents, strict=True) if e > 0]
            size = c.lstrip("-")
            factors = [size] * (size != "1" or not powers) + powers
            terms.append(("- " if c.startswith("-") else "+ ") + " ".join(factors))
    text = " ".join(terms) or "+ 0"
    return "-" + text[2:] if text.startswith("- ") else text[2:]
