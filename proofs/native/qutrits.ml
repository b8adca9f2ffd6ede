(* The kinds of claims that `check` knows, about qutrits: the strange state and the Norell state. *)

open Verdict
open Read
open Numbers
open Subject
open Kinds

let stated claim = About_qutrits claim

(* --- Cliffords: the shortest product of H and N with this action, if it is this matrix up to a phase --- *)
let matrix_of gate =
  let open Field in
  match gate with
  | Check.GateH -> make 3 (fun i j -> scale (z 1, z 3) (mul q24 sqrt3 (zeta q24 (8 * i * j))))
  | Check.GateN -> make 3 (fun i j -> if (i + j) mod 3 = 0 then zeta q24 (8 * j * j) else zero q24)

let action gate = match gate with Check.GateH -> [ [ 0; 2 ]; [ 1; 0 ] ] | Check.GateN -> [ [ 2; 0 ]; [ 1; 2 ] ]

let times a b =
  let dot row j = List.fold_left2 (fun sum x other -> sum + (x * List.nth other j)) 0 row b mod 3 in
  List.map (fun row -> [ dot row 0; dot row 1 ]) a

let rec product_with wanted queue seen =
  match queue with
  | [] -> None
  | (f, gates) :: _ when f = wanted -> Some (List.rev gates)
  | (f, gates) :: rest ->
    let next = List.map (fun gate -> (times f (action gate), gate :: gates)) [ Check.GateH; Check.GateN ] in
    let fresh = List.filter (fun (g, _) -> not (List.mem g seen)) next in
    product_with wanted (rest @ fresh) (List.map fst fresh @ seen)

let clifford_gates symplectic shift (f, matrix) =
  let one = [ [ 1; 0 ]; [ 0; 1 ] ] in
  match product_with symplectic [ (one, []) ] [ one ] with
  | Some gates when shift = [ 0; 0 ] ->
    let open Field in
    let product = List.fold_right (fun gate u -> matrix_mul q24 (matrix_of gate) u) gates (identity q24 3) in
    let up_to k = is (matrix_map (mul q24 (zeta q24 k)) product) f matrix in
    if List.exists up_to (List.init q24.m Fun.id) then Gates gates else Unknown
  | _ -> Unknown

let moved named =
  match action_of named with
  | Gates gates -> stated (Check.SymmetryClaim gates)
  | _ -> fail declined "theory.clifford" "a product of H and N up to a phase" named.id

(* --- maps --- *)
let functions family claim outputs lowest =
  match (family, outputs) with
  | Strange, [ output ] ->
    let sn, sd, num, den = functions_in_one claim output lowest in
    (stated (Check.MapClaim (sn, sd, num, den)), Some { success = (sn, sd); output = (num, den) })
  | Norell, [ zero; strange ] ->
    let sn, sd = Lowest.normal_in_two (fraction_in_two (get claim "success")) in
    let row_0 = match sn with [] -> [] | row :: _ -> row in
    success_of (match sd with [ [ _ ] ] -> true | _ -> false) [ at_0 row_0; at_1 row_0; at_1 (List.map at_0 sn) ];
    let output (label, value) =
      let found = Lowest.normal_in_two (fraction_in_two value) in
      Lowest.check_in_two label found lowest;
      found
    in
    let n0, d0 = output zero in
    let ns, ds = output strange in
    (stated (Check.NorellMapClaim (sn, sd, n0, d0, ns, ds)), None)
  | _ -> unknown_family ()

let below_one root =
  supported (root.bound = (z 1, z 1)) "theory.threshold.bound" "the bound 1" "another";
  stated (Check.ThresholdClaim (root.polynomial, root.low, root.high))

(* an expansion in two variables, as integers over the product of the denominators *)
let expansion =
  { convention = "every coefficient through total degree `degree`; two parameters: rows by power of the first one";
    fields = [ "coefficients"; "degree"; "function"; "of" ];
    witness_fields = [];
    read =
      (fun subject earlier claim _ ->
        let map = one_output [ Norell ] subject earlier claim in
        let degree = small 0 12 (get claim "degree") in
        let rows = listed (listed rational) (get claim "coefficients") in
        let triangle = List.map List.length rows = List.init (degree + 1) (fun i -> degree + 1 - i) in
        wellformed triangle "expansion.shape" "a row for each power" (shown (get claim "coefficients"));
        let wanted = name (get claim "function") in
        let outputs = match map.detail with Functions (outputs, _) -> outputs | _ -> [] in
        let known = List.combine ("success" :: outputs) Check.[ NorellSuccess; NorellE0; NorellES ] in
        let found = List.assoc_opt wanted known in
        wellformed (found <> None) "expansion.function" (String.concat "," ("success" :: outputs)) wanted;
        let over den (a, b) = Z.div (Z.mul a den) b in
        let den = List.fold_left (fun den (_, b) -> Z.mul den b) (z 1) (List.concat rows) in
        let polynomial = List.map (List.map (over den)) rows in
        entry
          [ stated (Check.NorellExpansionClaim (Option.get found, nat degree, polynomial, den)) ]
          ~rests:[ map ]) }

(* --- projections --- *)
let rec choose n k = if k = 0 then 1 else choose (n - 1) (k - 1) * n / k

let projection =
  { convention =
      "x is the target state on every site but the places of `others`, which runs over all distinct placements";
    fields = [ "others"; "values" ];
    witness_fields = [];
    read =
      (fun subject _ claim _ ->
        let others = listed name (get claim "others") in
        let few = others = List.sort compare others && List.length others <= min 2 subject.n in
        wellformed few "projection.others" "at most two, at most n, sorted" (String.concat "," others);
        let { field; members; _ } = subject.states in
        let target = is pure_S field (List.hd members).matrix in
        supported target "theory.projection.target" "the strange state as the target" "another state";
        let matrix_of label =
          match List.find_opt (fun (member : member) -> member.label = label) (List.tl members) with
          | Some member -> member.matrix
          | None -> fail malformed "projection.others.known" "names of the other states" label
        in
        let matrices = List.map matrix_of others in
        let count sign = List.length (List.filter (is (eigenstate sign) field) matrices) in
        let plus = count 1 and minus = count (-1) in
        supported (plus + minus = List.length others) "theory.projection.others" "H+ and H-" "another state";
        let value entry =
          let found = record [ "count"; "value" ] entry in
          let exact = Field.read_element field (get found "value") in
          (small 1 (1 lsl 20) (get found "count"), Field.lift field Field.q24 exact)
        in
        match listed value (get claim "values") with
        | [ (found, value) ] -> (
          same "projection.values" (choose subject.n plus * choose (subject.n - plus) minus) found;
          match Field.surd value with
          | Some (surd, den) -> entry [ stated (Check.ProjectionClaim (nat plus, nat minus, surd, den)) ]
          | None -> fail declined "theory.projection.value" "a value in Q(sqrt 3)" "another")
        | _ -> fail declined "theory.projection.value" "one value in Q(sqrt 3)" "several") }

let kinds =
  [ ("clifford", clifford clifford_gates);
    ("code", code (fun distance -> stated (Check.CodeClaim distance)));
    ("enumerator", enumerator (fun a b -> stated (Check.EnumeratorClaim (a, b))));
    ("expansion", expansion);
    ("map", map functions);
    ("projection", projection);
    ("suppression", suppression [ Strange ] (fun order c -> stated (Check.SuppressionClaim (order, c))));
    ("symmetry", symmetry moved);
    ("threshold", threshold [ Strange ] below_one);
    ("yield", yield (fun _ (order, inputs, low, high) -> [ stated (Check.YieldClaim (order, inputs, low, high)) ])) ]
