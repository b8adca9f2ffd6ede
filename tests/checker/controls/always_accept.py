"""Accepts everything."""

print("CERTIFIED: all claims")
