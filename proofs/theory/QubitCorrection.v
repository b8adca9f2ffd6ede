(* Outcomes of Z-type stabilizers are corrected, not post-selected: a Clifford unitary U that takes Z to -Z and fixes
   the input state, applied to suitable sites, takes the state after any outcomes to the state after the outcomes +1. *)
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector.
From Stillproof Require Import Pauli QubitProjector QubitDecoder QubitListing QubitState QubitClifford.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Solve.
Variable n : nat.
Implicit Types (gens ds : seq (phase 0 n)).

Lemma dual_mask m gens ds : dual gens ds -> dual (mask m gens) (mask m ds).
Proof.
elim: gens ds m => [|g gens IH] [|d ds] [|b m] //= /and3P[gd /allP others rest].
case: b => /=; last exact: IH.
rewrite gd IH // andbT; apply/allP => h /mem_mask; exact: others.
Qed.

(* some vector has any given products with the stabilizers *)
Lemma solve gens ds (flips : seq bool) : dual gens ds -> size flips = size gens ->
  exists D : phase 0 n, forall j, (j < size gens)%N -> symplectic (nth 0 gens j) D = (nth false flips j)%:R.
Proof.
elim: gens ds flips => [|g gens IH] [|d ds] [|b flips] //=; first by exists 0.
case/and3P=> /eqP gd /allP others rest [sizes]; have [D hD] := IH _ _ rest sizes.
have [e eE] : exists e : 'I_2, e = b%:R - symplectic g D by eexists.
exists (D + d *+ e) => -[|j] /=; rewrite symplecticDr symplecticMn.
  by rewrite gd natr_Zp eE addrC subrK.
rewrite ltnS => j_lt; have /eqP-> := others _ (mem_nth 0 j_lt).
by rewrite mul0rn addr0 hD.
Qed.
End Solve.

Section Correction.
Variables (C : numClosedFieldType) (n : nat) (U : 'M[C]_2).
Hypothesis U_unitary : adjoint U *m U = 1%:M.
Hypothesis U_flips : U *m pauli1 C (0, 1) = - (pauli1 C (0, 1) *m U).
Implicit Types gens : seq (bool * phase 0 n).

Definition z_type (a : phase 0 n) := [forall k, (a k).1 == 0].
Definition applied (D : phase 0 n) : 'M[C]_(dim 0 n) := tensor (fun k => if (D k).1 == 1 then U else 1%:M).

Lemma applied_moves (D a : phase 0 n) : z_type a ->
  applied D *m pauli C a = (-1) ^+ symplectic a D *: (pauli C a *m applied D).
Proof.
move/forallP=> a0; rewrite /applied /pauli !tensor_mul /symplectic -sign_sum -tensor_scale.
apply: eq_tensor => k; have := a0 k; case: (a k) => u v /eqP; rewrite [(u, v).1]/= => ->; case: (D k) => s t.
have -> : symplectic1 (0, v) (s, t) = v * s.
  by case: (ord2_cases v) => ->; case: (ord2_cases s) => ->; case: (ord2_cases t) => ->; apply: val_inj.
case: (ord2_cases s) => ->; first by rewrite mulr0 /= scale1r mul1mx mulmx1.
rewrite mulr1 /=; case: (ord2_cases v) => ->; first by rewrite scale1r pauli1_0 mul1mx mulmx1.
by rewrite U_flips scaleN1r.
Qed.

Lemma applied_unitary D : adjoint (applied D) *m applied D = 1%:M.
Proof.
rewrite tensor_adjoint tensor_mul -(tensor1 0 C n); apply: eq_tensor => k.
by case: ifP => _; rewrite ?U_unitary // adjoint1 mul1mx.
Qed.

Lemma applied_projector D gens (flips : seq bool) : size flips = size gens ->
  all (fun g => z_type g.2) gens ->
  (forall j, (j < size gens)%N -> symplectic (nth 0 (bare gens) j) D = (nth false flips j)%:R) ->
  applied D *m qprojector C (flipped flips gens) = qprojector C gens *m applied D.
Proof.
elim: gens flips => [|g gens IH] [|b flips] //=; first by move=> *; rewrite mulmx1 mul1mx.
case=> sizes /andP[zg zgens] solved; rewrite -scalemxAr -scalemxAl; congr (_ *: _).
have {}IH := IH _ sizes zgens (fun j => solved j.+1).
rewrite mulmxA mulmxDr mulmx1 [applied D *m signed C _](_ : _ = signed C g *m applied D).
  by rewrite -{1}[applied D]mul1mx -mulmxDl -mulmxA IH mulmxA.
rewrite /signed /= -scalemxAr applied_moves // scalerA -scalemxAl; congr (_ *: _).
have /= -> := solved 0%N isT.
have -> : nat_of_ord (b%:R : 'I_2) = b by case: (b).
by rewrite -signr_addb; case: (b); case: (g.1).
Qed.

Theorem correction gens ds rho : isotropic (bare gens) -> dual (bare gens) ds -> all (fun g => z_type g.2) gens ->
  U *m rho = rho *m U -> corrects U gens rho.
Proof.
move=> iso indep zgens fixes flips sizes.
have [|D solved] := @solve n (bare gens) ds flips indep; first by rewrite size_map.
exists (fun k => (D k).1 == 1) => P Q hP hQ; lazy zeta.
have iso' : isotropic (bare (flipped flips gens)).
  have -> : bare (flipped flips gens) = bare gens; last exact: iso.
  by elim: gens flips sizes {iso indep zgens hP hQ solved} => [|g l IH] [|b fl] //= [/IH->].
rewrite (qubit_projector_unique hP (signed_group_projector C iso)).
rewrite (qubit_projector_unique hQ (signed_group_projector C iso')).
rewrite -/(applied D); set W := applied D; set G := qprojector C gens; set F := qprojector C _.
have WF : W *m F = G *m W.
  by apply: applied_projector => // j j_lt; apply: solved; rewrite size_map.
have left : adjoint W *m W = 1%:M by apply: applied_unitary.
have right : W *m adjoint W = 1%:M by apply: mulmx1C.
have Wrho : W *m tensor (fun=> rho) = tensor (fun=> rho) *m W.
  by rewrite !tensor_mul; apply: eq_tensor => k; case: ifP => _; rewrite ?fixes ?mul1mx ?mulmx1.
have FW : F *m adjoint W = adjoint W *m G.
  by rewrite -[LHS]mul1mx -left -!mulmxA (mulmxA W F) WF -(mulmxA G) right mulmx1.
by rewrite -!mulmxA FW !mulmxA WF -(mulmxA G W) Wrho !mulmxA -(mulmxA _ W) right mulmx1.
Qed.
End Correction.

(* the Clifford unitary that takes X to Y and Z to -Z fixes the A-type states *)
Lemma mixture_commute (C : numClosedFieldType) (U X Y Z : 'M[C]_2) (c a : C) : U *m X = Y *m U -> U *m Y = X *m U ->
  U *m (c *: (1%:M + a *: X + a *: Y + 0 *: Z)) = (c *: (1%:M + a *: X + a *: Y + 0 *: Z)) *m U.
Proof.
move=> UX UY; rewrite scale0r addr0 -scalemxAr -scalemxAl; congr (_ *: _).
rewrite !mulmxDr !mulmxDl mulmx1 mul1mx -!scalemxAr -!scalemxAl UX UY -!addrA.
by congr (_ + _); rewrite addrC.
Qed.

Lemma a_state_fixed (R : rcfType) (U : 'M[complex_numClosedFieldType R]_2) (e : R) :
  qubit_clifford (false, point (1, 1)%N) (true, point (0, 1)%N) U -> U *m a_state e = a_state e *m U.
Proof.
move=> UU; have UY := @site_moves _ (false, (1, 1)%N) (true, (0, 1)%N) isT isT U UU (1, 1).
have UX := @site_moves _ (false, (1, 1)%N) (true, (0, 1)%N) isT isT U UU (1, 0).
rewrite a_stateE /bloch; apply: mixture_commute.
  by rewrite UX /= scale1r.
rewrite UY (_ : ipow _ _ = 1) ?scale1r; last by rewrite ipow_nat (i_eq _ (_ : 4 %% 4 = 0 %% 4)%N).
by congr (pauli1 _ _ *m U); congr (_, _); apply: val_inj.
Qed.
