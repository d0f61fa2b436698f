(* Infinite sums, and integrals over open intervals, as limits: one lemma for each rule of theirs, in the words of its
   declaration. The integral is Coquelicot's RInt_gen. *)

Set Warnings "-ambiguous-paths". (* between Coquelicot's extended reals and the reals *)
Require Import Coquelicot.Coquelicot Classical Lia Psatz.
Require Export MLCE MLCE_Derivatives. (* after them: MLCE.v means its own sets by Finite and the rest *)

(* Series *)

Definition From (l : R) (x : R) : Prop := Integers x /\ l <= x.

(* The sum of f over the integers from l on, and that it converges absolutely. *)
Definition InfiniteSum (l : R) (f : R -> R) : R := Series (fun k : nat => f (l + INR k)).
Definition Summable (l : R) (f : R -> R) : Prop := ex_series (fun k : nat => Rabs (f (l + INR k))).

Lemma summable_converges : forall (l : R) (f : R -> R), Summable l f -> ex_series (fun k : nat => f (l + INR k)).
Proof.
  intros l f H. exact (ex_series_Rabs _ H).
Qed.

(* One lemma for each rule *)

Lemma series_of_sum : forall (l : R) (f g : R -> R),
  l \in Integers ->
  Summable l (fun k => f k + g k) ->
  Summable l (fun k => f k) ->
  Summable l (fun k => g k) ->
  Summable l (fun k => f k) ->
  InfiniteSum l (fun k => f k + g k) = InfiniteSum l (fun k => f k) + InfiniteSum l (fun k => g k).
Proof.
  intros l f g _ _ F G _. apply Series_plus; apply summable_converges; assumption.
Qed.

Lemma constant_out_of_series : forall (l c : R) (f : R -> R),
  l \in Integers ->
  Summable l (fun k => c * f k) ->
  Summable l (fun k => f k) ->
  Summable l (fun k => f k) ->
  InfiniteSum l (fun k => c * f k) = c * InfiniteSum l (fun k => f k).
Proof.
  intros l c f _ _ _ _. apply Series_scal_l.
Qed.

Lemma shifted_series : forall (l : R) (f : R -> R),
  l \in Integers ->
  Summable l (fun k => f k) ->
  Summable 0 (fun k => f (k + l)) ->
  InfiniteSum l (fun k => f k) = InfiniteSum 0 (fun k => f (k + l)).
Proof.
  intros l f _ _ _. apply Series_ext. intros k. f_equal. ring.
Qed.

Lemma series_with_one_term_more : forall (l : R) (f : R -> R),
  l \in Integers ->
  Summable l (fun k => f k) ->
  l - 1 \in Integers ->
  Summable (l - 1) (fun k => f k) ->
  InfiniteSum l (fun k => f k) = InfiniteSum (l - 1) (fun k => f k) - f (l - 1).
Proof.
  intros l f _ _ _ H. unfold InfiniteSum. rewrite (Series_incr_1 _ (summable_converges _ _ H)).
  simpl (INR 0). rewrite Rplus_0_r.
  rewrite (Series_ext (fun k => f (l - 1 + INR (S k))) (fun k => f (l + INR k))); [ring |].
  intros k. rewrite S_INR. f_equal. ring.
Qed.

Lemma Power_from_0 : forall (r : R) (k : nat), Power r (0 + INR k) = r ^ k.
Proof.
  intros r k. rewrite Rplus_0_l. apply Power_natural.
Qed.

Lemma geometric_series : forall (r : R),
  Summable 0 (fun k => Power r k) ->
  - 1 < r ->
  r < 1 ->
  InfiniteSum 0 (fun k => Power r k) = / (1 - r).
Proof.
  intros r _ L U. rewrite <- Series_geom by (apply Rabs_def1; lra). apply Series_ext. intros k. apply Power_from_0.
Qed.

Lemma geometric_series_by_differences : forall (r : R) (f : R -> R),
  Summable 0 (fun k => Power r k * f k) ->
  Summable 0 (fun k => Power r k * (f (k + 1) - f k)) ->
  - 1 < r ->
  r < 1 ->
  InfiniteSum 0 (fun k => Power r k * f k)
  = 1 / (1 - r) * (f 0 + r * InfiniteSum 0 (fun k => Power r k * (f (k + 1) - f k))).
Proof.
  intros r f H D L U. apply summable_converges in H, D. unfold InfiniteSum.
  set (a := fun k : nat => Power r (0 + INR k) * f (0 + INR k)) in *.
  set (d := fun k : nat => Power r (0 + INR k) * (f (0 + INR k + 1) - f (0 + INR k))) in *.
  assert (E : r * Series d + r * Series a = Series a - f 0).
  { rewrite <- Rmult_plus_distr_l, <- Series_plus, <- Series_scal_l by assumption. rewrite (Series_incr_1 a H).
    replace (a 0%nat) with (f 0) by (unfold a; rewrite Power_from_0; simpl; rewrite Rplus_0_r; ring).
    rewrite Rplus_comm. unfold Rminus. rewrite Rplus_assoc, Rplus_opp_r, Rplus_0_r.
    apply Series_ext. intros k. unfold a, d. rewrite !Power_from_0, S_INR. simpl pow.
    replace (0 + (INR k + 1)) with (0 + INR k + 1) by ring. ring. }
  apply (Rmult_eq_reg_l (1 - r)); [| lra].
  replace ((1 - r) * (1 / (1 - r) * (f 0 + r * Series d))) with (f 0 + r * Series d) by (field; lra). lra.
Qed.

(* The logarithm *)

Lemma radius_of_ones : CV_radius (fun _ => 1) = Rbar.Finite 1.
Proof.
  rewrite (CV_radius_finite_DAlembert _ 1); [rewrite Rinv_1; reflexivity | intros; lra | lra |].
  apply (is_lim_seq_ext (fun _ => 1)); [| apply is_lim_seq_const].
  intros n. replace (1 / 1) with 1 by field. symmetry. apply Rabs_R1.
Qed.

Lemma logarithm_inside : forall r : R, - 1 < r < 1 -> PSeries (PS_Int (fun _ => 1)) r = - ln (1 - r).
Proof.
  intros r [L U].
  assert (B : Rbar_lt (Rbar.Finite (Rabs r)) (CV_radius (fun _ => 1)))
    by (rewrite radius_of_ones; apply Rabs_def1; lra).
  rewrite <- (RInt_PSeries _ _ B).
  assert (I : is_RInt (PSeries (fun _ => 1)) 0 r (minus (- ln (1 - r)) (- ln (1 - 0)))).
  { assert (C : forall x, Rmin 0 r <= x <= Rmax 0 r -> - 1 < x < 1).
    { intros x X. unfold Rmin, Rmax in X. destruct (Rle_dec 0 r); lra. }
    apply (is_RInt_ext (V := R_NormedModule) (fun x => / (1 - x))).
    { intros x X. unfold PSeries. symmetry. rewrite <- Series_geom; [apply Series_ext; intros; apply Rmult_1_l |].
      destruct (C x) as [C1 C2]; [lra |]. apply Rabs_def1; lra. }
    apply (is_RInt_derive (fun x => - ln (1 - x))).
    - intros x X. destruct (C x X). auto_derive; [lra | field; lra].
    - intros x X. destruct (C x X). apply (continuous_comp (fun x => 1 - x) Rinv).
      + apply (continuous_minus (fun _ => 1) (fun x => x)); [apply continuous_const | apply continuous_id].
      + apply (ex_derive_continuous Rinv). exists (-1 * (/ (1 - x) * / (1 - x))). apply is_derive_inverse. lra. }
  rewrite (is_RInt_unique _ _ _ _ I). rewrite Rminus_0_r, ln_1. unfold minus, plus, opp. simpl. ring.
Qed.

(* Beyond 1 the terms are at least those of the harmonic series. *)
Lemma harmonic_at_least_log : forall n : nat, ln (INR (S n) + 1) <= sum_n (fun k => / INR (S k)) n.
Proof.
  assert (T : forall n : nat, ln (INR (S n) + 1) <= ln (INR (S n)) + / INR (S n)).
  { intros n. assert (P : 0 < INR (S n)) by (apply lt_0_INR; lia). pose proof (Rinv_0_lt_compat _ P) as Q.
    replace (INR (S n) + 1) with (INR (S n) * (1 + / INR (S n))) by (field; lra).
    rewrite ln_mult by lra. pose proof (log_on_or_below_tangent (1 + / INR (S n)) ltac:(lra)). lra. }
  intros n. induction n as [| n IH].
  - rewrite sum_O. specialize (T 0%nat). simpl INR in *. rewrite ln_1 in T. lra.
  - rewrite sum_Sn. rewrite <- (S_INR (S n)) in IH. pose proof (T (S n)) as U.
    set (u := sum_n _ n) in *. set (w := / INR (S (S n))) in *. change (ln (INR (S (S n)) + 1) <= u + w). lra.
Qed.

Lemma harmonic_diverges : ~ ex_series (fun k => / INR (S k)).
Proof.
  intros [v H]. apply (is_lim_seq_spec _ v) in H. destruct (H (mkposreal 1 Rlt_0_1)) as [N B]. simpl in B.
  destruct (archimed (exp (v + 1))) as [A _]. set (m := Z.to_nat (up (exp (v + 1)))).
  assert (M : exp (v + 1) < INR m).
  { pose proof (exp_pos (v + 1)). unfold m. rewrite INR_IZR_INZ, Z2Nat.id; [exact A |]. apply le_IZR. lra. }
  specialize (B (max N m) (Nat.le_max_l N m)). apply Rabs_def2 in B. destruct B as [B _].
  pose proof (harmonic_at_least_log (max N m)) as L. change (sum_n (fun k => / INR (S k)) (max N m) - v < 1) in B.
  assert (K : v + 1 <= ln (INR (S (max N m)) + 1)); [| lra].
  rewrite <- (ln_exp (v + 1)). apply Rlt_le, ln_increasing; [apply exp_pos |].
  rewrite S_INR. pose proof (le_INR m (max N m) (Nat.le_max_r N m)). lra.
Qed.

Lemma logarithmic_series : forall (r : R),
  Summable 1 (fun k => Power r k / k) ->
  - 1 < r ->
  InfiniteSum 1 (fun k => Power r k / k) = - ln (1 - r).
Proof.
  intros r H L.
  assert (E : forall k : nat, Power r (1 + INR k) = r ^ S k)
    by (intros k; rewrite Rplus_comm, <- S_INR; apply Power_natural).
  assert (D : forall k : nat, 1 + INR k = INR (S k)) by (intros k; rewrite S_INR; ring).
  destruct (Rlt_le_dec r 1) as [U | U].
  - rewrite <- logarithm_inside by lra. unfold InfiniteSum, PSeries.
    rewrite (Series_incr_1_aux (fun k => PS_Int (fun _ => 1) k * r ^ k)) by (simpl; ring).
    apply Series_ext. intros k. rewrite E, D. simpl PS_Int. unfold Rdiv. rewrite Rmult_1_l. apply Rmult_comm.
  - exfalso. apply harmonic_diverges. refine (ex_series_le _ _ _ H). intros k.
    change (Rabs (/ INR (S k)) <= Rabs (Power r (1 + INR k) / (1 + INR k))).
    pose proof (Rinv_0_lt_compat (INR (S k)) ltac:(apply lt_0_INR; lia)) as P.
    rewrite E, D. unfold Rdiv. rewrite Rabs_mult. rewrite (Rabs_right (/ INR (S k))) by lra.
    pose proof (Rle_abs (r ^ S k)). pose proof (pow_R1_Rle r (S k) U).
    rewrite <- (Rmult_1_l (/ INR (S k))) at 1. apply Rmult_le_compat_r; lra.
Qed.

(* Integrals over open intervals *)

Definition Below (b : R) (x : R) : Prop := x < b.
Definition OpenInterval (A : R -> Prop) : Prop := open A /\ Convex A.

(* The points between which one integrates: those of A. If there are none, it is from 0 to 0. *)
Definition Point (A : R -> Prop) (x : R) : Prop := x \in A \/ ((forall t : R, ~ t \in A) /\ x = 0).

(* What holds of every point of A that is small enough, and of every one that is large enough *)
Definition low_end (A P : R -> Prop) : Prop := exists c : R, Point A c /\ forall x : R, Point A x -> x <= c -> P x.
Definition high_end (A P : R -> Prop) : Prop := exists c : R, Point A c /\ forall x : R, Point A x -> c <= x -> P x.

(* The limit of the integrals of f from x to y, for points x and y that go to the ends of A; and that f is continuous
   on A, with such a limit for its absolute value. *)
Definition ImproperIntegral (A : R -> Prop) (f : R -> R) : R := RInt_gen f (low_end A) (high_end A).
Definition Integrable (A : R -> Prop) (f : R -> R) : Prop :=
  Continuous A f /\ ex_RInt_gen (fun x => Rabs (f x)) (low_end A) (high_end A).

Lemma some_point : forall A : R -> Prop, exists x, Point A x.
Proof.
  intros A. destruct (classic (exists x, x \in A)) as [[x X] | N]; [exists x; left; exact X |].
  exists 0. right. split; [intros t T; apply N; exists t; exact T | reflexivity].
Qed.

Lemma point_of : forall (A : R -> Prop) (a x : R), a \in A -> Point A x -> x \in A.
Proof.
  intros A a x H [X | [N _]]; [exact X | destruct (N a H)].
Qed.

#[export] Instance low_filter : forall A : R -> Prop, ProperFilter (low_end A).
Proof.
  intros A. split.
  - intros P [c [C H]]. exists c. apply H; [exact C | apply Rle_refl].
  - split.
    + destruct (some_point A) as [c C]. exists c. split; [exact C | intros; exact Logic.I].
    + intros P Q [c [C H]] [d [D K]].
      exists (Rmin c d). split; [unfold Rmin; destruct (Rle_dec c d); assumption |].
      intros x X L. pose proof (Rmin_l c d). pose proof (Rmin_r c d). split; [apply H | apply K]; (assumption || lra).
    + intros P Q I [c [C H]]. exists c. split; [exact C |]. intros x X L. exact (I x (H x X L)).
Qed.

#[export] Instance high_filter : forall A : R -> Prop, ProperFilter (high_end A).
Proof.
  intros A. split.
  - intros P [c [C H]]. exists c. apply H; [exact C | apply Rle_refl].
  - split.
    + destruct (some_point A) as [c C]. exists c. split; [exact C | intros; exact Logic.I].
    + intros P Q [c [C H]] [d [D K]].
      exists (Rmax c d). split; [unfold Rmax; destruct (Rle_dec c d); assumption |].
      intros x X L. pose proof (Rmax_l c d). pose proof (Rmax_r c d). split; [apply H | apply K]; (assumption || lra).
    + intros P Q I [c [C H]]. exists c. split; [exact C |]. intros x X L. exact (I x (H x X L)).
Qed.

(* What holds between any two points *)
Lemma at_ends : forall (A : R -> Prop) (P : R * R -> Prop),
  (forall x y, Point A x -> Point A y -> x <= y -> P (x, y)) -> filter_prod (low_end A) (high_end A) P.
Proof.
  intros A P H. destruct (some_point A) as [c C].
  apply (Filter_prod _ _ _ (fun x => Point A x /\ x <= c) (fun y => Point A y /\ c <= y)).
  - exists c. split; [exact C |]. intros x X L. exact (conj X L).
  - exists c. split; [exact C |]. intros x X L. exact (conj X L).
  - intros x y [X L] [Y M]. apply H; [exact X | exact Y | lra].
Qed.

Lemma points_between : forall (A : R -> Prop) (x y t : R),
  Convex A -> Point A x -> Point A y -> x <= t <= y -> Point A t.
Proof.
  intros A x y t C [X | [N ->]] [Y | [M ->]] [T U].
  - left. destruct (Req_dec x t) as [<- | K]; [exact X |]. destruct (Req_dec t y) as [-> | L]; [exact Y |].
    replace t with (x + (t - x) / (y - x) * (y - x)) by (field; lra). apply C; [exact X | exact Y | split].
    + apply Rdiv_lt_0_compat; lra.
    + apply (Rmult_lt_reg_r (y - x)); [lra |]. replace ((t - x) / (y - x) * (y - x)) with (t - x) by (field; lra). lra.
  - destruct (M x X).
  - destruct (N y Y).
  - right. split; [exact N | lra].
Qed.

Lemma integral_between_points : forall (A : R -> Prop) (f : R -> R) (x y : R),
  Convex A -> Continuous A f -> Point A x -> Point A y -> x <= y -> ex_RInt f x y.
Proof.
  intros A f x y C F X Y L. destruct (Req_dec x y) as [<- | N]; [apply ex_RInt_point |].
  apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros t T.
  rewrite Rmin_left, Rmax_right in T by exact L. destruct (points_between A x y t C X Y T) as [I | [M ->]]; [exact (F t I) |].
  destruct X as [X | [_ ->]]; [destruct (M x X) |]. destruct Y as [Y | [_ ->]]; [destruct (M y Y) | lra].
Qed.

Lemma has_limit : forall (A : R -> Prop) (f : R -> R) (v : R),
  Convex A -> Continuous A f ->
  filterlim (fun p => RInt f (fst p) (snd p)) (filter_prod (low_end A) (high_end A)) (locally v) ->
  is_RInt_gen f (low_end A) (high_end A) v.
Proof.
  intros A f v C F H P K. unfold filtermapi. specialize (H P K). unfold filtermap in H.
  generalize (filter_and _ _ H (at_ends A (fun p => ex_RInt f (fst p) (snd p))
    (fun x y X Y L => integral_between_points A f x y C F X Y L))).
  apply filter_imp. intros p [Q E]. exists (RInt f (fst p) (snd p)). split; [exact (RInt_correct f _ _ E) | exact Q].
Qed.

Lemma Continuous_Rabs : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => Rabs (f x)).
Proof.
  intros A f F x X. apply (continuous_comp f Rabs); [exact (F x X) | apply continuous_Rabs].
Qed.

(* Of a function that is at least 0 the integrals grow, so that they have a limit if they are bounded. *)
Lemma bounded_converges : forall (A : R -> Prop) (f : R -> R) (M : R),
  Convex A -> Continuous A f -> (forall x, x \in A -> 0 <= f x) ->
  (forall x y, Point A x -> Point A y -> x <= y -> RInt f x y <= M) -> ex_RInt_gen f (low_end A) (high_end A).
Proof.
  intros A f M C F N B.
  set (E := fun v => exists x y, Point A x /\ Point A y /\ x <= y /\ v = RInt f x y).
  destruct (completeness E) as [v [U L]].
  { exists M. intros v [x [y [X [Y [H ->]]]]]. exact (B x y X Y H). }
  { destruct (some_point A) as [x X]. exists (RInt f x x), x, x. repeat split; [exact X | exact X | apply Rle_refl]. }
  exists v. apply (has_limit A f v C F). apply filterlim_locally. intros eps.
  assert (W : exists x y, Point A x /\ Point A y /\ x <= y /\ v - eps < RInt f x y).
  { apply NNPP. intros K. apply (Rlt_irrefl v), (Rle_lt_trans _ (v - eps)).
    - apply L. intros w [x [y [X [Y [H ->]]]]]. apply Rnot_lt_le. intros G. apply K. exists x, y. auto.
    - pose proof (cond_pos eps). lra. }
  destruct W as [c [d [X [Y [H G]]]]].
  apply (Filter_prod _ _ _ (fun x => Point A x /\ x <= c) (fun y => Point A y /\ d <= y)).
  { exists c. split; [exact X |]. intros x PX K. exact (conj PX K). }
  { exists d. split; [exact Y |]. intros x PX K. exact (conj PX K). }
  intros x y [PX XL] [PY YL]. simpl.
  assert (D : forall s t, Point A s -> Point A t -> s <= t -> 0 <= RInt f s t).
  { intros s t PS PT ST. apply RInt_ge_0; [exact ST | exact (integral_between_points A f s t C F PS PT ST) |].
    intros u K. destruct (points_between A s t u C PS PT ltac:(lra)) as [I | [J ->]]; [exact (N u I) |].
    destruct PS as [PS | [_ ->]]; [destruct (J s PS) | lra]. }
  assert (S : RInt f x y = RInt f x c + RInt f c d + RInt f d y).
  { rewrite <- (RInt_Chasles f x d y), <- (RInt_Chasles f x c d); [reflexivity | | | |];
      apply (integral_between_points A f); (assumption || lra). }
  pose proof (D x c PX X XL). pose proof (D d y Y PY YL).
  assert (RInt f x y <= v) by (apply U; exists x, y; repeat split; (assumption || lra)).
  apply Rabs_def1; simpl; unfold minus, plus, opp; simpl; lra.
Qed.

Lemma integrals_at_most : forall (A : R -> Prop) (f : R -> R),
  Convex A -> Continuous A f -> (forall x, x \in A -> 0 <= f x) -> ex_RInt_gen f (low_end A) (high_end A) ->
  exists M, forall x y, Point A x -> Point A y -> x <= y -> RInt f x y <= M.
Proof.
  intros A f C F N [v H].
  pose proof (H _ (locally_ball v (mkposreal 1 Rlt_0_1))) as K.
  destruct K as [P Q [c [PC HP]] [d [PD HQ]] K].
  exists (v + 1). intros x y X Y L.
  assert (PX : Point A (Rmin x c)) by (unfold Rmin; destruct (Rle_dec x c); assumption).
  assert (PY : Point A (Rmax y d)) by (unfold Rmax; destruct (Rle_dec y d); assumption).
  pose proof (Rmin_l x c). pose proof (Rmin_r x c). pose proof (Rmax_l y d). pose proof (Rmax_r y d).
  destruct (K (Rmin x c) (Rmax y d) (HP _ PX ltac:(lra)) (HQ _ PY ltac:(lra))) as [w [I W]].
  change (is_RInt f (Rmin x c) (Rmax y d) w) in I. change (Rabs (w - v) < 1) in W.
  apply (is_RInt_unique (V := R_CompleteNormedModule)) in I. apply Rabs_def2 in W.
  assert (D : forall s t, Point A s -> Point A t -> s <= t -> 0 <= RInt f s t).
  { intros s t PS PT ST. apply RInt_ge_0; [exact ST | exact (integral_between_points A f s t C F PS PT ST) |].
    intros u U. destruct (points_between A s t u C PS PT ltac:(lra)) as [B | [J ->]]; [exact (N u B) |].
    destruct PS as [PS | [_ ->]]; [destruct (J s PS) | lra]. }
  assert (S : RInt f (Rmin x c) (Rmax y d) = RInt f (Rmin x c) x + RInt f x y + RInt f y (Rmax y d)).
  { rewrite <- (RInt_Chasles f (Rmin x c) y (Rmax y d)), <- (RInt_Chasles f (Rmin x c) x y); [reflexivity | | | |];
      apply (integral_between_points A f); (assumption || lra). }
  pose proof (D _ _ PX X ltac:(lra)). pose proof (D _ _ Y PY ltac:(lra)). lra.
Qed.

(* A function that is at most another one *)
Lemma dominated : forall (A : R -> Prop) (f g : R -> R),
  Convex A -> Continuous A f -> Continuous A g -> (forall x, x \in A -> 0 <= f x <= g x) ->
  ex_RInt_gen g (low_end A) (high_end A) -> ex_RInt_gen f (low_end A) (high_end A).
Proof.
  intros A f g C F G L H.
  destruct (integrals_at_most A g C G) as [M B]; [intros x X; specialize (L x X); lra | exact H |].
  apply (bounded_converges A f M C F); [intros x X; apply L, X |]. intros x y X Y K.
  apply (Rle_trans _ (RInt g x y)); [| exact (B x y X Y K)].
  apply RInt_le; [exact K | | |]; try (apply (integral_between_points A); assumption).
  intros t T. destruct (points_between A x y t C X Y ltac:(lra)) as [I | [J ->]]; [apply L, I |].
  destruct X as [X | [_ ->]]; [destruct (J x X) |]. destruct Y as [Y | [_ ->]]; [destruct (J y Y) | lra].
Qed.

(* What converges absolutely converges. *)
Lemma integrable_converges : forall (A : R -> Prop) (f : R -> R),
  Convex A -> Integrable A f -> is_RInt_gen f (low_end A) (high_end A) (ImproperIntegral A f).
Proof.
  intros A f C [F H]. apply (RInt_gen_correct (V := R_CompleteNormedModule)).
  assert (K : ex_RInt_gen (fun x => f x + Rabs (f x)) (low_end A) (high_end A)).
  { apply (dominated A _ (fun x => 2 * Rabs (f x)) C).
    - apply Continuous_plus; [exact F | apply Continuous_Rabs, F].
    - apply Continuous_mult; [apply Continuous_constant | apply Continuous_Rabs, F].
    - intros x _. pose proof (Rle_abs (f x)). pose proof (Rabs_maj2 (f x)). lra.
    - destruct H as [v H]. exists (scal 2 v). exact (is_RInt_gen_scal _ 2 v H). }
  destruct H as [v H], K as [w K]. exists (minus w v).
  apply (is_RInt_gen_ext (fun x => minus (f x + Rabs (f x)) (Rabs (f x)))).
  - apply filter_forall. intros p x _. unfold minus, plus, opp. simpl. ring.
  - exact (is_RInt_gen_minus _ _ w v K H).
Qed.

Lemma improper_unique : forall (A : R -> Prop) (f : R -> R) (v : R),
  is_RInt_gen f (low_end A) (high_end A) v -> ImproperIntegral A f = v.
Proof.
  intros A f v H. exact (is_RInt_gen_unique (V := R_CompleteNormedModule) f v H).
Qed.

Lemma improper_integral_of_sum : forall (A : R -> Prop) (f g : R -> R),
  OpenInterval A ->
  Integrable A (fun u => f u + g u) ->
  Integrable A (fun u => f u) ->
  Integrable A (fun u => g u) ->
  Integrable A (fun u => f u) ->
  ImproperIntegral A (fun u => f u + g u)
  = ImproperIntegral A (fun u => f u) + ImproperIntegral A (fun u => g u).
Proof.
  intros A f g [_ C] _ F G _. apply improper_unique.
  exact (is_RInt_gen_plus f g _ _ (integrable_converges A f C F) (integrable_converges A g C G)).
Qed.

Lemma constant_out_of_improper_integral : forall (A : R -> Prop) (c : R) (f : R -> R),
  OpenInterval A ->
  Integrable A (fun u => c * f u) ->
  Integrable A (fun u => f u) ->
  Integrable A (fun u => f u) ->
  ImproperIntegral A (fun u => c * f u) = c * ImproperIntegral A (fun u => f u).
Proof.
  intros A c f [_ C] _ F _. apply improper_unique. exact (is_RInt_gen_scal f c _ (integrable_converges A f C F)).
Qed.

Lemma positive_around : forall (f : R -> R) (a b c : R),
  a < c < b -> continuous f c -> 0 < f c -> exists x y, a < x < c /\ c < y < b /\ forall t, x <= t <= y -> f c / 2 < f t.
Proof.
  intros f a b c C F P. destruct (proj1 (filterlim_locally f (f c)) F (mkposreal (f c / 2) ltac:(lra))) as [d D].
  set (e := Rmin (d / 2) (Rmin ((c - a) / 2) ((b - c) / 2))).
  assert (E : 0 < e /\ e <= d / 2 /\ e <= (c - a) / 2 /\ e <= (b - c) / 2).
  { pose proof (cond_pos d). unfold e. pose proof (Rmin_l (d / 2) (Rmin ((c - a) / 2) ((b - c) / 2))).
    pose proof (Rmin_r (d / 2) (Rmin ((c - a) / 2) ((b - c) / 2))).
    pose proof (Rmin_l ((c - a) / 2) ((b - c) / 2)). pose proof (Rmin_r ((c - a) / 2) ((b - c) / 2)).
    repeat split; try lra. repeat apply Rmin_glb_lt; lra. }
  exists (c - e), (c + e). repeat split; try lra. intros t T.
  assert (B : Rabs (f t - f c) < f c / 2).
  { apply D. change (Rabs (t - c) < d). pose proof (cond_pos d). apply Rabs_def1; lra. }
  apply Rabs_def2 in B. lra.
Qed.

Lemma positive_over : forall (f : R -> R) (m x y : R),
  x < y -> 0 < m -> (forall t, x <= t <= y -> m < f t) -> ex_RInt f x y -> 0 < RInt f x y.
Proof.
  intros f m x y L M K E. apply (Rlt_le_trans _ (RInt (fun _ => m) x y)).
  - rewrite RInt_const. apply Rmult_lt_0_compat; lra.
  - apply RInt_le; [lra | apply ex_RInt_const | exact E |]. intros t T. apply Rlt_le, K. lra.
Qed.

Lemma improper_integral_with_a_positive_value : forall (A : R -> Prop) (f : R -> R) (c : R),
  OpenInterval A ->
  Integrable A (fun u => f u) ->
  (forall u, u \in A -> 0 <= f u) ->
  c \in A ->
  0 < f c ->
  0 < ImproperIntegral A (fun u => f u).
Proof.
  intros A f c [O C] I N M P. pose proof (proj1 I) as F.
  destruct (O c M) as [d D].
  assert (B : forall t, c - d / 2 <= t <= c + d / 2 -> t \in A).
  { intros t T. apply D. change (Rabs (t - c) < d). pose proof (cond_pos d). apply Rabs_def1; lra. }
  pose proof (cond_pos d) as G.
  destruct (positive_around f (c - d / 2) (c + d / 2) c ltac:(lra) (F c M) P) as [x [y [X [Y K]]]].
  assert (PA : forall t, t \in A -> Point A t) by (intros t T; left; exact T).
  assert (Z : 0 < RInt f x y).
  { apply (positive_over f (f c / 2) x y ltac:(lra) ltac:(lra) K).
    apply (integral_between_points A f x y C F); [apply PA, B; lra | apply PA, B; lra | lra]. }
  assert (Q : forall s t, s \in A -> t \in A -> s <= t -> 0 <= RInt f s t).
  { intros s t S T L. apply RInt_ge_0; [exact L | apply (integral_between_points A f s t C F); auto |].
    intros u U. apply N. destruct (points_between A s t u C (PA s S) (PA t T) ltac:(lra)) as [J | [J _]]; [exact J |].
    destruct (J s S). }
  apply (Rlt_le_trans _ (RInt f x y)); [exact Z |]. apply Rnot_lt_le. intros W.
  change (ImproperIntegral A f < RInt f x y) in W.
  set (e := mkposreal (RInt f x y - ImproperIntegral A f) ltac:(lra)).
  destruct (integrable_converges A f C I _ (locally_ball _ e)) as [S T [p [Pp HS]] [q [Pq HT]] H].
  apply (point_of A c) in Pp, Pq; [| exact M | exact M].
  assert (U : Rmin p x \in A) by (unfold Rmin; destruct (Rle_dec p x); [exact Pp | apply B; lra]).
  assert (V : Rmax q y \in A) by (unfold Rmax; destruct (Rle_dec q y); [apply B; lra | exact Pq]).
  pose proof (Rmin_l p x). pose proof (Rmin_r p x). pose proof (Rmax_l q y). pose proof (Rmax_r q y).
  destruct (H (Rmin p x) (Rmax q y) (HS _ (PA _ U) ltac:(lra)) (HT _ (PA _ V) ltac:(lra))) as [w [J L]].
  change (is_RInt f (Rmin p x) (Rmax q y) w) in J. apply (is_RInt_unique (V := R_CompleteNormedModule)) in J.
  change (Rabs (w - ImproperIntegral A f) < RInt f x y - ImproperIntegral A f) in L. apply Rabs_def2 in L.
  assert (E : RInt f (Rmin p x) (Rmax q y) = RInt f (Rmin p x) x + RInt f x y + RInt f y (Rmax q y)).
  { rewrite <- (RInt_Chasles f (Rmin p x) y (Rmax q y)), <- (RInt_Chasles f (Rmin p x) x y); [reflexivity | | | |];
      apply (integral_between_points A f); try assumption; try (apply PA; first [assumption | apply B; lra]); lra. }
  pose proof (Q _ x U ltac:(apply B; lra) ltac:(lra)). pose proof (Q y _ ltac:(apply B; lra) V ltac:(lra)). lra.
Qed.

Lemma InfiniteSum_ext : forall (l : R) (f g : R -> R),
  l \in Integers -> (forall k, k \in From l -> f k = g k) -> InfiniteSum l f = InfiniteSum l g.
Proof.
  intros l f g [z Z] E. apply Series_ext. intros k. apply E. split; [| pose proof (pos_INR k); lra].
  exists (z + Z.of_nat k)%Z. rewrite plus_IZR, <- INR_IZR_INZ, Z. reflexivity.
Qed.

Lemma with_finer_ends : forall (Fa Fb Ga Gb : (R -> Prop) -> Prop) (f : R -> R) (v : R),
  filter_le Ga Fa -> filter_le Gb Fb -> is_RInt_gen f Fa Fb v -> is_RInt_gen f Ga Gb v.
Proof.
  intros Fa Fb Ga Gb f v A B H P K. destruct (H P K) as [Q S HQ HS L].
  exact (Filter_prod _ _ _ Q S (A Q HQ) (B S HS) L).
Qed.

Lemma improper_ext : forall (A : R -> Prop) (f g : R -> R) (v : R),
  Convex A -> (forall x, x \in A -> f x = g x) ->
  is_RInt_gen f (low_end A) (high_end A) v -> is_RInt_gen g (low_end A) (high_end A) v.
Proof.
  intros A f g v C E. apply is_RInt_gen_ext. apply at_ends. intros x y X Y L t T. simpl in T.
  rewrite Rmin_left, Rmax_right in T by exact L.
  destruct (points_between A x y t C X Y ltac:(lra)) as [I | [N ->]]; [exact (E t I) |].
  destruct X as [X | [_ ->]]; [destruct (N x X) |]. destruct Y as [Y | [_ ->]]; [destruct (N y Y) | lra].
Qed.

Lemma ImproperIntegral_ext : forall (A : R -> Prop) (f g : R -> R),
  Convex A -> Integrable A f -> (forall x, x \in A -> f x = g x) -> ImproperIntegral A f = ImproperIntegral A g.
Proof.
  intros A f g C I E. symmetry. apply improper_unique, (improper_ext A f g _ C E), integrable_converges; assumption.
Qed.

Lemma Integrable_ext : forall (A : R -> Prop) (f g : R -> R),
  OpenInterval A -> (forall x, x \in A -> f x = g x) -> Integrable A f -> Integrable A g.
Proof.
  intros A f g [O C] E [F [v H]]. split.
  - intros x X. destruct (O x X) as [d D]. apply (continuous_ext_loc g f x); [| exact (F x X)].
    exists d. intros y Y. exact (E y (D y Y)).
  - exists v. apply (improper_ext A (fun x => Rabs (f x))); [exact C | | exact H]. intros x X. rewrite E by exact X. reflexivity.
Qed.

Lemma Integrable_plus : forall (A : R -> Prop) (f g : R -> R),
  Convex A -> Integrable A f -> Integrable A g -> Integrable A (fun x => f x + g x).
Proof.
  intros A f g C [F [v H]] [G [w K]]. split; [apply Continuous_plus; assumption |].
  apply (dominated A _ (fun x => Rabs (f x) + Rabs (g x)) C).
  - apply Continuous_Rabs, Continuous_plus; assumption.
  - apply Continuous_plus; apply Continuous_Rabs; assumption.
  - intros x _. split; [apply Rabs_pos | apply Rabs_triang].
  - exists (plus v w). exact (is_RInt_gen_plus _ _ v w H K).
Qed.

Lemma Integrable_scal : forall (A : R -> Prop) (c : R) (f : R -> R),
  Convex A -> Integrable A f -> Integrable A (fun x => c * f x).
Proof.
  intros A c f C [F [v H]]. split; [apply Continuous_mult; [apply Continuous_constant | exact F] |].
  exists (scal (Rabs c) v). apply (improper_ext A (fun x => Rabs c * Rabs (f x))); [exact C | intros x _; symmetry; apply Rabs_mult |].
  exact (is_RInt_gen_scal _ (Rabs c) v H).
Qed.

Lemma over_no_points : forall (A : R -> Prop) (f : R -> R),
  (forall x, ~ x \in A) -> is_RInt_gen f (low_end A) (high_end A) 0.
Proof.
  intros A f N. assert (Z : Point A 0) by (right; exact (conj N eq_refl)).
  apply (with_finer_ends (at_point 0) (at_point 0)); [| | exact (is_RInt_gen_point f 0)].
  - intros P H. exists 0. split; [exact Z |]. intros x [X | [_ ->]] _; [destruct (N x X) | exact H].
  - intros P H. exists 0. split; [exact Z |]. intros x [X | [_ ->]] _; [destruct (N x X) | exact H].
Qed.

(* By a primitive function, and its limits at the ends *)
Lemma by_primitive : forall (A : R -> Prop) (F f : R -> R) (a b : R),
  (exists x, x \in A) -> Convex A -> Continuous A f -> (forall x, x \in A -> is_derive F x (f x)) ->
  filterlim F (low_end A) (locally a) -> filterlim F (high_end A) (locally b) ->
  is_RInt_gen f (low_end A) (high_end A) (b - a).
Proof.
  intros A F f a b [o O] C K D L H. apply (has_limit A f _ C K).
  apply (filterlim_ext_loc (fun p => minus (F (snd p)) (F (fst p)))).
  - apply at_ends. intros x y X Y M. simpl. symmetry. apply (is_RInt_unique (V := R_CompleteNormedModule)).
    apply (is_RInt_derive F f); intros t T; rewrite Rmin_left, Rmax_right in T by exact M;
      pose proof (point_of A o t O (points_between A x y t C X Y T)) as I; [exact (D t I) | exact (K t I)].
  - apply (filterlim_comp_2 (G := locally b) (H := locally a) (fun p => F (snd p)) (fun p => F (fst p)) minus).
    + exact (filterlim_comp _ _ _ _ _ _ _ _ filterlim_snd H).
    + exact (filterlim_comp _ _ _ _ _ _ _ _ filterlim_fst L).
    + apply (filterlim_comp_2 (G := locally b) (H := locally (opp a)) fst (fun p => opp (snd p)) plus).
      * apply filterlim_fst.
      * exact (filterlim_comp _ _ _ _ _ _ _ _ filterlim_snd (filterlim_opp a)).
      * apply (filterlim_plus b (opp a)).
Qed.

(* In two parts *)

Lemma continuous_at_end : forall (A : R -> Prop) (f : R -> R) (c : R),
  OpenInterval A -> Continuous A f -> c \in A ->
  is_derive (fun x => RInt f x c) c (opp (f c)) /\ is_derive (fun y => RInt f c y) c (f c).
Proof.
  intros A f c [O C] F I.
  assert (E : forall x, x \in A -> ex_RInt f x c).
  { intros x X. destruct (Rle_dec x c) as [L | L].
    - apply (integral_between_points A f); try assumption; left; assumption.
    - apply ex_RInt_swap, (integral_between_points A f); try assumption; try (left; assumption). lra. }
  split.
  - apply (is_derive_RInt' f _ c c); [| exact (F c I)].
    apply (filter_imp A); [| exact (O c I)]. intros x X. exact (RInt_correct f x c (E x X)).
  - apply (is_derive_RInt f _ c c); [| exact (F c I)].
    apply (filter_imp A); [| exact (O c I)]. intros x X. apply (RInt_correct (V := R_CompleteNormedModule)), ex_RInt_swap, E, X.
Qed.

Lemma near_within : forall (A : R -> Prop) (c d : R),
  open A -> c \in A -> 0 < d -> exists e, 0 < e < d /\ c - e \in A /\ c + e \in A.
Proof.
  intros A c d O I D. destruct (O c I) as [r H]. exists (Rmin r d / 2).
  pose proof (cond_pos r) as P. pose proof (Rmin_l r d). pose proof (Rmin_r r d).
  assert (0 < Rmin r d) by (unfold Rmin; destruct (Rle_dec r d); lra).
  repeat split; [lra | lra | |]; apply H; apply Rabs_def1; unfold minus, plus, opp; simpl; lra.
Qed.

Lemma limit_of_first : forall (Fa Fb : (R -> Prop) -> Prop) (f : R -> R) (v : R),
  Filter Fa -> ProperFilter Fb -> filterlim (fun p => f (fst p)) (filter_prod Fa Fb) (locally v) ->
  filterlim f Fa (locally v).
Proof.
  intros Fa Fb f v A B H P K. destruct (H P K) as [Q S HQ HS L]. destruct (filter_ex _ HS) as [y Y].
  unfold filtermap. apply (filter_imp Q); [| exact HQ]. intros x X. exact (L x y X Y).
Qed.

Lemma limit_of_second : forall (Fa Fb : (R -> Prop) -> Prop) (f : R -> R) (v : R),
  ProperFilter Fa -> Filter Fb -> filterlim (fun p => f (snd p)) (filter_prod Fa Fb) (locally v) ->
  filterlim f Fb (locally v).
Proof.
  intros Fa Fb f v A B H P K. destruct (H P K) as [Q S HQ HS L]. destruct (filter_ex _ HQ) as [x X].
  unfold filtermap. apply (filter_imp S); [| exact HS]. intros y Y. exact (L x y X Y).
Qed.

Lemma as_limit : forall (A : R -> Prop) (f : R -> R) (v : R), is_RInt_gen f (low_end A) (high_end A) v ->
  filterlim (fun p => RInt f (fst p) (snd p)) (filter_prod (low_end A) (high_end A)) (locally v).
Proof.
  intros A f v H P K. unfold filtermap. specialize (H P K). unfold filtermapi in H.
  revert H. apply filter_imp. intros p [y [I Q]].
  rewrite (is_RInt_unique (V := R_CompleteNormedModule) _ _ _ _ I). exact Q.
Qed.

Lemma two_parts : forall (A B D : R -> Prop) (f : R -> R) (c v w : R),
  OpenInterval A -> Continuous A f -> c \in A ->
  (forall x, x \in B <-> x \in A /\ x < c) -> (forall x, x \in D <-> x \in A /\ c < x) ->
  is_RInt_gen f (low_end B) (high_end B) v -> is_RInt_gen f (low_end D) (high_end D) w ->
  is_RInt_gen f (low_end A) (high_end A) (v + w).
Proof.
  intros A B D f c v w OA F I EB ED V W. pose proof OA as [O C].
  destruct (continuous_at_end A f c OA F I) as [G H].
  destruct (near_within A c 1 O I Rlt_0_1) as [e [E [LE UE]]].
  assert (IB : c - e \in B) by (apply EB; split; [exact LE | lra]).
  assert (ID : c + e \in D) by (apply ED; split; [exact UE | lra]).
  assert (X : forall x y, x \in A -> y \in A -> x <= y -> ex_RInt f x y)
    by (intros; apply (integral_between_points A f); try assumption; left; assumption).
  assert (NB : filter_le (high_end B) (locally c)).
  { intros P [r K]. destruct (near_within A c r O I (cond_pos r)) as [d [DD [LD _]]].
    exists (c - d). split; [left; apply EB; split; [exact LD | lra] |]. intros x PX L.
    apply K. apply point_of with (1 := IB) in PX. apply EB in PX.
    apply Rabs_def1; unfold minus, plus, opp; simpl; lra. }
  assert (ND : filter_le (low_end D) (locally c)).
  { intros P [r K]. destruct (near_within A c r O I (cond_pos r)) as [d [DD [_ UD]]].
    exists (c + d). split; [left; apply ED; split; [exact UD | lra] |]. intros x PX L.
    apply K. apply point_of with (1 := ID) in PX. apply ED in PX.
    apply Rabs_def1; unfold minus, plus, opp; simpl; lra. }
  assert (LB : filterlim (fun x => RInt f x c) (low_end B) (locally v)).
  { apply (limit_of_first (low_end B) (high_end B)); [typeclasses eauto | typeclasses eauto |].
    apply (filterlim_ext_loc (fun p => plus (RInt f (fst p) (snd p)) (RInt f (snd p) c))).
    - apply at_ends. intros x y PX PY L. simpl.
      apply point_of with (1 := IB) in PX. apply point_of with (1 := IB) in PY. apply EB in PX, PY.
      apply RInt_Chasles; apply X; try tauto; lra.
    - replace v with (plus v (RInt f c c)) by (rewrite RInt_point; apply Rplus_0_r).
      apply (filterlim_comp_2 (G := locally v) (H := locally (RInt f c c)));
        [exact (as_limit B f v V) | | apply (filterlim_plus v (RInt f c c))].
      apply (filterlim_comp _ _ _ snd (fun y => RInt f y c) _ (high_end B)); [apply filterlim_snd |].
      apply (filterlim_filter_le_1 _ NB). apply (ex_derive_continuous (fun y => RInt f y c)). exists (opp (f c)). exact G. }
  assert (LD : filterlim (fun y => RInt f c y) (high_end D) (locally w)).
  { apply (limit_of_second (low_end D) (high_end D)); [typeclasses eauto | typeclasses eauto |].
    apply (filterlim_ext_loc (fun p => plus (RInt f c (fst p)) (RInt f (fst p) (snd p)))).
    - apply at_ends. intros x y PX PY L. simpl.
      apply point_of with (1 := ID) in PX. apply point_of with (1 := ID) in PY. apply ED in PX, PY.
      apply RInt_Chasles; apply X; try tauto; lra.
    - replace w with (plus (RInt f c c) w) by (rewrite RInt_point; apply Rplus_0_l).
      apply (filterlim_comp_2 (G := locally (RInt f c c)) (H := locally w));
        [| exact (as_limit D f w W) | apply (filterlim_plus (RInt f c c) w)].
      apply (filterlim_comp _ _ _ fst (fun y => RInt f c y) _ (low_end D)); [apply filterlim_fst |].
      apply (filterlim_filter_le_1 _ ND). apply (ex_derive_continuous (fun y => RInt f c y)). exists (f c). exact H. }
  assert (SB : filter_le (low_end A) (low_end B)).
  { intros P [d [PD K]]. apply point_of with (1 := IB) in PD. pose proof (proj1 (EB d) PD) as [AD DC].
    exists d. split; [left; exact AD |]. intros x PX L. apply K; [| exact L]. left. apply EB.
    split; [exact (point_of A c x I PX) | lra]. }
  assert (SD : filter_le (high_end A) (high_end D)).
  { intros P [d [PD K]]. apply point_of with (1 := ID) in PD. pose proof (proj1 (ED d) PD) as [AD DC].
    exists d. split; [left; exact AD |]. intros x PX L. apply K; [| exact L]. left. apply ED.
    split; [exact (point_of A c x I PX) | lra]. }
  apply (has_limit A f _ C F).
  apply (filterlim_ext_loc (fun p => plus (RInt f (fst p) c) (RInt f c (snd p)))).
  - apply (Filter_prod _ _ _ (fun x => x \in A /\ x <= c) (fun y => y \in A /\ c <= y)).
    + exists c. split; [left; exact I |]. intros x PX L. exact (conj (point_of A c x I PX) L).
    + exists c. split; [left; exact I |]. intros x PX L. exact (conj (point_of A c x I PX) L).
    + intros x y [AX LX] [AY LY]. simpl. apply RInt_Chasles; apply X; assumption.
  - apply (filterlim_comp_2 (G := locally v) (H := locally w)); [| | apply (filterlim_plus v w)].
    + apply (filterlim_comp _ _ _ fst (fun x => RInt f x c) _ (low_end A)); [apply filterlim_fst |].
      exact (filterlim_filter_le_1 _ SB LB).
    + apply (filterlim_comp _ _ _ snd (fun x => RInt f c x) _ (high_end A)); [apply filterlim_snd |].
      exact (filterlim_filter_le_1 _ SD LD).
Qed.

Lemma convex_Below : forall b : R, Convex (Below b).
Proof.
  intros b x y u X Y U. unfold Below in *. nra.
Qed.

Lemma open_interval_Interval : forall a b : R, OpenInterval (Interval a b).
Proof. intros a b. exact (conj (open_Interval a b) (convex_Interval a b)). Qed.

Lemma open_interval_Above : forall a : R, OpenInterval (Above a).
Proof. intros a. exact (conj (open_Above a) (convex_Above a)). Qed.

Lemma open_interval_Below : forall b : R, OpenInterval (Below b).
Proof. intros b. exact (conj (open_lt b) (convex_Below b)). Qed.

Lemma open_interval_Reals : OpenInterval Reals.
Proof. exact (conj open_Reals convex_Reals). Qed.

Lemma improper_in_two_parts : forall (A B D : R -> Prop) (f : R -> R) (c : R),
  OpenInterval A -> Convex B -> Convex D -> c \in A ->
  (forall x, x \in B <-> x \in A /\ x < c) -> (forall x, x \in D <-> x \in A /\ c < x) ->
  Integrable A f -> Integrable B f -> Integrable D f ->
  ImproperIntegral A f = ImproperIntegral B f + ImproperIntegral D f.
Proof.
  intros A B D f c O CB CD I EB ED FA FB FD. apply improper_unique, (two_parts A B D f c); try assumption.
  - apply FA.
  - exact (integrable_converges B f CB FB).
  - exact (integrable_converges D f CD FD).
Qed.

Lemma interval_in_two_parts : forall (a b : R) (f : R -> R) (c : R),
  a <= b ->
  Integrable (Interval a b) (fun u => f u) ->
  a <= c ->
  Integrable (Interval a c) (fun u => f u) ->
  c <= b ->
  Integrable (Interval c b) (fun u => f u) ->
  a <= c ->
  c <= b ->
  ImproperIntegral (Interval a b) (fun u => f u)
  = ImproperIntegral (Interval a c) (fun u => f u) + ImproperIntegral (Interval c b) (fun u => f u).
Proof.
  intros a b f c _ F _ G _ H AC CB.
  assert (N : forall x, ImproperIntegral (Interval x x) (fun u => f u) = 0)
    by (intros x; apply improper_unique, over_no_points; unfold Interval; intros; lra).
  destruct (Req_dec a c) as [<- | AN]; [rewrite N; ring |]. destruct (Req_dec c b) as [<- | BN]; [rewrite N; ring |].
  apply (improper_in_two_parts _ _ _ f c); try assumption; try apply convex_Interval;
    [apply open_interval_Interval | | |]; unfold Interval; intros; lra.
Qed.

Lemma half_line_in_two_parts : forall (a : R) (f : R -> R) (c : R),
  Integrable (Above a) (fun u => f u) ->
  Integrable (Above c) (fun u => f u) ->
  a <= c ->
  Integrable (Interval a c) (fun u => f u) ->
  a <= c ->
  ImproperIntegral (Above a) (fun u => f u)
  = ImproperIntegral (Above c) (fun u => f u) + ImproperIntegral (Interval a c) (fun u => f u).
Proof.
  intros a f c F G _ H AC. rewrite Rplus_comm. destruct (Req_dec a c) as [<- | N].
  - rewrite (improper_unique (Interval a a) _ 0); [ring |]. apply over_no_points. unfold Interval. intros; lra.
  - apply (improper_in_two_parts _ _ _ f c); try assumption;
      [apply open_interval_Above | apply convex_Interval | apply convex_Above | | |]; unfold Interval, Above; intros; lra.
Qed.

Lemma line_in_two_parts : forall (f : R -> R) (c : R),
  Integrable Reals (fun u => f u) ->
  Integrable (Above c) (fun u => f u) ->
  Integrable (Below c) (fun u => f u) ->
  ImproperIntegral Reals (fun u => f u)
  = ImproperIntegral (Above c) (fun u => f u) + ImproperIntegral (Below c) (fun u => f u).
Proof.
  intros f c F G H. rewrite Rplus_comm. apply (improper_in_two_parts _ _ _ f c); try assumption;
    [apply open_interval_Reals | apply convex_Below | apply convex_Above | exact Logic.I | |];
    unfold Above, Below, Reals; intros; tauto.
Qed.

(* With another variable *)

Lemma with_linear : forall (Fa Fb : (R -> Prop) -> Prop) (f : R -> R) (a b v : R),
  is_RInt_gen f (filtermap (fun x => a * x + b) Fa) (filtermap (fun x => a * x + b) Fb) v ->
  is_RInt_gen (fun x => a * f (a * x + b)) Fa Fb v.
Proof.
  intros Fa Fb f a b v H P K. destruct (H P K) as [Q S HQ HS L].
  apply (Filter_prod _ _ _ (fun x => Q (a * x + b)) (fun x => S (a * x + b)) HQ HS).
  intros x y X Y. destruct (L _ _ X Y) as [w [I W]]. exists w. split; [| exact W].
  exact (is_RInt_comp_lin f a b x y w I).
Qed.

Lemma shifted : forall (f : R -> R) (a v : R),
  is_RInt_gen (fun u => f (a + u)) (low_end (Above 0)) (high_end (Above 0)) v <-> is_RInt_gen f (low_end (Above a)) (high_end (Above a)) v.
Proof.
  assert (S : forall (f : R -> R) (a b v : R), is_RInt_gen f (low_end (Above b)) (high_end (Above b)) v ->
    is_RInt_gen (fun u => f (a + u)) (low_end (Above (b - a))) (high_end (Above (b - a))) v).
  { intros f a b v H. apply (is_RInt_gen_ext (fun u => 1 * f (1 * u + a))).
    { apply filter_forall. intros p x _. rewrite !Rmult_1_l. f_equal. ring. }
    apply with_linear. revert H. apply with_finer_ends.
    - intros P [c [PC H]]. apply (point_of _ (b + 1)) in PC; [| unfold Above; lra]. exists (c - a). split.
      + left. unfold Above in *. lra.
      + intros x PX L. apply (point_of _ (b - a + 1)) in PX; [| unfold Above; lra].
        apply H; [left |]; unfold Above in *; lra.
    - intros P [c [PC H]]. apply (point_of _ (b + 1)) in PC; [| unfold Above; lra]. exists (c - a). split.
      + left. unfold Above in *. lra.
      + intros x PX L. apply (point_of _ (b - a + 1)) in PX; [| unfold Above; lra].
        apply H; [left |]; unfold Above in *; lra. }
  intros f a v. split; intros H.
  - apply (S _ (- a)) in H. rewrite Rminus_0_l, Ropp_involutive in H. revert H. apply is_RInt_gen_ext.
    apply filter_forall. intros p x _. f_equal. ring.
  - apply (S _ a) in H. rewrite Rminus_diag_eq in H by reflexivity. exact H.
Qed.

Lemma mirrored : forall (f : R -> R) (b v : R),
  is_RInt_gen (fun u => f (b - u)) (low_end (Above 0)) (high_end (Above 0)) v -> is_RInt_gen f (low_end (Below b)) (high_end (Below b)) v.
Proof.
  intros f b v H. apply (is_RInt_gen_ext (fun u => -1 * opp (f (b - (-1 * u + b))))).
  { apply filter_forall. intros p x _. change (-1 * - f (b - (-1 * x + b)) = f x).
    replace (b - (-1 * x + b)) with x by ring. ring. }
  apply (with_linear _ _ (fun u => opp (f (b - u)))).
  rewrite <- (opp_opp v). refine (is_RInt_gen_opp (fun u => f (b - u)) (opp v) _).
  refine (is_RInt_gen_swap (fun u => f (b - u)) v _). revert H. apply with_finer_ends.
  - intros P [c [PC H]]. apply (point_of _ 1) in PC; [| unfold Above; lra]. exists (b - c). split.
    + left. unfold Above, Below in *. lra.
    + intros x PX L. apply (point_of _ (b - 1)) in PX; [| unfold Below; lra].
      apply H; [left |]; unfold Above, Below in *; lra.
  - intros P [c [PC H]]. apply (point_of _ 1) in PC; [| unfold Above; lra]. exists (b - c). split.
    + left. unfold Above, Below in *. lra.
    + intros x PX L. apply (point_of _ (b - 1)) in PX; [| unfold Below; lra].
      apply H; [left |]; unfold Above, Below in *; lra.
Qed.

Lemma half_line_from_zero : forall (a : R) (f : R -> R),
  Integrable (Above a) (fun u => f u) ->
  Integrable (Above 0) (fun u => f (a + u)) ->
  ImproperIntegral (Above a) (fun u => f u) = ImproperIntegral (Above 0) (fun u => f (a + u)).
Proof.
  intros a f _ G. exact (improper_unique _ _ _ (proj1 (shifted f a _) (integrable_converges _ _ (convex_Above 0) G))).
Qed.

Lemma mirrored_half_line : forall (b : R) (f : R -> R),
  Integrable (Below b) (fun u => f u) ->
  Integrable (Above 0) (fun u => f (b - u)) ->
  ImproperIntegral (Below b) (fun u => f u) = ImproperIntegral (Above 0) (fun u => f (b - u)).
Proof.
  intros b f _ G. exact (improper_unique _ _ _ (mirrored f b _ (integrable_converges _ _ (convex_Above 0) G))).
Qed.

(* The ends of intervals, as Coquelicot has them *)

Lemma low_end_of_Above : forall a : R, filter_le (low_end (Above a)) (at_right a).
Proof.
  intros a P [e H]. pose proof (cond_pos e). exists (a + e / 2). split; [left; unfold Above; lra |].
  intros x X L. apply (point_of _ (a + 1)) in X; [| unfold Above; lra]. unfold Above in X.
  apply H; [| exact X]. apply Rabs_def1; unfold minus, plus, opp; simpl; lra.
Qed.

Lemma high_end_of_Above : forall a : R, filter_le (high_end (Above a)) (Rbar_locally p_infty).
Proof.
  intros a P [M H]. pose proof (Rmax_l a M). pose proof (Rmax_r a M). exists (Rmax a M + 1).
  split; [left; unfold Above; lra |]. intros x X L. apply H. lra.
Qed.

Lemma low_end_of_Interval : forall a b : R, a < b -> filter_le (low_end (Interval a b)) (at_right a).
Proof.
  intros a b L P [e H]. pose proof (cond_pos e). pose proof (Rmin_l e (b - a)). pose proof (Rmin_r e (b - a)).
  assert (0 < Rmin e (b - a)) by (unfold Rmin; destruct (Rle_dec e (b - a)); lra).
  assert (I : a + Rmin e (b - a) / 2 \in Interval a b) by (split; lra).
  exists (a + Rmin e (b - a) / 2). split; [left; exact I |]. intros x X K. apply (point_of _ _ _ I) in X.
  destruct X as [X Y]. apply H; [| exact X]. apply Rabs_def1; unfold minus, plus, opp; simpl; lra.
Qed.

Lemma high_end_of_Interval : forall a b : R, a < b -> filter_le (high_end (Interval a b)) (at_left b).
Proof.
  intros a b L P [e H]. pose proof (cond_pos e). pose proof (Rmin_l e (b - a)). pose proof (Rmin_r e (b - a)).
  assert (0 < Rmin e (b - a)) by (unfold Rmin; destruct (Rle_dec e (b - a)); lra).
  assert (I : b - Rmin e (b - a) / 2 \in Interval a b) by (split; lra).
  exists (b - Rmin e (b - a) / 2). split; [left; exact I |]. intros x X K. apply (point_of _ _ _ I) in X.
  destruct X as [X Y]. apply H; [| exact Y]. apply Rabs_def1; unfold minus, plus, opp; simpl; lra.
Qed.

Lemma limit_at_right : forall (F : R -> R) (a : R), continuous F a -> filterlim F (at_right a) (locally (F a)).
Proof.
  intros F a H. exact (filterlim_filter_le_1 F (filter_le_within (F := locally a) (Rlt a)) H).
Qed.

Lemma limit_at_left : forall (F : R -> R) (a : R), continuous F a -> filterlim F (at_left a) (locally (F a)).
Proof.
  intros F a H. exact (filterlim_filter_le_1 F (filter_le_within (F := locally a) (fun x => x < a)) H).
Qed.

Lemma fundamental_theorem_on_open_interval : forall (a b : R) (A : R -> Prop) (f : R -> R),
  (forall u, u \in Interval a b -> u \in A) ->
  (forall u, u \in Interval a b -> Smooth A (fun t => f t)) ->
  a <= b ->
  Integrable (Interval a b) (fun u => Derivative A u (fun t => f t)) ->
  a <= b ->
  a \in A ->
  b \in A ->
  ImproperIntegral (Interval a b) (fun u => Derivative A u (fun t => f t)) = f b - f a.
Proof.
  intros a b A f M S _ [C _] L IA IB. apply improper_unique. destruct (Req_dec a b) as [<- | N].
  { rewrite Rminus_diag_eq by reflexivity. apply over_no_points. intros x [X Y]. lra. }
  assert (F : Smooth A f) by (apply (S ((a + b) / 2)); split; lra).
  assert (D : forall x, x \in A -> continuous f x)
    by (intros x X; apply (ex_derive_continuous f); exact (derivative_exists A x f X F)).
  apply (by_primitive (Interval a b) f); [exists ((a + b) / 2); split; lra | apply convex_Interval | exact C | | |].
  - intros x X. exact (has_derivative A x f (M x X) F).
  - exact (filterlim_filter_le_1 f (low_end_of_Interval a b ltac:(lra)) (limit_at_right f a (D a IA))).
  - exact (filterlim_filter_le_1 f (high_end_of_Interval a b ltac:(lra)) (limit_at_left f b (D b IB))).
Qed.

Lemma continuous_clamp : forall a b x : R, continuous (fun x => Rmax a (Rmin b x)) x.
Proof.
  intros a b x. apply filterlim_locally. intros e. exists e. intros y Y.
  change (Rabs (y - x) < e) in Y. change (Rabs (Rmax a (Rmin b y) - Rmax a (Rmin b x)) < e).
  apply Rabs_def2 in Y. pose proof (cond_pos e).
  unfold Rmax, Rmin. destruct (Rle_dec b y), (Rle_dec b x);
    repeat (match goal with |- context [Rle_dec a ?z] => destruct (Rle_dec a z) end);
    apply Rabs_def1; lra.
Qed.

Lemma converges_without_ends : forall (a b : R) (f : R -> R),
  a <= b -> Continuous (Between a b) f -> is_RInt_gen f (low_end (Interval a b)) (high_end (Interval a b)) (RInt f a b).
Proof.
  intros a b f L C. assert (D : Continuous (Interval a b) f) by (intros x [X Y]; apply C; split; lra).
  destruct (Req_dec a b) as [<- | N].
  { replace (RInt f a a) with 0 by (symmetry; apply (RInt_point (V := R_CompleteNormedModule))).
    apply over_no_points. intros x [X Y]. lra. }
  set (g := fun x => f (Rmax a (Rmin b x))).
  assert (I : forall x, a <= x <= b -> Rmax a (Rmin b x) = x)
    by (intros x [X Y]; rewrite Rmin_right, Rmax_right by lra; reflexivity).
  assert (G : forall x, continuous g x).
  { intros x. apply (continuous_comp (fun y => Rmax a (Rmin b y)) f); [apply continuous_clamp | apply C].
    unfold Rmax, Rmin. split; destruct (Rle_dec b x); destruct (Rle_dec a _); lra. }
  assert (P : forall x, is_derive (fun y => RInt g a y) x (g x)).
  { intros x. apply (is_derive_RInt g _ a); [| apply G]. exists (mkposreal 1 Rlt_0_1). intros y _.
    apply (RInt_correct (V := R_CompleteNormedModule)), (ex_RInt_continuous (V := R_CompleteNormedModule)).
    intros z _. apply G. }
  replace (RInt f a b) with (RInt g a b - RInt g a a).
  - apply (by_primitive (Interval a b) (fun y => RInt g a y));
      [exists ((a + b) / 2); split; lra | apply convex_Interval | exact D | | |].
    + intros x [X Y]. rewrite <- (I x) at 2 by lra. apply P.
    + apply (filterlim_filter_le_1 _ (low_end_of_Interval a b ltac:(lra))), (limit_at_right (fun y => RInt g a y)).
      apply (ex_derive_continuous (fun y => RInt g a y)). exists (g a). apply P.
    + apply (filterlim_filter_le_1 _ (high_end_of_Interval a b ltac:(lra))), (limit_at_left (fun y => RInt g a y)).
      apply (ex_derive_continuous (fun y => RInt g a y)). exists (g b). apply P.
  - rewrite (RInt_point (V := R_CompleteNormedModule)). unfold zero. simpl. rewrite Rminus_0_r.
    apply (RInt_ext (V := R_CompleteNormedModule)). intros x X. rewrite Rmin_left, Rmax_right in X by lra.
    unfold g. rewrite I by lra. reflexivity.
Qed.

Lemma integrable_without_ends : forall (a b : R) (f : R -> R),
  a <= b -> Continuous (Between a b) f -> Integrable (Interval a b) f.
Proof.
  intros a b f L C. split; [intros x [X Y]; apply C; split; lra |]. exists (RInt (fun x => Rabs (f x)) a b).
  exact (converges_without_ends a b (fun x => Rabs (f x)) L (Continuous_Rabs _ _ C)).
Qed.

Lemma integral_without_ends : forall (a b : R) (f : R -> R),
  a <= b ->
  Continuous (Between a b) (fun u => f u) ->
  Integrable (Interval a b) (fun u => f u) ->
  Integral a b (fun u => f u) = ImproperIntegral (Interval a b) (fun u => f u).
Proof.
  intros a b f L C _. symmetry. apply improper_unique. exact (converges_without_ends a b f L C).
Qed.

(* Limits of powers and exponentials *)

Lemma scaled_to_minus_infinity : forall s : R, 0 < s -> filterlim (Rmult s) (Rbar_locally m_infty) (Rbar_locally m_infty).
Proof.
  intros s S P [M H]. exists (M / s). intros x X. apply H. apply (Rmult_lt_compat_l s) in X; [| exact S].
  replace (s * (M / s)) with M in X by (field; lra). exact X.
Qed.

Lemma turned_to_minus_infinity : forall s : R, s < 0 -> filterlim (Rmult s) (Rbar_locally p_infty) (Rbar_locally m_infty).
Proof.
  intros s S P [M H]. exists (M / s). intros x X. apply H. apply (Rmult_lt_gt_compat_neg_l s) in X; [| exact S].
  replace (s * (M / s)) with M in X by (field; lra). exact X.
Qed.

Lemma power_at_0 : forall s : R, 0 < s -> filterlim (fun x => Rpower x s) (at_right 0) (locally 0).
Proof.
  intros s S. unfold Rpower. apply (filterlim_comp _ _ _ (fun x => s * ln x) exp _ (Rbar_locally m_infty)).
  - exact (filterlim_comp _ _ _ _ _ _ _ _ is_lim_ln_0 (scaled_to_minus_infinity s S)).
  - exact is_lim_exp_m.
Qed.

Lemma power_at_infinity : forall s : R, s < 0 -> filterlim (fun x => Rpower x s) (Rbar_locally p_infty) (locally 0).
Proof.
  intros s S. unfold Rpower. apply (filterlim_comp _ _ _ (fun x => s * ln x) exp _ (Rbar_locally m_infty)).
  - exact (filterlim_comp _ _ _ _ _ _ _ _ is_lim_ln_p (turned_to_minus_infinity s S)).
  - exact is_lim_exp_m.
Qed.

Lemma power_and_logarithm_at_0 : forall s : R,
  0 < s -> filterlim (fun x => Rpower x s * ln x) (at_right 0) (locally 0).
Proof.
  intros s S. apply (filterlim_ext (fun x => scal (/ s) (s * ln x * exp (s * ln x)))).
  { intros x. change (/ s * (s * ln x * exp (s * ln x)) = exp (s * ln x) * ln x). field. lra. }
  replace (locally 0) with (locally (scal (/ s) 0)) by (f_equal; apply Rmult_0_r).
  apply (filterlim_comp _ _ _ (fun x => s * ln x * exp (s * ln x)) (scal (/ s)) _ (locally 0));
    [| apply (filterlim_scal_r (/ s) 0)].
  apply (filterlim_comp _ _ _ (fun x => s * ln x) (fun y => y * exp y) _ (Rbar_locally m_infty)).
  - exact (filterlim_comp _ _ _ _ _ _ _ _ is_lim_ln_0 (scaled_to_minus_infinity s S)).
  - exact is_lim_mul_exp_m.
Qed.

Lemma power_and_exponential_at_infinity : forall b c : R,
  0 < b -> filterlim (fun x => Rpower x c * exp (- (b * x))) (Rbar_locally p_infty) (locally 0).
Proof.
  intros b c B. apply (filterlim_ext_loc (fun x => exp (x * (c * (ln x / x) - b)))).
  { exists 0. intros x X. unfold Rpower. rewrite <- exp_plus. f_equal. field. lra. }
  apply (filterlim_comp _ _ _ (fun x => x * (c * (ln x / x) - b)) exp _ (Rbar_locally m_infty)); [| exact is_lim_exp_m].
  pose proof is_lim_div_ln_p as L. apply is_lim_spec in L.
  assert (E : 0 < b / (2 * (Rabs c + 1))) by (pose proof (Rabs_pos c); apply Rdiv_lt_0_compat; lra).
  destruct (L (mkposreal _ E)) as [M H]. simpl in H.
  intros P [N K]. pose proof (Rmax_l M (Rmax 0 (- (2 * N) / b))). pose proof (Rmax_r M (Rmax 0 (- (2 * N) / b))).
  pose proof (Rmax_l 0 (- (2 * N) / b)). pose proof (Rmax_r 0 (- (2 * N) / b)).
  exists (Rmax M (Rmax 0 (- (2 * N) / b))). intros x X. apply K. specialize (H x ltac:(lra)).
  rewrite Rminus_0_r in H.
  assert (C : c * (ln x / x) <= b / 2).
  { apply (Rle_trans _ _ _ (Rle_abs _)). rewrite Rabs_mult. pose proof (Rabs_pos c).
    apply (Rle_trans _ (Rabs c * (b / (2 * (Rabs c + 1))))); [apply Rmult_le_compat_l; lra |].
    apply (Rmult_le_reg_r (2 * (Rabs c + 1))); [lra |].
    replace (Rabs c * (b / (2 * (Rabs c + 1))) * (2 * (Rabs c + 1))) with (Rabs c * b) by (field; lra). nra. }
  apply (Rle_lt_trans _ (x * (- b / 2))); [apply Rmult_le_compat_l; lra |].
  assert (W : - (2 * N) / b < x) by lra. apply (Rmult_lt_compat_r b) in W; [| exact B].
  replace (- (2 * N) / b * b) with (- (2 * N)) in W by (field; lra). lra.
Qed.

Lemma natural_power_and_exponential : forall (b : R) (k : nat),
  0 < b -> filterlim (fun x => x ^ k * exp (- (b * x))) (Rbar_locally p_infty) (locally 0).
Proof.
  intros b k B. apply (filterlim_ext_loc (fun x => Rpower x (INR k) * exp (- (b * x))));
    [| exact (power_and_exponential_at_infinity b (INR k) B)].
  exists 0. intros x X. rewrite Rpower_pow by exact X. reflexivity.
Qed.

(* Integrals by a primitive function *)

Lemma from_0 : forall (F f : R -> R) (b : R),
  continuous F 0 -> Continuous (Above 0) f -> (forall x, 0 < x -> is_derive F x (f x)) ->
  filterlim F (Rbar_locally p_infty) (locally b) -> is_RInt_gen f (low_end (Above 0)) (high_end (Above 0)) (b - F 0).
Proof.
  intros F f b C K D H. apply by_primitive with F; [exists 1; unfold Above; lra | apply convex_Above | exact K | exact D | |].
  - exact (filterlim_filter_le_1 F (low_end_of_Above 0) (limit_at_right F 0 C)).
  - exact (filterlim_filter_le_1 F (high_end_of_Above 0) H).
Qed.

Lemma derivable_continuous : forall (F : R -> R) (x : R), ex_derive F x -> continuous F x.
Proof.
  intros F x. apply (ex_derive_continuous F x).
Qed.

Lemma with_variable : forall (A B : R -> Prop) (f g dg h : R -> R),
  Convex A -> Convex B -> (exists x, x \in B) -> Integrable A f ->
  (forall x, x \in B -> g x \in A /\ is_derive g x (dg x) /\ continuous dg x) ->
  (forall y, y \in A -> h y \in B /\ g (h y) = y) ->
  (forall x y, x \in B -> y \in B -> x <= y -> g x <= g y) ->
  is_RInt_gen (fun u => f (g u) * dg u) (low_end B) (high_end B) (ImproperIntegral A f).
Proof.
  intros A B f g dg h CA CB [b NB] I G H M P K. pose proof (proj1 I) as F.
  destruct (integrable_converges A f CA I P K) as [Q S [c [C D]] [d [C' D']] L].
  destruct C as [C | [N _]]; [| destruct (N _ (proj1 (G b NB)))].
  destruct C' as [C' | [N _]]; [| destruct (N _ (proj1 (G b NB)))].
  destruct (H c C) as [HC EC], (H d C') as [HD ED].
  apply (Filter_prod _ _ _ (fun x => x \in B /\ Q (g x)) (fun x => x \in B /\ S (g x))).
  - exists (h c). split; [left; exact HC |]. intros x [X | [N _]] X'; [| destruct (N _ HC)].
    split; [exact X |]. apply D; [left; apply (G x X) |]. rewrite <- EC. apply M; assumption.
  - exists (h d). split; [left; exact HD |]. intros x [X | [N _]] X'; [| destruct (N _ HD)].
    split; [exact X |]. apply D'; [left; apply (G x X) |]. rewrite <- ED. apply M; assumption.
  - intros x y [X QX] [Y SY]. destruct (L _ _ QX SY) as [w [J W]]. exists w. split; [| exact W]. simpl in *.
    rewrite <- (is_RInt_unique _ _ _ _ J).
    apply (is_RInt_ext (fun u => scal (dg u) (f (g u)))); [intros u _; apply Rmult_comm |].
    assert (U : forall u, Rmin x y <= u <= Rmax x y -> u \in B).
    { intros u T. unfold Rmin, Rmax in T. destruct (Rle_dec x y);
        [destruct (points_between B x y u CB) as [O | [N _]] | destruct (points_between B y x u CB) as [O | [N _]]];
        try (left; assumption); try exact T; try exact O; destruct (N b NB). }
    apply (is_RInt_comp f g dg x y); intros u T; [apply F, (G u (U u T)) | apply (G u (U u T))].
Qed.

Lemma half_line_by_exponential : forall (f : R -> R),
  Integrable (Above 0) (fun u => f u) ->
  Integrable Reals (fun u => f (exp u) * exp u) ->
  ImproperIntegral (Above 0) (fun u => f u) = ImproperIntegral Reals (fun u => f (exp u) * exp u).
Proof.
  intros f F _. symmetry. apply improper_unique.
  apply (with_variable (Above 0) Reals f exp exp ln); try assumption.
  - apply convex_Above.
  - apply convex_Reals.
  - exists 0. exact Logic.I.
  - intros x _. split; [apply exp_pos | split; [apply is_derive_exp | apply continuous_exp]].
  - intros y Y. split; [exact Logic.I | apply exp_ln, Y].
  - intros x y _ _ [T | ->]; [left; apply exp_increasing, T | right; reflexivity].
Qed.

Lemma rpower_1 : forall c : R, Rpower 1 c = 1.
Proof.
  intros c. unfold Rpower. rewrite ln_1, Rmult_0_r. apply exp_0.
Qed.

Lemma is_derive_power : forall c x : R, 0 < x -> is_derive (fun u => Rpower u c) x (c * Rpower x (c - 1)).
Proof.
  intros c x X. unfold Rpower. auto_derive; [exact X |].
  replace ((c - 1) * ln x) with (c * ln x + - ln x) by ring. rewrite exp_plus, exp_Ropp, exp_ln by exact X. field. lra.
Qed.

Lemma interval_by_power : forall (b : R) (f : R -> R) (c : R),
  0 <= b ->
  Integrable (Interval 0 b) (fun u => f u) ->
  0 <= Rpower b (/ c) ->
  Integrable (Interval 0 (Rpower b (/ c))) (fun u => Rpower u (c - 1) * f (Rpower u c)) ->
  0 < c ->
  0 < b ->
  ImproperIntegral (Interval 0 b) (fun u => f u)
  = c * ImproperIntegral (Interval 0 (Rpower b (/ c))) (fun u => Rpower u (c - 1) * f (Rpower u c)).
Proof.
  intros b f c _ F _ G C B.
  assert (D : Rpower (Rpower b (/ c)) c = b) by (rewrite Rpower_mult, Rinv_l, Rpower_1; lra).
  assert (P : 0 < Rpower b (/ c)) by apply exp_pos. set (d := Rpower b (/ c)) in *. pose proof (convex_Interval 0 d) as V.
  rewrite <- (constant_out_of_improper_integral (Interval 0 d) c); try assumption;
    [| apply open_interval_Interval | apply Integrable_scal; assumption].
  symmetry. apply improper_unique.
  apply (improper_ext (Interval 0 d) (fun u => f (Rpower u c) * (c * Rpower u (c - 1))) _ _ V); [intros u _; ring |].
  apply (with_variable (Interval 0 b) (Interval 0 d) f (fun u => Rpower u c) (fun u => c * Rpower u (c - 1))
    (fun y => Rpower y (/ c))); try assumption.
  - apply convex_Interval.
  - exists (d / 2). unfold Interval. lra.
  - intros x [X Y]. split; [| split].
    + split; [apply exp_pos |]. rewrite <- D. apply Rlt_Rpower_l; lra.
    + apply is_derive_power; exact X.
    + apply derivable_continuous. unfold Rpower. auto_derive. exact X.
  - intros y [X Y]. split; [split; [apply exp_pos |] |].
    + apply Rlt_Rpower_l; [apply Rinv_0_lt_compat, C | lra].
    + rewrite Rpower_mult. replace (/ c * c) with 1 by (field; lra). apply Rpower_1, X.
  - intros x y [X _] [Y _] L. apply Rle_Rpower_l; lra.
Qed.

Lemma half_line_by_power : forall (a : R) (f : R -> R) (c : R),
  Integrable (Above a) (fun u => f u) ->
  Integrable (Above (Rpower a (/ c))) (fun u => Rpower u (c - 1) * f (Rpower u c)) ->
  0 < c ->
  0 < a ->
  ImproperIntegral (Above a) (fun u => f u)
  = c * ImproperIntegral (Above (Rpower a (/ c))) (fun u => Rpower u (c - 1) * f (Rpower u c)).
Proof.
  intros a f c F G C B.
  assert (D : Rpower (Rpower a (/ c)) c = a) by (rewrite Rpower_mult, Rinv_l, Rpower_1; lra).
  assert (P : 0 < Rpower a (/ c)) by apply exp_pos. set (d := Rpower a (/ c)) in *. pose proof (convex_Above d) as V.
  rewrite <- (constant_out_of_improper_integral (Above d) c); try assumption;
    [| apply open_interval_Above | apply Integrable_scal; assumption].
  symmetry. apply improper_unique.
  apply (improper_ext (Above d) (fun u => f (Rpower u c) * (c * Rpower u (c - 1))) _ _ V); [intros u _; ring |].
  apply (with_variable (Above a) (Above d) f (fun u => Rpower u c) (fun u => c * Rpower u (c - 1))
    (fun y => Rpower y (/ c))); try assumption.
  - apply convex_Above.
  - exists (d + 1). unfold Above. lra.
  - intros x X. unfold Above in *. split; [| split].
    + rewrite <- D. apply Rlt_Rpower_l; lra.
    + apply is_derive_power; lra.
    + apply derivable_continuous. unfold Rpower. auto_derive. lra.
  - intros y Y. unfold Above in *. split.
    + apply Rlt_Rpower_l; [apply Rinv_0_lt_compat, C | lra].
    + rewrite Rpower_mult. replace (/ c * c) with 1 by (field; lra). apply Rpower_1. lra.
  - intros x y X Y L. unfold Above in *. apply Rle_Rpower_l; lra.
Qed.

Lemma line_shifted : forall (f : R -> R) (a : R),
  Integrable Reals (fun u => f u) ->
  Integrable Reals (fun u => f (a + u)) ->
  ImproperIntegral Reals (fun u => f u) = ImproperIntegral Reals (fun u => f (a + u)).
Proof.
  intros f a F _. symmetry. apply improper_unique.
  apply (improper_ext Reals (fun u => f (a + u) * 1) _ _ convex_Reals); [intros u _; ring |].
  apply (with_variable Reals Reals f (fun u => a + u) (fun _ => 1) (fun y => y - a)); try assumption.
  - apply convex_Reals.
  - apply convex_Reals.
  - exists 0. exact Logic.I.
  - intros x _. split; [exact Logic.I | split; [auto_derive; [exact Logic.I | ring] | apply continuous_const]].
  - intros y _. split; [exact Logic.I | ring].
  - intros x y _ _ L. lra.
Qed.

Lemma half_line_scaled : forall (f : R -> R) (c : R),
  Integrable (Above 0) (fun u => f u) ->
  Integrable (Above 0) (fun u => f (c * u)) ->
  0 < c ->
  ImproperIntegral (Above 0) (fun u => f u) = c * ImproperIntegral (Above 0) (fun u => f (c * u)).
Proof.
  intros f c F G C. pose proof (convex_Above 0) as V.
  rewrite <- (constant_out_of_improper_integral (Above 0) c); try assumption;
    [| apply open_interval_Above | apply Integrable_scal; assumption].
  symmetry. apply improper_unique.
  apply (improper_ext (Above 0) (fun u => f (c * u) * c) _ _ V); [intros u _; ring |].
  apply (with_variable (Above 0) (Above 0) f (fun u => c * u) (fun _ => c) (fun y => y / c)); try assumption.
  - exists 1. unfold Above. lra.
  - intros x X. split; [apply Rmult_lt_0_compat; assumption |].
    split; [auto_derive; [exact Logic.I | ring] | apply continuous_const].
  - intros y Y. split; [apply Rdiv_lt_0_compat; assumption | field; lra].
  - intros x y _ _ L. apply Rmult_le_compat_l; lra.
Qed.

Lemma half_line_by_growth : forall (f : R -> R),
  Integrable (Above 0) (fun u => f u) ->
  Integrable (Above 0) (fun u => f (exp u - 1) * exp u) ->
  ImproperIntegral (Above 0) (fun u => f u)
  = ImproperIntegral (Above 0) (fun u => f (exp u - 1) * exp u).
Proof.
  intros f F _. symmetry. apply improper_unique.
  apply (with_variable (Above 0) (Above 0) f (fun u => exp u - 1) exp (fun y => ln (1 + y))); try assumption.
  - apply convex_Above.
  - apply convex_Above.
  - exists 1. unfold Above. lra.
  - intros x X. unfold Above in *. split; [| split].
    + pose proof (exp_increasing 0 x X). rewrite exp_0 in *. lra.
    + auto_derive; [exact Logic.I | ring].
    + apply continuous_exp.
  - intros y Y. unfold Above in *. split; [| rewrite exp_ln by lra; ring].
    rewrite <- ln_1. apply ln_increasing; lra.
  - intros x y _ _ [T | ->]; [| lra]. pose proof (exp_increasing x y T). lra.
Qed.

(* The same for a variable that falls *)
Lemma with_falling_variable : forall (A B : R -> Prop) (f g dg h : R -> R),
  Convex A -> Convex B -> (exists x, x \in B) -> Integrable A f ->
  (forall x, x \in B -> g x \in A /\ is_derive g x (dg x) /\ continuous dg x) ->
  (forall y, y \in A -> h y \in B /\ g (h y) = y) ->
  (forall x y, x \in B -> y \in B -> x <= y -> g y <= g x) ->
  is_RInt_gen (fun u => f (g u) * - dg u) (low_end B) (high_end B) (ImproperIntegral A f).
Proof.
  intros A B f g dg h CA CB [b NB] I G H M P K. pose proof (proj1 I) as F.
  destruct (integrable_converges A f CA I P K) as [Q S [c [C D]] [d [C' D']] L].
  destruct C as [C | [N _]]; [| destruct (N _ (proj1 (G b NB)))].
  destruct C' as [C' | [N _]]; [| destruct (N _ (proj1 (G b NB)))].
  destruct (H c C) as [HC EC], (H d C') as [HD ED].
  apply (Filter_prod _ _ _ (fun x => x \in B /\ S (g x)) (fun x => x \in B /\ Q (g x))).
  - exists (h d). split; [left; exact HD |]. intros x [X | [N _]] X'; [| destruct (N _ HD)].
    split; [exact X |]. apply D'; [left; apply (G x X) |]. rewrite <- ED. apply M; assumption.
  - exists (h c). split; [left; exact HC |]. intros x [X | [N _]] X'; [| destruct (N _ HC)].
    split; [exact X |]. apply D; [left; apply (G x X) |]. rewrite <- EC. apply M; assumption.
  - intros x y [X QX] [Y SY]. destruct (L _ _ SY QX) as [w [J W]]. exists w. split; [| exact W]. simpl in *.
    apply is_RInt_swap in J. apply (is_RInt_unique (V := R_CompleteNormedModule)) in J.
    replace w with (- RInt f (g x) (g y)) by (rewrite J; unfold opp; simpl; ring).
    apply (is_RInt_ext (fun u => opp (scal (dg u) (f (g u)))));
      [intros u _; unfold scal, opp; simpl; unfold mult; simpl; ring |].
    apply (is_RInt_opp (V := R_CompleteNormedModule)).
    assert (U : forall u, Rmin x y <= u <= Rmax x y -> u \in B).
    { intros u T. unfold Rmin, Rmax in T. destruct (Rle_dec x y);
        [destruct (points_between B x y u CB) as [O | [N _]] | destruct (points_between B y x u CB) as [O | [N _]]];
        try (left; assumption); try exact T; try exact O; destruct (N b NB). }
    apply (is_RInt_comp f g dg x y); intros u T; [apply F, (G u (U u T)) | apply (G u (U u T))].
Qed.

(* With b u^c for the variable; e is the sign of c *)
Lemma with_power : forall (f : R -> R) (b c e : R),
  Integrable (Above 0) f -> 0 < b -> 0 < c * e -> e ^ 2 = 1 ->
  is_RInt_gen (fun u => f (b * Rpower u c) * (b * (c * e) * Rpower u (c - 1))) (low_end (Above 0)) (high_end (Above 0))
    (ImproperIntegral (Above 0) f).
Proof.
  intros f b c e I B C E. pose proof (convex_Above 0) as V.
  assert (E1 : e = 1 \/ e = -1) by (assert ((e - 1) * (e + 1) = 0) as Z by (ring_simplify; simpl in E; lra);
    apply Rmult_integral in Z; destruct Z; [left | right]; lra).
  assert (N : exists x, x \in Above 0) by (exists 1; unfold Above; lra).
  assert (D : forall x, x \in Above 0 -> b * Rpower x c \in Above 0 /\
    is_derive (fun u => b * Rpower u c) x (b * c * Rpower x (c - 1)) /\ continuous (fun u => b * c * Rpower u (c - 1)) x).
  { intros x X. unfold Above in *. split; [apply Rmult_lt_0_compat; [exact B | apply exp_pos] | split].
    - rewrite Rmult_assoc. apply is_derive_scal, is_derive_power, X.
    - apply derivable_continuous. unfold Rpower. auto_derive. exact X. }
  assert (H : forall y, y \in Above 0 -> Rpower (y / b) (/ c) \in Above 0 /\ b * Rpower (Rpower (y / b) (/ c)) c = y).
  { intros y Y. unfold Above in *. split; [apply exp_pos |]. rewrite Rpower_mult, Rinv_l, Rpower_1; [field; lra | | nra].
    apply Rdiv_lt_0_compat; assumption. }
  destruct E1 as [-> | ->].
  - apply (improper_ext (Above 0) (fun u => f (b * Rpower u c) * (b * c * Rpower u (c - 1))) _ _ V); [intros u _; ring |].
    apply (with_variable (Above 0) (Above 0) f (fun u => b * Rpower u c) (fun u => b * c * Rpower u (c - 1))
      (fun y => Rpower (y / b) (/ c))); try assumption.
    intros x y X Y L. unfold Above in *. apply Rmult_le_compat_l; [lra |]. apply Rle_Rpower_l; lra.
  - apply (improper_ext (Above 0) (fun u => f (b * Rpower u c) * - (b * c * Rpower u (c - 1))) _ _ V); [intros u _; ring |].
    apply (with_falling_variable (Above 0) (Above 0) f (fun u => b * Rpower u c) (fun u => b * c * Rpower u (c - 1))
      (fun y => Rpower (y / b) (/ c))); try assumption.
    intros x y X Y L. unfold Above in *. apply Rmult_le_compat_l; [lra |]. unfold Rpower.
    assert (ln x <= ln y) by (destruct L as [L | ->]; [left; apply ln_increasing; assumption | right; reflexivity]).
    destruct (Rle_lt_or_eq_dec (c * ln y) (c * ln x) ltac:(nra)) as [T | ->]; [left; apply exp_increasing, T | right; reflexivity].
Qed.

Lemma scaled_limit : forall (G : (R -> Prop) -> Prop) (f : R -> R) (a v : R),
  Filter G -> filterlim f G (locally v) -> filterlim (fun x => a * f x) G (locally (a * v)).
Proof.
  intros G f a v FG H. exact (filterlim_comp _ _ _ f (scal a) _ _ _ H (filterlim_scal_r a v)).
Qed.

Lemma added_limit : forall (G : (R -> Prop) -> Prop) (f g : R -> R) (v w : R),
  Filter G -> filterlim f G (locally v) -> filterlim g G (locally w) -> filterlim (fun x => f x + g x) G (locally (v + w)).
Proof.
  intros G f g v w FG H K. exact (filterlim_comp_2 f g plus H K (filterlim_plus v w)).
Qed.

Lemma exponential_integral : forall (b : R),
  Integrable (Above 0) (fun u => exp (- (b * u))) ->
  0 < b ->
  ImproperIntegral (Above 0) (fun u => exp (- (b * u))) = / b.
Proof.
  intros b [C _] B. apply improper_unique. replace (/ b) with (/ b * -0 - - / b * exp (- (b * 0))).
  2: { rewrite Rmult_0_r, Ropp_0, exp_0. field. lra. }
  apply (from_0 (fun u => - / b * exp (- (b * u)))); [| exact C | |].
  - apply derivable_continuous. auto_derive. exact Logic.I.
  - intros x _. auto_derive; [exact Logic.I | field; lra].
  - replace (/ b * -0) with (- / b * 0) by ring. apply scaled_limit; [typeclasses eauto |].
    apply (filterlim_ext (fun x => x ^ 0 * exp (- (b * x)))); [intros; simpl; ring |].
    exact (natural_power_and_exponential b 0 B).
Qed.

Lemma integral_of_power_from_zero : forall (b c : R),
  0 <= b ->
  Integrable (Interval 0 b) (fun u => Rpower u c) ->
  - 1 < c ->
  0 < b ->
  ImproperIntegral (Interval 0 b) (fun u => Rpower u c) = Rpower b (c + 1) / (c + 1).
Proof.
  intros b c _ [K _] C B. apply improper_unique.
  replace (Rpower b (c + 1) / (c + 1)) with (/ (c + 1) * Rpower b (c + 1) - / (c + 1) * 0) by (field; lra).
  assert (D : forall x, 0 < x -> is_derive (fun u => / (c + 1) * Rpower u (c + 1)) x (Rpower x c)).
  { intros x X. unfold Rpower. auto_derive; [exact X |]. replace ((c + 1) * ln x) with (c * ln x + ln x) by ring.
    rewrite exp_plus, exp_ln by exact X. field. lra. }
  apply (by_primitive (Interval 0 b) (fun u => / (c + 1) * Rpower u (c + 1)));
    [exists (b / 2); split; lra | apply convex_Interval | exact K | | |].
  - intros x [X _]. exact (D x X).
  - apply (filterlim_filter_le_1 _ (low_end_of_Interval 0 b B)). apply scaled_limit; [typeclasses eauto |].
    apply power_at_0. lra.
  - apply (filterlim_filter_le_1 _ (high_end_of_Interval 0 b B)). apply (limit_at_left (fun u => / (c + 1) * Rpower u (c + 1))).
    apply derivable_continuous. eexists. exact (D b B).
Qed.

Lemma integral_of_power_to_infinity : forall (a c : R),
  Integrable (Above a) (fun u => Rpower u c) ->
  c < - 1 ->
  0 < a ->
  ImproperIntegral (Above a) (fun u => Rpower u c) = - (Rpower a (c + 1) / (c + 1)).
Proof.
  intros a c [K _] C A. apply improper_unique.
  replace (- (Rpower a (c + 1) / (c + 1))) with (/ (c + 1) * 0 - / (c + 1) * Rpower a (c + 1)) by (field; lra).
  assert (D : forall x, 0 < x -> is_derive (fun u => / (c + 1) * Rpower u (c + 1)) x (Rpower x c)).
  { intros x X. unfold Rpower. auto_derive; [exact X |]. replace ((c + 1) * ln x) with (c * ln x + ln x) by ring.
    rewrite exp_plus, exp_ln by exact X. field. lra. }
  apply (by_primitive (Above a) (fun u => / (c + 1) * Rpower u (c + 1)));
    [exists (a + 1); unfold Above; lra | apply convex_Above | exact K | | |].
  - intros x X. unfold Above in X. apply D. lra.
  - apply (filterlim_filter_le_1 _ (low_end_of_Above a)). apply (limit_at_right (fun u => / (c + 1) * Rpower u (c + 1))).
    apply derivable_continuous. eexists. exact (D a A).
  - apply (filterlim_filter_le_1 _ (high_end_of_Above a)). apply scaled_limit; [typeclasses eauto |].
    apply power_at_infinity. lra.
Qed.

Lemma integral_of_power_and_logarithm : forall (b c : R),
  0 <= b ->
  Integrable (Interval 0 b) (fun u => Rpower u c * ln u) ->
  - 1 < c ->
  0 < b ->
  ImproperIntegral (Interval 0 b) (fun u => Rpower u c * ln u)
  = Rpower b (c + 1) * (1 / (c + 1) * ln b - / (c + 1) ^ 2).
Proof.
  intros b c _ [K _] C B. apply improper_unique.
  set (F := fun u => / (c + 1) * (Rpower u (c + 1) * ln u) + - / (c + 1) ^ 2 * Rpower u (c + 1)).
  replace (Rpower b (c + 1) * (1 / (c + 1) * ln b - / (c + 1) ^ 2)) with (F b - (/ (c + 1) * 0 + - / (c + 1) ^ 2 * 0))
    by (unfold F; field; lra).
  assert (D : forall x, 0 < x -> is_derive F x (Rpower x c * ln x)).
  { intros x X. unfold F, Rpower. auto_derive; [repeat split; exact X |].
    replace ((c + 1) * ln x) with (c * ln x + ln x) by ring. rewrite exp_plus, exp_ln by exact X. field. lra. }
  apply (by_primitive (Interval 0 b) F); [exists (b / 2); split; lra | apply convex_Interval | exact K | | |].
  - intros x [X _]. exact (D x X).
  - apply (filterlim_filter_le_1 _ (low_end_of_Interval 0 b B)). apply added_limit; [typeclasses eauto | |];
      (apply scaled_limit; [typeclasses eauto |]); [apply power_and_logarithm_at_0 | apply power_at_0]; lra.
  - apply (filterlim_filter_le_1 _ (high_end_of_Interval 0 b B)). apply (limit_at_left F).
    apply derivable_continuous. eexists. exact (D b B).
Qed.

Lemma power_and_exponential_at_0 : forall b c : R,
  0 < c -> filterlim (fun x => Rpower x c * exp (- (b * x))) (at_right 0) (locally 0).
Proof.
  intros b c C. replace (locally 0) with (locally (0 * exp (- (b * 0)))) by (f_equal; ring).
  assert (E : continuous (fun x => exp (- (b * x))) 0) by (apply derivable_continuous; auto_derive; exact Logic.I).
  exact (filterlim_comp_2 _ _ mult (power_at_0 c C) (limit_at_right _ 0 E) (filterlim_mult 0 (exp (- (b * 0))))).
Qed.

Lemma power_in_exponential_integral : forall (c b : R),
  Integrable (Above 0) (fun u => Rpower u c * exp (- (b * u))) ->
  Integrable (Above 0) (fun u => Rpower u (c - 1) * exp (- (b * u))) ->
  0 < b ->
  0 < c ->
  ImproperIntegral (Above 0) (fun u => Rpower u c * exp (- (b * u)))
  = c / b * ImproperIntegral (Above 0) (fun u => Rpower u (c - 1) * exp (- (b * u))).
Proof.
  intros c b F G B C. set (v := ImproperIntegral _ (fun u => Rpower u (c - 1) * _)). apply improper_unique.
  assert (P : is_RInt_gen (fun u => c / b * (Rpower u (c - 1) * exp (- (b * u))) - Rpower u c * exp (- (b * u)))
    (low_end (Above 0)) (high_end (Above 0)) (/ b * 0 - / b * 0)).
  { apply (by_primitive (Above 0) (fun u => / b * (Rpower u c * exp (- (b * u)))));
      [exists 1; unfold Above; lra | apply convex_Above | | | |].
    - apply Continuous_minus; [apply Continuous_mult; [apply Continuous_constant | apply G] | apply F].
    - intros x X. unfold Above in X. unfold Rpower. auto_derive; [exact X |].
      replace (exp ((c - 1) * ln x)) with (exp (c * ln x) / x); [field; lra |].
      replace (c * ln x) with ((c - 1) * ln x + ln x) by ring. rewrite exp_plus, exp_ln by exact X. field. lra.
    - apply (filterlim_filter_le_1 _ (low_end_of_Above 0)). apply scaled_limit; [typeclasses eauto |].
      exact (power_and_exponential_at_0 b c C).
    - apply (filterlim_filter_le_1 _ (high_end_of_Above 0)). apply scaled_limit; [typeclasses eauto |].
      exact (power_and_exponential_at_infinity b c B). }
  pose proof (is_RInt_gen_scal _ (c / b) _ (integrable_converges _ _ (convex_Above 0) G)) as Q.
  pose proof (is_RInt_gen_minus _ _ _ _ Q P) as S. fold v in S.
  replace (c / b * v) with (minus (scal (c / b) v) (/ b * 0 - / b * 0))
    by (unfold minus, plus, opp, scal; simpl; unfold mult; simpl; ring).
  revert S. apply is_RInt_gen_ext. apply filter_forall. intros p x _.
  unfold minus, plus, opp, scal; simpl; unfold mult; simpl; ring.
Qed.

(* A function of the distance to a point m of the line, on both sides of it, with the same sign or with another one *)
Lemma on_both_sides : forall (f h : R -> R) (m s v : R),
  Continuous Reals f -> (forall w, 0 < w -> f (m + w) = h w) -> (forall w, 0 < w -> f (m - w) = s * h w) ->
  is_RInt_gen h (low_end (Above 0)) (high_end (Above 0)) v ->
  is_RInt_gen f (low_end Reals) (high_end Reals) ((1 + s) * v).
Proof.
  intros f h m s v F U L H. replace ((1 + s) * v) with (s * v + v) by ring.
  apply (two_parts Reals (Below m) (Above m) f m);
    [exact open_interval_Reals | exact F | exact Logic.I | unfold Below, Reals; tauto | unfold Above, Reals; tauto | |].
  - apply mirrored. apply (improper_ext (Above 0) (fun w => s * h w)); [apply convex_Above | | exact (is_RInt_gen_scal h s v H)].
    intros w W. symmetry. exact (L w W).
  - apply (proj1 (shifted f m v)). apply (improper_ext (Above 0) h); [apply convex_Above | | exact H].
    intros w W. symmetry. exact (U w W).
Qed.

(* Laplace *)

Lemma laplace_limit : forall (b : R) (k : nat),
  0 < b -> filterlim (fun w => w ^ k * exp (- (w / b))) (Rbar_locally p_infty) (locally 0).
Proof.
  intros b k B. apply (filterlim_ext (fun w => w ^ k * exp (- (/ b * w)))).
  { intros w. f_equal. f_equal. field. lra. }
  exact (natural_power_and_exponential (/ b) k (Rinv_0_lt_compat b B)).
Qed.

Lemma laplace_half : forall (b x y z : R), 0 < b ->
  is_RInt_gen (fun w => (x + y * w + z * w ^ 2) * exp (- (w / b))) (low_end (Above 0)) (high_end (Above 0))
    (b * x + b ^ 2 * y + 2 * b ^ 3 * z).
Proof.
  intros b x y z B.
  set (p0 := b * x + b ^ 2 * y + 2 * b ^ 3 * z). set (p1 := b * y + 2 * b ^ 2 * z).
  set (F := fun w => - p0 * (w ^ 0 * exp (- (w / b))) + (- p1 * (w ^ 1 * exp (- (w / b))) + - (b * z) * (w ^ 2 * exp (- (w / b))))).
  replace p0 with (- p0 * 0 + (- p1 * 0 + - (b * z) * 0) - F 0).
  2: { unfold F. replace (0 / b) with 0 by (field; lra). rewrite Ropp_0, exp_0. ring. }
  apply (from_0 F).
  - apply derivable_continuous. unfold F. auto_derive. exact Logic.I.
  - intros w _. apply derivable_continuous. auto_derive. exact Logic.I.
  - intros w _. unfold F. auto_derive; [exact Logic.I |]. unfold p0, p1. change (w * / b) with (w / b). field. lra.
  - repeat apply added_limit; try typeclasses eauto; (apply scaled_limit; [typeclasses eauto |]); apply laplace_limit, B.
Qed.

Lemma distance : forall e d u : R, e ^ 2 = 1 -> Rabs (e * u + d) = Rabs (d * e + u).
Proof.
  intros e d u E. replace (e * u + d) with (e * (d * e + u)) by (rewrite <- (Rmult_1_l d) at 2; rewrite <- E; ring).
  rewrite Rabs_mult. replace (Rabs e) with 1; [ring |].
  pose proof (Rabs_pos e). pose proof (pow2_abs e). nra.
Qed.

Lemma laplace_whole : forall (f : R -> R) (e d b x y z s : R),
  0 < b -> e ^ 2 = 1 -> Continuous Reals f ->
  (forall u, 0 < d * e + u -> f u = (x + y * (d * e + u) + z * (d * e + u) ^ 2) * exp (- (Rabs (e * u + d) / b))) ->
  (forall u, d * e + u < 0 -> f u = s * ((x - y * (d * e + u) + z * (d * e + u) ^ 2) * exp (- (Rabs (e * u + d) / b)))) ->
  ImproperIntegral Reals f = (1 + s) * (b * x + b ^ 2 * y + 2 * b ^ 3 * z).
Proof.
  intros f e d b x y z s B E F U L. apply improper_unique.
  apply (on_both_sides f (fun w => (x + y * w + z * w ^ 2) * exp (- (w / b))) (- (d * e))); [exact F | | | exact (laplace_half b x y z B)].
  - intros w W. rewrite U by lra. rewrite (distance e d _ E). replace (d * e + (- (d * e) + w)) with w by ring.
    rewrite Rabs_right by lra. reflexivity.
  - intros w W. rewrite L by lra. rewrite (distance e d _ E). replace (d * e + (- (d * e) - w)) with (- w) by ring.
    rewrite Rabs_Ropp, Rabs_right by lra. f_equal. f_equal. ring.
Qed.

Lemma laplace_total : forall (e d b : R),
  Integrable Reals (fun u => exp (- (Rabs (e * u + d) / b))) ->
  0 < b ->
  e ^ 2 = 1 ->
  ImproperIntegral Reals (fun u => exp (- (Rabs (e * u + d) / b))) = 2 * b.
Proof.
  intros e d b [F _] B E. rewrite (laplace_whole _ e d b 1 0 0 1 B E F); [ring | |]; intros u _; ring.
Qed.

Lemma laplace_first_moment : forall (d e b : R),
  Integrable Reals (fun u => (d * e + u) * exp (- (Rabs (e * u + d) / b))) ->
  0 < b ->
  e ^ 2 = 1 ->
  ImproperIntegral Reals (fun u => (d * e + u) * exp (- (Rabs (e * u + d) / b))) = 0.
Proof.
  intros d e b [F _] B E. rewrite (laplace_whole _ e d b 0 1 0 (-1) B E F); [ring | |]; intros u _; ring.
Qed.

Lemma laplace_second_moment : forall (d e b : R),
  Integrable Reals (fun u => (d * e + u) ^ 2 * exp (- (Rabs (e * u + d) / b))) ->
  0 < b ->
  e ^ 2 = 1 ->
  ImproperIntegral Reals (fun u => (d * e + u) ^ 2 * exp (- (Rabs (e * u + d) / b))) = 4 * b ^ 3.
Proof.
  intros d e b [F _] B E. rewrite (laplace_whole _ e d b 0 0 1 1 B E F); [ring | |]; intros u _; ring.
Qed.

Lemma laplace_deviation : forall (e d b : R),
  Integrable Reals (fun u => Rabs (e * u + d) * exp (- (Rabs (e * u + d) / b))) ->
  0 < b ->
  e ^ 2 = 1 ->
  ImproperIntegral Reals (fun u => Rabs (e * u + d) * exp (- (Rabs (e * u + d) / b))) = 2 * b ^ 2.
Proof.
  intros e d b [F _] B E. rewrite (laplace_whole _ e d b 0 1 0 1 B E F); [ring | |]; intros u K; rewrite (distance e d u E).
  - rewrite (Rabs_right (d * e + u)) by lra. ring.
  - rewrite (Rabs_left (d * e + u)) by lra. ring.
Qed.

(* Gauss *)

Lemma squeezed : forall (G : (R -> Prop) -> Prop) (f g : R -> R),
  Filter G -> G (fun x => Rabs (f x) <= Rabs (g x)) -> filterlim g G (locally 0) -> filterlim f G (locally 0).
Proof.
  intros G f g FG L H. apply filterlim_locally. intros e.
  pose proof (proj1 (filterlim_locally g 0) H e) as K. generalize (filter_and _ _ L K). apply filter_imp.
  intros x [A B]. change (Rabs (f x - 0) < e). change (Rabs (g x - 0) < e) in B. rewrite Rminus_0_r in *. lra.
Qed.

Lemma exp_monotone : forall x y : R, x <= y -> exp x <= exp y.
Proof.
  intros x y H. apply Rnot_lt_le. intros K. apply exp_lt_inv in K. lra.
Qed.

(* exp(-w^2/(2 v)) *)
Definition bell (v w : R) : R := exp (- (1 / 2 * w ^ 2 / v)).

Lemma bell_limit : forall (v : R) (k : nat),
  0 < v -> filterlim (fun w => w ^ k * bell v w) (Rbar_locally p_infty) (locally 0).
Proof.
  intros v k V. assert (P : 0 < 1 / 2 / v) by (apply Rdiv_lt_0_compat; lra).
  apply (squeezed _ _ (fun w => w ^ k * exp (- (1 / 2 / v * w)))); [typeclasses eauto | | exact (natural_power_and_exponential _ k P)].
  exists 1. intros w W. rewrite !Rabs_mult. apply Rmult_le_compat_l; [apply Rabs_pos |]. unfold bell.
  pose proof (exp_pos (- (1 / 2 * w ^ 2 / v))). pose proof (exp_pos (- (1 / 2 / v * w))).
  rewrite !Rabs_right by lra. apply exp_monotone. apply Ropp_le_contravar.
  replace (1 / 2 * w ^ 2 / v) with (1 / 2 / v * (w * w)) by (field; lra).
  apply Rmult_le_compat_l; [lra |]. nra.
Qed.

Lemma bell_half : forall (v x y : R), 0 < v ->
  is_RInt_gen (fun w => (x * w + y * w ^ 3) * bell v w) (low_end (Above 0)) (high_end (Above 0)) (v * x + 2 * v ^ 2 * y).
Proof.
  intros v x y V.
  set (F := fun w => - (v * x + 2 * v ^ 2 * y) * (w ^ 0 * bell v w) + - (v * y) * (w ^ 2 * bell v w)).
  replace (v * x + 2 * v ^ 2 * y) with (- (v * x + 2 * v ^ 2 * y) * 0 + - (v * y) * 0 - F 0).
  2: { unfold F, bell. replace (- (1 / 2 * 0 ^ 2 / v)) with 0 by (field; lra). rewrite exp_0. ring. }
  assert (D : forall w, is_derive F w ((x * w + y * w ^ 3) * bell v w)).
  { intros w. unfold F, bell. auto_derive; [exact Logic.I |].
    replace (1 / 2 * (w * (w * 1)) * / v) with (1 / 2 * w ^ 2 / v) by (field; lra). field. lra. }
  apply (from_0 F).
  - apply derivable_continuous. eexists. apply D.
  - intros w _. apply derivable_continuous. unfold bell. auto_derive. exact Logic.I.
  - intros w _. apply D.
  - apply added_limit; [typeclasses eauto | |]; (apply scaled_limit; [typeclasses eauto |]); apply bell_limit, V.
Qed.

Lemma gaussian_first : forall (m v : R),
  Integrable Reals (fun u => (u - m) * exp (- (1 / 2 * (u - m) ^ 2 / v))) ->
  0 < v ->
  ImproperIntegral Reals (fun u => (u - m) * exp (- (1 / 2 * (u - m) ^ 2 / v))) = 0.
Proof.
  intros m v [F _] V. apply improper_unique. replace 0 with ((1 + -1) * (v * 1 + 2 * v ^ 2 * 0)) by ring.
  apply (on_both_sides _ _ m (-1) _ F) with (3 := bell_half v 1 0 V); intros w _; unfold bell.
  - replace (m + w - m) with w by ring. ring.
  - replace (m - w - m) with (- w) by ring. replace ((- w) ^ 2) with (w ^ 2) by ring. ring.
Qed.

Lemma gaussian_third : forall (m v : R),
  Integrable Reals (fun u => (u - m) ^ 3 * exp (- (1 / 2 * (u - m) ^ 2 / v))) ->
  0 < v ->
  ImproperIntegral Reals (fun u => (u - m) ^ 3 * exp (- (1 / 2 * (u - m) ^ 2 / v))) = 0.
Proof.
  intros m v [F _] V. apply improper_unique. replace 0 with ((1 + -1) * (v * 0 + 2 * v ^ 2 * 1)) by ring.
  apply (on_both_sides _ _ m (-1) _ F) with (3 := bell_half v 0 1 V); intros w _; unfold bell.
  - replace (m + w - m) with w by ring. ring.
  - replace (m - w - m) with (- w) by ring. replace ((- w) ^ 2) with (w ^ 2) by ring. ring.
Qed.

Lemma gaussian_deviation : forall (e d v : R),
  Integrable Reals (fun u => Rabs (e * u + d) * exp (- (1 / 2 * (d * e + u) ^ 2 / v))) ->
  0 < v ->
  e ^ 2 = 1 ->
  ImproperIntegral Reals (fun u => Rabs (e * u + d) * exp (- (1 / 2 * (d * e + u) ^ 2 / v))) = 2 * v.
Proof.
  intros e d v [F _] V E. apply improper_unique. replace (2 * v) with ((1 + 1) * (v * 1 + 2 * v ^ 2 * 0)) by ring.
  apply (on_both_sides _ _ (- (d * e)) 1 _ F) with (3 := bell_half v 1 0 V); intros w W; unfold bell; rewrite (distance e d _ E).
  - replace (d * e + (- (d * e) + w)) with w by ring. rewrite Rabs_right by lra. ring.
  - replace (d * e + (- (d * e) - w)) with (- w) by ring. replace ((- w) ^ 2) with (w ^ 2) by ring.
    rewrite Rabs_left by lra. ring.
Qed.

(* The total of the bell curve: the square of E plus G has slope 0. *)

Definition bell_from_0 (x : R) : R := RInt (fun t => exp (- (t * t))) 0 x.
Definition bell_rest (x t : R) : R := exp (- (x * x * (1 + t * t))) / (1 + t * t).

Lemma is_derive_bell_from_0 : forall x : R, is_derive bell_from_0 x (exp (- (x * x))).
Proof.
  intros x. assert (C : forall t, continuous (fun t => exp (- (t * t))) t)
    by (intros t; apply derivable_continuous; auto_derive; exact Logic.I).
  apply (is_derive_RInt (fun t => exp (- (t * t))) bell_from_0 0 x); [| apply C].
  apply filter_forall. intros y. apply (RInt_correct (V := R_CompleteNormedModule)).
  apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros t _. apply C.
Qed.

Lemma square_above_0 : forall t : R, 0 < 1 + t * t.
Proof.
  intros t. nra.
Qed.

Lemma is_derive_bell_rest : forall x t : R,
  is_derive (fun y => bell_rest y t) x (-2 * x * exp (- (x * x * (1 + t * t)))).
Proof.
  intros x t. pose proof (square_above_0 t). unfold bell_rest. auto_derive; [lra | field; lra].
Qed.

Lemma continuous_bell_rest : forall x t : R, continuous (bell_rest x) t.
Proof.
  intros x t. pose proof (square_above_0 t). apply derivable_continuous. unfold bell_rest. auto_derive. lra.
Qed.

Lemma slope_of_rest : forall x : R,
  is_derive (fun y => RInt (bell_rest y) 0 1) x (-2 * exp (- (x * x)) * bell_from_0 x).
Proof.
  intros x. replace (-2 * exp (- (x * x)) * bell_from_0 x) with (RInt (fun t => Derive (fun y => bell_rest y t) x) 0 1).
  - apply is_derive_RInt_param.
    + apply filter_forall. intros y t _. eexists. apply is_derive_bell_rest.
    + intros t _. apply (continuity_2d_pt_ext (fun u v => -2 * u * exp (- (u * u * (1 + v * v))))).
      { intros u v. symmetry. apply is_derive_unique, is_derive_bell_rest. }
      apply continuity_2d_pt_mult.
      * apply continuity_2d_pt_mult; [apply continuity_2d_pt_const | apply continuity_2d_pt_id1].
      * apply (continuity_1d_2d_pt_comp exp (fun u v => - (u * u * (1 + v * v))));
          [apply derivable_continuous_pt, derivable_pt_exp |].
        apply continuity_2d_pt_opp, continuity_2d_pt_mult.
        -- apply continuity_2d_pt_mult; apply continuity_2d_pt_id1.
        -- apply continuity_2d_pt_plus; [apply continuity_2d_pt_const |].
           apply continuity_2d_pt_mult; apply continuity_2d_pt_id2.
    + apply filter_forall. intros y. apply (ex_RInt_continuous (V := R_CompleteNormedModule)).
      intros t _. apply continuous_bell_rest.
  - apply (is_RInt_unique (V := R_CompleteNormedModule)).
    apply (is_RInt_ext (V := R_NormedModule) (fun t => scal (-2 * exp (- (x * x))) (scal x (exp (- ((x * t + 0) * (x * t + 0))))))).
    { intros t _. transitivity (-2 * x * exp (- (x * x * (1 + t * t))));
        [| symmetry; apply is_derive_unique, is_derive_bell_rest].
      replace (- (x * x * (1 + t * t))) with (- (x * x) + - ((x * t + 0) * (x * t + 0))) by ring. rewrite exp_plus.
      unfold scal; simpl; unfold mult; simpl. ring. }
    apply (is_RInt_scal (V := R_NormedModule)). apply (is_RInt_comp_lin (fun s => exp (- (s * s)))).
    replace (x * 0 + 0) with 0 by ring. replace (x * 1 + 0) with x by ring.
    apply (RInt_correct (V := R_CompleteNormedModule)), (ex_RInt_continuous (V := R_CompleteNormedModule)).
    intros t _. apply derivable_continuous. auto_derive. exact Logic.I.
Qed.

Lemma rest_at_0 : RInt (bell_rest 0) 0 1 = PI / 4.
Proof.
  rewrite <- atan_1. replace (atan 1) with (minus (atan 1) (atan 0)) by (rewrite atan_0; apply Rminus_0_r).
  apply (is_RInt_unique (V := R_CompleteNormedModule)).
  apply (is_RInt_ext (V := R_NormedModule) (fun t => / (1 + t ^ 2))).
  { intros t _. pose proof (square_above_0 t). unfold bell_rest. replace (- (0 * 0 * (1 + t * t))) with 0 by ring.
    rewrite exp_0. change (/ (1 + t ^ 2) = 1 / (1 + t * t)). field. nra. }
  apply (is_RInt_derive atan).
  - intros t _. replace (t ^ 2) with (t²) by (unfold Rsqr; ring). apply is_derive_atan.
  - intros t _. pose proof (square_above_0 t). apply derivable_continuous. auto_derive. nra.
Qed.

Lemma square_and_rest : forall x : R, 0 < x -> bell_from_0 x ^ 2 + RInt (bell_rest x) 0 1 = PI / 4.
Proof.
  intros x X. rewrite <- rest_at_0.
  replace (RInt (bell_rest 0) 0 1) with (bell_from_0 0 ^ 2 + RInt (bell_rest 0) 0 1)
    by (unfold bell_from_0 at 1; rewrite (RInt_point (V := R_CompleteNormedModule)); change zero with 0; ring).
  symmetry. apply (eq_is_derive (fun y => bell_from_0 y ^ 2 + RInt (bell_rest y) 0 1)); [| exact X]. intros y _.
  replace (@zero R_NormedModule) with (2 * bell_from_0 y * exp (- (y * y)) + -2 * exp (- (y * y)) * bell_from_0 y)
    by (change (2 * bell_from_0 y * exp (- (y * y)) + -2 * exp (- (y * y)) * bell_from_0 y = 0); ring).
  apply (is_derive_plus (fun y => bell_from_0 y ^ 2) (fun y => RInt (bell_rest y) 0 1)); [| apply slope_of_rest].
  replace (2 * bell_from_0 y * exp (- (y * y))) with (INR 2 * exp (- (y * y)) * bell_from_0 y ^ pred 2) by (simpl; ring).
  exact (is_derive_pow bell_from_0 2 y _ (is_derive_bell_from_0 y)).
Qed.

Lemma rest_bounds : forall x : R, 0 < x -> 0 <= RInt (bell_rest x) 0 1 <= exp (- (x * x)).
Proof.
  intros x X. assert (E : ex_RInt (bell_rest x) 0 1)
    by (apply (ex_RInt_continuous (V := R_CompleteNormedModule)); intros t _; apply continuous_bell_rest).
  assert (B : forall t, 0 <= bell_rest x t <= exp (- (x * x))).
  { intros t. pose proof (square_above_0 t) as S. unfold bell_rest. split.
    - apply Rlt_le, Rdiv_lt_0_compat; [apply exp_pos | exact S].
    - apply (Rmult_le_reg_r (1 + t * t)); [exact S |].
      replace (exp (- (x * x * (1 + t * t))) / (1 + t * t) * (1 + t * t)) with (exp (- (x * x * (1 + t * t)))) by (field; lra).
      apply (Rle_trans _ (exp (- (x * x)) * 1)); [| apply Rmult_le_compat_l; [apply Rlt_le, exp_pos | nra]].
      rewrite Rmult_1_r. apply exp_monotone. assert (0 <= x * x * (t * t)) by nra. lra. }
  split.
  - apply RInt_ge_0; [lra | exact E |]. intros t _. apply B.
  - replace (exp (- (x * x))) with (RInt (fun _ => exp (- (x * x))) 0 1).
    2: { rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. ring. }
    apply RInt_le; [lra | exact E | apply ex_RInt_const |]. intros t _. apply B.
Qed.

Lemma bell_from_0_limit : filterlim bell_from_0 (Rbar_locally p_infty) (locally (sqrt PI / 2)).
Proof.
  replace (sqrt PI / 2) with (sqrt (PI / 4 - 0)).
  2: { rewrite Rminus_0_r, sqrt_div_alt by lra. replace 4 with (2 * 2) by ring. rewrite sqrt_square by lra. reflexivity. }
  apply (filterlim_ext_loc (fun x => sqrt (PI / 4 - RInt (bell_rest x) 0 1))).
  { exists 0. intros x X. rewrite <- (square_and_rest x X).
    replace (bell_from_0 x ^ 2 + RInt (bell_rest x) 0 1 - RInt (bell_rest x) 0 1) with (bell_from_0 x ^ 2) by ring.
    apply sqrt_pow2. apply RInt_ge_0; [lra | | intros; apply Rlt_le, exp_pos].
    apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros t _. apply derivable_continuous.
    auto_derive. exact Logic.I. }
  apply (filterlim_comp _ _ _ (fun x => PI / 4 - RInt (bell_rest x) 0 1) sqrt _ (locally (PI / 4 - 0)));
    [| apply continuous_sqrt].
  replace (PI / 4 - 0) with (PI / 4 + -1 * 0) by ring.
  apply (filterlim_ext (fun x => PI / 4 + -1 * RInt (bell_rest x) 0 1)); [intros; ring |].
  apply added_limit; [typeclasses eauto | apply filterlim_const |]. apply scaled_limit; [typeclasses eauto |].
  apply (squeezed _ _ (fun x => x ^ 0 * exp (- (1 * x)))); [typeclasses eauto | | apply natural_power_and_exponential; lra].
  exists 1. intros x X. destruct (rest_bounds x ltac:(lra)) as [L U]. simpl. rewrite !Rmult_1_l.
  pose proof (exp_pos (- x)). rewrite !Rabs_right by lra. apply (Rle_trans _ _ _ U), exp_monotone. nra.
Qed.

Lemma bell_even_half : forall (v x y z : R), 0 < v ->
  is_RInt_gen (fun w => (x + y * w ^ 2 + z * w ^ 4) * bell v w) (low_end (Above 0)) (high_end (Above 0))
    ((x + v * y + 3 * v ^ 2 * z) * (sqrt (2 * v) * (sqrt PI / 2))).
Proof.
  intros v x y z V. pose proof (sqrt_lt_R0 (2 * v) ltac:(lra)) as S. pose proof (sqrt_sqrt (2 * v) ltac:(lra)) as Q.
  set (r := sqrt (2 * v)) in *. set (t := x + v * y + 3 * v ^ 2 * z).
  set (F := fun w => t * (r * bell_from_0 (/ r * w)) +
    (- (v * y + 3 * v ^ 2 * z) * (w ^ 1 * bell v w) + - (v * z) * (w ^ 3 * bell v w))).
  replace (t * (r * (sqrt PI / 2)))
    with (t * (r * (sqrt PI / 2)) + (- (v * y + 3 * v ^ 2 * z) * 0 + - (v * z) * 0) - F 0).
  2: { unfold F, bell_from_0. replace (/ r * 0) with 0 by ring. rewrite (RInt_point (V := R_CompleteNormedModule)). change zero with 0. ring. }
  assert (D : forall w, is_derive F w ((x + y * w ^ 2 + z * w ^ 4) * bell v w)).
  { intros w.
    replace ((x + y * w ^ 2 + z * w ^ 4) * bell v w) with (t * bell v w +
      (- (v * y + 3 * v ^ 2 * z) * (bell v w - w ^ 2 / v * bell v w) +
       - (v * z) * (3 * w ^ 2 * bell v w - w ^ 4 / v * bell v w))) by (unfold t; field; lra).
    apply (is_derive_plus (fun w => t * (r * bell_from_0 (/ r * w)))).
    - apply (is_derive_scal (fun w => r * bell_from_0 (/ r * w))).
      replace (bell v w) with (r * (/ r * exp (- (/ r * w * (/ r * w))))).
      2: { unfold bell. replace (1 / 2 * w ^ 2 / v) with (/ r * w * (/ r * w)); [field; lra |].
        replace (/ r * w * (/ r * w)) with (w ^ 2 / (r * r)) by (field; lra). rewrite Q. field. lra. }
      apply (is_derive_scal (fun w => bell_from_0 (/ r * w))).
      apply (is_derive_comp bell_from_0 (fun w => / r * w)); [apply is_derive_bell_from_0 |].
      auto_derive; [exact Logic.I | ring].
    - unfold bell. auto_derive; [exact Logic.I |].
      replace (1 / 2 * (w * (w * 1)) * / v) with (1 / 2 * w ^ 2 / v) by (field; lra). field. lra. }
  apply (from_0 F).
  - apply derivable_continuous. eexists. apply D.
  - intros w _. apply derivable_continuous. unfold bell. auto_derive. exact Logic.I.
  - intros w _. apply D.
  - repeat apply added_limit; try typeclasses eauto; (apply scaled_limit; [typeclasses eauto |]); try apply (bell_limit v _ V).
    apply scaled_limit; [typeclasses eauto |].
    apply (filterlim_comp _ _ _ (fun w => / r * w) bell_from_0 _ (Rbar_locally p_infty)); [| exact bell_from_0_limit].
    intros P [M H]. exists (r * M). intros w W. apply H. apply (Rmult_lt_reg_l r); [exact S |].
    replace (r * (/ r * w)) with w by (field; lra). exact W.
Qed.

Lemma bell_even : forall (f : R -> R) (m v x y z : R),
  Continuous Reals f -> 0 < v ->
  (forall u, f u = (x + y * (u - m) ^ 2 + z * (u - m) ^ 4) * exp (- (1 / 2 * (u - m) ^ 2 / v))) ->
  ImproperIntegral Reals f = (x + v * y + 3 * v ^ 2 * z) * (Rpower PI (1 / 2) * Rpower 2 (1 / 2) * Rpower v (1 / 2)).
Proof.
  intros f m v x y z F V E. apply improper_unique. replace (1 / 2) with (/ 2) by field.
  pose proof PI_RGT_0. rewrite !Rpower_sqrt by lra.
  replace ((x + v * y + 3 * v ^ 2 * z) * (sqrt PI * sqrt 2 * sqrt v))
    with ((1 + 1) * ((x + v * y + 3 * v ^ 2 * z) * (sqrt (2 * v) * (sqrt PI / 2)))) by (rewrite sqrt_mult by lra; field).
  apply (on_both_sides _ _ m 1 _ F) with (3 := bell_even_half v x y z V); intros w _; rewrite E; unfold bell.
  - replace (m + w - m) with w by ring. reflexivity.
  - replace (m - w - m) with (- w) by ring. replace ((- w) ^ 2) with (w ^ 2) by ring. ring.
Qed.

Lemma gaussian_total : forall (m v : R),
  Integrable Reals (fun u => exp (- (1 / 2 * (u - m) ^ 2 / v))) ->
  0 < v ->
  ImproperIntegral Reals (fun u => exp (- (1 / 2 * (u - m) ^ 2 / v)))
  = Rpower PI (1 / 2) * Rpower 2 (1 / 2) * Rpower v (1 / 2).
Proof.
  intros m v [F _] V. rewrite (bell_even _ m v 1 0 0 F V); [ring |]. intros u. ring.
Qed.

Lemma gaussian_by_coefficients : forall (b a : R),
  Integrable Reals (fun u => exp (b * u - a * u ^ 2)) ->
  0 < a ->
  ImproperIntegral Reals (fun u => exp (b * u - a * u ^ 2))
  = Rpower PI (1 / 2) * Rpower (/ a) (1 / 2) * exp (1 / 4 * b ^ 2 / a).
Proof.
  intros b a [F _] A. assert (V : 0 < / (2 * a)) by (apply Rinv_0_lt_compat; lra).
  rewrite (bell_even _ (b / (2 * a)) (/ (2 * a)) (exp (1 / 4 * b ^ 2 / a)) 0 0 F V).
  - replace (/ a) with (2 * / (2 * a)) by (field; lra). rewrite <- Rpower_mult_distr by lra. ring.
  - intros u. rewrite !Rmult_0_l, !Rplus_0_r, <- exp_plus. f_equal. field. lra.
Qed.

Lemma logistic_over_half_line : forall (b d : R),
  Integrable (Above 0) (fun u => exp (b * u + d) / (1 + exp (b * u + d)) ^ 2) ->
  0 < b ->
  ImproperIntegral (Above 0) (fun u => exp (b * u + d) / (1 + exp (b * u + d)) ^ 2)
  = 1 / b / (1 + exp d).
Proof.
  intros b d [K _] B. apply improper_unique. set (F := fun u => - / b * / (1 + exp (b * u + d))).
  assert (P : forall x, 0 < exp x) by apply exp_pos.
  replace (1 / b / (1 + exp d)) with (- / b * 0 - F 0).
  2: { unfold F. replace (b * 0 + d) with d by ring. pose proof (P d). field. lra. }
  assert (D : forall x, is_derive F x (exp (b * x + d) / (1 + exp (b * x + d)) ^ 2)).
  { intros x. unfold F. pose proof (P (b * x + d)). auto_derive; [lra | field; lra]. }
  apply (from_0 F); [| exact K | intros x _; apply D |].
  - apply derivable_continuous. eexists. apply D.
  - apply scaled_limit; [typeclasses eauto |].
    apply (squeezed _ _ (fun x => exp (- d) * (x ^ 0 * exp (- (b * x))))); [typeclasses eauto | |].
    + exists 0. intros x _. simpl. rewrite Rmult_1_l, <- exp_plus. replace (- d + - (b * x)) with (- (b * x + d)) by ring.
      rewrite exp_Ropp. pose proof (P (b * x + d)). pose proof (Rinv_0_lt_compat _ H).
      pose proof (Rinv_0_lt_compat (1 + exp (b * x + d)) ltac:(lra)). rewrite !Rabs_right by lra.
      apply Rinv_le_contravar; lra.
    + replace 0 with (exp (- d) * 0) by ring. apply scaled_limit; [typeclasses eauto |].
      exact (natural_power_and_exponential b 0 B).
Qed.

Lemma falling_parabola : forall b a : R,
  0 < a -> filterlim (fun u => exp (b * u - a * u ^ 2)) (Rbar_locally p_infty) (locally 0).
Proof.
  intros b a A. apply (squeezed _ _ (fun x => x ^ 0 * exp (- (1 * x)))); [typeclasses eauto | | apply natural_power_and_exponential; lra].
  exists ((Rabs b + 1) / a). intros x X. pose proof (Rle_abs b) as L. pose proof (Rabs_pos b).
  assert (T : Rabs b + 1 < a * x).
  { apply (Rmult_lt_compat_l a _ _ A) in X. replace (a * ((Rabs b + 1) / a)) with (Rabs b + 1) in X by (field; lra). exact X. }
  cbv beta. replace (x ^ 0 * exp (- (1 * x))) with (exp (- x)) by (rewrite Rmult_1_l; simpl; rewrite Rmult_1_l; reflexivity).
  rewrite !Rabs_right by (apply Rle_ge, Rlt_le, exp_pos). apply exp_monotone.
  assert (Z : 0 < x) by nra. pose proof (Rmult_lt_compat_l x _ _ Z T). pose proof (Rmult_le_compat_l x _ _ (Rlt_le _ _ Z) L).
  replace (b * x - a * x ^ 2) with (x * b - x * (a * x)) by ring. lra.
Qed.

Lemma gaussian_lowered : forall (b a : R),
  Integrable (Above 0) (fun u => u * exp (b * u - a * u ^ 2)) ->
  Integrable (Above 0) (fun u => exp (b * u - a * u ^ 2)) ->
  0 < a ->
  ImproperIntegral (Above 0) (fun u => u * exp (b * u - a * u ^ 2))
  = 1 / 2 / a + 1 / 2 * b * ImproperIntegral (Above 0) (fun u => exp (b * u - a * u ^ 2)) / a.
Proof.
  intros b a F G A. pose proof (convex_Above 0) as V. set (w := fun u => exp (b * u - a * u ^ 2)) in *.
  pose proof (integrable_converges (Above 0) w V G) as I. pose proof (is_RInt_gen_scal w (1 / 2 * b / a) _ I) as J.
  assert (K : is_RInt_gen (fun u => (u - 1 / 2 * b / a) * w u) (low_end (Above 0)) (high_end (Above 0))
    (- (1 / 2 / a) * 0 - - (1 / 2 / a) * w 0)).
  { apply (from_0 (fun u => - (1 / 2 / a) * w u)).
    - apply derivable_continuous. unfold w. auto_derive. exact Logic.I.
    - intros x _. apply derivable_continuous. unfold w. auto_derive. exact Logic.I.
    - intros x _. unfold w. auto_derive; [exact Logic.I |]. simpl. unfold Rminus. field. lra.
    - apply scaled_limit; [typeclasses eauto | exact (falling_parabola b a A)]. }
  apply improper_unique. pose proof (is_RInt_gen_plus _ _ _ _ K J) as S.
  apply (improper_ext (Above 0) _ (fun u => u * w u) _ V) in S.
  - assert (W : w 0 = 1) by (unfold w; replace (b * 0 - a * 0 ^ 2) with 0 by ring; apply exp_0). rewrite W in S.
    enough (T : plus (- (1 / 2 / a) * 0 - - (1 / 2 / a) * 1) (scal (1 / 2 * b / a) (ImproperIntegral (Above 0) w))
      = 1 / 2 / a + 1 / 2 * b * ImproperIntegral (Above 0) w / a) by (rewrite <- T; exact S).
    unfold plus, scal; simpl; unfold mult; simpl. field. lra.
  - intros u _. unfold plus, scal; simpl; unfold mult; simpl. field. lra.
Qed.

Lemma whole_and_half : forall v h : R, 0 < v -> forall k : nat, h = INR k + 1 / 2 -> Rpower v h = v ^ k * Rpower v (1 / 2).
Proof.
  intros v h V k ->. rewrite Rpower_plus, Rpower_pow by exact V. reflexivity.
Qed.

Lemma gaussian_second : forall (m v : R),
  Integrable Reals (fun u => (u - m) ^ 2 * exp (- (1 / 2 * (u - m) ^ 2 / v))) ->
  0 < v ->
  ImproperIntegral Reals (fun u => (u - m) ^ 2 * exp (- (1 / 2 * (u - m) ^ 2 / v)))
  = Rpower PI (1 / 2) * Rpower 2 (1 / 2) * Rpower v (3 / 2).
Proof.
  intros m v [F _] V. rewrite (bell_even _ m v 0 1 0 F V) by (intros; ring).
  rewrite (whole_and_half v (3 / 2) V 1) by (simpl; field). ring.
Qed.

Lemma gaussian_fourth : forall (m v : R),
  Integrable Reals (fun u => (u - m) ^ 4 * exp (- (1 / 2 * (u - m) ^ 2 / v))) ->
  0 < v ->
  ImproperIntegral Reals (fun u => (u - m) ^ 4 * exp (- (1 / 2 * (u - m) ^ 2 / v)))
  = 3 * Rpower PI (1 / 2) * Rpower 2 (1 / 2) * Rpower v (5 / 2).
Proof.
  intros m v [F _] V. rewrite (bell_even _ m v 0 0 1 F V) by (intros; ring).
  rewrite (whole_and_half v (5 / 2) V 2) by (simpl; field). ring.
Qed.

(* Instances of theorems about functions that are smooth, or have an integral *)

Ltac continuous_by_numbers :=
  cbv beta;
  lazymatch goal with
  | |- Continuous ?A (fun x => @?f x * @?g x) => apply (Continuous_mult A f g); continuous_by_numbers
  | |- Continuous ?A (fun x => Rpower (@?f x) (@?g x)) =>
      apply (Continuous_Rpower A f g); [continuous_by_numbers | continuous_by_numbers | intros; cbv beta; lra]
  | |- _ => continuous_there
  end.

Ltac concretely_there :=
  lazymatch goal with
  | |- Smooth _ _ => cbv beta; smooth
  | |- Integrable (Interval _ _) _ =>
    apply integrable_without_ends; [by_numbers | continuous_by_numbers]
  | |- forall t : R, t \in _ -> _ => intros; cbv beta; by_numbers
  | |- _ => concretely
  end.

Ltac concretely_apart := repeat match goal with |- _ /\ _ => apply conj end; concretely_there.
