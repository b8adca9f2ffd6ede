(* The checking functions of the theory as OCaml modules.  Numbers stay what they are in Coq, inductive types: nothing
   is mapped but booleans, options, pairs and lists, whose constructors correspond one to one (ExtrOcamlBasic).  Each
   Coq module becomes one of OCaml, since the claims about qutrits and about qubits have the same names. *)
From Coq Require Import ZArith Extraction ExtrOcamlBasic.
From Stillproof Require Check Qubit.

Extraction Language OCaml.
Separate Extraction Check.check Qubit.qubit_check Z.add Z.mul Z.div Z.gcd Z.ltb Z.eqb.
