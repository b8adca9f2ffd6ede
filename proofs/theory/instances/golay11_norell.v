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

Definition golay11 : code := Code 11
  [:: ([:: 1; 2; 2; 2; 1; 0; 1; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 2; 2; 2; 1; 0; 1; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 1; 2; 2; 2; 1; 0; 1; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 1; 2; 2; 2; 1; 0; 1; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 1; 2; 2; 2; 1; 0; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 2; 2; 2; 1; 0; 1; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 2; 2; 2; 1; 0; 1; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 1; 2; 2; 2; 1; 0; 1; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 1; 2; 2; 2; 1; 0; 1; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 1; 2; 2; 2; 1; 0; 1])]%N
  ([:: 1; 1; 1; 1; 1; 1; 1; 1; 1; 1; 1], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])%N
  ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 2; 2; 2; 2; 2; 2; 2; 2; 2; 2; 2])%N.

(* the number of elements of each weight in the stabilizer group and in its normalizer, phases left out *)
Definition enumerator_A : seq Z :=
  [:: 1; 0; 0; 0; 0; 0; 528; 0; 7920; 11000; 23760; 15840].
Definition enumerator_B : seq Z :=
  [:: 1; 0; 0; 0; 0; 528; 528; 15840; 40920; 129800; 198000; 145824].

(* probability of success and output parameters: rows by the power of the first parameter, low degree first *)
Definition success_num : seq (seq Z) :=
  [:: [:: 18; -198; 990; -2640; 3960; -3168; 1056];
      [:: -198; 1980; -8910; 21120; -27720; 19008; -5280];
      [:: 1045; -9405; 39600; -92400; 138600; -158400; 158400; -126720; 63360; -14080];
      [:: -3300; 27720; -110880; 258720; -415800; 506880; -454080; 253440; -63360];
      [:: 6600; -55440; 207900; -462000; 693000; -712800; 448800; -126720];
      [:: -7788; 74448; -247500; 475200; -574200; 411840; -132000];
      [:: 3366; -60390; 158400; -224400; 178200; -63360];
      [:: 3960; 19800; -23760; 5280; 3960];
      [:: -6930; 8910; -26730; 21120];
      [:: 4290; -9900; 10890];
      [:: -1155; 2475];
      [:: 220]].
Definition success_den : seq (seq Z) :=
  [:: [:: 31104]].
Definition eps0_num : seq (seq Z) :=
  [:: [::];
      [::];
      [:: 55; -495; 3960; -18480; 55440; -110880; 147840; -126720; 63360; -14080];
      [:: -495; 3960; -27720; 110880; -277200; 443520; -443520; 253440; -63360];
      [:: 1980; -13860; 83160; -277200; 554400; -665280; 443520; -126720];
      [:: -4092; 24552; -122760; 327360; -491040; 392832; -130944];
      [:: 3762; -18810; 75240; -150480; 150480; -60192];
      [:: 990; -3960; 11880; -15840; 7920];
      [:: -5940; 17820; -35640; 23760];
      [:: 5940; -11880; 11880];
      [:: -2673; 2673];
      [:: 601]].
Definition eps0_den : seq (seq Z) :=
  [:: [:: 18; -198; 990; -2640; 3960; -3168; 1056];
      [:: -198; 1980; -8910; 21120; -27720; 19008; -5280];
      [:: 1045; -9405; 39600; -92400; 138600; -158400; 158400; -126720; 63360; -14080];
      [:: -3300; 27720; -110880; 258720; -415800; 506880; -454080; 253440; -63360];
      [:: 6600; -55440; 207900; -462000; 693000; -712800; 448800; -126720];
      [:: -7788; 74448; -247500; 475200; -574200; 411840; -132000];
      [:: 3366; -60390; 158400; -224400; 178200; -63360];
      [:: 3960; 19800; -23760; 5280; 3960];
      [:: -6930; 8910; -26730; 21120];
      [:: 4290; -9900; 10890];
      [:: -1155; 2475];
      [:: 220]].
Definition epsS_num : seq (seq Z) :=
  [:: [:: 0; 0; 0; 330; -2640; 9768; -21648; 31680; -31680; 21120; -8448; 1536];
      [:: 0; 0; 0; -2640; 18480; -58608; 108240; -126720; 95040; -42240; 8448];
      [:: 0; 0; 0; 9240; -55440; 146520; -216480; 190080; -95040; 21120];
      [:: 0; 1320; -9240; 18480; 0; -47520; 68640; -42240; 10560];
      [:: 0; -9240; 55440; -161700; 277200; -297000; 187440; -52800];
      [:: 0; 27720; -138600; 351120; -498960; 384912; -126192];
      [:: 0; -43560; 174240; -339240; 330000; -129624];
      [:: 0; 35640; -106920; 139920; -68640];
      [:: 0; -11880; 23760; -15510];
      [:: 0; -1320; 1320];
      [:: 0; 1320]].
Definition epsS_den : seq (seq Z) :=
  [:: [:: 18; -198; 990; -2640; 3960; -3168; 1056];
      [:: -198; 1980; -8910; 21120; -27720; 19008; -5280];
      [:: 1045; -9405; 39600; -92400; 138600; -158400; 158400; -126720; 63360; -14080];
      [:: -3300; 27720; -110880; 258720; -415800; 506880; -454080; 253440; -63360];
      [:: 6600; -55440; 207900; -462000; 693000; -712800; 448800; -126720];
      [:: -7788; 74448; -247500; 475200; -574200; 411840; -132000];
      [:: 3366; -60390; 158400; -224400; 178200; -63360];
      [:: 3960; 19800; -23760; 5280; 3960];
      [:: -6930; 8910; -26730; 21120];
      [:: 4290; -9900; 10890];
      [:: -1155; 2475];
      [:: 220]].

Definition golay11_norell : statement := Statement golay11
  [:: CodeClaim 5;
      EnumeratorClaim enumerator_A enumerator_B;
      SymmetryClaim [:: GateN];
      NorellMapClaim success_num success_den eps0_num eps0_den epsS_num epsS_den;
      NorellExpansionClaim NorellSuccess 3
        [:: [:: 18; -198; 990; -2640]; [:: -198; 1980; -8910]; [:: 1045; -9405]; [:: -3300]] 31104;
      NorellExpansionClaim NorellE0 3
        [:: [:: 0; 0; 0; 0]; [:: 0; 0; 0]; [:: 55; 110]; [:: 110]] 18;
      NorellExpansionClaim NorellES 3
        [:: [:: 0; 0; 0; 55]; [:: 0; 0; 0]; [:: 0; 0]; [:: 0]] 3].

Definition golay11_norell_certificate : certificate := Certificate
  [:: ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 0; 1; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 2; 1; 2; 2; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 2; 0; 2; 1; 1; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 0; 1; 1; 0; 2; 2; 0; 0; 0; 0; 0]);
      ([:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0], [:: 1; 2; 0; 0; 1; 2; 0; 0; 0; 0; 0]);
      ([:: 2; 0; 2; 1; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 1; 2; 1; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 1; 0; 1; 2; 2; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 0; 2; 2; 0; 1; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0]);
      ([:: 2; 1; 0; 0; 2; 1; 0; 0; 0; 0; 0], [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0])]%N
  [:: [:: [:: 2; 0; 0; 0; 0; 1; 0; 0; 0; 0];
        [:: 0; 2; 0; 0; 0; 0; 1; 0; 0; 0];
        [:: 0; 0; 2; 0; 0; 0; 0; 1; 0; 0];
        [:: 0; 0; 0; 2; 0; 0; 0; 0; 1; 0];
        [:: 0; 0; 0; 0; 2; 0; 0; 0; 0; 1];
        [:: 0; 0; 0; 0; 0; 2; 0; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 2; 0; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 2; 0; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 2; 0];
        [:: 0; 0; 0; 0; 0; 0; 0; 0; 0; 2]]]%N
  [::].
End Data.

(* the kernel runs the checker *)
Lemma golay11_norell_checked : check golay11_norell golay11_norell_certificate = true.
Proof. by vm_cast_no_check (erefl true). Qed.

Section Theorems.
Local Open Scope ring_scope.
Variable R : rcfType.

Lemma golay11_norell_holds : all_hold R golay11 (claims golay11_norell).
Proof. exact: (check_sound R golay11_norell_checked). Qed.
End Theorems.

From Stillproof Require Stated Stating.
From Stillproof.instances Require stated_qutrits.

(* claim_<n> for the n-th claim of the statement: what it says is in ../claims *)
Section Claims.
Local Open Scope ring_scope.
Variable R : rcfType.

Definition claim_1 :=
  (holds_at (golay11_norell_holds R) (i := 0) isT).
Definition claim_3 :=
  Stating.same_symmetry (etrans (mulmx1 _) (esym (stated_qutrits.unitary_2 R))) (holds_at (golay11_norell_holds R) (i := 2) isT).
Definition claim_4 :=
  (holds_at (golay11_norell_holds R) (i := 1) isT).
Definition claim_6 :=
  Stating.norell_mixture_map (@stated_qutrits.family_2 R) (holds_at (golay11_norell_holds R) (i := 3) isT).
Definition claim_7 :=
  (holds_at (golay11_norell_holds R) (i := 4) isT) _ _ _ (holds_at (golay11_norell_holds R) (i := 3) isT).
Definition claim_8 :=
  (holds_at (golay11_norell_holds R) (i := 5) isT) _ _ _ (holds_at (golay11_norell_holds R) (i := 3) isT).
Definition claim_9 :=
  (holds_at (golay11_norell_holds R) (i := 6) isT) _ _ _ (holds_at (golay11_norell_holds R) (i := 3) isT).
End Claims.
