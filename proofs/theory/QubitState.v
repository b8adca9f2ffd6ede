(* The T-type and A-type families of qubit states.  Tr(T(a) rho) = m(a) (1 - c x)/sqrt D for every a but 0, with
   integers m(a), c and D, and a matrix with such values is a multiple of a member of the family. *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Polynomial Pauli QubitProjector.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Inductive family := FamilyT | FamilyA.
Definition multiple (s : family) (x : nat * nat) : Z :=
  match s with FamilyT => Zpos xH | FamilyA => if (x.1 == 1)%N then Zpos xH else Z0 end.
Definition radicand (s : family) : Z := match s with FamilyT => Zpos (xI xH) | FamilyA => Zpos (xO xH) end.
Definition slope (s : family) : Z := match s with FamilyT => Zpos xH | FamilyA => Zpos (xO xH) end.

Section State.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation T1 := (@pauli1 C).

Definition state (s : family) : R -> 'M[C]_2 := match s with FamilyT => @t_state R | FamilyA => @a_state R end.
Definition root (s : family) : R := Num.sqrt (zr R (radicand s)).
Definition overlap (s : family) (d : R) : R := (1 - zr R (slope s) * d) / root s.

Lemma root_gt0 s : 0 < root s. Proof. by rewrite sqrtr_gt0; case: s; rewrite zr_gt0. Qed.
Lemma root_sqr s : root s ^+ 2 = zr R (radicand s).
Proof. by rewrite sqr_sqrtr //; case: s; rewrite zr_ge0. Qed.

Lemma trace_combination (A X Y Z : 'M[C]_2) (x y z : C) :
  \tr (A *m (2%:R^-1 *: (1%:M + x *: X + y *: Y + z *: Z))) =
  2%:R^-1 * (\tr A + x * \tr (A *m X) + y * \tr (A *m Y) + z * \tr (A *m Z)).
Proof. by rewrite -scalemxAr mxtraceZ !mulmxDr mulmx1 !mxtraceD -!scalemxAr !mxtraceZ. Qed.

Lemma bloch_overlap (x y z : R) a : \tr (T1 a *m (bloch x y z : 'M[C]_2)) =
  (if a == 0 then 1 else if a == (1, 0) then x else if a == (1, 1) then y else z)%:C.
Proof.
have half_two (c : C) : 2%:R^-1 * (c * 2%:R) = c by rewrite mulrCA mulVf ?mulr1 ?two_neq0.
rewrite /bloch trace_combination !pauli1_trace2 pauli1_trace.
case: a => u v; case: (ord2_cases u) => ->; case: (ord2_cases v) => -> /=.
all: by rewrite ?mul0r ?mulr0 ?add0r ?addr0 ?mul1r ?half_two // mulVf ?two_neq0.
Qed.

Lemma bloch_trace (x y z : R) : \tr (bloch x y z : 'M[C]_2) = 1.
Proof. by have := bloch_overlap x y z 0; rewrite eqxx pauli1_0 mul1mx. Qed.

Lemma i_complex : 'i%R = 0 +i* 1 :> C.
Proof. by rewrite -complexiE. Qed.

Lemma sqrt2_half : (Num.sqrt 2%:R)^-1 * (Num.sqrt 2%:R)^-1 = 2%:R^-1 :> R.
Proof. by rewrite -invfM -expr2 sqr_sqrtr ?ler0n. Qed.

Lemma combinationE (X Y Z : 'M[C]_2) (x y z : C) i j :
  (2%:R^-1 *: (1%:M + x *: X + y *: Y + z *: Z)) i j =
  2%:R^-1 * ((i == j)%:R + x * X i j + y * Y i j + z * Z i j).
Proof. by rewrite !mxE. Qed.

Lemma mixtureE (A B : 'M[C]_2) (x y : C) i j : (x *: A + y *: B) i j = x * A i j + y * B i j.
Proof. by rewrite !mxE. Qed.

Lemma outer (v : 'cV[C]_2) i j : (v *m adjoint v) i j = v i 0 * (v j 0)^*.
Proof. by rewrite mxE big_ord1 mxE. Qed.

Lemma a_stateE (e : R) :
  a_state e = bloch ((1 - 2%:R * e) / Num.sqrt 2%:R) ((1 - 2%:R * e) / Num.sqrt 2%:R) 0 :> 'M[C]_2.
Proof.
have := sqrt2_half; set h := (Num.sqrt 2%:R)^-1 => hh.
have n2 : 2%:R != 0 :> R by rewrite pnatr_eq0.
have Zk i : (clock 0 (-1) *m ket_A R) i 0 = (-1) ^+ i * ket_A R i 0.
  by rewrite mxE (bigD1 i) //= !mxE eqxx mul1r big1 ?addr0 // => k /negPf k_neq; rewrite mxE eq_sym k_neq !mul0r.
have k0 : ket_A R 0 0 = h%:C by rewrite mxE.
have k1 : ket_A R 1 0 = 2%:R^-1 +i* 2%:R^-1 by rewrite mxE.
apply/matrixP => i j; rewrite /bloch combinationE !pauli1E /a_state mixtureE !outer !Zk i_complex.
have two : 2%:R^-1 = (2%:R^-1)%:C :> C by rewrite fmorphV rmorph_nat.
case: (ord2_cases i) => ->; case: (ord2_cases j) => ->; rewrite ?k0 ?k1 two /= ?expr0 ?expr1.
all: apply/eqP; rewrite eq_complex /=; apply/andP; split; apply/eqP; rewrite -/h; move: h hh {k0} => h hh.
  by transitivity (h * h); [ring|rewrite hh; ring].
all: by field.
Qed.

Lemma trace_mixture (A B D : 'M[C]_2) (x y : C) : \tr (A *m (x *: B + y *: D)) = x * \tr (A *m B) + y * \tr (A *m D).
Proof. by rewrite mulmxDr mxtraceD -!scalemxAr !mxtraceZ. Qed.

Lemma state_overlap s (d : R) (a : 'I_2 * 'I_2) : a != 0 ->
  \tr (T1 a *m state s d) = (zr R (multiple s (digits a)) * overlap s d)%:C.
Proof.
move=> a0; case: s; rewrite /state /overlap /root /slope /radicand ?zr1 ?zr2.
  have -> : zr R (Zpos (xI xH)) = 3%:R by [].
  rewrite /t_state trace_mixture bloch_overlap (negPf a0) -scalemxAr mxtraceZ mulmx1 pauli1_trace (negPf a0).
  by rewrite !if_same !mul1r mul0r !mulr0 addr0 -rmorphM.
rewrite a_stateE bloch_overlap (negPf a0) /multiple; congr (_%:C); move: a a0 => [u v].
by case: (ord2_cases u) => ->; case: (ord2_cases v) => -> //= _; rewrite ?zr1 ?zr0 ?mul1r ?mul0r.
Qed.

Lemma state_trace s (d : R) : \tr (state s d) = 1.
Proof.
case: s; last by rewrite /state a_stateE bloch_trace.
rewrite -[state _ _]mul1mx /state /t_state trace_mixture !mul1mx bloch_trace mxtraceZ mxtrace1.
by rewrite mulVf ?two_neq0 // !mulr1 -rmorphD subrK rmorph1.
Qed.

(* every matrix with these overlaps is p rho(d) *)
Lemma state_determined s (M : 'M[C]_2) (p d : R) : \tr M = p%:C ->
  (forall a, a != 0 -> \tr (T1 a *m M) = (p * (zr R (multiple s (digits a)) * overlap s d))%:C) ->
  M = p%:C *: state s d.
Proof.
move=> trM ovM; apply: pauli1_separate => a; rewrite -scalemxAr mxtraceZ.
have [->|a0] := eqVneq a 0; first by rewrite pauli1_0 !mul1mx trM state_trace mulr1.
by rewrite ovM // state_overlap // -rmorphM.
Qed.
End State.
