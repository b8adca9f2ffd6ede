(* What a kind of claim is, and the kinds that the theory knows for qutrits and for qubits alike.

   A reader takes a claim of a statement to claims of the theory.  It checks everything that these leave out (n, k, p),
   and declines what the theory does not say (a frame, a twirl, another family).  What is left is decided by `check`, or
   by `qubit_check`.  The tables of kinds are in qutrits.ml and qubits.ml. *)

open Verdict
open Read
open Numbers
open Subject

type formal = About_qutrits of Check.claim | About_qubits of Qubit.claim

(* a certificate: the same parts for both functions *)
type witness = { destabilizers : vector list; matrices : nat list list list; cofactor : z list }

(* (b, (u, v)) for (-1)^b T(u|v) *)
type image = bool * (nat * nat)
type root = { bound : ratio; polynomial : z list; low : ratio; high : ratio }

(* what other claims may need to know of one *)
type detail =
  | Plain
  | Gates of Check.gate list (* a Clifford as a product *)
  | Images of image * image (* a Clifford by what it does to X and Z *)
  | Functions of string list * (z list * z list) (* outputs of a map; probability of success in one variable *)
  | Order of nat
  | Root of root
  | Correction of bool list * formal (* the stabilizers that are corrected, and that they are *)

type entry = {
  id : string;
  kind : string;
  rests : entry list; (* earlier claims that it is about *)
  formal : formal list; (* none for a claim that is only a definition here *)
  detail : detail;
  witness : witness -> witness; (* adds the part of the certificate that it needs *)
}

type kind = {
  convention : string;
  fields : string list;
  witness_fields : string list;
  read : Subject.t -> (string -> entry) -> fields -> fields -> entry;
}

let entry ?(rests = []) ?(detail = Plain) ?(witness = Fun.id) formal =
  { id = ""; kind = ""; rests; formal; detail; witness }

let same id expected found = require (expected = found) id (string_of_int expected) (string_of_int found)

(* an earlier claim of a kind *)
let of_kind earlier kinds id =
  let found = earlier id in
  supported (List.mem found.kind kinds) "claim.rests-on" ("an earlier claim of kind " ^ String.concat " or " kinds) id;
  found

let unknown_family () = fail declined "theory.state" "a family that the theory has this kind for" "another family"

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
  let content = List.fold_left Z.gcd Z0 (num @ den) in
  let first = List.find_opt (fun c -> not (Z.eqb c Z0)) den in
  let sign = match first with Some c -> Z.ltb Z0 c | None -> false in
  wellformed (Z.eqb content (z 1) && sign) "function.normalised" "content 1, den > 0" "another spelling";
  (num, den)

let normal_in_two (num, den) =
  ignore (normal (List.concat num, List.concat den));
  (num, den)

(* the success probability: a polynomial; the theory speaks of families whose target is accepted *)
let success_of num den =
  wellformed (List.length den = 1) "map.success.polynomial" "a constant den" "a polynomial";
  let at_0 = match num with c :: _ -> not (Z.eqb c Z0) | [] -> false in
  supported at_0 "theory.map.success" "a success probability that is not 0 at 0" "0"

let functions_in_one claim output =
  let sn, sd = normal (fraction_of_polynomials (get claim "success")) in
  success_of sn sd;
  let num, den = normal (fraction_of_polynomials output) in
  (sn, sd, num, den)

(* a map with one output, for a family that the theory has such claims for *)
let one_output families subject earlier claim =
  let map = of_kind earlier [ "map" ] (name (get claim "of")) in
  if not (List.exists (fun family -> subject.family = Some family) families) then unknown_family ();
  map

let named_output families subject earlier claim =
  let map = one_output families subject earlier claim in
  let outputs = match map.detail with Functions (outputs, _) -> outputs | _ -> [] in
  let output = name (get claim "output") in
  wellformed (List.mem output outputs) "claim.output" (String.concat "," outputs) output;
  map

(* --- the kinds, each for a way to spell it in the theory --- *)
let code make =
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
          [ make (nat (small 0 64 (get claim "distance"))) ]
          ~witness:(fun found -> { found with destabilizers })) }

(* `make` gets the symplectic matrix, the shift, and the matrix if it is over Q(zeta_24) *)
let clifford make =
  { convention =
      "V T(b) V* = w^[shift,b] T(symplectic b) at b = (1,0) and (0,1), that is V = V_F T(shift) up to a phase";
    fields = [ "matrix"; "sends"; "shift"; "symplectic" ];
    witness_fields = [];
    read =
      (fun subject _ claim _ ->
        let pair = listed ~length:2 (small 0 (subject.p - 1)) in
        let matrix = Field.read_matrix subject.p (get claim "matrix") in
        let shift = pair (get claim "shift") in
        let symplectic = listed ~length:2 pair (get claim "symplectic") in
        entry [] ~detail:(make symplectic shift matrix)) }

let symmetry make =
  { convention = "V^(x)n Pi = Pi V^(x)n";
    fields = [ "clifford" ];
    witness_fields = [ "matrix" ];
    read =
      (fun subject earlier claim witness ->
        let digits = listed ~length:subject.rank (small 0 (subject.p - 1)) in
        let matrix = List.map (List.map nat) (listed ~length:subject.rank digits (get witness "matrix")) in
        let named = of_kind earlier [ "clifford" ] (name (get claim "clifford")) in
        entry [ make named ] ~witness:(fun found -> { found with matrices = [ matrix ] })) }

let enumerator make =
  { convention = "A[w], B[w] count elements of weight w, phases left out";
    fields = [ "A"; "B" ];
    witness_fields = [];
    read =
      (fun subject _ claim _ ->
        let counts key = listed ~length:(subject.n + 1) integer_of_json (get claim key) in
        entry [ make (counts "A") (counts "B") ]) }

(* `make` gets the family, the fields, and the outputs in the order of the parameters *)
let map make =
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
        let outputs = keyed parameters (get claim "output") in
        let family = match subject.family with Some family -> family | None -> unknown_family () in
        let formal, success = make family claim (List.map (get outputs) parameters) in
        entry [ formal ] ~detail:(Functions (parameters, success))) }

let suppression families make =
  { convention = "output = coefficient x^order + O(x^(order+1)), x to 0, x the parameter of the family";
    fields = [ "coefficient"; "of"; "order"; "output" ];
    witness_fields = [];
    read =
      (fun subject earlier claim _ ->
        let map = named_output families subject earlier claim in
        let order = nat (small 1 512 (get claim "order")) and coefficient = rational (get claim "coefficient") in
        entry [ make order coefficient ] ~rests:[ map ] ~detail:(Order order)) }

let threshold families make =
  { convention =
      "0 < output < x on (0, x*), output > x on (x*, bound), denominators positive on [0, bound], x the parameter of "
      ^ "the family";
    fields = [ "bound"; "interval"; "of"; "output"; "polynomial" ];
    witness_fields = [ "cofactor" ];
    read =
      (fun subject earlier claim witness ->
        let map = named_output families subject earlier claim in
        let low, high = interval (get claim "interval") in
        let bound = rational (get claim "bound") and cofactor = polynomial (get witness "cofactor") in
        within (Z.ltb (snd bound) (z 1001)) "threshold.bound.denominator" "at most 1000" "more";
        let root = { bound; polynomial = polynomial (get claim "polynomial"); low; high } in
        entry [ make root ] ~rests:[ map ] ~detail:(Root root) ~witness:(fun found -> { found with cofactor })) }

(* an end of the interval of an exponent, between 0 and 1, as two naturals *)
let exponent (a, b) =
  let size = Z.ltb b (z 1001) in
  within size "yield.denominator" "at most 1000" "more";
  require (below (z 0, z 1) (a, b) && below (a, b) (z 1, z 1)) "yield.exponent.range" "between 0 and 1" "another";
  (nat (int_of_small a), nat (int_of_small b))

(* `make` gets the detail of the claim with the success probability; after a correction it is about the same map *)
let yield make =
  { convention =
      "inputs = n / (c p_succ) at the pure target, success probability included, c the number of outputs in a product "
      ^ "state, else 1; exponent = log(order) / log(inputs)";
    fields = [ "exponent"; "inputs"; "of"; "success-of" ];
    witness_fields = [];
    read =
      (fun _ earlier claim _ ->
        let leading = of_kind earlier [ "suppression" ] (name (get claim "of")) in
        let accepted = of_kind earlier [ "map"; "correction" ] (name (get claim "success-of")) in
        let map = match accepted.rests with [] -> accepted | map :: _ -> map in
        let same = List.map (fun (map : entry) -> map.id) leading.rests = [ map.id ] in
        supported same "theory.yield.map" "the map of the suppression claim" map.id;
        let order = match leading.detail with Order order -> order | _ -> O in
        supported (order <> nat 1) "yield.order" "an order above 1" "1";
        let low, high = interval (get claim "exponent") and inputs = rational (get claim "inputs") in
        let low = exponent low and high = exponent high in
        entry (make accepted.detail (order, inputs, low, high)) ~rests:[ leading; map ]) }
