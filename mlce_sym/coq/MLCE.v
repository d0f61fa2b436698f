(* The library of the certificates of mlce_sym: finite sums and products over the integers l <= i <= m, sets of reals,
   arg max and arg min, entropies, and one lemma for each rule of the rule table, in the words of its declaration.

   Every number is a real, indices too, and every set is a predicate. Coq's functions are total: ln of a number that is
   not positive is 0, and so is / 0. The certificates therefore prove of every expression that it is defined. *)

Require Export Reals Lra List.
Require Import Classical Lia Psatz Setoid ZArith.
Export ListNotations.
Open Scope R_scope.

(* Sets *)

Notation "x \in A" := (A x) (at level 70, only parsing).

Definition same (A B : R -> Prop) : Prop := forall x : R, x \in A <-> x \in B.
Notation "A == B" := (same A B) (at level 70, no associativity).

Definition Reals (x : R) : Prop := True.
Definition Integers (x : R) : Prop := exists z : Z, x = IZR z.
Definition Empty (x : R) : Prop := False.
Definition Range (l m : R) (x : R) : Prop := Integers x /\ l <= x /\ x <= m.
Definition Interval (a b : R) (x : R) : Prop := a < x /\ x < b.
Definition Above (a : R) (x : R) : Prop := a < x.
Definition Between (a b : R) (x : R) : Prop := a <= x /\ x <= b.
Definition Finite (values : list R) (x : R) : Prop := In x values.
Definition Without (A : R -> Prop) (c : R) (x : R) : Prop := x \in A /\ x <> c.
Definition ArgMax (A : R -> Prop) (f : R -> R) (x : R) : Prop := x \in A /\ forall t : R, t \in A -> f t <= f x.
Definition ArgMin (A : R -> Prop) (f : R -> R) (x : R) : Prop := x \in A /\ forall t : R, t \in A -> f x <= f t.

(* l and m are integers with l - 1 <= m: the ends of a range, which may be empty. *)
Definition IsRange (l m : R) : Prop := Integers l /\ Integers m /\ l - 1 <= m.

(* Sums and products over the integers from l to m; there are m - l + 1 of them. *)

Definition count (l m : R) : nat := Z.to_nat (up (m - l)).

Fixpoint sum_of (l : R) (f : R -> R) (k : nat) : R :=
  match k with O => 0 | S j => sum_of l f j + f (l + INR j) end.
Fixpoint product_of (l : R) (f : R -> R) (k : nat) : R :=
  match k with O => 1 | S j => product_of l f j * f (l + INR j) end.

Definition Sum (l m : R) (f : R -> R) : R := sum_of l f (count l m).
Definition Prod (l m : R) (f : R -> R) : R := product_of l f (count l m).

Definition delta (a b : R) : R := if Req_EM_T a b then 1 else 0.

(* a where the condition about u and v holds, else b. That something has a value, each theorem shows beside it. *)
Definition CasesLt (u v a b : R) : R := if Rlt_dec u v then a else b.
Definition CasesLe (u v a b : R) : R := if Rle_dec u v then a else b.
Definition CasesEq (u v a b : R) : R := if Req_EM_T u v then a else b.
Definition CasesNe (u v a b : R) : R := if Req_EM_T u v then b else a.
Definition Undefined : R := 0.

(* Of every proposition it can be said whether it holds, as of two numbers whether they are equal. *)
Definition decided (P : Prop) : {P} + {~ P} :=
  match ClassicalDedekindReals.sig_not_dec P with left N => left (NNPP P N) | right N => right N end.
Definition CasesMember (u : R) (A : R -> Prop) (a b : R) : R := if decided (u \in A) then a else b.

(* a^b for a > 0, and for every a where b is an integer; 0^b = 0 for b > 0. *)
Definition Power (a b : R) : R :=
  if Rlt_dec 0 a then Rpower a b else if Req_EM_T (IZR (Int_part b)) b then powerRZ a (Int_part b) else 0.

(* In Coq 0 * ln 0 = 0, as the convention for entropies has it. *)
Definition Entropy (l m : R) (p : R -> R) : R := - Sum l m (fun k => p k * ln (p k)).
Definition CrossEntropy (l m : R) (p q : R -> R) : R := - Sum l m (fun k => p k * ln (q k)).
Definition KLDivergence (l m : R) (p q : R -> R) : R := Sum l m (fun k => p k * ln (p k / q k)).

(* The indices of a range, counted *)

Lemma count_of_length : forall (l m : R) (k : nat), m - l + 1 = INR k -> count l m = k.
Proof.
  intros l m k H. rewrite INR_IZR_INZ in H. unfold count.
  rewrite <- (tech_up (m - l) (Z.of_nat k)) by lra. apply Nat2Z.id.
Qed.

Lemma count_length : forall l m : R, IsRange l m -> INR (count l m) = m - l + 1.
Proof.
  intros l m [[a ->] [[b ->] H]].
  assert (0 <= b - a + 1)%Z by (apply le_IZR; rewrite plus_IZR, minus_IZR; lra).
  assert (E : IZR b - IZR a + 1 = INR (Z.to_nat (b - a + 1)))
    by (rewrite INR_IZR_INZ, Z2Nat.id, plus_IZR, minus_IZR by assumption; lra).
  rewrite (count_of_length _ _ _ E). symmetry. exact E.
Qed.

Lemma index_in_range : forall (l m : R) (j : nat), IsRange l m -> (j < count l m)%nat -> l + INR j \in Range l m.
Proof.
  intros l m j H Hj. pose proof (count_length l m H) as E. destruct H as [[a ->] _].
  apply le_INR in Hj. rewrite S_INR in Hj. pose proof (pos_INR j). split; [| lra].
  exists (a + Z.of_nat j)%Z. rewrite plus_IZR, <- INR_IZR_INZ. reflexivity.
Qed.

Lemma index_of_member : forall l m i : R,
  IsRange l m -> i \in Range l m -> exists j : nat, (j < count l m)%nat /\ i = l + INR j.
Proof.
  intros l m i H [[c ->] Hc]. pose proof (count_length l m H) as E. destruct H as [[a ->] _].
  assert (Hac : (a <= c)%Z) by (apply le_IZR; lra).
  assert (Ej : INR (Z.to_nat (c - a)) = IZR c - IZR a)
    by (rewrite INR_IZR_INZ, Z2Nat.id, minus_IZR by lia; reflexivity).
  exists (Z.to_nat (c - a)). split; [apply INR_lt |]; lra.
Qed.

Lemma sum_of_ext : forall (l : R) (f g : R -> R) (k : nat),
  (forall j, (j < k)%nat -> f (l + INR j) = g (l + INR j)) -> sum_of l f k = sum_of l g k.
Proof.
  induction k as [| k IH]; intros H; simpl; [reflexivity |].
  rewrite IH, H by (intros; try apply H; lia). reflexivity.
Qed.

Lemma product_of_ext : forall (l : R) (f g : R -> R) (k : nat),
  (forall j, (j < k)%nat -> f (l + INR j) = g (l + INR j)) -> product_of l f k = product_of l g k.
Proof.
  induction k as [| k IH]; intros H; simpl; [reflexivity |].
  rewrite IH, H by (intros; try apply H; lia). reflexivity.
Qed.

(* What holds of 0 and of every term, and is kept by +, holds of the sum; likewise for products. *)

Lemma sum_of_invariant : forall (P : R -> Prop) (l : R) (f : R -> R) (k : nat),
  P 0 -> (forall a b, P a -> P b -> P (a + b)) -> (forall j, (j < k)%nat -> P (f (l + INR j))) -> P (sum_of l f k).
Proof.
  intros P l f k H0 Hplus. induction k as [| k IH]; intros H; simpl; [exact H0 |].
  apply Hplus; [apply IH; intros |]; apply H; lia.
Qed.

Lemma product_of_invariant : forall (P : R -> Prop) (l : R) (f : R -> R) (k : nat),
  P 1 -> (forall a b, P a -> P b -> P (a * b)) -> (forall j, (j < k)%nat -> P (f (l + INR j))) ->
  P (product_of l f k).
Proof.
  intros P l f k H1 Hmult. induction k as [| k IH]; intros H; simpl; [exact H1 |].
  apply Hmult; [apply IH; intros |]; apply H; lia.
Qed.

(* Equal parts make equal wholes *)

Lemma same_reflexive : forall A : R -> Prop, A == A.
Proof.
  intros A x. reflexivity.
Qed.

Lemma same_symmetric : forall A B : R -> Prop, A == B -> B == A.
Proof.
  intros A B H x. symmetry. apply H.
Qed.

Lemma same_transitive : forall A B C : R -> Prop, A == B -> B == C -> A == C.
Proof.
  intros A B C H K x. transitivity (B x); [apply H | apply K].
Qed.

#[export] Instance same_equivalence : Equivalence same.
Proof.
  split; [exact same_reflexive | exact same_symmetric | exact same_transitive].
Qed.

Lemma same_of_eq : forall A B : R -> Prop, A = B -> A == B.
Proof.
  intros A B ->. reflexivity.
Qed.

Lemma iff_of_eq : forall P Q : Prop, P = Q -> (P <-> Q).
Proof.
  intros P Q ->. reflexivity.
Qed.

Lemma iff_True : forall P : Prop, P -> (P <-> True).
Proof.
  tauto.
Qed.

Lemma iff_False : forall P : Prop, ~ P -> (P <-> False).
Proof.
  tauto.
Qed.

Lemma Sum_ext : forall (l m : R) (f g : R -> R),
  IsRange l m -> (forall i, i \in Range l m -> f i = g i) -> Sum l m f = Sum l m g.
Proof.
  intros l m f g H E. apply sum_of_ext. intros j Hj. apply E, index_in_range; assumption.
Qed.

Lemma Prod_ext : forall (l m : R) (f g : R -> R),
  IsRange l m -> (forall i, i \in Range l m -> f i = g i) -> Prod l m f = Prod l m g.
Proof.
  intros l m f g H E. apply product_of_ext. intros j Hj. apply E, index_in_range; assumption.
Qed.

Lemma Entropy_ext : forall (l m : R) (p q : R -> R),
  IsRange l m -> (forall k, k \in Range l m -> p k = q k) -> Entropy l m p = Entropy l m q.
Proof.
  intros l m p q H E. unfold Entropy. f_equal. apply Sum_ext; [exact H |].
  intros k Hk. rewrite (E k Hk). reflexivity.
Qed.

Lemma CrossEntropy_ext : forall (l m : R) (p q p' q' : R -> R),
  IsRange l m -> (forall k, k \in Range l m -> p k = p' k) -> (forall k, k \in Range l m -> q k = q' k) ->
  CrossEntropy l m p q = CrossEntropy l m p' q'.
Proof.
  intros l m p q p' q' H E F. unfold CrossEntropy. f_equal. apply Sum_ext; [exact H |].
  intros k Hk. rewrite (E k Hk), (F k Hk). reflexivity.
Qed.

Lemma KLDivergence_ext : forall (l m : R) (p q p' q' : R -> R),
  IsRange l m -> (forall k, k \in Range l m -> p k = p' k) -> (forall k, k \in Range l m -> q k = q' k) ->
  KLDivergence l m p q = KLDivergence l m p' q'.
Proof.
  intros l m p q p' q' H E F. unfold KLDivergence. apply Sum_ext; [exact H |].
  intros k Hk. rewrite (E k Hk), (F k Hk). reflexivity.
Qed.

Lemma ArgMax_ext : forall (A : R -> Prop) (f g : R -> R),
  (forall t, t \in A -> f t = g t) -> ArgMax A f == ArgMax A g.
Proof.
  intros A f g E x. split; intros [Hx H]; (split; [exact Hx |]); intros t Ht.
  - rewrite <- (E x Hx), <- (E t Ht). apply H, Ht.
  - rewrite (E x Hx), (E t Ht). apply H, Ht.
Qed.

Lemma ArgMin_ext : forall (A : R -> Prop) (f g : R -> R),
  (forall t, t \in A -> f t = g t) -> ArgMin A f == ArgMin A g.
Proof.
  intros A f g E x. split; intros [Hx H]; (split; [exact Hx |]); intros t Ht.
  - rewrite <- (E x Hx), <- (E t Ht). apply H, Ht.
  - rewrite (E x Hx), (E t Ht). apply H, Ht.
Qed.

Lemma ArgMax_same : forall (A B : R -> Prop) (f : R -> R), A == B -> ArgMax A f == ArgMax B f.
Proof.
  intros A B f E x. split; intros [Hx H]; (split; [apply E, Hx |]); intros t Ht; apply H, E, Ht.
Qed.

Lemma ArgMin_same : forall (A B : R -> Prop) (f : R -> R), A == B -> ArgMin A f == ArgMin B f.
Proof.
  intros A B f E x. split; intros [Hx H]; (split; [apply E, Hx |]); intros t Ht; apply H, E, Ht.
Qed.

Lemma Without_same : forall (A B : R -> Prop) (c : R), A == B -> Without A c == Without B c.
Proof.
  intros A B c E x. unfold Without. rewrite (E x). reflexivity.
Qed.

Lemma Member_same : forall (A B : R -> Prop) (x : R), A == B -> (x \in A <-> x \in B).
Proof.
  intros A B x E. apply E.
Qed.

Lemma ForAll_ext : forall (A P Q : R -> Prop),
  (forall t, t \in A -> (P t <-> Q t)) -> ((forall t, t \in A -> P t) <-> (forall t, t \in A -> Q t)).
Proof.
  intros A P Q E. split; intros H t Ht; apply (E t Ht), H, Ht.
Qed.

Lemma ForAll_same : forall (A B P : R -> Prop),
  A == B -> ((forall t, t \in A -> P t) <-> (forall t, t \in B -> P t)).
Proof.
  intros A B P E. split; intros H t Ht; apply H, E, Ht.
Qed.

(* Integers and signs *)

Lemma Integers_IZR : forall z : Z, Integers (IZR z).
Proof.
  intros z. exists z. reflexivity.
Qed.

Lemma Integers_plus : forall a b : R, Integers a -> Integers b -> Integers (a + b).
Proof.
  intros a b [x ->] [y ->]. exists (x + y)%Z. rewrite plus_IZR. reflexivity.
Qed.

Lemma Integers_minus : forall a b : R, Integers a -> Integers b -> Integers (a - b).
Proof.
  intros a b [x ->] [y ->]. exists (x - y)%Z. rewrite minus_IZR. reflexivity.
Qed.

Lemma Integers_opp : forall a : R, Integers a -> Integers (- a).
Proof.
  intros a [x ->]. exists (- x)%Z. rewrite opp_IZR. reflexivity.
Qed.

Lemma Integers_mult : forall a b : R, Integers a -> Integers b -> Integers (a * b).
Proof.
  intros a b [x ->] [y ->]. exists (x * y)%Z. rewrite mult_IZR. reflexivity.
Qed.

Lemma Integers_pow : forall (a : R) (k : nat), Integers a -> Integers (a ^ k).
Proof.
  intros a k H. induction k as [| k IH]; simpl; [exact (Integers_IZR 1) |].
  apply Integers_mult; assumption.
Qed.

Lemma Integers_delta : forall a b : R, Integers (delta a b).
Proof.
  intros a b. unfold delta. destruct (Req_EM_T a b); apply Integers_IZR.
Qed.

Lemma Integers_Sum : forall (l m : R) (f : R -> R),
  IsRange l m -> (forall i, i \in Range l m -> Integers (f i)) -> Integers (Sum l m f).
Proof.
  intros l m f H K. apply (sum_of_invariant Integers); [exact (Integers_IZR 0) | exact Integers_plus |].
  intros j Hj. apply K, index_in_range; assumption.
Qed.

(* Between two integers lies at least 1. *)
Lemma integer_lt : forall a b : R, Integers a -> Integers b -> a < b -> a <= b - 1.
Proof.
  intros a b [x ->] [y ->] H. apply lt_IZR in H. rewrite <- minus_IZR. apply IZR_le. lia.
Qed.

Lemma Rpower_positive : forall a b : R, 0 < Rpower a b.
Proof.
  intros a b. apply exp_pos.
Qed.

Lemma Prod_positive : forall (l m : R) (f : R -> R),
  IsRange l m -> (forall i, i \in Range l m -> 0 < f i) -> 0 < Prod l m f.
Proof.
  intros l m f H K. apply (product_of_invariant (fun s => 0 < s)); [lra | exact Rmult_lt_0_compat |].
  intros j Hj. apply K, index_in_range; assumption.
Qed.

Lemma Prod_nonnegative : forall (l m : R) (f : R -> R),
  IsRange l m -> (forall i, i \in Range l m -> 0 <= f i) -> 0 <= Prod l m f.
Proof.
  intros l m f H K. apply (product_of_invariant (fun s => 0 <= s)); [lra | exact Rmult_le_pos |].
  intros j Hj. apply K, index_in_range; assumption.
Qed.

Lemma Sum_nonnegative : forall (l m : R) (f : R -> R),
  IsRange l m -> (forall i, i \in Range l m -> 0 <= f i) -> 0 <= Sum l m f.
Proof.
  intros l m f H K. apply (sum_of_invariant (fun s => 0 <= s)); [lra | exact Rplus_le_le_0_compat |].
  intros j Hj. apply K, index_in_range; assumption.
Qed.

Lemma Sum_positive : forall (l m : R) (f : R -> R),
  IsRange l m -> l <= m -> (forall i, i \in Range l m -> 0 < f i) -> 0 < Sum l m f.
Proof.
  intros l m f H Hlm K. pose proof (count_length l m H) as E.
  assert (Hf : forall j, (j < count l m)%nat -> 0 < f (l + INR j))
    by (intros j Hj; apply K, index_in_range; assumption).
  unfold Sum. destruct (count l m) as [| k]; [simpl in E; lra | simpl].
  apply Rplus_le_lt_0_compat; [| apply Hf; lia].
  apply (sum_of_invariant (fun s => 0 <= s)); [lra | exact Rplus_le_le_0_compat |].
  intros j Hj. left. apply Hf. lia.
Qed.

(* The length of a range of numbers, as a natural number: Sum 1 3 f = f 1 + f 2 + f 3 by computation. *)
Lemma Sum_of_literals : forall (l : Z) (k : nat) (f : R -> R),
  Sum (IZR l) (IZR (l + Z.of_nat k - 1)) f = sum_of (IZR l) f k.
Proof.
  intros l k f. unfold Sum. rewrite (count_of_length _ _ k); [reflexivity |].
  rewrite minus_IZR, plus_IZR, <- INR_IZR_INZ. ring.
Qed.

Lemma Prod_of_literals : forall (l : Z) (k : nat) (f : R -> R),
  Prod (IZR l) (IZR (l + Z.of_nat k - 1)) f = product_of (IZR l) f k.
Proof.
  intros l k f. unfold Prod. rewrite (count_of_length _ _ k); [reflexivity |].
  rewrite minus_IZR, plus_IZR, <- INR_IZR_INZ. ring.
Qed.

(* Powers and logarithms of algebra *)

Lemma Rpower_whole : forall (a : R) (k : nat), 0 < a -> Rpower a (INR k) = a ^ k.
Proof.
  intros a k H. apply Rpower_pow, H.
Qed.

Lemma Rpower_inverse : forall (a : R) (k : nat), 0 < a -> Rpower a (- INR k) = / (a ^ k).
Proof.
  intros a k H. rewrite Rpower_Ropp, Rpower_pow by exact H. reflexivity.
Qed.

Lemma Rpower_sum : forall a b c : R, Rpower a (b + c) = Rpower a b * Rpower a c.
Proof.
  intros a b c. apply Rpower_plus.
Qed.

Lemma Rpower_opposite : forall a b : R, Rpower a (- b) = / Rpower a b.
Proof.
  intros a b. apply Rpower_Ropp.
Qed.

Lemma Rpower_multiple : forall (a b : R) (k : nat), Rpower a (INR k * b) = Rpower a b ^ k.
Proof.
  intros a b k. rewrite Rmult_comm, <- Rpower_mult. apply Rpower_pow, Rpower_positive.
Qed.

Lemma Rpower_product : forall a b c : R, 0 < a -> 0 < b -> Rpower (a * b) c = Rpower a c * Rpower b c.
Proof.
  intros a b c Ha Hb. symmetry. apply Rpower_mult_distr; assumption.
Qed.

Lemma Rpower_Rpower : forall a b c : R, Rpower (Rpower a b) c = Rpower a (b * c).
Proof.
  intros a b c. apply Rpower_mult.
Qed.

Lemma ln_of_product : forall a b : R, 0 < a -> 0 < b -> ln (a * b) = ln a + ln b.
Proof.
  intros a b Ha Hb. apply ln_mult; assumption.
Qed.

Lemma ln_of_inverse : forall a : R, 0 < a -> ln (/ a) = - ln a.
Proof.
  intros a H. apply ln_Rinv, H.
Qed.

Lemma ln_of_pow : forall (a : R) (k : nat), 0 < a -> ln (a ^ k) = INR k * ln a.
Proof.
  intros a k H. rewrite <- Rpower_pow by exact H. apply ln_exp.
Qed.

(* Powers of any base *)

Lemma Power_positive : forall a b : R, 0 < a -> Power a b = Rpower a b.
Proof.
  intros a b H. unfold Power. destruct (Rlt_dec 0 a) as [_ | N]; [reflexivity | destruct (N H)].
Qed.

Lemma Int_part_IZR : forall z : Z, Int_part (IZR z) = z.
Proof.
  intros z. unfold Int_part. rewrite <- (tech_up (IZR z) (z + 1)); rewrite ?plus_IZR; [lia | lra | lra].
Qed.

Lemma Power_integer : forall (a : R) (z : Z), Power a (IZR z) = powerRZ a z.
Proof.
  intros a z. unfold Power. destruct (Rlt_dec 0 a) as [H | _]; [symmetry; apply powerRZ_Rpower, H |].
  rewrite Int_part_IZR. destruct (Req_EM_T (IZR z) (IZR z)) as [_ | N]; [reflexivity | destruct (N eq_refl)].
Qed.

Lemma Power_natural : forall (a : R) (k : nat), Power a (INR k) = a ^ k.
Proof.
  intros a k. rewrite INR_IZR_INZ, Power_integer. symmetry. apply pow_powerRZ.
Qed.

Lemma powerRZ_powerRZ : forall (a : R) (m n : Z), powerRZ (powerRZ a m) n = powerRZ a (m * n).
Proof.
  intros a.
  assert (P : forall (m : Z) (k : nat), powerRZ (powerRZ a m) (Z.of_nat k) = powerRZ a (m * Z.of_nat k)).
  { assert (N : forall j k : nat, powerRZ (powerRZ a (Z.of_nat j)) (Z.of_nat k) = powerRZ a (Z.of_nat j * Z.of_nat k))
      by (intros j k; rewrite <- Nat2Z.inj_mul, <- !pow_powerRZ, pow_mult; reflexivity).
    intros m k. destruct (Z_le_dec 0 m) as [M | M]; [rewrite <- (Z2Nat.id m M); apply N |].
    rewrite <- (Z.opp_involutive m), <- (Z2Nat.id (- m)) by lia.
    rewrite Z.mul_opp_l, !powerRZ_neg', powerRZ_inv', N. reflexivity. }
  intros m n. destruct (Z_le_dec 0 n) as [M | M]; [rewrite <- (Z2Nat.id n M); apply P |].
  rewrite <- (Z.opp_involutive n), <- (Z2Nat.id (- n)) by lia.
  rewrite Z.mul_opp_r, !powerRZ_neg', P. reflexivity.
Qed.

Lemma powerRZ_of_0 : forall z : Z, z <> 0%Z -> powerRZ 0 z = 0.
Proof.
  intros [| p | p] H; simpl; [destruct (H eq_refl) | | rewrite pow_i by lia; apply Rinv_0].
  apply pow_i. lia.
Qed.

Lemma Power_of_0 : forall b : R, b <> 0 -> Power 0 b = 0.
Proof.
  intros b H. unfold Power. destruct (Rlt_dec 0 0) as [L | _]; [lra |].
  destruct (Req_EM_T (IZR (Int_part b)) b) as [E | _]; [| reflexivity].
  apply powerRZ_of_0. intros Z. rewrite Z in E. exact (H (eq_sym E)).
Qed.

Lemma Rabs_powerRZ : forall (a : R) (z : Z), Rabs (powerRZ a z) = powerRZ (Rabs a) z.
Proof.
  intros a [| p | p]; simpl; [apply Rabs_R1 | symmetry; apply RPow_abs | rewrite Rabs_inv, RPow_abs; reflexivity].
Qed.

(* Used in the lemmas of the rules *)

Lemma sum_of_zeros : forall (l : R) (f : R -> R) (k : nat),
  (forall j, (j < k)%nat -> f (l + INR j) = 0) -> sum_of l f k = 0.
Proof.
  intros l f k. apply (sum_of_invariant (fun s => s = 0)); intros; lra.
Qed.

Lemma count_without_last : forall l m : R, IsRange l (m - 1) -> count l m = S (count l (m - 1)).
Proof.
  intros l m H. apply count_of_length. rewrite S_INR, (count_length _ _ H). lra.
Qed.

Lemma last_index : forall l m : R, IsRange l (m - 1) -> l + INR (count l (m - 1)) = m.
Proof.
  intros l m H. rewrite (count_length _ _ H). lra.
Qed.

Lemma sum_of_plus : forall (l : R) (f g : R -> R) (k : nat),
  sum_of l (fun i => f i + g i) k = sum_of l f k + sum_of l g k.
Proof.
  induction k as [| k IH]; simpl; lra.
Qed.

(* Exactly one of the first k indices is c, so only its term remains. *)
Lemma sum_of_delta : forall (l : R) (f : R -> R) (n k : nat),
  (n < k)%nat -> sum_of l (fun i => delta (l + INR n) i * f i) k = f (l + INR n).
Proof.
  induction k as [| k IH]; intros H; [lia | simpl]. unfold delta at 2.
  destruct (Req_EM_T (l + INR n) (l + INR k)) as [E | E].
  - rewrite sum_of_zeros; [rewrite <- E; ring |]. intros j Hj. unfold delta.
    destruct (Req_EM_T (l + INR n) (l + INR j)) as [F | F]; [| ring].
    assert (j = k) by (apply INR_eq; lra). lia.
  - assert (n <> k) by (intros ->; apply E; reflexivity). rewrite IH by lia. ring.
Qed.

Lemma ln_order : forall u v : R, 0 < u -> 0 < v -> (ln u <= ln v <-> u <= v).
Proof.
  intros u v Hu Hv. split; intros H.
  - apply Rnot_lt_le. intros K. apply (ln_increasing v u Hv) in K. lra.
  - apply Rnot_lt_le. intros K. apply (ln_lt_inv v u Hv Hu) in K. lra.
Qed.

(* One lemma for each rule *)

Lemma log_of_product : forall (l m : R) (f : R -> R),
  IsRange l m ->
  (forall i, i \in Range l m -> 0 < f i) ->
  ln (Prod l m (fun i => f i)) = Sum l m (fun i => ln (f i)).
Proof.
  intros l m f H K.
  assert (Hf : forall j, (j < count l m)%nat -> 0 < f (l + INR j))
    by (intros j Hj; apply K, index_in_range; assumption).
  unfold Prod, Sum. induction (count l m) as [| k IH]; simpl; [exact ln_1 |].
  rewrite ln_mult, IH; [reflexivity | intros; apply Hf; lia | | apply Hf; lia].
  apply (product_of_invariant (fun s => 0 < s)); [lra | exact Rmult_lt_0_compat | intros; apply Hf; lia].
Qed.

Lemma log_of_two_factors : forall (a b : R),
  0 < a ->
  0 < b ->
  ln (a * b) = ln a + ln b.
Proof.
  intros a b Ha Hb. apply ln_mult; assumption.
Qed.

Lemma log_of_power : forall (a b : R),
  0 < a ->
  ln (Rpower a b) = b * ln a.
Proof.
  intros a b H. apply ln_exp.
Qed.

Lemma square_of_absolute_value : forall a : R, a ^ 2 = Rabs a ^ 2.
Proof.
  intros a. symmetry. apply pow2_abs.
Qed.

Lemma log_of_square : forall (a : R),
  ln (a ^ 2) = 2 * ln (Rabs a).
Proof.
  intros a. destruct (Req_dec a 0) as [-> | N].
  - rewrite Rabs_R0. replace (0 ^ 2) with 0 by ring. unfold ln.
    destruct (Rlt_dec 0 0) as [L | L]; [exfalso; exact (Rlt_irrefl 0 L) | ring].
  - rewrite square_of_absolute_value. replace (Rabs a ^ 2) with (Rabs a * Rabs a) by ring.
    rewrite ln_mult by (apply Rabs_pos_lt; exact N). ring.
Qed.

Lemma power_of_square : forall (a b : R),
  Power (a ^ 2) b = Power (Rabs a) (2 * b).
Proof.
  intros a b. destruct (Req_dec a 0) as [-> | N].
  - rewrite Rabs_R0. replace (0 ^ 2) with 0 by ring. destruct (Req_dec b 0) as [-> | B].
    + rewrite Rmult_0_r. reflexivity.
    + rewrite !Power_of_0 by lra. reflexivity.
  - pose proof (Rabs_pos_lt a N). rewrite square_of_absolute_value.
    rewrite !Power_positive by (try apply pow_lt; assumption).
    unfold Rpower. rewrite <- square_of_absolute_value, log_of_square. apply f_equal. ring.
Qed.

Lemma log_of_quotient : forall (a b : R),
  0 < a ->
  0 < b ->
  ln (a / b) = ln a - ln b.
Proof.
  intros a b Ha Hb. unfold Rdiv. rewrite ln_mult, ln_Rinv; [ring | exact Hb | exact Ha |].
  apply Rinv_0_lt_compat, Hb.
Qed.

Lemma log_below_tangent : forall (x : R),
  0 < x ->
  x <> 1 ->
  0 < x - 1 - ln x.
Proof.
  intros x Hx H1.
  assert (H : ln x <> 0) by (intros H; apply H1, ln_inv; [exact Hx | lra | rewrite ln_1; exact H]).
  apply exp_ineq1 in H. rewrite exp_ln in H by exact Hx. lra.
Qed.

Lemma log_on_or_below_tangent : forall (x : R),
  0 < x ->
  0 <= x - 1 - ln x.
Proof.
  intros x H. destruct (Req_dec x 1) as [-> | N].
  - rewrite ln_1. lra.
  - pose proof (log_below_tangent x H N). lra.
Qed.

Lemma sum_of_sum : forall (l m : R) (f g : R -> R),
  IsRange l m ->
  Sum l m (fun i => f i + g i) = Sum l m (fun i => f i) + Sum l m (fun i => g i).
Proof.
  intros l m f g H. apply sum_of_plus.
Qed.

Lemma constant_factor : forall (l m c : R) (f : R -> R),
  IsRange l m ->
  Sum l m (fun i => c * f i) = c * Sum l m (fun i => f i).
Proof.
  intros l m c f H. unfold Sum. induction (count l m) as [| k IH]; simpl; [ring |].
  rewrite IH. ring.
Qed.

Lemma sum_of_constant : forall (l m c : R),
  IsRange l m ->
  Sum l m (fun i => c) = c * (m + 1 - l).
Proof.
  intros l m c H. replace (m + 1 - l) with (INR (count l m)) by (rewrite count_length by exact H; ring).
  unfold Sum. induction (count l m) as [| k IH]; [simpl; ring |].
  rewrite S_INR. simpl. rewrite IH. ring.
Qed.

Lemma empty_sum : forall (l : R) (f : R -> R),
  IsRange l (l - 1) ->
  Sum l (l - 1) (fun i => f i) = 0.
Proof.
  intros l f H. unfold Sum. rewrite (count_of_length _ _ 0); [reflexivity | simpl; ring].
Qed.

Lemma last_term : forall (l m : R) (f : R -> R),
  IsRange l m ->
  IsRange l (m - 1) ->
  l <= m ->
  Sum l m (fun i => f i) = f m + Sum l (m - 1) (fun i => f i).
Proof.
  intros l m f H H' Hlm. unfold Sum. rewrite count_without_last by exact H'. simpl.
  rewrite last_index by exact H'. apply Rplus_comm.
Qed.

Lemma sum_of_first : forall (k : nat) (l : R) (f : R -> R), sum_of l f (S k) = f l + sum_of (l + 1) f k.
Proof.
  induction k as [| k IH]; intros l f.
  - simpl. rewrite !Rplus_0_r. ring.
  - change (sum_of l f (S (S k))) with (sum_of l f (S k) + f (l + INR (S k))). rewrite IH.
    change (sum_of (l + 1) f (S k)) with (sum_of (l + 1) f k + f (l + 1 + INR k)).
    replace (l + INR (S k)) with (l + 1 + INR k) by (rewrite S_INR; ring). ring.
Qed.

Lemma sum_of_reversed : forall (k : nat) (l m : R) (f : R -> R),
  INR k = m + 1 - l -> sum_of l f k = sum_of l (fun i => f (l + m - i)) k.
Proof.
  induction k as [| k IH]; intros l m f K; [reflexivity |].
  rewrite S_INR in K. rewrite sum_of_first. simpl. rewrite (IH (l + 1) m f) by lra.
  replace (f (l + m - (l + INR k))) with (f l) by (f_equal; lra). rewrite Rplus_comm. f_equal.
  clear IH K. induction k as [| k IH]; [reflexivity |]. simpl. rewrite IH. f_equal. f_equal. ring.
Qed.

Lemma reversal_of_sum : forall (l m : R) (f : R -> R),
  IsRange l m ->
  Sum l m (fun i => f i) = Sum l m (fun i => f (l + m - i)).
Proof.
  intros l m f H. apply sum_of_reversed. rewrite count_length by exact H. ring.
Qed.

Lemma sum_of_shifted : forall (k : nat) (l c : R) (f : R -> R),
  sum_of (c + l) (fun i => f (i - c)) k = sum_of l f k.
Proof.
  intros k l c f. induction k as [| k IH]; [reflexivity |]. simpl. rewrite IH. f_equal. f_equal. ring.
Qed.

Lemma shift_of_sum : forall (l m : R) (f : R -> R) (c : R),
  IsRange l m ->
  IsRange (c + l) (c + m) ->
  Sum l m (fun i => f i) = Sum (c + l) (c + m) (fun i => f (i - c)).
Proof.
  intros l m f c H H'. unfold Sum, count. replace (c + m - (c + l)) with (m - l) by ring.
  symmetry. apply sum_of_shifted.
Qed.

Lemma sum_of_two_parts : forall (j k : nat) (l : R) (f : R -> R),
  sum_of l f (j + k) = sum_of l f j + sum_of (l + INR j) f k.
Proof.
  intros j k l f. induction k as [| k IH]; [rewrite Nat.add_0_r; simpl; ring |].
  rewrite Nat.add_succ_r. simpl. rewrite IH, plus_INR. rewrite Rplus_assoc. f_equal. f_equal. f_equal. ring.
Qed.

Lemma split_sum : forall (l m : R) (f : R -> R) (r : R),
  IsRange l m ->
  IsRange l r ->
  IsRange (r + 1) m ->
  r \in Integers ->
  l - 1 <= r ->
  r <= m ->
  Sum l m (fun i => f i) = Sum l r (fun i => f i) + Sum (r + 1) m (fun i => f i).
Proof.
  intros l m f r H J K _ _ _. unfold Sum.
  assert (A := count_length l m H). assert (B := count_length l r J). assert (C := count_length (r + 1) m K).
  replace (count l m) with (count l r + count (r + 1) m)%nat by (apply INR_eq; rewrite plus_INR; lra).
  rewrite sum_of_two_parts. replace (l + INR (count l r)) with (r + 1) by lra. reflexivity.
Qed.

Lemma exchange_of_sums : forall (l m r s : R) (f : R -> R -> R),
  IsRange l m ->
  IsRange r s ->
  Sum l m (fun i => Sum r s (fun j => f i j)) = Sum r s (fun j => Sum l m (fun i => f i j)).
Proof.
  intros l m r s f H K. unfold Sum. induction (count l m) as [| k IH]; simpl.
  - symmetry. apply sum_of_zeros. reflexivity.
  - rewrite IH, <- sum_of_plus. reflexivity.
Qed.

Lemma sifting : forall (l m c : R) (f : R -> R),
  IsRange l m ->
  c \in Range l m ->
  Sum l m (fun i => delta c i * f i) = f c.
Proof.
  intros l m c f H Hc. destruct (index_of_member l m c H Hc) as [n [Hn ->]]. apply sum_of_delta, Hn.
Qed.

Lemma nonnegative_sum : forall (l m : R) (f : R -> R),
  IsRange l m ->
  (forall i, i \in Range l m -> 0 <= f i) ->
  0 <= Sum l m (fun i => f i).
Proof.
  exact Sum_nonnegative.
Qed.

Lemma sum_with_a_positive_term : forall (l m : R) (f : R -> R) (c : R),
  IsRange l m ->
  (forall i, i \in Range l m -> 0 <= f i) ->
  c \in Range l m ->
  0 < f c ->
  0 < Sum l m (fun i => f i).
Proof.
  intros l m f c H N C P.
  rewrite (Sum_ext l m (fun i => f i) (fun i => delta c i * f i + (1 - delta c i) * f i) H) by (intros; ring).
  rewrite (sum_of_sum l m (fun i => delta c i * f i) (fun i => (1 - delta c i) * f i) H).
  rewrite (sifting l m c f H C).
  enough (0 <= Sum l m (fun i => (1 - delta c i) * f i)) by lra.
  apply (Sum_nonnegative l m _ H). intros i I. unfold delta.
  destruct (Req_EM_T c i); [lra |]. pose proof (N i I). lra.
Qed.

Lemma zero_at_equality : forall (l m : R) (f g h : R -> R),
  IsRange l m ->
  (forall i, i \in Range l m -> CasesEq (g i) (h i) (f i) 0 = 0) ->
  (forall i, i \in Range l m -> 0 < CasesEq (g i) (h i) 1 (f i)) ->
  Sum l m (fun i => f i) = 0 <-> (forall i, i \in Range l m -> g i = h i).
Proof.
  intros l m f g h H E P. split.
  - intros S i I. destruct (Req_EM_T (g i) (h i)) as [e | ne]; [exact e | exfalso].
    assert (N : forall j, j \in Range l m -> 0 <= f j).
    { intros j J. pose proof (E j J) as Ej. pose proof (P j J) as Pj. unfold CasesEq in Ej, Pj.
      destruct (Req_EM_T (g j) (h j)); lra. }
    pose proof (P i I) as Pi. unfold CasesEq in Pi. destruct (Req_EM_T (g i) (h i)) as [e | _]; [contradiction |].
    pose proof (sum_with_a_positive_term l m f i H N I Pi). lra.
  - intros A. rewrite (Sum_ext l m (fun i => f i) (fun _ => 0) H).
    + rewrite (sum_of_constant l m 0 H). ring.
    + intros i I. pose proof (E i I) as Ei. unfold CasesEq in Ei.
      destruct (Req_EM_T (g i) (h i)) as [_ | ne]; [exact Ei | elim ne; apply A; exact I].
Qed.

Lemma greater_terms : forall (l m : R) (f g : R -> R),
  IsRange l m ->
  l <= m ->
  (forall i, i \in Range l m -> f i < g i) ->
  Sum l m (fun i => f i) < Sum l m (fun i => g i).
Proof.
  intros l m f g H L K.
  rewrite (Sum_ext l m (fun i => g i) (fun i => f i + (g i - f i)) H) by (intros; ring).
  rewrite (sum_of_sum l m (fun i => f i) (fun i => g i - f i) H).
  enough (0 < Sum l m (fun i => g i - f i)) by lra.
  apply (Sum_positive l m _ H L). intros i I. pose proof (K i I). lra.
Qed.

Lemma terms_at_most : forall (l m : R) (f g : R -> R),
  IsRange l m ->
  (forall i, i \in Range l m -> f i <= g i) ->
  Sum l m (fun i => f i) <= Sum l m (fun i => g i).
Proof.
  intros l m f g H K.
  rewrite (Sum_ext l m (fun i => g i) (fun i => f i + (g i - f i)) H) by (intros; ring).
  rewrite (sum_of_sum l m (fun i => f i) (fun i => g i - f i) H).
  enough (0 <= Sum l m (fun i => g i - f i)) by lra.
  apply (Sum_nonnegative l m _ H). intros i I. pose proof (K i I). lra.
Qed.

Lemma empty_product : forall (l : R) (f : R -> R),
  IsRange l (l - 1) ->
  Prod l (l - 1) (fun i => f i) = 1.
Proof.
  intros l f H. unfold Prod. rewrite (count_of_length _ _ 0); [reflexivity | simpl; ring].
Qed.

Lemma last_factor : forall (l m : R) (f : R -> R),
  IsRange l m ->
  IsRange l (m - 1) ->
  l <= m ->
  Prod l m (fun i => f i) = f m * Prod l (m - 1) (fun i => f i).
Proof.
  intros l m f H H' Hlm. unfold Prod. rewrite count_without_last by exact H'. simpl.
  rewrite last_index by exact H'. apply Rmult_comm.
Qed.

Lemma product_of_first : forall (k : nat) (l : R) (f : R -> R), product_of l f (S k) = f l * product_of (l + 1) f k.
Proof.
  induction k as [| k IH]; intros l f.
  - simpl. rewrite !Rplus_0_r. ring.
  - change (product_of l f (S (S k))) with (product_of l f (S k) * f (l + INR (S k))). rewrite IH.
    change (product_of (l + 1) f (S k)) with (product_of (l + 1) f k * f (l + 1 + INR k)).
    replace (l + INR (S k)) with (l + 1 + INR k) by (rewrite S_INR; ring). ring.
Qed.

Lemma product_of_reversed : forall (k : nat) (l m : R) (f : R -> R),
  INR k = m + 1 - l -> product_of l f k = product_of l (fun i => f (l + m - i)) k.
Proof.
  induction k as [| k IH]; intros l m f K; [reflexivity |].
  rewrite S_INR in K. rewrite product_of_first. simpl. rewrite (IH (l + 1) m f) by lra.
  replace (f (l + m - (l + INR k))) with (f l) by (f_equal; lra). rewrite Rmult_comm. f_equal.
  clear IH K. induction k as [| k IH]; [reflexivity |]. simpl. rewrite IH. f_equal. f_equal. ring.
Qed.

Lemma reversal_of_product : forall (l m : R) (f : R -> R),
  IsRange l m ->
  Prod l m (fun i => f i) = Prod l m (fun i => f (l + m - i)).
Proof.
  intros l m f H. apply product_of_reversed. rewrite count_length by exact H. ring.
Qed.

Lemma product_of_shifted : forall (k : nat) (l c : R) (f : R -> R),
  product_of (c + l) (fun i => f (i - c)) k = product_of l f k.
Proof.
  intros k l c f. induction k as [| k IH]; [reflexivity |]. simpl. rewrite IH. f_equal. f_equal. ring.
Qed.

Lemma shift_of_product : forall (l m : R) (f : R -> R) (c : R),
  IsRange l m ->
  IsRange (c + l) (c + m) ->
  Prod l m (fun i => f i) = Prod (c + l) (c + m) (fun i => f (i - c)).
Proof.
  intros l m f c H H'. unfold Prod, count. replace (c + m - (c + l)) with (m - l) by ring.
  symmetry. apply product_of_shifted.
Qed.

Lemma product_of_two_parts : forall (j k : nat) (l : R) (f : R -> R),
  product_of l f (j + k) = product_of l f j * product_of (l + INR j) f k.
Proof.
  intros j k l f. induction k as [| k IH]; [rewrite Nat.add_0_r; simpl; ring |].
  rewrite Nat.add_succ_r. simpl. rewrite IH, plus_INR. rewrite Rmult_assoc. f_equal. f_equal. f_equal. ring.
Qed.

Lemma split_product : forall (l m : R) (f : R -> R) (r : R),
  IsRange l m ->
  IsRange l r ->
  IsRange (r + 1) m ->
  r \in Integers ->
  l - 1 <= r ->
  r <= m ->
  Prod l m (fun i => f i) = Prod l r (fun i => f i) * Prod (r + 1) m (fun i => f i).
Proof.
  intros l m f r H J K _ _ _. unfold Prod.
  assert (A := count_length l m H). assert (B := count_length l r J). assert (C := count_length (r + 1) m K).
  replace (count l m) with (count l r + count (r + 1) m)%nat by (apply INR_eq; rewrite plus_INR; lra).
  rewrite product_of_two_parts. replace (l + INR (count l r)) with (r + 1) by lra. reflexivity.
Qed.

Lemma absolute_value_of_product : forall (l m : R) (f : R -> R),
  IsRange l m ->
  Rabs (Prod l m (fun i => f i)) = Prod l m (fun i => Rabs (f i)).
Proof.
  intros l m f H. unfold Prod. induction (count l m) as [| k IH]; simpl; [exact Rabs_R1 |].
  rewrite Rabs_mult, IH. reflexivity.
Qed.

Lemma product_of_product : forall (l m : R) (f g : R -> R),
  IsRange l m ->
  Prod l m (fun i => f i * g i) = Prod l m (fun i => f i) * Prod l m (fun i => g i).
Proof.
  intros l m f g H. unfold Prod. induction (count l m) as [| k IH]; simpl; [ring |].
  rewrite IH. ring.
Qed.

Lemma product_of_reciprocals : forall (l m : R) (f : R -> R),
  IsRange l m ->
  Prod l m (fun i => / f i) = / Prod l m (fun i => f i).
Proof.
  intros l m f H. unfold Prod. induction (count l m) as [| k IH]; simpl; [symmetry; exact Rinv_1 |].
  rewrite IH, Rinv_mult. reflexivity.
Qed.

Lemma telescoping_sum : forall (l m : R) (f : R -> R),
  IsRange l m ->
  Sum l m (fun i => f (i + 1) - f i) = f (m + 1) - f l.
Proof.
  intros l m f H.
  assert (E : forall k, sum_of l (fun i => f (i + 1) - f i) k = f (l + INR k) - f l).
  { induction k as [| k IH]; [simpl; rewrite Rplus_0_r; ring |].
    simpl sum_of. rewrite IH, S_INR. replace (l + INR k + 1) with (l + (INR k + 1)) by ring. ring. }
  unfold Sum. rewrite E, (count_length _ _ H). f_equal. f_equal. ring.
Qed.

Lemma telescoping_product : forall (l m : R) (f : R -> R),
  IsRange l m ->
  (forall i, i \in Range l m -> f i <> 0) ->
  f l <> 0 ->
  Prod l m (fun i => f (i + 1) / f i) = f (m + 1) / f l.
Proof.
  intros l m f H Hf Hl.
  assert (E : forall k, (k <= count l m)%nat -> product_of l (fun i => f (i + 1) / f i) k = f (l + INR k) / f l).
  { induction k as [| k IH]; intros Hk.
    - simpl. rewrite Rplus_0_r. field. exact Hl.
    - simpl product_of. rewrite IH by lia. rewrite S_INR. replace (l + INR k + 1) with (l + (INR k + 1)) by ring.
      field. split; [exact Hl | apply Hf, index_in_range; [exact H | lia]]. }
  unfold Prod. rewrite E by lia. rewrite (count_length _ _ H).
  replace (l + (m - l + 1)) with (m + 1) by ring. reflexivity.
Qed.

Lemma product_of_squares : forall (l m : R) (f : R -> R),
  IsRange l m ->
  Prod l m (fun i => f i ^ 2) = Prod l m (fun i => f i) ^ 2.
Proof.
  intros l m f H. unfold Prod. induction (count l m) as [| k IH]; simpl in *; [ring |].
  rewrite IH. ring.
Qed.

Lemma product_of_constant : forall (l m c : R),
  IsRange l m ->
  0 < c ->
  Prod l m (fun i => c) = Rpower c (m + 1 - l).
Proof.
  intros l m c H C. replace (m + 1 - l) with (INR (count l m)) by (rewrite count_length by exact H; ring).
  rewrite Rpower_pow by exact C. unfold Prod. induction (count l m) as [| k IH]; simpl; [reflexivity |].
  rewrite IH. apply Rmult_comm.
Qed.

Lemma product_of_exponentials : forall (l m : R) (f : R -> R),
  IsRange l m ->
  Prod l m (fun i => exp (f i)) = exp (Sum l m (fun i => f i)).
Proof.
  intros l m f H. unfold Prod, Sum. induction (count l m) as [| k IH]; simpl; [symmetry; exact exp_0 |].
  rewrite IH, exp_plus. reflexivity.
Qed.

Lemma product_of_powers : forall (l m c : R) (f : R -> R),
  IsRange l m ->
  0 <= c ->
  (forall i, i \in Range l m -> 0 <= f i) ->
  Prod l m (fun i => Power c (f i)) = Power c (Sum l m (fun i => f i)).
Proof.
  intros l m c f H C N.
  assert (K : forall j, (j < count l m)%nat -> 0 <= f (l + INR j))
    by (intros j J; exact (N _ (index_in_range l m j H J))).
  assert (O : Power c 0 = 1) by (change 0 with (INR 0); rewrite Power_natural; reflexivity).
  unfold Prod, Sum. induction (count l m) as [| k IH]; simpl; [symmetry; exact O |].
  rewrite IH by (intros; apply K; lia). pose proof (K k ltac:(lia)) as F.
  assert (S : 0 <= sum_of l (fun i => f i) k)
    by (apply (sum_of_invariant (fun s => 0 <= s)); [lra | exact Rplus_le_le_0_compat | intros; apply K; lia]).
  destruct C as [C | <-].
  - rewrite !Power_positive by exact C. symmetry. apply Rpower_plus.
  - destruct S as [S | <-].
    + rewrite !(Power_of_0 (_ + _)), (Power_of_0 (sum_of _ _ _)) by lra. ring.
    + rewrite O, Rplus_0_l. ring.
Qed.

Lemma equal_parts : forall (u v : R),
  u = v ->
  u = v.
Proof.
  intros u v E. exact E.
Qed.

Lemma power_of_product : forall (a b c : R),
  0 < a ->
  0 < b ->
  Rpower (a * b) c = Rpower a c * Rpower b c.
Proof.
  intros a b c A B. symmetry. apply Rpower_mult_distr; assumption.
Qed.

Lemma power_of_power : forall (a b c : R),
  0 < a ->
  Rpower (Rpower a b) c = Rpower a (b * c).
Proof.
  intros a b c A. apply Rpower_mult.
Qed.

Lemma whole_power_of_product : forall (a b c : R),
  c \in Integers ->
  Power (a * b) c = Power a c * Power b c.
Proof.
  intros a b c [z ->]. rewrite !Power_integer. apply powerRZ_mult.
Qed.

Lemma whole_power_of_power : forall (a b c : R),
  a <> 0 ->
  b \in Integers ->
  c \in Integers ->
  Power (Power a b) c = Power a (b * c).
Proof.
  intros a b c _ [y ->] [z ->]. rewrite <- mult_IZR, !Power_integer. apply powerRZ_powerRZ.
Qed.

Lemma natural_power_of_power : forall (a b c : R),
  b \in Integers ->
  0 <= b ->
  c \in Integers ->
  Power (Power a b) c = Power a (b * c).
Proof.
  intros a b c [y ->] _ [z ->]. rewrite <- mult_IZR, !Power_integer. apply powerRZ_powerRZ.
Qed.

Lemma absolute_value_of_power : forall (a c : R),
  c \in Integers ->
  Rabs (Power a c) = Power (Rabs a) c.
Proof.
  intros a c [z ->]. rewrite !Power_integer. apply Rabs_powerRZ.
Qed.

Lemma even_power_of_minus_one : forall (c b : R),
  b \in Integers ->
  Power (- 1) (c + 2 * b) = Power (- 1) c.
Proof.
  intros c b [y ->]. unfold Power. destruct (Rlt_dec 0 (- 1)) as [L | _]; [lra |]. rewrite <- mult_IZR.
  assert (E : Int_part (c + IZR (2 * y)) = (Int_part c + 2 * y)%Z).
  { unfold Int_part. destruct (archimed c) as [G H].
    rewrite <- (tech_up (c + IZR (2 * y)) (up c + 2 * y)); rewrite ?plus_IZR; [lia | lra | lra]. }
  rewrite E, plus_IZR.
  destruct (Req_EM_T (IZR (Int_part c)) c) as [Z | N], (Req_EM_T (IZR (Int_part c) + IZR (2 * y)) (c + IZR (2 * y)));
    [| lra | lra | reflexivity].
  rewrite powerRZ_add by lra. rewrite <- powerRZ_powerRZ. replace (powerRZ (- 1) 2) with 1 by (simpl; ring).
  rewrite powerRZ_R1. ring.
Qed.

Lemma power_of_zero : forall (b : R),
  0 < b ->
  Power 0 b = 0.
Proof.
  intros b H. apply Power_of_0. lra.
Qed.

Lemma power_of_nonnegative_product : forall (a b c : R),
  0 <= a ->
  0 <= b ->
  Power (a * b) c = Power a c * Power b c.
Proof.
  intros a b c A B. destruct (Req_dec c 0) as [-> | C].
  - assert (P : forall x, Power x 0 = 1) by (intro x; change 0 with (INR 0); rewrite Power_natural; reflexivity).
    rewrite !P. ring.
  - destruct A as [A | <-], B as [B | <-]; rewrite ?Rmult_0_l, ?Rmult_0_r, ?(Power_of_0 c C); try ring.
    rewrite !Power_positive by (try apply Rmult_lt_0_compat; assumption). symmetry. apply Rpower_mult_distr; assumption.
Qed.

Lemma same_order_of_powers : forall (c a b u : R),
  0 < a ->
  0 < b ->
  a <> b ->
  0 < u ->
  0 < c ->
  0 < c * (a - b) * (Rpower a u - Rpower b u).
Proof.
  intros c a b u A B D U C.
  assert (increasing : forall x y, 0 < x -> x < y -> Rpower x u < Rpower y u).
  { intros x y X L. unfold Rpower. apply exp_increasing, Rmult_lt_compat_l; [exact U | apply ln_increasing; assumption]. }
  rewrite Rmult_assoc. apply Rmult_lt_0_compat; [exact C |].
  destruct (Rtotal_order a b) as [L | [E | L]]; [| contradiction |].
  - pose proof (increasing a b A L). replace ((a - b) * (Rpower a u - Rpower b u))
      with ((b - a) * (Rpower b u - Rpower a u)) by ring. apply Rmult_lt_0_compat; lra.
  - pose proof (increasing b a B L). apply Rmult_lt_0_compat; lra.
Qed.

Lemma equal_logarithms : forall (u v : R),
  0 < u ->
  0 < v ->
  ln u = ln v ->
  u = v.
Proof.
  exact ln_inv.
Qed.

Lemma binary_cases : forall (f : R -> R) (y : R),
  y \in Finite [0; 1] ->
  0 < f 0 ->
  0 < f 1 ->
  f y = Rpower (f 1) y * Rpower (f 0) (1 - y).
Proof.
  intros f y [<- | [<- | []]] H0 H1.
  - rewrite Rpower_O, Rminus_0_r, Rpower_1 by assumption. ring.
  - rewrite Rpower_1, Rminus_diag_eq, Rpower_O by (assumption || reflexivity). ring.
Qed.

Lemma delta_at_one : forall (y : R),
  y \in Finite [0; 1] ->
  delta 1 y = y.
Proof.
  intros y H. unfold delta. destruct (Req_EM_T 1 y), H as [<- | [<- | []]]; lra.
Qed.

Lemma delta_at_zero : forall (y : R),
  y \in Finite [0; 1] ->
  delta 0 y = 1 - y.
Proof.
  intros y H. unfold delta. destruct (Req_EM_T 0 y), H as [<- | [<- | []]]; lra.
Qed.

Lemma entry_in_its_place : forall (i k : R) (f : R -> R),
  delta i k * f k + f i * (1 - delta i k) = f i.
Proof.
  intros i k f. unfold delta. destruct (Req_EM_T i k) as [-> | _]; ring.
Qed.

Lemma argmax_of_log : forall (A : R -> Prop) (f : R -> R),
  (forall t, t \in A -> 0 < f t) ->
  ArgMax A (fun t => ln (f t)) == ArgMax A (fun t => f t).
Proof.
  intros A f H x. split; intros [Hx K]; (split; [exact Hx |]); intros t Ht.
  - apply ln_order; [apply H, Ht | apply H, Hx | apply K, Ht].
  - apply ln_order; [apply H, Ht | apply H, Hx | apply K, Ht].
Qed.

Lemma argmax_of_negative : forall (A : R -> Prop) (f : R -> R),
  ArgMax A (fun t => - f t) == ArgMin A (fun t => f t).
Proof.
  intros A f x. split; intros [Hx K]; (split; [exact Hx |]); intros t Ht; specialize (K t Ht); simpl in *; lra.
Qed.

Lemma argmax_of_shifted : forall (A : R -> Prop) (c : R) (f : R -> R),
  ArgMax A (fun t => c + f t) == ArgMax A (fun t => f t).
Proof.
  intros A c f x. split; intros [Hx K]; (split; [exact Hx |]); intros t Ht; specialize (K t Ht); simpl in *; lra.
Qed.

Lemma argmin_of_shifted : forall (A : R -> Prop) (c : R) (f : R -> R),
  ArgMin A (fun t => c + f t) == ArgMin A (fun t => f t).
Proof.
  intros A c f x. split; intros [X H]; (split; [exact X |]); intros t T; specialize (H t T); lra.
Qed.

Lemma argmin_of_scaled : forall (A : R -> Prop) (c : R) (f : R -> R),
  0 < c ->
  ArgMin A (fun t => c * f t) == ArgMin A (fun t => f t).
Proof.
  intros A c f H x. split; intros [Hx K]; (split; [exact Hx |]); intros t Ht; specialize (K t Ht).
  - apply Rmult_le_reg_l in K; assumption.
  - apply Rmult_le_compat_l; [lra | exact K].
Qed.

Lemma argmin_of_square : forall (A : R -> Prop) (f : R -> R),
  ArgMin A (fun t => f t ^ 2) == ArgMin A (fun t => Rabs (f t)).
Proof.
  intros A f x. split; intros [X K]; (split; [exact X |]); intros t T; specialize (K t T); simpl in *.
  - apply Rsqr_le_abs_0. unfold Rsqr. lra.
  - apply Rsqr_le_abs_1 in K. unfold Rsqr in K. lra.
Qed.

Lemma unique_minimiser : forall (A : R -> Prop) (f : R -> R) (a : R),
  a \in A ->
  (forall t, t \in Without A a -> f a < f t) ->
  ArgMin A (fun t => f t) == Finite [a].
Proof.
  intros A f a Ha H x. split.
  - intros [Hx K]. left. destruct (Req_EM_T x a) as [E | E]; [congruence |].
    specialize (K a Ha). specialize (H x (conj Hx E)). simpl in K. lra.
  - intros [<- | []]. split; [exact Ha |]. intros t Ht.
    destruct (Req_EM_T t a) as [-> | E]; [right; reflexivity | left; apply H; split; assumption].
Qed.

Lemma not_a_minimiser : forall (a : R) (A : R -> Prop) (f : R -> R) (b : R),
  b \in A ->
  f b < f a ->
  ~ (a \in ArgMin A (fun t => f t)).
Proof.
  intros a A f b Hb H [_ K]. specialize (K b Hb). simpl in K. lra.
Qed.

Lemma every_point_is_beaten : forall (A : R -> Prop) (f g : R -> R),
  (forall t, t \in A -> g t \in A) ->
  (forall t, t \in A -> f (g t) < f t) ->
  ArgMin A (fun t => f t) == Empty.
Proof.
  intros A f g G H x. split; [| intros []]. intros [I K].
  pose proof (H x I). pose proof (K (g x) (G x I)). lra.
Qed.

Lemma equally_good : forall (b : R) (A : R -> Prop) (f : R -> R) (a : R),
  a \in A ->
  b \in A ->
  f a = f b ->
  b \in ArgMin A (fun t => f t) <-> a \in ArgMin A (fun t => f t).
Proof.
  intros b A f a HA HB E.
  split; intros [_ H]; (split; [assumption |]); intros t T; specialize (H t T); simpl in *; lra.
Qed.

Lemma member_without_a_point : forall (a : R) (A : R -> Prop) (b : R),
  a <> b ->
  a \in Without A b <-> a \in A.
Proof.
  intros a A b N. split; [intros [H _]; exact H | intros H; exact (conj H N)].
Qed.

Lemma as_good_as_a_minimiser : forall (b : R) (A : R -> Prop) (f : R -> R) (a : R),
  a \in ArgMin A (fun t => f t) ->
  b \in A ->
  b \in ArgMin A (fun t => f t) <-> f b <= f a.
Proof.
  intros b A f a [HA La] HB. split.
  - intros [_ Lb]. exact (Lb a HA).
  - intros H. split; [exact HB |]. intros t T. specialize (La t T). simpl in *. lra.
Qed.

Lemma sample_quantile : forall (n c : R) (f : R -> R) (a b t : R),
  IsRange 1 n ->
  0 <= b ->
  2 * b * Sum 1 n (fun i => CasesLt (f i) a 1 0) <= n * (b + c) ->
  2 * b * Sum 1 n (fun i => CasesLt a (f i) 1 0) <= n * (b - c) ->
  Sum 1 n (fun i => c * (f i - a) + b * Rabs (a - f i)) <= Sum 1 n (fun i => c * (f i - t) + b * Rabs (t - f i)).
Proof.
  intros n c f a b t N B L G.
  assert (E : forall (g h s : R -> R) (d : R),
    Sum 1 n (fun i => g i - h i - d * s i) = Sum 1 n g - Sum 1 n h - d * Sum 1 n s).
  { intros g h s d. unfold Sum. induction (count 1 n) as [| k IH]; simpl; [| rewrite IH]; ring. }
  assert (C : forall (s : R -> R) (k d : R), Sum 1 n (fun i => k - 0 - d * s i) = k * n - d * Sum 1 n s).
  { intros s k d. rewrite (E (fun _ => k) (fun _ => 0) s d), !sum_of_constant by exact N. ring. }
  apply Rnot_lt_le. intros W. destruct (Rtotal_order t a) as [T | [-> | T]]; [| lra |].
  - assert (P : 0 <= Sum 1 n (fun i => (c * (f i - t) + b * Rabs (t - f i))
      - (c * (f i - a) + b * Rabs (a - f i)) - (a - t) * (b + c - 0 - 2 * b * CasesLt (f i) a 1 0))).
    { apply Sum_nonnegative; [exact N |]. intros i _. unfold CasesLt, Rabs.
      destruct (Rlt_dec (f i) a), (Rcase_abs (t - f i)), (Rcase_abs (a - f i)); nra. }
    rewrite E, C in P. assert (0 <= (a - t) * ((b + c) * n - 2 * b * Sum 1 n (fun i => CasesLt (f i) a 1 0)))
      by (apply Rmult_le_pos; lra). lra.
  - assert (P : 0 <= Sum 1 n (fun i => (c * (f i - t) + b * Rabs (t - f i))
      - (c * (f i - a) + b * Rabs (a - f i)) - (t - a) * (b - c - 0 - 2 * b * CasesLt a (f i) 1 0))).
    { apply Sum_nonnegative; [exact N |]. intros i _. unfold CasesLt, Rabs.
      destruct (Rlt_dec a (f i)), (Rcase_abs (t - f i)), (Rcase_abs (a - f i)); nra. }
    rewrite E, C in P. assert (0 <= (t - a) * ((b - c) * n - 2 * b * Sum 1 n (fun i => CasesLt a (f i) 1 0)))
      by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma no_least_number : forall (a b : R),
  ArgMin (Interval a b) (fun t => t) == Empty.
Proof.
  intros a b x. split; [| intros []]. intros [[H K] L].
  assert (M : Interval a b ((a + x) / 2)) by (split; lra). specialize (L _ M). simpl in L. lra.
Qed.

Lemma no_greatest_number : forall (a b : R),
  ArgMax (Interval a b) (fun t => t) == Empty.
Proof.
  intros a b x. split; [| intros []]. intros [[H K] L].
  assert (M : Interval a b ((x + b) / 2)) by (split; lra). specialize (L _ M). simpl in L. lra.
Qed.

Lemma order_of_logs : forall (u v : R),
  0 < u ->
  0 < v ->
  ln u < ln v <-> u < v.
Proof.
  intros u v Hu Hv. split; [apply ln_lt_inv; assumption | apply ln_increasing, Hu].
Qed.

Lemma order_of_exponentials : forall (u v : R),
  exp u < exp v <-> u < v.
Proof.
  intros u v. split; [apply exp_lt_inv | apply exp_increasing].
Qed.

Lemma exponentials_at_most : forall (u v : R),
  exp u <= exp v <-> u <= v.
Proof.
  intros u v. split; intros H.
  - apply Rnot_lt_le. intros K. apply exp_increasing in K. lra.
  - destruct H as [H | E]; [left; apply exp_increasing; exact H | rewrite E; right; reflexivity].
Qed.

Lemma order_of_multiples : forall (c u v : R),
  0 < c ->
  c * u < c * v <-> u < v.
Proof.
  intros c u v H. split; [apply Rmult_lt_reg_l, H | apply Rmult_lt_compat_l, H].
Qed.

Lemma order_of_negatives : forall (u v : R),
  - u < - v <-> v < u.
Proof.
  intros u v. split; lra.
Qed.

Lemma order_by_difference : forall (u v : R),
  u < v <-> 0 < v - u.
Proof.
  intros u v. split; lra.
Qed.

Lemma positive_sum : forall (u v : R),
  0 < u ->
  0 < v ->
  0 < u + v.
Proof.
  intros u v. apply Rplus_lt_0_compat.
Qed.

Lemma positive_square : forall (u : R),
  u <> 0 ->
  0 < u ^ 2.
Proof.
  intros u H. rewrite <- Rsqr_pow2. apply Rlt_0_sqr, H.
Qed.

Lemma known_order : forall (u v : R),
  u < v ->
  u < v.
Proof.
  intros u v H. exact H.
Qed.

Lemma different_values : forall (a b : R) (f : R -> R),
  f a <> f b ->
  a <> b.
Proof.
  intros a b f H E. apply H. rewrite E. reflexivity.
Qed.

Lemma known_difference : forall (u v : R),
  u <> v ->
  u <> v.
Proof.
  intros u v H. exact H.
Qed.

Lemma known_equation : forall (u v : R),
  u = v ->
  u = v.
Proof.
  intros u v H. exact H.
Qed.

Lemma at_most_by_difference : forall (u v : R),
  u <= v <-> 0 <= v - u.
Proof.
  intros u v. lra.
Qed.

Lemma known_bound : forall (u v : R),
  u <= v ->
  u <= v.
Proof.
  intros u v H. exact H.
Qed.

Lemma bound_in_two_steps : forall (u v b : R),
  u <= b ->
  b <= v ->
  u <= v.
Proof.
  intros u v b H K. lra.
Qed.

Lemma bound_times_nonnegative : forall (c u v : R),
  0 <= c ->
  u <= v ->
  c * u <= c * v.
Proof.
  intros c u v H K. apply Rmult_le_compat_l; assumption.
Qed.

Lemma nonnegative_multiple : forall (c u : R),
  0 < c ->
  0 <= c * u <-> 0 <= u.
Proof.
  intros c u H. split; intros K; [| apply Rmult_le_pos; lra].
  apply Rmult_le_reg_l with c; lra.
Qed.

Lemma counterexample : forall (A : R -> Prop) (f g : R -> R) (a : R),
  a \in A ->
  g a < f a ->
  ~ (forall t, t \in A -> f t <= g t).
Proof.
  intros A f g a Ha H K. specialize (K a Ha). lra.
Qed.

Lemma not_weighted_with_zero : forall (u v : R), u * v = CasesEq u 0 0 (u * v).
Proof.
  intros u v. unfold CasesEq. destruct (Req_EM_T u 0) as [E |]; [rewrite E; ring | reflexivity].
Qed.

Lemma entropy : forall (l m : R) (p : R -> R),
  IsRange l m ->
  (forall k, k \in Range l m -> 0 <= p k) ->
  Entropy l m (fun k => p k) = - Sum l m (fun k => CasesEq (p k) 0 0 (p k * ln (p k))).
Proof.
  intros l m p H P. unfold Entropy. f_equal. apply Sum_ext; [exact H |].
  intros k K. apply not_weighted_with_zero.
Qed.

Lemma cross_entropy : forall (l m : R) (p q : R -> R),
  IsRange l m ->
  (forall k, k \in Range l m -> 0 <= p k) ->
  (forall k, k \in Range l m -> 0 < q k) ->
  CrossEntropy l m (fun k => p k) (fun k => q k) = - Sum l m (fun k => p k * ln (q k)).
Proof.
  reflexivity.
Qed.

Lemma kl_divergence : forall (l m : R) (p q : R -> R),
  IsRange l m ->
  (forall k, k \in Range l m -> 0 <= p k) ->
  (forall k, k \in Range l m -> 0 < q k) ->
  KLDivergence l m (fun k => p k) (fun k => q k)
  = Sum l m (fun k => CasesEq (p k) 0 0 (p k * ln (p k / q k))).
Proof.
  intros l m p q H P Q. unfold KLDivergence. apply Sum_ext; [exact H |].
  intros k K. apply not_weighted_with_zero.
Qed.

Lemma hyperbolic_cosine : forall (x : R),
  cosh x = 1 / 2 * exp x + 1 / 2 * exp (- x).
Proof.
  intros x. unfold cosh. field.
Qed.

Lemma hyperbolic_sine : forall (x : R),
  sinh x = 1 / 2 * exp x - 1 / 2 * exp (- x).
Proof.
  intros x. unfold sinh. field.
Qed.

Lemma hyperbolic_tangent : forall (x : R),
  tanh x = (exp x - exp (- x)) / (exp x + exp (- x)).
Proof.
  intros x. pose proof (exp_pos x). pose proof (exp_pos (- x)). unfold tanh, sinh, cosh. field. lra.
Qed.

Lemma square_of_sine : forall (t : R),
  sin t ^ 2 = 1 - cos t ^ 2.
Proof.
  intros t. assert (H := sin2_cos2 t). unfold Rsqr in H. lra.
Qed.

Lemma absolute_value_of_nonnegative : forall (a : R),
  0 <= a ->
  Rabs a = a.
Proof.
  exact Rabs_pos_eq.
Qed.

Lemma absolute_value_of_nonpositive : forall (a : R),
  a <= 0 ->
  Rabs a = - a.
Proof.
  exact Rabs_left1.
Qed.

Lemma maximum_is_first : forall (a b : R),
  b <= a ->
  Rmax a b = a.
Proof.
  exact Rmax_left.
Qed.

Lemma maximum_is_second : forall (a b : R),
  a <= b ->
  Rmax a b = b.
Proof.
  exact Rmax_right.
Qed.

Lemma minimum_is_first : forall (a b : R),
  a <= b ->
  Rmin a b = a.
Proof.
  exact Rmin_left.
Qed.

Lemma minimum_is_second : forall (a b : R),
  b <= a ->
  Rmin a b = b.
Proof.
  exact Rmin_right.
Qed.

Lemma maximum_without_first : forall (a b c : R),
  a <= b ->
  Rmax a (Rmax b c) = Rmax b c.
Proof.
  intros a b c H. apply Rmax_right. pose proof (Rmax_l b c). lra.
Qed.

Lemma maximum_without_second : forall (a b c : R),
  b <= a ->
  Rmax a (Rmax b c) = Rmax a c.
Proof.
  intros a b c H. rewrite Rmax_assoc, (Rmax_left a b H). reflexivity.
Qed.

Lemma minimum_without_first : forall (a b c : R),
  b <= a ->
  Rmin a (Rmin b c) = Rmin b c.
Proof.
  intros a b c H. apply Rmin_right. pose proof (Rmin_l b c). lra.
Qed.

Lemma minimum_without_second : forall (a b c : R),
  a <= b ->
  Rmin a (Rmin b c) = Rmin a c.
Proof.
  intros a b c H. rewrite Rmin_assoc, (Rmin_left a b H). reflexivity.
Qed.

(* Cases *)

Lemma case_less : forall (u v a b : R),
  u < v ->
  CasesLt u v a b = a.
Proof.
  intros u v a b H. unfold CasesLt. destruct (Rlt_dec u v); [reflexivity | exfalso; lra].
Qed.

Lemma case_not_less : forall (u v a b : R),
  v <= u ->
  CasesLt u v a b = b.
Proof.
  intros u v a b H. unfold CasesLt. destruct (Rlt_dec u v); [exfalso; lra | reflexivity].
Qed.

Lemma CasesLt_ext : forall (u v a b c d : R),
  (u < v -> a = c) -> (v <= u -> b = d) -> CasesLt u v a b = CasesLt u v c d.
Proof.
  intros u v a b c d A B. unfold CasesLt.
  destruct (Rlt_dec u v); [apply A | apply B]; lra.
Qed.

Lemma case_at_most : forall (u v a b : R),
  u <= v ->
  CasesLe u v a b = a.
Proof.
  intros u v a b H. unfold CasesLe. destruct (Rle_dec u v); [reflexivity | exfalso; lra].
Qed.

Lemma case_not_at_most : forall (u v a b : R),
  v < u ->
  CasesLe u v a b = b.
Proof.
  intros u v a b H. unfold CasesLe. destruct (Rle_dec u v); [exfalso; lra | reflexivity].
Qed.

Lemma CasesLe_ext : forall (u v a b c d : R),
  (u <= v -> a = c) -> (v < u -> b = d) -> CasesLe u v a b = CasesLe u v c d.
Proof.
  intros u v a b c d A B. unfold CasesLe.
  destruct (Rle_dec u v); [apply A | apply B]; lra.
Qed.

Lemma log_of_cases_less : forall (u v a b : R),
  ln (CasesLt u v a b) = CasesLt u v (ln a) (ln b).
Proof.
  intros. unfold CasesLt. destruct (Rlt_dec u v); reflexivity.
Qed.

Lemma log_of_cases_at_most : forall (u v a b : R),
  ln (CasesLe u v a b) = CasesLe u v (ln a) (ln b).
Proof.
  intros. unfold CasesLe. destruct (Rle_dec u v); reflexivity.
Qed.

Lemma log_of_cases_equal : forall (u v a b : R),
  ln (CasesEq u v a b) = CasesEq u v (ln a) (ln b).
Proof.
  intros. unfold CasesEq. destruct (Req_EM_T u v); reflexivity.
Qed.

Lemma case_equal : forall (u v a b : R),
  u = v ->
  CasesEq u v a b = a.
Proof.
  intros u v a b H. unfold CasesEq. destruct (Req_EM_T u v); [reflexivity | exfalso; congruence].
Qed.

Lemma case_not_equal : forall (u v a b : R),
  u <> v ->
  CasesEq u v a b = b.
Proof.
  intros u v a b H. unfold CasesEq. destruct (Req_EM_T u v); [exfalso; congruence | reflexivity].
Qed.

Lemma CasesEq_ext : forall (u v a b c d : R),
  (u = v -> a = c) -> (u <> v -> b = d) -> CasesEq u v a b = CasesEq u v c d.
Proof.
  intros u v a b c d A B. unfold CasesEq.
  destruct (Req_EM_T u v); [apply A | apply B]; assumption.
Qed.

Lemma case_different : forall (u v a b : R),
  u <> v ->
  CasesNe u v a b = a.
Proof.
  intros u v a b H. unfold CasesNe. destruct (Req_EM_T u v); [exfalso; congruence | reflexivity].
Qed.

Lemma case_not_different : forall (u v a b : R),
  u = v ->
  CasesNe u v a b = b.
Proof.
  intros u v a b H. unfold CasesNe. destruct (Req_EM_T u v); [reflexivity | exfalso; congruence].
Qed.

Lemma CasesNe_ext : forall (u v a b c d : R),
  (u <> v -> a = c) -> (u = v -> b = d) -> CasesNe u v a b = CasesNe u v c d.
Proof.
  intros u v a b c d A B. unfold CasesNe.
  destruct (Req_EM_T u v); [apply B | apply A]; assumption.
Qed.

Lemma case_member : forall (u : R) (A : R -> Prop) (a b : R),
  u \in A ->
  CasesMember u A a b = a.
Proof.
  intros u A a b H. unfold CasesMember. destruct (decided (u \in A)) as [_ | N]; [reflexivity | destruct (N H)].
Qed.

Lemma alike_by_order : forall (u v a : R),
  CasesLt u v a a = a.
Proof.
  intros u v a. unfold CasesLt. destruct (Rlt_dec u v); reflexivity.
Qed.

Lemma alike_by_equality : forall (u v a : R),
  CasesEq u v a a = a.
Proof.
  intros u v a. unfold CasesEq. destruct (Req_EM_T u v); reflexivity.
Qed.

Lemma delta_by_cases : forall (u v : R),
  delta u v = CasesEq u v 1 0.
Proof.
  reflexivity.
Qed.

Lemma only_element : forall (a u : R),
  a \in Finite [u] ->
  a = u.
Proof.
  intros a u [E | []]. symmetry. exact E.
Qed.

Lemma by_two_values : forall (f : R -> R) (y u v : R),
  y \in Finite [u; v] ->
  f u = 0 ->
  f v = 0 ->
  f y = 0.
Proof.
  intros f y u v [<- | [<- | []]] U V; assumption.
Qed.

Lemma by_first_value : forall (f : R -> R) (y : R) (A : R -> Prop) (u : R),
  y \in A ->
  f u = 0 ->
  (forall t, t \in Without A u -> f t = 0) ->
  f y = 0.
Proof.
  intros f y A u Y U H. destruct (Req_dec y u) as [-> | N]; [exact U | apply H; split; assumption].
Qed.

Lemma induction : forall (f : R -> R) (n a : R) (g : R -> R),
  IsRange a (n - 1) ->
  f a = 0 ->
  (forall k, k \in Range a (n - 1) -> f (k + 1) = f k * g k) ->
  f n = 0.
Proof.
  intros f n a g H B S. rewrite <- (last_index a n H).
  assert (K : forall j, (j < count a (n - 1))%nat -> f (a + INR j + 1) = f (a + INR j) * g (a + INR j))
    by (intros j J; apply S, index_in_range; assumption).
  induction (count a (n - 1)) as [| j IH]; [rewrite Rplus_0_r; exact B |].
  rewrite S_INR, <- Rplus_assoc, K, IH by (lia || (intros; apply K; lia)). ring.
Qed.

(* What is declared of functions: signs, bounds, and where a value is an integer *)

(* b is positive, negative or 0 where a is. *)
Definition SameSign (a b : R) : Prop := (0 < a -> 0 < b) /\ (a < 0 -> b < 0) /\ (a = 0 -> b = 0).

Lemma like_positive : forall a b : R, SameSign a b -> 0 < a -> 0 < b.
Proof.
  intros a b [P _]. exact P.
Qed.

Lemma like_negative : forall a b : R, SameSign a b -> a < 0 -> b < 0.
Proof.
  intros a b [_ [N _]]. exact N.
Qed.

Lemma like_zero : forall a b : R, SameSign a b -> a = 0 -> b = 0.
Proof.
  intros a b [_ [_ Z]]. exact Z.
Qed.

Lemma like_nonnegative : forall a b : R, SameSign a b -> 0 <= a -> 0 <= b.
Proof.
  intros a b [P [_ Z]] [H | H]; [left; apply P, H | right; symmetry; apply Z; symmetry; exact H].
Qed.

Lemma like_nonpositive : forall a b : R, SameSign a b -> a <= 0 -> b <= 0.
Proof.
  intros a b [_ [N Z]] [H | H]; [left; apply N, H | right; apply Z, H].
Qed.

Lemma like_nonzero : forall a b : R, SameSign a b -> a <> 0 -> b <> 0.
Proof.
  intros a b [P [N _]] H. destruct (Rdichotomy a 0 H) as [L | G]; [apply Rlt_not_eq, N, L | apply Rgt_not_eq, P, G].
Qed.

Lemma abs_sign_1 : forall (x : R),
  0 <= Rabs x.
Proof.
  exact Rabs_pos.
Qed.

Lemma abs_sign_2 : forall (x : R),
  x <> 0 ->
  0 < Rabs x.
Proof.
  exact Rabs_pos_lt.
Qed.

Lemma abs_bound_1 : forall (x : R),
  x <= Rabs x.
Proof.
  exact Rle_abs.
Qed.

Lemma abs_bound_2 : forall (x : R),
  - x <= Rabs x.
Proof.
  intros x. rewrite <- Rabs_Ropp. apply Rle_abs.
Qed.

Lemma abs_bound_3 : forall (x : R),
  Rabs x \in Finite [x; - x].
Proof.
  intros x. unfold Rabs. destruct (Rcase_abs x); simpl; auto.
Qed.

Lemma abs_whole : forall (x : R),
  x \in Integers ->
  Rabs x \in Integers.
Proof.
  intros x H. unfold Rabs. destruct (Rcase_abs x); [apply Integers_opp |]; exact H.
Qed.

(* 1, 0 or -1: the sign as a real number *)
Definition signum (x : R) : R := if Rlt_dec 0 x then 1 else if Rlt_dec x 0 then - 1 else 0.

Ltac by_sign x := unfold signum; destruct (Rlt_dec 0 x); [| destruct (Rlt_dec x 0)].

Lemma sign_bound_1 : forall (x : R),
  signum x <= 1.
Proof.
  intros x. by_sign x; lra.
Qed.

Lemma sign_bound_2 : forall (x : R),
  - 1 <= signum x.
Proof.
  intros x. by_sign x; lra.
Qed.

Lemma sign_like : forall (x : R),
  SameSign x (signum x).
Proof.
  intros x. unfold SameSign. by_sign x; repeat split; intros; lra.
Qed.

Lemma sign_whole : forall (x : R),
  signum x \in Integers.
Proof.
  intros x. by_sign x; apply Integers_IZR.
Qed.

Lemma triangle_inequality : forall (a b : R),
  Rabs (a + b) <= Rabs a + Rabs b.
Proof.
  exact Rabs_triang.
Qed.

Lemma sign_of_positive : forall (a : R),
  0 < a ->
  signum a = 1.
Proof.
  intros a H. by_sign a; lra.
Qed.

Lemma sign_of_negative : forall (a : R),
  a < 0 ->
  signum a = - 1.
Proof.
  intros a H. by_sign a; lra.
Qed.

Lemma sign_by_absolute_value : forall (a : R),
  a <> 0 ->
  signum a = a / Rabs a.
Proof.
  intros a N. by_sign a; [| | lra].
  - rewrite Rabs_pos_eq by lra. field. exact N.
  - rewrite Rabs_left by lra. field. exact N.
Qed.

Lemma positive_by_sign : forall (u : R),
  0 < u <-> signum u = 1.
Proof.
  intros u. by_sign u; lra.
Qed.

Lemma max_bound_1 : forall (x y : R),
  x <= Rmax x y.
Proof.
  exact Rmax_l.
Qed.

Lemma max_bound_2 : forall (x y : R),
  y <= Rmax x y.
Proof.
  exact Rmax_r.
Qed.

Lemma max_bound_3 : forall (x y : R),
  Rmax x y \in Finite [x; y].
Proof.
  intros x y. unfold Rmax. destruct (Rle_dec x y); simpl; auto.
Qed.

Lemma max_whole : forall (x y : R),
  x \in Integers ->
  y \in Integers ->
  Rmax x y \in Integers.
Proof.
  intros x y X Y. unfold Rmax. destruct (Rle_dec x y); assumption.
Qed.

Lemma max_symmetric : forall (x y : R),
  Rmax x y = Rmax y x.
Proof.
  exact Rmax_comm.
Qed.

Lemma min_bound_1 : forall (x y : R),
  Rmin x y <= x.
Proof.
  exact Rmin_l.
Qed.

Lemma min_bound_2 : forall (x y : R),
  Rmin x y <= y.
Proof.
  exact Rmin_r.
Qed.

Lemma min_bound_3 : forall (x y : R),
  Rmin x y \in Finite [x; y].
Proof.
  intros x y. unfold Rmin. destruct (Rle_dec x y); simpl; auto.
Qed.

Lemma min_whole : forall (x y : R),
  x \in Integers ->
  y \in Integers ->
  Rmin x y \in Integers.
Proof.
  intros x y X Y. unfold Rmin. destruct (Rle_dec x y); assumption.
Qed.

Lemma min_symmetric : forall (x y : R),
  Rmin x y = Rmin y x.
Proof.
  exact Rmin_comm.
Qed.

Lemma sin_bound_1 : forall (x : R),
  sin x <= 1.
Proof.
  intros x. exact (proj2 (SIN_bound x)).
Qed.

Lemma sin_bound_2 : forall (x : R),
  - 1 <= sin x.
Proof.
  intros x. exact (proj1 (SIN_bound x)).
Qed.

Lemma cos_bound_1 : forall (x : R),
  cos x <= 1.
Proof.
  intros x. exact (proj2 (COS_bound x)).
Qed.

Lemma cos_bound_2 : forall (x : R),
  - 1 <= cos x.
Proof.
  intros x. exact (proj1 (COS_bound x)).
Qed.

Lemma sinh_like : forall (x : R),
  SameSign x (sinh x).
Proof.
  intros x. unfold sinh. split; [| split]; intros H.
  - pose proof (exp_increasing (- x) x ltac:(lra)). lra.
  - pose proof (exp_increasing x (- x) ltac:(lra)). lra.
  - rewrite H, Ropp_0. lra.
Qed.

Lemma cosh_sign_1 : forall (x : R),
  0 < cosh x.
Proof.
  intros x. unfold cosh. pose proof (exp_pos x). pose proof (exp_pos (- x)). lra.
Qed.

Lemma cosh_bound_1 : forall (x : R),
  1 <= cosh x.
Proof.
  intros x. unfold cosh. pose proof (exp_ineq1_le x). pose proof (exp_ineq1_le (- x)). lra.
Qed.

Lemma tanh_bound_1 : forall (x : R),
  tanh x < 1.
Proof.
  intros x. pose proof (cosh_sign_1 x) as C. pose proof (exp_pos (- x)).
  apply (Rmult_lt_reg_r (cosh x)); [exact C |].
  unfold tanh, Rdiv. rewrite Rmult_assoc, Rinv_l by lra. unfold sinh, cosh. lra.
Qed.

Lemma tanh_bound_2 : forall (x : R),
  - 1 < tanh x.
Proof.
  intros x. pose proof (cosh_sign_1 x) as C. pose proof (exp_pos x).
  apply (Rmult_lt_reg_r (cosh x)); [exact C |].
  unfold tanh, Rdiv. rewrite Rmult_assoc, Rinv_l by lra. unfold sinh, cosh. lra.
Qed.

Lemma tanh_like : forall (x : R),
  SameSign x (tanh x).
Proof.
  intros x. pose proof (Rinv_0_lt_compat _ (cosh_sign_1 x)) as C. destruct (sinh_like x) as [P [N Z]].
  unfold tanh, Rdiv. split; [| split]; intros H.
  - apply Rmult_lt_0_compat; [apply P, H | exact C].
  - pose proof (N H). nra.
  - rewrite (Z H). ring.
Qed.

Lemma asinh_like : forall (x : R),
  SameSign x (arcsinh x).
Proof.
  intros x. pose proof arcsinh_0 as Z. split; [| split]; intros H.
  - rewrite <- Z. apply arcsinh_lt, H.
  - rewrite <- Z. apply arcsinh_lt, H.
  - rewrite H. exact Z.
Qed.

(* What the scripts of the certificates say *)

Lemma by_iff : forall P Q : Prop, (P <-> Q) -> Q -> P.
Proof.
  intros P Q H q. apply H. exact q.
Qed.

Lemma Lt_by_numerator : forall low high top bottom : R,
  0 < bottom -> high - low = top / bottom -> 0 < top -> low < high.
Proof.
  intros low high top bottom B E T. pose proof (Rdiv_lt_0_compat top bottom T B). lra.
Qed.

Lemma Le_by_numerator : forall low high top bottom : R,
  0 < bottom -> high - low = top / bottom -> 0 <= top -> low <= high.
Proof.
  intros low high top bottom B E T.
  pose proof (Rmult_le_pos top (/ bottom) T (Rlt_le _ _ (Rinv_0_lt_compat bottom B))).
  unfold Rdiv in E. lra.
Qed.

Lemma opposite_of_negative : forall a : R, a < 0 -> 0 < - a.
Proof.
  intros a. lra.
Qed.

Lemma opposite_of_positive : forall a : R, 0 < a -> - a < 0.
Proof.
  intros a. lra.
Qed.

Lemma opposite_of_nonpositive : forall a : R, a <= 0 -> 0 <= - a.
Proof.
  intros a. lra.
Qed.

Lemma opposite_of_nonnegative : forall a : R, 0 <= a -> - a <= 0.
Proof.
  intros a. lra.
Qed.

Lemma positive_nonzero : forall a : R, 0 < a -> a <> 0.
Proof.
  intros a. lra.
Qed.

Lemma negative_nonzero : forall a : R, a < 0 -> a <> 0.
Proof.
  intros a. lra.
Qed.

Lemma product_of_positives : forall a b : R, 0 < b -> 0 < a -> 0 < a * b.
Proof.
  intros a b B A. apply Rmult_lt_0_compat; assumption.
Qed.

Lemma product_of_negatives : forall a b : R, b < 0 -> a < 0 -> 0 < a * b.
Proof.
  intros a b B A. nra.
Qed.

Lemma product_by_negative : forall a b : R, b < 0 -> 0 < a -> a * b < 0.
Proof.
  intros a b B A. nra.
Qed.

Lemma product_of_negative : forall a b : R, 0 < b -> a < 0 -> a * b < 0.
Proof.
  intros a b B A. nra.
Qed.

Lemma quotient_of_positives : forall a b : R, 0 < b -> 0 < a -> 0 < a / b.
Proof.
  intros a b B A. apply product_of_positives; [apply Rinv_0_lt_compat |]; assumption.
Qed.

Lemma quotient_of_negatives : forall a b : R, b < 0 -> a < 0 -> 0 < a / b.
Proof.
  intros a b B A. apply product_of_negatives; [apply Rinv_lt_0_compat |]; assumption.
Qed.

Lemma quotient_by_negative : forall a b : R, b < 0 -> 0 < a -> a / b < 0.
Proof.
  intros a b B A. apply product_by_negative; [apply Rinv_lt_0_compat |]; assumption.
Qed.

Lemma quotient_of_negative : forall a b : R, 0 < b -> a < 0 -> a / b < 0.
Proof.
  intros a b B A. apply product_of_negative; [apply Rinv_0_lt_compat |]; assumption.
Qed.

Lemma product_nonnegative : forall a b : R, 0 <= b -> 0 <= a -> 0 <= a * b.
Proof.
  intros a b B A. apply Rmult_le_pos; assumption.
Qed.

Lemma quotient_nonnegative : forall a b : R, 0 < b -> 0 <= a -> 0 <= a / b.
Proof.
  intros a b B A. apply product_nonnegative; [apply Rlt_le, Rinv_0_lt_compat |]; assumption.
Qed.

Lemma even_power_nonnegative : forall (a : R) (k : nat), 0 <= a ^ (2 * k).
Proof.
  intros a k. rewrite pow_mult. apply pow_le, pow2_ge_0.
Qed.

Lemma even_power_positive : forall (a : R) (k : nat), a <> 0 -> 0 < a ^ (2 * k).
Proof.
  intros a k H. rewrite pow_mult. apply pow_lt, positive_square, H.
Qed.

Lemma sum_positive_by_last : forall a b : R, 0 < b -> 0 <= a -> 0 < a + b.
Proof.
  intros a b. lra.
Qed.

Lemma sum_positive_by_rest : forall a b : R, 0 <= b -> 0 < a -> 0 < a + b.
Proof.
  intros a b. lra.
Qed.

Lemma difference_positive_by_last : forall a b : R, b < 0 -> 0 <= a -> 0 < a - b.
Proof.
  intros a b. lra.
Qed.

Lemma difference_positive_by_rest : forall a b : R, b <= 0 -> 0 < a -> 0 < a - b.
Proof.
  intros a b. lra.
Qed.

Lemma sum_of_negatives : forall a b : R, b < 0 -> a < 0 -> a + b < 0.
Proof.
  intros a b. lra.
Qed.

Lemma PI_above_3 : 3 < PI.
Proof.
  pose proof PI2_3_2. lra.
Qed.

Lemma delta_symmetric : forall a b : R, delta a b = delta b a.
Proof.
  intros a b. unfold delta. destruct (Req_EM_T a b); destruct (Req_EM_T b a); congruence.
Qed.

Lemma delta_nonnegative : forall a b : R, 0 <= delta a b.
Proof.
  intros a b. unfold delta. destruct (Req_EM_T a b); lra.
Qed.

Lemma delta_at_most_one : forall a b : R, delta a b <= 1.
Proof.
  intros a b. unfold delta. destruct (Req_EM_T a b); lra.
Qed.

Lemma ln_positive : forall a : R, 1 < a -> 0 < ln a.
Proof.
  intros a H. rewrite <- ln_1. apply ln_increasing; lra.
Qed.

Lemma ln_negative : forall a : R, 0 < a -> a < 1 -> ln a < 0.
Proof.
  intros a H L. rewrite <- ln_1. apply ln_increasing; lra.
Qed.

Lemma ln_nonzero : forall a : R, 0 < a -> a <> 1 -> ln a <> 0.
Proof.
  intros a H N E. apply N, ln_inv; [exact H | lra | rewrite E; symmetry; exact ln_1].
Qed.

(* Products of powers as one power of e *)

Lemma positive_as_exp : forall a : R, 0 < a -> a = exp (ln a).
Proof.
  intros a H. symmetry. apply exp_ln, H.
Qed.

Lemma pow_as_exp : forall (a u : R) (k : nat), a = exp u -> a ^ k = exp (INR k * u).
Proof.
  intros a u k ->. rewrite <- Rpower_pow by apply exp_pos. unfold Rpower. rewrite ln_exp. reflexivity.
Qed.

Lemma inverse_as_exp : forall a u : R, a = exp u -> / a = exp (- u).
Proof.
  intros a u ->. symmetry. apply exp_Ropp.
Qed.

Lemma product_as_exp : forall a b u v : R, a = exp u -> b = exp v -> a * b = exp (u + v).
Proof.
  intros a b u v -> ->. symmetry. apply exp_plus.
Qed.

Lemma quotient_as_exp : forall a b u v : R, a = exp u -> b = exp v -> a / b = exp (u - v).
Proof.
  intros a b u v A B. apply product_as_exp; [exact A | apply inverse_as_exp, B].
Qed.

Lemma equal_as_exp : forall a b u v : R, a = exp u -> b = exp v -> u = v -> a = b.
Proof.
  intros a b u v -> -> ->. reflexivity.
Qed.

(* The plain consequences of a membership, as facts; x in a finite set lies between its least and greatest number. No
   certificate's name has a prime, so that what it introduces later never meets the name of a fact. *)
Ltac spread H :=
  let F := fresh "F'" in
  let G := fresh "G'" in
  lazymatch type of H with
  | Range _ _ _ => let E := fresh "E'" in pose proof H as F; unfold Range in F; destruct F as [E [F G]]
  | Interval _ _ _ => pose proof H as F; unfold Interval in F; destruct F as [F G]
  | Above _ _ => pose proof H as F; unfold Above in F
  | Between _ _ _ => pose proof H as F; unfold Between in F; destruct F as [F G]
  | Without ?A ?c ?x => pose proof (proj1 H : A x) as F; pose proof (proj2 H : x <> c) as G; spread F
  | ArgMax ?A _ ?x => pose proof (proj1 H : A x) as F; spread F
  | ArgMin ?A _ ?x => pose proof (proj1 H : A x) as F; spread F
  | _ => idtac
  end.
Ltac learn proof := let F := fresh "F'" in pose proof proof as F; cbv beta in F; spread F.

Ltac integer :=
  first
    [ assumption
    | apply Integers_IZR
    | apply Integers_plus; integer
    | apply Integers_minus; integer
    | apply Integers_opp; integer
    | apply Integers_mult; integer
    | apply Integers_pow; integer
    | apply Integers_delta
    | among_integers ]
with among_integers :=
  match goal with
  | H : Finite _ ?x |- Integers ?x => solve [ each_value H ltac:(fun E => rewrite <- E; apply Integers_IZR) ]
  end
with each_value H tac :=
  let F := fresh "F" in
  pose proof H as F; unfold Finite in F; simpl in F;
  repeat (destruct F as [F | F]; [tac F |]);
  destruct F.

Ltac literal_range := split; [apply Integers_IZR | split; [apply Integers_IZR | lra]].

(* Signs of sums, products and powers by those of their parts; a part's last factor or summand is looked at first, for
   the rest may be long. *)

Ltac power_of_even k lemma :=
  let half := eval compute in (Nat.div2 k) in
  lazymatch goal with |- context [?a ^ k] => change (a ^ k) with (a ^ (2 * half)%nat) end;
  apply lemma.

Ltac positive :=
  first
    [ assumption
    | lazymatch goal with
      | |- 0 < PI => exact PI_RGT_0
      | |- 0 < Rpower _ _ => apply Rpower_positive
      | |- 0 < exp _ => apply exp_pos
      | |- 0 < _ * _ => first [ apply product_of_positives; positive | apply product_of_negatives; negative ]
      | |- 0 < _ / _ => first [ apply quotient_of_positives; positive | apply quotient_of_negatives; negative ]
      | |- 0 < / _ => apply Rinv_0_lt_compat; positive
      | |- 0 < - _ => apply opposite_of_negative; negative
      | |- 0 < _ ^ ?k => first [ apply pow_lt; positive | power_of_even k even_power_positive; nonzero_base ]
      end
    | lra
    | lazymatch goal with
      | |- 0 < _ + _ =>
          first
            [ apply sum_positive_by_last; [positive | nonnegative]
            | apply sum_positive_by_rest; [nonnegative | positive] ]
      | |- 0 < _ - _ =>
          first
            [ apply difference_positive_by_last; [negative | nonnegative]
            | apply difference_positive_by_rest; [nonpositive | positive] ]
      end ]
with negative :=
  first
    [ assumption
    | lazymatch goal with
      | |- - _ < 0 => apply opposite_of_positive; positive
      | |- _ * _ < 0 =>
          first
            [ apply product_by_negative; [negative | positive]
            | apply product_of_negative; [positive | negative] ]
      | |- _ / _ < 0 =>
          first
            [ apply quotient_by_negative; [negative | positive]
            | apply quotient_of_negative; [positive | negative] ]
      | |- / _ < 0 => apply Rinv_lt_0_compat; negative
      end
    | lra
    | lazymatch goal with
      | |- _ + _ < 0 => apply sum_of_negatives; negative
      end ]
with nonnegative :=
  first
    [ assumption
    | lazymatch goal with
      | |- 0 <= - _ => apply opposite_of_nonpositive; nonpositive
      | |- 0 <= _ * _ => apply product_nonnegative; nonnegative
      | |- 0 <= _ / _ => apply quotient_nonnegative; [positive | nonnegative]
      | |- 0 <= _ ^ ?k => first [ power_of_even k even_power_nonnegative | apply pow_le; nonnegative ]
      | |- 0 <= _ + _ => first [ lra | apply Rplus_le_le_0_compat; nonnegative ]
      end
    | lra
    | apply Rlt_le; positive ]
with nonpositive :=
  first
    [ assumption
    | lazymatch goal with
      | |- - _ <= 0 => apply opposite_of_nonnegative; nonnegative
      end
    | lra
    | apply Rlt_le; negative ]
with nonzero_base :=
  first
    [ assumption
    | apply not_eq_sym; assumption
    | apply positive_nonzero; positive
    | apply negative_nonzero; negative ].

(* A function at known rational numbers, where its value is one; MLCE_Gamma.v says more. *)
Ltac exact_value_further := fail.
Ltac exact_value :=
  first
    [ exact sin_0
    | exact cos_0
    | exact sinh_0
    | exact cosh_0
    | exact arcsinh_0
    | unfold tanh; rewrite sinh_0, cosh_0; field
    | unfold Rabs; match goal with |- context [Rcase_abs ?x] => destruct (Rcase_abs x); lra end
    | unfold Rmax; match goal with |- context [Rle_dec ?x ?y] => destruct (Rle_dec x y); lra end
    | unfold Rmin; match goal with |- context [Rle_dec ?x ?y] => destruct (Rle_dec x y); lra end
    | match goal with |- context [signum ?x] => by_sign x; lra end
    | exact_value_further ].

(* One case for each value of the finite sets that are known to hold something. *)
Ltac by_values tac :=
  match goal with
  | H : Finite _ ?x |- _ => solve [ each_value H ltac:(fun E => tac) ]
  end.

(* One of the cases that stand in the goal, decided either way. *)
Ltac case_by_case :=
  match goal with
  | |- context [CasesLt ?u ?v ?a ?b] =>
      change (CasesLt u v a b) with (if Rlt_dec u v then a else b); destruct (Rlt_dec u v) as [? | ?%Rnot_lt_le]
  | |- context [CasesLe ?u ?v ?a ?b] =>
      change (CasesLe u v a b) with (if Rle_dec u v then a else b); destruct (Rle_dec u v) as [? | ?%Rnot_le_lt]
  | |- context [CasesEq ?u ?v ?a ?b] =>
      change (CasesEq u v a b) with (if Req_EM_T u v then a else b); destruct (Req_EM_T u v)
  | |- context [CasesNe ?u ?v ?a ?b] =>
      change (CasesNe u v a b) with (if Req_EM_T u v then b else a); destruct (Req_EM_T u v)
  end.

Ltac arithmetic :=
  tryif case_by_case then first [ exfalso; first [lra | congruence] | arithmetic ] else
  lazymatch goal with
  | |- 0 < _ => first [ positive | by_values lra | nra ]
  | |- _ < 0 => first [ negative | apply Rminus_gt_0_lt; positive | by_values lra | nra ]
  | |- _ < _ => first [ assumption | apply Rminus_gt_0_lt; positive | by_values lra | nra ]
  | |- _ <= _ => first [ nonnegative | apply Rlt_le; arithmetic | by_values lra | nra ]
  | |- _ = _ => first [ assumption | lra | nra ]
  | |- _ <> _ => nonzero
  end
with nonzero :=
  first
    [ assumption
    | apply not_eq_sym; assumption
    | lazymatch goal with
      | |- exp _ <> 0 => apply positive_nonzero; positive
      | |- Rpower _ _ <> 0 => apply positive_nonzero; positive
      | |- PI <> 0 => exact PI_neq0
      | |- _ * _ <> 0 => apply Rmult_integral_contrapositive_currified; nonzero
      | |- / _ <> 0 => apply Rinv_neq_0_compat; nonzero
      | |- _ ^ _ <> 0 => apply pow_nonzero; nonzero
      end
    | let E := fresh "E" in intro E; lra
    | apply positive_nonzero; positive
    | apply negative_nonzero; negative
    | let E := fresh "E" in intro E; nra ].

(* One function of arguments that are equal by algebra *)
Ltac same_call := first [ reflexivity | ring | field; repeat split; nonzero | progress f_equal; same_call | turned_call ]
with turned_call :=
  etransitivity;
  [ first [ apply delta_symmetric | apply max_symmetric | apply min_symmetric ]
  | first [ reflexivity | f_equal; same_call ] ].

(* x in Finite [...]: the value that it equals, or the cases of another finite set *)
Ltac among :=
  first
    [ assumption
    | unfold Finite; simpl; one_of_them
    | match goal with
      | H : Finite _ ?x |- Finite _ ?x =>
          solve [ each_value H ltac:(fun E => rewrite <- E; unfold Finite; simpl; one_of_them) ]
      end ]
with one_of_them := first [ left; first [ assumption | lra ] | right; one_of_them ].

(* Where - 1 is unified with - z, what z is shows itself as an IPR. *)
Ltac decide_delta :=
  repeat match goal with |- context [IPR ?p] => change (IPR p) with (IZR (Z.pos p)) end;
  unfold delta; destruct (Req_EM_T _ _) as [E | N]; first [ lra | destruct (N eq_refl) ].

(* Rpower a (k + b) = a ^ k * Rpower a b, for a > 0 in the context: everything as a power of e *)
Ltac as_exp :=
  lazymatch goal with
  | |- 1 = exp _ => symmetry; exact exp_0
  | |- exp _ = exp _ => reflexivity
  | |- Rpower ?a ?b = exp _ => change (Rpower a b) with (exp (b * ln a)); reflexivity
  | |- _ * _ = exp _ => eapply product_as_exp; as_exp
  | |- _ / _ = exp _ => eapply quotient_as_exp; as_exp
  | |- / _ = exp _ => eapply inverse_as_exp; as_exp
  | |- _ ^ _ = exp _ => eapply pow_as_exp; first [ apply positive_as_exp; assumption | as_exp ]
  | |- _ => apply positive_as_exp; assumption
  end.

Ltac split_power :=
  eapply equal_as_exp; [as_exp | as_exp |];
  rewrite ?ln_exp;
  simpl INR;
  first [ ring | field; repeat split; nonzero ].

Lemma Rpower_of_1 : forall c : R, Rpower 1 c = 1.
Proof.
  intros c. unfold Rpower. rewrite ln_1, Rmult_0_r. exact exp_0.
Qed.

Lemma root_power : forall (a c : R) (k : nat), 0 < a -> c * INR k = 1 -> Rpower a c ^ k = a.
Proof.
  intros a c k H E. rewrite <- Rpower_pow by apply exp_pos. rewrite Rpower_mult, E. exact (Rpower_1 a H).
Qed.

(* ln of a number as the sum of the logs of its primes, each with its exponent *)
Fixpoint of_powers (powers : list (R * Z)) : R :=
  match powers with nil => 1 | (p, e) :: rest => powerRZ p e * of_powers rest end.
Fixpoint of_logs (powers : list (R * Z)) : R :=
  match powers with nil => 0 | (p, e) :: rest => IZR e * ln p + of_logs rest end.

Lemma ln_of_powers : forall powers : list (R * Z),
  (forall p e, In (p, e) powers -> 0 < p) -> 0 < of_powers powers /\ ln (of_powers powers) = of_logs powers.
Proof.
  induction powers as [| [p e] rest IH]; intros H; simpl.
  - split; [lra | exact ln_1].
  - destruct IH as [P E]. { intros q d I. apply (H q d). right. exact I. }
    assert (0 < p) as Q. { apply (H p e). left. reflexivity. }
    split.
    + apply Rmult_lt_0_compat; [apply powerRZ_lt; exact Q | exact P].
    + rewrite ln_mult; [| apply powerRZ_lt; exact Q | exact P].
      rewrite E. rewrite powerRZ_Rpower by exact Q. unfold Rpower. rewrite ln_exp. reflexivity.
Qed.

Ltac log_of_number q powers :=
  let E := fresh "E" in
  assert (q = of_powers powers) as E by (simpl; field);
  rewrite E;
  rewrite (proj2 (ln_of_powers powers ltac:(intros; simpl in *; intuition (repeat match goal with H : (_, _) = (_, _) |- _ => injection H; clear H; intros end; subst; lra))));
  simpl; ring.

(* An explicit instance meets the hypotheses of a theorem: every index and every point in turn, by computation. *)

Lemma range_first : forall l m x : R, Integers l -> x \in Range l m -> x = l \/ x \in Range (l + 1) m.
Proof.
  intros l m x L [X [A B]].
  destruct (Req_dec x l) as [E | N]; [left; exact E | right].
  split; [exact X | split; [| exact B]].
  pose proof (integer_lt l x L X). lra.
Qed.

Lemma range_over : forall l m x : R, m < l -> x \in Range l m -> False.
Proof.
  intros l m x H [_ [A B]]. lra.
Qed.

Lemma Sum_none : forall (l m : R) (f : R -> R), IsRange l m -> m = l - 1 -> Sum l m f = 0.
Proof.
  intros l m f H ->. exact (empty_sum l f H).
Qed.

Ltac is_range := split; [integer | split; [integer | lra]].

Ltac in_turn :=
  repeat
    match goal with
    | H : Finite _ _ |- _ => unfold Finite in H; simpl in H
    | H : _ \/ _ |- _ => destruct H as [H | H]
    | H : False |- _ => destruct H
    | H : ?v = ?x |- _ => is_var x; subst x
    | H : Interval _ _ _ |- _ => destruct H
    | H : Above _ _ |- _ => unfold Above in H
    | H : Without _ _ _ |- _ => destruct H
    | H : ?v <> ?v |- _ => destruct (H eq_refl)
    | H : Range ?l ?m ?x |- _ =>
        first
          [ exfalso; exact (range_over l m x ltac:(lra) H)
          | destruct (range_first l m x ltac:(integer) H) as [-> | ?]; clear H ]
    end.

(* Every delta is 0 or 1, every absolute value x or -x and so on, the innermost first. *)

Ltac innermost a b :=
  lazymatch constr:((a, b)) with
  | context [Req_EM_T _ _] => fail
  | context [Rcase_abs _] => fail
  | context [Rle_dec _ _] => fail
  | _ => idtac
  end.

Ltac deltas :=
  unfold delta, Rabs, Rmax, Rmin;
  repeat
    match goal with
    | |- context [Req_EM_T ?a ?b] => innermost a b; destruct (Req_EM_T a b)
    | |- context [Rcase_abs ?a] => innermost a a; destruct (Rcase_abs a)
    | |- context [Rle_dec ?a ?b] => innermost a b; destruct (Rle_dec a b)
    end.

Ltac each_term :=
  repeat
    match goal with
    | |- context [Sum ?l ?m ?f] =>
        first
          [ rewrite (Sum_none l m f ltac:(is_range) ltac:(lra))
          | rewrite (last_term l m f ltac:(is_range) ltac:(is_range) ltac:(lra)) ]
    end;
  deltas.

Lemma log_between : forall x : R, 0 < x -> x - 1 <= x * ln x /\ ln x <= x - 1.
Proof.
  intros x H. pose proof (log_on_or_below_tangent x H).
  pose proof (log_on_or_below_tangent (/ x) (Rinv_0_lt_compat x H)) as B. rewrite ln_Rinv in B by exact H.
  split; [| lra]. apply (Rmult_le_compat_l x) in B; [| lra].
  replace (x * (/ x - 1 - - ln x)) with (1 - x + x * ln x) in B by (field; lra). lra.
Qed.

Ltac bounded value one other :=
  lazymatch goal with
  | _ : context [value] |- _ => fail
  | |- _ => pose proof one; pose proof other
  end.

Ltac about_numbers :=
  repeat
    match goal with
    | |- context [ln ?x] =>
        lazymatch goal with
        | _ : ln x <= x - 1 |- _ => fail
        | |- _ => pose proof (proj1 (log_between x ltac:(lra))); pose proof (proj2 (log_between x ltac:(lra)))
        end
    end;
  try match goal with |- context [PI] => pose proof PI_above_3; pose proof PI_4 end;
  rewrite ?exp_0, ?sin_0, ?cos_0, ?sinh_0, ?cosh_0;
  repeat
    match goal with
    | |- context [exp ?x] => bounded (exp x) (exp_pos x) (exp_ineq1_le x)
    | |- context [sin ?x] => bounded (sin x) (sin_bound_1 x) (sin_bound_2 x)
    | |- context [cos ?x] => bounded (cos x) (cos_bound_1 x) (cos_bound_2 x)
    | |- context [cosh ?x] => bounded (cosh x) (cosh_bound_1 x) (cosh_sign_1 x)
    | |- context [tanh ?x] => bounded (tanh x) (tanh_bound_1 x) (tanh_bound_2 x)
    end.

Ltac numbers_further := idtac.
Ltac by_numbers :=
  each_term; about_numbers; numbers_further;
  first [ lra | match goal with |- context [signum ?x] => by_sign x; lra end ].

Lemma not_the_inverse : forall a b : R, 0 < b -> a * b <> 1 -> a <> / b.
Proof.
  intros a b B N E. apply N. rewrite E. field. lra.
Qed.

Ltac unlike :=
  first
    [ apply Rlt_not_eq; by_numbers
    | apply not_eq_sym, Rlt_not_eq; by_numbers
    | each_term; about_numbers; lazymatch goal with |- _ <> / _ => apply not_the_inverse; [lra | unlike] end ].

Ltac an_integer := first [ integer | deltas; first [ exfalso; lra | integer | small 0%Z ] ]
with small z :=
  lazymatch z with
  | 9%Z => fail
  | _ => first [ exists z; lra | let next := eval compute in (z + 1)%Z in small next ]
  end.

Ltac concretely :=
  cbv beta;
  intros;
  in_turn;
  lazymatch goal with
  | |- Integers _ => an_integer
  | |- Finite _ _ => unfold Finite; simpl; a_value
  | |- Reals _ => exact I
  | |- Interval _ _ _ => split; by_numbers
  | |- Above _ _ => unfold Above; by_numbers
  | |- Range _ _ _ => split; [an_integer | split; by_numbers]
  | |- Without _ _ _ => split; concretely
  | |- _ <> _ => unlike
  | |- exists x : R, Finite (?v :: _) x => exists v; left; reflexivity
  | |- exists x : R, Reals x => exists 0; exact I
  | |- _ => by_numbers
  end
with a_value := first [ left; by_numbers | right; a_value ].
