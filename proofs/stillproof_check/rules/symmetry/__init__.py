"""Clifford unitaries: that they are, what they do to the code and to the encoded qudit, and twirling."""
