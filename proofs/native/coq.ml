(* What was asked of `check`, as Coq text: `--coq` prints it, so that the kernel can be asked the same. *)

open Checker

let rec nat n = match n with O -> 0 | S m -> 1 + nat m
let rec bits p = match p with XH -> "xH" | XO p -> "(xO " ^ bits p ^ ")" | XI p -> "(xI " ^ bits p ^ ")"
let z value = match value with Z0 -> "Z0" | Zpos p -> "(Zpos " ^ bits p ^ ")" | Zneg p -> "(Zneg " ^ bits p ^ ")"
let natural n = string_of_int (nat n)
let list show items = "[:: " ^ String.concat "; " (List.map show items) ^ "]"
let pair first second (a, b) = "(" ^ first a ^ ", " ^ second b ^ ")"
let polynomial = list z
let ratio = pair z z
let exponent = pair natural natural
let vector = pair (list natural) (list natural)
let gate g = match g with GateH -> "GateH" | GateN -> "GateN"

let claim x =
  let words =
    match x with
    | CodeClaim d -> [ "CodeClaim"; natural d ]
    | SymmetryClaim gates -> [ "SymmetryClaim"; list gate gates ]
    | EnumeratorClaim (a, b) -> "EnumeratorClaim" :: List.map polynomial [ a; b ]
    | MapClaim (sn, sd, on, od) -> "MapClaim" :: List.map polynomial [ sn; sd; on; od ]
    | SuppressionClaim (k, c) -> [ "SuppressionClaim"; natural k; ratio c ]
    | RemainderClaim (k, c, bound, radius) -> "RemainderClaim" :: natural k :: List.map ratio [ c; bound; radius ]
    | ThresholdClaim (p, low, high) -> [ "ThresholdClaim"; polynomial p; ratio low; ratio high ]
    | YieldClaim (k, inputs, low, high) -> [ "YieldClaim"; natural k; ratio inputs; exponent low; exponent high ]
    | ProjectionClaim (a, b, value, den) -> [ "ProjectionClaim"; natural a; natural b; ratio value; z den ]
    | NorellMapClaim (sn, sd, n0, d0, ns, ds) ->
      "NorellMapClaim" :: List.map (list polynomial) [ sn; sd; n0; d0; ns; ds ]
    | _ -> invalid_arg "a claim that claims.ml does not make"
  in
  String.concat " " words

let code c =
  String.concat " " [ "Code"; natural c.sites; list vector c.stabilizers; vector c.logical_x; vector c.logical_z ]

let certificate c =
  String.concat " "
    [ "Certificate"; list vector c.destabilizers; list (list (list natural)) c.matrices; polynomial c.cofactor ]

let question s c answer =
  Printf.sprintf "Goal check (Statement (%s)\n  %s)\n  (%s) = %b.\nProof. by vm_compute. Qed.\n" (code s.subject)
    (list claim s.claims) (certificate c) answer
