"""The Python interface: codes and states as objects, the commands as functions, and their results."""
