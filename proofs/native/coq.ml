(* What was asked of `check` or `qubit_check`, as Coq text: `--coq` prints it, so that the kernel can be asked, too. *)

open Numbers

let rec nat n = match n with O -> 0 | S m -> 1 + nat m
let rec bits p = match p with Coq_xH -> "xH" | Coq_xO p -> "(xO " ^ bits p ^ ")" | Coq_xI p -> "(xI " ^ bits p ^ ")"
let z value = match value with Z0 -> "Z0" | Zpos p -> "(Zpos " ^ bits p ^ ")" | Zneg p -> "(Zneg " ^ bits p ^ ")"
let natural n = string_of_int (nat n)
let truth b = if b then "true" else "false"
let list show items = "[:: " ^ String.concat "; " (List.map show items) ^ "]"
let pair first second (a, b) = "(" ^ first a ^ ", " ^ second b ^ ")"
let polynomial = list z
let ratio = pair z z
let exponent = pair natural natural
let vector = pair (list natural) (list natural)
let image = pair truth (pair natural natural)

let question ~name ~code ~certificate ~claims answer =
  Printf.sprintf "Goal %s (%s\n  %s)\n  (%s) = %b.\nProof. by vm_compute. Qed.\n" name code claims certificate answer

let qutrits (s : Check.statement) (c : Check.certificate) answer =
  let gate g = match g with Check.GateH -> "Check.GateH" | Check.GateN -> "Check.GateN" in
  let claim x =
    let words =
      match x with
      | Check.CodeClaim d -> [ "CodeClaim"; natural d ]
      | SymmetryClaim gates -> [ "SymmetryClaim"; list gate gates ]
      | EnumeratorClaim (a, b) -> "EnumeratorClaim" :: List.map polynomial [ a; b ]
      | MapClaim (sn, sd, on, od) -> "MapClaim" :: List.map polynomial [ sn; sd; on; od ]
      | SuppressionClaim (k, c) -> [ "SuppressionClaim"; natural k; ratio c ]
      | ThresholdClaim (p, low, high) -> [ "ThresholdClaim"; polynomial p; ratio low; ratio high ]
      | YieldClaim (k, inputs, low, high) -> [ "YieldClaim"; natural k; ratio inputs; exponent low; exponent high ]
      | ProjectionClaim (a, b, value, den) -> [ "ProjectionClaim"; natural a; natural b; ratio value; z den ]
      | NorellMapClaim (sn, sd, n0, d0, ns, ds) ->
        "NorellMapClaim" :: List.map (list polynomial) [ sn; sd; n0; d0; ns; ds ]
      | NorellExpansionClaim (g, m, p, den) ->
        let name = match g with NorellSuccess -> "NorellSuccess" | NorellE0 -> "NorellE0" | NorellES -> "NorellES" in
        [ "NorellExpansionClaim"; "Check." ^ name; natural m; list polynomial p; z den ]
      | RemainderClaim _ -> invalid_arg "a claim that qutrits.ml does not make"
    in
    "Check." ^ String.concat " " words
  in
  let code (c : Check.code) =
    String.concat " "
      [ "Check.Code"; natural c.sites; list vector c.stabilizers; vector c.logical_x; vector c.logical_z ]
  in
  let certificate =
    String.concat " "
      [ "Check.Certificate"; list vector c.destabilizers; list (list (list natural)) c.matrices; polynomial c.cofactor ]
  in
  let code = Printf.sprintf "Check.Statement (%s)" (code s.subject) in
  question ~name:"Check.check" ~code ~certificate ~claims:(list claim s.claims) answer

let qubits (s : Qubit.statement) (c : Qubit.certificate) answer =
  let claim x =
    let words =
      match x with
      | Qubit.CodeClaim d -> [ "CodeClaim"; natural d ]
      | SymmetryClaim (x, z) -> [ "SymmetryClaim"; image x; image z ]
      | EnumeratorClaim (a, b) -> "EnumeratorClaim" :: List.map polynomial [ a; b ]
      | MapClaim (sn, sd, on, od) -> "MapClaim" :: List.map polynomial [ sn; sd; on; od ]
      | SuppressionClaim (k, c) -> [ "SuppressionClaim"; natural k; ratio c ]
      | BoundClaim (r, above, un, ud) -> [ "BoundClaim"; ratio r; truth above; polynomial un; polynomial ud ]
      | ThresholdClaim (b, p, low, high) -> [ "ThresholdClaim"; ratio b; polynomial p; ratio low; ratio high ]
      | SquareRootClaim (b, p, low, high, center, radicand, minus, multiple) ->
        [ "SquareRootClaim"; ratio b; polynomial p; ratio low; ratio high; ratio center; ratio radicand;
          truth minus; z multiple ]
      | YieldClaim (k, inputs, low, high) -> [ "YieldClaim"; natural k; ratio inputs; exponent low; exponent high ]
      | CorrectionClaim (x, z, mask) -> [ "CorrectionClaim"; image x; image z; list truth mask ]
      | CorrectedYieldClaim (mask, k, inputs, low, high) ->
        [ "CorrectedYieldClaim"; list truth mask; natural k; ratio inputs; exponent low; exponent high ]
      | RemainderClaim _ -> invalid_arg "a claim that qubits.ml does not make"
    in
    "Qubit." ^ String.concat " " words
  in
  let code (c : Qubit.code) =
    let signed = pair truth vector in
    String.concat " "
      [ "Qubit.Code"; natural c.sites; list signed c.stabilizers; vector c.logical_x; vector c.logical_z ]
  in
  let certificate =
    String.concat " "
      [ "Qubit.Certificate"; list vector c.destabilizers; list (list (list natural)) c.matrices; polynomial c.cofactor ]
  in
  let family = match s.states with QubitState.FamilyT -> "FamilyT" | QubitState.FamilyA -> "FamilyA" in
  let code = Printf.sprintf "Qubit.Statement (%s) QubitState.%s" (code s.subject) family in
  question ~name:"Qubit.qubit_check" ~code ~certificate ~claims:(list claim s.claims) answer
