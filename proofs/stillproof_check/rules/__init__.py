"""One file per claim kind: what it says (`CONVENTION`), what it rests on (`LEMMAS`), and its check.

Every rule has `fields` and `witness`, which say how to read the claim and its line of the certificate,
and `check`, which returns what the claim establishes or refuses.  Where nothing beats computing the answer again, the
line is empty: `witness` is `no_witness`, with a word on what is computed.  `table` lists the rules.
"""
