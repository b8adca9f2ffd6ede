(* The numbers of the extracted functions, unary and binary, under one name. *)

type nat = Datatypes.nat = O | S of nat
type positive = BinNums.positive = Coq_xI of positive | Coq_xO of positive | Coq_xH
type z = BinNums.coq_Z = Z0 | Zpos of positive | Zneg of positive
type ratio = z * z
type vector = nat list * nat list (* (u|v) *)

module Z = BinInt.Z
