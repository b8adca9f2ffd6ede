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
type action =
  | Unknown
  | Gates of Check.gate list (* as a product *)
  | Images of image * image (* by what it does to X and Z *)

(* numerator and denominator of the probability of success and of the output, in one variable *)
type in_one = { success : z list * z list; output : z list * z list }

type root = { bound : ratio; polynomial : z list; low : ratio; high : ratio }

(* what other claims may need to know of one *)
type detail =
  | Plain
  | Clifford of action * (string * string) list (* and the members that it sends to others *)
  | Functions of string list * in_one option (* outputs of a map *)
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

(* the success probability, a polynomial, by its numerators at the corners: where all parameters are 0, and where one of
   them is 1; the theory speaks of families that are accepted at all of these *)
let success_of constant at_corners =
  wellformed constant "map.success.polynomial" "a constant den" "a polynomial";
  let accepted = not (List.exists (Z.eqb Z0) at_corners) in
  supported accepted "theory.map.success" "a success probability that is 0 at no corner of the range" "0"

let at_0 = function [] -> Z0 | c :: _ -> c
let at_1 = List.fold_left Z.add Z0

let functions_in_one claim (label, output) lowest =
  let sn, sd = Lowest.normal (fraction_of_polynomials (get claim "success")) in
  success_of (List.length sd = 1) [ at_0 sn; at_1 sn ];
  let num, den = Lowest.normal (fraction_of_polynomials output) in
  Lowest.check label (num, den) lowest;
  (sn, sd, num, den)

(* a map with one output, for a family that the theory has such claims for *)
let one_output families subject earlier claim =
  let map = of_kind earlier [ "map" ] (name (get claim "of")) in
  if not (List.exists (fun family -> subject.states.family = Some family) families) then unknown_family ();
  map

let named_output families subject earlier claim =
  let map = one_output families subject earlier claim in
  let outputs = match map.detail with Functions (outputs, _) -> outputs | _ -> [] in
  let output = name (get claim "output") in
  wellformed (List.mem output outputs) "claim.output" (String.concat "," outputs) output;
  map

(* an operator of this weight that commutes with the stabilizers and moves a logical operator *)
let logical_operator subject distance operator =
  same "code.witness.logical.weight" distance (weight operator);
  let moves other = form subject.p other operator <> 0 in
  let commutes = not (List.exists moves subject.stabilizers) in
  require commutes "code.witness.logical.commutes" "an operator that commutes with every stabilizer" "another";
  let acts = List.exists moves subject.logicals in
  require acts "code.witness.logical.acts" "an operator that moves a logical operator" "none moved"

(* a unitary matrix does this to X and Z, and sends members of the ensemble to others *)
let check_clifford subject (f, matrix) symplectic shift sends =
  let open Field in
  let p = subject.p and states = subject.states in
  let adjoint = adjoint f matrix in
  let unitary = matrix_equal (matrix_mul f matrix adjoint) (identity f p) in
  require unitary "clifford.matrix.unitary" "V V* = 1" "another product";
  let takes (u, v) =
    match (symplectic, shift) with
    | [ [ a; b ]; [ c; d ] ], [ s; t ] ->
      let phase = zeta f (f.m / p * ((t * u) - (s * v))) in
      let image = displacement f p (((a * u) + (b * v)) mod p, ((c * u) + (d * v)) mod p) in
      let right = matrix_map (mul f phase) (matrix_mul f image matrix) in
      matrix_equal (matrix_mul f matrix (displacement f p (u, v))) right
    | _ -> false
  in
  require (takes (1, 0) && takes (0, 1)) "clifford.conjugation" "V T(b) V* = w^[shift,b] T(F b)" "another product";
  let larger = f.m mod states.field.m = 0 in
  wellformed larger "clifford.field" (Printf.sprintf "a multiple of %d" states.field.m) (string_of_int f.m);
  let member label =
    match List.find_opt (fun member -> member.label = label) states.members with
    | Some member -> matrix_map (lift states.field f) member.matrix
    | None -> fail malformed "clifford.sends.names" "names of members" label
  in
  let check (source, target) =
    let from = member source and wanted = member target in
    let moved = matrix_mul f (matrix_mul f matrix from) adjoint in
    require (matrix_equal moved wanted) "clifford.sends" ("V P V* = P' for P = " ^ source) "another projector"
  in
  List.iter check sends

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
        same "code.k" (subject.n - rank subject) (small 0 64 (get claim "k"));
        let digits = digits subject.p subject.n and distance = small 0 64 (get claim "distance") in
        let destabilizers = listed ~length:(rank subject) digits (get witness "destabilizers") in
        logical_operator subject distance (digits (get witness "logical"));
        (* the theory is content with those on one side of the diagonal *)
        let dual i g j d = form subject.p g d = if i = j then 1 else 0 in
        let all_dual = List.mapi (fun i g -> List.mapi (dual i g) destabilizers) subject.stabilizers in
        let all_dual = List.for_all (List.for_all Fun.id) all_dual in
        require all_dual "code.witness.destabilizers" "[g_i,d_j] = 1 for i = j and 0 otherwise" "others";
        let meets d = List.exists (fun operator -> form subject.p d operator <> 0) subject.logicals in
        let apart = not (List.exists meets destabilizers) in
        require apart "code.witness.destabilizers.apart" "d that commute with logical operators" "others";
        let destabilizers = List.map vector destabilizers in
        entry [ make (nat distance) ] ~witness:(fun found -> { found with destabilizers })) }

(* `make` gets the symplectic matrix, the shift, and the matrix over Q(zeta_m) *)
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
        let sends =
          match get claim "sends" with
          | Json.Object fields -> List.map (fun (key, x) -> (name (Json.Text key), name x)) fields
          | other -> fail malformed "object.named" "an object" (shown other)
        in
        check_clifford subject matrix symplectic shift sends;
        entry [] ~detail:(Clifford (make symplectic shift matrix, sends))) }

let action_of named = match named.detail with Clifford (action, _) -> action | _ -> Unknown

let symmetry make =
  { convention = "V^(x)n Pi = Pi V^(x)n";
    fields = [ "clifford" ];
    witness_fields = [ "matrix" ];
    read =
      (fun subject earlier claim witness ->
        let digits = listed ~length:(rank subject) (small 0 (subject.p - 1)) in
        let matrix = List.map (List.map nat) (listed ~length:(rank subject) digits (get witness "matrix")) in
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

(* `make` gets the family, the fields, the outputs with their names in the order of the parameters, and the witness that
   they are in lowest terms, and returns what is kept of a map in one variable *)
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
        let known = subject.states.parameters in
        wellformed (parameters = known) "map.parameters" (String.concat "," known) (String.concat "," parameters);
        plain_output subject claim;
        let outputs = keyed parameters (get claim "output") in
        let lowest = Lowest.read_witness (List.length parameters) witness in
        let family = match subject.states.family with Some family -> family | None -> unknown_family () in
        Lowest.check_names parameters lowest;
        let named = List.map (fun label -> (label, get outputs label)) parameters in
        let formal, in_one = make family claim named lowest in
        entry [ formal ] ~detail:(Functions (parameters, in_one))) }

let suppression families make =
  { convention = "output = coefficient x^order + O(x^(order+1)), x to 0, x the parameter of the family";
    fields = [ "coefficient"; "of"; "order"; "output" ];
    witness_fields = [];
    read =
      (fun subject earlier claim _ ->
        let map = named_output families subject earlier claim in
        let order = nat (small 1 512 (get claim "order")) and coefficient = rational (get claim "coefficient") in
        ignore (noise subject.states);
        (* the theory's claim is true of a smaller order, too, with the coefficient 0 *)
        require (fst coefficient <> Z0) "suppression.order" "the first coefficient that is not 0" "0";
        entry [ make order coefficient ] ~rests:[ map ] ~detail:(Order order)) }

let threshold families make =
  { convention =
      "0 < output < input on (0, x*), output > input on (x*, bound), success and the denominator "
      ^ "of the output positive on [0, bound]; x the parameter of the family, interval: of x*; c x the infidelity of one input to its target, "
      ^ "infidelity: of c x*; input = c x where the output is an infidelity, else x";
    fields = [ "bound"; "infidelity"; "interval"; "of"; "output"; "polynomial" ];
    witness_fields = [ "cofactor" ];
    read =
      (fun subject earlier claim witness ->
        let map = named_output families subject earlier claim in
        let low, high = interval (get claim "interval") in
        let low_infidelity, high_infidelity = interval (get claim "infidelity") in
        let bound = rational (get claim "bound") and cofactor = polynomial (get witness "cofactor") in
        within (Z.ltb (snd bound) (z 1001)) "threshold.bound.denominator" "at most 1000" "more";
        let factor = polynomial (get claim "polynomial") in
        let content = List.fold_left Z.gcd Z0 factor and leading = List.hd (List.rev factor) in
        let primitive = Z.eqb content (z 1) && Z.ltb Z0 leading in
        wellformed primitive "threshold.polynomial.primitive" "content 1, last coefficient positive" "another";
        (* the theory compares the output with the parameter, as a map matched by state does *)
        let c, over = noise subject.states in
        let is_noise (a, b) = Field.ratio_eq (Z.mul c a, Z.mul over b) in
        let as_infidelity = is_noise low low_infidelity && is_noise high high_infidelity in
        require as_infidelity "threshold.infidelity" "c times the interval" (shown (get claim "infidelity"));
        let root = { bound; polynomial = factor; low; high } in
        entry [ make root ] ~rests:[ map ] ~detail:(Root root) ~witness:(fun found -> { found with cofactor })) }

(* an end of the interval of an exponent, between 0 and 1, as two naturals *)
let exponent (a, b) =
  let size = Z.ltb b (z 1001) in
  within size "yield.denominator" "at most 1000" "more";
  wellformed (below (z 0, z 1) (a, b) && below (a, b) (z 1, z 1)) "yield.exponent.range" "between 0 and 1" "another";
  (nat (int_of_small a), nat (int_of_small b))

(* `make` gets the detail of the claim with the success probability; after a correction it is about the same map *)
let yield make =
  { convention =
      "inputs = sites / (outputs p_succ) at the pure target, success probability included; outputs = how many "
      ^ "have the target and the order of the `suppression` claim, of all together 1 unless their target is a "
      ^ "product of states of single qudits; sites = those on which a stabilizer or a logical operator of these "
      ^ "outputs acts; exponent = log(order) / log(inputs)";
    fields = [ "exponent"; "inputs"; "of"; "outputs"; "success-of" ];
    witness_fields = [];
    read =
      (fun subject earlier claim _ ->
        let count = small 1 subject.n (get claim "outputs") in
        let leading = of_kind earlier [ "suppression" ] (name (get claim "of")) in
        let accepted = of_kind earlier [ "map"; "correction" ] (name (get claim "success-of")) in
        let map = match accepted.rests with [] -> accepted | map :: _ -> map in
        let alike = List.map (fun (map : entry) -> map.id) leading.rests = [ map.id ] in
        supported alike "yield.source" "the map of the suppression claim" map.id;
        same "yield.outputs" 1 count;
        let order = match leading.detail with Order order -> order | _ -> O in
        supported (order <> nat 1) "yield.order" "an order above 1" "1";
        let low, high = interval (get claim "exponent") and inputs = rational (get claim "inputs") in
        let low = exponent low and high = exponent high in
        entry (make accepted.detail (order, inputs, low, high)) ~rests:[ leading; map ]) }
