"""The gate: what other programs, papers and catalogues say about a protocol, judged.

`lines` reads JSON Lines, `claim` says what a claim is, `known` what the checker has certified about a protocol,
`readings` what a claim can mean, `exact` and `compare` decide; `judge` puts them together, `run` goes through a file;
`pytest_plugin` is the gate as an assertion of pytest.
"""
