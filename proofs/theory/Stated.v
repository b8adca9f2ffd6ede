(* The words in which claims/*.v say what the files state: points of phase space, elements of Q(zeta_m), matrices of
   them, and where the states of a product are.  A reader must trust this file, like Definitions.v.  Nothing is proved
   here. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Definitions Polynomial.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* (u|v) from two lists of digits, for p = q.+2 *)
Definition point q n (v : seq nat * seq nat) : phase q n :=
  [ffun k : 'I_n => ((nth 0%N v.1 k)%:R, (nth 0%N v.2 k)%:R)].

Section Stated.
Local Open Scope complex_scope.
Variable R : rcfType.
Notation C := R[i].

(* exp(2 pi i/m) for m = 8, 12 and 24: cosine and sine of 45, 30 and 15 degrees *)
Definition zeta8 : C := (Num.sqrt 2%:R / 2%:R) +i* (Num.sqrt 2%:R / 2%:R).
Definition zeta12 : C := (Num.sqrt 3%:R / 2%:R) +i* 2%:R^-1.
Definition zeta24 : C :=
  (Num.sqrt 2%:R * (Num.sqrt 3%:R + 1) / 4%:R) +i* (Num.sqrt 2%:R * (Num.sqrt 3%:R - 1) / 4%:R).

(* a matrix: in row i and column j (c_0 + c_1 z + c_2 z^2 + ..)/den *)
Definition entries p (z : C) (rows : seq (seq zpoly)) (den : Z) : 'M[C]_p :=
  \matrix_(i, j) (peval (nth [::] (nth [::] rows i) j) z / zr _ den).

(* quotients of polynomials *)
Definition ratio (num den : zpoly) (x : R) : R := peval num x / peval den x.
Definition ratio2 (num den : zpoly2) (x y : R) : R := peval2 num x y / peval2 den x y.

(* H+ on the sites of plus, H- on those of minus, S on the others *)
Definition placed n (plus minus : {set 'I_n}) (k : 'I_n) : 'I_3 -> C :=
  if k \in plus then @ket_plus R else if k \in minus then @ket_minus R else @ket_S R.
(* M = |x><x|/<x|x> *)
Definition projects_onto (x : 'I_3 -> C) (M : 'M[C]_3) : Prop :=
  forall i j, (x i * (x j)^* = (\sum_k x k * (x k)^*) * M i j)%R.
End Stated.
