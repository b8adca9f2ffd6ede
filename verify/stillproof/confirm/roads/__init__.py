"""Roads: second and third ways to a number that the engine computes by characteristic functions and enumerators.

A road takes plain data (p, n, lists of integers, fractions), returns exact values, and imports nothing from the rest of
stillproof nor from another road. Two values that agree then agree for a reason.

- `wigner_sum`: discrete phase space; the output Wigner function is a sum of input Wigner values (Prakash 2020, (2.12)).
- `hilbert_space`: vectors and matrices with p^n entries over Z[zeta_m], on the arrays of `integer_arrays`; and
  `codewords`, on both: the decoded output from one explicit vector for each logical basis state.
- `supports`: the decoded output as a double sum over the basis states in codewords, which are few for CSS codes.
"""
