(* Integer polynomials as lists of coefficients, low degree first, and their signs on the unit interval.
   bernstein-sign: coefficients of (1+s)^m l(s/(1+s)) that are not negative make l not negative on [0,1).
   descartes-count: one sign change among them, from - to +, makes exactly one root in (0,1), at a change of sign. *)
From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.zify Require Import ssrZ.
From mathcomp.algebra_tactics Require Import ring.
From mathcomp Require Import polyrcf.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Notation zpoly := (seq Z).
Notation zpoly2 := (seq zpoly).
Implicit Types (c : Z) (a b l : zpoly).

Fixpoint padd a b : zpoly :=
  match a, b with x :: a', y :: b' => Z.add x y :: padd a' b' | [::], _ => b | _, [::] => a end.
Definition pscale c l : zpoly := map (Z.mul c) l.
Definition popp l := pscale (Zneg xH) l.
Fixpoint pmul a b : zpoly := if a is x :: a' then padd (pscale x b) (Z0 :: pmul a' b) else [::].
Fixpoint ppow a m : zpoly := if m is m'.+1 then pmul a (ppow a m') else [:: Zpos xH].
(* in two variables: rows by the power of the first *)
Fixpoint padd2 (a b : zpoly2) : zpoly2 :=
  match a, b with x :: a', y :: b' => padd x y :: padd2 a' b' | [::], _ => b | _, [::] => a end.
Definition pscale2 c (l : zpoly2) : zpoly2 := map (pscale c) l.
Fixpoint pmul2 (a b : zpoly2) : zpoly2 :=
  if a is x :: a' then padd2 (map (pmul x) b) ([::] :: pmul2 a' b) else [::].
Fixpoint ppow2 (a : zpoly2) m : zpoly2 := if m is m'.+1 then pmul2 a (ppow2 a m') else [:: [:: Zpos xH]].
Definition pzero l := all (Z.eqb Z0) l.
Definition peq a b := pzero (padd a (popp b)).
Definition peq2 (a b : zpoly2) := all pzero (padd2 a (pscale2 (Zneg xH) b)).

(* sum_i l_i x^i y^(m-i), m = size l - 1 *)
Fixpoint phomogeneous l x y : zpoly :=
  if l is c :: l' then padd (pscale c (ppow y (size l'))) (pmul x (phomogeneous l' x y)) else [::].
Definition pmobius l := phomogeneous l [:: Z0; Zpos xH] [:: Zpos xH; Zpos xH].
Definition zeval l (u v : Z) : Z := (* v^m l(u/v) *)
  (fix eval l := if l is c :: l' then Z.add (Z.mul c (Z.pow v (Z.of_nat (size l')))) (Z.mul u (eval l')) else Z0) l.

Definition nonneg l := all (Z.leb Z0) l.
Definition some_pos l := has (Z.ltb Z0) l.
Fixpoint one_change l := if l is c :: l' then if Z.leb c Z0 then one_change l' else nonneg l' else true.

Section Ring.
Variable K : comRingType.
Implicit Types x y : K.

Definition zr c : K := (int_of_Z c)%:~R.
Definition peval l x : K := foldr (fun c acc => zr c + x * acc) 0 l.
Definition peval2 (l : zpoly2) x y : K := foldr (fun row acc => peval row y + x * acc) 0 l.

Lemma zrD c d : zr (Z.add c d) = zr c + zr d.
Proof. by rewrite /zr -intrD -rmorphD. Qed.
Lemma zrM c d : zr (Z.mul c d) = zr c * zr d.
Proof. by rewrite /zr -intrM -rmorphM. Qed.
Lemma zr0 : zr Z0 = 0. Proof. by []. Qed.
Lemma zr1 : zr (Zpos xH) = 1. Proof. by []. Qed.
Lemma zrN1 : zr (Zneg xH) = -1. Proof. by []. Qed.
Lemma zr2 : zr (Zpos (xO xH)) = 2%:R. Proof. by []. Qed.
Lemma zr3 : zr (Zpos (xI xH)) = 3%:R. Proof. by []. Qed.
Lemma zr4 : zr (Zpos (xO (xO xH))) = 4%:R. Proof. by []. Qed.
Lemma zrN2 : zr (Zneg (xO xH)) = - 2%:R. Proof. by []. Qed.
Lemma zr_nat m : zr (Z.of_nat m) = m%:R.
Proof.
elim: m => [|m IHm] //.
by rewrite Nat2Z.inj_succ -Z.add_1_r zrD IHm zr1 -addn1 natrD.
Qed.
Lemma zrX c m : zr (Z.pow c (Z.of_nat m)) = zr c ^+ m.
Proof.
elim: m => [|m IHm] //.
by rewrite Nat2Z.inj_succ Z.pow_succ_r ?zrM ?IHm ?exprS //; apply: Nat2Z.is_nonneg.
Qed.

Lemma peval_add a b x : peval (padd a b) x = peval a x + peval b x.
Proof. by elim: a b => [|c a IH] [|d b] /=; rewrite ?add0r ?addr0 // IH zrD mulrDr addrACA. Qed.
Lemma peval_scale c l x : peval (pscale c l) x = zr c * peval l x.
Proof. by elim: l => [|d l IH] /=; rewrite ?mulr0 // IH zrM mulrDr mulrCA. Qed.
Lemma peval_opp l x : peval (popp l) x = - peval l x.
Proof. by rewrite peval_scale zrN1 mulN1r. Qed.
Lemma peval_mul a b x : peval (pmul a b) x = peval a x * peval b x.
Proof.
elim: a => [|c a IH] /=; first by rewrite mul0r.
by rewrite peval_add peval_scale /= IH zr0 add0r mulrDl mulrA.
Qed.
Lemma peval_pow a m x : peval (ppow a m) x = peval a x ^+ m.
Proof. by elim: m => [|m IH] /=; rewrite ?mulr0 ?addr0 // peval_mul IH exprS. Qed.
Lemma pzeroP l x : pzero l -> peval l x = 0.
Proof. by elim: l => [|c l IH] // /andP[/Z.eqb_eq <- /IH] /= ->; rewrite mulr0 addr0. Qed.
Lemma peqP a b x : peq a b -> peval a x = peval b x.
Proof. by move=> /pzeroP-/(_ x); rewrite peval_add peval_opp => /eqP; rewrite subr_eq0 => /eqP. Qed.
Lemma peval2_add (a b : zpoly2) x y : peval2 (padd2 a b) x y = peval2 a x y + peval2 b x y.
Proof. by elim: a b => [|c a IH] [|d b] /=; rewrite ?add0r ?addr0 // IH peval_add mulrDr addrACA. Qed.
Lemma peval2_scale c (l : zpoly2) x y : peval2 (pscale2 c l) x y = zr c * peval2 l x y.
Proof. by elim: l => [|d l IH] /=; rewrite ?mulr0 // IH peval_scale mulrDr mulrCA. Qed.
Lemma peval2_mul (a b : zpoly2) x y : peval2 (pmul2 a b) x y = peval2 a x y * peval2 b x y.
Proof.
have row (r : zpoly) : peval2 (map (pmul r) b) x y = peval r y * peval2 b x y.
  by elim: b => [|d l IH] /=; rewrite ?mulr0 // IH peval_mul mulrDr mulrCA.
elim: a => [|c a IH] /=; first by rewrite mul0r.
by rewrite peval2_add row /= IH add0r mulrDl mulrA.
Qed.
Lemma peval2_pow (a : zpoly2) m x y : peval2 (ppow2 a m) x y = peval2 a x y ^+ m.
Proof. by elim: m => [|m IH] /=; rewrite ?mulr0 ?addr0 // peval2_mul IH exprS. Qed.
Lemma peq2P (a b : zpoly2) x y : peq2 a b -> peval2 a x y = peval2 b x y.
Proof.
have zero (l : zpoly2) : all pzero l -> peval2 l x y = 0.
  by elim: l => [|c l IH] //= /andP[/pzeroP-> /IH->]; rewrite mulr0 addr0.
by move/zero; rewrite peval2_add peval2_scale zrN1 mulN1r => /eqP; rewrite subr_eq0 => /eqP.
Qed.
Lemma peval_nseq0 m l x : peval (nseq m Z0 ++ l) x = x ^+ m * peval l x.
Proof. by elim: m => [|m IH] /=; rewrite ?mul1r // IH add0r mulrA exprS. Qed.
Lemma peval_drop l m x : pzero (take m l) -> x ^+ m * peval (drop m l) x = peval l x.
Proof.
elim: l m => [|c l IH] [|m] /=; rewrite ?mulr0 ?expr0 ?mul1r //.
by case: c => //= l0; rewrite zr0 add0r exprS -mulrA IH.
Qed.
Lemma peval_Poly l x : peval l x = (Poly (map zr l)).[x].
Proof. by rewrite horner_Poly; elim: l => [|c l IH] //=; rewrite IH addrC mulrC. Qed.
End Ring.

Section Field.
Variable K : fieldType.

Lemma peval_homogeneous l a b (x : K) : peval b x != 0 ->
  peval b x * peval (phomogeneous l a b) x = peval b x ^+ size l * peval l (peval a x / peval b x).
Proof.
move=> b_neq0; elim: l => [|c l IH] /=; first by rewrite !mulr0.
rewrite peval_add peval_scale peval_pow peval_mul mulrDr [X in _ + X]mulrCA IH exprS mulrDr.
congr (_ + _); first by rewrite mulrCA mulrC.
by rewrite [RHS]mulrACA [_ * (_ / _)]mulrC divfK.
Qed.

Lemma zeval_eval l u v : zr K v != 0 ->
  zr K v * zr K (zeval l u v) = zr K v ^+ size l * peval l (zr K u / zr K v).
Proof.
move=> v_neq0; elim: l => [|c l IH] /=; first by rewrite !mulr0.
rewrite -/(zeval l u v) zrD !zrM zrX mulrDr [X in _ + X]mulrCA IH exprS mulrDr.
congr (_ + _); first by rewrite mulrA mulrAC.
by rewrite [RHS]mulrACA [_ * (_ / _)]mulrC divfK.
Qed.
End Field.

Section Signs.
Variable R : realFieldType.
Implicit Types s t x : R.

Lemma zr_ge0 c : Z.leb Z0 c -> 0 <= zr R c.
Proof. by case: c => // c _; rewrite /zr /= ler0n. Qed.
Lemma zr_gt0 c : Z.ltb Z0 c -> 0 < zr R c.
Proof. by case: c => // c _; rewrite /zr /= ltr0n; apply/ssrnat.ltP; apply: Pos2Nat.is_pos. Qed.
Lemma zr_le0 c : Z.leb c Z0 -> zr R c <= 0.
Proof. by case: c => // c _; rewrite /zr /= lerz0. Qed.
Lemma zr_lt0 c : Z.ltb c Z0 -> zr R c < 0.
Proof. by case: c => // c _; rewrite /zr /= ltrz0. Qed.
Lemma zr_ltE c d : Z.ltb c d -> zr R c < zr R d.
Proof.
move=> cd; rewrite -subr_gt0 -mulN1r -zrN1 -zrM -zrD; apply: zr_gt0.
by apply/Z.ltb_lt; move/Z.ltb_lt: cd; lia.
Qed.

Lemma nonneg_ge0 l x : nonneg l -> 0 <= x -> 0 <= peval l x.
Proof. by elim: l => //= c l IH /andP[/zr_ge0 c0 /IH l0] x0; rewrite addr_ge0 ?mulr_ge0 ?l0. Qed.

Lemma nonneg_gt0 l x : nonneg l -> some_pos l -> 0 < x -> 0 < peval l x.
Proof.
elim: l => //= c l IH /andP[c0 l0] /orP[c_pos|l_pos] x0.
  by rewrite ltr_paddr ?zr_gt0 // mulr_ge0 ?nonneg_ge0 ?ltW.
by rewrite ltr_paddl ?zr_ge0 // mulr_gt0 ?IH.
Qed.

Lemma nonneg_mono l s t : nonneg l -> 0 <= s -> s <= t -> peval l s <= peval l t.
Proof.
elim: l => //= c l IH /andP[_ l0] s0 st.
by rewrite ler_add2l ler_pmul ?IH // nonneg_ge0.
Qed.

Lemma one_change_mono l s t : one_change l -> 0 < s -> s <= t -> 0 <= peval l s -> peval l s <= peval l t.
Proof.
elim: l => //= c l IH; case: ifP => [/zr_le0 c0 l1 s0 st ls|_ l1 s0 st _]; last first.
  by rewrite ler_add2l ler_pmul ?(nonneg_mono l1) ?(nonneg_ge0 l1) ?(ltW s0).
have l0 : 0 <= peval l s by rewrite -(pmulr_rge0 _ s0); apply: le_trans ls _; rewrite ger_addr.
by rewrite ler_add2l ler_pmul ?IH ?(ltW s0).
Qed.

(* below a point where it is negative, a polynomial with one sign change is negative, by at least this much *)
Lemma one_change_below l s t : one_change l -> 0 < s -> s <= t -> peval l t <= 0 ->
  peval l s <= (s / t) ^+ size l * peval l t.
Proof.
move=> l1 s0 st; have t0 : 0 < t by apply: lt_le_trans st.
set r := s / t; have r_ge0 : 0 <= r by rewrite divr_ge0 ?ltW.
have r_le1 : r <= 1 by rewrite ler_pdivr_mulr ?mul1r.
have shrink m y : y <= 0 -> y <= r ^+ m * y.
  by move=> y0; rewrite -{1}[y]mul1r ler_wnmul2r // exprn_ile1.
elim: l l1 => [|c l IH] /=; first by rewrite mulr0.
have crude : peval l s <= peval l t -> 0 <= peval l t -> zr R c + t * peval l t <= 0 ->
  zr R c + s * peval l s <= r ^+ (size l).+1 * (zr R c + t * peval l t).
  move=> le_l l0 tot0; apply: le_trans (shrink _ _ tot0); rewrite ler_add2l.
  have [ls0|ls0] := lerP 0 (peval l s); first by rewrite ler_pmul // ltW.
  by apply: (@le_trans _ _ 0); [rewrite ltW // pmulr_rlt0|rewrite mulr_ge0 // ltW].
case: ifP => [/zr_le0 c0 l1|_ l0 lt0]; last first.
  by apply: crude => //; rewrite ?(nonneg_mono l0) ?(nonneg_ge0 l0) ?(ltW s0) ?(ltW t0).
have [lt0 _|lt0 tot] := lerP (peval l t) 0; last first.
  apply: crude => //; rewrite ?(ltW lt0) //; have [ls0|ls0] := lerP 0 (peval l s).
    exact: one_change_mono.
  exact: ltW (lt_trans ls0 lt0).
rewrite mulrDr ler_add ?shrink // exprS -mulrA.
have -> : r * (r ^+ size l * (t * peval l t)) = s * (r ^+ size l * peval l t).
  have rt : r * t = s by rewrite /r divfK ?gt_eqF.
  by rewrite -[X in _ = X * _]rt; ring.
by rewrite ler_pmul2l // IH.
Qed.

Fixpoint abs_sum l : R := if l is c :: l' then `|zr R c| + abs_sum l' else 0.
Lemma abs_sum_ge0 l : 0 <= abs_sum l.
Proof. by elim: l => //= c l IH; rewrite addr_ge0. Qed.
Lemma peval_bound l x : 0 <= x <= 1 -> `|peval l x| <= abs_sum l.
Proof.
move=> /andP[x0 x1]; elim: l => [|c l IH] /=; first by rewrite normr0.
apply: le_trans (ler_norm_add _ _) _; rewrite ler_add2l normrM ger0_norm //.
by rewrite -[abs_sum l]mul1r ler_pmul.
Qed.
End Signs.

Section Unit.
Variable R : realFieldType.
Implicit Types x y s t : R.

Lemma mobius_eval l x : x < 1 -> (1 - x)^-1 * peval (pmobius l) (x / (1 - x)) = (1 - x)^-1 ^+ size l * peval l x.
Proof.
move=> x1; have x_neq : 1 - x != 0 by rewrite subr_eq0 eq_sym (lt_eqF x1).
have den : peval [:: Zpos xH; Zpos xH] (x / (1 - x)) = (1 - x)^-1.
  by rewrite /= mulr0 addr0 zr1 mulr1 -[X in X + _](divff x_neq) -mulrDl subrK mul1r.
have num : peval [:: Z0; Zpos xH] (x / (1 - x)) = x / (1 - x).
  by rewrite /= mulr0 addr0 zr1 mulr1 zr0 add0r.
have := @peval_homogeneous R l [:: Z0; Zpos xH] [:: Zpos xH; Zpos xH] (x / (1 - x)).
by rewrite den num => -> //; rewrite ?invr_eq0 // invrK divfK.
Qed.

Lemma mobiusE l x : x < 1 -> peval l x = (1 - x) ^+ size l / (1 - x) * peval (pmobius l) (x / (1 - x)).
Proof.
move=> x1; have x_neq : 1 - x != 0 by rewrite subr_eq0 eq_sym (lt_eqF x1).
by rewrite -mulrA mobius_eval // mulrA -exprMn divff // expr1n mul1r.
Qed.

Lemma odds_mono x y : x < y -> y < 1 -> x / (1 - x) < y / (1 - y).
Proof.
move=> xy y1; have x1 := lt_trans xy y1.
by rewrite ltr_pdivr_mulr ?subr_gt0 // mulrAC ltr_pdivl_mulr ?subr_gt0 // !mulrBr !mulr1 [y * x]mulrC ltr_add2r.
Qed.

Lemma odds_le x y : x <= y -> y < 1 -> x / (1 - x) <= y / (1 - y).
Proof. by rewrite le_eqVlt => /predU1P[->//|xy] y1; rewrite ltW ?odds_mono. Qed.

Definition positive l := let m := pmobius l in nonneg m && some_pos m.
(* positive at 0 and 1 as well *)
Definition positive_closed l :=
  [&& positive l, (if l is c :: _ then Z.ltb Z0 c else false) & Z.ltb Z0 (foldr Z.add Z0 l)].

(* positive on [0, h] for h = h.1 / h.2: l(h x) is positive on [0, 1] *)
Definition positive_to (h : Z * Z) l := positive_closed (phomogeneous l [:: Z0; h.1] [:: h.2]).

Lemma scale_gt0 m x : x < 1 -> 0 < (1 - x) ^+ m / (1 - x).
Proof. by move=> x1; rewrite divr_gt0 ?exprn_gt0 ?subr_gt0. Qed.

(* bernstein-sign *)
Theorem bernstein_sign l x : positive l -> 0 < x < 1 -> 0 < peval l x.
Proof.
case/andP=> m0 m_pos /andP[x0 x1]; rewrite mobiusE // mulr_gt0 ?scale_gt0 //.
by rewrite nonneg_gt0 // divr_gt0 ?subr_gt0.
Qed.

Lemma peval_at1 l : peval l (1 : R) = zr R (foldr Z.add Z0 l).
Proof. by elim: l => //= c l ->; rewrite zrD mul1r. Qed.

Theorem bernstein_sign_closed l x : positive_closed l -> 0 <= x <= 1 -> 0 < peval l x.
Proof.
case/and3P=> l_pos at0 at1 /andP[]; rewrite le_eqVlt => /predU1P[<- _|x0].
  by case: l at0 {l_pos at1} => //= c l c0; rewrite mul0r addr0 zr_gt0.
rewrite le_eqVlt => /predU1P[->|x1]; first by rewrite peval_at1 zr_gt0.
by apply: bernstein_sign => //; rewrite x0.
Qed.

Lemma positive_to_gt0 h l x : positive_to h l -> Z.ltb 0 h.1 -> Z.ltb 0 h.2 -> 0 <= x <= zr R h.1 / zr R h.2 ->
  0 < peval l x.
Proof.
case: h => a b /= pos /(zr_gt0 R) a0 /(zr_gt0 R) b0 /andP[x0 xh].
set y := x * zr R b / zr R a.
have y01 : 0 <= y <= 1.
  by rewrite divr_ge0 ?mulr_ge0 ?(ltW a0) ?(ltW b0) //= ler_pdivr_mulr // mul1r -ler_pdivl_mulr.
have b_eval : peval [:: b] y = zr R b by rewrite /= mulr0 addr0.
have := @peval_homogeneous R l [:: Z0; a] [:: b] y.
rewrite b_eval (lt0r_neq0 b0) => /(_ isT).
have -> : peval [:: Z0; a] y / zr R b = x.
  by rewrite /= mulr0 addr0 zr0 add0r /y divfK ?lt0r_neq0 // mulfK ?lt0r_neq0.
move=> e; have := mulr_gt0 b0 (bernstein_sign_closed pos y01).
by rewrite e pmulr_rgt0 ?exprn_gt0.
Qed.

(* on a closed interval inside (0,1), by at least a positive constant *)
Lemma positive_bound l x y : positive l -> 0 < x -> x <= y -> y < 1 ->
  exists2 e : R, 0 < e & forall t, x <= t <= y -> e <= peval l t.
Proof.
case/andP=> m0 m_pos x0 xy y1; have x1 := le_lt_trans xy y1.
pose e := (1 - y) ^+ size l * peval (pmobius l) (x / (1 - x)).
have e0 : 0 < e by rewrite mulr_gt0 ?exprn_gt0 ?subr_gt0 // nonneg_gt0 // divr_gt0 ?subr_gt0.
exists e => // t /andP[xt ty]; have t1 := le_lt_trans ty y1; have t0 := lt_le_trans x0 xt.
have t1' : 0 < 1 - t by rewrite subr_gt0.
rewrite mobiusE // /e ler_pmul ?exprn_ge0 ?subr_ge0 ?(ltW y1) //.
- by rewrite nonneg_ge0 // divr_ge0 ?subr_ge0 ?(ltW x0) ?(ltW x1).
- rewrite ler_pdivl_mulr // -[X in _ <= X]mulr1 ler_pmul ?exprn_ge0 ?subr_ge0 ?(ltW y1) ?(ltW t1) //.
    by rewrite ler_expn2r ?nnegrE ?subr_ge0 ?(ltW y1) ?(ltW t1) // ler_add2l ler_oppr opprK.
  by rewrite ger_addl oppr_le0 ltW.
- by rewrite nonneg_mono // ?divr_ge0 ?subr_ge0 ?(ltW x1) ?(ltW x0) // odds_le.
Qed.

Definition crosses l := if pmobius l is c :: m then Z.ltb c Z0 && one_change (c :: m) else false.

Lemma crosses_up l x y : crosses l -> 0 < x -> x < y -> y < 1 -> 0 <= peval l x -> 0 < peval l y.
Proof.
move=> cross x0 xy y1; have x1 := lt_trans xy y1; have y0 := lt_trans x0 xy.
rewrite (mobiusE l x1) (mobiusE l y1) pmulr_rge0 ?scale_gt0 // pmulr_rgt0 ?scale_gt0 //.
have sx0 : 0 < x / (1 - x) by rewrite divr_gt0 ?subr_gt0.
have st := odds_mono xy y1; move: cross; rewrite /crosses; set s := x / _ in sx0 st *; set t := y / _ in st *.
case: (pmobius l) => // c m /andP[c0 /=]; rewrite (_ : Z.leb c Z0); last by case: (c) c0.
move=> m1 /=; have {}c0 := zr_lt0 R c0 => tot.
have m0 : 0 < peval m s by rewrite -(pmulr_rgt0 _ sx0); apply: le_lt_trans tot _; rewrite gtr_addr.
apply: le_lt_trans tot _; rewrite ltr_add2l; apply: lt_le_trans (_ : t * peval m s <= _).
  by rewrite ltr_pmul2r.
by rewrite ler_pmul2l ?(lt_trans sx0) //; apply: one_change_mono; rewrite ?ltW.
Qed.

Lemma crosses_bound l x y : crosses l -> 0 < x -> x <= y -> y < 1 -> peval l y < 0 ->
  exists2 e : R, 0 < e & forall t, x <= t <= y -> e <= - peval l t.
Proof.
move=> cross x0 xy y1; have x1 := le_lt_trans xy y1; have y0 := lt_le_trans x0 xy.
have m1 : one_change (pmobius l) by move: cross; rewrite /crosses; case: (pmobius l) => // c m /andP[].
rewrite (mobiusE l y1) pmulr_rlt0 ?scale_gt0 // => my0; set k := size (pmobius l).
have oddsx : 0 < x / (1 - x) by rewrite divr_gt0 ?subr_gt0.
have oddsy : 0 < y / (1 - y) by rewrite divr_gt0 ?subr_gt0.
pose e := (1 - y) ^+ size l * ((x / (1 - x) / (y / (1 - y))) ^+ k * - peval (pmobius l) (y / (1 - y))).
have e0 : 0 < e by rewrite !mulr_gt0 ?exprn_gt0 ?subr_gt0 ?oppr_gt0 // divr_gt0.
exists e => // t /andP[xt ty]; have t1 := le_lt_trans ty y1; have t0 := lt_le_trans x0 xt.
have t1' : 0 < 1 - t by rewrite subr_gt0.
have oddst : 0 < t / (1 - t) by rewrite divr_gt0.
rewrite mobiusE // -mulrN /e ler_pmul ?exprn_ge0 ?subr_ge0 ?(ltW y1) //.
- by apply: mulr_ge0; [apply: exprn_ge0; apply: divr_ge0; apply: ltW|rewrite oppr_ge0 ltW].
- rewrite ler_pdivl_mulr // -[X in _ <= X]mulr1 ler_pmul ?exprn_ge0 ?subr_ge0 ?(ltW y1) ?(ltW t1) //.
    by rewrite ler_expn2r ?nnegrE ?subr_ge0 ?(ltW y1) ?(ltW t1) // ler_add2l ler_oppr opprK.
  by rewrite ger_addl oppr_le0 ltW.
- apply: le_trans (_ : (t / (1 - t) / (y / (1 - y))) ^+ k * - peval (pmobius l) (y / (1 - y)) <= _).
    rewrite ler_pmul2r ?oppr_gt0 //; apply: ler_expn2r; rewrite ?nnegrE.
    - by apply: divr_ge0; apply: ltW.
    - by apply: divr_ge0; apply: ltW.
    - by rewrite ler_pmul2r ?invr_gt0 // odds_le.
  by rewrite mulrN ler_oppr opprK one_change_below ?odds_le // ltW.
Qed.
End Unit.

(* descartes-count *)
Theorem descartes_count (R : rcfType) l (x y : R) : crosses l -> 0 < x -> x < y -> y < 1 ->
  peval l x < 0 -> 0 < peval l y ->
  exists2 r : R, x < r < y & forall d, 0 < d < 1 ->
    [/\ peval l d = 0 <-> d = r, (d < r -> peval l d < 0) & (r < d -> 0 < peval l d)].
Proof.
move=> cross x0 xy y1 lx ly.
have [|r /andP[xr ry] root_r] := @poly_ivt R (Poly (map (zr R) l)) x y (ltW xy).
  by rewrite -!peval_Poly !ltW.
have lr : peval l r = 0 by rewrite peval_Poly; apply/eqP.
have {}xr : x < r by rewrite lt_neqAle xr andbT; apply: contraTneq lx => ->; rewrite lr ltxx.
have {}ry : r < y by rewrite lt_neqAle ry andbT; apply: contraTneq ly => <-; rewrite lr ltxx.
have r0 := lt_trans x0 xr; have r1 := lt_trans ry y1.
exists r; rewrite ?xr // => d /andP[d0 d1].
have up : r < d -> 0 < peval l d by move=> h; apply: (crosses_up cross r0 h d1); rewrite lr.
have down : d < r -> peval l d < 0.
  by move=> h; rewrite ltNge; apply/negP => /(crosses_up cross d0 h r1); rewrite lr ltxx.
split=> //; split=> [ld|-> //]; case: (ltgtP d r) => // h.
  by have := down h; rewrite ld ltxx.
by have := up h; rewrite ld ltxx.
Qed.
