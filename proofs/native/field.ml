(* Exact elements of Q(zeta_m), zeta = exp(2 pi i/m): integer coordinates in 1, zeta, ..., zeta^(phi(m)-1) over a common
   denominator.  The states and Cliffords of the theory are written in Q(zeta_24), which holds i, sqrt 2 and sqrt 3. *)

open Numbers
open Read

let max_m = 120
let max_degree = 24

type field = { m : int; degree : int; powers : int array array (* 1, zeta, ..., zeta^(m-1) *) }
type element = { num : z array; den : z (* above 0 *) }
type matrix = element array array

(* the polynomial of zeta_m, low degree first: x^m - 1 divided by those of the divisors of m *)
let rec cyclotomic m =
  let divide a b =
    let rest = Array.copy a and top = Array.length b - 1 in
    let size = Array.length a - top in
    let quotient = Array.make size 0 in
    for shift = size - 1 downto 0 do
      quotient.(shift) <- rest.(shift + top);
      Array.iteri (fun i x -> rest.(shift + i) <- rest.(shift + i) - (quotient.(shift) * x)) b
    done;
    quotient
  in
  let start = Array.init (m + 1) (fun i -> if i = 0 then -1 else if i = m then 1 else 0) in
  let divisors = List.filter (fun d -> m mod d = 0) (List.init (m - 1) succ) in
  List.fold_left (fun left d -> divide left (cyclotomic d)) start divisors

let field m =
  let modulus = cyclotomic m in
  let degree = Array.length modulus - 1 in
  let next power =
    let top = power.(degree - 1) in
    Array.init degree (fun i -> (if i = 0 then 0 else power.(i - 1)) - (top * modulus.(i)))
  in
  let powers = Array.make m (Array.init degree (fun i -> if i = 0 then 1 else 0)) in
  for k = 1 to m - 1 do powers.(k) <- next powers.(k - 1) done;
  { m; degree; powers }

(* --- work: products of bits, over all products of one statement --- *)
let max_work = 1 lsl 26
let spent = ref 0

let bits value =
  let rec size p = match p with Coq_xH -> 1 | Coq_xO p | Coq_xI p -> 1 + size p in
  match value with Z0 -> 0 | Zpos p | Zneg p -> size p

let product a b =
  spent := !spent + 1 + (bits a * bits b);
  Verdict.within (!spent <= max_work) "native.work" (Printf.sprintf "at most %d" max_work) "more";
  Z.mul a b

(* --- elements of one field --- *)
let same a b = Z.eqb a b
let times a b = if same a (z 1) then b else if same b (z 1) then a else product a b
let ratio_add (a, b) (c, d) = if same b d then (Z.add a c, b) else (Z.add (times a d) (times c b), times b d)
let ratio_eq (a, b) (c, d) = same (times a d) (times c b)
let of_ratio f (a, b) = { num = Array.init f.degree (fun i -> if i = 0 then a else Z0); den = b }
let integer f i = of_ratio f (z i, z 1)
let zero f = integer f 0
let zeta f k = { num = Array.map z f.powers.(((k mod f.m) + f.m) mod f.m); den = z 1 }

let add a b =
  if same a.den b.den then { num = Array.map2 Z.add a.num b.num; den = a.den }
  else
    let cross x y = Z.add (times x b.den) (times y a.den) in
    { num = Array.map2 cross a.num b.num; den = times a.den b.den }

let scale (c, d) a = { num = Array.map (fun x -> if x = Z0 then Z0 else times c x) a.num; den = times d a.den }

let equal a b =
  if same a.den b.den then Array.for_all2 same a.num b.num
  else Array.for_all2 (fun x y -> same (times x b.den) (times y a.den)) a.num b.num

(* the sum of coordinates times the powers of zeta^step *)
let combined f step coordinates den =
  let sum = Array.make f.degree Z0 in
  let collect k c =
    if c <> Z0 then
      Array.iteri (fun i x -> if x <> 0 then sum.(i) <- Z.add sum.(i) (Z.mul (z x) c))
        f.powers.((((step * k) mod f.m) + f.m) mod f.m)
  in
  Array.iteri collect coordinates;
  { num = sum; den }

let mul f a b =
  let full = Array.make ((2 * f.degree) - 1) Z0 in
  let place i x j y = if y <> Z0 then full.(i + j) <- Z.add full.(i + j) (times x y) in
  Array.iteri (fun i x -> if x <> Z0 then Array.iteri (place i x) b.num) a.num;
  combined f 1 full (times a.den b.den)

let conjugate f a = combined f (-1) a.num a.den

(* an element of Q(zeta_m) in Q(zeta_M), m dividing M *)
let lift small f a = combined f (f.m / small.m) a.num a.den

(* --- matrices --- *)
let make size f : matrix = Array.init size (fun i -> Array.init size (f i))
let matrix_equal (a : matrix) (b : matrix) = Array.for_all2 (Array.for_all2 equal) a b
let matrix_map f (a : matrix) : matrix = Array.map (Array.map f) a
let matrix_add (a : matrix) (b : matrix) : matrix = Array.map2 (Array.map2 add) a b
let total f elements = List.fold_left add (zero f) elements

let matrix_mul f (a : matrix) (b : matrix) : matrix =
  let size = Array.length a in
  make size (fun i j -> total f (List.init size (fun k -> mul f a.(i).(k) b.(k).(j))))

let adjoint f (a : matrix) : matrix = make (Array.length a) (fun i j -> conjugate f a.(j).(i))
let identity f size = make size (fun i j -> integer f (if i = j then 1 else 0))
let trace f (a : matrix) = total f (List.init (Array.length a) (fun i -> a.(i).(i)))

(* T(u|v) on one site *)
let displacement f p (u, v) : matrix =
  let w = f.m / p in
  let outer = if p = 2 then f.m / 4 * u * v else w * u * v * (p + 1) / 2 in
  make p (fun i k -> if i = (k + u) mod p then zeta f (outer + (w * v * k)) else zero f)

(* --- Q(zeta_24) --- *)
let q24 = field 24
let sqrt3 = add (zeta q24 2) (zeta q24 22) (* 2 cos(pi/6) = 2 zeta^2 - zeta^6 *)
let sqrt2 = add (zeta q24 3) (zeta q24 21) (* 2 cos(pi/4) *)
let imaginary = zeta q24 6

(* (a, b), den with the element (a + b sqrt 3)/den, if it is one *)
let surd x =
  let a = x.num.(0) and twice = x.num.(2) in
  let b = Z.div twice (z 2) in
  let again = add (of_ratio q24 (a, x.den)) (scale (b, x.den) sqrt3) in
  if equal x again then Some ((a, b), x.den) else None

(* --- reading: integer coordinates in powers of zeta_m over one denominator --- *)
let max_entry = of_decimal ("1" ^ String.make 40 '0')

let lowest id den coordinates =
  let content = List.fold_left Z.gcd den coordinates in
  Verdict.wellformed (Z.ltb Z0 den && same content (z 1)) id "lowest terms, den > 0" "another fraction"

(* the order of the phases of products of displacement operators *)
let phase_order p = if p = 2 then 4 else p

(* an element of this field *)
let read_element f value =
  let found = record [ "den"; "m"; "num" ] value in
  ignore (small f.m f.m (get found "m"));
  let den = integer_of_json (get found "den") in
  let coordinates = listed ~length:f.degree integer_of_json (get found "num") in
  lowest "element.lowest" den coordinates;
  { num = Array.of_list coordinates; den }

let read_matrix size value : field * matrix =
  let found = record [ "den"; "entries"; "m" ] value in
  let order = phase_order size in
  let m = small order max_m (get found "m") in
  Verdict.wellformed (m mod order = 0) "matrix.field" (Printf.sprintf "m a multiple of %d" order) (string_of_int m);
  let f = field m in
  let degree = string_of_int f.degree in
  Verdict.within (f.degree <= max_degree) "matrix.field.degree" (string_of_int max_degree) degree;
  let den = integer_of_json (get found "den") in
  let entry = listed ~length:f.degree integer_of_json in
  let entries = listed ~length:size (listed ~length:size entry) (get found "entries") in
  let coordinates = List.concat (List.concat entries) in
  lowest "matrix.lowest" den coordinates;
  let bounded c = not (Z.ltb max_entry c || Z.ltb c (Z.mul (z (-1)) max_entry)) in
  Verdict.within (List.for_all bounded (den :: coordinates)) "matrix.entries" "at most 10^40" "a larger integer";
  let row found = Array.of_list (List.map (fun x -> { num = Array.of_list x; den }) found) in
  (f, Array.of_list (List.map row entries))
