(* From a claim of a statement to a claim of the theory: one entry of `kinds` for each kind that the theory knows.

   A reader checks everything that the claim of the theory leaves out (n, k, p, the number of placements), and declines
   what the theory does not say (a frame, a twirl, another family).  What is left is decided by `check`. *)

open Verdict
open Read
open Subject

type entry = {
  id : string;
  kind : string;
  rests : entry list; (* earlier claims that it is about *)
  formal : Checker.claim option; (* None for a `clifford`, which is a definition here *)
  gates : Checker.gate list option; (* of a `clifford` *)
  outputs : string list; (* of a `map` *)
  witness : Checker.certificate -> Checker.certificate; (* adds the part of the certificate that it needs *)
}

type kind = {
  convention : string;
  fields : string list;
  witness_fields : string list;
  read : Subject.t -> (string -> entry) -> fields -> fields -> entry;
}

let entry ?(rests = []) ?gates ?(outputs = []) ?(witness = Fun.id) formal =
  { id = ""; kind = ""; rests; formal; gates; outputs; witness }

let same id expected found = require (expected = found) id (string_of_int expected) (string_of_int found)

(* an earlier claim of a kind *)
let of_kind earlier kinds id =
  let found = earlier id in
  supported (List.mem found.kind kinds) "claim.rests-on" ("an earlier claim of kind " ^ String.concat " or " kinds) id;
  found

let family subject wanted =
  supported (subject.family = Some wanted) "theory.state" "a family that the theory has this kind for" "another family"

let plain_output subject claim =
  let pair = listed ~length:2 (small 0 (subject.p - 1)) in
  let frame = record [ "shift"; "symplectic" ] (get claim "output-clifford") in
  let shift = pair (get frame "shift") and symplectic = listed ~length:2 pair (get frame "symplectic") in
  let plain = shift = [ 0; 0 ] && symplectic = [ [ 1; 0 ]; [ 0; 1 ] ] in
  supported plain "theory.map.frame" "an output without a frame" "a frame";
  supported (listed name (get claim "output-twirl") = []) "theory.map.twirl" "an output without a twirl" "a twirl";
  let matched = one_of [ "state"; "fidelity" ] (get claim "output-match") in
  supported (matched = "state") "theory.map.match" "the output as a state" matched

let keyed names value =
  let wrong () = fail malformed "object.named" "an object" (shown value) in
  let fields = match value with Json.Object fields -> fields | _ -> wrong () in
  wellformed (List.map fst fields = List.sort compare names) "map.output.names" (String.concat "," names) (keys fields);
  fields

let cofactors subject witness =
  let line value = listed ~length:2 integer_of_json value in
  let count = List.length subject.parameters in
  ignore (listed ~length:(if count > 1 then count else 0) line (get witness "line"));
  let pair value =
    let found = record [ "den"; "num" ] value in
    ignore (polynomial_or_zero (get found "num"), polynomial_or_zero (get found "den"))
  in
  List.iter (fun (_, value) -> pair value) (keyed subject.parameters (get witness "bezout"))

(* content 1, and a denominator whose first coefficient is positive, as the Python checker wants them *)
let normal (num, den) =
  let content = List.fold_left Checker.Z.gcd Checker.Z0 (num @ den) in
  let first = List.find_opt (fun c -> not (Checker.Z.eqb c Checker.Z0)) den in
  let sign = match first with Some c -> Checker.Z.ltb Checker.Z0 c | None -> false in
  wellformed (Checker.Z.eqb content (z 1) && sign) "function.normalised" "content 1, den > 0" "another spelling";
  (num, den)

let normal_in_two (num, den) =
  ignore (normal (List.concat num, List.concat den));
  (num, den)

(* the success probability: a polynomial; the theory speaks of families whose target is accepted *)
let success_of num den =
  wellformed (List.length den = 1) "map.success.polynomial" "a constant den" "a polynomial";
  let at_0 = match num with c :: _ -> not (Checker.Z.eqb c Checker.Z0) | [] -> false in
  supported at_0 "theory.map.success" "a success probability that is not 0 at 0" "0"

let one_output subject earlier claim =
  let map = of_kind earlier [ "map" ] (name (get claim "of")) in
  family subject Strange;
  let output = name (get claim "output") in
  wellformed (List.mem output map.outputs) "claim.output" (String.concat "," map.outputs) output;
  map

(* --- Cliffords: the shortest product of H and N with this action, if it is this matrix up to a phase --- *)
let matrix_of gate =
  let open Field in
  match gate with
  | Checker.GateH -> make 3 (fun i j -> scale (z 1, z 3) (mul sqrt3 (zeta (8 * i * j))))
  | Checker.GateN -> make 3 (fun i j -> if (i + j) mod 3 = 0 then zeta (8 * j * j) else zero)

let action gate = match gate with Checker.GateH -> [ [ 0; 2 ]; [ 1; 0 ] ] | Checker.GateN -> [ [ 2; 0 ]; [ 1; 2 ] ]

let times a b =
  let dot row j = List.fold_left2 (fun sum x other -> sum + (x * List.nth other j)) 0 row b mod 3 in
  List.map (fun row -> [ dot row 0; dot row 1 ]) a

let rec product_with wanted queue seen =
  match queue with
  | [] -> None
  | (f, gates) :: _ when f = wanted -> Some (List.rev gates)
  | (f, gates) :: rest ->
    let next = List.map (fun gate -> (times f (action gate), gate :: gates)) [ Checker.GateH; Checker.GateN ] in
    let fresh = List.filter (fun (g, _) -> not (List.mem g seen)) next in
    product_with wanted (rest @ fresh) (List.map fst fresh @ seen)

let clifford_gates symplectic matrix =
  let one = [ [ 1; 0 ]; [ 0; 1 ] ] in
  match (product_with symplectic [ (one, []) ] [ one ], matrix) with
  | Some gates, Some matrix ->
    let product = List.fold_right (fun gate u -> Field.matrix_mul (matrix_of gate) u) gates (Field.identity 3) in
    let up_to k = Field.matrix_equal matrix (Field.matrix_map (Field.mul (Field.zeta k)) product) in
    if List.exists up_to (List.init Field.order Fun.id) then Some gates else None
  | _ -> None

(* --- the kinds --- *)
let code =
  { convention =
      "[a,b] = v_a.u_b - u_a.v_b; Pi projects onto the joint +1 eigenspace of the w^sign T(g); "
      ^ "[logical_z,logical_x] = 1, or 1 and 0 for several";
    fields = [ "distance"; "k"; "n"; "p" ];
    witness_fields = [ "destabilizers"; "logical" ];
    read =
      (fun subject _ claim witness ->
        same "code.n" subject.n (small 0 64 (get claim "n"));
        same "code.p" subject.p (small 2 97 (get claim "p"));
        same "code.k" (subject.n - subject.rank) (small 0 64 (get claim "k"));
        let vector = vector subject.p subject.n in
        let destabilizers = listed ~length:subject.rank vector (get witness "destabilizers") in
        ignore (vector (get witness "logical"));
        entry
          (Some (Checker.CodeClaim (nat (small 0 64 (get claim "distance")))))
          ~witness:(fun found -> { found with destabilizers })) }

let clifford =
  { convention =
      "V T(b) V* = w^[shift,b] T(symplectic b) at b = (1,0) and (0,1), that is V = V_F T(shift) up to a phase";
    fields = [ "matrix"; "sends"; "shift"; "symplectic" ];
    witness_fields = [];
    read =
      (fun subject _ claim _ ->
        let pair = listed ~length:2 (small 0 (subject.p - 1)) in
        let matrix = Field.read_matrix subject.p (get claim "matrix") in
        let plain = pair (get claim "shift") = [ 0; 0 ] and f = listed ~length:2 pair (get claim "symplectic") in
        entry None ?gates:(if plain then clifford_gates f matrix else None)) }

let symmetry =
  { convention = "V^(x)n Pi = Pi V^(x)n";
    fields = [ "clifford" ];
    witness_fields = [ "matrix" ];
    read =
      (fun subject earlier claim witness ->
        let digits = listed ~length:subject.rank (small 0 (subject.p - 1)) in
        let matrix = List.map (List.map nat) (listed ~length:subject.rank digits (get witness "matrix")) in
        let named = of_kind earlier [ "clifford" ] (name (get claim "clifford")) in
        match named.gates with
        | Some gates ->
          entry (Some (Checker.SymmetryClaim gates)) ~witness:(fun found -> { found with matrices = [ matrix ] })
        | None -> fail declined "theory.clifford" "a product of H and N up to a phase" named.id) }

let enumerator =
  { convention = "A[w], B[w] count elements of weight w, phases left out";
    fields = [ "A"; "B" ];
    witness_fields = [];
    read =
      (fun subject _ claim _ ->
        let counts key = listed ~length:(subject.n + 1) integer_of_json (get claim key) in
        entry (Some (Checker.EnumeratorClaim (counts "A", counts "B")))) }

let map =
  { convention =
      "conditioned on the outcome +1 of every stabilizer; every input in the same state of the family; the output is "
      ^ "decoded, conjugated by output-clifford, and twirled over the group of output-twirl; output-match: the output "
      ^ "is the family at these parameters (state), or has its overlap with the target (fidelity)";
    fields = [ "output"; "output-clifford"; "output-match"; "output-twirl"; "parameters"; "success" ];
    witness_fields = [ "bezout"; "line" ];
    read =
      (fun subject _ claim witness ->
        let parameters = listed name (get claim "parameters") in
        require (parameters = subject.parameters) "map.parameters" (String.concat "," subject.parameters)
          (String.concat "," parameters);
        plain_output subject claim;
        cofactors subject witness;
        let output label = get (keyed parameters (get claim "output")) label in
        let formal =
          match (subject.family, parameters) with
          | Some Strange, [ delta ] ->
            let sn, sd = normal (fraction_of_polynomials (get claim "success")) in
            success_of sn sd;
            let num, den = normal (fraction_of_polynomials (output delta)) in
            Checker.MapClaim (sn, sd, num, den)
          | Some Norell, [ zero; strange ] ->
            let sn, sd = normal_in_two (fraction_in_two (get claim "success")) in
            success_of (List.hd sn) (List.concat sd);
            let n0, d0 = normal_in_two (fraction_in_two (output zero)) in
            let ns, ds = normal_in_two (fraction_in_two (output strange)) in
            Checker.NorellMapClaim (sn, sd, n0, d0, ns, ds)
          | _ -> fail declined "theory.state" "a family that the theory knows" "another family"
        in
        entry (Some formal) ~outputs:parameters) }

let suppression =
  { convention = "output = coefficient x^order + O(x^(order+1)), x to 0, x the parameter of the family";
    fields = [ "coefficient"; "of"; "order"; "output" ];
    witness_fields = [];
    read =
      (fun subject earlier claim _ ->
        let map = one_output subject earlier claim in
        let order = nat (small 1 512 (get claim "order")) and coefficient = rational (get claim "coefficient") in
        entry (Some (Checker.SuppressionClaim (order, coefficient))) ~rests:[ map ]) }

let threshold =
  { convention =
      "0 < output < x on (0, x*), output > x on (x*, bound), denominators positive on [0, bound], x the parameter of "
      ^ "the family";
    fields = [ "bound"; "interval"; "of"; "output"; "polynomial" ];
    witness_fields = [ "cofactor" ];
    read =
      (fun subject earlier claim witness ->
        let map = one_output subject earlier claim in
        let low, high = interval (get claim "interval") in
        let bound = rational (get claim "bound") and cofactor = polynomial (get witness "cofactor") in
        supported (bound = (z 1, z 1)) "theory.threshold.bound" "the bound 1" (shown (get claim "bound"));
        entry
          (Some (Checker.ThresholdClaim (polynomial (get claim "polynomial"), low, high)))
          ~rests:[ map ]
          ~witness:(fun found -> { found with cofactor })) }

(* an end of the interval of an exponent, between 0 and 1, as two naturals *)
let exponent (a, b) =
  let size = Checker.Z.ltb b (z 1001) in
  within size "yield.denominator" "at most 1000" "more";
  require (below (z 0, z 1) (a, b) && below (a, b) (z 1, z 1)) "yield.exponent.range" "between 0 and 1" "another";
  (nat (int_of_small a), nat (int_of_small b))

let yield =
  { convention =
      "inputs = n / (c p_succ) at the pure target, success probability included, c the number of outputs in a product "
      ^ "state, else 1; exponent = log(order) / log(inputs)";
    fields = [ "exponent"; "inputs"; "of"; "success-of" ];
    witness_fields = [];
    read =
      (fun _ earlier claim _ ->
        let leading = of_kind earlier [ "suppression" ] (name (get claim "of")) in
        let accepted = of_kind earlier [ "map" ] (name (get claim "success-of")) in
        let same = List.map (fun (map : entry) -> map.id) leading.rests = [ accepted.id ] in
        supported same "theory.yield.map" "the map of the suppression claim" accepted.id;
        let order = match leading.formal with Some (Checker.SuppressionClaim (order, _)) -> order | _ -> Checker.O in
        supported (order <> nat 1) "yield.order" "an order above 1" "1";
        let low, high = interval (get claim "exponent") and inputs = rational (get claim "inputs") in
        let low = exponent low and high = exponent high in
        entry (Some (Checker.YieldClaim (order, inputs, low, high))) ~rests:[ leading; accepted ]) }

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
        let target = match subject.members with (_, matrix) :: _ -> is pure_S matrix | [] -> false in
        supported target "theory.projection.target" "the strange state as the target" "another state";
        let matrix_of label =
          match List.assoc_opt label (List.tl subject.members) with
          | Some matrix -> matrix
          | None -> fail malformed "projection.others.known" "names of the other states" label
        in
        let matrices = List.map matrix_of others in
        let count sign = List.length (List.filter (is (eigenstate sign)) matrices) in
        let plus = count 1 and minus = count (-1) in
        supported (plus + minus = List.length others) "theory.projection.others" "H+ and H-" "another state";
        let value entry =
          let found = record [ "count"; "value" ] entry in
          (small 1 (1 lsl 20) (get found "count"), Field.read_element (get found "value"))
        in
        match listed value (get claim "values") with
        | [ (found, Some value) ] -> (
          same "projection.values" (choose subject.n plus * choose (subject.n - plus) minus) found;
          match Field.surd value with
          | Some (surd, den) -> entry (Some (Checker.ProjectionClaim (nat plus, nat minus, surd, den)))
          | None -> fail declined "theory.projection.value" "a value in Q(sqrt 3)" "another")
        | _ -> fail declined "theory.projection.value" "one value in Q(sqrt 3)" "several, or another field") }

let kinds =
  [ ("clifford", clifford); ("code", code); ("enumerator", enumerator); ("map", map); ("projection", projection);
    ("suppression", suppression);
    ("symmetry", symmetry); ("threshold", threshold); ("yield", yield) ]
