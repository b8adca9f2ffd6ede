(* Generated from the statement with the name of this file, its code and its certificate.  Do not edit. *)
From Coq Require Import ZArith.
Delimit Scope Z_scope with coq_Z.
From mathcomp Require Import all_ssreflect all_algebra complex.
From Stillproof Require Import Definitions Displacement Projector Polynomial Listing RationalMap Check Soundness.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.

Section Data.
Local Open Scope Z_scope.

Definition qr17 : code := Code 17
  [:: ([:: 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 0; 0; 1; 2; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0; 0], [:: 0; 0; 1; 0; 0; 1; 2; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 2; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0], [:: 0; 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 2; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0], [:: 0; 0; 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 2; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0], [:: 0; 0; 0; 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 2; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 2; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 1; 2; 0; 0; 2; 0]);
      ([:: 0; 2; 0; 0; 2; 1; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 2; 0; 0; 2; 1; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 2; 0; 0; 2; 1; 0; 0; 1; 0; 0; 0; 0; 0; 0], [:: 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 2; 0; 0; 2; 1; 0; 0; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 2; 0; 0; 2; 1; 0; 0; 1; 0; 0; 0; 0], [:: 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 2; 0; 0; 2; 1; 0; 0; 1; 0; 0; 0], [:: 0; 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 2; 0; 0; 2; 1; 0; 0; 1; 0; 0], [:: 0; 0; 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 2; 0; 0; 2; 1; 0; 0; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 2; 2; 1; 2; 0; 0; 1; 2; 1; 1])]%N
  ([:: 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])%N
  ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2])%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
Definition enumerator_A : seq Z :=
  [:: 1; 0; 0; 0; 0; 0; 0; 0; 2720; 0; 77248; 220864; 1214752; 3179680; 7936960; 12206272; 12404152; 5804072].
Definition enumerator_B : seq Z :=
  [:: 1; 0; 0; 0; 0; 0; 0; 2176; 2720; 96560; 424320; 2650368; 9481920; 30959040; 68968320; 111439488; 111073376;
      52322200].

(* probability of success and output parameter, as polynomials, low degree first *)
Definition success_num : seq Z :=
  [:: 2368521; -26806059; 142866504; -472090680; 1078218540; -1786697892; 2167883928; -1834442664; 819210790;
      380431950; -1175689672; 1314781496; -978036724; 526201340; -204831640; 55155752; -9232615; 725509].
Definition success_den : seq Z :=
  [:: 705277476864].
Definition output_num : seq Z :=
  [:: 0; 111537; -1189728; 18341640; -134174880; 595497420; -1834134624; 4192233048; -7368765600; 10148483030;
      -11037164320; 9471662200; -6355159776; 3270560300; -1248254240; 333185448; -55557088; 4358401].
Definition output_den : seq Z :=
  [:: 4737042; -53612118; 285733008; -944181360; 2156437080; -3573395784; 4335767856; -3668885328; 1638421580;
      760863900; -2351379344; 2629562992; -1956073448; 1052402680; -409663280; 110311504; -18465230; 1451018].

(* the threshold is a root of this polynomial *)
Definition threshold_polynomial : seq Z :=
  [:: -513945; 4796820; -19488357; 45047016; -58458645; 16945740; 99403071; -245993936; 335847589; -316448020;
      215629537; -105640856; 35586377; -7421516; 725509].

Definition qr17_strange : statement := Statement qr17
  [:: CodeClaim 7;
      EnumeratorClaim enumerator_A enumerator_B;
      MapClaim success_num success_den output_num output_den;
      SuppressionClaim 1 (17, 722);
      RemainderClaim 1 (17, 722) (6, 1) (1, 1);
      ThresholdClaim threshold_polynomial
        (3439432505303926153317057342303, 10000000000000000000000000000000)
        (107482265790747692291158041947, 312500000000000000000000000000);
      SymmetryClaim [:: GateH]].

Definition qr17_strange_certificate : certificate := Certificate
  [:: ([:: 0; 2; 2; 1; 2; 1; 1; 1; 2; 2; 1; 1; 1; 2; 1; 2; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 2; 1; 2; 0; 2; 1; 1; 0; 1; 2; 1; 1; 0; 2; 0; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 2; 0; 2; 2; 1; 0; 1; 0; 0; 1; 0; 1; 2; 2; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 2; 2; 0; 2; 2; 2; 2; 1; 2; 0; 0; 0; 1; 2; 1; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 2; 2; 2; 1; 2; 0; 0; 0; 1; 2; 1; 1; 1; 1; 0; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 2; 0; 2; 0; 0; 2; 0; 2; 1; 1; 0; 1; 2; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 2; 0; 1; 0; 2; 2; 1; 2; 0; 2; 2; 1; 0; 1; 2; 1; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 2; 1; 2; 2; 2; 1; 1; 2; 2; 2; 1; 2; 1; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 2; 1; 2; 1; 1; 1; 2; 2; 1; 1; 1; 2; 1; 2; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 2; 2; 2; 2; 2; 1; 1; 2; 0; 2; 1; 1; 2; 2; 2; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 2; 0; 2; 1; 2; 1; 1; 0; 1; 2; 2; 1; 0; 1; 1; 2; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 2; 2; 0; 2; 1; 1; 2; 0; 2; 2; 1; 2; 1; 0; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 1; 2; 2; 1; 0; 1; 2; 2; 1; 1; 1; 1; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 2; 1; 2; 2; 2; 1; 1; 2; 2; 2; 1; 2; 1; 2; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 2], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])]%N
  [:: [:: [:: 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 1];
        [:: 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 2; 0; 0; 0; 0; 0; 0; 0; 0]]]%N
  [:: 0; -9; 18; -11; 2].
End Data.

(* the kernel runs the checker *)
Lemma qr17_strange_checked : check qr17_strange qr17_strange_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma qr17_strange_holds : all_hold R qr17 (claims qr17_strange).
Proof. exact: (check_sound R qr17_strange_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qutrits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (qr17_strange_holds R) (i := 0) isT).
Definition claim_4 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_1 R))) (holds_at (qr17_strange_holds R) (i := 6) isT).
Definition claim_5 :=
  (holds_at (qr17_strange_holds R) (i := 1) isT).
Definition claim_6 :=
  Stating.strange_map (@stated_qutrits.family_1 R) (holds_at (qr17_strange_holds R) (i := 2) isT).
Definition claim_10 :=
  (holds_at (qr17_strange_holds R) (i := 3) isT) _ _ (holds_at (qr17_strange_holds R) (i := 2) isT).
Definition claim_11 :=
  Stating.whole (P := (fun b => exists t : R, [/\ zr R 3439432505303926153317057342303%coq_Z / zr R 10000000000000000000000000000000%coq_Z < t < zr R 107482265790747692291158041947%coq_Z / zr R 312500000000000000000000000000%coq_Z,
    threshold_below (fraction output_num output_den) b t & only_root threshold_polynomial b t]))
    ((holds_at (qr17_strange_holds R) (i := 5) isT) _ _ (holds_at (qr17_strange_holds R) (i := 2) isT)).

(* the constant for the rest: computed here *)
Theorem qr17_strange_remainder :
  remainder (fraction output_num output_den : R -> R) 1 (zr R 17%coq_Z / zr R 722%coq_Z) (zr R 6%coq_Z / zr R 1%coq_Z) (zr R 1%coq_Z / zr R 1%coq_Z).
Proof. exact: (holds_at (qr17_strange_holds R) (i := 4) isT) _ _ (holds_at (qr17_strange_holds R) (i := 2) isT). Qed.
End Claims.
