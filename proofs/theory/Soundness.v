(* check s c = true implies what the statement s means, for every statement and every certificate.
   uniform-map: V^* rho(delta)^(x)n V = p_succ rho(delta_out) with the stated rational functions (eq. (5.7) to (5.9));
   leading-term: the order and coefficient of the output (eq. (5.10)); threshold-root: the threshold (eq. (5.11)). *)
From Coq Require Import ZArith.
From mathcomp Require Import all_ssreflect all_algebra complex.
From mathcomp.zify Require Import ssrZ.
From mathcomp.algebra_tactics Require Import ring.
From Stillproof Require Import Definitions Tensor Displacement Projector Decoder Enumerator Clifford.
From Stillproof Require Import Polynomial Triangle Listing Branching Strange Product Norell RationalMap Check.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.
Local Open Scope complex_scope.

Section Code.
Variables (c : code) (z : certificate).
Hypothesis ok : code_ok c z.
Notation n := (sites c).
Notation vec := (vec 1 n).
Notation gens := (gens_of c).
Notation lx := (lx_of c).
Notation lz := (lz_of c).
Definition ds := map vec (map word_of (destabilizers z)).

Lemma phase_vec v : vector_ok c v -> phase_of n v = vec (word_of v).
Proof.
case/andP=> /eqP same _; apply/ffunP => k; rewrite !ffunE /word_of.
by rewrite /origin nth_zip.
Qed.

Lemma vector_word v : vector_ok c v -> word_ok 1 n (word_of v). Proof. by case/andP. Qed.

Lemma vectors_ok : [/\ vector_ok c (logical_x c), vector_ok c (logical_z c), all (vector_ok c) (stabilizers c)
  & all (vector_ok c) (destabilizers z)].
Proof. by case/and5P: ok => _ /= /and3P[? ? ?] ? _ _. Qed.

Lemma words_ok : all (word_ok 1 n) (words c).
Proof.
have [_ _ oks _] := vectors_ok; rewrite all_map; apply: sub_all oks => v; exact: vector_word.
Qed.

Lemma lx_word : word_ok 1 n (word_of (logical_x c)).
Proof. by have [h _ _ _] := vectors_ok; apply: vector_word. Qed.
Lemma lz_word : word_ok 1 n (word_of (logical_z c)).
Proof. by have [_ h _ _] := vectors_ok; apply: vector_word. Qed.
Lemma lxE : lx = vec (word_of (logical_x c)).
Proof. by have [h _ _ _] := vectors_ok; apply: phase_vec. Qed.
Lemma lzE : lz = vec (word_of (logical_z c)).
Proof. by have [_ h _ _] := vectors_ok; apply: phase_vec. Qed.

Lemma gensE : gens = map vec (words c).
Proof.
have [_ _ /allP oks _] := vectors_ok; rewrite /gens_of /words -map_comp.
by apply/eq_in_map => v /oks; apply: phase_vec.
Qed.

Lemma code_one_left : n = (size gens).+1.
Proof. by case/and5P: ok => /eqP + _ _ _ _; rewrite size_map. Qed.

Lemma words_commute a : word_ok 1 n a -> all (form_is 1 0%N a) (words c) -> normal gens (vec a).
Proof.
move=> oka /allP commute; rewrite gensE; apply/allP => _ /mapP[h h_in ->]; apply/eqP.
by rewrite (form_isP (m := 0%N) oka) ?commute //; apply: (allP words_ok).
Qed.

Lemma code_isotropic : isotropic gens.
Proof.
have /allP commute : all (fun g => all (form_is 1 0%N g) (words c)) (words c) by case/and5P: ok => _ _ _ ? _.
move=> g h; rewrite {1}gensE => /mapP[a a_in ->] h_in; apply/eqP.
by have /allP := words_commute (allP words_ok a a_in) (commute a a_in); apply.
Qed.

Lemma code_lx_normal : normal gens lx.
Proof. by rewrite lxE words_commute ?lx_word //; case/and5P: ok => _ _ _ _ /and4P[]. Qed.
Lemma code_lz_normal : normal gens lz.
Proof. by rewrite lzE words_commute ?lz_word //; case/and5P: ok => _ _ _ _ /and4P[]. Qed.

Lemma code_pairing : symplectic lz lx = 1.
Proof.
rewrite lzE lxE (form_isP (m := 1%N) lz_word lx_word) //.
by case/and5P: ok => _ _ _ _ /and4P[].
Qed.

Lemma code_dual : dual gens ds.
Proof.
rewrite gensE /ds; have : all (word_ok 1 n) (map word_of (destabilizers z)).
  have [_ _ _ oks] := vectors_ok; rewrite all_map; apply: sub_all oks => v; exact: vector_word.
have : dual_ok (words c) (map word_of (destabilizers z)) by case/and5P: ok => _ _ _ _ /and4P[].
elim: (words c) (map word_of _) words_ok => [|g gs IH] [|d es] //=.
move=> /andP[okg oks] /and3P[gd /allP others rest] /andP[okd okes]; apply/and3P; split.
- by rewrite (form_isP okg okd gd).
- apply/allP => _ /mapP[h h_in ->].
  by rewrite (form_isP (m := 0%N) _ okd) ?others //; apply: (allP oks).
- exact: IH.
Qed.

(* the table of counts *)
Lemma zero_word_ok : word_ok 1 n (zero_word c).
Proof. by rewrite /word_ok size_nseq eqxx all_nseq orbT. Qed.

Lemma vec_zero : vec (zero_word c) = 0.
Proof. by apply/ffunP => k; rewrite !ffunE nth_nseq ltn_ord. Qed.

Lemma iter_word a b m : word_ok 1 n a -> word_ok 1 n b ->
  word_ok 1 n (iter m (word_add 1 a) b) /\ vec (iter m (word_add 1 a) b) = vec a *+ m + vec b.
Proof.
move=> oka okb; elim: m => [|m [okm IH]]; first by rewrite mulr0n add0r.
by rewrite iterS word_add_ok // vec_add // IH mulrS addrA.
Qed.

Lemma coset_word_ok ab : word_ok 1 n (coset_word c ab).
Proof.
apply: (proj1 (iter_word _ _ _)); first exact: lx_word.
by apply: (proj1 (iter_word _ _ _)); [exact: lz_word|exact: zero_word_ok].
Qed.

Lemma coset_wordE ab : vec (coset_word c ab) = lx *+ ab.1 + lz *+ ab.2.
Proof.
have [ok1 e1] := iter_word ab.2 lz_word zero_word_ok.
have [_ e2] := iter_word ab.1 lx_word ok1.
by rewrite /coset_word e2 e1 vec_zero addr0 -lxE -lzE.
Qed.

Definition label (ab : nat * nat) : 'I_3 * 'I_3 := (inZp ab.1, inZp ab.2).

Lemma logical_label ab : ab \in coset_labels -> logical lx lz (label ab) = vec (coset_word c ab).
Proof.
move=> ab_in; rewrite coset_wordE /logical /label /= !modn_small //.
  by case: ab ab_in => a b; rewrite !inE => /orP[/eqP[_ ->] //|]; do ?[case/orP=> [/eqP[_ ->] //|]]; move/eqP=> [_ ->].
by case: ab ab_in => a b; rewrite !inE => /orP[/eqP[-> _] //|]; do ?[case/orP=> [/eqP[-> _] //|]]; move/eqP=> [-> _].
Qed.

Lemma labels_perm : perm_eq (enum [finType of 'I_3 * 'I_3]) (map label coset_labels).
Proof.
apply: uniq_perm; rewrite ?enum_uniq //.
move=> [i j]; rewrite mem_enum; symmetry; apply/mapP; exists (val i, val j).
  by case: i => [[|[|[|//]]] ?]; case: j => [[|[|[|//]]] ?].
by congr (_, _); apply: val_inj; rewrite /= modn_small.
Qed.

Lemma table_nth ab : ab \in coset_labels ->
  nth [::] (table c) (index ab coset_labels) = coset_enumerator c ab.
Proof. by move=> ab_in; rewrite (nth_map (0, 0)%N) ?index_mem // nth_index. Qed.

Lemma number_of_nat (k : nat) x : int_of_Z x = k%:Z -> Z.of_nat k = x.
Proof. by move=> e; rewrite -[x]int_of_ZK e. Qed.

Section Field.
Variable R : rcfType.
Notation C := (complex_numClosedFieldType R).
Notation w := (omega R : C).
Notation P := (projector w gens).
Let w_prim := omega_prim R.

Lemma count_table ab m : ab \in coset_labels ->
  nth Z0 (nth [::] (table c) (index ab coset_labels)) m
  = Z.of_nat (count (fun s => weight (logical lx lz (label ab) + s) == m) (span gens)).
Proof.
move=> ab_in; rewrite table_nth // logical_label // gensE; symmetry; apply: number_of_nat.
by rewrite branching_count ?words_ok ?coset_word_ok // (listing_count _ words_ok (coset_word_ok ab)).
Qed.

Lemma stabilizes_table m : Z.of_nat (number (stabilizes w P) m) = nth Z0 (nth [::] (table c) 0) m.
Proof.
rewrite (number_stabilizes (isT : odd 3) w_prim code_isotropic code_dual code_one_left).
rewrite (@count_table (0, 0)%N) //; congr Z.of_nat; apply: eq_count => s.
by rewrite /logical !mulr0n !add0r.
Qed.

Lemma normalizes_table m : Z.of_nat (number (normalizes w P) m) = nth Z0 (sum_counts (table c)) m.
Proof.
rewrite (number_normalizes (isT : odd 3) w_prim code_isotropic code_dual code_one_left
  code_lx_normal code_lz_normal code_pairing).
rewrite -big_enum (perm_big _ labels_perm) big_map /=.
have partial l : {subset l <= coset_labels} ->
    Z.of_nat (\sum_(ab <- l) count (fun s => weight (logical lx lz (label ab) + s)%R == m) (span gens))
    = nth Z0 (foldr padd [::] [seq nth [::] (table c) (index ab coset_labels) | ab <- l]) m.
  elim: l => [|ab l IH] sub; first by rewrite big_nil nth_nil.
  rewrite big_cons Nat2Z.inj_add [map _ _]/= [foldr _ _ _]/= nth_padd -IH => [|cd cd_in].
    by rewrite count_table ?sub ?mem_head.
  by apply: sub; rewrite inE cd_in orbT.
exact: (partial coset_labels).
Qed.

Lemma projector_given (Q : 'M[C]_(dim 1 n)) : code_projector w gens Q -> Q = P.
Proof.
move=> hQ; apply: code_projector_unique hQ _; apply: displacement_group_projector => //.
exact: code_isotropic.
Qed.

(* soundness for claims of kind code *)
Theorem code_sound d : claim_ok c z (table c) None (CodeClaim d) -> meaning R c (CodeClaim d).
Proof.
case/andP=> /allP below at_d.
have [V decV] := decoder_exists (isT : odd 3) w_prim code_isotropic code_dual code_one_left
  code_lx_normal code_lz_normal code_pairing.
split; first by exists V.
exists P; split; first by apply: displacement_group_projector => //; exact: code_isotropic.
  exact: (code_rank (isT : odd 3) w_prim code_isotropic decV).
apply: (distanceP (isT : odd 3) w_prim code_isotropic code_dual code_one_left) => [m m_lt|].
  apply: Nat2Z.inj; rewrite normalizes_table stabilizes_table.
  by symmetry; apply/Z.eqb_eq; apply: below; rewrite mem_iota.
apply/ssrnat.ltP/Nat2Z.inj_lt; rewrite normalizes_table stabilizes_table.
exact/Z.ltb_lt.
Qed.

(* projector-symmetry; soundness for claims of kind symmetry *)
Definition gate_act (g : gate) : 'I_3 * 'I_3 -> 'I_3 * 'I_3 := if g is GateH then @act_H 1 else @act_N 1.
Definition gates_act (gs : seq gate) x := foldr gate_act x gs.

Lemma moves_gates gs : moves w (gates_matrix R gs) (gates_act gs).
Proof.
elim: gs => [|g gs IH]; first exact: moves1.
apply: (moves_mul _ IH); case: g; [exact: (moves_H (isT : odd 3) w_prim)|exact: (moves_N (isT : odd 3) w_prim)].
Qed.

Lemma digit_oppE x : (x < 3)%N -> (digit_opp x < 3)%N /\ (digit_opp x)%:R = - x%:R :> 'I_3.
Proof. by case: x => [|[|[|//]]] _; split=> //; apply: val_inj. Qed.

Definition point_of (x : nat * nat) : 'I_3 * 'I_3 := (x.1%:R, x.2%:R).

Lemma moveE g x : (x.1 < 3)%N && (x.2 < 3)%N ->
  ((move g x).1 < 3)%N && ((move g x).2 < 3)%N /\ point_of (move g x) = gate_act g (point_of x).
Proof.
case/andP=> x1 x2; case: g; rewrite /point_of /=.
  by have [lt e] := digit_oppE x2; rewrite lt x1 e.
have lt3 := digit_add_lt (digit_add_lt x1 x1) x2; have [lt e] := digit_oppE lt3.
have [lt1 e1] := digit_oppE x1; rewrite lt1 lt e e1; split=> //.
by rewrite !digit_addE /act_N.
Qed.

Lemma movesE gs x : (x.1 < 3)%N && (x.2 < 3)%N ->
  ((foldr move x gs).1 < 3)%N && ((foldr move x gs).2 < 3)%N /\
  point_of (foldr move x gs) = gates_act gs (point_of x).
Proof.
move=> x_ok; elim: gs => [|g gs [IH1 IH2]] //=.
by have [ok' e] := moveE g IH1; rewrite e IH2.
Qed.

Lemma vec_moves gs a : word_ok 1 n a ->
  vec (map (fun x => foldr move x gs) a) = everywhere (gates_act gs) (vec a).
Proof.
case/andP=> /eqP sa /allP digits; apply/ffunP => k; rewrite !ffunE.
rewrite (nth_map origin) ?sa ?ltn_ord //.
have k_lt : (k < size a)%N by rewrite sa.
by have [_ e] := movesE gs (digits _ (mem_nth origin k_lt)); exact: e.
Qed.

Lemma combination_span row gs : all (word_ok 1 n) gs -> {subset map vec gs <= gens} ->
  word_ok 1 n (combination c row gs) /\ vec (combination c row gs) \in span gens.
Proof.
rewrite /combination; elim: gs row => [|g gs IH] [|j row] /=; try by rewrite ?vec_zero ?span0 ?zero_word_ok.
move=> /andP[okg oks] sub; have [okc c_in] := IH row oks (fun x h => sub x (mem_behead (s := _ :: _) h)).
have [oki ->] := iter_word j okg okc; split=> //.
by rewrite spanD // spanMn // mem_span // sub // mem_head.
Qed.

Theorem symmetry_sound gs : claim_ok c z (table c) None (SymmetryClaim gs) -> meaning R c (SymmetryClaim gs).
Proof.
case/hasP=> rows _ /andP[/eqP sizes /allP images] Q /projector_given->.
apply: (projector_symmetry (isT : odd 3) w_prim (moves_gates gs) code_isotropic code_dual) => g.
rewrite {1}gensE => /mapP[a a_in ->].
rewrite -vec_moves ?(allP words_ok) //.
have a_lt : (index a (words c) < size (words c))%N by rewrite index_mem.
have /images /= /eqP -> : (a, nth [::] rows (index a (words c))) \in zip (words c) rows.
  rewrite -{1}(nth_index [::] a_in) -nth_zip // mem_nth // size_zip sizes minnn //.
by apply: (combination_span _ words_ok _).2 => x; rewrite gensE.
Qed.

(* soundness for claims of kind enumerator *)
Theorem enumerator_sound A B : claim_ok c z (table c) None (EnumeratorClaim A B) -> meaning R c (EnumeratorClaim A B).
Proof.
case/andP=> eqA eqB Q /projector_given-> m.
by rewrite stabilizes_table normalizes_table (peq_nth m eqA) (peq_nth m eqB).
Qed.

(* soundness for claims of kind projection *)
Definition surd_value (x : surd) : R := zr R x.1 + zr R x.2 * Num.sqrt 3%:R.

Lemma surd_valueD x y : surd_value (surd_add x y) = surd_value x + surd_value y.
Proof. by rewrite /surd_value /= !zrD mulrDl addrACA. Qed.

Local Arguments Z.mul : simpl never.
Local Arguments Z.add : simpl never.
Lemma surd_valueM x y : surd_value (surd_mul x y) = surd_value x * surd_value y.
Proof.
rewrite /surd_value /= !(zrD, zrM) zr3.
have s2 : Num.sqrt 3%:R * Num.sqrt 3%:R = 3%:R :> R by rewrite -expr2 sqr_sqrtr ?ler0n.
by move: (Num.sqrt _) s2 => r r2; ring: r2.
Qed.

Notation trace_at pl g := (surd_value (product (0, 0)%coq_Z (1, 0)%coq_Z surd_add surd_mul (map site_trace pl) g)).
Notation trace_of t x := (surd_value (site_value (0, 0)%coq_Z surd_add (site_trace t) x)).

Definition trace_value (state : nat) (x : nat * nat) : surd :=
  let u := (x.1 == 0)%N in let v := (x.2 == 0)%N in
  if u && v then (4, 0)%coq_Z else
  match state with
  | 0%N => (-2, 0)%coq_Z
  | 1%N => if u || v then (1, 1)%coq_Z else (1, -1)%coq_Z
  | _ => if u || v then (1, -1)%coq_Z else (1, 1)%coq_Z
  end.
Lemma trace_valueE t x : site_value (0, 0)%coq_Z surd_add (site_trace t) x = trace_value t x.
Proof.
by rewrite /site_value /trace_value; case: t => [|[|t]]; case: (x.1 == 0)%N; case: (x.2 == 0)%N; vm_compute.
Qed.

Lemma trace_atE pl (g : word) m : size pl = m -> size g = m ->
  trace_at pl g = \prod_(k < m) trace_of (nth 0%N pl k) (nth origin g k).
Proof.
elim: m pl g => [|m IH] [|t l] [|x g] //=; first by rewrite big_ord0 /surd_value /= mul0r addr0.
by move=> [sl] [sg]; rewrite big_ord_recl surd_valueM (IH l g).
Qed.

Lemma mem_placements pl : all (fun t => t < 3)%N pl ->
  pl \in placements (count_mem 1%N pl) (count_mem 2%N pl) (size pl).
Proof.
by elim: pl => [|[|[|[|t]]] pl IH] //= /IH pl_in; rewrite !add0n ?add1n !mem_cat ?[X in X || _]map_f ?orbT //
  (map_f (cons _) pl_in) ?orbT.
Qed.

Definition state_at (m : nat) (plus minus : {set 'I_m}) (k : 'I_m) : nat :=
  if k \in plus then 1%N else if k \in minus then 2%N else 0%N.

(* evaluation of integer polynomials at a real number, seen in the complex numbers *)
Lemma zr_complex x : zr C x = (zr R x)%:C.
Proof. by rewrite /zr rmorph_int. Qed.
Lemma peval_complex l (x : R) : peval l (x%:C : C) = (peval l x)%:C.
Proof. by elim: l => [|a l IH] /=; rewrite ?rmorph0 // IH zr_complex rmorphD rmorphM. Qed.

Lemma surd_complex x : (surd_value x)%:C = zr C x.1 + zr C x.2 * (Num.sqrt 3%:R)%:C.
Proof. by rewrite /surd_value rmorphD rmorphM !zr_complex. Qed.

Lemma site_trace_value (m : nat) (plus minus : {set 'I_m}) k (e : 'I_3 * 'I_3) :
  4%:R * \tr (displacement1 w e *m outer (placed R plus minus k : 'I_3 -> C)) =
  (trace_of (state_at plus minus k) (val e.1, val e.2))%:C * \tr (outer (placed R plus minus k : 'I_3 -> C)).
Proof.
rewrite surd_complex /placed /state_at.
have e0 : (e == 0) = (val e.1 == 0%N) && (val e.2 == 0%N) by [].
case: ifP => _; last case: ifP => _; rewrite ?trace_plus ?trace_minus ?trace_S trace_valueE e0
  /axis -?val_eqE /trace_value /=.
- by case: ifP => _; last case: ifP => _; rewrite /= ?zr4 ?zr1 ?zrN1 ?zr0 ?mul0r ?addr0 ?mul1r ?mulN1r.
- by case: ifP => _; last case: ifP => _; rewrite /= ?zr4 ?zr1 ?zrN1 ?zr0 ?mul0r ?addr0 ?mul1r ?mulN1r.
- by case: ifP => _; rewrite /= ?zr4 ?zrN2 ?zr0 ?mul0r ?addr0.
Qed.

Theorem projection_sound a b v den : claim_ok c z (table c) None (ProjectionClaim a b v den) ->
  meaning R c (ProjectionClaim a b v den).
Proof.
case/and3P=> _ den0 /allP same Q /projector_given-> plus minus disj card_plus card_minus.
have n4 : 4%:R != 0 :> C by rewrite pnatr_eq0.
set st := state_at plus minus; set pl := [seq st k | k <- enum 'I_n].
have pl_size : size pl = n by rewrite size_map size_enum_ord.
have pl_nth (k : 'I_n) : nth 0%N pl k = st k.
  by rewrite (nth_map k) ?size_enum_ord ?ltn_ord // nth_ord_enum.
have pl_in : pl \in placements a b n.
  have count_pl t (A : {set 'I_n}) : (forall k, (st k == t) = (k \in A)) -> count_mem t pl = #|A|.
    move=> tA; rewrite count_map cardE (_ : enum A = filter (mem A) (enum 'I_n)); last by rewrite enumT.
    by rewrite size_filter; apply: eq_count => k; rewrite /= tA.
  rewrite -card_plus -card_minus -(count_pl 1%N plus) -?(count_pl 2%N minus) -?pl_size ?mem_placements //.
  - by apply/allP => _ /mapP[k _ ->]; rewrite /st /state_at; case: ifP => // _; case: ifP.
  - move=> k; rewrite /st /state_at; case: ifP => [k_in|_]; last by case: ifP.
    by rewrite (disjointFr disj k_in).
  - by move=> k; rewrite /st /state_at; case: ifP => // _; case: ifP.
pose F (e : phase 1 n) : R := \prod_k trace_of (st k) (val (e k).1, val (e k).2).
have /andP[/Z.eqb_eq e1 /Z.eqb_eq e2] := same pl pl_in; move: e1 e2;
  set total := branching_product _ _ _ _ _ _ _ _ _ => e1 e2.
have sumE : surd_value total = \sum_(s <- span gens) F s.
  have pl_size' : size (map site_trace pl) = n by rewrite size_map.
  have v0 : surd_value (0, 0)%coq_Z = 0 by rewrite /surd_value /= mul0r addr0.
  have is0 x : surd_is0 x -> surd_value x = 0.
    by case/andP=> /Z.eqb_eq e /Z.eqb_eq e'; rewrite /surd_value e e' zr0 mul0r addr0.
  rewrite gensE /total (branching_productE _ v0 surd_valueD surd_valueM is0) ?pl_size' ?words_ok ?zero_word_ok //.
  rewrite (sum_over_span (n := n) (E := F)) ?words_ok ?zero_word_ok // => [|g g_ok].
    by apply: eq_bigr => s _; rewrite vec_zero add0r.
  rewrite (trace_atE pl_size (word_ok_size g_ok)); apply: eq_bigr => k _; rewrite pl_nth ffunE.
  case/andP: g_ok => /eqP sg /allP/(_ (nth origin g k)).
  rewrite mem_nth ?sg // => /(_ isT)/andP[u_lt v_lt].
  by rewrite [nth origin g k]surjective_pairing /= !Zp_nat /= !modn_small.
rewrite /expectation expectation_projector norm_ket scale_scalar_mx; congr (_ %:M).
rewrite (eq_bigr (fun s => 4%:R ^- n * (F s)%:C * \prod_k \tr (outer (placed R plus minus k : 'I_3 -> C)))) => [|s _].
  rewrite -mulr_suml -mulr_sumr -rmorph_sum -sumE !mulrA; congr (_ * _).
  have den_neq0 : zr R den != 0 by rewrite gt_eqF ?zr_gt0.
  have scaled : surd_value total * zr R den = surd_value v * (4%:R ^+ n * 3%:R ^+ size (words c)).
    rewrite /surd_value !mulrDl [_ * Num.sqrt _ * zr R den]mulrAC [X in _ = _ + X]mulrAC -!zrM e1 e2.
    by rewrite !zrM !zrX zr4 zr3.
  have n3 : 3%:R != 0 :> C by rewrite pnatr_eq0.
  rewrite -/(surd_value v) (_ : size gens = size (words c)); last by rewrite !size_map.
  have -> : surd_value v / zr R den = surd_value total / (4%:R ^+ n * 3%:R ^+ size (words c)).
    apply: (canLR (mulfK den_neq0)); rewrite mulrAC scaled mulfK // mulf_neq0 ?expf_neq0 ?pnatr_eq0 //.
  rewrite !(rmorphM, fmorphV, rmorphX, rmorph_nat) invfM /=; move: (_%:C) => E.
  by rewrite mulrC [X in _ = _ * X]mulrC mulrC.
rewrite /F rmorph_prod (_ : 4%:R ^- n = \prod_(k < n) 4%:R^-1); last by rewrite prodr_const card_ord exprVn.
rewrite -!big_split; apply: eq_bigr => k _; rewrite /= -mulrA.
by apply: (canRL (mulKf n4)); rewrite site_trace_value.
Qed.

Lemma in_deltaE l (d : R) : 2%:R * peval (in_delta l) d = 2%:R ^+ size l * peval l (overlap d).
Proof.
have two : peval [:: Zpos (xO xH)] d = 2%:R by rewrite /= mulr0 addr0.
have top : peval [:: Zneg xH; Zpos xH] d = - (1 - d).
  by rewrite /= mulr0 addr0 zr1 zrN1 mulr1 opprB addrC.
have := @peval_homogeneous R l [:: Zneg xH; Zpos xH] [:: Zpos (xO xH)] d.
by rewrite two top /overlap mulNr; apply; rewrite pnatr_eq0.
Qed.

Lemma peval_pad l (x : R) : peval (pad c l) x = peval l x.
Proof.
rewrite /pad peval_add; have -> : nseq n.+1 Z0 = nseq n.+1 Z0 ++ [::] by rewrite cats0.
by rewrite peval_nseq0 /= mulr0 addr0.
Qed.

(* soundness for claims of kind map about the Norell state *)
Lemma peval2_errors l (x y : R) : in_degree c l ->
  peval2 (in_errors c l) x y = 4%:R ^+ n * peval2 l (on_line x) (off_line x y).
Proof.
case/andP=> l_size /allP rows_size.
have n2 : 2%:R != 0 :> R by rewrite pnatr_eq0.
have lineE : peval2 line_trace x y / 2%:R = on_line x.
  rewrite /line_trace /= zrN1 zr3 /on_line; congr (_ / _); ring.
have otherE : peval2 other_trace x y / 2%:R = off_line x y.
  rewrite /other_trace /= zr1 zrN1 zrN2 /off_line; congr (_ / _); ring.
have pad_size (row : zpoly) : (size row <= n.+1)%N -> size (pad c row) = n.+1.
  move=> row_size; rewrite /pad; elim: row (n.+1) row_size => [|a row IH] [|m] //=; first by rewrite size_nseq.
  by rewrite ltnS => /IH->.
have rowE (row : zpoly) : (size row <= n.+1)%N ->
    peval2 (horner2 [seq [:: [:: a]] | a <- pad c row] other_trace) x y = 2%:R ^+ n * peval row (off_line x y).
  move=> /pad_size row_size; apply: (mulfI n2); rewrite peval2_horner // size_map row_size otherE exprS -mulrA.
  congr (_ * (_ * _)); rewrite -[RHS](peval_pad row) {row_size}.
  by elim: (pad c row) => [|a r IH] //=; rewrite IH !mulr0 !addr0.
rewrite /in_errors; set l' := padd2 l _.
have l'_size : size l' = n.+1.
  rewrite /l'; elim: {+}l (n.+1) l_size => [|a r IH] [|m] //=; first by rewrite size_nseq.
  by rewrite ltnS => /IH->.
have l'_rows (row : zpoly) : row \in l' -> (size row <= n.+1)%N.
  suff gen m : row \in padd2 l (nseq m [::]) -> (size row <= n.+1)%N by apply: gen.
  elim: l m rows_size {l_size l' l'_size} => [|a l IH] [|m] rows //=; first by rewrite inE => /predU1P[->|/nseqP[-> _]].
    exact: rows.
  rewrite inE => /predU1P[->|]; first by have := rows a (mem_head _ _); case: (a).
  by apply: IH => r r_in; apply: rows; rewrite inE r_in orbT.
apply: (mulfI n2); rewrite peval2_horner // size_map l'_size lineE.
have -> : peval2 l (on_line x) (off_line x y) = peval2 l' (on_line x) (off_line x y).
  rewrite /l' peval2_add; have -> : peval2 (nseq n.+1 [::]) (on_line x) (off_line x y) = 0.
    by elim: (n.+1) => [|m IH] //=; rewrite IH mulr0 addr0.
  by rewrite addr0.
have four : (4%:R : R) ^+ n = 2%:R ^+ n * 2%:R ^+ n by rewrite -exprMn -natrM.
rewrite four exprS -!mulrA; congr (_ * (_ * _)).
elim: l' {l'_size} l'_rows => [|row r IH] rows /=; first by rewrite mulr0.
rewrite rowE ?rows ?mem_head // IH => [|r' r'_in]; last by apply: rows; rewrite inE r'_in orbT.
by rewrite mulrDr [X in _ = _ + X]mulrCA.
Qed.

Section NorellMap.
Variables sn sd n0 d0 nS dS : zpoly2.
Hypothesis norell_check : norell_ok c sn sd n0 d0 nS dS.
Notation r := (size (words c)).
Notation T i := (nth [::] (class_table c) i).

Theorem norell_map_sound : meaning R c (NorellMapClaim sn sd n0 d0 nS dS).
Proof.
move=> V decV x y x0 y0 xy; move: norell_check.
case/and5P=> /and4P[okA okB okD _] same_line same_other /and5P[pos_sn pos_sd pos_d0 pos_dS _] /and3P[eA eB eD].
have sn0 := positive_triangle_gt0 pos_sn x0 y0 xy; have sd0 := positive_triangle_gt0 pos_sd x0 y0 xy.
have d00 := positive_triangle_gt0 pos_d0 x0 y0 xy; have dS0 := positive_triangle_gt0 pos_dS x0 y0 xy.
split; first by rewrite divr_gt0.
set X := on_line x; set Y := off_line x y.
have n4 : 4%:R ^+ n != 0 :> R by rewrite expf_neq0 ?pnatr_eq0.
have n3 : 3%:R ^+ r != 0 :> R by rewrite expf_neq0 ?pnatr_eq0.
have n2 : 2%:R != 0 :> R by rewrite pnatr_eq0.
have sE : fraction2 sn sd x y = 3%:R ^- r * peval2 (T 0) X Y.
  move: (peq2P x y eA); rewrite peval2_scale peval2_mul peval2_errors // zrM !zrX zr4 zr3 -/X -/Y => e.
  rewrite /fraction2; move: (peval2 sn x y) (peval2 sd x y) sd0 (4%:R ^+ n) n4 (3%:R ^+ r) n3 (peval2 _ X Y) e.
  move=> u v v0 k k0 k' k'0 a e; apply: (canLR (mulfK (lt0r_neq0 v0))); apply: (mulfI k0); apply: (mulfI k'0).
  by rewrite mulrA [k' * _]mulrC e; field; rewrite k'0.
have lineE : peval2 (T 1) X Y = peval2 (T 0) X Y * on_line (fraction2 n0 d0 x y).
  move: (peq2P x y eB); rewrite peval2_scale !peval2_mul peval2_add !peval2_scale
    !peval2_errors // zr2 zr3 zrN1 -/X -/Y.
  rewrite /on_line /fraction2; move: (peval2 (T 0) X Y) (peval2 (T 1) X Y) (peval2 n0 x y) (peval2 d0 x y) d00 n4.
  move: (4%:R ^+ n) => k a b u v v0 k0 e; apply: (mulfI k0); apply: (mulfI n2); apply: (mulIf (lt0r_neq0 v0)).
  transitivity (2%:R * (k * b * v)); first by ring.
  by rewrite e; field; rewrite ?n2 lt0r_neq0.
have otherE : peval2 (T 3) X Y = peval2 (T 0) X Y * off_line (fraction2 n0 d0 x y) (fraction2 nS dS x y).
  move: (peq2P x y eD); rewrite peval2_scale !peval2_mul !peval2_add !peval2_scale !peval2_mul !peval2_errors //.
  rewrite zr2 zrN1 zrN2 -/X -/Y /off_line /fraction2.
  move: (peval2 (T 0) X Y) (peval2 (T 3) X Y) (peval2 n0 x y) (peval2 d0 x y) d00
    (peval2 nS x y) (peval2 dS x y) dS0 n4.
  move: (4%:R ^+ n) => k a b u v v0 u' v' v'0 k0 e; apply: (mulfI k0); apply: (mulfI n2).
  apply: (mulIf (lt0r_neq0 v0)); apply: (mulIf (lt0r_neq0 v'0)).
  transitivity (2%:R * (k * b * (v * v'))); first by ring.
  by rewrite e; field; rewrite ?n2 !lt0r_neq0.
apply: norell_determined => a.
have [ab ab_in ->] : exists2 ab, ab \in coset_labels & a = label ab.
  have : a \in map label coset_labels by rewrite -(perm_mem labels_perm) mem_enum.
  by case/mapP=> ab; exists ab.
rewrite (decode_trace (isT : odd 3) w_prim code_isotropic code_lx_normal code_lz_normal code_pairing decV).
rewrite (eq_bigr (fun s => (\prod_k norell_value x y ((logical lx lz (label ab) + s) k))%:C)) => [|s _]; last first.
  by rewrite rmorph_prod; apply: eq_bigr => k _; rewrite norell_trace.
have -> : \sum_(s <- span gens) (\prod_k norell_value x y ((logical lx lz (label ab) + s) k))%:C
    = (peval2 (T (index ab coset_labels)) X Y)%:C.
  rewrite -rmorph_sum logical_label // gensE; congr (_%:C).
  have -> : T (index ab coset_labels) = coset_classes 1 (words c) (coset_word c ab).
    by rewrite (nth_map (0, 0)%N) ?index_mem // nth_index.
  by rewrite (listing_classes _ _ words_ok (coset_word_ok ab)).
have same i : (i < 5)%N -> peval2 (T (4 + i)) X Y = peval2 (T 3) X Y.
  by move=> i_lt; apply: peq2P; rewrite -nth_drop; apply: (all_nthP [::] same_other).
have key : peval2 (T (index ab coset_labels)) X Y
    = peval2 (T 0) X Y * norell_value (fraction2 n0 d0 x y) (fraction2 nS dS x y) (label ab).
  move: ab_in; rewrite /norell_value /class_value !inE.
  case/predU1P=> [->|]; first by rewrite mulr1.
  case/predU1P=> [->|]; first exact: lineE.
  case/predU1P=> [->|]; first by rewrite -[RHS]lineE; apply: peq2P.
  case/predU1P=> [->|]; first exact: otherE.
  case/predU1P=> [->|]; first by rewrite -[RHS]otherE; apply: (same 0%N).
  case/predU1P=> [->|]; first by rewrite -[RHS]otherE; apply: (same 1%N).
  case/predU1P=> [->|]; first by rewrite -[RHS]otherE; apply: (same 2%N).
  case/predU1P=> [->|]; first by rewrite -[RHS]otherE; apply: (same 3%N).
  by move/eqP->; rewrite -[RHS]otherE; apply: (same 4%N).
rewrite (_ : size gens = r); last by rewrite !size_map.
by rewrite key sE -[in RHS]mulrA [RHS]rmorphM fmorphV rmorphX rmorph_nat.
Qed.
End NorellMap.

Section Map.
Variables (sn sd on od : zpoly).
Hypothesis map_check : map_ok c (table c) sn sd on od.
Notation A d := (peval (nth [::] (table c) 0) (overlap d)).
Notation B d := (peval (nth [::] (table c) 1) (overlap d)).
Notation r := (size (words c)).

Lemma success_eval (d : R) : 0 <= d <= 1 -> fraction sn sd d = 3%:R ^- r * A d.
Proof.
case/and5P: map_check => _ /eqP sA _ _ /and4P[sd_pos _ /(peqP (K := R) d) e _] d01.
have sd0 : peval sd d != 0 by rewrite gt_eqF // bernstein_sign_closed.
have pow a : zr R (Z.pow a (Z.of_nat n.+1)) = zr R a ^+ n.+1 by rewrite zrX.
have two := in_deltaE (pad c (nth [::] (table c) 0)) d; rewrite sA peval_pad in two.
move: e; rewrite peval_scale zrM !zrX peval_mul peval_scale zr2 two => e.
have two0 : 2%:R ^+ n.+1 != 0 :> R by rewrite expf_neq0 // pnatr_eq0.
have three0 : 3%:R ^+ r != 0 :> R by rewrite expf_neq0 // pnatr_eq0.
apply: (mulfI three0); rewrite [RHS]mulVKf // /fraction mulrA; apply: (canLR (mulfK sd0)).
by apply: (mulfI two0); rewrite !mulrA -e.
Qed.

Lemma output_eval (d : R) : 0 <= d <= 1 -> A d * overlap (fraction on od d) = B d.
Proof.
case/and5P: map_check => _ /eqP sA /eqP sB _ /and4P[_ od_pos _ /(peqP (K := R) d) e] d01.
have od0 : peval od d != 0 by rewrite gt_eqF // bernstein_sign_closed.
have twoA := in_deltaE (pad c (nth [::] (table c) 0)) d; rewrite sA peval_pad in twoA.
have twoB := in_deltaE (pad c (nth [::] (table c) 1)) d; rewrite sB peval_pad in twoB.
have n2 : 2%:R != 0 :> R by rewrite pnatr_eq0.
have two0 : 2%:R ^+ n.+1 != 0 :> R by rewrite expf_neq0.
move: e; rewrite !peval_mul peval_add peval_scale zr2 => e.
have e2 : peval on d * A d = peval od d * (A d + 2%:R * B d).
  apply: (mulfI two0); rewrite mulrCA -twoA [RHS]mulrCA mulrDr -twoA [_ ^+ _ * (2%:R * _)]mulrCA -twoB.
  by rewrite mulrCA e; ring.
move: (A d) (B d) e2 => a b e2; rewrite /overlap /fraction; apply: (mulfI od0).
have -> : peval od d * (a * - ((1 - peval on d / peval od d) / 2%:R)) = (peval on d * a - peval od d * a) / 2%:R.
  by field; rewrite ?n2 ?od0.
by rewrite e2; field; rewrite ?n2.
Qed.

Lemma other_cosets ab : ab \in behead coset_labels ->
  peval (nth [::] (table c) (index ab coset_labels)) =1 peval (nth [::] (table c) 1) :> (R -> R).
Proof.
move=> ab_in x; case/and5P: map_check => /allP same _ _ _ _; apply: peqP; apply: same.
have tableE : behead (table c) = map (coset_enumerator c) (behead coset_labels) by [].
have ab_in' : ab \in coset_labels by rewrite inE ab_in orbT.
rewrite table_nth // tableE.
exact: map_f.
Qed.

Lemma decode_overlap V (d : R) ab : decoder w gens lx lz V -> ab \in coset_labels ->
  \tr (displacement1 w (label ab) *m decode V (strange d : 'M[C]_3))
  = (3%:R ^- r * peval (nth [::] (table c) (index ab coset_labels)) (overlap d))%:C.
Proof.
move=> decV ab_in.
rewrite (uniform_map (isT : odd 3) w_prim code_isotropic code_lx_normal code_lz_normal code_pairing decV
  (z := (overlap d)%:C));
  [|exact: strange_trace|exact: strange_overlap].
set y := peval _ _; have -> : (3%:R ^- r * y)%:C = 3%:R ^- r * y%:C :> C.
  by rewrite rmorphM fmorphV rmorphX rmorph_nat.
rewrite /y -peval_complex table_nth // logical_label //.
by rewrite gensE (branching_eval _ (isT : prime 3) words_ok (coset_word_ok ab)) size_map.
Qed.

(* uniform-map; soundness for claims of kind map *)
Theorem map_sound : meaning R c (MapClaim sn sd on od).
Proof.
move=> V decV d d01.
have [sn_pos sd_pos] : positive_closed sn /\ positive_closed sd.
  by case/and5P: map_check => _ _ _ ? /and4P[].
split; first by rewrite divr_gt0 ?bernstein_sign_closed.
apply: strange_determined => [|a a_neq0].
  have := decode_overlap d decV (isT : (0, 0)%N \in coset_labels).
  rewrite (_ : label (0, 0)%N = 0); last by congr (_, _); apply: val_inj.
  by rewrite displacement1_0 mul1mx success_eval.
have [ab ab_in ->] : exists2 ab, ab \in behead coset_labels & a = label ab.
  have : a \in map label coset_labels by rewrite -(perm_mem labels_perm) mem_enum.
  case/mapP=> ab; rewrite inE => /predU1P[->|]; last by exists ab.
  by move=> a0; rewrite a0 in a_neq0; case/eqP: a_neq0; congr (_, _); apply: val_inj.
rewrite decode_overlap //; last by rewrite inE ab_in orbT.
by rewrite other_cosets // success_eval // -mulrA output_eval.
Qed.

Lemma some_decoder : exists V, decoder w gens lx lz V.
Proof.
exact: (decoder_exists (isT : odd 3) w_prim code_isotropic code_dual code_one_left
  code_lx_normal code_lz_normal code_pairing).
Qed.

(* the probability of success and the output parameter are determined by the protocol *)
Lemma map_unique (s f : R -> R) d : output_map gens lx lz s f -> 0 <= d <= 1 ->
  s d = fraction sn sd d /\ f d = fraction on od d.
Proof.
move=> given d01; have [V decV] := some_decoder.
have [s0 out] := given V decV d d01; have [_ out'] := map_sound decV d01.
have same_s : s d = fraction sn sd d.
  have := congr1 mxtrace out; rewrite out' !mxtraceZ !strange_trace !mulr1.
  by move/complexI.
split=> //; pose a : 'I_3 * 'I_3 := (0, 1).
have := congr1 (fun M => \tr (displacement1 w a *m M)) out; rewrite out' -!scalemxAr !mxtraceZ -same_s.
rewrite !strange_overlap // -!rmorphM => /complexI/(mulfI (lt0r_neq0 s0)).
by rewrite /overlap => /oppr_inj/divIf; rewrite pnatr_eq0 => /(_ isT)/(addrI 1)/oppr_inj.
Qed.

Lemma output_unique (s f : R -> R) d : output_map gens lx lz s f -> 0 <= d <= 1 -> f d = fraction on od d.
Proof. by move=> given /(map_unique given)[]. Qed.

Lemma od_gt0 (d : R) : 0 <= d <= 1 -> 0 < peval od d.
Proof. by case/and5P: map_check => _ _ _ _ /and4P[_ ? _ _]; apply: bernstein_sign_closed. Qed.

(* leading-term; soundness for claims of kind suppression *)
Theorem leading_term_sound k cf : order_ok on od k cf -> meaning R c (SuppressionClaim k cf).
Proof. by move=> good s f given; apply: (order_sound od_gt0 _ good) => d; apply: output_unique given. Qed.

(* soundness for claims of kind suppression with a bound of the rest *)
Theorem remainder_sound k cf K h : rest_ok on od k cf K h -> meaning R c (RemainderClaim k cf K h).
Proof. by move=> good s f given; apply: (rest_sound od_gt0 _ good) => d; apply: output_unique given. Qed.

(* soundness for claims of kind yield *)
Theorem yield_sound k N low high :
  gain_ok n (Zpos xH) sn sd on od k N low high -> meaning R c (YieldClaim k N low high).
Proof.
move=> good s f given; have unit0 : 0 <= (0 : R) <= 1 by rewrite lexx ler01.
have [s0 _] := map_unique given unit0.
apply: (gain_sound od_gt0 _ good) => [d||]; first exact: output_unique given.
  by case/and5P: map_check => _ _ _ _ /and4P[/bernstein_sign_closed/(_ unit0)/lt0r_neq0].
by rewrite s0 zr1 mul1r.
Qed.

(* threshold-root; soundness for claims of kind threshold *)
Theorem threshold_root poly low high :
  below_ok on od one_whole poly (cofactor z) low high -> meaning R c (ThresholdClaim poly low high).
Proof.
move=> good s f given; rewrite /threshold -[1](quotient_of_1 R); apply: (below_sound od_gt0 _ good) => d.
exact: output_unique given.
Qed.
End Map.
End Field.
End Code.

(* the functions of a map about the Norell state are determined by the protocol *)
Lemma norell_unique c z (R : rcfType) (s f0 fS s' f0' fS' : R -> R -> R) x y : code_ok c z ->
  norell_map (gens_of c) (lx_of c) (lz_of c) s f0 fS -> norell_map (gens_of c) (lx_of c) (lz_of c) s' f0' fS' ->
  0 <= x -> 0 <= y -> x + y <= 1 -> [/\ s x y = s' x y, f0 x y = f0' x y & fS x y = fS' x y].
Proof.
move=> ok given given' x0 y0 xy.
have w_prim := omega_prim R.
have [V decV] := decoder_exists (isT : odd 3) w_prim (code_isotropic ok) (code_dual ok) (code_one_left ok)
  (code_lx_normal ok) (code_lz_normal ok) (code_pairing ok).
have [s_gt0 out] := given V decV x y x0 y0 xy; have [_ out'] := given' V decV x y x0 y0 xy.
have trace a : s x y * norell_value (f0 x y) (fS x y) a = s' x y * norell_value (f0' x y) (fS' x y) a.
  have := congr1 (fun M => \tr (displacement1 (omega R) a *m M)) out; rewrite /= out' -!scalemxAr !mxtraceZ.
  by rewrite !norell_trace -!rmorphM => /complexI.
have n2 : 2%:R != 0 :> R by rewrite pnatr_eq0.
have n3 : 3%:R != 0 :> R by rewrite pnatr_eq0.
have same_s : s x y = s' x y by have := trace (0, 0); rewrite /norell_value /class_value /= !mulr1.
have same_0 : f0 x y = f0' x y.
  have := trace (0, 1); rewrite -same_s => /(mulfI (lt0r_neq0 s_gt0)); rewrite /norell_value /class_value /= /on_line.
  by move/divIf => /(_ n2)/addIr/(mulfI n3).
split=> //; have := trace (1, 0); rewrite -same_s same_0 => /(mulfI (lt0r_neq0 s_gt0)).
rewrite /norell_value /class_value /= /off_line => /(divIf n2)/addrI/oppr_inj.
exact: mulfI.
Qed.

(* soundness for claims of kind expansion about the Norell state *)
Theorem norell_expansion_sound c z (R : rcfType) sn sd n0 d0 nS dS x : code_ok c z ->
  meaning R c (NorellMapClaim sn sd n0 d0 nS dS) -> norell_claim_ok (Some ((sn, sd), (n0, d0), (nS, dS))) x ->
  meaning R c x.
Proof.
move=> ok known; case: x => // g m P den /expansion_bound-/(_ R)[h [K [h0 h1 bound]]] s f0 fS given.
exists h, K; split=> // x y x0 y0 xy.
have [e1 e2 e3] := norell_unique ok given known x0 y0 (le_trans xy h1).
by case: g bound => bound; rewrite /choose ?e1 ?e2 ?e3; apply: bound.
Qed.

Lemma find_norell_ok (Q : claim -> Prop) xs : (forall i, (i < size xs)%N -> Q (nth (CodeClaim 0) xs i)) ->
  forall sn sd n0 d0 nS dS, find_norell xs = Some ((sn, sd), (n0, d0), (nS, dS)) ->
    Q (NorellMapClaim sn sd n0 d0 nS dS).
Proof.
elim: xs => // x xs IH all_Q sn sd n0 d0 nS dS.
case: x all_Q => [?|?|? ?|? ? ? ?|? ?|? ? ? ?|? ? ?|? ? ? ?|? ? ? ?|? ? ? ? ? ?|? ? ? ?] all_Q /=;
  try by apply: IH => i i_lt; apply: (all_Q i.+1).
by case=> <- <- <- <- <- <-; apply: (all_Q 0%N).
Qed.

Theorem claim_sound (R : rcfType) c z maps x : code_ok c z -> claim_ok c z (table c) maps x -> meaning R c x.
Proof.
move=> code_good.
case: x => [d|gs|A B|sn sd on od|k cf|k cf K h|poly low high|k N low high|a b v den|sn sd n0 d0 nS dS|g m P den] //=.
- by move=> h; apply: (code_sound code_good).
- by move=> h; apply: (symmetry_sound code_good).
- by move=> h; apply: (enumerator_sound code_good).
- by move=> h; apply: (map_sound code_good h).
- case: maps => [[[[sn sd] on] od]|//] /andP[map_good].
  exact: (leading_term_sound code_good map_good).
- case: maps => [[[[sn sd] on] od]|//] /andP[map_good].
  exact: (remainder_sound code_good map_good).
- case: maps => [[[[sn sd] on] od]|//] /andP[map_good].
  exact: (threshold_root code_good map_good).
- case: maps => [[[[sn sd] on] od]|//] /andP[map_good].
  exact: (yield_sound code_good map_good).
- by move=> h; apply: (projection_sound code_good).
- by move=> h; apply: (norell_map_sound code_good).
Qed.

Theorem check_sound (R : rcfType) s z : check s z = true -> all_hold R (subject s) (claims s).
Proof.
case/and3P=> _ code_good /(all_nthP (CodeClaim 0)) checked.
have norell_known sn sd n0 d0 nS dS : find_norell (claims s) = Some ((sn, sd), (n0, d0), (nS, dS)) ->
    meaning R (subject s) (NorellMapClaim sn sd n0 d0 nS dS).
  move=> found; apply: (claim_sound _ code_good (maps := find_map (claims s))).
  pose good x := claim_ok (subject s) z (table (subject s)) (find_map (claims s)) x
    || norell_claim_ok (find_norell (claims s)) x : Prop.
  by have /orP[|//] := find_norell_ok (Q := good) checked found.
have holds i : (i < size (claims s))%N -> meaning R (subject s) (nth (CodeClaim 0) (claims s) i).
  move=> /checked/orP[/(claim_sound _ code_good)//|].
  case: (find_norell (claims s)) norell_known => [[[[sn sd] [n0 d0]] [nS dS]]|] known; last by case: (nth _ _ i).
  exact: (norell_expansion_sound code_good (known _ _ _ _ _ _ erefl)).
elim: (claims s) holds => //= x xs IH holds; split; first exact: (holds 0%N).
by apply: IH => i i_lt; apply: (holds i.+1).
Qed.

Lemma holds_at (R : rcfType) c xs : all_hold R c xs ->
  forall i, (i < size xs)%N -> meaning R c (nth (CodeClaim 0) xs i).
Proof. by elim: xs => [|x xs IH] //= [x_holds /IH xs_hold] [|i] //; apply: xs_hold. Qed.

(* what claims of kind projection say of placements on at most one site *)
Section Placements.
Variables (R : rcfType) (c : code) (P : 'M[R[i]]_(dim 1 (sites c))).
Notation C := (complex_numClosedFieldType R).
Hypothesis given : code_projector (omega R : C) (gens_of c) P.

Lemma placed_none v den : meaning R c (ProjectionClaim 0 0 v den) ->
  expectation P (ket (fun=> @ket_S R)) ((zr R v.1 + zr R v.2 * Num.sqrt 3%:R) / zr R den).
Proof.
move=> /(_ P given set0 set0); rewrite -setI_eq0 set0I eqxx cards0 => /(_ isT erefl erefl).
by rewrite (_ : ket _ = ket (fun=> @ket_S R)) //; apply: eq_ket => k i; rewrite /placed !inE.
Qed.

Lemma placed_plus den : meaning R c (ProjectionClaim 1 0 (Z0, Z0) den) ->
  forall k : 'I_(sites c), P *m ket (fun j => if j == k then @ket_plus R else @ket_S R) = 0.
Proof.
move=> claim k; have [PP adjP _] := given; apply: expectation_eq0 => //.
have -> : ket (fun j => if j == k then @ket_plus R else @ket_S R) = ket (placed R [set k] set0).
  by apply: eq_ket => j i; rewrite /placed !inE.
have := claim P given [set k] set0; rewrite -setI_eq0 setI0 eqxx cards0 cards1.
by rewrite /= mul0r addr0 mul0r; apply.
Qed.

Lemma placed_minus den : meaning R c (ProjectionClaim 0 1 (Z0, Z0) den) ->
  forall k : 'I_(sites c), P *m ket (fun j => if j == k then @ket_minus R else @ket_S R) = 0.
Proof.
move=> claim k; have [PP adjP _] := given; apply: expectation_eq0 => //.
have -> : ket (fun j => if j == k then @ket_minus R else @ket_S R) = ket (placed R set0 [set k]).
  by apply: eq_ket => j i; rewrite /placed !inE.
have := claim P given set0 [set k]; rewrite -setI_eq0 set0I eqxx cards0 cards1.
by rewrite /= mul0r addr0 mul0r; apply.
Qed.
End Placements.

(* the value at 0 of a fraction with constant terms a and a m *)
Lemma fraction_at_0 (R : rcfType) (num den : zpoly) m :
  Z.ltb 0 (head Z0 num) && Z.eqb (Z.mul (head Z0 num) m) (head Z0 den) ->
  peval num (0 : R) / peval den 0 = (zr R m)^-1.
Proof.
have at_0 l : peval l (0 : R) = zr R (head Z0 l) by case: l => [|c l] //=; rewrite mul0r addr0.
case/andP=> pos /Z.eqb_eq prod; rewrite !at_0 -prod zrM invfM mulrA divff ?mul1r //.
by rewrite gt_eqF ?zr_gt0.
Qed.
