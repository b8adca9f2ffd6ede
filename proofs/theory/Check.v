(* The checker as a function, and what its answer means.  A statement is a code and a list of claims about
   distilling the strange state with it; a certificate helps to check them.  Soundness is in Soundness.v.
   (Prakash 2020, sections 4 and 5.) *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Definitions Displacement Projector Polynomial Triangle Listing Branching RationalMap.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* (u|v) as two lists of numbers below 3, and polynomials as lists of integers, low degree first *)
Definition vector := (seq nat * seq nat)%type.
Record code := Code { sites : nat; stabilizers : seq vector; logical_x : vector; logical_z : vector }.

(* a product of the Clifford unitaries H and N *)
Inductive gate := GateH | GateN.

(* the functions of a map about the Norell state *)
Inductive norell_function := NorellSuccess | NorellE0 | NorellES.

(* A quotient is numerator and denominator, a power of the yield two naturals (RationalMap.v).
   ProjectionClaim: all placements of H+ on so many sites and of H- on so many have <x|Pi|x> = (a + b sqrt 3)/den,
   for value = (a, b).  NorellMapClaim: fractions of polynomials in two variables, rows by the power of e0.
   NorellExpansionClaim: polynomial / den is the function up to this degree. *)
Inductive claim :=
| CodeClaim (d : nat)
| SymmetryClaim (gates : seq gate)
| EnumeratorClaim (A B : zpoly)
| MapClaim (success_num success_den output_num output_den : zpoly)
| SuppressionClaim (order : nat) (coefficient : quotient)
| RemainderClaim (order : nat) (coefficient constant radius : quotient)
| ThresholdClaim (polynomial : zpoly) (low high : quotient)
| YieldClaim (order : nat) (inputs : quotient) (low high : power)
| ProjectionClaim (plus minus : nat) (value : Z * Z) (den : Z)
| NorellMapClaim (success_num success_den e0_num e0_den eS_num eS_den : zpoly2)
| NorellExpansionClaim (function : norell_function) (degree : nat) (polynomial : zpoly2) (den : Z).
Record statement := Statement { subject : code; claims : seq claim }.
Record certificate := Certificate { destabilizers : seq vector; matrices : seq (seq (seq nat)); cofactor : zpoly }.

(* --- what a claim means --- *)
Definition phase_of n (v : vector) : phase 1 n :=
  [ffun k : 'I_n => ((nth 0%N v.1 k)%:R, (nth 0%N v.2 k)%:R)].
Definition gens_of c := map (phase_of (sites c)) (stabilizers c).
Definition lx_of c := phase_of (sites c) (logical_x c).
Definition lz_of c := phase_of (sites c) (logical_z c).

Section Meaning.
Variable R : rcfType.
Notation w := (omega R).

Definition fraction (num den : zpoly) (d : R) : R := peval num d / peval den d.
Definition fraction2 (num den : zpoly2) (x y : R) : R := peval2 num x y / peval2 den x y.

Definition gate_matrix (g : gate) : 'M[R[i]%C]_3 := if g is GateH then clifford_H 1 w else clifford_N 1 w.
Definition gates_matrix (gs : seq gate) : 'M[R[i]%C]_3 := foldr (fun g U => gate_matrix g *m U) 1%:M gs.

Definition choose T (g : norell_function) (s f0 fS : T) : T :=
  match g with NorellSuccess => s | NorellE0 => f0 | NorellES => fS end.

(* H+ on the sites of plus, H- on those of minus, S on the others *)
Definition placed n (plus minus : {set 'I_n}) (k : 'I_n) : 'I_3 -> R[i]%C :=
  if k \in plus then @ket_plus R else if k \in minus then @ket_minus R else @ket_S R.

Definition meaning (c : code) (x : claim) : Prop :=
  match x with
  | CodeClaim d =>
    (exists V, decoder w (gens_of c) (lx_of c) (lz_of c) V) /\
    (exists P, [/\ code_projector w (gens_of c) P, \rank P = 3%N & distance w P d])
  | SymmetryClaim gs => forall P, code_projector w (gens_of c) P ->
    tensor (fun=> gates_matrix gs) *m P = P *m tensor (fun=> gates_matrix gs)
  | EnumeratorClaim A B => forall P, code_projector w (gens_of c) P -> forall m,
    Z.of_nat (number (stabilizes w P) m) = nth Z0 A m /\ Z.of_nat (number (normalizes w P) m) = nth Z0 B m
  | MapClaim sn sd on od =>
    output_map (gens_of c) (lx_of c) (lz_of c) (fraction sn sd) (fraction on od)
  | SuppressionClaim k cf => forall s f : R -> R, output_map (gens_of c) (lx_of c) (lz_of c) s f ->
    leading_term f k (quotient_of R cf)
  | RemainderClaim k cf K h => forall s f : R -> R, output_map (gens_of c) (lx_of c) (lz_of c) s f ->
    remainder f k (quotient_of R cf) (quotient_of R K) (quotient_of R h)
  | ThresholdClaim P low high => forall s f : R -> R, output_map (gens_of c) (lx_of c) (lz_of c) s f ->
    exists t, [/\ quotient_of R low < t < quotient_of R high, threshold f t & only_root P 1 t]
  | YieldClaim k N low high => forall s f : R -> R, output_map (gens_of c) (lx_of c) (lz_of c) s f ->
    yield (sites c) s f k (quotient_of R N) low high
  | ProjectionClaim a b v den => forall P, code_projector w (gens_of c) P ->
    forall plus minus : {set 'I_(sites c)}, [disjoint plus & minus] -> #|plus| = a -> #|minus| = b ->
    expectation P (ket (placed plus minus)) ((zr R v.1 + zr R v.2 * Num.sqrt 3%:R) / zr R den)
  | NorellMapClaim sn sd n0 d0 nS dS =>
    norell_map (gens_of c) (lx_of c) (lz_of c) (fraction2 sn sd) (fraction2 n0 d0) (fraction2 nS dS)
  | NorellExpansionClaim g m P den => forall s f0 fS, norell_map (gens_of c) (lx_of c) (lz_of c) s f0 fS ->
    expansion (choose g s f0 fS : R -> R -> R) (fun e0 eS => peval2 P e0 eS / zr R den) m
  end.

Fixpoint all_hold c (xs : seq claim) : Prop := if xs is x :: xs' then meaning c x /\ all_hold c xs' else True.
End Meaning.

(* --- the checker --- *)
Section Code.
Variables (c : code) (z : certificate).
Notation n := (sites c).

Definition word_of (v : vector) : word := zip v.1 v.2.
Definition vector_ok (v : vector) := (size v.1 == size v.2) && word_ok 1 n (word_of v).
Definition words := map word_of (stabilizers c).
Notation is_form m := (form_is 1 m%N).

Fixpoint dual_ok (gs ds : seq word) :=
  match gs, ds with
  | g :: gs', d :: ds' => [&& is_form 1 g d, all (fun h => is_form 0 h d) gs' & dual_ok gs' ds']
  | [::], [::] => true
  | _, _ => false
  end.

Definition code_ok : bool :=
  [&& n == (size (stabilizers c)).+1,
      all vector_ok (logical_x c :: logical_z c :: stabilizers c), all vector_ok (destabilizers z),
      all (fun g => all (is_form 0 g) words) words,
      all (is_form 0 (word_of (logical_x c))) words,
      all (is_form 0 (word_of (logical_z c))) words,
      is_form 1 (word_of (logical_z c)) (word_of (logical_x c))
    & dual_ok words (map word_of (destabilizers z))].

(* the image of every stabilizer is the combination of stabilizers that a matrix gives *)
Definition zero_word : word := nseq n (0, 0)%N.
Definition digit_opp (x : nat) : nat := if x == 0%N then 0%N else (3 - x)%N.
Definition move (g : gate) (x : nat * nat) : nat * nat :=
  if g is GateH then (digit_opp x.2, x.1)
  else (digit_opp x.1, digit_opp (digit_add 1 (digit_add 1 x.1 x.1) x.2)).
Definition combination (row : seq nat) (gs : seq word) : word :=
  foldr (fun jg a => iter jg.1 (word_add 1 jg.2) a) zero_word (zip row gs).
Definition symmetry_ok (gs : seq gate) (rows : seq (seq nat)) : bool :=
  (size rows == size words) &&
  all (fun gr => map (fun x => foldr move x gs) gr.1 == combination gr.2 words) (zip words rows).

(* one list of counts for each coset, the group itself first *)
Definition coset_word (ab : nat * nat) : word :=
  iter ab.1 (word_add 1 (word_of (logical_x c))) (iter ab.2 (word_add 1 (word_of (logical_z c))) zero_word).
Definition coset_labels : seq (nat * nat) :=
  [:: (0, 0); (0, 1); (0, 2); (1, 0); (1, 1); (1, 2); (2, 0); (2, 1); (2, 2)]%N.
Definition coset_enumerator (ab : nat * nat) : zpoly := branching 1 n words (coset_word ab).
Definition table : seq zpoly := map coset_enumerator coset_labels.

Definition in_delta l := phomogeneous l [:: Zneg xH; Zpos xH] [:: Zpos (xO xH)].
Definition pad l := padd l (nseq n.+1 Z0).

Definition sum_counts (t : seq zpoly) : zpoly := foldr padd [::] t.

Definition map_ok (t : seq zpoly) sn sd on od : bool :=
  let A := pad (nth [::] t 0) in
  let B := pad (nth [::] t 1) in
  let a := in_delta A in
  let b := in_delta B in
  [&& all (fun l => peq l (nth [::] t 1)) (behead t), size A == n.+1, size B == n.+1,
      positive_closed sn, positive_closed sd, positive_closed od,
      peq (pscale (Z.mul (Z.pow 2 (Z.of_nat n.+1)) (Z.pow 3 (Z.of_nat (size words)))) sn) (pmul (pscale 2 a) sd)
    & peq (pmul on a) (pmul od (padd a (pscale 2 b)))].

(* x + y sqrt 3 as a pair; 4 Tr(T(a) |x><x|)/<x|x> for the states S = 0, H+ = 1 and H- = 2, as a function of a *)
Definition surd := (Z * Z)%type.
Definition surd_add (x y : surd) : surd := (Z.add x.1 y.1, Z.add x.2 y.2).
Definition surd_mul (x y : surd) : surd :=
  (Z.add (Z.mul x.1 y.1) (Z.mul 3 (Z.mul x.2 y.2)), Z.add (Z.mul x.1 y.2) (Z.mul x.2 y.1)).
Definition surd_is0 (x : surd) : bool := Z.eqb x.1 0 && Z.eqb x.2 0.
Definition site_trace (state : nat) : site_function surd :=
  match state with
  | 0%N => SiteFunction (-2, 0) (0, 0) (0, 0) (6, 0)
  | 1%N => SiteFunction (1, -1) (0, 2) (0, 2) (3, -3)
  | _ => SiteFunction (1, 1) (0, -2) (0, -2) (3, 3)
  end%coq_Z.
Fixpoint placements (a b m : nat) : seq (seq nat) :=
  if m is m'.+1 then
    map (cons 0%N) (placements a b m')
    ++ (if a is a'.+1 then map (cons 1%N) (placements a' b m') else [::])
    ++ (if b is b'.+1 then map (cons 2%N) (placements a b' m') else [::])
  else if (a == 0)%N && (b == 0)%N then [:: [::]] else [::].
Definition projection_ok a b (v : surd) den : bool :=
  let scale := Z.mul (Z.pow 4 (Z.of_nat n)) (Z.pow 3 (Z.of_nat (size words))) in
  let same pl :=
    let e := branching_product 1 (0, 0)%coq_Z (1, 0)%coq_Z surd_add surd_mul surd_is0
      (map site_trace pl) words zero_word in
    Z.eqb (Z.mul e.1 den) (Z.mul v.1 scale) && Z.eqb (Z.mul e.2 den) (Z.mul v.2 scale) in
  [&& (a + b <= n)%N, Z.ltb 0 den & all same (placements a b n)].

(* Norell: with X = 3 e0 - 1 and Y = 1 - e0 - 2 eS, the traces are X/2 and Y/2; l(X/2, Y/2) times 4^n *)
Definition line_trace : zpoly2 := [:: [:: Zneg xH]; [:: Zpos (xI xH)]].
Definition other_trace : zpoly2 := [:: [:: Zpos xH; Zneg (xO xH)]; [:: Zneg xH]].
Definition in_errors (l : zpoly2) : zpoly2 :=
  horner2 [seq horner2 [seq [:: [:: a]] | a <- pad row] other_trace | row <- padd2 l (nseq n.+1 [::])] line_trace.
Definition in_degree (l : zpoly2) : bool := (size l <= n.+1)%N && all (fun row : zpoly => size row <= n.+1)%N l.

Definition class_table : seq zpoly2 := [seq coset_classes 1 words (coset_word ab) | ab <- coset_labels].

Definition norell_ok sn sd n0 d0 nS dS : bool :=
  let t := class_table in
  let: (A, B, D) := (nth [::] t 0, nth [::] t 1, nth [::] t 3) in
  let: (a, b, d) := (in_errors A, in_errors B, in_errors D) in
  let den := pmul2 d0 dS in
  let minus2 l := pscale2 (Zneg (xO xH)) l in
  [&& all in_degree [:: A; B; D], peq2 (nth [::] t 2) B, all (fun l => peq2 l D) (drop 4 t),
      all positive_triangle [:: sn; sd; d0; dS],
      peq2 (pscale2 (Z.mul (Z.pow 4 (Z.of_nat n)) (Z.pow 3 (Z.of_nat (size words)))) sn) (pmul2 a sd),
      peq2 (pscale2 2 (pmul2 b d0)) (pmul2 a (padd2 (pscale2 3 n0) (pscale2 (Zneg xH) d0)))
    & peq2 (pscale2 2 (pmul2 d den))
        (pmul2 a (padd2 den (padd2 (pscale2 (Zneg xH) (pmul2 n0 dS)) (minus2 (pmul2 nS d0)))))].

Definition claim_ok (t : seq zpoly) (maps : option (zpoly * zpoly * zpoly * zpoly)) (x : claim) : bool :=
  match x, maps with
  | CodeClaim d, _ =>
    all (fun m => Z.eqb (nth Z0 (nth [::] t 0) m) (nth Z0 (sum_counts t) m)) (iota 0 d)
    && Z.ltb (nth Z0 (nth [::] t 0) d) (nth Z0 (sum_counts t) d)
  | SymmetryClaim gs, _ => has (symmetry_ok gs) (matrices z)
  | EnumeratorClaim A B, _ => peq A (nth [::] t 0) && peq B (sum_counts t)
  | MapClaim sn sd on od, _ => map_ok t sn sd on od
  | ProjectionClaim a b v den, _ => projection_ok a b v den
  | NorellMapClaim sn sd n0 d0 nS dS, _ => norell_ok sn sd n0 d0 nS dS
  | SuppressionClaim k cf, Some (sn, sd, on, od) => map_ok t sn sd on od && order_ok on od k cf
  | RemainderClaim k cf K h, Some (sn, sd, on, od) => map_ok t sn sd on od && rest_ok on od k cf K h
  | YieldClaim k N low high, Some (sn, sd, on, od) =>
    map_ok t sn sd on od && gain_ok n (Zpos xH) sn sd on od k N low high
  | ThresholdClaim P low high, Some (sn, sd, on, od) =>
    map_ok t sn sd on od && below_ok on od one_whole P (cofactor z) low high
  | _, _ => false
  end.
End Code.

Fixpoint find_map (xs : seq claim) :=
  match xs with
  | MapClaim sn sd on od :: _ => Some (sn, sd, on, od)
  | _ :: xs' => find_map xs'
  | [::] => None
  end.

(* an expansion is one of the functions of the first map about the Norell state, which is checked as a claim *)
Fixpoint find_norell (xs : seq claim) :=
  match xs with
  | NorellMapClaim sn sd n0 d0 nS dS :: _ => Some ((sn, sd), (n0, d0), (nS, dS))
  | _ :: xs' => find_norell xs'
  | [::] => None
  end.

Definition norell_claim_ok (found : option ((zpoly2 * zpoly2) * (zpoly2 * zpoly2) * (zpoly2 * zpoly2))) (x : claim) :=
  match x, found with
  | NorellExpansionClaim g m P den, Some (s, f0, fS) =>
    let f := choose g s f0 fS in expansion_ok f.1 f.2 m P den
  | _, _ => false
  end.

(* at least one claim: an empty statement is refused *)
Definition check (s : statement) (z : certificate) : bool :=
  let c := subject s in
  [&& (0 < size (claims s))%N, code_ok c z &
      let t := table c in
      all (fun x => claim_ok c z t (find_map (claims s)) x || norell_claim_ok (find_norell (claims s)) x) (claims s)].
