(* What a statement is about: a code, and a family of states that the theory may know.  A family is known by its matrix,
   the sum of its ensemble, not by its name. *)

open Verdict
open Read
open Numbers
open Field

type family = Strange | Norell | T | A
type code = Of_qutrits of Check.code | Of_qubits of Qubit.code

type digits = int list * int list (* (u|v) *)
type member = { label : string; matrix : matrix; weight : ratio list }

(* the states *)
type states = {
  field : field;
  family : family option;
  parameters : string list;
  members : member list; (* the target first *)
}

type t = {
  p : int;
  n : int;
  code : code option; (* None for a code that the theory does not speak of *)
  stabilizers : digits list;
  logicals : digits list; (* X and Z *)
  states : states;
}

(* for qutrits the enumerators take 2^n steps, half a minute for 23 sites; for qubits the normalizer is listed three
   times, which takes half a second for 15 sites, and twice as long for each further one *)
let max_sites p = if p = 2 then 20 else 23

let digits p n value : digits =
  match listed ~length:2 (listed ~length:n (small 0 (p - 1))) value with
  | [ u; v ] -> (u, v)
  | _ -> assert false

let vector (u, v) : vector = (List.map nat u, List.map nat v)

(* [a, b] = v_a . u_b - u_a . v_b mod p *)
let form p ((u, v) : digits) ((x, y) : digits) =
  let dot = List.fold_left2 (fun sum a b -> sum + (a * b)) 0 in
  (((dot v x - dot u y) mod p) + p) mod p

let weight ((u, v) : digits) = List.fold_left2 (fun sum a b -> if a = 0 && b = 0 then sum else sum + 1) 0 u v

let read_code value =
  let known = [ "format"; "logical_x"; "logical_z"; "n"; "name"; "p"; "source"; "stabilizers" ] in
  let signed = match value with Json.Object fields -> List.mem_assoc "signs" fields | _ -> false in
  let found = record (if signed then "signs" :: known else known) value in
  constant "stillproof-code/1" (get found "format");
  ignore (text (get found "source"));
  let p = small 2 97 (get found "p") and n = small 1 Json.max_small (get found "n") in
  within (n <= 64) "code.sites" "at most 64 sites" (string_of_int n);
  let digits = digits p n in
  let stabilizers = listed digits (get found "stabilizers") in
  let rank = List.length stabilizers in
  wellformed (rank < n) "code.stabilizers.count" (Printf.sprintf "under %d" n) (string_of_int rank);
  let signs = if signed then listed ~length:rank (small 0 (p - 1)) (get found "signs") else [] in
  let logical key =
    let value = get found key in
    if rank = n - 1 then [ digits value ] else listed ~length:(n - rank) digits value
  in
  let logical_x = logical "logical_x" and logical_z = logical "logical_z" in
  let generators = List.map vector stabilizers in
  let code =
    match (List.map vector logical_x, List.map vector logical_z) with
    | [ logical_x ], [ logical_z ] when p = 3 && List.for_all (( = ) 0) signs ->
      Some (Of_qutrits { sites = nat n; stabilizers = generators; logical_x; logical_z })
    | [ logical_x ], [ logical_z ] when p = 2 ->
      let minus = if signed then List.map (( = ) 1) signs else List.map (fun _ -> false) stabilizers in
      Some (Of_qubits { sites = nat n; stabilizers = List.combine minus generators; logical_x; logical_z })
    | _ -> None
  in
  ((p, n, code, stabilizers, logical_x @ logical_z), name (get found "name"))

(* --- states: the known ones, over Q(zeta_24) --- *)
let ket amplitudes (i : int) (j : int) = mul q24 (List.nth amplitudes i) (List.nth amplitudes j)
let projector norm amplitudes = make 3 (fun i j -> scale (z 1, z norm) (ket (List.map (integer q24) amplitudes) i j))
let minus a b = matrix_add a (matrix_map (scale (z (-1), z 1)) b)
let pure_S = projector 2 [ 0; 1; -1 ]
let pure_N = projector 2 [ 0; 1; 1 ]
let pure_0 = projector 1 [ 1; 0; 0 ]

(* the eigenstates H+ and H- of H, along (1 + sqrt 3, 1, 1) and (1 - sqrt 3, 1, 1), by the sign of sqrt 3 *)
let eigenstate sign =
  let root = scale (z sign, z 1) sqrt3 in
  let along = [| add (integer q24 1) root; integer q24 1; integer q24 1 |] in
  let over_norm = scale (z 1, z 12) (add (integer q24 3) (scale (z (-1), z 1) root)) in
  make 3 (fun i j -> mul q24 over_norm (mul q24 along.(i) along.(j)))

(* a qubit with this Bloch vector divided by a square root *)
let pauli_X = make 2 (fun i j -> integer q24 (if i = j then 0 else 1))
let pauli_Z = make 2 (fun i j -> integer q24 (if i <> j then 0 else if i = 0 then 1 else -1))
let pauli_Y = matrix_map (mul q24 imaginary) (matrix_mul q24 pauli_X pauli_Z)
let half = matrix_map (scale (z 1, z 2))

let bloch inverse paulis =
  half (List.fold_left matrix_add (identity q24 2) (List.map (matrix_map (mul q24 inverse)) paulis))

let pure_T = bloch (scale (z 1, z 3) sqrt3) [ pauli_X; pauli_Y; pauli_Z ]
let pure_A = bloch (scale (z 1, z 2) sqrt2) [ pauli_X; pauli_Y ]

(* a matrix over a field, compared with one over Q(zeta_24) *)
let is known f matrix = q24.m mod f.m = 0 && matrix_equal (matrix_map (lift f q24) matrix) known

(* the dimension, and the coefficients of 1 and of the parameters; ZAZ is the state opposite to A *)
let families =
  [ (Strange, 3, [ pure_S; minus (matrix_map (scale (z 1, z 3)) (identity q24 3)) pure_S ]);
    (Norell, 3, [ pure_N; minus pure_0 pure_N; minus pure_S pure_N ]);
    (T, 2, [ pure_T; minus (half (identity q24 2)) pure_T ]);
    (A, 2, [ pure_A; minus (identity q24 2) (matrix_add pure_A pure_A) ]) ]

(* every member is a pure state, and the weights are those of a mixture at the corners of the simplex *)
let check_members f count members =
  let pure member =
    let p = member.matrix in
    require (matrix_equal (adjoint f p) p) "state.projector.hermitian" "P* = P" member.label;
    require (matrix_equal (matrix_mul f p p) p) "state.projector.idempotent" "P P = P" member.label;
    require (equal (trace f p) (integer f 1)) "state.projector.trace" "Tr P = 1" member.label
  in
  List.iter pure members;
  let rec once = function
    | [] -> true
    | member :: rest -> List.for_all (fun other -> not (matrix_equal member.matrix other.matrix)) rest && once rest
  in
  wellformed (once members) "state.members.distinct" "every member another state" "one of them twice";
  let mixes member =
    let at_0 = List.hd member.weight in
    let corners = at_0 :: List.map (ratio_add at_0) (List.tl member.weight) in
    let good = not (List.exists (fun (a, _) -> Z.ltb a Z0) corners) in
    let short = not (List.exists (fun (_, den) -> Z.ltb max_entry den) member.weight) in
    within short "state.weights.size" "denominators of at most 10^40" "a larger one";
    require good "state.weights.positive" "weights not negative where one parameter is 1 or none" member.label
  in
  List.iter mixes members;
  let sum k = List.fold_left (fun sum member -> ratio_add sum (List.nth member.weight k)) (Z0, z 1) members in
  let good k = ratio_eq (sum k) (z (if k = 0 then 1 else 0), z 1) in
  require (List.for_all good (List.init (count + 1) Fun.id)) "state.weights.sum" "weights summing to 1" "another sum"

(* whether the family at 0 is the target *)
let starts_pure members =
  let pure i (member : member) = ratio_eq (List.hd member.weight) (z (if i = 0 then 1 else 0), z 1) in
  List.for_all Fun.id (List.mapi pure members)

(* c_0 and c_1 for a family of one parameter x: its infidelity to the target is c_0 + c_1 x *)
let infidelity f members =
  let target = (List.hd members).matrix in
  let part k (member : member) = scale (List.nth member.weight k) (trace f (matrix_mul f target member.matrix)) in
  let negative k = scale (z (-1), z 1) (total f (List.map (part k) members)) in
  (add (integer f 1) (negative 0), negative 1)

(* c > 0 for a family of one parameter x that is the pure target at 0, of infidelity c x to it; else declined: only of
   such a family it makes sense to speak of noise, of a threshold, or of a leading order *)
let noise states =
  supported (starts_pure states.members) "family.pure" "a family that is the pure target at 0" "another";
  let _, { num; den } = infidelity states.field states.members in
  let rational = Z.ltb Z0 num.(0) && Array.for_all (( = ) Z0) (Array.sub num 1 (Array.length num - 1)) in
  supported rational "family.noise" "an infidelity c x with a rational c > 0" "another";
  (num.(0), den)

(* names of other things, which are no parameters' *)
let reserved = [ "any"; "f"; "i"; "input"; "o"; "omega"; "output"; "p"; "pi"; "target"; "zeta" ]
let parts = [ "epsilon"; "fidelity"; "success"; "threshold" ] (* of a name, too *)

(* a name that people read as a quantity is that quantity, in this spelling and as the only parameter: delta is the
   depolarizing rate and eps the infidelity, both from the pure target on *)
let check_meaning f p parameters coefficients members =
  let depolarizes () =
    let target = (List.hd members).matrix and mixed = matrix_map (scale (z 1, z p)) (identity f p) in
    List.for_all2 matrix_equal coefficients [ target; minus mixed target ]
  in
  let counts_infidelity () =
    let at_0, slope = infidelity f members in
    starts_pure members && equal at_0 (zero f) && equal slope (integer f 1)
  in
  let check parameter =
    let word = String.lowercase_ascii parameter in
    let letter c = 'a' <= c && c <= 'z' and digit c = '0' <= c && c <= '9' in
    let spelled = letter word.[0] && String.for_all (fun c -> letter c || digit c) word in
    let has part =
      let n = String.length part in
      let rec from i = i + n <= String.length word && (String.sub word i n = part || from (i + 1)) in
      from 0
    in
    let free = spelled && not (List.mem word reserved || List.exists has parts) in
    let words = "a letter, then letters and digits; not " ^ String.concat ", " (reserved @ parts) in
    wellformed free "state.parameters.reserved" words parameter;
    let means, wanted =
      match word with
      | "delta" -> (depolarizes, "delta = the depolarizing rate of the first member, the only parameter")
      | "eps" -> (counts_infidelity, "eps = the infidelity to the first member, the only parameter")
      | _ -> ((fun () -> true), "")
    in
    let alone = word = parameter && List.length parameters = 1 in
    let good = (wanted = "" || alone) && means () in
    wellformed good "state.parameters.meaning" wanted (String.concat "," parameters)
  in
  List.iter check parameters

let read_state value =
  let found = record [ "cliffords"; "ensemble"; "format"; "name"; "p"; "parameters"; "source" ] value in
  constant "stillproof-state/1" (get found "format");
  ignore (text (get found "source"));
  let p = small 2 97 (get found "p") in
  supported (p = 2 || p mod 2 = 1) "state.p.prime" "a prime" (string_of_int p);
  within (p <= 7) "state.p.size" "at most 7" (string_of_int p);
  let pair = listed ~length:2 (small 0 96) in
  let clifford value =
    let found = record [ "name"; "shift"; "symplectic" ] value in
    ignore (name (get found "name"), pair (get found "shift"), listed ~length:2 pair (get found "symplectic"))
  in
  ignore (listed clifford (get found "cliffords"));
  let parameters = listed name (get found "parameters") in
  let count = List.length parameters in
  let distinct names = List.length (List.sort_uniq compare names) = List.length names in
  supported (count <= 2 && count >= 1 && distinct parameters) "state.parameters.count" "1 to 2" (string_of_int count);
  let member value =
    let found = record [ "name"; "projector"; "weight" ] value in
    let weight = listed ~length:(count + 1) rational (get found "weight") in
    let f, matrix = read_matrix p (get found "projector") in
    (f, { label = name (get found "name"); matrix; weight })
  in
  let members = items (get found "ensemble") in
  let size = List.length members in
  wellformed (size > 0) "state.ensemble.inhabited" "at least one member" "0";
  within (size <= 32) "state.ensemble.size" "at most 32" (string_of_int size);
  let members = List.map member members in
  let field = fst (List.hd members) in
  let alike = List.for_all (fun (f, _) -> f.m = field.m) members in
  wellformed alike "state.field" (Printf.sprintf "zeta_%d in every member" field.m) "another root of unity";
  let members = List.map snd members in
  let names = List.map (fun member -> member.label) members in
  wellformed (distinct names) "state.names.distinct" "distinct" (String.concat "," names);
  let rest = List.tl names in
  wellformed (not (List.mem "target" rest)) "state.names.target" "the first member as the target" (String.concat "," names);
  check_members field count members;
  let coefficient k =
    let add sum member = matrix_add sum (matrix_map (scale (List.nth member.weight k)) member.matrix) in
    List.fold_left add (make p (fun _ _ -> zero field)) members
  in
  let coefficients = List.init (count + 1) coefficient in
  check_meaning field p parameters coefficients members;
  let is_coefficient known matrix = is known field matrix in
  let fits (_, size, wanted) =
    p = size && List.length wanted = count + 1 && List.for_all2 is_coefficient wanted coefficients
  in
  let family = Option.map (fun (family, _, _) -> family) (List.find_opt fits families) in
  ((p, { field; family; parameters; members }), name (get found "name"))

(* a file that people write, of this name and with this hash of its one spelling *)
let file path at read =
  let value = Json.parse (Json.read_bytes path) in
  let hash = Sha256.hex (Json.dumps value ^ "\n") in
  require (hash = digest (get at "sha256")) "statement.subject.sha256" (digest (get at "sha256")) hash;
  let found, own = read value in
  wellformed (own = name (get at "name")) "statement.subject.name" (name (get at "name")) own;
  found

let rank subject = List.length subject.stabilizers

let join (p, n, code, stabilizers, logicals) (state_p, states) =
  supported (p = state_p) "code.dimension" (string_of_int state_p) (string_of_int p);
  { p; n; code; stabilizers; logicals; states }
