(* Rational functions of a claim in their one spelling: content 1, a definite sign, lowest terms.  The same checks with
   the same witness as proofs/stillproof_check/numbers/lowest.py: u num + v den is a constant, on a line for two variables. *)

open Verdict
open Read
open Numbers

(* --- polynomials, low degree first --- *)
let rec add a b = match (a, b) with [], rest | rest, [] -> rest | x :: a, y :: b -> Z.add x y :: add a b
let scale c a = if c = Z0 then [] else List.map (Field.times c) a
let rec multiply a b = match a with [] -> [] | x :: a -> add (scale x b) (Z0 :: multiply a b)
let rec power a k = if k = 0 then [ z 1 ] else multiply a (power a (k - 1))
let is_zero a = List.for_all (( = ) Z0) a

let trimmed a =
  let rec drop reversed = match reversed with Z0 :: rest -> drop rest | _ -> List.rev reversed in
  drop (List.rev a)

(* a polynomial in two variables at x = line[0][0] + line[0][1] t, y likewise *)
let on_line (first, second) rows =
  let inner cs = List.fold_left add [] (List.mapi (fun j c -> scale c (power second j)) cs) in
  let row i cs = multiply (inner cs) (power first i) in
  List.fold_left add [] (List.mapi row rows)

let top_degree rows =
  let of_row i row = List.mapi (fun j c -> if c = Z0 then 0 else i + j) row in
  List.fold_left max 0 (List.concat (List.mapi of_row rows))

(* --- content 1, and a denominator whose first coefficient is positive --- *)
let normal (num, den) =
  let content = List.fold_left Z.gcd Z0 (num @ den) in
  let first = List.find_opt (( <> ) Z0) den in
  let sign = match first with Some c -> Z.ltb Z0 c | None -> false in
  wellformed (Z.eqb content (z 1) && sign) "function.normalised" "content 1, den > 0" "another spelling";
  (num, den)

let normal_in_two (num, den) =
  ignore (normal (List.concat num, List.concat den));
  (num, den)

(* --- no common factor --- *)
type witness = (string * (z list * z list)) list * z list list (* u and v for every output; a line, or nothing *)

let read_witness count value : witness =
  let pair value =
    let found = record [ "den"; "num" ] value in
    (polynomial_or_zero (get found "num"), polynomial_or_zero (get found "den"))
  in
  let cofactors =
    match get value "bezout" with
    | Json.Object fields -> List.map (fun (key, x) -> (name (Json.Text key), pair x)) fields
    | other -> fail malformed "object.named" "an object" (shown other)
  in
  let line = listed ~length:2 integer_of_json in
  (cofactors, listed ~length:(if count > 1 then count else 0) line (get value "line"))

let max_line = 1000

(* the cofactors are those of these outputs, and the line is small *)
let check_names outputs ((cofactors, line) : witness) =
  let names = List.map fst cofactors in
  require (names = List.sort compare outputs) "function.witness.bezout.names" (String.concat "," outputs)
    (String.concat "," names);
  let small c = not (Z.ltb (z max_line) c || Z.ltb c (z (-max_line))) in
  within (List.for_all (List.for_all small) line) "function.line" (Printf.sprintf "at most %d" max_line) "more"

let check label (num, den) ((cofactors, _) : witness) =
  let u, v = List.assoc label cofactors in
  let value = add (multiply u num) (multiply v den) in
  let constant = match value with c :: rest -> c <> Z0 && is_zero rest | [] -> false in
  require constant "function.witness.bezout" "u num + v den = a constant that is not 0" "another polynomial";
  let size = List.length in
  let short =
    if min (size num) (size den) <> 1 then size u < size den && size v < size num
    else if size den = 1 then u = [] && v = [ z 1 ]
    else u = [ z 1 ] && v = []
  in
  require short "function.witness.bezout.degree" "cofactors of lower degree" "higher ones, or another spelling"

let check_in_two label (num, den) ((_, line) as witness) =
  match line with
  | [ first; second ] ->
    let above = trimmed (on_line (first, second) num) and below = trimmed (on_line (first, second) den) in
    let degree = top_degree den in
    let full = List.length below - 1 = degree in
    require full "function.witness.line" (Printf.sprintf "a line on which den has degree %d" degree) "another degree";
    check label (above, below) witness
  | _ -> fail malformed "list.length" "a line" "none"
