(* The checking function of the theory as an OCaml program.  Numbers stay what they are in Coq, inductive types: nothing
   is mapped but booleans, options, pairs and lists, whose constructors correspond one to one (ExtrOcamlBasic). *)
From Coq Require Import ZArith Extraction ExtrOcamlBasic.
From Stillproof Require Import Check.

Extraction Language OCaml.
Extraction "checker" check Z.add Z.mul Z.gcd Z.ltb Z.eqb.
