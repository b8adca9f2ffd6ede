(* A map of the unit interval that is a fraction on/od of integer polynomials there: what the checker decides about it.
   leading-term: order and coefficient at 0; the constant of the rest; threshold-root: the threshold below a bound;
   bounds by fractions; the yield.  Nothing here is about codes. *)
From Coq Require Import ZArith Lia.
From mathcomp Require Import all_ssreflect all_algebra.
From mathcomp.zify Require Import ssrZ.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Polynomial Iteration.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Notation quotient := (Z * Z)%type.
Notation power := (nat * nat)%type.

(* --- the checks --- *)
(* l(1 - x), and l(b x) up to a positive factor *)
Definition reflect l := phomogeneous l [:: Zpos xH; Zneg xH] [:: Zpos xH].
Definition stretch (b : quotient) l := phomogeneous l [:: Z0; b.1] [:: b.2].
Definition one_whole : quotient := (Zpos xH, Zpos xH).
Definition one_half : quotient := (Zpos xH, Zpos (xO xH)).
(* positive on [0, 1], by halves if need be *)
Definition positive_unit l :=
  positive_closed l || positive_to one_half l && positive_to one_half (reflect l).

Definition order_ok on od k (cf : quotient) : bool :=
  [&& pzero (take k on), Z.ltb 0 cf.2 & Z.eqb (Z.mul (nth Z0 on k) cf.2) (Z.mul cf.1 (nth Z0 od 0))].

(* c_2 on - c_1 d^k od = d^(k+1) E(d), and K_1 c_2 od + K_2 E and K_1 c_2 od - K_2 E are positive on [0, h] *)
Definition rest_ok on od k (cf K h : quotient) : bool :=
  let rest := padd (pscale cf.2 on) (popp (pscale cf.1 (nseq k Z0 ++ od))) in
  let E := pscale K.2 (drop k.+1 rest) in
  let M := pscale (Z.mul K.1 cf.2) od in
  [&& Z.ltb 0 cf.2, Z.ltb 0 K.2, Z.ltb 0 h.1, Z.leb h.1 h.2 & pzero (take k.+1 rest)] &&
  positive_to h (padd M E) && positive_to h (padd M (popp E)).

Definition below_ok on od (b : quotient) (P Q : zpoly) (low high : quotient) : bool :=
  let flip := Z.ltb 0 (zeval P low.1 low.2) in
  let P' := if flip then popp P else P in
  let Q' := if flip then Q else popp Q in
  [&& Z.ltb 0 b.1, Z.ltb 0 b.2, Z.leb b.1 b.2, Z.ltb 0 low.1, Z.ltb 0 low.2 & Z.ltb 0 high.2] &&
  [&& Z.ltb (Z.mul high.1 b.2) (Z.mul b.1 high.2), Z.ltb (Z.mul low.1 high.2) (Z.mul high.1 low.2),
      Z.ltb (zeval P' low.1 low.2) 0 & Z.ltb 0 (zeval P' high.1 high.2)] &&
  [&& crosses (stretch b P'), positive (stretch b Q'), positive (stretch b on),
      positive (stretch b (padd (pscale b.1 od) (popp (pscale b.2 on))))
    & peq (padd (popp (Z0 :: od)) on) (pmul P' Q')].

(* u <= on/od, or on/od <= u, strictly inside (0, r), for u = un/ud *)
Definition bound_ok on od (r : quotient) (above : bool) (un ud : zpoly) : bool :=
  let gap := padd (pmul on ud) (popp (pmul un od)) in
  [&& Z.ltb 0 r.1, Z.ltb 0 r.2, Z.leb r.1 r.2, positive (stretch r ud)
    & positive (stretch r (if above then popp gap else gap))].

(* the yield: the inputs are n / (many sn(0)/sd(0)), and what is gained is d^k *)
Definition gain_ok (n : nat) (many : Z) sn sd on od k (N : quotient) (low high : power) : bool :=
  let power x m := Z.pow x (Z.of_nat m) in
  [&& Z.ltb 0 N.2, Z.ltb N.2 N.1,
      Z.eqb (Z.mul (Z.mul many (nth Z0 sn 0)) N.1) (Z.mul (Z.mul (Z.of_nat n) N.2) (nth Z0 sd 0)),
      Z.ltb 0 (nth Z0 on k), order_ok on od k (nth Z0 on k, nth Z0 od 0),
      Z.ltb (power N.1 low.1) (Z.mul (power (Z.of_nat k) low.2) (power N.2 low.1))
    & Z.ltb (Z.mul (power (Z.of_nat k) high.2) (power N.2 high.1)) (power N.1 high.1)].

(* e P = r_2 (c_2 x - c_1)^2 - c_2^2 r_1, which has the roots c + sqrt r and c - sqrt r *)
Definition square_root_ok P (e : Z) (c r : quotient) : bool :=
  let l := padd (popp [:: c.1]) [:: Z0; c.2] in
  [&& Z.ltb 0 c.2, Z.ltb 0 r.2
    & peq (pscale e P) (padd (pscale r.2 (pmul l l)) (popp (pscale (Z.mul c.2 c.2) [:: r.1])))].

(* --- what they mean --- *)
Lemma leading_term_identity (K : comRingType) (x a b d t e : K) :
  x * (a * b + d * t) - a * x * (b + d * e) = x * d * (t - a * e).
Proof. by ring. Qed.

Section Stretch.
Variable R : realFieldType.
Definition quotient_of (a : quotient) : R := zr R a.1 / zr R a.2.

(* t is the root of P between 0 and b, and there is no other there *)
Definition only_root (P : zpoly) (b t : R) : Prop := forall d, 0 < d < b -> (peval P d = 0 <-> d = t).

Lemma quotient_of_1 : quotient_of one_whole = 1. Proof. by rewrite /quotient_of zr1 divr1. Qed.

Lemma peval_at0 l : peval l (0 : R) = zr R (nth Z0 l 0).
Proof. by case: l => [|x l] //=; rewrite mul0r addr0. Qed.

Lemma peval_reflect l (x : R) : peval (reflect l) x = peval l (1 - x).
Proof.
have one : peval [:: Zpos xH] x = 1 by rewrite /= mulr0 addr0.
have := @peval_homogeneous R l [:: Zpos xH; Zneg xH] [:: Zpos xH] x.
by rewrite one oner_neq0 expr1n divr1 !mul1r => /(_ isT) ->; rewrite /= mulr0 addr0 zr1 zrN1 mulrN1.
Qed.

Lemma positive_unit_gt0 l (x : R) : positive_unit l -> 0 <= x <= 1 -> 0 < peval l x.
Proof.
case/orP=> [pos|/andP[low high]]; first exact: bernstein_sign_closed.
case/andP=> x0 x1; have [x_small|x_big] := lerP x 2%:R^-1.
  by apply: (positive_to_gt0 low); rewrite // x0 /= zr1 zr2 mul1r.
rewrite -[x](subKr 1) -peval_reflect; apply: (positive_to_gt0 high) => //=.
rewrite zr1 zr2 mul1r subr_ge0 x1 /= ler_subl_addl -ler_subl_addr (le_trans _ (ltW x_big)) //.
by rewrite {1}(splitr 1) mul1r addrK.
Qed.

Variable b : quotient.
Hypothesis b1 : Z.ltb 0 b.1.
Hypothesis b2 : Z.ltb 0 b.2.
Let b1' := zr_gt0 R b1.
Let b2' := zr_gt0 R b2.

Lemma bound_gt0 : 0 < quotient_of b. Proof. exact: divr_gt0. Qed.

Lemma stretch_factor l : exists2 c : R, 0 < c &
  forall x, peval l x = c * peval (stretch b l) (x / quotient_of b).
Proof.
exists (zr R b.2 / zr R b.2 ^+ size l); first by rewrite divr_gt0 ?exprn_gt0.
move=> x; set y := x / _.
have b_eval : peval [:: b.2] y = zr R b.2 by rewrite /= mulr0 addr0.
have := @peval_homogeneous R l [:: Z0; b.1] [:: b.2] y.
rewrite b_eval (lt0r_neq0 b2') => /(_ isT).
have -> : peval [:: Z0; b.1] y / zr R b.2 = x.
  rewrite /= mulr0 addr0 zr0 add0r /y /quotient_of invf_div mulrA.
  by rewrite divfK ?lt0r_neq0 // mulfK ?lt0r_neq0.
by rewrite mulrAC => ->; rewrite mulrC mulKf // expf_neq0 // lt0r_neq0.
Qed.

Lemma inside_stretch x : 0 < x < quotient_of b -> 0 < x / quotient_of b < 1.
Proof. by case/andP=> x0 xb; rewrite divr_gt0 ?bound_gt0 //= ltr_pdivr_mulr ?bound_gt0 // mul1r. Qed.

Lemma stretch_gt0 l x : positive (stretch b l) -> 0 < x < quotient_of b -> 0 < peval l x.
Proof.
move=> pos x_in; have [c c0 ->] := stretch_factor l.
by rewrite mulr_gt0 ?bernstein_sign ?inside_stretch.
Qed.
End Stretch.

Section Fraction.
Variables (R : rcfType) (on od : zpoly) (f : R -> R).
Hypothesis od_gt0 : forall d : R, 0 <= d <= 1 -> 0 < peval od d.
Hypothesis fE : forall d : R, 0 <= d <= 1 -> f d = peval on d / peval od d.
Notation quotient_of := (quotient_of R).

Theorem order_sound k cf : order_ok on od k cf -> leading_term f k (quotient_of cf).
Proof.
case: cf => cn cd; case/and3P=> /= low0 cd_pos /Z.eqb_eq top.
rewrite /quotient_of /=; set a := zr R cn / zr R cd.
have od0 : 0 < peval od (0 : R) by rewrite od_gt0 // lexx ler01.
have [e odE] : exists e, forall x : R, peval od x = peval od (0 : R) + x * peval e x.
  by case: (od) => [|c0 e]; [exists [::] => x; rewrite /= mulr0 addr0|exists e => x; rewrite /= mul0r addr0].
have [t onE] : exists t, forall x : R, peval on x = x ^+ k * (a * peval od (0 : R) + x * peval t x).
  exists (drop k.+1 on) => x.
  have -> : a * peval od (0 : R) = zr R (nth Z0 on k).
    have cd0 : zr R cd != 0 by rewrite gt_eqF ?zr_gt0.
    apply: (mulIf cd0); rewrite -zrM top zrM /a mulrAC divfK //.
    by case: (od) => [|c0 e'] /=; rewrite ?mul0r ?addr0.
  move: low0; elim: k {top} (on) => [|k IH] [|c0 l] //=.
  - by rewrite zr0 !mulr0 addr0 mulr0.
  - by rewrite expr0 mul1r drop0.
  - by rewrite zr0 !mulr0 addr0 mulr0.
  - by case: c0 => //= l0; rewrite IH // zr0 add0r exprS mulrA.
set d0 := peval od (0 : R) in od0 odE onE.
pose Se := abs_sum R e; pose St := abs_sum R t.
have Se0 : 0 <= Se := abs_sum_ge0 R e; have St0 : 0 <= St := abs_sum_ge0 R t.
pose h := d0 / (2%:R * (Se + d0)).
have den0 : 0 < 2%:R * (Se + d0) by rewrite mulr_gt0 ?ltr0n // ltr_paddl.
exists h, (2%:R * (St + `|a| * Se) / d0); split; first by rewrite divr_gt0.
move=> d /andP[d_ge0 d_le].
have h1 : h <= 1.
  rewrite ler_pdivr_mulr // mul1r mulrDr (le_trans _ (_ : 2%:R * d0 <= _)) //; last by rewrite ler_addr mulr_ge0 ?ler0n.
  by rewrite ler_pmull // ler1n.
have d01 : 0 <= d <= 1 by rewrite d_ge0 (le_trans d_le).
rewrite fE //.
have od_d := od_gt0 d01; have od_neq := lt0r_neq0 od_d.
have -> : peval on d / peval od d - a * d ^+ k = d ^+ k.+1 * ((peval t d - a * peval e d) / peval od d).
  apply: (mulIf od_neq); rewrite onE mulrBl divfK // [in RHS]mulrA divfK // odE exprSr.
  exact: leading_term_identity.
rewrite normrM [X in X * _]ger0_norm ?exprn_ge0 // [X in X <= _]mulrC; apply: ler_wpmul2r; first by rewrite exprn_ge0.
have half_od : d0 / 2%:R <= peval od d.
  have small : `|d * peval e d| <= d0 / 2%:R.
    rewrite normrM ger0_norm //; apply: (@le_trans _ _ (h * Se)).
      by apply: ler_pmul => //; apply: peval_bound.
    by rewrite /h mulrAC ler_pdivr_mulr // mulrA divfK ?pnatr_eq0 // ler_pmul2l // ler_addl ltW.
  move: small; rewrite ler_norml => /andP[low _].
  by rewrite odE {2}[d0]splitr -addrA ler_addl -ler_subl_addl sub0r.
have -> : 2%:R * (St + `|a| * Se) / d0 = (St + `|a| * Se) / (d0 / 2%:R).
  by rewrite invfM invrK [2%:R * _]mulrC -mulrA [2%:R * _]mulrC.
rewrite normf_div [`|peval od d|]gtr0_norm //; apply: ler_pmul => //.
- by rewrite invr_ge0 ltW.
- apply: le_trans (ler_norm_sub _ _) _; rewrite ler_add ?peval_bound // normrM.
  by apply: ler_pmul => //; apply: peval_bound.
- by rewrite lef_pinv // posrE divr_gt0 ?ltr0n.
Qed.

Theorem rest_sound k cf K h : rest_ok on od k cf K h -> remainder f k (quotient_of cf) (quotient_of K) (quotient_of h).
Proof.
rewrite /rest_ok; set rest := padd _ _; set E := drop _ _.
case/andP=> /andP[/and5P[cf0 K0 h0 h_le1 low0] above] below d d_in.
have h20 : Z.ltb 0 h.2 by apply/Z.ltb_lt; move/Z.ltb_lt: h0; move/Z.leb_le: h_le1; lia.
have c2 := zr_gt0 R cf0; have k2 := zr_gt0 R K0.
have d0 : 0 <= d by case/andP: d_in.
have d01 : 0 <= d <= 1.
  case/andP: d_in => -> /le_trans; apply; rewrite ler_pdivr_mulr ?zr_gt0 // mul1r.
  move: h_le1; rewrite -subr_ge0 -mulN1r -zrN1 -zrM -zrD => /Z.leb_le le12; apply: zr_ge0.
  by apply/Z.leb_le; lia.
have od0 := od_gt0 d01; rewrite fE //.
have eqE : zr R cf.2 * peval on d - zr R cf.1 * (d ^+ k * peval od d) = d ^+ k.+1 * peval E d.
  by rewrite peval_drop // peval_add peval_scale peval_opp peval_scale peval_nseq0.
have -> : peval on d / peval od d - quotient_of cf * d ^+ k = d ^+ k.+1 * (peval E d / (zr R cf.2 * peval od d)).
  rewrite mulrA -eqE /quotient_of; move: (peval on d) (peval od d) (zr R cf.1) (zr R cf.2) (d ^+ k) od0 c2.
  by move=> a b c1 c2' e b0 c0; field; rewrite !lt0r_neq0.
rewrite normrM ger0_norm ?exprn_ge0 // [X in _ <= X]mulrC; apply: ler_wpmul2l; first by rewrite exprn_ge0.
have cod : 0 < zr R cf.2 * peval od d by rewrite mulr_gt0.
rewrite normrM [`|_^-1|]gtr0_norm ?invr_gt0 // ler_pdivr_mulr // /quotient_of mulrAC ler_pdivl_mulr //.
have := positive_to_gt0 above h0 h20 d_in; have := positive_to_gt0 below h0 h20 d_in.
rewrite !peval_add peval_opp !peval_scale zrM -mulrA subr_gt0 => hi lo.
have main : `|zr R K.2 * peval E d| <= zr R K.1 * (zr R cf.2 * peval od d).
  by rewrite ler_norml (ltW hi) andbT -subr_ge0 opprK addrC ltW.
by move: main; rewrite normrM [`|zr R K.2|]gtr0_norm // [X in X <= _ -> _]mulrC.
Qed.

Lemma quotient_lt (a c : quotient) : Z.ltb 0 a.2 -> Z.ltb 0 c.2 ->
  Z.ltb (Z.mul a.1 c.2) (Z.mul c.1 a.2) -> quotient_of a < quotient_of c.
Proof.
move=> /(zr_gt0 R) a0 /(zr_gt0 R) c0 /(zr_ltE R); rewrite !zrM /quotient_of => h.
by rewrite ltr_pdivr_mulr // mulrAC ltr_pdivl_mulr.
Qed.

Lemma quotient_le1 (a : quotient) : Z.ltb 0 a.2 -> Z.leb a.1 a.2 -> quotient_of a <= 1.
Proof.
move=> /(zr_gt0 R) a0 /Z.leb_le le12; rewrite /quotient_of ler_pdivr_mulr // mul1r.
rewrite -subr_ge0 -mulN1r -zrN1 -zrM -zrD; apply: zr_ge0.
by apply/Z.leb_le; lia.
Qed.

(* the threshold, and that it is the only root of P below the bound *)
Theorem below_sound b P Q low high : below_ok on od b P Q low high ->
  exists t, [/\ quotient_of low < t < quotient_of high, threshold_below f (quotient_of b) t
    & only_root P (quotient_of b) t].
Proof.
rewrite /below_ok; set P' := if _ then popp P else P; set Q' := if _ then _ else _.
case/andP=> /andP[/and5P[b1 b2 b12 low1 /andP[low2 high2]] /and4P[high_b low_high lo_neg hi_pos]].
case/and5P=> cross Q_pos on_pos below_b /peqP gain.
set B := quotient_of b; set lo := quotient_of low; set hi := quotient_of high.
have B0 : 0 < B := bound_gt0 R b1 b2; have B1 : B <= 1 by apply: quotient_le1.
have lo0 : 0 < lo by rewrite divr_gt0 ?zr_gt0.
have lt_lohi : lo < hi by apply: quotient_lt.
have hiB : hi < B by apply: quotient_lt.
have unit_of (d : R) : 0 < d -> d < B -> 0 <= d <= 1 by move=> d0 dB; rewrite (ltW d0) (le_trans (ltW dB)).
have Plo : peval P' lo < 0.
  have z := zr_gt0 R low2.
  rewrite -(pmulr_rlt0 _ (exprn_gt0 (size P') z)) -zeval_eval ?gt_eqF // pmulr_rlt0 //.
  exact: zr_lt0.
have Phi : 0 < peval P' hi.
  have z := zr_gt0 R high2.
  rewrite -(pmulr_rgt0 _ (exprn_gt0 (size P') z)) -zeval_eval ?gt_eqF // pmulr_rgt0 //.
  exact: zr_gt0.
have [cP cP0 PE] := stretch_factor R b1 b2 P'; have [cQ cQ0 QE] := stretch_factor R b1 b2 Q'.
have /andP[lo0' _] : 0 < lo / B < 1 by apply: inside_stretch => //; rewrite lo0 (lt_trans lt_lohi).
have /andP[_ hi1'] : 0 < hi / B < 1 by apply: inside_stretch => //; rewrite hiB (lt_trans lo0).
have lt_lohi' : lo / B < hi / B by rewrite ltr_pmul2r ?invr_gt0.
have Plo' : peval (stretch b P') (lo / B) < 0 by move: Plo; rewrite PE pmulr_rlt0.
have Phi' : 0 < peval (stretch b P') (hi / B) by move: Phi; rewrite PE pmulr_rgt0.
have [r /andP[lo_r r_hi] root'] := descartes_count cross lo0' lt_lohi' hi1' Plo' Phi'.
pose t := r * B; have tE : t / B = r by rewrite mulfK ?lt0r_neq0.
have lo_t : lo < t by rewrite -ltr_pdivr_mulr.
have t_hi : t < hi by rewrite -ltr_pdivl_mulr.
have t0 : 0 < t := lt_trans lo0 lo_t; have tB : t < B := lt_trans t_hi hiB.
have root d : 0 < d < B -> [/\ peval P' d = 0 <-> d = t, (d < t -> peval P' d < 0) & (t < d -> 0 < peval P' d)].
  move=> d_in; have [zero neg pos] := root' _ (inside_stretch b1 b2 d_in); split.
  - split=> [/eqP|->]; rewrite PE ?mulf_eq0 ?(gt_eqF cP0) /=.
      by move=> /eqP/zero e; rewrite /t -e divfK ?lt0r_neq0.
    have r_in : 0 < r < 1 by rewrite (lt_trans lo0' lo_r) (lt_trans r_hi hi1').
    by have [zero_t _ _] := root' r r_in; rewrite -/B tE zero_t.2 ?mulr0.
  - by move=> dt; rewrite PE pmulr_rlt0 // neg // ltr_pdivr_mulr.
  - by move=> td; rewrite PE pmulr_rgt0 // pos // ltr_pdivl_mulr.
have fdE d : 0 < d -> d < B -> f d - d = peval P' d * peval Q' d / peval od d.
  move=> d0 dB; have od0 := od_gt0 (unit_of d d0 dB).
  rewrite fE ?unit_of // -peval_mul -gain peval_add peval_opp /=.
  by rewrite zr0 add0r mulrDl mulNr mulfK ?gt_eqF // addrC.
have f_pos d : 0 < d -> d < B -> 0 < f d.
  move=> d0 dB; rewrite fE ?unit_of // divr_gt0 ?od_gt0 ?unit_of //.
  by rewrite (stretch_gt0 b1 b2) ?d0.
have Q_gt0 d : 0 < d -> d < B -> 0 < peval Q' d by move=> d0 dB; rewrite (stretch_gt0 b1 b2) ?d0.
have improves d : 0 < d < t -> 0 < f d < d.
  move=> /andP[d0 dt]; have dB := lt_trans dt tB; rewrite f_pos //=.
  rewrite -subr_lt0 fdE // pmulr_llt0 ?invr_gt0 ?od_gt0 ?unit_of //.
  rewrite pmulr_llt0 ?Q_gt0 //.
  by have [|_ h _] := root d; rewrite ?d0 // h.
have worsens d : t < d < B -> d < f d.
  move=> /andP[td dB]; have d0 := lt_trans t0 td.
  rewrite -subr_gt0 fdE // divr_gt0 ?od_gt0 ?unit_of //; apply: mulr_gt0; last exact: Q_gt0.
  by have [|_ _ h] := root d; rewrite ?d0 // h.
have f_ltB d : 0 < d -> d < B -> f d < B.
  move=> d0 dB; have od0 := od_gt0 (unit_of d d0 dB).
  have := stretch_gt0 b1 b2 below_b (introT andP (conj d0 dB)).
  rewrite peval_add peval_opp !peval_scale subr_gt0 => h.
  by rewrite fE ?unit_of // ltr_pdivr_mulr // /B /quotient_of mulrAC ltr_pdivl_mulr ?zr_gt0 // [X in X < _]mulrC.
have ft : f t = t.
  have [|zero _ _] := root t; first by rewrite t0.
  by apply/eqP; rewrite -subr_eq0 fdE // zero.2 // !mul0r.
have stays d m : t <= d < B -> t <= iter m f d < B.
  move=> d_in; elim: m => [|m /andP[x_ge xB]] //.
  have x0 := lt_le_trans t0 x_ge; rewrite iterS f_ltB // andbT.
  move: x_ge; rewrite le_eqVlt => /predU1P[<-|tx]; first by rewrite ft.
  by rewrite (ltW (lt_trans tx _)) // worsens ?tx.
exists t; split; first by rewrite lo_t.
  split=> [|//|//|archi|d d_in m]; last 1 first.
  - by have /andP[] := stays d m d_in.
  - by split; first by rewrite t0.
  apply: iterate_converges => // x y x0 xy yt.
  have y0 := lt_le_trans x0 xy; have yB := lt_trans yt tB.
  have Py : peval P' y < 0 by have [|_ h _] := root y; rewrite ?y0 // h.
  have xy' : x / B <= y / B by rewrite ler_pmul2r ?invr_gt0.
  have x0' : 0 < x / B by rewrite divr_gt0.
  have y1' : y / B < 1 by rewrite ltr_pdivr_mulr ?mul1r.
  have Py' : peval (stretch b P') (y / B) < 0 by move: Py; rewrite PE pmulr_rlt0.
  have [e1 e1_pos bound1] := crosses_bound cross x0' xy' y1' Py'.
  have [e2 e2_pos bound2] := positive_bound Q_pos x0' xy' y1'.
  pose M := abs_sum R od + 1.
  have M0 : 0 < M by rewrite /M ltr_paddl ?abs_sum_ge0 ?ltr01.
  exists (cP * e1 * (cQ * e2) / M); first by rewrite divr_gt0 ?mulr_gt0.
  move=> d xdy; have /andP[xd dy] := xdy; have d0 := lt_le_trans x0 xd; have dB := le_lt_trans dy yB.
  have xdy' : x / B <= d / B <= y / B by rewrite !ler_pmul2r ?invr_gt0.
  have od0 := od_gt0 (unit_of d d0 dB).
  rewrite -opprB fdE // -mulNr -mulNr PE QE -mulrN.
  apply: ler_pmul; rewrite ?invr_ge0 ?mulr_ge0 ?(ltW e1_pos) ?(ltW e2_pos) ?(ltW M0) ?(ltW cP0) ?(ltW cQ0) //.
    apply: ler_pmul; rewrite ?mulr_ge0 ?(ltW e1_pos) ?(ltW e2_pos) ?(ltW cP0) ?(ltW cQ0) ?ler_pmul2l //.
      exact: bound1.
    exact: bound2.
  rewrite lef_pinv ?posrE //; apply: le_trans (ler_norm _) _.
  by apply: le_trans (peval_bound od (unit_of d d0 dB)) _; rewrite /M ler_addl ler01.
move=> d d_in; have [zero _ _] := root d d_in; rewrite -zero /P'.
by case: ifP => // _; rewrite peval_opp; split=> [->|/eqP]; rewrite ?oppr0 // oppr_eq0 => /eqP.
Qed.

(* the yield, for a success probability that is many sn/sd at 0 *)
Theorem gain_sound n many sn sd k N low high (s : R -> R) : gain_ok n many sn sd on od k N low high ->
  peval sd (0 : R) != 0 -> s 0 = zr R many * (peval sn 0 / peval sd 0) -> yield n s f k (quotient_of N) low high.
Proof.
case/and5P=> N2 N12 /Z.eqb_eq inputs onk /and3P[lead lo hi] sd0 s0.
have n2 := zr_gt0 R N2; split.
- by rewrite /quotient_of ltr_pdivl_mulr // mul1r zr_ltE.
- move: sd0 (congr1 (zr R) inputs); rewrite s0 !peval_at0 /quotient_of !zrM zr_nat.
  move: (zr R _) (zr R _) (zr R _) (zr R _) (zr R _) n2 => a b c' d e n2 b0 h.
  by apply: (mulIf b0); apply: (mulIf (lt0r_neq0 n2)); field: h; rewrite b0 lt0r_neq0.
- exists (quotient_of (nth Z0 on k, nth Z0 od 0)); last exact: order_sound lead.
  have := od_gt0 (introT andP (conj (lexx 0) ler01)).
  by rewrite peval_at0 => od0; rewrite divr_gt0 //= zr_gt0.
- move: lo => /(zr_ltE R); rewrite zrM !zrX zr_nat /quotient_of expr_div_n.
  by rewrite ltr_pdivr_mulr ?exprn_gt0.
- move: hi => /(zr_ltE R); rewrite zrM !zrX zr_nat /quotient_of expr_div_n.
  by rewrite ltr_pdivl_mulr ?exprn_gt0.
Qed.

(* a bound by a fraction *)
Theorem bound_sound r above un ud : bound_ok on od r above un ud -> forall d, 0 < d < quotient_of r ->
  0 < peval ud d /\ (if above then f d < peval un d / peval ud d else peval un d / peval ud d < f d).
Proof.
case/and5P=> r1 r2 r12 ud_pos gap d d_in; have ud0 := stretch_gt0 r1 r2 ud_pos d_in; split=> //.
have d01 : 0 <= d <= 1.
  by case/andP: d_in => d0 dr; rewrite (ltW d0) (le_trans (ltW dr)) // quotient_le1.
have od0 := od_gt0 d01; have := stretch_gt0 r1 r2 gap d_in; rewrite fE //.
case: above {gap}; rewrite ?peval_opp peval_add peval_opp !peval_mul ?opprB subr_gt0 => h.
  by rewrite ltr_pdivr_mulr // mulrAC ltr_pdivl_mulr.
by rewrite ltr_pdivr_mulr // mulrAC ltr_pdivl_mulr.
Qed.

(* P is a multiple of (x - c)^2 - r *)
Theorem square_root_sound (t : R) P e c r minus : square_root_ok P e c r -> peval P t = 0 ->
  (if minus then t <= quotient_of c else quotient_of c <= t) ->
  t = if minus then quotient_of c - Num.sqrt (quotient_of r) else quotient_of c + Num.sqrt (quotient_of r).
Proof.
case/and3P=> /(zr_gt0 R) c2 /(zr_gt0 R) r2 /(peqP t) eP P0 side.
have sq : (t - quotient_of c) ^+ 2 = quotient_of r.
  move: eP; rewrite peval_scale P0 mulr0 peval_add peval_scale peval_mul !peval_add !peval_opp peval_scale zrM.
  rewrite /quotient_of /= !mulr0 !addr0 zr0 add0r.
  move: (zr R c.1) (zr R c.2) (zr R r.1) (zr R r.2) c2 r2 => c1 d r1 s d0 s0 e'.
  have d0' := lt0r_neq0 d0; have s0' := lt0r_neq0 s0.
  apply: (mulIf (_ : d * d * s != 0)); first by rewrite !mulf_neq0.
  apply/eqP; rewrite -subr_eq0; apply/eqP; rewrite [RHS]e'; field.
  by rewrite d0' s0'.
have -> : Num.sqrt (quotient_of r) = `|t - quotient_of c| by rewrite -sq sqrtr_sqr.
case: minus side => side; first by rewrite ler0_norm ?subr_le0 // opprB subKr.
by rewrite ger0_norm ?subr_ge0 // addrC subrK.
Qed.
End Fraction.
