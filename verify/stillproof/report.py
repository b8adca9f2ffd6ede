"""What `certify` found, as text for people."""

from __future__ import annotations

from typing import Any


def report(summary: dict[str, Any]) -> str:
    """The summary of `certify`, a line for each value; what does not exist comes with its reason."""
    code, reasons, parameters = summary["code"], summary["reasons"], summary["parameters"]
    source = "outputs" if code["k"] > 1 else "map"
    lines = [
        f"code         [[{code['n']},{code['k']},{code['distance']}]]_{code['p']}, logicals {code['logicals']}",
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
    lines += [f"not claimed  {name}: {reason}" for name, reason in reasons.items()]
    lines += [f"error        {message}" for message in summary.get("errors", [])]
    if summary["certificate"]:
        lines.append(f"certificate  {summary['certificate']}")
    counts = summary["claims"]
    lines.append(f"{summary['verdict'].upper()}: {counts['certified']} of {counts['total']} claims, by the checker")
    return "\n".join(lines)


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
