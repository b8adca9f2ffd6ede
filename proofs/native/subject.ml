(* What a statement is about: a code, and a family of states that the theory may know.  A family is known by its matrix,
   the sum of its ensemble, not by its name. *)

open Verdict
open Read
open Numbers
open Field

type family = Strange | Norell | T | A
type code = Of_qutrits of Check.code | Of_qubits of Qubit.code

type t = {
  p : int;
  n : int;
  code : code option; (* None for a code that the theory does not speak of *)
  rank : int;
  family : family option;
  parameters : string list;
  members : (string * matrix option) list; (* the target first *)
}

(* for qutrits the enumerators take 2^n steps, half a minute for 23 sites; for qubits the normalizer is listed three
   times, which takes half a second for 15 sites, and twice as long for each further one *)
let max_sites p = if p = 2 then 20 else 23

let vector p n value : vector =
  match listed ~length:2 (listed ~length:n (small 0 (p - 1))) value with
  | [ u; v ] -> (List.map nat u, List.map nat v)
  | _ -> assert false

let read_code value =
  let known = [ "format"; "logical_x"; "logical_z"; "n"; "name"; "p"; "source"; "stabilizers" ] in
  let signed = match value with Json.Object fields -> List.mem_assoc "signs" fields | _ -> false in
  let found = record (if signed then "signs" :: known else known) value in
  constant "stillproof-code/1" (get found "format");
  ignore (text (get found "source"));
  let p = small 2 97 (get found "p") and n = small 1 64 (get found "n") in
  let vector = vector p n in
  let stabilizers = listed vector (get found "stabilizers") in
  let rank = List.length stabilizers in
  wellformed (rank < n) "code.stabilizers.count" (Printf.sprintf "under %d" n) (string_of_int rank);
  let signs = if signed then listed ~length:rank (small 0 (p - 1)) (get found "signs") else [] in
  let logical key =
    let value = get found key in
    if rank = n - 1 then [ vector value ] else listed ~length:(n - rank) vector value
  in
  let code =
    match (logical "logical_x", logical "logical_z") with
    | [ logical_x ], [ logical_z ] when p = 3 && List.for_all (( = ) 0) signs ->
      Some (Of_qutrits { sites = nat n; stabilizers; logical_x; logical_z })
    | [ logical_x ], [ logical_z ] when p = 2 ->
      let minus = if signed then List.map (( = ) 1) signs else List.map (fun _ -> false) stabilizers in
      Some (Of_qubits { sites = nat n; stabilizers = List.combine minus stabilizers; logical_x; logical_z })
    | _ -> None
  in
  ({ p; n; code; rank; family = None; parameters = []; members = [] }, name (get found "name"))

(* --- states --- *)
let ket amplitudes (i : int) (j : int) = mul (List.nth amplitudes i) (List.nth amplitudes j)
let projector norm amplitudes = make 3 (fun i j -> scale (z 1, z norm) (ket (List.map integer amplitudes) i j))
let minus a b = matrix_add a (matrix_map (scale (z (-1), z 1)) b)
let pure_S = projector 2 [ 0; 1; -1 ]
let pure_N = projector 2 [ 0; 1; 1 ]
let pure_0 = projector 1 [ 1; 0; 0 ]

(* the eigenstates H+ and H- of H, along (1 + sqrt 3, 1, 1) and (1 - sqrt 3, 1, 1), by the sign of sqrt 3 *)
let eigenstate sign =
  let root = scale (z sign, z 1) sqrt3 in
  let along = [| add (integer 1) root; integer 1; integer 1 |] in
  let over_norm = scale (z 1, z 12) (add (integer 3) (scale (z (-1), z 1) root)) in
  make 3 (fun i j -> mul over_norm (mul along.(i) along.(j)))

(* a qubit with this Bloch vector divided by a square root *)
let pauli_X = make 2 (fun i j -> integer (if i = j then 0 else 1))
let pauli_Z = make 2 (fun i j -> integer (if i <> j then 0 else if i = 0 then 1 else -1))
let pauli_Y = matrix_map (mul imaginary) (matrix_mul pauli_X pauli_Z)
let half = matrix_map (scale (z 1, z 2))
let bloch inverse paulis = half (List.fold_left matrix_add (identity 2) (List.map (matrix_map (mul inverse)) paulis))
let pure_T = bloch (scale (z 1, z 3) sqrt3) [ pauli_X; pauli_Y; pauli_Z ]
let pure_A = bloch (scale (z 1, z 2) sqrt2) [ pauli_X; pauli_Y ]

let is known matrix = match matrix with Some matrix -> matrix_equal matrix known | None -> false

(* the dimension, and the coefficients of 1 and of the parameters; ZAZ is the state opposite to A *)
let families =
  [ (Strange, 3, [ pure_S; minus (matrix_map (scale (z 1, z 3)) (identity 3)) pure_S ]);
    (Norell, 3, [ pure_N; minus pure_0 pure_N; minus pure_S pure_N ]);
    (T, 2, [ pure_T; minus (half (identity 2)) pure_T ]);
    (A, 2, [ pure_A; minus (identity 2) (matrix_add pure_A pure_A) ]) ]

let read_state value =
  let found = record [ "cliffords"; "ensemble"; "format"; "name"; "p"; "parameters"; "source" ] value in
  constant "stillproof-state/1" (get found "format");
  ignore (text (get found "source"));
  let p = small 2 97 (get found "p") in
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
    (name (get found "name"), read_matrix p (get found "projector"), weight)
  in
  let members = listed member (get found "ensemble") in
  let inhabited = members <> [] and few = List.length members <= 32 in
  wellformed inhabited "state.ensemble.inhabited" "at least one member" "0";
  within few "state.ensemble.size" "at most 32" (string_of_int (List.length members));
  let names = List.map (fun (label, _, _) -> label) members in
  wellformed (distinct names) "state.names.distinct" "distinct" (String.concat "," names);
  let coefficient k =
    let add sum (_, matrix, weight) =
      match (sum, matrix) with
      | Some sum, Some matrix -> Some (matrix_add sum (matrix_map (scale (List.nth weight k)) matrix))
      | _ -> None
    in
    List.fold_left add (Some (make p (fun _ _ -> zero))) members
  in
  let coefficients = List.init (count + 1) coefficient in
  let fits (_, size, wanted) = p = size && List.length wanted = count + 1 && List.for_all2 is wanted coefficients in
  let family = Option.map (fun (family, _, _) -> family) (List.find_opt fits families) in
  let members = List.map (fun (label, matrix, _) -> (label, matrix)) members in
  ({ p; n = 0; code = None; rank = 0; family; parameters; members }, name (get found "name"))

(* a file that people write, of this name and with this hash of its one spelling *)
let file path at read =
  let value = Json.parse (Json.read_bytes path) in
  let hash = Sha256.hex (Json.dumps value ^ "\n") in
  require (hash = digest (get at "sha256")) "statement.subject.sha256" (digest (get at "sha256")) hash;
  let found, own = read value in
  wellformed (own = name (get at "name")) "statement.subject.name" (name (get at "name")) own;
  found

let join code state =
  supported (code.p = state.p) "code.dimension" (string_of_int state.p) (string_of_int code.p);
  { code with family = state.family; parameters = state.parameters; members = state.members }
