(* zeta_8, zeta_12 and zeta_24 as Stated.v defines them: their minimal equations, their conjugates, and i, sqrt 2,
   sqrt 3 and omega in them. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Polynomial Stated QubitState.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Roots.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation I := ('i%R : C).
Notation z8 := (zeta8 R : C).
Notation z12 := (zeta12 R : C).
Notation z24 := (zeta24 R : C).
Notation s2 := ((Num.sqrt 2%:R : R)%:C : C).
Notation s3 := ((Num.sqrt 3%:R : R)%:C : C).

Lemma sqr_root m : (Num.sqrt m%:R : R)%:C ^+ 2 = m%:R :> C.
Proof. by rewrite -rmorphX sqr_sqrtr ?ler0n // rmorph_nat. Qed.

Lemma complexE (x y : R) : x +i* y = x%:C + I * y%:C :> C.
Proof. by rewrite i_complex; apply/eqP; rewrite eq_complex /= !mul0r !mul1r subr0 !add0r !addr0 !eqxx. Qed.

Lemma real_nat m : (m%:R : R)%:C = m%:R :> C. Proof. exact: rmorph_nat. Qed.

Lemma realM (x y : R) : (x * y)%:C = x%:C * y%:C :> C. Proof. exact: rmorphM. Qed.
Lemma realD (x y : R) : (x + y)%:C = x%:C + y%:C :> C. Proof. exact: rmorphD. Qed.
Lemma realB (x y : R) : (x - y)%:C = x%:C - y%:C :> C. Proof. exact: rmorphB. Qed.
Lemma realV (x : R) : (x^-1)%:C = x%:C^-1 :> C. Proof. exact: fmorphV. Qed.
Lemma realN (x : R) : (- x)%:C = - x%:C :> C. Proof. exact: rmorphN. Qed.
Lemma real0 : (0 : R)%:C = 0 :> C. Proof. exact: rmorph0. Qed.
Lemma real1 : (1 : R)%:C = 1 :> C. Proof. exact: rmorph1. Qed.
Lemma real_div (x : R) m : (x / m%:R)%:C = x%:C / m%:R :> C. Proof. by rewrite realM realV real_nat. Qed.
Lemma real_inv m : (m%:R^-1 : R)%:C = m%:R^-1 :> C. Proof. by rewrite realV real_nat. Qed.
Definition in_C := (real_div, real_inv, realM, realD, realB, realN, realV, real0, real1).

Lemma zeta8E : z8 = s2 * (1 + I) / 2%:R.
Proof. by rewrite /zeta8 complexE !in_C; field. Qed.
Lemma zeta12E : z12 = (s3 + I) / 2%:R.
Proof. by rewrite /zeta12 complexE !in_C; field. Qed.
Lemma zeta24E : z24 = s2 * (s3 * (1 + I) + 1 - I) / 4%:R.
Proof. by rewrite /zeta24 complexE !in_C; field. Qed.

Lemma n2 : 2%:R != 0 :> C. Proof. by rewrite pnatr_eq0. Qed.
Lemma n4 : 4%:R != 0 :> C. Proof. by rewrite pnatr_eq0. Qed.
Let ii : I ^+ 2 = -1 :> C. Proof. exact: sqrCi. Qed.
Let ss2 := sqr_root 2.
Let ss3 := sqr_root 3.

Lemma zeta8_4 : z8 ^+ 4 = -1.
Proof. by rewrite zeta8E; move: I ii s2 ss2 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma i_8 : I = z8 ^+ 2.
Proof. by rewrite zeta8E; move: I ii s2 ss2 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma sqrt2_8 : s2 = z8 - z8 ^+ 3.
Proof. by rewrite zeta8E; move: I ii s2 ss2 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma zeta12_4 : z12 ^+ 4 = z12 ^+ 2 - 1.
Proof. by rewrite zeta12E; move: I ii s3 ss3 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma i_12 : I = z12 ^+ 3.
Proof. by rewrite zeta12E; move: I ii s3 ss3 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma sqrt3_12 : s3 = 2%:R * z12 - z12 ^+ 3.
Proof. by rewrite zeta12E; move: I ii s3 ss3 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma zeta24_8 : z24 ^+ 8 = z24 ^+ 4 - 1.
Proof. by rewrite zeta24E; move: I ii s2 ss2 s3 ss3 => i i2 s e t e'; field: i2 e e'; rewrite ?n4. Qed.
Lemma i_24 : I = z24 ^+ 6.
Proof. by rewrite zeta24E; move: I ii s2 ss2 s3 ss3 => i i2 s e t e'; field: i2 e e'; rewrite ?n4. Qed.

Lemma inverse_root m : (0 < m)%N -> ((Num.sqrt m%:R : R)^-1)%:C = (Num.sqrt m%:R : R)%:C / m%:R :> C.
Proof.
move=> m0; have root0 : (Num.sqrt m%:R : R)%:C != 0 :> C.
  by rewrite -[X in _ != X]real0 (inj_eq (@complexI R)) gt_eqF // sqrtr_gt0 ltr0n.
by rewrite realV -[X in _ = _ / X]sqr_root expr2 invfM mulrA divff ?mul1r.
Qed.

Lemma inverse_root_C m : (0 < m)%N -> ((Num.sqrt m%:R : R)%:C : C)^-1 = (Num.sqrt m%:R : R)%:C / m%:R.
Proof. by rewrite -realV; apply: inverse_root. Qed.

Lemma omega_12 : (omega R : C) = z12 ^+ 2 - 1.
Proof.
rewrite zeta12E; have -> : (omega R : C) = - 2%:R^-1 + I * (s3 / 2%:R).
  by rewrite /omega complexE !in_C.
by move: I ii s3 ss3 => i i2 s e; field: i2 e; rewrite ?n2.
Qed.

Lemma sqrtC_3 : sqrtC (3%:R : C) = s3.
Proof.
have s3_ge0 : 0 <= s3 by rewrite -real0 lecR sqrtr_ge0.
by rewrite -[3%:R]ss3 sqrCK.
Qed.

Local Notation "x ^J" := (@conjC C x) (at level 2, format "x ^J").
Lemma conj_zr c : (zr C c)^J = zr C c.
Proof. by rewrite /zr rmorph_int. Qed.
Lemma conj_real (x : R) : (x%:C : C)^J = x%:C.
Proof. by apply: conj_Creal; rewrite complex_real. Qed.
Lemma conj_nat m : (m%:R : C)^J = m%:R. Proof. exact: rmorph_nat. Qed.
Lemma conjM (x y : C) : (x * y)^J = x^J * y^J. Proof. exact: rmorphM. Qed.
Lemma conjD (x y : C) : (x + y)^J = x^J + y^J. Proof. exact: rmorphD. Qed.
Lemma conjN (x : C) : (- x)^J = - x^J. Proof. exact: rmorphN. Qed.
Lemma conjV (x : C) : (x^-1)^J = (x^J)^-1. Proof. exact: fmorphV. Qed.
Lemma conj1 : (1 : C)^J = 1. Proof. exact: rmorph1. Qed.
Lemma conj_peval l (z : C) : (peval l z)^J = peval l z^J.
Proof. by elim: l => [|c l IH] /=; [exact: conjC0|rewrite conjD conjM IH conj_zr]. Qed.
Definition conjE := (conj_real, conj_nat, conjM, conjD, conjN, conjV, conj1).
Let ci : I^J = - I. Proof. exact: conjCi. Qed.
Lemma conj_8 : z8^J = - z8 ^+ 3.
Proof. by rewrite zeta8E !conjE ci; move: I ii s2 ss2 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma conj_12 : z12^J = z12 - z12 ^+ 3.
Proof. by rewrite zeta12E !conjE ci; move: I ii s3 ss3 => i i2 s e; field: i2 e; rewrite ?n2. Qed.
Lemma conj_24 : z24^J = z24 ^+ 3 - z24 ^+ 7.
Proof.
by rewrite zeta24E !conjE ci; move: I ii s2 ss2 s3 ss3 => i i2 s e t e'; field: i2 e e'; rewrite ?n4.
Qed.
End Roots.
