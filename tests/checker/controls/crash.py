"""Crashes."""

raise RuntimeError("a defect")
