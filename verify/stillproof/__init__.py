"""The producer of stillproof: finds exact facts about magic-state distillation and writes down why they hold.

Nothing here has to be trusted: the checker, which shares no code with it, decides.
"""

__version__ = "0.1.0"
