(* The definitions that a reader must trust: what the theorems talk about.  Nothing is proved here.

   One qudit has odd dimension p = q.+2, with basis |0> .. |p-1> numbered by 'I_p, the integers mod p.
   C is a numerically closed field: for example R[i], the complex numbers over a real closed field R.
   w is a p-th root of unity in C, primitive wherever it matters. *)
From mathcomp Require Import all_ssreflect all_algebra complex.

Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.TTheory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Codes.
Variables (q : nat) (C : numClosedFieldType) (w : C).
Notation p := q.+2.

(* X|j> = |j+1>, Z|j> = w^j |j>, and T(u|v) = w^(uv/2) X^u Z^v with 1/2 = (p+1)/2 mod p (Prakash 2020, section 2) *)
Definition shift : 'M[C]_p := \matrix_(i, j) (i == j + 1)%:R.
Definition clock : 'M[C]_p := \matrix_(i, j) ((i == j)%:R * w ^+ j).
Definition displacement1 (a : 'I_p * 'I_p) : 'M[C]_p :=
  w ^+ (p.+1./2 * (a.1 * a.2)) *: (shift ^+ a.1 *m clock ^+ a.2).

(* n qudits: the basis is numbered by functions from sites to 'I_p, and a product operator has product entries *)
Definition dim n := #|{ffun 'I_n -> 'I_p}|.
Definition tensor n (F : 'I_n -> 'M[C]_p) : 'M[C]_(dim n) :=
  \matrix_(i, j) \prod_k F k ((enum_val i : {ffun 'I_n -> 'I_p}) k) ((enum_val j : {ffun 'I_n -> 'I_p}) k).

(* vectors (u|v) of phase space as the function k |-> (u_k, v_k); T(a) is the product of the T(u_k|v_k) *)
Definition phase n := {ffun 'I_n -> 'I_p * 'I_p}.
Definition displacement n (a : phase n) : 'M[C]_(dim n) := tensor (fun k => displacement1 (a k)).
Definition weight n (a : phase n) : nat := #|[pred k | a k != 0]|.

Definition adjoint m n (A : 'M[C]_(m, n)) : 'M[C]_(n, m) := \matrix_(i, j) (A j i)^*.

(* P is THE orthogonal projector onto the joint +1 eigenspace of the stabilizers T(g), g in gens *)
Definition code_projector n (gens : seq (phase n)) (P : 'M[C]_(dim n)) : Prop :=
  [/\ P *m P = P, adjoint P = P &
      forall x : 'cV_(dim n), P *m x = x <-> forall g, g \in gens -> displacement g *m x = x].

(* the columns of V are an orthonormal encoded basis, on which T(lx) and T(lz) act as X and Z *)
Definition decoder n (gens : seq (phase n)) (lx lz : phase n) (V : 'M[C]_(dim n, p)) : Prop :=
  [/\ adjoint V *m V = 1%:M, code_projector gens (V *m adjoint V),
      displacement lx *m V = V *m shift & displacement lz *m V = V *m clock].

(* T(a) fixes the code space pointwise, or maps it to itself; how many of these have weight m; the distance *)
Definition stabilizes n (P : 'M[C]_(dim n)) (a : phase n) := displacement a *m P == P.
Definition normalizes n (P : 'M[C]_(dim n)) (a : phase n) := displacement a *m P == P *m displacement a.
Definition number n (good : pred (phase n)) m := #|[pred a | good a & weight a == m]|.
Definition distance n (P : 'M[C]_(dim n)) (d : nat) : Prop :=
  (exists2 a, normalizes P a && ~~ stabilizes P a & weight a = d) /\
  (forall a, normalizes P a -> ~~ stabilizes P a -> (d <= weight a)%N).

(* the output of decoding: V^* rho^(x)n V = (probability) * (output state) *)
Definition decode n (V : 'M[C]_(dim n, p)) (rho : 'M[C]_p) : 'M[C]_p :=
  adjoint V *m tensor (fun=> rho) *m V.

(* the Clifford unitaries H, the Fourier transform, and N, |j> -> w^(j^2) |-j> (Prakash 2020, eq. (2.7) and (2.8)) *)
Definition clifford_H : 'M[C]_p := \matrix_(i, j) ((sqrtC p%:R)^-1 * w ^+ (i * j)).
Definition clifford_N : 'M[C]_p := \matrix_(i, j) ((i == - j)%:R * w ^+ (j * j)).
(* 24 products of H, N H N^-1 and N^2 (N^6 = 1), and the average over them *)
Definition clifford_words : seq 'M[C]_p :=
  [seq clifford_H ^+ ij.1 *m (clifford_N *m clifford_H *m clifford_N ^+ 5) ^+ ij.2 *m clifford_N ^+ (2 * k)
     | ij <- [:: (0, 0); (0, 1); (1, 0); (1, 1); (2, 0); (2, 1); (3, 0); (3, 1)]%N, k <- iota 0 3].
Definition twirl (rho : 'M[C]_p) : 'M[C]_p :=
  24%:R^-1 *: \sum_(U <- clifford_words) adjoint U *m rho *m U.
End Codes.

Section Strange.
Local Open Scope complex_scope.
Variable R : rcfType.
Notation C := R[i].

Definition omega : C := (- 2%:R^-1) +i* (Num.sqrt 3%:R / 2%:R).   (* exp(2 pi i/3) *)

(* |S> = (|1> - |2>)/sqrt 2 and rho(delta) = (1 - delta) |S><S| + delta 1/3 *)
Definition ket_S (i : 'I_3) : C := (i == 1)%:R - (i == 2%:R)%:R.
Definition strange (delta : R) : 'M[C]_3 :=
  \matrix_(i, j) ((1 - delta)%:C * (ket_S i * ket_S j / 2%:R) + delta%:C * ((i == j)%:R / 3%:R)).

(* f is the output parameter, s the probability of success, of a code on n qutrits *)
Definition output_map n (gens : seq (phase 1 n)) (lx lz : phase 1 n) (s f : R -> R) : Prop :=
  forall V, decoder omega gens lx lz V -> forall d : R, 0 <= d <= 1 ->
  0 < s d /\ decode V (strange d) = (s d)%:C *: strange (f d).

(* |f d - c d^k| <= K d^(k+1) on [0, h]; the leading term of f at 0 is c d^k if that is so for some K and h *)
Definition remainder (f : R -> R) (k : nat) (c K h : R) : Prop :=
  forall d, 0 <= d <= h -> `|f d - c * d ^+ k| <= K * d ^+ k.+1.
Definition leading_term (f : R -> R) (k : nat) (c : R) : Prop := exists h K : R, 0 < h /\ remainder f k c K h.

(* for parameters below b, distillation improves the state below t and worsens it above; repeated, below t it
   converges to 0, and from t on it never gets below t *)
Definition threshold_below (f : R -> R) (b t : R) : Prop :=
  [/\ 0 < t < b /\ f t = t, forall d, 0 < d < t -> 0 < f d < d, forall d, t < d < b -> d < f d,
      Num.archimedean_axiom R -> forall d, 0 < d < t ->
      forall eps, 0 < eps -> exists N, forall m, (N <= m)%N -> 0 < iter m f d < eps &
      forall d, t <= d < b -> forall m, t <= iter m f d].
Definition threshold (f : R -> R) (t : R) : Prop := threshold_below f 1 t.

(* N inputs are used for one output of the pure state, f is of order k, and low < log k / log N < high:
   a/b < log k / log N is N^a < k^b *)
Definition yield (n : nat) (s f : R -> R) (k : nat) (N : R) (low high : nat * nat) : Prop :=
  [/\ 1 < N, s 0 * N = n%:R, exists2 c, 0 < c & leading_term f k c,
      N ^+ low.1 < k%:R ^+ low.2 & k%:R ^+ high.2 < N ^+ high.1].

(* two eigenstates of H, not normalised, and a state of n qutrits that is a product *)
Definition ket_plus (i : 'I_3) : C := 1 + (i == 0)%:R * (Num.sqrt 3%:R)%:C.
Definition ket_minus (i : 'I_3) : C := 1 - (i == 0)%:R * (Num.sqrt 3%:R)%:C.
Definition ket n (x : 'I_n -> 'I_3 -> C) : 'cV[C]_(dim 1 n) :=
  \col_i \prod_k x k ((enum_val i : {ffun 'I_n -> 'I_3}) k).
(* <x|P|x> = v <x|x> *)
Definition expectation n (P : 'M[C]_(dim 1 n)) (x : 'cV[C]_(dim 1 n)) (v : R) : Prop :=
  adjoint x *m P *m x = v%:C *: (adjoint x *m x).

(* |N> = (|1> + |2>)/sqrt 2, and (1 - e0 - eS) |N><N| + e0 |0><0| + eS |S><S| *)
Definition ket_N (i : 'I_3) : C := (i == 1)%:R + (i == 2%:R)%:R.
Definition norell (e0 eS : R) : 'M[C]_3 :=
  \matrix_(i, j) ((1 - e0 - eS)%:C * (ket_N i * ket_N j / 2%:R) + e0%:C * ((i == 0)%:R * (j == 0)%:R)
                  + eS%:C * (ket_S i * ket_S j / 2%:R)).
(* f0 and fS are the output parameters, s the probability of success *)
Definition norell_map n (gens : seq (phase 1 n)) (lx lz : phase 1 n) (s f0 fS : R -> R -> R) : Prop :=
  forall V, decoder omega gens lx lz V -> forall e0 eS : R, 0 <= e0 -> 0 <= eS -> e0 + eS <= 1 ->
  0 < s e0 eS /\ decode V (norell e0 eS) = (s e0 eS)%:C *: norell (f0 e0 eS) (fS e0 eS).
(* f is the polynomial P up to a rest of order m + 1 at the pure state *)
Definition expansion (f P : R -> R -> R) (m : nat) : Prop :=
  exists h K : R, 0 < h /\ forall e0 eS, 0 <= e0 -> 0 <= eS -> e0 + eS <= h ->
  `|f e0 eS - P e0 eS| <= K * (e0 + eS) ^+ m.+1.
End Strange.

(* --- qubits: p = 2, w = -1, and i as the square root of w --- *)
Section Qubits.
Variable C : numClosedFieldType.

(* T(u|v) = i^(uv) X^u Z^v: T(1|0) = X, T(0|1) = Z and T(1|1) = iXZ = Y *)
Definition pauli1 (a : 'I_2 * 'I_2) : 'M[C]_2 := 'i ^+ (a.1 * a.2) *: (shift 0 C ^+ a.1 *m clock 0 (-1) ^+ a.2).
Definition pauli n (a : phase 0 n) : 'M[C]_(dim 0 n) := tensor (fun k => pauli1 (a k)).

(* a stabilizer with its sign: (b, a) stands for (-1)^b T(a) *)
Definition signed n (g : bool * phase 0 n) : 'M[C]_(dim 0 n) := (-1) ^+ g.1 *: pauli g.2.

(* P is THE orthogonal projector onto the joint +1 eigenspace of the stabilizers *)
Definition qubit_projector n (gens : seq (bool * phase 0 n)) (P : 'M[C]_(dim 0 n)) : Prop :=
  [/\ P *m P = P, adjoint P = P &
      forall x : 'cV_(dim 0 n), P *m x = x <-> forall g, g \in gens -> signed g *m x = x].

(* the columns of V are an orthonormal encoded basis, on which T(lx) and T(lz) act as X and Z *)
Definition qubit_decoder n (gens : seq (bool * phase 0 n)) (lx lz : phase 0 n) (V : 'M[C]_(dim 0 n, 2)) : Prop :=
  [/\ adjoint V *m V = 1%:M, qubit_projector gens (V *m adjoint V),
      pauli lx *m V = V *m shift 0 C & pauli lz *m V = V *m clock 0 (-1)].

(* T(a) or -T(a) fixes the code space pointwise; T(a) maps it to itself; the distance *)
Definition qubit_stabilizes n (P : 'M[C]_(dim 0 n)) (a : phase 0 n) := (pauli a *m P == P) || (pauli a *m P == - P).
Definition qubit_normalizes n (P : 'M[C]_(dim 0 n)) (a : phase 0 n) := pauli a *m P == P *m pauli a.
Definition qubit_distance n (P : 'M[C]_(dim 0 n)) (d : nat) : Prop :=
  (exists2 a, qubit_normalizes P a && ~~ qubit_stabilizes P a & weight a = d) /\
  (forall a, qubit_normalizes P a -> ~~ qubit_stabilizes P a -> (d <= weight a)%N).

(* U is unitary and takes X to (-1)^b T(a) for x = (b, a), and Z likewise for z *)
Definition qubit_clifford (x z : bool * ('I_2 * 'I_2)) (U : 'M[C]_2) : Prop :=
  [/\ adjoint U *m U = 1%:M, U *m pauli1 (1, 0) = (-1) ^+ x.1 *: (pauli1 x.2 *m U)
    & U *m pauli1 (0, 1) = (-1) ^+ z.1 *: (pauli1 z.2 *m U)].

(* the stabilizers with other signs; and: U on some sites takes the state of n qubits after any outcomes of the
   stabilizers to the state after the outcomes +1, probabilities included *)
Definition flipped n (flips : seq bool) (gens : seq (bool * phase 0 n)) : seq (bool * phase 0 n) :=
  [seq (x.1 (+) x.2.1, x.2.2) | x <- zip flips gens].
Definition corrects n (U : 'M[C]_2) (gens : seq (bool * phase 0 n)) (rho : 'M[C]_2) : Prop :=
  forall flips, size flips = size gens -> exists some : pred 'I_n, forall P Q : 'M[C]_(dim 0 n),
  qubit_projector gens P -> qubit_projector (flipped flips gens) Q ->
  let W := tensor (fun k => if some k then U else 1%:M) in
  W *m (Q *m tensor (fun=> rho) *m Q) *m adjoint W = P *m tensor (fun=> rho) *m P.
End Qubits.

Section QubitStates.
Local Open Scope complex_scope.
Variable R : rcfType.
Notation C := R[i].

(* the state with Bloch vector (x, y, z) *)
Definition bloch (x y z : R) : 'M[C]_2 :=
  2%:R^-1 *: (1%:M + x%:C *: pauli1 _ (1, 0) + y%:C *: pauli1 _ (1, 1) + z%:C *: pauli1 _ (0, 1)).

(* |T> has Bloch vector (1,1,1)/sqrt 3; rho(delta) = (1 - delta) |T><T| + delta 1/2 *)
Definition t_state (delta : R) : 'M[C]_2 :=
  (1 - delta)%:C *: bloch (Num.sqrt 3%:R)^-1 (Num.sqrt 3%:R)^-1 (Num.sqrt 3%:R)^-1 + delta%:C *: (2%:R^-1 *: 1%:M).

(* |A> = (|0> + exp(i pi/4) |1>)/sqrt 2, rho(eps) = (1 - eps) |A><A| + eps Z|A><A|Z *)
Definition ket_A : 'cV[C]_2 :=
  \col_i (if i == 0 then (Num.sqrt 2%:R)^-1%:C else 2%:R^-1 +i* 2%:R^-1).
Definition a_state (eps : R) : 'M[C]_2 :=
  (1 - eps)%:C *: (ket_A *m adjoint ket_A)
  + eps%:C *: (clock 0 (-1) *m ket_A *m adjoint (clock 0 (-1) *m ket_A)).

(* rho is a family of states; f is the output parameter, s the probability of success *)
Definition qubit_output_map (rho : R -> 'M[C]_2) n (gens : seq (bool * phase 0 n)) (lx lz : phase 0 n)
    (s f : R -> R) : Prop :=
  forall V, qubit_decoder gens lx lz V -> forall d : R, 0 <= d <= 1 ->
  0 < s d /\ decode V (rho d) = (s d)%:C *: rho (f d).
End QubitStates.
