(* The gamma function, by its integral, and what is made of it: factorials, binomial coefficients, digamma and
   polygamma functions, the beta function; and the error function. One lemma for each rule of theirs, and of the sums that need them, in the
   words of its declaration. *)

Set Warnings "-ambiguous-paths". (* between Coquelicot's extended reals and the reals *)
Require Import Coquelicot.Coquelicot Classical Lia Psatz.
Require Export MLCE MLCE_Derivatives MLCE_Limits. (* after them: MLCE.v means its own sets by Finite and the rest *)

Definition Gamma (x : R) : R := ImproperIntegral (Above 0) (fun t => Rpower t (x - 1) * exp (- t)).

(* The logarithmic derivative, and its derivatives *)
Definition Digamma (x : R) : R := Derive Gamma x / Gamma x.
Definition Polygamma (m x : R) : R := Derive_n Digamma (Z.to_nat (Int_part m)) x.

Definition Beta (x y : R) : R := Gamma x * Gamma y / Gamma (x + y).
Definition Factorial (x : R) : R := Gamma (x + 1).

(* 1/Gamma, which is 0 at 0, -1, -2 and so on: 1/Gamma(x) = x (x + 1) ... (x + k - 1)/Gamma(x + k) for x + k > 0. *)
Definition InverseGamma (x : R) : R :=
  let k := Z.to_nat (up (- x)) in product_of x (fun t => t) k * / Gamma (x + INR k).
Definition Binomial (n k : R) : R := Gamma (n + 1) * InverseGamma (k + 1) * InverseGamma (n - k + 1).

(* The error function *)
Definition Erf (x : R) : R := 2 / sqrt PI * RInt (fun t => exp (- (t * t))) 0 x.

(* The integrals converge *)

Lemma power_below_exponential : forall p t : R,
  0 < p -> 0 <= t -> Rpower (1 + t) p * exp (- t) <= exp (1 - p + p * ln p).
Proof.
  intros p t P T. unfold Rpower. rewrite <- exp_plus. apply exp_monotone.
  pose proof (log_on_or_below_tangent ((1 + t) / p) ltac:(apply Rdiv_lt_0_compat; lra)) as H.
  unfold Rdiv in H. rewrite ln_mult, ln_Rinv in H; [| lra | lra | apply Rinv_0_lt_compat, P].
  apply (Rmult_le_compat_l p) in H; [| lra].
  replace (p * ((1 + t) * / p - 1 - (ln (1 + t) + - ln p))) with (1 + t - p - p * ln (1 + t) + p * ln p) in H by (field; lra).
  lra.
Qed.

Definition gamma_weight (x t : R) : R := Rpower t (x - 1) * exp (- t).

Lemma weight_positive : forall x t : R, 0 < gamma_weight x t.
Proof.
  intros x t. apply Rmult_lt_0_compat; [apply Rpower_positive | apply exp_pos].
Qed.

Lemma continuous_weight : forall (n : nat) (x : R), Continuous (Above 0) (fun t => ln t ^ n * gamma_weight x t).
Proof.
  intros n x t T. unfold Above in T. apply derivable_continuous. unfold gamma_weight, Rpower. auto_derive. auto.
Qed.

Lemma weight_converges : forall x : R, 0 < x -> ex_RInt_gen (gamma_weight x) (low_end (Above 0)) (high_end (Above 0)).
Proof.
  intros x X. set (C := exp (1 - (x + 1) + (x + 1) * ln (x + 1))).
  set (F := fun t => C / x * exp (x * (ln t - ln (1 + t)))).
  assert (K : Continuous (Above 0) (gamma_weight x)).
  { intros t T. unfold Above in T. apply derivable_continuous. unfold gamma_weight, Rpower. auto_derive. auto. }
  assert (D : forall t, 0 < t -> is_derive F t (C * (Rpower t (x - 1) / Rpower (1 + t) (x + 1)))).
  { intros t T. unfold F, Rpower. auto_derive; [repeat split; lra |].
    replace (x * (ln t + - ln (1 + t))) with ((x - 1) * ln t + ln t + (ln (1 + t) + - ((x + 1) * ln (1 + t)))) by ring.
    rewrite !exp_plus, exp_Ropp, !exp_ln by lra.
    pose proof (exp_pos ((x + 1) * ln (1 + t))). field. repeat split; lra. }
  assert (L : forall t, 0 < t -> gamma_weight x t <= C * (Rpower t (x - 1) / Rpower (1 + t) (x + 1))).
  { intros t T. pose proof (Rpower_positive (1 + t) (x + 1)) as P. pose proof (Rpower_positive t (x - 1)) as Q.
    unfold gamma_weight. apply (Rmult_le_reg_r (Rpower (1 + t) (x + 1))); [exact P |].
    replace (C * (Rpower t (x - 1) / Rpower (1 + t) (x + 1)) * Rpower (1 + t) (x + 1)) with (Rpower t (x - 1) * C) by (field; lra).
    rewrite Rmult_assoc. apply Rmult_le_compat_l; [lra |]. rewrite Rmult_comm.
    apply power_below_exponential; lra. }
  assert (E : 0 < C / x) by (apply Rdiv_lt_0_compat; [apply exp_pos | exact X]).
  apply (bounded_converges _ _ (C / x)); [apply convex_Above | exact K | intros; apply Rlt_le, weight_positive |].
  intros a b A B M. apply (point_of _ 1) in A, B; [| unfold Above; lra | unfold Above; lra]. unfold Above in A, B.
  assert (I : is_RInt (fun t => C * (Rpower t (x - 1) / Rpower (1 + t) (x + 1))) a b (F b - F a)).
  { apply (is_RInt_derive F); intros t T; rewrite Rmin_left, Rmax_right in T by exact M; [apply D; lra |].
    apply derivable_continuous. unfold Rpower. auto_derive. repeat split; first [lra | apply Rgt_not_eq, exp_pos]. }
  apply (Rle_trans _ (F b - F a)).
  - rewrite <- (is_RInt_unique (V := R_CompleteNormedModule) _ _ _ _ I).
    apply RInt_le; [exact M | apply (integral_between_points (Above 0)) | eexists; exact I |];
      try assumption; try apply convex_Above; try (left; assumption).
    intros t T. apply L. lra.
  - assert (F b <= C / x * 1).
    { apply Rmult_le_compat_l; [lra |]. apply (Rle_trans _ (exp 0)); [apply exp_monotone | rewrite exp_0; apply Rle_refl].
      pose proof (ln_increasing b (1 + b) B ltac:(lra)). nra. }
    assert (0 < F a) by (apply Rmult_lt_0_compat; [exact E | apply exp_pos]). lra.
Qed.

Lemma exponential_of_distance : forall d t : R, exp (d * Rabs (ln t)) <= Rpower t d + Rpower t (- d).
Proof.
  intros d t. pose proof (Rpower_positive t d). pose proof (Rpower_positive t (- d)).
  unfold Rpower in *. unfold Rabs. destruct (Rcase_abs (ln t)); [| lra].
  replace (d * - ln t) with (- d * ln t) by ring. lra.
Qed.

Lemma power_of_log : forall (n : nat) (d t : R), 0 < d ->
  Rabs (ln t) ^ n <= INR (fact n) / d ^ n * (Rpower t d + Rpower t (- d)).
Proof.
  intros n d t D. pose proof (pow_lt d n D) as P. pose proof (lt_0_INR _ (lt_O_fact n)) as Q.
  assert (N : 0 <= d * Rabs (ln t)) by (apply Rmult_le_pos; [lra | apply Rabs_pos]).
  assert (T : (d * Rabs (ln t)) ^ n / INR (fact n) <= exp (d * Rabs (ln t))).
  { apply (Rle_trans _ (sum_f_R0 (fun k => (d * Rabs (ln t)) ^ k / INR (fact k)) n)); [| apply exp_ge_taylor, N].
    destruct n as [| n]; [simpl; lra |]. rewrite tech5. rewrite <- (Rplus_0_l (_ / _)) at 1. apply Rplus_le_compat_r.
    apply cond_pos_sum. intros k. apply Rmult_le_pos; [apply pow_le, N | apply Rlt_le, Rinv_0_lt_compat, lt_0_INR, lt_O_fact]. }
  rewrite Rpow_mult_distr in T. pose proof (exponential_of_distance d t).
  apply (Rmult_le_reg_r (d ^ n / INR (fact n))); [apply Rdiv_lt_0_compat; assumption |].
  replace (INR (fact n) / d ^ n * (Rpower t d + Rpower t (- d)) * (d ^ n / INR (fact n))) with (Rpower t d + Rpower t (- d))
    by (field; lra).
  replace (Rabs (ln t) ^ n * (d ^ n / INR (fact n))) with (d ^ n * Rabs (ln t) ^ n / INR (fact n)) by (field; lra). lra.
Qed.

Lemma weight_plus : forall x d t : R, Rpower t d * gamma_weight x t = gamma_weight (x + d) t.
Proof.
  intros x d t. unfold gamma_weight. rewrite <- Rmult_assoc, <- Rpower_plus. do 2 f_equal. ring.
Qed.

Lemma log_weight_integrable : forall (n : nat) (x : R), 0 < x -> Integrable (Above 0) (fun t => ln t ^ n * gamma_weight x t).
Proof.
  intros n x X. split; [apply continuous_weight |]. set (c := INR (fact n) / (x / 2) ^ n).
  assert (P : forall y, Continuous (Above 0) (gamma_weight y)).
  { intros y t T. unfold Above in T. apply derivable_continuous. unfold gamma_weight, Rpower. auto_derive. auto. }
  apply (dominated _ _ (fun t => c * (gamma_weight (x + x / 2) t + gamma_weight (x + - (x / 2)) t))).
  - apply convex_Above.
  - apply Continuous_Rabs, continuous_weight.
  - apply Continuous_mult; [apply Continuous_constant | apply Continuous_plus; apply P].
  - intros t _. split; [apply Rabs_pos |].
    rewrite Rabs_mult, <- RPow_abs. pose proof (weight_positive x t) as W. rewrite (Rabs_right (gamma_weight x t)) by lra.
    rewrite <- !weight_plus, <- Rmult_plus_distr_r, <- Rmult_assoc. apply Rmult_le_compat_r; [lra |].
    apply power_of_log. lra.
  - destruct (weight_converges (x + x / 2) ltac:(lra)) as [v V]. destruct (weight_converges (x + - (x / 2)) ltac:(lra)) as [w W].
    exists (scal c (plus v w)). exact (is_RInt_gen_scal _ c _ (is_RInt_gen_plus _ _ _ _ V W)).
Qed.

(* The derivatives *)

Definition GammaDerivative (n : nat) (x : R) : R := ImproperIntegral (Above 0) (fun t => ln t ^ n * gamma_weight x t).

Lemma exponential_near_0 : forall y : R, Rabs (exp y - 1 - y) <= y ^ 2 * exp (Rabs y).
Proof.
  intros y. pose proof (exp_ineq1_le y) as A. pose proof (exp_ineq1_le (- y)) as B. pose proof (exp_pos y) as P.
  assert (U : exp y - 1 <= y * exp y).
  { rewrite exp_Ropp in B. apply (Rmult_le_compat_l (exp y)) in B; [| lra].
    replace (exp y * / exp y) with 1 in B by (field; lra). lra. }
  rewrite Rabs_right by lra. pose proof (exp_pos (Rabs y)). unfold Rabs in *. destruct (Rcase_abs y).
  - assert (1 <= exp (- y)) by lra. nra.
  - nra.
Qed.

Lemma gamma_remainder : forall (n : nat) (x h t : R), 0 < x -> Rabs h <= x / 2 ->
  Rabs (ln t ^ n * gamma_weight (x + h) t - ln t ^ n * gamma_weight x t - h * (ln t ^ S n * gamma_weight x t))
  <= h ^ 2 * (Rabs (ln t ^ S (S n) * gamma_weight (x + x / 2) t) + Rabs (ln t ^ S (S n) * gamma_weight (x + - (x / 2)) t)).
Proof.
  intros n x h t X H. pose proof (weight_positive x t) as W. rewrite <- !weight_plus.
  replace (ln t ^ n * (Rpower t h * gamma_weight x t) - ln t ^ n * gamma_weight x t - h * (ln t ^ S n * gamma_weight x t))
    with (ln t ^ n * gamma_weight x t * (exp (h * ln t) - 1 - h * ln t)) by (unfold Rpower; simpl; ring).
  pose proof (Rpower_positive t (x / 2)). pose proof (Rpower_positive t (- (x / 2))).
  rewrite !Rabs_mult, (Rabs_right (gamma_weight x t)), (Rabs_right (Rpower t (x / 2))), (Rabs_right (Rpower t (- (x / 2)))) by lra.
  rewrite <- !RPow_abs. set (l := Rabs (ln t)).
  assert (E : Rabs (exp (h * ln t) - 1 - h * ln t) <= h ^ 2 * l ^ 2 * (Rpower t (x / 2) + Rpower t (- (x / 2)))).
  { apply (Rle_trans _ _ _ (exponential_near_0 _)). rewrite Rpow_mult_distr, <- (pow2_abs (ln t)). fold l.
    apply Rmult_le_compat_l; [apply Rmult_le_pos; apply pow2_ge_0 |].
    apply (Rle_trans _ (exp (x / 2 * Rabs (ln t)))); [| apply exponential_of_distance].
    apply exp_monotone. rewrite Rabs_mult. apply Rmult_le_compat_r; [apply Rabs_pos | exact H]. }
  assert (N : 0 <= l ^ n * gamma_weight x t) by (apply Rmult_le_pos; [apply pow_le, Rabs_pos | lra]).
  apply (Rmult_le_compat_l _ _ _ N) in E. apply (Rle_trans _ _ _ E). simpl. right. ring.
Qed.

Lemma is_derive_Gamma : forall (n : nat) (x : R), 0 < x -> is_derive (GammaDerivative n) x (GammaDerivative (S n) x).
Proof.
  intros n x X.
  assert (V : forall k y, 0 < y ->
    is_RInt_gen (fun t => ln t ^ k * gamma_weight y t) (low_end (Above 0)) (high_end (Above 0)) (GammaDerivative k y))
    by (intros k y Y; exact (integrable_converges _ _ (convex_Above 0) (log_weight_integrable k y Y))).
  destruct (log_weight_integrable (S (S n)) (x + x / 2) ltac:(lra)) as [_ [a A]].
  destruct (log_weight_integrable (S (S n)) (x + - (x / 2)) ltac:(lra)) as [_ [b B]].
  assert (Q : forall h, Rabs h <= x / 2 ->
    Rabs (GammaDerivative n (x + h) - GammaDerivative n x - h * GammaDerivative (S n) x) <= h ^ 2 * (a + b)).
  { intros h H. assert (0 < x + h) by (apply Rabs_le_between in H; lra).
    apply (RInt_gen_norm (V := R_CompleteNormedModule)
      (fun t => ln t ^ n * gamma_weight (x + h) t - ln t ^ n * gamma_weight x t - h * (ln t ^ S n * gamma_weight x t))
      (fun t => h ^ 2 * (Rabs (ln t ^ S (S n) * gamma_weight (x + x / 2) t) + Rabs (ln t ^ S (S n) * gamma_weight (x + - (x / 2)) t)))
      (Fa := low_end (Above 0)) (Fb := high_end (Above 0))).
    - apply at_ends. intros; assumption.
    - apply at_ends. intros u v _ _ _ t _. exact (gamma_remainder n x h t X H).
    - pose proof (V n (x + h) ltac:(lra)) as V1. pose proof (V n x X) as V2. pose proof (V (S n) x X) as V3.
      pose proof (is_RInt_gen_minus _ _ _ _ V1 V2) as V4. pose proof (is_RInt_gen_scal _ h _ V3) as V5.
      exact (is_RInt_gen_minus _ _ _ _ V4 V5).
    - pose proof (is_RInt_gen_plus _ _ _ _ A B) as V6. exact (is_RInt_gen_scal _ (h ^ 2) _ V6). }
  apply is_derive_Reals. intros e E. set (m := Rabs (a + b) + 1).
  assert (M : 0 < m) by (pose proof (Rabs_pos (a + b)); unfold m; lra).
  assert (D : 0 < Rmin (x / 2) (e / m)) by (pose proof (Rdiv_lt_0_compat e m E M); unfold Rmin; destruct (Rle_dec _ _); lra).
  exists (mkposreal _ D). intros h N H. simpl in H.
  pose proof (Rmin_l (x / 2) (e / m)). pose proof (Rmin_r (x / 2) (e / m)). specialize (Q h ltac:(lra)).
  replace ((GammaDerivative n (x + h) - GammaDerivative n x) / h - GammaDerivative (S n) x)
    with ((GammaDerivative n (x + h) - GammaDerivative n x - h * GammaDerivative (S n) x) / h) by (field; exact N).
  unfold Rdiv. rewrite Rabs_mult, Rabs_inv. pose proof (Rabs_pos_lt h N) as P.
  apply (Rmult_lt_reg_r (Rabs h)); [exact P |]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  apply (Rle_lt_trans _ _ _ Q). apply (Rle_lt_trans _ (Rabs h * Rabs h * Rabs (a + b))).
  { rewrite <- pow2_abs. replace (Rabs h ^ 2) with (Rabs h * Rabs h) by ring. apply Rmult_le_compat_l; [nra | apply Rle_abs]. }
  assert (Rabs h * m < e).
  { apply (Rmult_lt_reg_r (/ m)); [apply Rinv_0_lt_compat, M |]. replace (Rabs h * m * / m) with (Rabs h) by (field; lra).
    unfold Rdiv in *. lra. }
  unfold m in *. pose proof (Rabs_pos (a + b)). nra.
Qed.

Lemma Gamma_is : forall x : R, 0 < x -> Gamma x = GammaDerivative 0 x.
Proof.
  intros x X. apply improper_unique, (improper_ext (Above 0) (fun t => ln t ^ 0 * gamma_weight x t)).
  - apply convex_Above.
  - intros t _. unfold gamma_weight. simpl. ring.
  - exact (integrable_converges _ _ (convex_Above 0) (log_weight_integrable 0 x X)).
Qed.

Lemma derivable_GammaDerivative : forall (n k : nat), Derivable n (Above 0) (GammaDerivative k).
Proof.
  intros n. induction n as [| n IH]; intros k; [exact Logic.I | split].
  - intros x X. eexists. exact (is_derive_Gamma k x X).
  - apply (derivable_ext _ n (GammaDerivative (S k))); [apply open_Above | | apply IH].
    intros x X. symmetry. apply is_derive_unique, is_derive_Gamma, X.
Qed.

Lemma smooth_Gamma : Smooth (Above 0) Gamma.
Proof.
  apply (Smooth_ext _ (GammaDerivative 0)); [intros x X; symmetry; exact (Gamma_is x X) |].
  split; [apply open_Above |]. intros n. apply derivable_GammaDerivative.
Qed.

Lemma Gamma_positive : forall x : R, 0 < x -> 0 < Gamma x.
Proof.
  intros x X.
  assert (P : Continuous (Above 0) (fun t => Rpower t (x - 1) * exp (- t))).
  { intros t T. unfold Above in T. apply derivable_continuous. unfold Rpower. auto_derive. auto. }
  assert (I : is_RInt_gen (fun t => Rpower t (x - 1) * exp (- t)) (low_end (Above 0)) (high_end (Above 0)) (Gamma x)).
  { apply (RInt_gen_correct (V := R_CompleteNormedModule)). exact (weight_converges x X). }
  set (f := fun t => Rpower t (x - 1) * exp (- t)) in *.
  assert (F : forall t, 0 < f t) by (intros t; exact (weight_positive x t)).
  assert (E : forall a b, 0 < a -> a <= b -> ex_RInt f a b).
  { intros a b A B. apply (integral_between_points (Above 0)); [apply convex_Above | exact P | | | exact B]; left; unfold Above; lra. }
  assert (L : 0 < RInt f 1 2).
  { apply RInt_gt_0; [lra | intros; apply F |]. intros t T. apply P. unfold Above. lra. }
  apply (Rlt_le_trans _ _ _ L).
  change (Rbar_le (Rbar.Finite (RInt f 1 2)) (Rbar.Finite (Gamma x))).
  apply (filterlim_le (F := filter_prod (low_end (Above 0)) (high_end (Above 0)))
    (fun _ => RInt f 1 2) (fun p => RInt f (fst p) (snd p))); [| apply filterlim_const | exact (as_limit (Above 0) f _ I)].
  apply (Filter_prod _ _ _ (fun t => 0 < t /\ t <= 1) (fun t => 2 <= t)).
  - exists 1. split; [left; unfold Above; lra |]. intros t T K. apply (point_of _ 1) in T; [| unfold Above; lra].
    exact (conj T K).
  - exists 2. split; [left; unfold Above; lra |]. intros t _ K. exact K.
  - intros a b [A U] B. simpl.
    assert (S : RInt f a b = RInt f a 1 + RInt f 1 2 + RInt f 2 b).
    { rewrite <- (RInt_Chasles f a 2 b), <- (RInt_Chasles f a 1 2); [reflexivity | | | |]; apply E; lra. }
    assert (0 <= RInt f a 1) by (apply RInt_ge_0; [lra | apply E; lra | intros; apply Rlt_le, F]).
    assert (0 <= RInt f 2 b) by (apply RInt_ge_0; [lra | apply E; lra | intros; apply Rlt_le, F]). lra.
Qed.

Lemma Gamma_step : forall x : R, 0 < x -> Gamma (x + 1) = x * Gamma x.
Proof.
  intros x X.
  assert (I : forall y, 0 < y -> Integrable (Above 0) (fun u => Rpower u (y - 1) * exp (- (1 * u)))).
  { intros y Y. destruct (log_weight_integrable 0 y Y) as [C [v V]]. split.
    - intros t T. unfold Above in T. apply derivable_continuous. unfold Rpower. auto_derive. auto.
    - exists v. revert V. apply is_RInt_gen_ext. apply filter_forall. intros p t _. f_equal.
      unfold gamma_weight. simpl. rewrite !Rmult_1_l. reflexivity. }
  assert (G : forall y, Gamma y = ImproperIntegral (Above 0) (fun u => Rpower u (y - 1) * exp (- (1 * u)))).
  { intros y. unfold Gamma. f_equal. apply FunctionalExtensionality.functional_extensionality. intros u.
    rewrite Rmult_1_l. reflexivity. }
  rewrite !G. pose proof (I (x + 1) ltac:(lra)) as J. replace (x + 1 - 1) with x in * by ring.
  rewrite (power_in_exponential_integral x 1 J (I x X) Rlt_0_1 X). field.
Qed.

Lemma gamma_recurrence : forall (x : R),
  0 < x + 1 ->
  0 < x ->
  0 < x ->
  Gamma (x + 1) = x * Gamma x.
Proof.
  intros x _ X _. exact (Gamma_step x X).
Qed.

Lemma gamma_at_one :
  Gamma 1 = 1.
Proof.
  assert (E : -1 * 0 - -1 * exp (- 0) = 1) by (rewrite Ropp_0, exp_0; ring).
  apply improper_unique. refine (eq_ind _ (is_RInt_gen _ _ _) _ _ E).
  apply (improper_ext (Above 0) (fun t => exp (- t))); [apply convex_Above | |].
  { intros t T. unfold Above in T. rewrite Rminus_diag_eq by reflexivity. rewrite Rpower_O by exact T. ring. }
  apply (from_0 (fun t => -1 * exp (- t))).
  - apply derivable_continuous. auto_derive. exact Logic.I.
  - intros t _. apply derivable_continuous. auto_derive. exact Logic.I.
  - intros t _. auto_derive; [exact Logic.I | ring].
  - apply scaled_limit; [typeclasses eauto |].
    apply (filterlim_ext (fun x => x ^ 0 * exp (- (1 * x)))); [intros; simpl; rewrite !Rmult_1_l; reflexivity |].
    apply natural_power_and_exponential. lra.
Qed.

Lemma gamma_at_half :
  Gamma (1 / 2) = Rpower PI (1 / 2).
Proof.
  replace (Rpower PI (1 / 2)) with (sqrt PI)
    by (replace (1 / 2) with (/ 2) by field; rewrite Rpower_sqrt by apply PI_RGT_0; reflexivity).
  apply improper_unique. replace (sqrt PI) with (2 * (sqrt PI / 2) - 2 * bell_from_0 (sqrt 0)).
  2: { rewrite sqrt_0. unfold bell_from_0. rewrite (RInt_point (V := R_CompleteNormedModule)). change zero with 0. field. }
  apply (from_0 (fun t => 2 * bell_from_0 (sqrt t))).
  - apply (continuous_mult (fun _ => 2) (fun t => bell_from_0 (sqrt t))); [apply continuous_const |].
    apply (continuous_comp sqrt bell_from_0); [apply continuous_sqrt |].
    apply derivable_continuous. eexists. apply is_derive_bell_from_0.
  - intros t T. unfold Above in T. apply derivable_continuous. unfold Rpower. auto_derive. auto.
  - intros t T. replace (Rpower t (1 / 2 - 1) * exp (- t)) with (2 * (/ (2 * sqrt t) * exp (- (sqrt t * sqrt t)))).
    + apply (is_derive_scal (fun t => bell_from_0 (sqrt t))).
      apply (is_derive_comp bell_from_0 sqrt); [apply is_derive_bell_from_0 |].
      apply is_derive_Reals, derivable_pt_lim_sqrt, T.
    + rewrite sqrt_sqrt by lra. replace (1 / 2 - 1) with (- / 2) by field.
      rewrite Rpower_Ropp, Rpower_sqrt by exact T. pose proof (sqrt_lt_R0 t T). field. lra.
  - apply scaled_limit; [typeclasses eauto |].
    apply (filterlim_comp _ _ _ sqrt bell_from_0 _ (Rbar_locally p_infty)); [apply filterlim_sqrt_p | exact bell_from_0_limit].
Qed.

Lemma factorial_by_gamma : forall (x : R),
  - 1 < x ->
  0 < x + 1 ->
  Factorial x = Gamma (x + 1).
Proof.
  reflexivity.
Qed.

Lemma Factorial_whole : forall k : nat, Factorial (INR k) = INR (fact k).
Proof.
  induction k as [| k IH].
  - unfold Factorial. rewrite Rplus_0_l. exact gamma_at_one.
  - unfold Factorial in *. rewrite S_INR, Gamma_step, IH by (pose proof (pos_INR k); lra).
    rewrite <- S_INR, <- mult_INR. reflexivity.
Qed.

Lemma factorial_by_product : forall (m : R),
  IsRange 1 m ->
  - 1 < m ->
  Prod 1 m (fun i => i) = Factorial m.
Proof.
  intros m H _. unfold Prod. pose proof (count_length 1 m H) as E.
  replace m with (INR (count 1 m)) at 2 by lra. rewrite Factorial_whole. clear. induction (count 1 m) as [| k IH].
  - reflexivity.
  - simpl product_of. rewrite IH. rewrite Rplus_comm, <- S_INR, <- mult_INR, Nat.mul_comm. reflexivity.
Qed.

Lemma InverseGamma_positive : forall x : R, 0 < x -> InverseGamma x = / Gamma x.
Proof.
  intros x X. unfold InverseGamma. destruct (archimed (- x)) as [A B].
  assert (up (- x) <= 0)%Z by (apply Zlt_succ_le, lt_IZR; rewrite succ_IZR; lra).
  replace (Z.to_nat (up (- x))) with 0%nat by lia. simpl. rewrite Rplus_0_r. ring.
Qed.

Lemma InverseGamma_step : forall x : R, InverseGamma x = x * InverseGamma (x + 1).
Proof.
  intros x. destruct (Rlt_le_dec 0 x) as [X | X].
  - rewrite !InverseGamma_positive, Gamma_step by lra. pose proof (Gamma_positive x X). field. lra.
  - unfold InverseGamma. destruct (archimed (- x)) as [A B].
    assert (0 < up (- x))%Z by (apply lt_IZR; lra).
    replace (up (- (x + 1))) with (up (- x) - 1)%Z by (apply tech_up; rewrite minus_IZR; lra).
    replace (Z.to_nat (up (- x))) with (S (Z.to_nat (up (- x) - 1))) by lia.
    rewrite product_of_first. replace (x + INR (S (Z.to_nat (up (- x) - 1)))) with (x + 1 + INR (Z.to_nat (up (- x) - 1)))
      by (rewrite S_INR; ring).
    ring.
Qed.

Lemma binomial_by_gamma : forall (n k : R),
  - 1 < n ->
  0 < n + 1 ->
  0 < k + 1 ->
  0 < n + 1 - k ->
  - 1 < k ->
  k < n + 1 ->
  Binomial n k = Gamma (n + 1) / Gamma (k + 1) / Gamma (n + 1 - k).
Proof.
  intros n k _ N K D _ _. unfold Binomial. rewrite !InverseGamma_positive by lra.
  replace (n - k + 1) with (n + 1 - k) by ring. reflexivity.
Qed.

Lemma beta_by_gamma : forall (x y : R),
  0 < x ->
  0 < y ->
  0 < x + y ->
  Beta x y = Gamma x * Gamma y / Gamma (x + y).
Proof.
  reflexivity.
Qed.

(* Derivatives *)

Lemma smooth_Digamma : Smooth (Above 0) Digamma.
Proof.
  apply (Smooth_div (Above 0) (Derive Gamma) Gamma).
  - exact (Smooth_Derive (Above 0) Gamma smooth_Gamma).
  - exact smooth_Gamma.
  - intros x X. apply Rgt_not_eq. exact (Gamma_positive x X).
Qed.

Lemma smooth_Derive_n : forall (A : R -> Prop) (f : R -> R) (n : nat), Smooth A f -> Smooth A (Derive_n f n).
Proof.
  intros A f n F. induction n as [| n IH]; [exact F |]. exact (Smooth_Derive A _ IH).
Qed.

Lemma smooth_Polygamma : forall m : R, Smooth (Above 0) (Polygamma m).
Proof.
  intros m. exact (smooth_Derive_n (Above 0) Digamma _ smooth_Digamma).
Qed.

Lemma is_derive_at : forall (f : R -> R) (x : R), Smooth (Above 0) f -> 0 < x -> is_derive f x (Derive f x).
Proof.
  intros f x F X. exact (has_derivative (Above 0) x f X F).
Qed.

Lemma Gamma_slope : forall x : R, 0 < x -> is_derive Gamma x (Digamma x * Gamma x).
Proof.
  intros x X. replace (Digamma x * Gamma x) with (Derive Gamma x).
  - exact (is_derive_at Gamma x smooth_Gamma X).
  - unfold Digamma. pose proof (Gamma_positive x X). field. lra.
Qed.

Lemma derivative_of_gamma : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  (forall t, t \in A -> 0 < f t) ->
  Smooth A (fun t => Gamma (f t)) ->
  0 < f a ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => Gamma (f t)) = Digamma (f a) * Gamma (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a f I _ _ P F. rewrite (chain_rule A a Gamma f _ I F (Gamma_slope (f a) P)). ring.
Qed.

Lemma derivative_of_digamma : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  (forall t, t \in A -> 0 < f t) ->
  Smooth A (fun t => Digamma (f t)) ->
  0 < f a ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => Digamma (f t)) = Polygamma 1 (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a f I _ _ P F. rewrite (chain_rule A a Digamma f _ I F (is_derive_at Digamma (f a) smooth_Digamma P)).
  unfold Polygamma. rewrite (Int_part_IZR 1). change (Derive_n Digamma (Z.to_nat 1) (f a)) with (Derive Digamma (f a)). ring.
Qed.

Lemma derivative_of_polygamma : forall (A : R -> Prop) (a m : R) (f : R -> R),
  a \in A ->
  (forall t, t \in A -> m \in Integers) ->
  (forall t, t \in A -> 0 <= m) ->
  (forall t, t \in A -> 0 < f t) ->
  Smooth A (fun t => Polygamma m (f t)) ->
  m + 1 \in Integers ->
  0 <= m + 1 ->
  0 < f a ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => Polygamma m (f t)) = Polygamma (m + 1) (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a m f I W N _ _ _ _ P F.
  rewrite (chain_rule A a (Polygamma m) f _ I F (is_derive_at (Polygamma m) (f a) (smooth_Polygamma m) P)).
  destruct (W a I) as [z ->]. specialize (N a I). apply le_IZR in N. unfold Polygamma.
  rewrite <- (plus_IZR z 1), !Int_part_IZR. replace (Z.to_nat (z + 1)) with (S (Z.to_nat z)) by lia.
  change (Derive_n Digamma (S (Z.to_nat z)) (f a)) with (Derive (Derive_n Digamma (Z.to_nat z)) (f a)). rewrite Rmult_comm.
  reflexivity.
Qed.

Lemma derivative_of_factorial : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  (forall t, t \in A -> - 1 < f t) ->
  Smooth A (fun t => Factorial (f t)) ->
  - 1 < f a ->
  0 < f a + 1 ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => Factorial (f t))
  = Factorial (f a) * Digamma (f a + 1) * Derivative A a (fun t => f t).
Proof.
  intros A a f I _ _ _ P F. unfold Factorial.
  assert (D : is_derive (fun x => Gamma (x + 1)) (f a) (1 * (Digamma (f a + 1) * Gamma (f a + 1)))).
  { apply (is_derive_comp Gamma (fun x => x + 1)); [apply Gamma_slope, P |]. auto_derive; [exact Logic.I | ring]. }
  rewrite (chain_rule A a (fun x => Gamma (x + 1)) f _ I F D). ring.
Qed.

Lemma derivative_of_beta : forall (A : R -> Prop) (a : R) (f g : R -> R),
  a \in A ->
  (forall t, t \in A -> 0 < f t) ->
  (forall t, t \in A -> 0 < g t) ->
  Smooth A (fun t => Beta (f t) (g t)) ->
  0 < f a ->
  0 < g a ->
  0 < f a + g a ->
  Smooth A (fun t => f t) ->
  Smooth A (fun t => g t) ->
  Derivative A a (fun t => Beta (f t) (g t))
  = Beta (f a) (g a) * ((Digamma (f a) - Digamma (f a + g a)) * Derivative A a (fun t => f t) + (Digamma (g a) - Digamma (f a + g a)) * Derivative A a (fun t => g t)).
Proof.
  intros A a f g I _ _ _ P Q S F G. unfold Beta.
  pose proof (has_derivative A a f I F) as DF. pose proof (has_derivative A a g I G) as DG.
  set (u := Derivative A a f) in *. set (v := Derivative A a g) in *.
  change (Derivative A a (fun t => f t)) with u. change (Derivative A a (fun t => g t)) with v.
  pose proof (is_derive_comp Gamma f a _ _ (Gamma_slope (f a) P) DF) as GF.
  pose proof (is_derive_comp Gamma g a _ _ (Gamma_slope (g a) Q) DG) as GG.
  pose proof (is_derive_comp Gamma (fun t => f t + g t) a _ _ (Gamma_slope (f a + g a) S) (is_derive_plus f g a _ _ DF DG)) as GS.
  pose proof (Gamma_positive (f a + g a) S) as N.
  apply is_derive_unique.
  pose proof (is_derive_div (fun t => Gamma (f t) * Gamma (g t)) (fun t => Gamma (f t + g t)) a _ _
    (is_derive_mult _ _ a _ _ GF GG Rmult_comm) GS ltac:(lra)) as D.
  refine (eq_ind _ (is_derive _ a) D _ _). unfold plus, scal, mult; simpl. unfold mult; simpl. field. lra.
Qed.

Lemma Digamma_step : forall x : R, 0 < x -> Digamma (x + 1) = Digamma x + / x.
Proof.
  intros x X. pose proof (Gamma_positive x X) as P. pose proof (Gamma_positive (x + 1) ltac:(lra)) as Q.
  assert (D : Derive (fun y => Gamma (y + 1)) x = Derive (fun y => y * Gamma y) x).
  { apply Derive_ext_loc. apply (near_point (Above 0)); [apply open_Above | exact X |]. intros y Y. apply Gamma_step, Y. }
  assert (L : is_derive (fun y => Gamma (y + 1)) x (1 * (Digamma (x + 1) * Gamma (x + 1)))).
  { apply (is_derive_comp Gamma (fun y => y + 1)); [apply Gamma_slope; lra |]. auto_derive; [exact Logic.I | ring]. }
  assert (U : is_derive (fun y => y * Gamma y) x (1 * Gamma x + x * (Digamma x * Gamma x))).
  { apply (is_derive_mult (fun y => y) Gamma x 1); [apply (is_derive_id (K := R_AbsRing)) | apply Gamma_slope, X | apply Rmult_comm]. }
  pose proof (eq_trans (eq_sym (is_derive_unique _ _ _ L)) (eq_trans D (is_derive_unique _ _ _ U))) as K.
  rewrite (Gamma_step x X) in K.
  apply (Rmult_eq_reg_r (x * Gamma x)); [| apply Rgt_not_eq, Rmult_lt_0_compat; assumption].
  replace ((Digamma x + / x) * (x * Gamma x)) with (1 * Gamma x + x * (Digamma x * Gamma x)) by (field; lra).
  rewrite <- K. ring.
Qed.

Lemma digamma_recurrence : forall (x : R),
  0 < x + 1 ->
  0 < x ->
  0 < x ->
  Digamma (x + 1) = Digamma x + / x.
Proof.
  intros x _ X _. exact (Digamma_step x X).
Qed.

Lemma trigamma_recurrence : forall (x : R),
  0 < x + 1 ->
  0 < x ->
  0 < x ->
  Polygamma 1 (x + 1) = Polygamma 1 x - / x ^ 2.
Proof.
  intros x _ X _. unfold Polygamma. rewrite (Int_part_IZR 1). change (Derive Digamma (x + 1) = Derive Digamma x - / x ^ 2).
  assert (D : Derive (fun y => Digamma (y + 1)) x = Derive (fun y => Digamma y + / y) x).
  { apply Derive_ext_loc. apply (near_point (Above 0)); [apply open_Above | exact X |]. intros y Y. apply Digamma_step, Y. }
  assert (L : is_derive (fun y => Digamma (y + 1)) x (1 * Derive Digamma (x + 1))).
  { apply (is_derive_comp Digamma (fun y => y + 1)); [apply (is_derive_at Digamma _ smooth_Digamma); lra |].
    auto_derive; [exact Logic.I | ring]. }
  assert (U : is_derive (fun y => Digamma y + / y) x (Derive Digamma x + -1 * (/ x * / x))).
  { apply (is_derive_plus Digamma Rinv); [exact (is_derive_at Digamma x smooth_Digamma X) | apply is_derive_inverse; lra]. }
  pose proof (eq_trans (eq_sym (is_derive_unique _ _ _ L)) (eq_trans D (is_derive_unique _ _ _ U))) as K.
  rewrite Rmult_1_l in K. rewrite K. field. lra.
Qed.

(* Sums with binomial coefficients *)

Lemma InverseGamma_at_0 : InverseGamma 0 = 0.
Proof.
  rewrite InverseGamma_step. ring.
Qed.

(* The coefficients for k and k + 1, for every n and k *)
Lemma Binomial_step : forall n k : R, (k + 1) * Binomial n (k + 1) = (n - k) * Binomial n k.
Proof.
  intros n k. unfold Binomial. rewrite (InverseGamma_step (k + 1)).
  replace (n - (k + 1) + 1) with (n - k) by ring. rewrite (InverseGamma_step (n - k)). ring.
Qed.

Lemma Binomial_at_0 : forall n : R, - 1 < n -> Binomial n 0 = 1.
Proof.
  intros n N. unfold Binomial. replace (n - 0 + 1) with (n + 1) by ring. rewrite !InverseGamma_positive by lra.
  replace (0 + 1) with 1 by ring. rewrite gamma_at_one. pose proof (Gamma_positive (n + 1) ltac:(lra)). field. lra.
Qed.

Lemma Binomial_below_0 : forall n : R, Binomial n (- 1) = 0.
Proof.
  intros n. unfold Binomial. replace (- 1 + 1) with 0 by ring. rewrite InverseGamma_at_0. ring.
Qed.

Lemma sum_from_0 : forall (f : R -> R) (k : nat), sum_of 0 f (S k) = sum_f_R0 (fun i => f (INR i)) k.
Proof.
  intros f k. induction k as [| k IH]; [simpl; rewrite Rplus_0_l, Rplus_0_l; reflexivity |].
  change (sum_of 0 f (S (S k))) with (sum_of 0 f (S k) + f (0 + INR (S k))). rewrite IH, Rplus_0_l. reflexivity.
Qed.

Lemma Sum_from_0 : forall (f : R -> R) (k : nat), Sum 0 (INR k) f = sum_f_R0 (fun i => f (INR i)) k.
Proof.
  intros f k. unfold Sum. rewrite (count_of_length 0 (INR k) (S k)) by (rewrite S_INR; ring). apply sum_from_0.
Qed.

Lemma last_of_range : forall n : R, IsRange 0 n -> 0 <= n -> exists k : nat, n = INR k.
Proof.
  intros n [_ [[z ->] _]] N. apply le_IZR in N. exists (Z.to_nat z). rewrite INR_IZR_INZ, Z2Nat.id by exact N. reflexivity.
Qed.

Lemma Binomial_whole : forall n k : nat, (k <= n)%nat -> Binomial (INR n) (INR k) = C n k.
Proof.
  intros n k H. unfold Binomial, C. pose proof (pos_INR n). pose proof (pos_INR k).
  replace (INR n - INR k) with (INR (n - k)) by (rewrite minus_INR by exact H; ring). pose proof (pos_INR (n - k)).
  rewrite !InverseGamma_positive by lra. pose proof (Factorial_whole n) as N. pose proof (Factorial_whole k) as K.
  pose proof (Factorial_whole (n - k)) as D. unfold Factorial in N, K, D. rewrite N, K, D.
  unfold Rdiv. rewrite Rinv_mult. ring.
Qed.

Lemma binomial_theorem : forall (n a b : R),
  IsRange 0 n ->
  (forall k, k \in Range 0 n -> - 1 < n) ->
  0 <= n ->
  Sum 0 n (fun k => Power a k * Power b (n - k) * Binomial n k) = Power (a + b) n.
Proof.
  intros n a b H _ N. destruct (last_of_range n H N) as [m ->]. rewrite Sum_from_0, Power_natural, binomial.
  apply sum_eq. intros i I. rewrite <- minus_INR by exact I. rewrite !Power_natural, Binomial_whole by exact I. ring.
Qed.

Lemma sum_of_next : forall (k : nat) (l : R) (f : R -> R), sum_of (l + 1) f k = sum_of l (fun i => f (i + 1)) k.
Proof.
  intros k l f. induction k as [| k IH]; [reflexivity |]. simpl. rewrite IH. f_equal. f_equal. ring.
Qed.

(* Two sums of which one has the terms of the other for the next index, where the terms that are left over are 0 *)
Lemma sums_shifted : forall (f g : R -> R) (k : nat),
  f 0 = 0 -> g (INR k) = 0 -> (forall i, (i < k)%nat -> f (INR i + 1) = g (INR i)) -> Sum 0 (INR k) f = Sum 0 (INR k) g.
Proof.
  intros f g k F G E. unfold Sum. rewrite (count_of_length 0 (INR k) (S k)) by (rewrite S_INR; ring).
  rewrite sum_of_first, F, Rplus_0_l. rewrite (sum_of_next k 0 f). simpl. rewrite Rplus_0_l, G, Rplus_0_r.
  apply sum_of_ext. intros j J. rewrite Rplus_0_l. apply E, J.
Qed.

Lemma index_out_of_binomial_sum : forall (n a b : R) (f : R -> R),
  IsRange 0 n ->
  (forall k, k \in Range 0 n -> - 1 < n) ->
  a + b <> 0 ->
  Sum 0 n (fun k => k * Power a k * Power b (n - k) * f k * Binomial n k)
  = a / (a + b) * Sum 0 n (fun k => Power a k * Power b (n - k) * Binomial n k * (n * f (k + 1) - k * (f (k + 1) - f k))).
Proof.
  intros n a b f H _ N. destruct (Rle_lt_dec 0 n) as [P | P].
  2: { rewrite !Sum_none; [ring | exact H | | exact H |]; destruct H as [_ [[z ->] M]];
       apply lt_IZR in P; assert (z = -1)%Z by (apply Z.le_antisymm; [lia | apply le_IZR; lra]); subst z; lra. }
  pose proof (last_of_range n H P) as [m ->].
  assert (E : Sum 0 (INR m) (fun k => b * (k * Power a k * Power b (INR m - k) * f k * Binomial (INR m) k)) =
    Sum 0 (INR m) (fun k => a * ((INR m - k) * f (k + 1) * (Power a k * Power b (INR m - k) * Binomial (INR m) k)))).
  { apply sums_shifted; [ring | ring |]. intros i I.
    replace (INR m - INR i) with (INR (m - S i) + 1) by (rewrite minus_INR, S_INR by lia; ring).
    replace (INR m - (INR i + 1)) with (INR (m - S i)) by (rewrite minus_INR, S_INR by lia; ring).
    rewrite <- !S_INR, !Power_natural, S_INR. simpl pow.
    replace (b * ((INR i + 1) * (a * a ^ i) * b ^ (m - S i) * f (INR i + 1) * Binomial (INR m) (INR i + 1)))
      with (b * (a * a ^ i) * b ^ (m - S i) * f (INR i + 1) * ((INR i + 1) * Binomial (INR m) (INR i + 1))) by ring.
    rewrite Binomial_step. replace (INR (S (m - S i))) with (INR m - INR i); [ring |].
    rewrite S_INR, minus_INR, S_INR by lia. ring. }
  rewrite (constant_factor 0 (INR m) b (fun k => k * Power a k * Power b (INR m - k) * f k * Binomial (INR m) k) H) in E.
  set (T := Sum 0 (INR m) (fun k => k * Power a k * Power b (INR m - k) * f k * Binomial (INR m) k)) in *.
  apply (Rmult_eq_reg_l (a + b)); [| exact N].
  set (U := Sum 0 (INR m) (fun k => Power a k * Power b (INR m - k) * Binomial (INR m) k * (INR m * f (k + 1) - k * (f (k + 1) - f k)))).
  replace ((a + b) * (a / (a + b) * U)) with (a * U) by (field; exact N).
  rewrite Rmult_plus_distr_r, E. unfold T, U.
  rewrite <- (constant_factor 0 (INR m) a (fun k => k * Power a k * Power b (INR m - k) * f k * Binomial (INR m) k) H).
  rewrite <- (constant_factor 0 (INR m) a (fun k => Power a k * Power b (INR m - k) * Binomial (INR m) k * (INR m * f (k + 1) - k * (f (k + 1) - f k))) H).
  rewrite <- (sum_of_sum 0 (INR m) (fun k => a * (k * Power a k * Power b (INR m - k) * f k * Binomial (INR m) k))
    (fun k => a * ((INR m - k) * f (k + 1) * (Power a k * Power b (INR m - k) * Binomial (INR m) k))) H).
  apply (Sum_ext 0 (INR m) _ _ H). intros k _. ring.
Qed.

(* By induction on r: (r + 1) C(m + n, r + 1) = (m + n - r) C(m + n, r), and so for each of the products. *)
Lemma vandermonde_whole : forall (m n : R) (r : nat), 0 <= m -> 0 <= n ->
  Sum 0 (INR r) (fun k => Binomial m k * Binomial n (INR r - k)) = Binomial (m + n) (INR r).
Proof.
  intros m n r M N. induction r as [| r IH].
  - rewrite Sum_from_0. simpl. rewrite Rminus_0_r, !Binomial_at_0 by lra. ring.
  - assert (Z : forall k : nat, IsRange 0 (INR k)).
    { intros k. split; [exact (Integers_IZR 0) |]. split; [rewrite INR_IZR_INZ; apply Integers_IZR |].
      pose proof (pos_INR k). lra. }
    pose proof (pos_INR r) as P. apply (Rmult_eq_reg_l (INR (S r))); [| rewrite S_INR; lra].
    rewrite S_INR at 3. rewrite S_INR at 3. rewrite Binomial_step, <- IH.
    rewrite <- (constant_factor 0 (INR (S r)) (INR (S r)) (fun k => Binomial m k * Binomial n (INR (S r) - k)) (Z (S r))).
    set (first := fun k => k * (Binomial m k * Binomial n (INR (S r) - k))).
    set (second := fun k => (INR (S r) - k) * (Binomial m k * Binomial n (INR (S r) - k))).
    rewrite (Sum_ext 0 (INR (S r)) _ (fun k => first k + second k) (Z (S r))) by (intros; unfold first, second; ring).
    rewrite (sum_of_sum 0 (INR (S r)) first second (Z (S r))).
    change (Sum 0 (INR (S r)) (fun i => first i)) with (Sum 0 (INR (S r)) first).
    change (Sum 0 (INR (S r)) (fun i => second i)) with (Sum 0 (INR (S r)) second).
    assert (A : Sum 0 (INR (S r)) first = Sum 0 (INR r) (fun k => (m - k) * (Binomial m k * Binomial n (INR r - k)))).
    { unfold Sum. rewrite (count_of_length 0 (INR (S r)) (S (S r))) by (rewrite (S_INR (S r)); ring).
      rewrite (count_of_length 0 (INR r) (S r)) by (rewrite S_INR; ring). rewrite sum_of_first.
      unfold first at 1. rewrite Rmult_0_l, Rplus_0_l, sum_of_next. apply sum_of_ext. intros j _. rewrite Rplus_0_l.
      unfold first. rewrite <- Rmult_assoc, Binomial_step. replace (INR (S r) - (INR j + 1)) with (INR r - INR j) by (rewrite S_INR; ring). ring. }
    assert (B : Sum 0 (INR (S r)) second = Sum 0 (INR r) (fun k => (n - (INR r - k)) * (Binomial m k * Binomial n (INR r - k)))).
    { unfold Sum. rewrite (count_of_length 0 (INR (S r)) (S (S r))) by (rewrite (S_INR (S r)); ring).
      rewrite (count_of_length 0 (INR r) (S r)) by (rewrite S_INR; ring).
      change (sum_of 0 second (S (S r))) with (sum_of 0 second (S r) + second (0 + INR (S r))).
      unfold second at 2. replace (INR (S r) - (0 + INR (S r))) with 0 by ring. rewrite Rmult_0_l, Rplus_0_r.
      apply sum_of_ext. intros j _. rewrite Rplus_0_l. unfold second.
      replace (INR (S r) - INR j) with (INR r - INR j + 1) by (rewrite S_INR; ring).
      rewrite (Rmult_comm (Binomial m (INR j))), <- Rmult_assoc, Binomial_step. ring. }
    rewrite A, B.
    rewrite <- (sum_of_sum 0 (INR r) (fun k => (m - k) * (Binomial m k * Binomial n (INR r - k)))
      (fun k => (n - (INR r - k)) * (Binomial m k * Binomial n (INR r - k))) (Z r)).
    rewrite <- (constant_factor 0 (INR r) (m + n - INR r) (fun k => Binomial m k * Binomial n (INR r - k)) (Z r)).
    apply (Sum_ext 0 (INR r) _ _ (Z r)). intros k _. ring.
Qed.

Lemma vandermonde : forall (r m n : R),
  IsRange 0 r ->
  (forall k, k \in Range 0 r -> - 1 < m) ->
  (forall k, k \in Range 0 r -> - 1 < n) ->
  - 1 < m + n ->
  0 <= m ->
  0 <= n ->
  Sum 0 r (fun k => Binomial m k * Binomial n (r - k)) = Binomial (m + n) r.
Proof.
  intros r m n H _ _ _ M N. destruct (Rle_lt_dec 0 r) as [P | P].
  - destruct (last_of_range r H P) as [k ->]. exact (vandermonde_whole m n k M N).
  - assert (r = - 1).
    { destruct H as [_ [[z ->] L]]. apply lt_IZR in P.
      replace z with (-1)%Z; [reflexivity |]. apply Z.le_antisymm; [apply le_IZR; lra | lia]. }
    subst r. rewrite (Sum_none 0 (- 1) _ H) by ring. rewrite Binomial_below_0. reflexivity.
Qed.

(* Series *)

Lemma Factorial_from_0 : forall k : nat, Factorial (0 + INR k) = INR (fact k).
Proof.
  intros k. rewrite Rplus_0_l. apply Factorial_whole.
Qed.

Lemma exponential_series : forall (a : R),
  (forall k, k \in From 0 -> - 1 < k) ->
  Summable 0 (fun k => Power a k / Factorial k) ->
  InfiniteSum 0 (fun k => Power a k / Factorial k) = exp a.
Proof.
  intros a _ _. rewrite exp_Reals. apply Series_ext. intros k. rewrite Power_from_0, Factorial_from_0. apply Rmult_comm.
Qed.

Lemma index_out_of_exponential_series : forall (a : R) (f : R -> R),
  (forall k, k \in From 0 -> - 1 < k) ->
  Summable 0 (fun k => k * Power a k * f k / Factorial k) ->
  Summable 0 (fun k => Power a k * f (k + 1) / Factorial k) ->
  InfiniteSum 0 (fun k => k * Power a k * f k / Factorial k)
  = a * InfiniteSum 0 (fun k => Power a k * f (k + 1) / Factorial k).
Proof.
  intros a f _ _ _. unfold InfiniteSum. rewrite Series_incr_1_aux by (simpl; rewrite Rplus_0_l; unfold Rdiv; ring).
  rewrite <- Series_scal_l. apply Series_ext. intros k. rewrite !Power_from_0, !Factorial_from_0.
  replace (0 + INR k + 1) with (0 + INR (S k)) by (rewrite S_INR; ring). rewrite Rplus_0_l.
  change (fact (S k)) with (S k * fact k)%nat. rewrite mult_INR. simpl pow.
  pose proof (lt_0_INR _ (lt_O_fact k)). pose proof (lt_0_INR (S k) ltac:(lia)). field. lra.
Qed.

(* The coefficients of the negative binomial series *)
Definition coefficient (c : R) (k : nat) : R := Gamma (c + INR k) / INR (fact k).

Lemma coefficient_positive : forall (c : R) (k : nat), 0 < c -> 0 < coefficient c k.
Proof.
  intros c k H. apply Rdiv_lt_0_compat; [| apply lt_0_INR, lt_O_fact]. apply Gamma_positive. pose proof (pos_INR k). lra.
Qed.

Lemma coefficient_step : forall (c : R) (k : nat),
  0 < c -> INR (S k) * coefficient c (S k) = (c + INR k) * coefficient c k.
Proof.
  intros c k H. unfold coefficient. pose proof (pos_INR k) as P. rewrite S_INR. rewrite <- Rplus_assoc, Gamma_step by lra.
  change (fact (S k)) with (S k * fact k)%nat. rewrite mult_INR, S_INR.
  pose proof (lt_0_INR _ (lt_O_fact k)). field. lra.
Qed.

Lemma radius_of_coefficients : forall c : R, 0 < c -> CV_radius (coefficient c) = Rbar.Finite 1.
Proof.
  intros c H. set (a := coefficient c). rewrite (CV_radius_finite_DAlembert a 1); [rewrite Rinv_1; reflexivity | | lra |].
  - intros k. apply Rgt_not_eq, coefficient_positive, H.
  - apply (is_lim_seq_ext (fun k => 1 + (c - 1) * / INR (S k))).
    + intros k. pose proof (coefficient_positive c k H : 0 < a k) as P. pose proof (coefficient_positive c (S k) H : 0 < a (S k)) as Q.
      pose proof (lt_0_INR (S k) ltac:(lia)) as R. rewrite Rabs_right by (apply Rle_ge, Rlt_le, Rdiv_lt_0_compat; assumption).
      apply (Rmult_eq_reg_l (INR (S k) * a k)); [| apply Rgt_not_eq, Rmult_lt_0_compat; assumption].
      replace (INR (S k) * a k * (a (S k) / a k)) with (INR (S k) * a (S k)) by (field; lra).
      unfold a. rewrite (coefficient_step c k H). rewrite S_INR in *. fold a. field. lra.
    + replace (Rbar.Finite 1) with (Rbar.Finite (1 + (c - 1) * 0)) by (f_equal; ring).
      apply (is_lim_seq_plus' (fun _ => 1)); [apply is_lim_seq_const |].
      apply (is_lim_seq_scal_l (fun k => / INR (S k)) (c - 1) 0).
      apply (is_lim_seq_inv (fun k => INR (S k)) p_infty); [| discriminate].
      apply (is_lim_seq_incr_1 INR), is_lim_seq_INR.
Qed.

Lemma negative_binomial_inside : forall c r : R,
  0 < c -> - 1 < r < 1 -> PSeries (coefficient c) r = Gamma c * Rpower (1 - r) (- c).
Proof.
  intros c r H. set (a := coefficient c). revert r.
  assert (B : forall r, - 1 < r < 1 -> Rbar_lt (Rbar.Finite (Rabs r)) (CV_radius a))
    by (intros r R; unfold a; rewrite (radius_of_coefficients c H); apply Rabs_def1; lra).
  assert (D : forall r, - 1 < r < 1 -> (1 - r) * PSeries (PS_derive a) r = c * PSeries a r).
  { intros r R. pose proof (CV_radius_derive a) as Q.
    assert (E : ex_pseries (PS_derive a) r) by (apply CV_radius_inside; rewrite Q; apply B, R).
    pose proof (proj1 (ex_pseries_R _ r) E) as E'. unfold PSeries. rewrite Rmult_minus_distr_r, Rmult_1_l.
    rewrite <- Series_scal_l. unfold PS_derive in *.
    rewrite (Series_ext (fun k => r * (INR (S k) * a (S k) * r ^ k)) (fun k => INR (S k) * a (S k) * r ^ S k)) by (intros; simpl; ring).
    rewrite <- (Series_incr_1_aux (fun k => INR k * a k * r ^ k)) by (simpl; ring).
    assert (G : ex_series (fun k => INR k * a k * r ^ k)).
    { apply ex_series_incr_1. apply (ex_series_ext (fun k => r * (INR (S k) * a (S k) * r ^ k))); [intros; simpl; ring |].
      apply (ex_series_scal r _ E'). }
    rewrite <- (Series_minus _ _ E' G). rewrite <- Series_scal_l. apply Series_ext. intros k.
    unfold a. rewrite (coefficient_step c k H). ring. }
  intros r R.
  assert (S0 : PSeries a 0 = Gamma c) 
    by (transitivity (coefficient c 0); [apply PSeries_0 | unfold coefficient; change (INR 0) with 0;
      change (INR (fact 0)) with 1; unfold Rdiv; rewrite Rplus_0_r, Rinv_1; apply Rmult_1_r]).
  set (g := fun x => PSeries a x * Rpower (1 - x) c).
  assert (Dg : forall x, - 1 < x < 1 -> is_derive g x 0).
  { intros x X. replace 0 with (PSeries (PS_derive a) x * Rpower (1 - x) c + PSeries a x * (- c / (1 - x) * Rpower (1 - x) c)).
    - apply (is_derive_mult (PSeries a) (fun x => Rpower (1 - x) c)); [apply is_derive_PSeries, B, X | | apply Rmult_comm].
      unfold Rpower. auto_derive; [lra |]. change (1 + - x) with (1 - x). field. lra.
    - apply (Rmult_eq_reg_l (1 - x)); [| lra]. rewrite Rmult_0_r.
      replace ((1 - x) * (PSeries (PS_derive a) x * Rpower (1 - x) c + PSeries a x * (- c / (1 - x) * Rpower (1 - x) c)))
        with (((1 - x) * PSeries (PS_derive a) x - c * PSeries a x) * Rpower (1 - x) c) by (field; lra).
      rewrite (D x X). ring. }
  assert (E : g r = g 0).
  { destruct (Rtotal_order r 0) as [L | [-> | L]]; [| reflexivity |].
    - apply (eq_is_derive g r 0); [| exact L]. intros x X. apply Dg. lra.
    - symmetry. apply (eq_is_derive g 0 r); [| exact L]. intros x X. apply Dg. lra. }
  unfold g in E. rewrite S0, Rminus_0_r, Rpower_of_1, Rmult_1_r in E. rewrite <- E, Rpower_Ropp.
  pose proof (Rpower_positive (1 - r) c). field. lra.
Qed.

Lemma negative_binomial_series : forall (r c : R),
  (forall k, k \in From 0 -> 0 < c + k) ->
  (forall k, k \in From 0 -> - 1 < k) ->
  Summable 0 (fun k => Power r k * Gamma (c + k) / Factorial k) ->
  0 < c ->
  - 1 < r ->
  r < 1 ->
  InfiniteSum 0 (fun k => Power r k * Gamma (c + k) / Factorial k) = Rpower (1 - r) (- c) * Gamma c.
Proof.
  intros r c _ _ _ P L U. rewrite (Rmult_comm (Rpower _ _)), <- (negative_binomial_inside c r P (conj L U)).
  apply Series_ext. intros k. rewrite Power_from_0, Factorial_from_0, Rplus_0_l. unfold coefficient, Rdiv. ring.
Qed.

(* Gamma integrals *)

Lemma scaled_half_line : forall (f : R -> R) (b v : R), 0 < b ->
  is_RInt_gen f (low_end (Above 0)) (high_end (Above 0)) v ->
  is_RInt_gen (fun x => b * f (b * x)) (low_end (Above 0)) (high_end (Above 0)) v.
Proof.
  intros f b v B H. apply (is_RInt_gen_ext (fun x => b * f (b * x + 0))).
  { apply filter_forall. intros p x _. rewrite Rplus_0_r. reflexivity. }
  apply with_linear. revert H. apply with_finer_ends.
  - intros P [c [PC H]]. apply (point_of _ 1) in PC; [| unfold Above; lra]. unfold Above in PC. exists (c / b). split.
    + left. apply Rdiv_lt_0_compat; assumption.
    + intros x PX L. apply (point_of _ 1) in PX; [| unfold Above; lra]. unfold Above in PX.
      apply H; rewrite Rplus_0_r; [left; apply Rmult_lt_0_compat; assumption |].
      apply (Rmult_le_compat_l b) in L; [| lra]. replace (b * (c / b)) with c in L by (field; lra). exact L.
  - intros P [c [PC H]]. apply (point_of _ 1) in PC; [| unfold Above; lra]. unfold Above in PC. exists (c / b). split.
    + left. apply Rdiv_lt_0_compat; assumption.
    + intros x PX L. apply (point_of _ 1) in PX; [| unfold Above; lra]. unfold Above in PX.
      apply H; rewrite Rplus_0_r; [left; apply Rmult_lt_0_compat; assumption |].
      apply (Rmult_le_compat_l b) in L; [| lra]. replace (b * (c / b)) with c in L by (field; lra). exact L.
Qed.

Lemma scaled_weight : forall a b u : R, 0 < b -> 0 < u ->
  Rpower u (a - 1) * exp (- (b * u)) = Rpower b (- a) * (b * gamma_weight a (b * u)).
Proof.
  intros a b u B U. unfold gamma_weight. rewrite <- Rpower_mult_distr by assumption.
  replace (Rpower b (- a) * (b * (Rpower b (a - 1) * Rpower u (a - 1) * exp (- (b * u)))))
    with (Rpower b (- a) * (b * Rpower b (a - 1)) * (Rpower u (a - 1) * exp (- (b * u)))) by ring.
  replace (b * Rpower b (a - 1)) with (Rpower b a).
  - rewrite <- Rpower_plus. replace (- a + a) with 0 by ring. rewrite Rpower_O by exact B. ring.
  - rewrite <- (Rpower_1 b B) at 2. rewrite <- Rpower_plus. f_equal. ring.
Qed.

Lemma gamma_integral : forall (a b : R),
  Integrable (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * u))) ->
  0 < a ->
  0 < b ->
  ImproperIntegral (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * u))) = Rpower b (- a) * Gamma a.
Proof.
  intros a b _ A B. apply improper_unique.
  apply (improper_ext (Above 0) (fun u => Rpower b (- a) * (b * gamma_weight a (b * u)))); [apply convex_Above | |].
  - intros u U. symmetry. exact (scaled_weight a b u B U).
  - apply (is_RInt_gen_scal (fun u => b * gamma_weight a (b * u)) (Rpower b (- a))). apply scaled_half_line; [exact B |].
    apply (RInt_gen_correct (V := R_CompleteNormedModule)). exact (weight_converges a A).
Qed.

(* Where the rate is not positive, the integral of the absolute value has no bound. *)
Lemma positive_rate : forall (a b : R), 0 < a ->
  Integrable (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * u)) * ln u) -> 0 < b.
Proof.
  intros a b A [C I]. apply Rnot_le_lt. intros B.
  set (f := fun u => Rabs (Rpower u (a - 1) * exp (- (b * u)) * ln u)).
  assert (K : Continuous (Above 0) f) by (apply Continuous_Rabs; exact C).
  destruct (integrals_at_most (Above 0) f (convex_Above 0) K ltac:(intros; apply Rabs_pos) I) as [M H].
  assert (0 <= M).
  { apply (Rle_trans _ (RInt f 1 1)); [rewrite (RInt_point (V := R_CompleteNormedModule)); right; reflexivity |].
    apply H; [left | left |]; unfold Above; lra. }
  pose proof (exp_pos 1) as P. pose proof (exp_pos (M + 2)) as Q.
  assert (L : exp 1 <= exp (M + 2)) by (apply exp_monotone; lra).
  specialize (H (exp 1) (exp (M + 2)) (or_introl P) (or_introl Q) L).
  assert (D : is_RInt Rinv (exp 1) (exp (M + 2)) (ln (exp (M + 2)) - ln (exp 1))).
  { apply (is_RInt_derive ln); intros x X; rewrite Rmin_left, Rmax_right in X by exact L.
    - apply is_derive_log. lra.
    - apply (ex_derive_continuous Rinv). eexists. apply is_derive_inverse. lra. }
  assert (RInt Rinv (exp 1) (exp (M + 2)) <= RInt f (exp 1) (exp (M + 2))).
  { apply RInt_le; [exact L | eexists; exact D | |].
    - apply (integral_between_points (Above 0) f _ _ (convex_Above 0) K (or_introl P) (or_introl Q) L).
    - intros x [X _]. assert (X0 : 0 < x) by lra. pose proof (ln_increasing _ _ P X) as N. rewrite ln_exp in N.
      assert (E : 1 <= exp (- (b * x))) by (rewrite <- exp_0 at 1; apply exp_monotone; nra).
      assert (G : / x <= Rpower x (a - 1)).
      { unfold Rpower. rewrite <- (exp_ln (/ x)) by (apply Rinv_0_lt_compat, X0). apply exp_monotone.
        rewrite ln_Rinv by exact X0. nra. }
      pose proof (Rinv_0_lt_compat x X0). unfold f. apply (Rle_trans _ _ _) with (2 := Rle_abs _).
      assert (/ x * 1 <= Rpower x (a - 1) * exp (- (b * x))) by (apply Rmult_le_compat; lra).
      assert (/ x * 1 * 1 <= Rpower x (a - 1) * exp (- (b * x)) * ln x) by (apply Rmult_le_compat; lra). lra. }
  rewrite (is_RInt_unique (V := R_CompleteNormedModule) _ _ _ _ D), !ln_exp in *. lra.
Qed.

Lemma digamma_weight : forall a : R, 0 < a -> Digamma a * Gamma a = GammaDerivative 1 a.
Proof.
  intros a A. rewrite <- (is_derive_unique Gamma a _ (Gamma_slope a A)). apply is_derive_unique.
  apply (is_derive_ext_loc (GammaDerivative 0)); [| exact (is_derive_Gamma 0 a A)].
  apply (near_point (Above 0)); [apply open_Above | exact A |]. intros x X. symmetry. exact (Gamma_is x X).
Qed.

Lemma gamma_integral_with_logarithm : forall (a b : R),
  Integrable (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * u)) * ln u) ->
  0 < a ->
  0 < a ->
  ImproperIntegral (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * u)) * ln u)
  = Power b (- a) * Gamma a * (Digamma a - ln b).
Proof.
  intros a b I A _. pose proof (positive_rate a b A I) as B. rewrite Power_positive by exact B. apply improper_unique.
  assert (V : forall n, is_RInt_gen (fun t => ln t ^ n * gamma_weight a t) (low_end (Above 0)) (high_end (Above 0)) (GammaDerivative n a))
    by (intros n; exact (integrable_converges _ _ (convex_Above 0) (log_weight_integrable n a A))).
  pose proof (digamma_weight a A) as E.
  replace (Rpower b (- a) * Gamma a * (Digamma a - ln b))
    with (scal (Rpower b (- a)) (minus (GammaDerivative 1 a) (scal (ln b) (GammaDerivative 0 a)))).
  2: { rewrite <- E, <- (Gamma_is a A). unfold scal, minus, plus, opp; simpl; unfold mult; simpl. ring. }
  pose proof (scaled_half_line _ b _ B (V 1%nat)) as V1. pose proof (scaled_half_line _ b _ B (V 0%nat)) as V0.
  pose proof (is_RInt_gen_scal _ (ln b) _ V0) as V2. pose proof (is_RInt_gen_minus _ _ _ _ V1 V2) as V3.
  pose proof (is_RInt_gen_scal _ (Rpower b (- a)) _ V3) as V4.
  revert V4. apply improper_ext; [apply convex_Above |]. intros u U. unfold Above in U.
  rewrite (scaled_weight a b u B U), ln_mult by assumption.
  unfold scal, minus, plus, opp; simpl; unfold mult; simpl. ring.
Qed.

Lemma power_of_weight : forall (a b c u : R), 0 < b -> c <> 0 -> 0 < u ->
  gamma_weight (a / c) (b * Rpower u c) * (b * Rpower u (c - 1))
  = Rpower b (a / c) * (Rpower u (a - 1) * exp (- (b * Rpower u c))).
Proof.
  intros a b c u B C U. unfold gamma_weight.
  rewrite <- Rpower_mult_distr by (try assumption; apply exp_pos). rewrite Rpower_mult.
  rewrite <- (Rpower_1 b B) at 3. replace (Rpower b (a / c)) with (Rpower b (a / c - 1) * Rpower b 1)
    by (rewrite <- Rpower_plus; f_equal; ring).
  replace (Rpower u (a - 1)) with (Rpower u (c * (a / c - 1)) * Rpower u (c - 1))
    by (rewrite <- Rpower_plus; f_equal; field; exact C).
  ring.
Qed.

Lemma gamma_integral_of_power : forall (a b c e : R),
  Integrable (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * Rpower u c))) ->
  0 < a / c ->
  0 < b ->
  0 < c * e ->
  e ^ 2 = 1 ->
  ImproperIntegral (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * Rpower u c)))
  = Rpower b (- (a / c)) * e * Gamma (a / c) / c.
Proof.
  intros a b c e _ A B C E. assert (N : c <> 0) by (intros ->; lra). apply improper_unique.
  pose proof (with_power _ b c e (log_weight_integrable 0 _ A) B C E) as H.
  apply (is_RInt_gen_scal _ (Rpower b (- (a / c)) * e / c)) in H. rewrite Gamma_is by exact A.
  replace (Rpower b (- (a / c)) * e * GammaDerivative 0 (a / c) / c)
    with (scal (Rpower b (- (a / c)) * e / c) (GammaDerivative 0 (a / c)))
    by (unfold scal; simpl; unfold mult; simpl; field; exact N).
  revert H. apply improper_ext; [apply convex_Above |]. intros u U. unfold Above in U.
  unfold scal; simpl; unfold mult; simpl. rewrite Rmult_1_l.
  replace (Rpower b (- (a / c)) * e / c * (gamma_weight (a / c) (b * Rpower u c) * (b * (c * e) * Rpower u (c - 1))))
    with (Rpower b (- (a / c)) * (e * e) * (gamma_weight (a / c) (b * Rpower u c) * (b * Rpower u (c - 1))))
    by (field; exact N).
  rewrite power_of_weight by assumption. replace (e * e) with 1 by lra.
  rewrite Rmult_1_r, <- Rmult_assoc, <- Rpower_plus, Rplus_opp_l, Rpower_O by exact B. ring.
Qed.

Lemma log_gamma_integral_of_power : forall (a b c e : R),
  Integrable (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * Rpower u c)) * ln u) ->
  0 < a / c ->
  0 < b ->
  0 < c * e ->
  e ^ 2 = 1 ->
  ImproperIntegral (Above 0) (fun u => Rpower u (a - 1) * exp (- (b * Rpower u c)) * ln u)
  = Rpower b (- (a / c)) * e * Gamma (a / c) / c ^ 2 * (Digamma (a / c) - ln b).
Proof.
  intros a b c e _ A B C E. assert (N : c <> 0) by (intros ->; lra). apply improper_unique.
  pose proof (with_power _ b c e (log_weight_integrable 0 _ A) B C E) as H0.
  pose proof (with_power _ b c e (log_weight_integrable 1 _ A) B C E) as H1.
  pose proof (is_RInt_gen_minus _ _ _ _ H1 (is_RInt_gen_scal _ (ln b) _ H0)) as H.
  apply (is_RInt_gen_scal _ (Rpower b (- (a / c)) * e / c ^ 2)) in H.
  replace (Rpower b (- (a / c)) * e * Gamma (a / c) / c ^ 2 * (Digamma (a / c) - ln b))
    with (scal (Rpower b (- (a / c)) * e / c ^ 2)
      (minus (GammaDerivative 1 (a / c)) (scal (ln b) (GammaDerivative 0 (a / c))))).
  2: { rewrite <- (digamma_weight _ A), <- (Gamma_is _ A). unfold scal, minus, plus, opp; simpl; unfold mult; simpl.
       field. exact N. }
  revert H. apply improper_ext; [apply convex_Above |]. intros u U. unfold Above in U.
  unfold scal, minus, plus, opp; simpl; unfold mult; simpl. rewrite ln_mult, ln_Rpower by (try exact B; apply exp_pos).
  replace (Rpower b (- (a / c)) * e / (c * (c * 1)) * _) with
    (Rpower b (- (a / c)) * (e * e) * (gamma_weight (a / c) (b * Rpower u c) * (b * Rpower u (c - 1))) * ln u)
    by (field; exact N).
  rewrite power_of_weight by assumption. replace (e * e) with 1 by lra.
  rewrite Rmult_1_r, <- (Rmult_assoc (Rpower b _)), <- Rpower_plus, Rplus_opp_l, Rpower_O by exact B. ring.
Qed.

(* What is declared of the functions *)

Lemma gamma_sign_1 : forall (x : R),
  0 < x ->
  0 < Gamma x.
Proof.
  exact Gamma_positive.
Qed.

Lemma factorial_sign_1 : forall (x : R),
  - 1 < x ->
  0 < Factorial x.
Proof.
  intros x X. apply Gamma_positive. lra.
Qed.

Lemma factorial_whole : forall (x : R),
  - 1 < x ->
  x \in Integers ->
  Factorial x \in Integers.
Proof.
  intros x X [z ->]. assert (0 <= z)%Z by (apply Z.lt_pred_le, lt_IZR; rewrite <- Z.sub_1_r, minus_IZR; lra).
  rewrite <- (Z2Nat.id z), <- INR_IZR_INZ, Factorial_whole, INR_IZR_INZ by assumption. apply Integers_IZR.
Qed.

Lemma gamma_whole : forall (x : R),
  0 < x ->
  x \in Integers ->
  Gamma x \in Integers.
Proof.
  intros x X I. replace x with (x - 1 + 1) by ring. apply factorial_whole; [lra |].
  apply Integers_minus; [exact I | apply (Integers_IZR 1)].
Qed.

Lemma beta_sign_1 : forall (x y : R),
  0 < x ->
  0 < y ->
  0 < Beta x y.
Proof.
  intros x y X Y. apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat |]; apply Gamma_positive; lra.
Qed.

Lemma beta_symmetric : forall (x y : R),
  0 < x ->
  0 < y ->
  Beta x y = Beta y x.
Proof.
  intros x y _ _. unfold Beta. rewrite (Rplus_comm y x), (Rmult_comm (Gamma y)). reflexivity.
Qed.

Lemma binomial_sign_1 : forall (n k : R),
  - 1 < n ->
  - 1 < k ->
  k < n + 1 ->
  0 < Binomial n k.
Proof.
  intros n k N K L. unfold Binomial. rewrite !InverseGamma_positive by lra.
  repeat apply Rmult_lt_0_compat; try apply Rinv_0_lt_compat; apply Gamma_positive; lra.
Qed.

Lemma InverseGamma_at_whole : forall k : nat, InverseGamma (- INR k) = 0.
Proof.
  induction k as [| k IH]; [simpl; rewrite Ropp_0; exact InverseGamma_at_0 |].
  rewrite InverseGamma_step. replace (- INR (S k) + 1) with (- INR k) by (rewrite S_INR; ring). rewrite IH. ring.
Qed.

(* Outside of 0, ..., n a coefficient is 0. *)
Lemma Binomial_outside : forall n k : Z, (k < 0 \/ n < k)%Z -> Binomial (IZR n) (IZR k) = 0.
Proof.
  intros n k H. unfold Binomial. destruct H as [H | H].
  - replace (IZR k + 1) with (- INR (Z.to_nat (- k - 1))); [rewrite InverseGamma_at_whole; ring |].
    rewrite INR_IZR_INZ, Z2Nat.id, minus_IZR, opp_IZR by lia. ring.
  - replace (IZR n - IZR k + 1) with (- INR (Z.to_nat (k - n - 1))); [rewrite InverseGamma_at_whole; ring |].
    rewrite INR_IZR_INZ, Z2Nat.id, !minus_IZR by lia. ring.
Qed.

Lemma Binomial_inside : forall n k : Z, (0 <= k <= n)%Z -> Binomial (IZR n) (IZR k) = C (Z.to_nat n) (Z.to_nat k).
Proof.
  intros n k H. rewrite <- Binomial_whole by lia. rewrite !INR_IZR_INZ, !Z2Nat.id by lia. reflexivity.
Qed.

Lemma C_whole : forall n k : nat, (k <= n)%nat -> Integers (C n k).
Proof.
  induction n as [| n IH]; intros k H.
  - replace k with 0%nat by lia. exists 1%Z. unfold C. simpl. field.
  - destruct k as [| k]; [exists 1%Z; unfold C; rewrite Nat.sub_0_r; simpl fact at 2; rewrite Rmult_1_l; apply Rinv_r, INR_fact_neq_0 |].
    destruct (Nat.eq_dec k n) as [-> | N].
    + exists 1%Z. unfold C. rewrite Nat.sub_diag. simpl fact at 3. rewrite Rmult_1_r. apply Rinv_r, INR_fact_neq_0.
    + rewrite <- (pascal n k) by lia. apply Integers_plus; apply IH; lia.
Qed.

Lemma binomial_whole : forall (n k : R),
  - 1 < n ->
  n \in Integers ->
  k \in Integers ->
  Binomial n k \in Integers.
Proof.
  intros n k N [y ->] [z ->]. destruct (Z_lt_le_dec z 0) as [L | L]; [rewrite Binomial_outside by lia; apply (Integers_IZR 0) |].
  destruct (Z_lt_le_dec y z) as [M | M]; [rewrite Binomial_outside by lia; apply (Integers_IZR 0) |].
  rewrite Binomial_inside by lia. apply C_whole. lia.
Qed.

Lemma binomial_sign_2 : forall (n k : R),
  - 1 < n ->
  n \in Integers ->
  k \in Integers ->
  0 <= Binomial n k.
Proof.
  intros n k N [y ->] [z ->]. destruct (Z_lt_le_dec z 0) as [L | L]; [rewrite Binomial_outside by lia; apply Rle_refl |].
  destruct (Z_lt_le_dec y z) as [M | M]; [rewrite Binomial_outside by lia; apply Rle_refl |].
  apply IZR_le in L, M. apply Rlt_le, binomial_sign_1; lra.
Qed.

(* Known values *)

Fixpoint factorial_of (k : nat) : Z := match k with O => 1%Z | S j => (Z.of_nat k * factorial_of j)%Z end.

Lemma factorial_of_is : forall k : nat, INR (fact k) = IZR (factorial_of k).
Proof.
  induction k as [| k IH]; [reflexivity |].
  change (fact (S k)) with (S k * fact k)%nat. change (factorial_of (S k)) with (Z.of_nat (S k) * factorial_of k)%Z.
  rewrite mult_INR, mult_IZR, IH, INR_IZR_INZ. reflexivity.
Qed.

Lemma Factorial_value : forall z : Z, (0 <= z)%Z -> Factorial (IZR z) = IZR (factorial_of (Z.to_nat z)).
Proof.
  intros z H. rewrite <- (Z2Nat.id z) at 1 by exact H. rewrite <- INR_IZR_INZ, Factorial_whole. apply factorial_of_is.
Qed.

Lemma Gamma_value : forall z : Z, (0 < z)%Z -> Gamma (IZR z) = IZR (factorial_of (Z.to_nat (z - 1))).
Proof.
  intros z H. rewrite <- (Factorial_value (z - 1)) by lia. unfold Factorial. rewrite minus_IZR. f_equal. ring.
Qed.

Lemma Binomial_value : forall n k : Z, (0 <= k <= n)%Z -> Binomial (IZR n) (IZR k) =
  IZR (factorial_of (Z.to_nat n)) / (IZR (factorial_of (Z.to_nat k)) * IZR (factorial_of (Z.to_nat n - Z.to_nat k))).
Proof.
  intros n k H. rewrite Binomial_inside by exact H. unfold C. rewrite !factorial_of_is. reflexivity.
Qed.

Ltac exact_value_further ::=
  first
    [ unfold Erf; rewrite (RInt_point (V := R_CompleteNormedModule)); apply Rmult_0_r
    | rewrite Factorial_value by lia; apply f_equal; vm_compute; reflexivity
    | rewrite Gamma_value by lia; apply f_equal; vm_compute; reflexivity
    | rewrite Binomial_outside by lia; reflexivity
    | rewrite Binomial_value by lia;
      repeat match goal with |- context [factorial_of ?k] => let v := eval vm_compute in (factorial_of k) in change (factorial_of k) with v end;
      lra ].

Ltac numbers_further ::=
  repeat
    match goal with
    | |- context [Gamma (IZR ?z)] =>
        let v := eval vm_compute in (factorial_of (Z.to_nat (z - 1))) in
        replace (Gamma (IZR z)) with (IZR v) by (symmetry; exact_value_further)
    | |- context [Factorial (IZR ?z)] =>
        let v := eval vm_compute in (factorial_of (Z.to_nat z)) in
        replace (Factorial (IZR z)) with (IZR v) by (symmetry; exact_value_further)
    | |- context [Binomial (IZR ?n) (IZR ?k)] =>
        let ways := constr:((factorial_of (Z.to_nat n) / (factorial_of (Z.to_nat k) * factorial_of (Z.to_nat (n - k))))%Z) in
        let v := eval vm_compute in (if andb (Z.leb 0 k) (Z.leb k n) then ways else 0%Z) in
        replace (Binomial (IZR n) (IZR k)) with (IZR v) by (symmetry; exact_value_further)
    end.

(* Smooth and continuous functions *)

Lemma Smooth_on_positives : forall (g : R -> R) (A : R -> Prop) (f : R -> R), Smooth (Above 0) g ->
  Smooth A f -> (forall x, x \in A -> 0 < f x) -> Smooth A (fun x => g (f x)).
Proof.
  intros g A f G F P. exact (Smooth_comp A (Above 0) g f G F P).
Qed.

Lemma Continuous_on_positives : forall (g : R -> R) (A : R -> Prop) (f : R -> R), Smooth (Above 0) g ->
  Continuous A f -> (forall x, x \in A -> 0 < f x) -> Continuous A (fun x => g (f x)).
Proof.
  intros g A f G F P. apply (Continuous_comp A g f F). intros x X. exact (derivative_exists (Above 0) (f x) g (P x X) G).
Qed.

Lemma Smooth_Gamma : forall (A : R -> Prop) (f : R -> R),
  Smooth A f -> (forall x, x \in A -> 0 < f x) -> Smooth A (fun x => Gamma (f x)).
Proof.
  intros A f. exact (Smooth_on_positives Gamma A f smooth_Gamma).
Qed.

Lemma Continuous_Gamma : forall (A : R -> Prop) (f : R -> R),
  Continuous A f -> (forall x, x \in A -> 0 < f x) -> Continuous A (fun x => Gamma (f x)).
Proof.
  intros A f. exact (Continuous_on_positives Gamma A f smooth_Gamma).
Qed.

Lemma Smooth_Digamma : forall (A : R -> Prop) (f : R -> R),
  Smooth A f -> (forall x, x \in A -> 0 < f x) -> Smooth A (fun x => Digamma (f x)).
Proof.
  intros A f. exact (Smooth_on_positives Digamma A f smooth_Digamma).
Qed.

Lemma Continuous_Digamma : forall (A : R -> Prop) (f : R -> R),
  Continuous A f -> (forall x, x \in A -> 0 < f x) -> Continuous A (fun x => Digamma (f x)).
Proof.
  intros A f. exact (Continuous_on_positives Digamma A f smooth_Digamma).
Qed.

Lemma Smooth_Polygamma : forall (A : R -> Prop) (m : R) (f : R -> R),
  Smooth A f -> (forall x, x \in A -> 0 < f x) -> Smooth A (fun x => Polygamma m (f x)).
Proof.
  intros A m f. exact (Smooth_on_positives (Polygamma m) A f (smooth_Polygamma m)).
Qed.

Lemma Continuous_Polygamma : forall (A : R -> Prop) (m : R) (f : R -> R),
  Continuous A f -> (forall x, x \in A -> 0 < f x) -> Continuous A (fun x => Polygamma m (f x)).
Proof.
  intros A m f. exact (Continuous_on_positives (Polygamma m) A f (smooth_Polygamma m)).
Qed.

Lemma Smooth_Factorial : forall (A : R -> Prop) (f : R -> R),
  Smooth A f -> (forall x, x \in A -> - 1 < f x) -> Smooth A (fun x => Factorial (f x)).
Proof.
  intros A f F P. apply (Smooth_Gamma A (fun x => f x + 1)); [| intros x X; specialize (P x X); lra].
  exact (Smooth_plus A f _ F (Smooth_constant A 1 (proj1 F))).
Qed.

Lemma Continuous_Factorial : forall (A : R -> Prop) (f : R -> R),
  Continuous A f -> (forall x, x \in A -> - 1 < f x) -> Continuous A (fun x => Factorial (f x)).
Proof.
  intros A f F P. apply (Continuous_Gamma A (fun x => f x + 1)); [| intros x X; specialize (P x X); lra].
  exact (Continuous_plus A f _ F (Continuous_constant A 1)).
Qed.

Lemma Smooth_Beta : forall (A : R -> Prop) (f g : R -> R),
  Smooth A f -> Smooth A g -> (forall x, x \in A -> 0 < f x) -> (forall x, x \in A -> 0 < g x) ->
  Smooth A (fun x => Beta (f x) (g x)).
Proof.
  intros A f g F G P Q. assert (S : forall x, x \in A -> 0 < f x + g x) by (intros x X; specialize (P x X); specialize (Q x X); lra).
  apply (Smooth_div A (fun x => Gamma (f x) * Gamma (g x)) (fun x => Gamma (f x + g x))).
  - exact (Smooth_mult A _ _ (Smooth_Gamma A f F P) (Smooth_Gamma A g G Q)).
  - exact (Smooth_Gamma A _ (Smooth_plus A f g F G) S).
  - intros x X. apply Rgt_not_eq, Gamma_positive, S, X.
Qed.

Lemma Continuous_Beta : forall (A : R -> Prop) (f g : R -> R),
  Continuous A f -> Continuous A g -> (forall x, x \in A -> 0 < f x) -> (forall x, x \in A -> 0 < g x) ->
  Continuous A (fun x => Beta (f x) (g x)).
Proof.
  intros A f g F G P Q. assert (S : forall x, x \in A -> 0 < f x + g x) by (intros x X; specialize (P x X); specialize (Q x X); lra).
  apply (Continuous_div A (fun x => Gamma (f x) * Gamma (g x)) (fun x => Gamma (f x + g x))).
  - exact (Continuous_mult A _ _ (Continuous_Gamma A f F P) (Continuous_Gamma A g G Q)).
  - exact (Continuous_Gamma A _ (Continuous_plus A f g F G) S).
  - intros x X. apply Rgt_not_eq, Gamma_positive, S, X.
Qed.

(* 1/Gamma is smooth everywhere: beyond -k for every k. *)
Lemma smooth_InverseGamma_above : forall k : nat, Smooth (Above (- INR k)) InverseGamma.
Proof.
  induction k as [| k IH].
  - simpl. rewrite Ropp_0. apply (Smooth_ext _ (fun x => / Gamma x)); [intros x X; symmetry; exact (InverseGamma_positive x X) |].
    apply (Smooth_inv (Above 0) Gamma smooth_Gamma). intros x X. apply Rgt_not_eq, Gamma_positive, X.
  - apply (Smooth_ext _ (fun x => x * InverseGamma (x + 1))); [intros x X; symmetry; apply InverseGamma_step |].
    apply Smooth_mult; [apply Smooth_variable, open_Above |].
    apply (Smooth_comp _ (Above (- INR k)) InverseGamma (fun x => x + 1) IH).
    + apply (Smooth_plus _ (fun x => x)); [apply Smooth_variable | apply Smooth_constant]; apply open_Above.
    + intros x X. unfold Above in *. rewrite S_INR in X. lra.
Qed.

Lemma smooth_InverseGamma : Smooth Reals InverseGamma.
Proof.
  split; [exact open_Reals |].
  assert (E : forall x : R, exists k : nat, x \in Above (- INR k)).
  { intros x. destruct (archimed (- x)) as [A _]. exists (Z.to_nat (up (- x))). unfold Above.
    destruct (Z_le_dec 0 (up (- x))) as [H | H].
    - rewrite INR_IZR_INZ, Z2Nat.id by exact H. lra.
    - assert (IZR (up (- x)) < 0) by (apply IZR_lt; lia). pose proof (pos_INR (Z.to_nat (up (- x)))). lra. }
  assert (G : forall (n : nat) (f : R -> R), (forall k : nat, Derivable n (Above (- INR k)) f) -> Derivable n Reals f).
  { induction n as [| n IH]; intros f H; [exact Logic.I | split].
    - intros x _. destruct (E x) as [k K]. exact (proj1 (H k) x K).
    - apply IH. intros k. exact (proj2 (H k)). }
  intros n. apply G. intros k. exact (proj2 (smooth_InverseGamma_above k) n).
Qed.

Lemma Smooth_Binomial : forall (A : R -> Prop) (f g : R -> R),
  Smooth A f -> Smooth A g -> (forall x, x \in A -> - 1 < f x) -> Smooth A (fun x => Binomial (f x) (g x)).
Proof.
  intros A f g F G P. pose proof (Smooth_constant A 1 (proj1 F)) as O. unfold Binomial.
  apply (Smooth_mult A (fun x => Gamma (f x + 1) * InverseGamma (g x + 1)) (fun x => InverseGamma (f x - g x + 1))).
  - apply (Smooth_mult A (fun x => Gamma (f x + 1)) (fun x => InverseGamma (g x + 1))).
    + apply (Smooth_Gamma A (fun x => f x + 1)); [exact (Smooth_plus A _ _ F O) |]. intros x X. specialize (P x X). lra.
    + exact (Smooth_comp A Reals InverseGamma _ smooth_InverseGamma (Smooth_plus A _ _ G O) (fun _ _ => Logic.I)).
  - exact (Smooth_comp A Reals InverseGamma _ smooth_InverseGamma (Smooth_plus A _ _ (Smooth_minus A f g F G) O) (fun _ _ => Logic.I)).
Qed.

Lemma Continuous_Binomial : forall (A : R -> Prop) (f g : R -> R),
  Continuous A f -> Continuous A g -> (forall x, x \in A -> - 1 < f x) -> Continuous A (fun x => Binomial (f x) (g x)).
Proof.
  intros A f g F G P. pose proof (Continuous_constant A 1) as O. unfold Binomial.
  apply (Continuous_mult A (fun x => Gamma (f x + 1) * InverseGamma (g x + 1)) (fun x => InverseGamma (f x - g x + 1))).
  - apply (Continuous_mult A (fun x => Gamma (f x + 1)) (fun x => InverseGamma (g x + 1))).
    + apply (Continuous_Gamma A (fun x => f x + 1)); [exact (Continuous_plus A _ _ F O) |]. intros x X. specialize (P x X). lra.
    + exact (Continuous_smooth A InverseGamma _ smooth_InverseGamma (Continuous_plus A _ _ G O)).
  - exact (Continuous_smooth A InverseGamma _ smooth_InverseGamma (Continuous_plus A _ _ (Continuous_minus A f g F G) O)).
Qed.

(* The error function *)

Lemma bell_grows : forall x y : R, x < y -> bell_from_0 x < bell_from_0 y.
Proof.
  intros x y L. destruct (MVT_gen bell_from_0 x y (fun t => exp (- (t * t)))) as [c [_ E]].
  - intros t _. apply is_derive_bell_from_0.
  - intros t _. apply continuity_pt_filterlim, derivable_continuous. eexists. apply is_derive_bell_from_0.
  - pose proof (Rmult_lt_0_compat _ (y - x) (exp_pos (- (c * c))) ltac:(lra)). lra.
Qed.

Lemma bell_below_limit : forall x : R, bell_from_0 x < sqrt PI / 2.
Proof.
  intros x. apply (Rlt_le_trans _ _ _ (bell_grows x (x + 1) ltac:(lra))).
  change (Rbar_le (Rbar.Finite (bell_from_0 (x + 1))) (Rbar.Finite (sqrt PI / 2))).
  apply (filterlim_le (F := Rbar_locally p_infty) (fun _ => bell_from_0 (x + 1)) bell_from_0);
    [| apply filterlim_const | exact bell_from_0_limit].
  exists (x + 1). intros y Y. apply Rlt_le, bell_grows, Y.
Qed.

Lemma bell_from_0_at_0 : bell_from_0 0 = 0.
Proof.
  unfold bell_from_0. rewrite (RInt_point (V := R_CompleteNormedModule)). reflexivity.
Qed.

Lemma bell_is_odd : forall x : R, bell_from_0 (- x) = - bell_from_0 x.
Proof.
  assert (P : forall x, 0 < x -> bell_from_0 (- x) = - bell_from_0 x).
  { intros x X. assert (E : bell_from_0 0 + bell_from_0 (- 0) = bell_from_0 x + bell_from_0 (- x)).
    - apply (eq_is_derive (fun y => bell_from_0 y + bell_from_0 (- y))); [| exact X]. intros y _.
      replace (@zero R_NormedModule) with (exp (- (y * y)) + -1 * exp (- (- y * - y))).
      + apply (is_derive_plus bell_from_0 (fun y => bell_from_0 (- y))); [apply is_derive_bell_from_0 |].
        apply (is_derive_comp bell_from_0 (fun y => - y)); [apply is_derive_bell_from_0 |]. auto_derive; [exact Logic.I | ring].
      + change (exp (- (y * y)) + -1 * exp (- (- y * - y)) = 0). replace (- y * - y) with (y * y) by ring. ring.
    - rewrite Ropp_0, bell_from_0_at_0 in E. lra. }
  intros x. destruct (Rtotal_order x 0) as [L | [-> | L]]; [| rewrite Ropp_0, bell_from_0_at_0; ring | exact (P x L)].
  rewrite <- (Ropp_involutive x) at 2. rewrite (P (- x)) by lra. ring.
Qed.

Lemma root_of_PI : 0 < sqrt PI.
Proof.
  exact (sqrt_lt_R0 PI PI_RGT_0).
Qed.

Lemma erf_bound_1 : forall (x : R),
  Erf x < 1.
Proof.
  intros x. pose proof root_of_PI as P. pose proof (bell_below_limit x) as B. change (2 / sqrt PI * bell_from_0 x < 1).
  apply (Rmult_lt_reg_r (sqrt PI / 2)); [lra |].
  replace (2 / sqrt PI * bell_from_0 x * (sqrt PI / 2)) with (bell_from_0 x) by (field; lra). lra.
Qed.

Lemma erf_bound_2 : forall (x : R),
  - 1 < Erf x.
Proof.
  intros x. pose proof root_of_PI as P. pose proof (bell_below_limit (- x)) as B. rewrite bell_is_odd in B.
  change (- 1 < 2 / sqrt PI * bell_from_0 x). apply (Rmult_lt_reg_r (sqrt PI / 2)); [lra |].
  replace (2 / sqrt PI * bell_from_0 x * (sqrt PI / 2)) with (bell_from_0 x) by (field; lra). lra.
Qed.

Lemma erf_like : forall (x : R),
  SameSign x (Erf x).
Proof.
  intros x. pose proof root_of_PI as P. assert (Q : 0 < 2 / sqrt PI) by (apply Rdiv_lt_0_compat; lra).
  change (SameSign x (2 / sqrt PI * bell_from_0 x)). pose proof bell_from_0_at_0 as Z. split; [| split]; intros H.
  - pose proof (bell_grows 0 x H). apply Rmult_lt_0_compat; lra.
  - pose proof (bell_grows x 0 H). nra.
  - rewrite H, Z. ring.
Qed.

Lemma is_derive_Erf : forall x : R, is_derive Erf x (2 * exp (- x ^ 2) * Rpower PI (- (1 / 2))).
Proof.
  intros x. replace (2 * exp (- x ^ 2) * Rpower PI (- (1 / 2))) with (2 / sqrt PI * exp (- (x * x))).
  - exact (is_derive_scal bell_from_0 x (2 / sqrt PI) _ (is_derive_bell_from_0 x)).
  - replace (1 / 2) with (/ 2) by field. rewrite Rpower_Ropp, Rpower_sqrt by apply PI_RGT_0.
    replace (- x ^ 2) with (- (x * x)) by ring. pose proof root_of_PI. field. lra.
Qed.

Lemma gaussian_over_half_line : forall (b a : R),
  Integrable (Above 0) (fun u => exp (b * u - a * u ^ 2)) ->
  0 < a ->
  ImproperIntegral (Above 0) (fun u => exp (b * u - a * u ^ 2))
  = 1 / 2 * Rpower PI (1 / 2) * Rpower (/ a) (1 / 2) * (Erf (1 / 2 * b * Rpower a (- (1 / 2))) + 1) * exp (1 / 4 * b ^ 2 / a).
Proof.
  intros b a [F _] A. apply improper_unique. pose proof PI_RGT_0 as P.
  assert (Q : forall x, 0 < x -> Rpower (/ x) (1 / 2) = / Rpower x (1 / 2)).
  { intros x X. unfold Rpower. rewrite ln_Rinv, <- exp_Ropp by exact X. f_equal. ring. }
  assert (H : Rpower a (1 / 2) * Rpower a (1 / 2) = a) by (rewrite <- Rpower_plus; replace (1 / 2 + 1 / 2) with 1 by field; apply Rpower_1, A).
  pose proof (exp_pos (1 / 2 * ln a)) as R. fold (Rpower a (1 / 2)) in R. pose proof (exp_pos (1 / 2 * ln PI)) as T.
  fold (Rpower PI (1 / 2)) in T. rewrite (Rpower_Ropp a), (Q a A). set (r := Rpower a (1 / 2)) in *.
  set (k := 1 / 2 * Rpower PI (1 / 2) * / r * exp (1 / 4 * b ^ 2 / a)). set (G := fun u => k * Erf (r * u + - (1 / 2 * b * / r))).
  replace (1 / 2 * Rpower PI (1 / 2) * / r * (Erf (1 / 2 * b * / r) + 1) * exp (1 / 4 * b ^ 2 / a)) with (k * 1 - G 0).
  2: { unfold G, k. replace (r * 0 + - (1 / 2 * b * / r)) with (- (1 / 2 * b * / r)) by ring. unfold Erf. change (RInt (fun t => exp (- (t * t))) 0) with bell_from_0.
    rewrite bell_is_odd. ring. }
  assert (D : forall u, is_derive G u (exp (b * u - a * u ^ 2))).
  { intros u. replace (exp (b * u - a * u ^ 2))
      with (k * (r * (2 * exp (- (r * u + - (1 / 2 * b * / r)) ^ 2) * Rpower PI (- (1 / 2))))).
    - apply (is_derive_scal (fun u => Erf (r * u + - (1 / 2 * b * / r)))).
      apply (is_derive_comp Erf (fun u => r * u + - (1 / 2 * b * / r))); [apply is_derive_Erf | auto_derive; [exact Logic.I | ring]].
    - unfold k. rewrite (Rpower_Ropp PI). replace (b * u - a * u ^ 2) with (1 / 4 * b ^ 2 / a + - (r * u + - (1 / 2 * b * / r)) ^ 2).
      + rewrite exp_plus. field. lra.
      + rewrite <- H. field. lra. }
  apply (from_0 G); [| exact F | intros x _; apply D |].
  - apply derivable_continuous. eexists. apply D.
  - apply scaled_limit; [typeclasses eauto |]. pose proof root_of_PI as S.
    assert (Z : filterlim (fun u => Erf (r * u + - (1 / 2 * b * / r))) (Rbar_locally p_infty) (locally (2 / sqrt PI * (sqrt PI / 2)))).
    { unfold Erf. apply scaled_limit; [typeclasses eauto |].
      apply (filterlim_comp _ _ _ (fun u => r * u + - (1 / 2 * b * / r)) bell_from_0 _ (Rbar_locally p_infty)); [| exact bell_from_0_limit].
      intros W [M L]. exists ((M + 1 / 2 * b * / r) * / r). intros u U. apply L. apply (Rmult_lt_compat_l r) in U; [| exact R].
      replace (r * ((M + 1 / 2 * b * / r) * / r)) with (M + 1 / 2 * b * / r) in U by (field; lra). lra. }
    replace (2 / sqrt PI * (sqrt PI / 2)) with 1 in Z by (field; lra). exact Z.
Qed.

Lemma smooth_Erf : Smooth Reals Erf.
Proof.
  assert (R : Smooth Reals (fun x => 2 * exp (- x ^ 2) * Rpower PI (- (1 / 2)))).
  { apply (Smooth_mult Reals (fun x => 2 * exp (- x ^ 2)) (fun _ => Rpower PI (- (1 / 2)))); [| apply Smooth_constant, open_Reals].
    apply (Smooth_mult Reals (fun _ => 2) (fun x => exp (- x ^ 2))); [apply Smooth_constant, open_Reals |].
    apply (Smooth_exp Reals (fun x => - x ^ 2)), (Smooth_opp Reals (fun x => x ^ 2)).
    apply (Smooth_pow Reals (fun x => x)), Smooth_variable, open_Reals. }
  split; [exact open_Reals |]. intros [| n]; [exact Logic.I | split].
  - intros x _. eexists. apply is_derive_Erf.
  - apply (derivable_ext Reals n (fun x => 2 * exp (- x ^ 2) * Rpower PI (- (1 / 2)))); [exact open_Reals | | exact (proj2 R n)].
    intros x _. symmetry. apply is_derive_unique, is_derive_Erf.
Qed.

Lemma derivative_of_erf : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => Erf (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => Erf (f t))
  = 2 * exp (- f a ^ 2) * Rpower PI (- (1 / 2)) * Derivative A a (fun t => f t).
Proof.
  intros A a f I _ F. rewrite (chain_rule A a Erf f _ I F (is_derive_Erf (f a))). ring.
Qed.

Lemma Smooth_Erf : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => Erf (f x)).
Proof.
  intros A f F. exact (Smooth_comp A Reals Erf f smooth_Erf F (fun _ _ => Logic.I)).
Qed.

Lemma Continuous_Erf : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => Erf (f x)).
Proof.
  intros A f. exact (Continuous_smooth A Erf f smooth_Erf).
Qed.

Ltac smooth_further ::=
  lazymatch goal with
  | |- Smooth ?A (fun x => Erf (@?f x)) => apply (Smooth_Erf A f); smooth
  | |- Smooth ?A (fun x => Gamma (@?f x)) => apply (Smooth_Gamma A f); [smooth | as_known]
  | |- Smooth ?A (fun x => Digamma (@?f x)) => apply (Smooth_Digamma A f); [smooth | as_known]
  | |- Smooth ?A (fun x => Polygamma ?m (@?f x)) => apply (Smooth_Polygamma A m f); [smooth | as_known]
  | |- Smooth ?A (fun x => Factorial (@?f x)) => apply (Smooth_Factorial A f); [smooth | as_known]
  | |- Smooth ?A (fun x => Beta (@?f x) (@?g x)) =>
      apply (Smooth_Beta A f g); [smooth | smooth | as_known | as_known]
  | |- Smooth ?A (fun x => Binomial (@?f x) (@?g x)) => apply (Smooth_Binomial A f g); [smooth | smooth | as_known]
  end.

Ltac continuous_further ::=
  lazymatch goal with
  | |- Continuous ?A (fun x => Erf (@?f x)) => apply (Continuous_Erf A f); continuous_there
  | |- Continuous ?A (fun x => Gamma (@?f x)) => apply (Continuous_Gamma A f); [continuous_there | as_known]
  | |- Continuous ?A (fun x => Digamma (@?f x)) => apply (Continuous_Digamma A f); [continuous_there | as_known]
  | |- Continuous ?A (fun x => Polygamma ?m (@?f x)) =>
      apply (Continuous_Polygamma A m f); [continuous_there | as_known]
  | |- Continuous ?A (fun x => Factorial (@?f x)) => apply (Continuous_Factorial A f); [continuous_there | as_known]
  | |- Continuous ?A (fun x => Beta (@?f x) (@?g x)) =>
      apply (Continuous_Beta A f g); [continuous_there | continuous_there | as_known | as_known]
  | |- Continuous ?A (fun x => Binomial (@?f x) (@?g x)) =>
      apply (Continuous_Binomial A f g); [continuous_there | continuous_there | as_known]
  end.

(* The trigamma function is positive: with c = ψ(x), ψ′(x) Γ(x) is the integral of (ln t - c)² t^(x-1) e^(-t). *)

Lemma positive_integral : forall (f : R -> R) (v p q : R),
  Continuous (Above 0) f -> (forall t, 0 < t -> 0 <= f t) -> 0 < p -> p < q -> (forall t, p < t < q -> 0 < f t) ->
  is_RInt_gen f (low_end (Above 0)) (high_end (Above 0)) v -> 0 < v.
Proof.
  intros f v p q P N A0 L0 F I.
  assert (E : forall a b, 0 < a -> a <= b -> ex_RInt f a b).
  { intros a b A B. apply (integral_between_points (Above 0)); [apply convex_Above | exact P | | | exact B]; left; unfold Above; lra. }
  assert (L : 0 < RInt f p q).
  { apply RInt_gt_0; [lra | exact F |]. intros t T. apply P. unfold Above. lra. }
  apply (Rlt_le_trans _ _ _ L).
  change (Rbar_le (Rbar.Finite (RInt f p q)) (Rbar.Finite v)).
  apply (filterlim_le (F := filter_prod (low_end (Above 0)) (high_end (Above 0)))
    (fun _ => RInt f p q) (fun r => RInt f (fst r) (snd r))); [| apply filterlim_const | exact (as_limit (Above 0) f _ I)].
  apply (Filter_prod _ _ _ (fun t => 0 < t /\ t <= p) (fun t => q <= t)).
  - exists p. split; [left; unfold Above; lra |]. intros t T K. apply (point_of _ p) in T; [| unfold Above; lra].
    exact (conj T K).
  - exists q. split; [left; unfold Above; lra |]. intros t _ K. exact K.
  - intros a b [A U] B. simpl.
    assert (S : RInt f a b = RInt f a p + RInt f p q + RInt f q b).
    { rewrite <- (RInt_Chasles f a q b), <- (RInt_Chasles f a p q); [reflexivity | | | |]; apply E; lra. }
    assert (0 <= RInt f a p) by (apply RInt_ge_0; [lra | apply E; lra | intros t T; apply N; lra]).
    assert (0 <= RInt f q b) by (apply RInt_ge_0; [lra | apply E; lra | intros t T; apply N; lra]). lra.
Qed.

Lemma moment : forall (n : nat) (x : R), 0 < x ->
  is_RInt_gen (fun t => ln t ^ n * gamma_weight x t) (low_end (Above 0)) (high_end (Above 0)) (GammaDerivative n x).
Proof.
  intros n x X. exact (integrable_converges _ _ (convex_Above 0) (log_weight_integrable n x X)).
Qed.

Lemma variance_positive : forall x c : R, 0 < x ->
  0 < GammaDerivative 2 x + (- 2 * c) * GammaDerivative 1 x + c ^ 2 * GammaDerivative 0 x.
Proof.
  intros x c X.
  set (f := fun t => (ln t - c) ^ 2 * gamma_weight x t).
  assert (P : Continuous (Above 0) f).
  { intros t T. unfold Above in T. apply derivable_continuous. unfold f, gamma_weight, Rpower. auto_derive. auto. }
  assert (N : forall t, 0 < t -> 0 <= f t).
  { intros t _. apply Rmult_le_pos; [apply pow2_ge_0 | apply Rlt_le, weight_positive]. }
  assert (I : is_RInt_gen f (low_end (Above 0)) (high_end (Above 0))
    (GammaDerivative 2 x + (- 2 * c) * GammaDerivative 1 x + c ^ 2 * GammaDerivative 0 x)).
  { apply (is_RInt_gen_ext (fun t => plus (plus (ln t ^ 2 * gamma_weight x t)
      (scal (- 2 * c) (ln t ^ 1 * gamma_weight x t))) (scal (c ^ 2) (ln t ^ 0 * gamma_weight x t)))).
    { apply filter_forall. intros r t _. unfold f, plus, scal. simpl. unfold mult. simpl. ring. }
    apply @is_RInt_gen_plus; try typeclasses eauto; [apply @is_RInt_gen_plus; try typeclasses eauto; [exact (moment 2 x X) |] |];
      apply @is_RInt_gen_scal; try typeclasses eauto; apply moment, X. }
  assert (Q : forall t, ln t <> c -> 0 < f t).
  { intros t D. apply Rmult_lt_0_compat; [apply pow2_gt_0; lra | apply weight_positive]. }
  destruct (Rle_dec c 0) as [C | C].
  - apply (positive_integral f _ 1 2 P N); [lra | lra | | exact I].
    intros t T. apply Q. pose proof (ln_increasing 1 t ltac:(lra) ltac:(lra)) as K. rewrite ln_1 in K. lra.
  - apply (positive_integral f _ (1 / 2) 1 P N); [lra | lra | | exact I].
    intros t T. apply Q. pose proof (ln_increasing t 1 ltac:(lra) ltac:(lra)) as K. rewrite ln_1 in K. lra.
Qed.

Lemma Digamma_slope : forall x : R, 0 < x ->
  is_derive Digamma x ((GammaDerivative 2 x * GammaDerivative 0 x - GammaDerivative 1 x * GammaDerivative 1 x)
    / GammaDerivative 0 x ^ 2).
Proof.
  intros x X.
  apply (is_derive_ext_loc (fun y => GammaDerivative 1 y / GammaDerivative 0 y)).
  - apply (near_point (Above 0)); [apply open_Above | exact X |]. intros y Y. unfold Digamma.
    rewrite (Gamma_is y Y). f_equal. symmetry. rewrite <- (is_derive_unique _ _ _ (is_derive_Gamma 0 y Y)).
    apply Derive_ext_loc, (near_point (Above 0)); [apply open_Above | exact Y |]. exact Gamma_is.
  - apply (is_derive_div (GammaDerivative 1) (GammaDerivative 0)); try apply is_derive_Gamma; try exact X.
    rewrite <- (Gamma_is x X). apply Rgt_not_eq, Gamma_positive, X.
Qed.

Lemma polygamma_sign_1 : forall (m x : R),
  m \in Integers ->
  0 <= m ->
  0 < x ->
  m = 1 ->
  0 < Polygamma m x.
Proof.
  intros m x _ _ X ->. unfold Polygamma. rewrite (Int_part_IZR 1). change (0 < Derive Digamma x).
  rewrite (is_derive_unique _ _ _ (Digamma_slope x X)).
  pose proof (Gamma_positive x X) as G. rewrite (Gamma_is x X) in G.
  pose proof (variance_positive x (GammaDerivative 1 x / GammaDerivative 0 x) X) as V.
  replace (GammaDerivative 2 x * GammaDerivative 0 x - GammaDerivative 1 x * GammaDerivative 1 x)
    with (GammaDerivative 0 x * (GammaDerivative 2 x + -2 * (GammaDerivative 1 x / GammaDerivative 0 x) *
      GammaDerivative 1 x + (GammaDerivative 1 x / GammaDerivative 0 x) ^ 2 * GammaDerivative 0 x)) by (field; lra).
  apply Rdiv_lt_0_compat; [apply Rmult_lt_0_compat; assumption | apply pow_lt, G].
Qed.
