(* Exact elements of Q(zeta), zeta = exp(2 pi i/24): rational coordinates in 1, zeta, ..., zeta^7.  It holds
   the roots of unity and square roots that the states and Cliffords of the theory are written with. *)

open Numbers
open Read

let degree = 8
let order = 24

(* the second number of a ratio is positive *)

let ratio_add (a, b) (c, d) = if Z.eqb b d then (Z.add a c, b) else (Z.add (Z.mul a d) (Z.mul c b), Z.mul b d)
let ratio_mul (a, b) (c, d) = (Z.mul a c, Z.mul b d)
let ratio_eq (a, b) (c, d) = Z.eqb (Z.mul a d) (Z.mul c b)
let zero_ratio = (Z0, z 1)

type element = ratio array
type matrix = element array array

let zero : element = Array.make degree zero_ratio

(* zeta^8 = zeta^4 - 1 *)
let rec zeta k : element =
  let k = k mod order in
  if k < degree then Array.init degree (fun i -> (z (if i = k then 1 else 0), z 1))
  else Array.map2 (fun a b -> ratio_add a (ratio_mul (z (-1), z 1) b)) (zeta (k - 4)) (zeta (k - 8))

let add (a : element) (b : element) : element = Array.map2 ratio_add a b
let scale (c : ratio) (a : element) : element = Array.map (ratio_mul c) a
let equal (a : element) (b : element) = Array.for_all2 ratio_eq a b
let integer i : element = scale (z i, z 1) (zeta 0)

let mul (a : element) (b : element) : element =
  let sum = ref zero in
  Array.iteri (fun i x -> Array.iteri (fun j y -> sum := add !sum (scale (ratio_mul x y) (zeta (i + j)))) b) a;
  !sum

let sqrt3 = add (zeta 2) (zeta 22) (* 2 cos(pi/6) = 2 zeta^2 - zeta^6 *)
let sqrt2 = add (zeta 3) (zeta 21) (* 2 cos(pi/4) *)
let imaginary = zeta 6

let conjugate (x : element) : element =
  List.fold_left add zero (List.mapi (fun k c -> scale c (zeta (order - k))) (Array.to_list x))

(* (a, b), den with the element (a + b sqrt 3)/den, if it is one *)
let surd (x : element) =
  let a = x.(0) and b = ratio_mul x.(2) (z 1, z 2) in
  if not (equal x (add (scale a (integer 1)) (scale b sqrt3))) then None
  else Some ((Z.mul (fst a) (snd b), Z.mul (fst b) (snd a)), Z.mul (snd a) (snd b))

(* --- matrices --- *)
let make size f : matrix = Array.init size (fun i -> Array.init size (f i))
let matrix_equal (a : matrix) (b : matrix) = Array.for_all2 (Array.for_all2 equal) a b
let matrix_map f (a : matrix) : matrix = Array.map (Array.map f) a
let matrix_add (a : matrix) (b : matrix) : matrix = Array.map2 (Array.map2 add) a b

let matrix_mul (a : matrix) (b : matrix) : matrix =
  let size = Array.length a in
  let entry i j = List.fold_left (fun sum k -> add sum (mul a.(i).(k) b.(k).(j))) zero (List.init size Fun.id) in
  make size entry

let adjoint (a : matrix) : matrix = make (Array.length a) (fun i j -> conjugate a.(j).(i))
let identity size = make size (fun i j -> if i = j then integer 1 else zero)

(* --- reading: integer coordinates in powers of zeta_m over one denominator --- *)
let totient m = List.length (List.filter (fun k -> Z.eqb (Z.gcd (z k) (z m)) (z 1)) (List.init m succ))

let element m den coordinates : element =
  List.fold_left add zero (List.mapi (fun i c -> scale (c, den) (zeta (order / m * i))) coordinates)

let max_entry = of_decimal ("1" ^ String.make 40 '0')

let lowest id den coordinates =
  let bounded c = not (Z.ltb max_entry c || Z.ltb c (Z.mul (z (-1)) max_entry)) in
  Verdict.within (List.for_all bounded (den :: coordinates)) "matrix.entries" "at most 10^40" "a larger integer";
  let content = List.fold_left Z.gcd den coordinates in
  Verdict.wellformed (Z.ltb Z0 den && Z.eqb content (z 1)) id "lowest terms, den > 0" "another fraction"

(* None for a field that is not a part of Q(zeta) *)
let read_element value =
  let found = record [ "den"; "m"; "num" ] value in
  let m = small 1 120 (get found "m") and den = integer_of_json (get found "den") in
  let coordinates = listed ~length:(totient m) integer_of_json (get found "num") in
  lowest "element.lowest" den coordinates;
  if order mod m = 0 then Some (element m den coordinates) else None

let read_matrix size value : matrix option =
  let found = record [ "den"; "entries"; "m" ] value in
  let m = small 1 120 (get found "m") and den = integer_of_json (get found "den") in
  let entry = listed ~length:(totient m) integer_of_json in
  let entries = listed ~length:size (listed ~length:size entry) (get found "entries") in
  lowest "matrix.lowest" den (List.concat (List.concat entries));
  if order mod m > 0 then None
  else Some (Array.of_list (List.map (fun row -> Array.of_list (List.map (element m den) row)) entries))
