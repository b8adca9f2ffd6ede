(* Fields: each reader takes a JSON value and returns what it stands for, a number of the extracted checker where the
   checker wants one, or says what is wrong.  The grammar and the ids are those of proofs/stillproof_check/entry/loader.py. *)

open Verdict
open Numbers

let max_digits = 400 (* of an integer; the Python checker reads 4000 *)
let max_terms = 128 (* of a polynomial *)
let shown = Json.dumps

(* --- numbers of the checker: unary and binary --- *)
let rec nat i = if i = 0 then O else S (nat (i - 1))
let rec positive i =
  if i = 1 then Coq_xH else if i land 1 = 1 then Coq_xI (positive (i / 2)) else Coq_xO (positive (i / 2))

let z i = if i = 0 then Z0 else if i > 0 then Zpos (positive i) else Zneg (positive (-i))
let ten = z 10
let digit c = Char.code c - Char.code '0'
let of_decimal text = String.fold_left (fun value c -> Z.add (Z.mul ten value) (z (digit c))) Z0 text

let rec int_of_positive p =
  match p with Coq_xH -> 1 | Coq_xO p -> 2 * int_of_positive p | Coq_xI p -> (2 * int_of_positive p) + 1

(* of a number that is known to be small *)
let int_of_small value = match value with Z0 -> 0 | Zpos p -> int_of_positive p | Zneg p -> -int_of_positive p

(* --- objects, lists, texts --- *)
type fields = (string * Json.t) list

let keys fields = String.concat "," (List.map fst fields)

(* an object with exactly these keys *)
let record names value : fields =
  match value with
  | Json.Object fields ->
    let wanted = List.sort compare names in
    wellformed (List.map fst fields = wanted) "object.keys" (String.concat "," wanted) (keys fields);
    fields
  | _ -> fail malformed "object.type" "an object" (shown value)

let get fields key = List.assoc key fields

let items value = match value with Json.List found -> found | _ -> fail malformed "list.type" "a list" (shown value)

let listed ?length read value =
  let found = match value with Json.List found -> found | _ -> fail malformed "list.length" "a list" (shown value) in
  let wanted = Option.value length ~default:(List.length found) in
  wellformed (List.length found = wanted) "list.length" (Printf.sprintf "a list of %d" wanted) (shown value);
  List.map read found

let text value =
  match value with
  | Json.Text s when s <> "" -> s
  | _ -> fail malformed "text.type" "a non-empty string" (shown value)

let constant expected value = wellformed (value = Json.Text expected) "text.constant" expected (shown value)

let one_of words value =
  let found = text value in
  wellformed (List.mem found words) "text.constant" (String.concat " or " words) found;
  found

let named good s = s <> "" && String.length s <= 64 && String.for_all good s

let name value =
  let alone c = ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') in
  match value with
  | Json.Text s when named (fun c -> alone c || c = '.' || c = '-') s && alone s.[0] -> s
  | _ -> fail malformed "text.name" "a name such as golay11, plus or S" (shown value)

let digest value =
  let hexadecimal c = ('0' <= c && c <= '9') || ('a' <= c && c <= 'f') in
  match value with
  | Json.Text s when named hexadecimal s && String.length s = 64 -> s
  | _ -> fail malformed "text.sha256" "64 hexadecimal digits" (shown value)

(* --- numbers in JSON --- *)
let small low high value =
  match value with
  | Json.Int i when low <= i && i <= high -> i
  | _ -> fail malformed "number.range" (Printf.sprintf "an integer from %d to %d" low high) (shown value)

let integer_of spelling =
  within (String.length spelling <= max_digits) "integer.digits" (string_of_int max_digits) "more";
  let minus = spelling <> "" && spelling.[0] = '-' in
  let digits = if minus then String.sub spelling 1 (String.length spelling - 1) else spelling in
  let decimal = digits <> "" && String.for_all (fun c -> '0' <= c && c <= '9') digits in
  let good = decimal && if digits.[0] = '0' then spelling = "0" else true in
  wellformed good "integer.spelling" "a string such as \"-12\"" spelling;
  if minus then Z.mul (z (-1)) (of_decimal digits) else of_decimal digits

let integer_of_json value =
  match value with
  | Json.Text s -> integer_of s
  | _ -> fail malformed "integer.spelling" "a string such as \"-12\"" (shown value)

(* numerator and denominator, in lowest terms *)
let rational value =
  match value with
  | Json.Text s -> (
    match String.index_opt s '/' with
    | None -> (integer_of s, z 1)
    | Some i ->
      let p = integer_of (String.sub s 0 i) and q = integer_of (String.sub s (i + 1) (String.length s - i - 1)) in
      let good = Z.ltb (z 1) q && Z.eqb (Z.gcd p q) (z 1) in
      wellformed good "rational.lowest" "lowest terms with a denominator above 1" s;
      (p, q))
  | _ -> fail malformed "rational.type" "a string such as \"2/3\"" (shown value)

let below (a, b) (c, d) = Z.ltb (Z.mul a d) (Z.mul c b)

let interval value =
  match listed ~length:2 rational value with
  | [ low; high ] -> wellformed (below low high) "interval.order" "low < high" (shown value); (low, high)
  | _ -> fail malformed "list.length" "a list of 2" (shown value)

let polynomial_or_zero value =
  let wrong () = fail malformed "polynomial.list" "a list" (shown value) in
  let found = match value with Json.List found -> found | _ -> wrong () in
  let count = List.length found in
  within (count <= max_terms) "polynomial.terms" (string_of_int max_terms) (string_of_int count);
  let coefficients = List.map integer_of_json found in
  let leading = match List.rev coefficients with c :: _ -> not (Z.eqb c Z0) | [] -> true in
  wellformed leading "polynomial.leading" "a last coefficient that is not 0" (shown value);
  coefficients

let polynomial value =
  wellformed (value <> Json.List []) "polynomial.nonzero" "at least one coefficient" (shown value);
  polynomial_or_zero value

let fraction_of_polynomials value =
  let found = record [ "den"; "num" ] value in
  (polynomial (get found "num"), polynomial (get found "den"))

let max_area = 1024 (* coefficients of a polynomial in two variables *)

(* rows by the power of the first variable *)
let polynomial_in_two value =
  let wrong () = fail malformed "polynomial.rows" "a list of rows" (shown value) in
  let rows = match value with Json.List (_ :: _ as rows) -> rows | _ -> wrong () in
  within (List.length rows <= max_terms) "polynomial.rows.count" (string_of_int max_terms) "more";
  let found = List.map polynomial_or_zero rows in
  wellformed (List.hd (List.rev found) <> []) "polynomial.rows.last" "a last row that is not empty" "none";
  within (List.length (List.concat found) <= max_area) "polynomial.rows.size" (string_of_int max_area) "more";
  found

let fraction_in_two value =
  let found = record [ "den"; "num" ] value in
  (polynomial_in_two (get found "num"), polynomial_in_two (get found "den"))
