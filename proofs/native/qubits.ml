(* The kinds of claims that `qubit_check` knows: the T-type and A-type states of qubits. *)

open Verdict
open Read
open Numbers
open Subject
open Kinds

let stated claim = About_qubits claim
let families = [ T; A ]

(* --- Cliffords: a unitary matrix, by what it does to X and Z --- *)
(* V X V* = (-1)^sv T(a|c) and V Z V* = (-1)^su T(b|d), as `check_clifford` has found *)
let clifford_images symplectic shift _ =
  match (symplectic, shift) with
  | [ [ a; b ]; [ c; d ] ], [ su; sv ] -> Images ((sv = 1, (nat a, nat c)), (su = 1, (nat b, nat d)))
  | _ -> Unknown

let images named =
  match action_of named with
  | Images (x, z) -> (x, z)
  | _ -> fail declined "theory.clifford" "a Clifford by its action" named.id

let moved named =
  let x, z = images named in
  stated (Qubit.SymmetryClaim (x, z))

(* --- maps --- *)
let functions family claim outputs lowest =
  match (List.mem family families, outputs) with
  | true, [ output ] ->
    let sn, sd, num, den = functions_in_one claim output lowest in
    (stated (Qubit.MapClaim (sn, sd, num, den)), Some { success = (sn, sd); output = (num, den) })
  | _ -> unknown_family ()

let below_bound root = stated (Qubit.ThresholdClaim (root.bound, root.polynomial, root.low, root.high))

(* with p = a polynomial of degree 2 and y = scale x - center, scale^4 p = p_2 scale^2 (y^2 - s^2 D) *)
let radicals =
  { convention =
      "the threshold in the parameter of the family; degree 2: (center + s sqrt(D)) / scale, r = 0; degree "
      ^ "3: (center + cbrt(r + s sqrt(D)) + cbrt(r - s sqrt(D))) / scale; real roots, sqrt(D) > 0";
    fields = [ "D"; "center"; "degree"; "of"; "r"; "s"; "scale" ];
    witness_fields = [ "cube-root" ];
    read =
      (fun _ earlier claim witness ->
        let degree = small 2 3 (get claim "degree") and number key = integer_of_json (get claim key) in
        let d = number "D" and center = number "center" and s = number "s" and scale = number "scale" in
        let roots = listed integer_of_json (get witness "cube-root") and r = number "r" in
        supported (degree = 2) "theory.radicals.degree" "degree 2" (string_of_int degree);
        let found = of_kind earlier [ "threshold" ] (name (get claim "of")) in
        wellformed (roots = []) "radicals.witness.cube-root.count" "none" (shown (get witness "cube-root"));
        wellformed (Z.ltb Z0 scale && Z.ltb Z0 d) "radicals.signs" "scale > 0 and D > 0" "another sign";
        wellformed (r = Z0) "radicals.quadratic" "r = 0" (shown (get claim "r"));
        match found.detail with
        | Root { bound; polynomial = [ _; _; leading ] as polynomial; low; high } ->
          let squared = Z.mul scale scale in
          let radicand = (Z.mul leading (Z.mul (Z.mul s s) d), Z.mul leading squared) in
          let multiple = Z.mul squared squared and minus = Z.ltb s Z0 in
          let root = (center, scale) in
          let formal = Qubit.SquareRootClaim (bound, polynomial, low, high, root, radicand, minus, multiple) in
          entry [ stated formal ] ~rests:[ found ]
        | _ -> fail declined "radicals.degree" "a threshold of degree 2" "another degree") }

(* quotients of polynomials *)
let equal_ratio (num, den) (top, bottom) = Lowest.(trimmed (multiply num bottom) = trimmed (multiply top den))

let bound =
  { convention =
      "for every x with range[0] < x < range[1], x the parameter of the family: value.den > 0, and the "
      ^ "function stands in the relation to value.num / value.den; at least, at most and equal to hold at "
      ^ "the ends too, by continuity, where both sides are defined";
    fields = [ "function"; "of"; "range"; "relation"; "value" ];
    witness_fields = [];
    read =
      (fun subject earlier claim _ ->
        let map = one_output families subject earlier claim in
        let outputs = match map.detail with Functions (outputs, _) -> outputs | _ -> [] in
        let wanted = name (get claim "function") in
        supported (wanted <> "success") "theory.bound.function" "an output" wanted;
        wellformed (List.mem wanted outputs) "bound.function" (String.concat "," outputs) wanted;
        let low, high = interval (get claim "range") in
        let inside = not (below low (z 0, z 1) || below (z 1, z 1) high) in
        wellformed inside "bound.range" "0 <= low < high <= 1" (shown (get claim "range"));
        within (Z.ltb (snd high) (z 1001)) "bound.range.denominator" "at most 1000" "more";
        supported (fst low = Z0) "theory.bound.range" "a range from 0 on" (shown (get claim "range"));
        let num, den = fraction_of_polynomials (get claim "value") in
        let content = List.fold_left Z.gcd Z0 (num @ den) in
        wellformed (Z.eqb content (z 1)) "bound.normalised" "content 1" "another";
        let relation = one_of [ "above"; "at least"; "at most"; "below"; "equal to" ] (get claim "relation") in
        (* the theory has strict relations; where they are claimed not to be, the output may be the value everywhere *)
        let is_value { output; _ } = equal_ratio output (num, den) in
        let equal = match map.detail with Functions (_, Some found) -> is_value found | _ -> false in
        let strict = relation <> "equal to" && not (equal && List.mem relation [ "at least"; "at most" ]) in
        supported strict "theory.bound.relation" "a function that differs from the value" relation;
        let above = relation = "at most" || relation = "below" in
        entry [ stated (Qubit.BoundClaim (high, above, num, den)) ] ~rests:[ map ]) }

(* A correction itself is declined, since no theorem is about its success probability.  It is compared here with that of
   the map: a claim of kind yield may rest on it, and the theory proves both parts of what that one needs. *)
let correction =
  { convention =
      "the stabilizers of these numbers, counted from 1, are measured first; for any outcome powers of K restore +1; "
      ^ "success = p^(their number) times that of all outcomes +1";
    fields = [ "clifford"; "of"; "stabilizers"; "success" ];
    witness_fields = [];
    read =
      (fun subject earlier claim _ ->
        let map = one_output families subject earlier claim in
        let named = of_kind earlier [ "clifford" ] (name (get claim "clifford")) in
        let x, z' = images named in
        let sends = match named.detail with Clifford (_, sends) -> sends | _ -> [] in
        let fixed (member : member) = List.assoc_opt member.label sends = Some member.label in
        let fixes = List.for_all fixed subject.states.members in
        supported fixes "correction.clifford.fixes" "a Clifford that sends every member to itself" named.id;
        supported (z' = (true, (O, nat 1))) "correction.clifford.flips" "Z to -Z" named.id;
        let numbers = listed (small 1 (rank subject)) (get claim "stabilizers") in
        let sorted = numbers <> [] && numbers = List.sort_uniq compare numbers in
        let wanted = "at least one, distinct and sorted" in
        wellformed sorted "correction.stabilizers.sorted" wanted (shown (get claim "stabilizers"));
        let num, den = Lowest.normal (fraction_of_polynomials (get claim "success")) in
        let constant = List.length den = 1 in
        wellformed constant "correction.normalised" "content 1, a positive constant den" "another spelling";
        let factor = z (1 lsl List.length numbers) in
        (match map.detail with
        | Functions (_, Some { success = (p_num, p_den); _ }) ->
          let equal = equal_ratio (num, den) (List.map (Z.mul factor) p_num, p_den) in
          require equal "correction.success" "p^(their number) times that of the map" (shown (get claim "success"))
        | _ -> unknown_family ());
        let flips number = List.exists (( <> ) 0) (fst (List.nth subject.stabilizers (number - 1))) in
        let pure_z = not (List.exists flips numbers) in
        supported pure_z "correction.stabilizers.type" "stabilizers of Z type" (shown (get claim "stabilizers"));
        let mask = List.init (rank subject) (fun k -> List.mem (k + 1) numbers) in
        entry [] ~rests:[ map ] ~detail:(Correction (mask, stated (Qubit.CorrectionClaim (x, z', mask))))) }

let gained accepted (order, inputs, low, high) =
  match accepted with
  | Correction (mask, corrected) ->
    [ corrected; stated (Qubit.CorrectedYieldClaim (mask, order, inputs, low, high)) ]
  | _ -> [ stated (Qubit.YieldClaim (order, inputs, low, high)) ]

let kinds =
  [ ("bound", bound);
    ("clifford", clifford clifford_images);
    ("code", code (fun distance -> stated (Qubit.CodeClaim distance)));
    ("correction", correction);
    ("enumerator", enumerator (fun a b -> stated (Qubit.EnumeratorClaim (a, b))));
    ("map", map functions);
    ("radicals", radicals);
    ("suppression", suppression families (fun order c -> stated (Qubit.SuppressionClaim (order, c))));
    ("symmetry", symmetry moved);
    ("threshold", threshold families below_bound);
    ("yield", yield gained) ]
