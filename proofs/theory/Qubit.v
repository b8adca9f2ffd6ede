(* The checker for qubits as a function, and what its answer means.  A statement is a code with signs, a family of
   states, and claims about distilling them with it; a certificate helps to check them.  Soundness is in
   QubitSoundness.v.  The claims have the names of those in Check.v, which is about qutrits. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.zify Require Import ssrZ.
From Stillproof Require Import Definitions Displacement Projector Polynomial Listing.
From Stillproof Require Import Pauli QubitProjector QubitListing QubitState QubitClifford RationalMap.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* (u|v) as two lists of 0 and 1; a stabilizer has a sign, true for -1 *)
Definition vector := (seq nat * seq nat)%type.
Record code := Code { sites : nat; stabilizers : seq (bool * vector); logical_x : vector; logical_z : vector }.

(* polynomials are lists of integers, low degree first; a quotient is numerator and denominator;
   x = (b, (u, v)) stands for (-1)^b T(u|v) *)
Inductive claim :=
| CodeClaim (d : nat)
| SymmetryClaim (x z : bool * (nat * nat))
| EnumeratorClaim (A B : zpoly)
| MapClaim (success_num success_den output_num output_den : zpoly)
| SuppressionClaim (order : nat) (coefficient : quotient)
| RemainderClaim (order : nat) (coefficient constant radius : quotient)
| BoundClaim (radius : quotient) (above : bool) (num den : zpoly)
| ThresholdClaim (bound : quotient) (polynomial : zpoly) (low high : quotient)
| SquareRootClaim (bound : quotient) (polynomial : zpoly) (low high center radicand : quotient)
  (minus : bool) (multiple : Z)
| YieldClaim (order : nat) (inputs : quotient) (low high : power)
| CorrectionClaim (x z : bool * (nat * nat)) (corrected : bitseq)
| CorrectedYieldClaim (corrected : bitseq) (order : nat) (inputs : quotient) (low high : power).
Record statement := Statement { subject : code; states : family; claims : seq claim }.
Record certificate := Certificate { destabilizers : seq vector; matrices : seq (seq (seq nat)); cofactor : zpoly }.

(* --- what a claim means --- *)
Definition phase_of n (v : vector) : phase 0 n :=
  [ffun k : 'I_n => ((nth 0%N v.1 k)%:R, (nth 0%N v.2 k)%:R)].
Definition gens_of c := [seq (g.1, phase_of (sites c) g.2) | g <- stabilizers c].
Definition lx_of c := phase_of (sites c) (logical_x c).
Definition lz_of c := phase_of (sites c) (logical_z c).

Section Meaning.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).

Definition fraction (num den : zpoly) (d : R) : R := peval num d / peval den d.

(* s is the probability of success and f the output parameter of distilling the family with the code *)
Definition distils c (rho : family) (s f : R -> R) : Prop :=
  qubit_output_map (@state R rho) (gens_of c) (lx_of c) (lz_of c) s f.

Definition meaning (c : code) (rho : family) (x : claim) : Prop :=
  match x with
  | CodeClaim d =>
    (exists V : 'M[C]_(dim 0 (sites c), 2), qubit_decoder (gens_of c) (lx_of c) (lz_of c) V) /\
    (exists P : 'M[C]_(dim 0 (sites c)), [/\ qubit_projector (gens_of c) P, \rank P = 2%N & qubit_distance P d])
  | SymmetryClaim x z => forall U : 'M[C]_2, qubit_clifford (x.1, point x.2) (z.1, point z.2) U ->
    forall P : 'M[C]_(dim 0 (sites c)), qubit_projector (gens_of c) P -> tensor (fun=> U) *m P = P *m tensor (fun=> U)
  | EnumeratorClaim A B => forall P : 'M[C]_(dim 0 (sites c)), qubit_projector (gens_of c) P -> forall m,
    Z.of_nat (number (qubit_stabilizes P) m) = nth Z0 A m /\ Z.of_nat (number (qubit_normalizes P) m) = nth Z0 B m
  | MapClaim sn sd on od => distils c rho (fraction sn sd) (fraction on od)
  | SuppressionClaim k cf => forall s f, distils c rho s f -> leading_term f k (quotient_of R cf)
  | RemainderClaim k cf K h => forall s f, distils c rho s f ->
    remainder f k (quotient_of R cf) (quotient_of R K) (quotient_of R h)
  | BoundClaim r above un ud => forall s f, distils c rho s f -> forall d, 0 < d < quotient_of R r ->
    0 < peval ud d /\ if above then f d < fraction un ud d else fraction un ud d < f d
  | ThresholdClaim b P low high => forall s f, distils c rho s f -> exists t,
    [/\ quotient_of R low < t < quotient_of R high, threshold_below f (quotient_of R b) t
      & only_root P (quotient_of R b) t]
  | SquareRootClaim b _ _ _ x r minus _ => forall s f, distils c rho s f ->
    threshold_below f (quotient_of R b)
      (if minus then quotient_of R x - Num.sqrt (quotient_of R r) else quotient_of R x + Num.sqrt (quotient_of R r))
  | YieldClaim k N low high => forall s f, distils c rho s f -> yield (sites c) s f k (quotient_of R N) low high
  | CorrectionClaim x z which => forall U : 'M[C]_2, qubit_clifford (x.1, point x.2) (z.1, point z.2) U ->
    forall d, corrects U (mask which (gens_of c)) (state rho d)
  | CorrectedYieldClaim which k N low high => forall s f, distils c rho s f ->
    yield (sites c) (fun d => 2%:R ^+ count id which * s d) f k (quotient_of R N) low high
  end.

Fixpoint all_hold c rho (xs : seq claim) : Prop :=
  if xs is x :: xs' then meaning c rho x /\ all_hold c rho xs' else True.
End Meaning.

(* --- the checker --- *)
Section Code.
Variables (c : code) (rho : family) (z : certificate).
Notation n := (sites c).

Definition word_of (v : vector) : word := zip v.1 v.2.
Definition vector_ok (v : vector) := (size v.1 == size v.2) && word_ok 0 n (word_of v).
Definition words : seq (bool * word) := [seq (g.1, word_of g.2) | g <- stabilizers c].
Definition bare_words : seq word := map snd words.
Notation is_form m := (form_is 0 m%N).

Fixpoint dual_ok (gs ds : seq word) :=
  match gs, ds with
  | g :: gs', d :: ds' => [&& is_form 1 g d, all (fun h => is_form 0 h d) gs' & dual_ok gs' ds']
  | [::], [::] => true
  | _, _ => false
  end.

Definition code_ok : bool :=
  let lx := word_of (logical_x c) in
  let lz := word_of (logical_z c) in
  [&& n == (size (stabilizers c)).+1,
      [&& vector_ok (logical_x c), vector_ok (logical_z c), all (fun g => vector_ok g.2) (stabilizers c)
        & all vector_ok (destabilizers z)],
      all (fun g => all (is_form 0 g) bare_words) bare_words,
      dual_ok bare_words (map word_of (destabilizers z))
    & [&& all (is_form 0 lx) bare_words, all (is_form 0 lz) bare_words & is_form 1 lz lx]].

(* the encoded T(a|b) *)
Definition zero_word : word := nseq n origin.
Definition coset_word (ab : nat * nat) : signed_word :=
  smul ((ab.1 * ab.2)%N, iter ab.1 (word_add 0 (word_of (logical_x c))) zero_word)
       (0%N, iter ab.2 (word_add 0 (word_of (logical_z c))) zero_word).
Definition coset_labels : seq (nat * nat) := [:: (0, 0); (0, 1); (1, 0); (1, 1)]%N.
Definition table part mult : seq zpoly :=
  [seq coset_total (leaf_of part mult) words (coset_word ab) | ab <- coset_labels].
Definition counts := table (fun=> Zpos xH) (fun=> Zpos xH).
Definition reals := table real_part (multiple rho).
Definition imaginaries := table imaginary_part (multiple rho).

Definition sum_counts (t : seq zpoly) : zpoly := foldr padd [::] t.

(* l(x) = evens(x^2) + x odds(x^2) *)
Fixpoint evens (l : zpoly) : zpoly := if l is a :: l' then a :: odds l' else [::]
with odds (l : zpoly) : zpoly := if l is _ :: l' then evens l' else [::].

(* l at (1 - c d)^2 / D, up to D^n *)
Definition pad (l : zpoly) := padd l (nseq n.+1 Z0).
Definition line : zpoly := [:: Zpos xH; Z.opp (slope rho)].
Definition in_parameter (l : zpoly) := phomogeneous (pad l) (pmul line line) [:: radicand rho].

Definition map_ok (re im : seq zpoly) sn sd on od : bool :=
  let E := evens (nth [::] re 0) in
  let O := odds (nth [::] re 2) in
  let e := in_parameter E in
  let o := in_parameter O in
  [&& all pzero im, pzero (odds (nth [::] re 0)), all (fun l => pzero (evens l)) (behead re),
      peq (odds (nth [::] re 1)) (pscale (multiple rho (0, 1)%N) O), peq O (pscale (multiple rho (1, 0)%N) O)
    & peq (odds (nth [::] re 3)) (pscale (multiple rho (1, 1)%N) O)] &&
  [&& size (pad E) == n.+1, size (pad O) == n.+1, positive_unit sn, positive_unit sd, positive_unit od,
      peq (pscale (Z.mul (Z.pow (radicand rho) (Z.of_nat n.+1)) (Z.pow 2 (Z.of_nat (size words)))) sn)
          (pmul (pscale (radicand rho) e) sd)
    & peq (pscale (slope rho) (pmul on e)) (pmul od (padd e (popp (pmul line o))))].

(* the image of each generator is the product of those in its row *)
Definition symmetry_ok x z (rows : seq (seq nat)) : bool :=
  [&& small x.2, small z.2, size rows == size words &
    all (fun gr => image_word x z (sign_word gr.1) == combination gr.2 words (0%N, zero_word)) (zip words rows)].

Definition correction_ok (x z : bool * (nat * nat)) (which : bitseq) : bool :=
  [&& (if rho is FamilyA then true else false), x == (false, (1, 1)%N), z == (true, (0, 1)%N)
    & all (fun g => all (fun b => b.1 == 0)%N g.2) (mask which words)].

Definition claim_ok (counts re im : seq zpoly) (maps : option (zpoly * zpoly * zpoly * zpoly)) (x : claim) : bool :=
  let with_map (t : zpoly -> zpoly -> zpoly -> zpoly -> bool) :=
    if maps is Some (sn, sd, on, od) then map_ok re im sn sd on od && t sn sd on od else false in
  match x with
  | CodeClaim d =>
    all (fun m => Z.eqb (nth Z0 (nth [::] counts 0) m) (nth Z0 (sum_counts counts) m)) (iota 0 d)
    && Z.ltb (nth Z0 (nth [::] counts 0) d) (nth Z0 (sum_counts counts) d)
  | SymmetryClaim x y => has (symmetry_ok x y) (matrices z)
  | EnumeratorClaim A B => peq A (nth [::] counts 0) && peq B (sum_counts counts)
  | MapClaim sn sd on od => map_ok re im sn sd on od
  | SuppressionClaim k cf => with_map (fun _ _ on od => order_ok on od k cf)
  | RemainderClaim k cf K h => with_map (fun _ _ on od => rest_ok on od k cf K h)
  | BoundClaim r above un ud => with_map (fun _ _ on od => bound_ok on od r above un ud)
  | ThresholdClaim b P low high => with_map (fun _ _ on od => below_ok on od b P (cofactor z) low high)
  | SquareRootClaim b P low high x r minus e => with_map (fun _ _ on od =>
      [&& below_ok on od b P (cofactor z) low high, square_root_ok P e x r
        & if minus then Z.leb (Z.mul high.1 x.2) (Z.mul x.1 high.2) else Z.leb (Z.mul x.1 low.2) (Z.mul low.1 x.2)])
  | YieldClaim k N low high => with_map (fun sn sd on od => gain_ok n (Zpos xH) sn sd on od k N low high)
  | CorrectionClaim x y which => correction_ok x y which
  | CorrectedYieldClaim which k N low high =>
    with_map (fun sn sd on od => gain_ok n (Z.pow 2 (Z.of_nat (count id which))) sn sd on od k N low high)
  end.
End Code.

Fixpoint find_map (xs : seq claim) :=
  match xs with
  | MapClaim sn sd on od :: _ => Some (sn, sd, on, od)
  | _ :: xs' => find_map xs'
  | [::] => None
  end.

(* at least one claim: an empty statement is refused *)
Definition qubit_check (s : statement) (z : certificate) : bool :=
  let c := subject s in
  [&& (0 < size (claims s))%N, code_ok c z &
      let cs := counts c in let re := reals c (states s) in let im := imaginaries c (states s) in
      all (claim_ok c (states s) z cs re im (find_map (claims s))) (claims s)].
