(* Integer polynomials in two variables, rows by the power of the first: substitution of linear forms with
   denominator 2, and signs on the triangle x, y >= 0, x + y <= 1 from coefficients of x^i y^j (1-x-y)^(m-i-j). *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Polynomial.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Implicit Types (b l : zpoly2).

(* 2^(size - 1) sum_i l_i (X/2)^i for polynomials l_i and X *)
Fixpoint horner2 (ls : seq zpoly2) (X : zpoly2) : zpoly2 :=
  if ls is l :: ls' then padd2 (pscale2 (Z.pow 2 (Z.of_nat (size ls'))) l) (pmul2 X (horner2 ls' X)) else [::].

(* sum_ij l_ij x^i y^j b^(m-i-j), the exponent 0 where it would be negative *)
Fixpoint spread_row b m (row : zpoly) : zpoly2 :=
  if row is c :: row' then padd2 (pscale2 c (ppow2 b m)) (map (cons Z0) (spread_row b m.-1 row')) else [::].
Fixpoint spread b m l : zpoly2 :=
  if l is row :: l' then padd2 (spread_row b m row) ([::] :: spread b m.-1 l') else [::].

Definition degree2 l : nat := foldr (fun (row : zpoly) d => maxn (size row).-1 d.+1) 0%N l.
(* positive on the triangle, the corners included *)
Definition positive_triangle l : bool :=
  let m := degree2 l in
  let form := spread [:: [:: Zpos xH; Zpos xH]; [:: Zpos xH]] m l in
  [&& peq2 l (spread [:: [:: Zpos xH; Zneg xH]; [:: Zneg xH]] m form), all nonneg form,
      Z.ltb 0 (nth Z0 (nth [::] form 0) 0), Z.ltb 0 (nth Z0 (nth [::] form 0) m)
    & Z.ltb 0 (nth Z0 (nth [::] form m) 0)].

(* no term of total degree below m; num / den is P / c up to a rest of order m + 1 *)
Fixpoint low m l : bool := if l is row :: l' then pzero (take m row) && low m.-1 l' else true.
Definition constant2 l : Z := nth Z0 (nth [::] l 0) 0.
Definition expansion_ok (num den : zpoly2) m (P : zpoly2) (c : Z) : bool :=
  [&& Z.ltb 0 c, Z.ltb 0 (constant2 den) & low m.+1 (padd2 (pscale2 c num) (pscale2 (Zneg xH) (pmul2 P den)))].

Lemma peval2_horner (K : fieldType) ls (X : zpoly2) (x y : K) : (2%:R : K) != 0 ->
  2%:R * peval2 (horner2 ls X) x y
  = 2%:R ^+ size ls * foldr (fun l acc => peval2 l x y + peval2 X x y / 2%:R * acc) 0 ls.
Proof.
move=> n2; elim: ls => [|l ls IH] /=; first by rewrite !mulr0.
rewrite peval2_add peval2_scale peval2_mul zrX zr2 mulrDr [X in _ + X]mulrCA IH exprS.
set f := foldr _ 0 ls; move: f (peval2 X x y) (peval2 l x y) (_ ^+ size ls) => f u v e.
by field; rewrite ?n2.
Qed.

Section Signs.
Variable R : realFieldType.
Implicit Types x y z : R.

Fixpoint row_value (z y : R) m (row : zpoly) : R :=
  if row is c :: row' then zr R c * z ^+ m + y * row_value z y m.-1 row' else 0.
Fixpoint form_value (z x y : R) m (l : zpoly2) : R :=
  if l is row :: l' then row_value z y m row + x * form_value z x y m.-1 l' else 0.

Lemma peval2_spread b m l x y : peval2 (spread b m l) x y = form_value (peval2 b x y) x y m l.
Proof.
have shifted (f : zpoly2) : peval2 (map (cons Z0) f) x y = y * peval2 f x y.
  by elim: f => [|r f IH] /=; rewrite ?mulr0 // IH zr0 add0r mulrDr mulrCA.
have rowE (row : zpoly) k : peval2 (spread_row b k row) x y = row_value (peval2 b x y) y k row.
  by elim: row k => [|c row IH] k //=; rewrite peval2_add peval2_scale peval2_pow shifted IH.
by elim: l m => [|row l IH] m //=; rewrite peval2_add rowE /= add0r IH.
Qed.

Lemma row_ge0 z y m (row : zpoly) : 0 <= z -> 0 <= y -> nonneg row -> 0 <= row_value z y m row.
Proof.
move=> z0 y0; elim: row m => [|c row IH] m //= /andP[/(zr_ge0 R) c0 /IH r0].
by rewrite addr_ge0 // mulr_ge0 // exprn_ge0.
Qed.

Lemma form_ge0 z x y m (l : zpoly2) : 0 <= z -> 0 <= x -> 0 <= y -> all nonneg l -> 0 <= form_value z x y m l.
Proof.
move=> z0 x0 y0; elim: l m => [|row l IH] m //= /andP[row0 /IH l0].
by rewrite addr_ge0 ?row_ge0 // mulr_ge0.
Qed.

Lemma row_ge z y m (row : zpoly) i : 0 <= z -> 0 <= y -> nonneg row ->
  y ^+ i * (zr R (nth Z0 row i) * z ^+ (m - i)) <= row_value z y m row.
Proof.
move=> z0 y0; elim: row m i => [|c row IH] m [|i] //=; rewrite ?zr0 ?mul0r ?mulr0 //.
  by move=> /andP[_ row0]; rewrite subn0 mul1r ler_addl mulr_ge0 ?row_ge0.
move=> /andP[/(zr_ge0 R) c0 row0]; apply: ler_paddl; first by rewrite mulr_ge0 ?exprn_ge0.
rewrite exprS -mulrA; apply: ler_wpmul2l => //; have -> : (m - i.+1 = m.-1 - i)%N by rewrite subnS -subn1 subnAC subn1.
exact: IH.
Qed.

Lemma form_ge z x y m (l : zpoly2) i : 0 <= z -> 0 <= x -> 0 <= y -> all nonneg l ->
  x ^+ i * row_value z y (m - i) (nth [::] l i) <= form_value z x y m l.
Proof.
move=> z0 x0 y0; elim: l m i => [|row l IH] m [|i] //=; rewrite ?mulr0 //.
  by move=> /andP[_ l0]; rewrite subn0 mul1r ler_addl mulr_ge0 ?form_ge0.
move=> /andP[row0 l0]; apply: ler_paddl; first exact: row_ge0.
rewrite exprS -mulrA; apply: ler_wpmul2l => //; have -> : (m - i.+1 = m.-1 - i)%N by rewrite subnS -subn1 subnAC subn1.
exact: IH.
Qed.

Fixpoint abs_sum2 l : R := if l is row :: l' then abs_sum R row + abs_sum2 l' else 0.
Lemma abs_sum2_ge0 l : 0 <= abs_sum2 l.
Proof. by elim: l => //= row l IH; rewrite addr_ge0 ?abs_sum_ge0. Qed.

Lemma row_low_bound (row : zpoly) m y t : pzero (take m row) -> 0 <= y -> y <= t -> t <= 1 ->
  `|peval row y| <= abs_sum R row * t ^+ m.
Proof.
move=> zero y0 yt t1; have t0 := le_trans y0 yt.
elim: row m zero => [|c row IH] [|m] /=; rewrite ?normr0 ?mul0r ?expr0 ?mulr1 //.
  by move=> _; apply: (peval_bound (c :: row)); rewrite y0 (le_trans yt).
case: c => //= zero; rewrite zr0 normr0 !add0r normrM ger0_norm // exprS mulrCA.
by apply: ler_pmul => //; apply: IH.
Qed.

Lemma low_bound l m x y : low m l -> 0 <= x -> 0 <= y -> x + y <= 1 ->
  `|peval2 l x y| <= abs_sum2 l * (x + y) ^+ m.
Proof.
move=> + x0 y0 xy; have t0 : 0 <= x + y by rewrite addr_ge0.
elim: l m => [|row l IH] m /=; first by rewrite normr0 mul0r.
case/andP=> row_low l_low; apply: le_trans (ler_norm_add _ _) _; rewrite mulrDl ler_add //.
  by apply: row_low_bound => //; rewrite ler_addr.
rewrite normrM ger0_norm //; case: m l_low {row_low} => [|m] /= /IH bound.
  rewrite -[abs_sum2 l * _]mul1r; apply: ler_pmul => //.
  by apply: le_trans xy; rewrite ler_addl.
by rewrite exprS mulrCA; apply: ler_pmul => //; rewrite ler_addl.
Qed.

Lemma low0 l : low 0 l.
Proof. by elim: l => //= row l ->; rewrite take0. Qed.

Theorem expansion_bound num den m P c : expansion_ok num den m P c ->
  exists h K : R, [/\ 0 < h, h <= 1 & forall x y, 0 <= x -> 0 <= y -> x + y <= h ->
    `|peval2 num x y / peval2 den x y - peval2 P x y / zr R c| <= K * (x + y) ^+ m.+1].
Proof.
case/and3P=> /(zr_gt0 R) c0 /(zr_gt0 R) d0; set rest := padd2 _ _ => rest_low.
set d := zr R _ in d0; pose r := padd2 den [:: [:: Z.opp (constant2 den)]].
have r_low : low 1 r.
  rewrite /r /constant2; case: (den) => [|[|a row] l] /=; rewrite ?low0 ?take0 ?andbT //.
  by rewrite Z.add_opp_diag_r.
have denE x y : peval2 den x y = d + peval2 r x y.
  rewrite /r peval2_add /= !mulr0 !addr0 Z.opp_eq_mul_m1 zrM zrN1 mulrN1 -/d.
  by rewrite addrCA subrr addr0.
pose S := abs_sum2 r; have S0 : 0 <= S := abs_sum2_ge0 r.
pose h := d / (2%:R * (S + d)).
have Sd : 0 < 2%:R * (S + d) by rewrite mulr_gt0 ?ltr0n // ltr_paddl.
have h1 : h <= 1.
  rewrite ler_pdivr_mulr // mul1r mulrDr (le_trans _ (_ : 2%:R * d <= _)) //; last by rewrite ler_addr mulr_ge0 ?ler0n.
  by rewrite ler_pmull // ler1n.
exists h, (abs_sum2 rest / (zr R c * (d / 2%:R))); split=> // [|x y x0 y0 xy]; first by rewrite divr_gt0.
have xy1 := le_trans xy h1; have t0 : 0 <= x + y by rewrite addr_ge0.
have half : d / 2%:R <= peval2 den x y.
  have small : `|peval2 r x y| <= d / 2%:R.
    apply: le_trans (low_bound r_low x0 y0 xy1) _; rewrite expr1.
    apply: (@le_trans _ _ (S * h)); first by rewrite ler_wpmul2l.
    rewrite /h mulrA ler_pdivr_mulr // mulrA divfK ?pnatr_eq0 // mulrC ler_pmul2l // ler_addl ltW //.
  by move: small; rewrite ler_norml denE => /andP[lo _]; rewrite {2}[d]splitr -addrA ler_addl -ler_subl_addl sub0r.
have den0 : 0 < peval2 den x y by apply: lt_le_trans half; rewrite divr_gt0 ?ltr0n.
have -> : peval2 num x y / peval2 den x y - peval2 P x y / zr R c
    = peval2 rest x y / (zr R c * peval2 den x y).
  rewrite /rest peval2_add !peval2_scale peval2_mul zrN1.
  move: (peval2 num x y) (peval2 den x y) den0 (peval2 P x y) (zr R c) c0 => a b b0 e k k0.
  by field; rewrite !lt0r_neq0.
rewrite normrM normfV [`|zr R c * _|]gtr0_norm ?mulr_gt0 // mulrAC.
have cden : 0 < zr R c * peval2 den x y by rewrite mulr_gt0.
apply: ler_pmul; rewrite ?invr_ge0 ?(ltW cden) ?normr_ge0 //; first exact: low_bound.
by rewrite lef_pinv ?ler_pmul2l // posrE mulr_gt0 // divr_gt0 ?ltr0n.
Qed.

Theorem positive_triangle_gt0 l x y : positive_triangle l -> 0 <= x -> 0 <= y -> x + y <= 1 -> 0 < peval2 l x y.
Proof.
rewrite /positive_triangle; set m := degree2 l; set form := spread _ m l.
case/and5P=> /peq2P-> form0 /(zr_gt0 R) at_z /(zr_gt0 R) at_y /(zr_gt0 R) at_x x0 y0 xy.
rewrite peval2_spread; set z := peval2 _ x y.
have zE : z = 1 - x - y by rewrite /z /= /zr /= !mulr0 !addr0 !rmorphN1 !mulrN1 addrAC.
have z0 : 0 <= z by rewrite zE -addrA -opprD subr_ge0.
have nth0 i : nonneg (nth [::] form i).
  by have [small|big] := ltnP i (size form); [exact: (all_nthP [::] form0)|rewrite nth_default].
have [xp|] := ltrP 0 x.
  apply: lt_le_trans (form_ge m m z0 x0 y0 form0); rewrite mulr_gt0 ?exprn_gt0 // subnn.
  by apply: lt_le_trans (row_ge 0 0 z0 y0 (nth0 m)); rewrite expr0 mul1r subnn expr0 mulr1.
move=> x_le; have {x_le} xz : x = 0 by apply/eqP; rewrite eq_le x_le.
have row0 := form_ge m 0 z0 x0 y0 form0; rewrite expr0 mul1r subn0 in row0; apply: lt_le_trans row0.
have [yp|] := ltrP 0 y.
  by apply: lt_le_trans (row_ge m m z0 y0 (nth0 0%N)); rewrite subnn expr0 mulr1 mulr_gt0 ?exprn_gt0.
move=> y_le; have {y_le} yz : y = 0 by apply/eqP; rewrite eq_le y_le.
apply: lt_le_trans (row_ge m 0 z0 y0 (nth0 0%N)).
by rewrite expr0 mul1r subn0 zE xz yz !subr0 expr1n mulr1.
Qed.
End Signs.
