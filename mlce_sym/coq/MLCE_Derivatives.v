(* Derivatives at a point, functions that have them, and integrals: what certificates with derivatives or integrals need
   beside MLCE.v, and one lemma for each rule of calculus, in the words of its declaration. Derivative and integral are
   those of Coquelicot. *)

Set Warnings "-ambiguous-paths". (* between Coquelicot's extended reals and the reals *)
Require Import Coquelicot.Coquelicot Classical.
Require Export MLCE. (* after it: MLCE.v means its own sets by Finite and the rest *)

(* The derivative at a of f on the open set A. Near a, A is all that counts. *)
Definition Derivative (A : R -> Prop) (a : R) (f : R -> R) : R := Derive f a.

(* The first n derivatives exist at every point of A. *)
Fixpoint Derivable (n : nat) (A : R -> Prop) (f : R -> R) : Prop :=
  match n with O => True | S k => (forall x : R, x \in A -> ex_derive f x) /\ Derivable k A (Derive f) end.

(* A is open, and f has derivatives of every order at every point of A. *)
Definition Smooth (A : R -> Prop) (f : R -> R) : Prop := open A /\ forall n : nat, Derivable n A f.

(* The Riemann integral of f from a to b. *)
Definition Integral (a b : R) (f : R -> R) : R := RInt f a b.

(* f is continuous at every point of A, as a function on the whole line. So a function that is continuous on Between a b
   has an integral there. *)
Definition Continuous (A : R -> Prop) (f : R -> R) : Prop := forall x : R, x \in A -> continuous f x.

(* Open sets *)

Lemma open_Reals : open Reals.
Proof.
  exact open_true.
Qed.

Lemma open_Above : forall a : R, open (Above a).
Proof.
  exact open_gt.
Qed.

Lemma open_Interval : forall a b : R, open (Interval a b).
Proof.
  intros a b. exact (open_and _ _ (open_gt a) (open_lt b)).
Qed.

Lemma open_nonzero : open (fun x : R => x <> 0).
Proof.
  exact (open_neq 0).
Qed.

(* What holds on an open set holds near each of its points *)

Lemma near_point : forall (A P : R -> Prop) (a : R),
  open A -> a \in A -> (forall t, t \in A -> P t) -> locally a P.
Proof.
  intros A P a O Ha H. exact (filter_imp _ _ H (O a Ha)).
Qed.

Lemma Derivative_ext : forall (A : R -> Prop) (a : R) (f g : R -> R),
  open A -> a \in A -> (forall t, t \in A -> f t = g t) -> Derivative A a f = Derivative A a g.
Proof.
  intros A a f g O Ha H. exact (Derive_ext_loc f g a (near_point A _ a O Ha H)).
Qed.

(* The first n derivatives, for each way in which a function is built *)

Lemma derivable_ext : forall (A : R -> Prop) (n : nat) (f g : R -> R),
  open A -> (forall x, x \in A -> f x = g x) -> Derivable n A f -> Derivable n A g.
Proof.
  intros A n. induction n as [| n IH]; intros f g O E H; [exact I |]. destruct H as [D H]. split.
  - intros x Hx. exact (ex_derive_ext_loc f g x (near_point A _ x O Hx E) (D x Hx)).
  - apply (IH (Derive f)); [exact O | | exact H]. intros x Hx. exact (Derivative_ext A x f g O Hx E).
Qed.

Lemma derivable_less : forall (A : R -> Prop) (n : nat) (f : R -> R), Derivable (S n) A f -> Derivable n A f.
Proof.
  intros A n. induction n as [| n IH]; intros f [D H]; [exact I |]. exact (conj D (IH (Derive f) H)).
Qed.

Lemma derivable_constant : forall (A : R -> Prop) (n : nat) (c : R), open A -> Derivable n A (fun _ => c).
Proof.
  intros A n. induction n as [| n IH]; intros c O; [exact I | split].
  - intros x _. apply ex_derive_const.
  - apply (derivable_ext A n (fun _ => 0)); [exact O | | exact (IH 0 O)].
    intros x _. symmetry. apply Derive_const.
Qed.

Lemma derivable_variable : forall (A : R -> Prop) (n : nat), open A -> Derivable n A (fun x => x).
Proof.
  intros A [| n] O; [exact I | split].
  - intros x _. apply ex_derive_id.
  - apply (derivable_ext A n (fun _ => 1)); [exact O | | exact (derivable_constant A n 1 O)].
    intros x _. symmetry. apply Derive_id.
Qed.

Lemma derivable_plus : forall (A : R -> Prop) (n : nat) (f g : R -> R),
  open A -> Derivable n A f -> Derivable n A g -> Derivable n A (fun x => f x + g x).
Proof.
  intros A n. induction n as [| n IH]; intros f g O F G; [exact I |]. destruct F as [F F'], G as [G G']. split.
  - intros x Hx. exact (ex_derive_plus f g x (F x Hx) (G x Hx)).
  - apply (derivable_ext A n (fun x => Derive f x + Derive g x)); [exact O | | exact (IH _ _ O F' G')].
    intros x Hx. symmetry. exact (Derive_plus f g x (F x Hx) (G x Hx)).
Qed.

Lemma derivable_mult : forall (A : R -> Prop) (n : nat) (f g : R -> R),
  open A -> Derivable n A f -> Derivable n A g -> Derivable n A (fun x => f x * g x).
Proof.
  intros A n. induction n as [| n IH]; intros f g O F G; [exact I |].
  pose proof (derivable_less A n f F) as F0. pose proof (derivable_less A n g G) as G0.
  destruct F as [F F'], G as [G G']. split.
  - intros x Hx. exact (ex_derive_mult f g x (F x Hx) (G x Hx)).
  - apply (derivable_ext A n (fun x => Derive f x * g x + f x * Derive g x)); [exact O | |].
    + intros x Hx. symmetry. exact (Derive_mult f g x (F x Hx) (G x Hx)).
    + exact (derivable_plus A n _ _ O (IH _ _ O F' G0) (IH _ _ O F0 G')).
Qed.

Lemma derivable_comp : forall (A B : R -> Prop) (n : nat) (g f : R -> R),
  open A -> (forall x, x \in A -> f x \in B) -> Derivable n B g -> Derivable n A f -> Derivable n A (fun x => g (f x)).
Proof.
  intros A B n. induction n as [| n IH]; intros g f O M G F; [exact I |].
  pose proof (derivable_less A n f F) as F0. destruct F as [F F'], G as [G G']. split.
  - intros x Hx. exact (ex_derive_comp g f x (G (f x) (M x Hx)) (F x Hx)).
  - apply (derivable_ext A n (fun x => Derive f x * Derive g (f x))); [exact O | |].
    + intros x Hx. symmetry. exact (Derive_comp g f x (G (f x) (M x Hx)) (F x Hx)).
    + exact (derivable_mult A n _ _ O F' (IH _ _ O M G' F0)).
Qed.

Lemma derivable_exp : forall n : nat, Derivable n Reals exp.
Proof.
  induction n as [| n IH]; [exact I | split].
  - intros x _. exists (exp x). apply is_derive_Reals, derivable_pt_lim_exp.
  - apply (derivable_ext Reals n exp); [exact open_Reals | | exact IH].
    intros x _. symmetry. apply is_derive_unique, is_derive_Reals, derivable_pt_lim_exp.
Qed.

Lemma derivable_circular : forall n : nat, Derivable n Reals sin /\ Derivable n Reals cos.
Proof.
  induction n as [| n [S C]]; [exact (conj I I) |]. split; split.
  - intros x _. exists (cos x). apply is_derive_sin.
  - apply (derivable_ext Reals n cos); [exact open_Reals | | exact C].
    intros x _. symmetry. apply is_derive_unique, is_derive_sin.
  - intros x _. exists (- sin x). apply is_derive_cos.
  - apply (derivable_ext Reals n (fun x => -1 * sin x)); [exact open_Reals | |].
    + intros x _. rewrite (is_derive_unique _ _ _ (is_derive_cos x)). ring.
    + apply derivable_mult; [exact open_Reals | apply derivable_constant, open_Reals | exact S].
Qed.

Lemma is_derive_inverse : forall x : R, x <> 0 -> is_derive Rinv x (-1 * (/ x * / x)).
Proof.
  intros x H. replace (-1 * (/ x * / x)) with (- (1) / x ^ 2) by (field; exact H).
  apply (is_derive_inv (fun t => t) x 1); [apply (is_derive_id (K := R_AbsRing)) | exact H].
Qed.

Lemma derivable_inverse : forall n : nat, Derivable n (fun x => x <> 0) Rinv.
Proof.
  induction n as [| n IH]; [exact I | split].
  - intros x H. exists (-1 * (/ x * / x)). apply is_derive_inverse, H.
  - apply (derivable_ext _ n (fun x => -1 * (/ x * / x))); [exact open_nonzero | |].
    + intros x H. symmetry. apply is_derive_unique, is_derive_inverse, H.
    + apply derivable_mult; [exact open_nonzero | apply derivable_constant, open_nonzero |].
      exact (derivable_mult _ n _ _ open_nonzero IH IH).
Qed.

Lemma is_derive_log : forall x : R, 0 < x -> is_derive ln x (/ x).
Proof.
  intros x H. apply is_derive_Reals, derivable_pt_lim_ln, H.
Qed.

Lemma derivable_log : forall n : nat, Derivable n (Above 0) ln.
Proof.
  intros [| n]; [exact I | split].
  - intros x H. exists (/ x). apply is_derive_log, H.
  - apply (derivable_ext _ n (fun x => / x)); [apply open_Above | |].
    + intros x H. symmetry. apply is_derive_unique, is_derive_log, H.
    + apply (derivable_comp (Above 0) (fun x => x <> 0) n Rinv (fun x => x)).
      * apply open_Above.
      * intros x H. apply Rgt_not_eq, H.
      * apply derivable_inverse.
      * apply derivable_variable, open_Above.
Qed.

(* Smooth functions, for each way in which one is built *)


(* What is needed is needed at points of A alone. *)
Lemma Smooth_where_inhabited : forall (A : R -> Prop) (f : R -> R),
  open A -> (forall x, x \in A -> Smooth A f) -> Smooth A f.
Proof.
  intros A f O H. destruct (classic (exists x, x \in A)) as [[x X] | N]; [exact (H x X) |]. split; [exact O |].
  intros n. revert f H. induction n as [| n IH]; intros f H; [exact Logic.I | split].
  - intros x X. destruct N. exists x. exact X.
  - apply IH. intros x X. destruct N. exists x. exact X.
Qed.

Lemma Smooth_ext : forall (A : R -> Prop) (f g : R -> R),
  (forall x, x \in A -> f x = g x) -> Smooth A f -> Smooth A g.
Proof.
  intros A f g E [O H]. split; [exact O |]. intros n. exact (derivable_ext A n f g O E (H n)).
Qed.

Lemma Smooth_constant : forall (A : R -> Prop) (c : R), open A -> Smooth A (fun _ => c).
Proof.
  intros A c O. split; [exact O |]. intros n. exact (derivable_constant A n c O).
Qed.

Lemma Smooth_variable : forall A : R -> Prop, open A -> Smooth A (fun x => x).
Proof.
  intros A O. split; [exact O |]. intros n. exact (derivable_variable A n O).
Qed.

Lemma Smooth_plus : forall (A : R -> Prop) (f g : R -> R),
  Smooth A f -> Smooth A g -> Smooth A (fun x => f x + g x).
Proof.
  intros A f g [O F] [_ G]. split; [exact O |]. intros n. exact (derivable_plus A n f g O (F n) (G n)).
Qed.

Lemma Smooth_mult : forall (A : R -> Prop) (f g : R -> R),
  Smooth A f -> Smooth A g -> Smooth A (fun x => f x * g x).
Proof.
  intros A f g [O F] [_ G]. split; [exact O |]. intros n. exact (derivable_mult A n f g O (F n) (G n)).
Qed.

Lemma Smooth_opp : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => - f x).
Proof.
  intros A f F. apply (Smooth_ext A (fun x => -1 * f x)); [intros; ring |].
  exact (Smooth_mult A (fun _ => -1) f (Smooth_constant A (-1) (proj1 F)) F).
Qed.

Lemma Smooth_minus : forall (A : R -> Prop) (f g : R -> R),
  Smooth A f -> Smooth A g -> Smooth A (fun x => f x - g x).
Proof.
  intros A f g F G. exact (Smooth_plus A f (fun x => - g x) F (Smooth_opp A g G)).
Qed.

Lemma Smooth_comp : forall (A B : R -> Prop) (g f : R -> R),
  Smooth B g -> Smooth A f -> (forall x, x \in A -> f x \in B) -> Smooth A (fun x => g (f x)).
Proof.
  intros A B g f [_ G] [O F] M. split; [exact O |]. intros n. exact (derivable_comp A B n g f O M (G n) (F n)).
Qed.

Lemma Smooth_exp : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => exp (f x)).
Proof.
  intros A f F. apply (Smooth_comp A Reals exp f); [| exact F | exact (fun _ _ => I)].
  exact (conj open_Reals derivable_exp).
Qed.

Lemma Smooth_ln : forall (A : R -> Prop) (f : R -> R),
  Smooth A f -> (forall x, x \in A -> 0 < f x) -> Smooth A (fun x => ln (f x)).
Proof.
  intros A f F. apply (Smooth_comp A (Above 0) ln f); [| exact F].
  exact (conj (open_Above 0) derivable_log).
Qed.

Lemma Smooth_inv : forall (A : R -> Prop) (f : R -> R),
  Smooth A f -> (forall x, x \in A -> f x <> 0) -> Smooth A (fun x => / f x).
Proof.
  intros A f F. apply (Smooth_comp A (fun x => x <> 0) Rinv f); [| exact F].
  exact (conj open_nonzero derivable_inverse).
Qed.

Lemma Smooth_div : forall (A : R -> Prop) (f g : R -> R),
  Smooth A f -> Smooth A g -> (forall x, x \in A -> g x <> 0) -> Smooth A (fun x => f x / g x).
Proof.
  intros A f g F G H. exact (Smooth_mult A f (fun x => / g x) F (Smooth_inv A g G H)).
Qed.

Lemma Smooth_pow : forall (A : R -> Prop) (f : R -> R) (k : nat), Smooth A f -> Smooth A (fun x => f x ^ k).
Proof.
  intros A f k F. induction k as [| k IH]; [exact (Smooth_constant A 1 (proj1 F)) |].
  exact (Smooth_mult A f (fun x => f x ^ k) F IH).
Qed.

Lemma Smooth_Rpower : forall (A : R -> Prop) (f g : R -> R),
  Smooth A f -> Smooth A g -> (forall x, x \in A -> 0 < f x) -> Smooth A (fun x => Rpower (f x) (g x)).
Proof.
  intros A f g F G H. exact (Smooth_exp A _ (Smooth_mult A g _ G (Smooth_ln A f F H))).
Qed.

Lemma Smooth_sin : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => sin (f x)).
Proof.
  intros A f F. apply (Smooth_comp A Reals sin f); [| exact F | exact (fun _ _ => I)].
  exact (conj open_Reals (fun n => proj1 (derivable_circular n))).
Qed.

Lemma Smooth_cos : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => cos (f x)).
Proof.
  intros A f F. apply (Smooth_comp A Reals cos f); [| exact F | exact (fun _ _ => I)].
  exact (conj open_Reals (fun n => proj2 (derivable_circular n))).
Qed.

Lemma Smooth_sinh : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => sinh (f x)).
Proof.
  intros A f F. unfold sinh. apply (Smooth_div A (fun x => exp (f x) - exp (- f x)) (fun _ => 2)); [| | intros; lra].
  - exact (Smooth_minus A _ _ (Smooth_exp A f F) (Smooth_exp A _ (Smooth_opp A f F))).
  - exact (Smooth_constant A 2 (proj1 F)).
Qed.

Lemma Smooth_cosh : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => cosh (f x)).
Proof.
  intros A f F. unfold cosh. apply (Smooth_div A (fun x => exp (f x) + exp (- f x)) (fun _ => 2)); [| | intros; lra].
  - exact (Smooth_plus A _ _ (Smooth_exp A f F) (Smooth_exp A _ (Smooth_opp A f F))).
  - exact (Smooth_constant A 2 (proj1 F)).
Qed.

Lemma Smooth_tanh : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => tanh (f x)).
Proof.
  intros A f F. apply (Smooth_div A _ _ (Smooth_sinh A f F) (Smooth_cosh A f F)).
  intros x _. apply positive_nonzero, cosh_sign_1.
Qed.

Lemma is_derive_arcsinh : forall x : R, is_derive arcsinh x (Rpower (x ^ 2 + 1) (- (1 / 2))).
Proof.
  intros x. replace (Rpower (x ^ 2 + 1) (- (1 / 2))) with (/ sqrt (x ^ 2 + 1)).
  - apply is_derive_Reals, derivable_pt_lim_arcsinh.
  - pose proof (pow2_ge_0 x). replace (1 / 2) with (/ 2) by field. rewrite Rpower_Ropp, Rpower_sqrt by lra. reflexivity.
Qed.

Lemma smooth_arcsinh : Smooth Reals arcsinh.
Proof.
  assert (R : Smooth Reals (fun x => Rpower (x ^ 2 + 1) (- (1 / 2)))).
  { apply (Smooth_Rpower Reals (fun x => x ^ 2 + 1) (fun _ => - (1 / 2))).
    - apply (Smooth_plus Reals (fun x => x ^ 2) (fun _ => 1)); [| apply Smooth_constant, open_Reals].
      apply (Smooth_pow Reals (fun x => x)), Smooth_variable, open_Reals.
    - apply Smooth_constant, open_Reals.
    - intros x _. pose proof (pow2_ge_0 x). lra. }
  split; [exact open_Reals |]. intros [| n]; [exact Logic.I | split].
  - intros x _. eexists. apply is_derive_arcsinh.
  - apply (derivable_ext Reals n (fun x => Rpower (x ^ 2 + 1) (- (1 / 2)))); [exact open_Reals | | exact (proj2 R n)].
    intros x _. symmetry. apply is_derive_unique, is_derive_arcsinh.
Qed.

Lemma Smooth_arcsinh : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (fun x => arcsinh (f x)).
Proof.
  intros A f F. exact (Smooth_comp A Reals arcsinh f smooth_arcsinh F (fun _ _ => Logic.I)).
Qed.

Lemma Smooth_Sum : forall (A : R -> Prop) (l m : R) (f : R -> R -> R),
  open A -> IsRange l m -> (forall i, i \in Range l m -> Smooth A (f i)) ->
  Smooth A (fun x => Sum l m (fun i => f i x)).
Proof.
  intros A l m f O H K.
  assert (Hf : forall j, (j < count l m)%nat -> Smooth A (f (l + INR j)))
    by (intros j Hj; apply K, index_in_range; assumption).
  unfold Sum. induction (count l m) as [| k IH]; simpl; [exact (Smooth_constant A 0 O) |].
  apply (Smooth_plus A (fun x => sum_of l (fun i => f i x) k)); [apply IH; intros |]; apply Hf; auto.
Qed.

Lemma Smooth_Prod : forall (A : R -> Prop) (l m : R) (f : R -> R -> R),
  open A -> IsRange l m -> (forall i, i \in Range l m -> Smooth A (f i)) ->
  Smooth A (fun x => Prod l m (fun i => f i x)).
Proof.
  intros A l m f O H K.
  assert (Hf : forall j, (j < count l m)%nat -> Smooth A (f (l + INR j)))
    by (intros j Hj; apply K, index_in_range; assumption).
  unfold Prod. induction (count l m) as [| k IH]; simpl; [exact (Smooth_constant A 1 O) |].
  apply (Smooth_mult A (fun x => product_of l (fun i => f i x) k)); [apply IH; intros |]; apply Hf; auto.
Qed.

Lemma derivative_exists : forall (A : R -> Prop) (a : R) (f : R -> R), a \in A -> Smooth A f -> ex_derive f a.
Proof.
  intros A a f Ha [_ F]. exact (proj1 (F 1%nat) a Ha).
Qed.

Lemma Smooth_Derive : forall (A : R -> Prop) (f : R -> R), Smooth A f -> Smooth A (Derive f).
Proof.
  intros A f [O F]. split; [exact O |]. intros n. exact (proj2 (F (S n))).
Qed.

(* The point moves in the set B of a derivative. *)
Lemma Smooth_Derivative : forall (A B : R -> Prop) (p f : R -> R),
  Smooth B f -> Smooth A p -> (forall x, x \in A -> p x \in B) -> Smooth A (fun x => Derivative B (p x) f).
Proof.
  intros A B p f F. exact (Smooth_comp A B (Derive f) p (Smooth_Derive B f F)).
Qed.

(* Continuous functions, for each way in which one is built *)

(* What is needed is needed at points of A alone. *)
Lemma Continuous_where_inhabited : forall (A : R -> Prop) (f : R -> R),
  (forall x, x \in A -> Continuous A f) -> Continuous A f.
Proof.
  intros A f H x Hx. exact (H x Hx x Hx).
Qed.

Lemma Continuous_constant : forall (A : R -> Prop) (c : R), Continuous A (fun _ => c).
Proof.
  intros A c x _. apply continuous_const.
Qed.

Lemma Continuous_variable : forall A : R -> Prop, Continuous A (fun x => x).
Proof.
  intros A x _. apply continuous_id.
Qed.

Lemma Continuous_plus : forall (A : R -> Prop) (f g : R -> R),
  Continuous A f -> Continuous A g -> Continuous A (fun x => f x + g x).
Proof.
  intros A f g F G x Hx. exact (continuous_plus f g x (F x Hx) (G x Hx)).
Qed.

Lemma Continuous_opp : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => - f x).
Proof.
  intros A f F x Hx. exact (continuous_opp f x (F x Hx)).
Qed.

Lemma Continuous_minus : forall (A : R -> Prop) (f g : R -> R),
  Continuous A f -> Continuous A g -> Continuous A (fun x => f x - g x).
Proof.
  intros A f g F G x Hx. exact (continuous_minus f g x (F x Hx) (G x Hx)).
Qed.

Lemma Continuous_mult : forall (A : R -> Prop) (f g : R -> R),
  Continuous A f -> Continuous A g -> Continuous A (fun x => f x * g x).
Proof.
  intros A f g F G x Hx. exact (continuous_mult f g x (F x Hx) (G x Hx)).
Qed.

Lemma Continuous_comp : forall (A : R -> Prop) (g f : R -> R),
  Continuous A f -> (forall x, x \in A -> ex_derive g (f x)) -> Continuous A (fun x => g (f x)).
Proof.
  intros A g f F G x Hx. exact (continuous_comp f g x (F x Hx) (ex_derive_continuous g (f x) (G x Hx))).
Qed.

Lemma Continuous_exp : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => exp (f x)).
Proof.
  intros A f F. apply (Continuous_comp A exp f F). intros x _. exists (exp (f x)). apply is_derive_exp.
Qed.

Lemma Continuous_ln : forall (A : R -> Prop) (f : R -> R),
  Continuous A f -> (forall x, x \in A -> 0 < f x) -> Continuous A (fun x => ln (f x)).
Proof.
  intros A f F P. apply (Continuous_comp A ln f F). intros x Hx. exists (/ f x). exact (is_derive_log _ (P x Hx)).
Qed.

Lemma Continuous_inv : forall (A : R -> Prop) (f : R -> R),
  Continuous A f -> (forall x, x \in A -> f x <> 0) -> Continuous A (fun x => / f x).
Proof.
  intros A f F N. apply (Continuous_comp A Rinv f F). intros x Hx. exact (ex_intro _ _ (is_derive_inverse _ (N x Hx))).
Qed.

Lemma Continuous_div : forall (A : R -> Prop) (f g : R -> R),
  Continuous A f -> Continuous A g -> (forall x, x \in A -> g x <> 0) -> Continuous A (fun x => f x / g x).
Proof.
  intros A f g F G N. exact (Continuous_mult A f (fun x => / g x) F (Continuous_inv A g G N)).
Qed.

Lemma Continuous_pow : forall (A : R -> Prop) (f : R -> R) (k : nat),
  Continuous A f -> Continuous A (fun x => f x ^ k).
Proof.
  intros A f k F. induction k as [| k IH]; [exact (Continuous_constant A 1) |].
  exact (Continuous_mult A f (fun x => f x ^ k) F IH).
Qed.

Lemma Continuous_Rpower : forall (A : R -> Prop) (f g : R -> R),
  Continuous A f -> Continuous A g -> (forall x, x \in A -> 0 < f x) -> Continuous A (fun x => Rpower (f x) (g x)).
Proof.
  intros A f g F G P. exact (Continuous_exp A _ (Continuous_mult A g _ G (Continuous_ln A f F P))).
Qed.

(* A function that is smooth everywhere, of a continuous one *)
Lemma Continuous_smooth : forall (A : R -> Prop) (g f : R -> R),
  Smooth Reals g -> Continuous A f -> Continuous A (fun x => g (f x)).
Proof.
  intros A g f [_ G] F. apply (Continuous_comp A g f F). intros x _. exact (proj1 (G 1%nat) (f x) I).
Qed.

Lemma Continuous_sin : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => sin (f x)).
Proof.
  intros A f. apply Continuous_smooth, Smooth_sin, Smooth_variable, open_Reals.
Qed.

Lemma Continuous_cos : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => cos (f x)).
Proof.
  intros A f. apply Continuous_smooth, Smooth_cos, Smooth_variable, open_Reals.
Qed.

Lemma Continuous_sinh : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => sinh (f x)).
Proof.
  intros A f. apply Continuous_smooth, Smooth_sinh, Smooth_variable, open_Reals.
Qed.

Lemma Continuous_cosh : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => cosh (f x)).
Proof.
  intros A f. apply Continuous_smooth, Smooth_cosh, Smooth_variable, open_Reals.
Qed.

Lemma Continuous_tanh : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => tanh (f x)).
Proof.
  intros A f. apply Continuous_smooth, Smooth_tanh, Smooth_variable, open_Reals.
Qed.

Lemma Continuous_arcsinh : forall (A : R -> Prop) (f : R -> R), Continuous A f -> Continuous A (fun x => arcsinh (f x)).
Proof.
  intros A f. exact (Continuous_smooth A arcsinh f smooth_arcsinh).
Qed.

Lemma Continuous_Sum : forall (A : R -> Prop) (l m : R) (f : R -> R -> R),
  IsRange l m -> (forall i, i \in Range l m -> Continuous A (f i)) -> Continuous A (fun x => Sum l m (fun i => f i x)).
Proof.
  intros A l m f H K.
  assert (Hf : forall j, (j < count l m)%nat -> Continuous A (f (l + INR j)))
    by (intros j Hj; apply K, index_in_range; assumption).
  unfold Sum. induction (count l m) as [| k IH]; simpl; [exact (Continuous_constant A 0) |].
  apply (Continuous_plus A (fun x => sum_of l (fun i => f i x) k)); [apply IH; intros |]; apply Hf; auto.
Qed.

Lemma Continuous_Prod : forall (A : R -> Prop) (l m : R) (f : R -> R -> R),
  IsRange l m -> (forall i, i \in Range l m -> Continuous A (f i)) -> Continuous A (fun x => Prod l m (fun i => f i x)).
Proof.
  intros A l m f H K.
  assert (Hf : forall j, (j < count l m)%nat -> Continuous A (f (l + INR j)))
    by (intros j Hj; apply K, index_in_range; assumption).
  unfold Prod. induction (count l m) as [| k IH]; simpl; [exact (Continuous_constant A 1) |].
  apply (Continuous_mult A (fun x => product_of l (fun i => f i x) k)); [apply IH; intros |]; apply Hf; auto.
Qed.

(* The point moves in the set B of a derivative. *)
Lemma Continuous_Derivative : forall (A B : R -> Prop) (p f : R -> R),
  Smooth B f -> Continuous A p -> (forall x, x \in A -> p x \in B) -> Continuous A (fun x => Derivative B (p x) f).
Proof.
  intros A B p f F P M. apply (Continuous_comp A (Derive f) p P).
  intros x Hx. exact (derivative_exists B (p x) (Derive f) (M x Hx) (Smooth_Derive B f F)).
Qed.

(* Integrals of continuous functions *)

Lemma between : forall a b x : R, a <= b -> Rmin a b <= x <= Rmax a b -> x \in Between a b.
Proof.
  intros a b x H. rewrite Rmin_left, Rmax_right by exact H. exact (fun K => K).
Qed.

Lemma integral_exists : forall (a b : R) (f : R -> R), a <= b -> Continuous (Between a b) f -> ex_RInt f a b.
Proof.
  intros a b f H C. apply (ex_RInt_continuous (V := R_CompleteNormedModule)).
  intros x Hx. exact (C x (between a b x H Hx)).
Qed.

Lemma Integral_ext : forall (a b : R) (f g : R -> R),
  a <= b -> (forall x, x \in Between a b -> f x = g x) -> Integral a b f = Integral a b g.
Proof.
  intros a b f g H E. apply (RInt_ext (V := R_CompleteNormedModule)).
  intros x Hx. apply E, (between a b x H). lra.
Qed.

Lemma Integral_positive : forall (a b : R) (f : R -> R),
  a < b -> Continuous (Between a b) f -> (forall x, x \in Between a b -> 0 < f x) -> 0 < Integral a b f.
Proof.
  intros a b f H C P. apply RInt_gt_0; [exact H | | exact C]. intros x Hx. apply P. split; lra.
Qed.

Lemma Integral_nonnegative : forall (a b : R) (f : R -> R),
  a <= b -> Continuous (Between a b) f -> (forall x, x \in Between a b -> 0 <= f x) -> 0 <= Integral a b f.
Proof.
  intros a b f H C P. apply RInt_ge_0; [exact H | exact (integral_exists a b f H C) |].
  intros x Hx. apply P. split; lra.
Qed.

(* Used in the lemmas of the rules *)

Lemma has_derivative : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A -> Smooth A f -> is_derive f a (Derivative A a f).
Proof.
  intros A a f Ha F. exact (Derive_correct f a (derivative_exists A a f Ha F)).
Qed.

Lemma chain_rule : forall (A : R -> Prop) (a : R) (g f : R -> R) (slope : R),
  a \in A -> Smooth A f -> is_derive g (f a) slope ->
  Derivative A a (fun t => g (f t)) = Derivative A a (fun t => f t) * slope.
Proof.
  intros A a g f slope Ha F G. apply is_derive_unique.
  exact (is_derive_comp g f a slope (Derivative A a f) G (has_derivative A a f Ha F)).
Qed.

Lemma is_derive_sum : forall (l a : R) (f : R -> R -> R) (k : nat),
  (forall j, (j < k)%nat -> ex_derive (f (l + INR j)) a) ->
  is_derive (fun t => sum_of l (fun i => f i t) k) a (sum_of l (fun i => Derive (f i) a) k).
Proof.
  intros l a f k. induction k as [| k IH]; intros H; simpl; [apply is_derive_Reals, derivable_pt_lim_const |].
  apply (is_derive_plus (fun t => sum_of l (fun i => f i t) k)).
  - apply IH. intros j Hj. apply H. auto.
  - apply Derive_correct, H. auto.
Qed.

Lemma is_derive_sine : forall x : R, is_derive sin x (cos x).
Proof. intros x. apply is_derive_Reals, derivable_pt_lim_sin. Qed.

Lemma is_derive_cosine : forall x : R, is_derive cos x (- sin x).
Proof. intros x. apply is_derive_Reals, derivable_pt_lim_cos. Qed.

Lemma is_derive_hyperbolic_sine : forall x : R, is_derive sinh x (cosh x).
Proof. intros x. apply is_derive_Reals, derivable_pt_lim_sinh. Qed.

Lemma is_derive_hyperbolic_cosine : forall x : R, is_derive cosh x (sinh x).
Proof. intros x. apply is_derive_Reals, derivable_pt_lim_cosh. Qed.

Lemma is_derive_hyperbolic_tangent : forall x : R, is_derive tanh x (1 - tanh x ^ 2).
Proof.
  intros x. assert (0 < cosh x) as P by (unfold cosh; pose proof (exp_pos x); pose proof (exp_pos (- x)); lra).
  replace (1 - tanh x ^ 2) with ((cosh x * cosh x - sinh x * sinh x) / cosh x ^ 2) by (unfold tanh; field; lra).
  apply (is_derive_div sinh cosh x (cosh x) (sinh x)).
  - apply is_derive_hyperbolic_sine.
  - apply is_derive_hyperbolic_cosine.
  - lra.
Qed.

(* Where a function that has a slope is least, the slope is 0. *)
Lemma slope_at_least_value : forall (f : R -> R) (a : R), ex_derive f a -> (forall x, f a <= f x) -> Derive f a = 0.
Proof.
  intros f a D L. pose proof (ex_derive_Reals_0 f a D) as pr. rewrite <- (Derive_Reals f a pr).
  apply (deriv_minimum f (a - 1) (a + 1) a pr); [lra | lra |]. intros x _ _. apply L.
Qed.

(* So two functions that touch have the same slope. *)
Lemma slope_where_touched : forall (f h : R -> R) (a : R),
  ex_derive f a -> ex_derive h a -> h a = f a -> (forall x, f x <= h x) -> Derive h a = Derive f a.
Proof.
  intros f h a F H E L. pose proof (Derive_minus h f a H F) as D.
  rewrite (slope_at_least_value (fun x => h x - f x) a) in D; [lra | |].
  - exact (ex_derive_minus h f a H F).
  - intros x. specialize (L x). lra.
Qed.

Lemma is_derive_product : forall (l a : R) (f : R -> R -> R) (k : nat),
  (forall j, (j < k)%nat -> ex_derive (f (l + INR j)) a) ->
  (forall j, (j < k)%nat -> f (l + INR j) a <> 0) ->
  is_derive (fun t => product_of l (fun i => f i t) k) a
    (product_of l (fun i => f i a) k * sum_of l (fun i => 1 / f i a * Derive (f i) a) k).
Proof.
  intros l a f k. induction k as [| k IH]; intros D N; simpl.
  - rewrite Rmult_0_r. apply is_derive_Reals, derivable_pt_lim_const.
  - pose proof (N k (Nat.lt_succ_diag_r k)) as Nk.
    set (P := product_of l (fun i => f i a) k). set (S := sum_of l (fun i => 1 / f i a * Derive (f i) a) k).
    replace (P * f (l + INR k) a * (S + 1 / f (l + INR k) a * Derive (f (l + INR k)) a))
      with (P * S * f (l + INR k) a + P * Derive (f (l + INR k)) a) by (field; exact Nk).
    apply (is_derive_mult (fun t => product_of l (fun i => f i t) k) (f (l + INR k)) a (P * S)).
    + apply IH; intros j Hj; [apply D | apply N]; auto.
    + apply Derive_correct, D. auto.
    + intros x y. apply Rmult_comm.
Qed.

(* The points between two points of A lie in A. *)
Definition Convex (A : R -> Prop) : Prop :=
  forall x y u : R, x \in A -> y \in A -> 0 < u < 1 -> x + u * (y - x) \in A.

Lemma convex_Reals : Convex Reals.
Proof.
  intros x y u _ _ _. exact I.
Qed.

Lemma convex_Above : forall b : R, Convex (Above b).
Proof.
  intros b x y u X Y U. unfold Above in *. nra.
Qed.

Lemma convex_Interval : forall b c : R, Convex (Interval b c).
Proof.
  intros b c x y u X Y U. unfold Interval in *. nra.
Qed.

Lemma mean_value_up : forall (A : R -> Prop) (f : R -> R) (x y : R),
  Convex A -> Smooth A f -> x \in A -> y \in A -> x < y ->
  exists u : R, 0 < u < 1 /\ f y - f x = Derivative A (x + u * (y - x)) f * (y - x).
Proof.
  intros A f x y C F X Y L.
  assert (I : forall t, x <= t <= y -> t \in A).
  { intros t [T T']. destruct (Req_dec x t) as [<- | N]; [exact X |]. destruct (Req_dec t y) as [-> | M]; [exact Y |].
    replace t with (x + (t - x) / (y - x) * (y - x)) by (field; lra). apply C; [exact X | exact Y | split].
    - apply Rdiv_lt_0_compat; lra.
    - apply (Rmult_lt_reg_r (y - x)); [lra |]. replace ((t - x) / (y - x) * (y - x)) with (t - x) by (field; lra). lra. }
  destruct (MVT_cor2 f (fun t => Derivative A t f) x y L) as [t [E [T T']]].
  { intros t T. apply is_derive_Reals, has_derivative; [apply I, T | exact F]. }
  exists ((t - x) / (y - x)). split; [split |].
  - apply Rdiv_lt_0_compat; lra.
  - apply (Rmult_lt_reg_r (y - x)); [lra |]. replace ((t - x) / (y - x) * (y - x)) with (t - x) by (field; lra). lra.
  - replace (x + (t - x) / (y - x) * (y - x)) with t by (field; lra). exact E.
Qed.

Lemma mean_value : forall (A : R -> Prop) (f : R -> R) (x y : R),
  Convex A -> Smooth A f -> x \in A -> y \in A -> x <> y ->
  exists u : R, 0 < u < 1 /\ f y - f x = Derivative A (x + u * (y - x)) f * (y - x).
Proof.
  intros A f x y C F X Y N. destruct (Rdichotomy x y N) as [L | L]; [exact (mean_value_up A f x y C F X Y L) |].
  destruct (mean_value_up A f y x C F Y X L) as [u [U E]]. exists (1 - u). split; [lra |].
  replace (x + (1 - u) * (y - x)) with (y + u * (x - y)) by ring. lra.
Qed.

Lemma minimiser_by_slopes : forall (A : R -> Prop) (f : R -> R) (a : R),
  Convex A -> (forall s, s \in Without A a -> Smooth A f) -> a \in A ->
  (forall s, s \in Without A a -> 0 < (s - a) * Derivative A s f) ->
  ArgMin A f == Finite [a].
Proof.
  intros A f a C F Ha H. apply (unique_minimiser A f a Ha). intros t [T N].
  destruct (mean_value A f a t C (F t (conj T N)) Ha T (not_eq_sym N)) as [u [U E]].
  assert (S : a + u * (t - a) \in Without A a).
  { split; [apply C; assumption |]. intros K. apply N.
    apply (Rmult_eq_reg_l u); [| lra]. lra. }
  specialize (H _ S). replace (a + u * (t - a) - a) with (u * (t - a)) in H by ring.
  enough (0 < (t - a) * Derivative A (a + u * (t - a)) f) by lra.
  apply (Rmult_lt_reg_l u); lra.
Qed.

(* Monotone functions: e is 1 where g rises, and -1 where it falls. *)
Lemma monotone : forall (B : R -> Prop) (g : R -> R) (e c x y : R),
  Convex B -> (forall s, s \in Without B c -> Smooth B g) ->
  (forall s, s \in Without B c -> 0 < e * Derivative B s g) ->
  x \in B -> y \in B -> x < y -> e * g x < e * g y.
Proof.
  intros B g e c x y C F D X Y L.
  assert (G : Smooth B g).
  { destruct (Req_dec x c) as [E | N]; [apply (F y) | apply (F x)]; (split; [assumption | lra]). }
  assert (S : forall v w, v \in B -> w \in B -> v < w -> (forall u, 0 < u < 1 -> v + u * (w - v) <> c) ->
    e * g v < e * g w).
  { intros v w V W K N. destruct (mean_value_up B g v w C G V W K) as [u [U E]].
    assert (M : v + u * (w - v) \in Without B c) by (split; [apply C; assumption | apply N, U]).
    specialize (D _ M). apply (Rmult_lt_compat_r (w - v)) in D; [| lra]. apply (f_equal (Rmult e)) in E. lra. }
  destruct (Rlt_dec x c) as [K | K]; [destruct (Rlt_dec c y) as [M | M] |].
  - assert (I : c \in B).
    { replace c with (x + (c - x) / (y - x) * (y - x)) by (field; lra). apply C; [exact X | exact Y | split].
      - apply Rdiv_lt_0_compat; lra.
      - apply (Rmult_lt_reg_r (y - x)); [lra |]. replace ((c - x) / (y - x) * (y - x)) with (c - x) by (field; lra). lra. }
    apply (Rlt_trans _ (e * g c)); (apply S; [assumption | assumption | assumption |]); intros u U; nra.
  - apply S; [assumption | assumption | assumption |]. intros u U. nra.
  - apply S; [assumption | assumption | assumption |]. intros u U. nra.
Qed.

Lemma rising_minimisers : forall (A B : R -> Prop) (g f : R -> R) (c : R),
  Convex B -> (forall s, s \in Without B c -> Smooth B g) ->
  (forall t, t \in A -> f t \in B) ->
  (forall s, s \in Without B c -> 0 < Derivative B s g) ->
  ArgMin A (fun t => g (f t)) == ArgMin A (fun t => f t).
Proof.
  intros A B g f c C F M D x.
  assert (D' : forall s, s \in Without B c -> 0 < 1 * Derivative B s g) by (intros s S; rewrite Rmult_1_l; apply D, S).
  split; intros [X K]; (split; [exact X |]); intros t T; specialize (K t T); simpl in *.
  - apply Rnot_lt_le. intros L. apply (monotone B g 1 c _ _ C F D' (M t T) (M x X)) in L. lra.
  - destruct K as [L | E]; [| right; congruence]. apply (monotone B g 1 c _ _ C F D' (M x X) (M t T)) in L. lra.
Qed.

Lemma falling_minimisers : forall (A B : R -> Prop) (g f : R -> R) (c : R),
  Convex B -> (forall s, s \in Without B c -> Smooth B g) ->
  (forall t, t \in A -> f t \in B) ->
  (forall s, s \in Without B c -> Derivative B s g < 0) ->
  ArgMin A (fun t => g (f t)) == ArgMax A (fun t => f t).
Proof.
  intros A B g f c C F M D x.
  assert (D' : forall s, s \in Without B c -> 0 < -1 * Derivative B s g) by (intros s S; specialize (D s S); lra).
  split; intros [X K]; (split; [exact X |]); intros t T; specialize (K t T); simpl in *.
  - apply Rnot_lt_le. intros L. apply (monotone B g (-1) c _ _ C F D' (M x X) (M t T)) in L. lra.
  - destruct K as [L | E]; [| right; congruence]. apply (monotone B g (-1) c _ _ C F D' (M t T) (M x X)) in L. lra.
Qed.

Definition Second (u : R) (f : R -> R) : R := Derivative Reals u (fun s => Derivative Reals s f).

(* The graph of f against its tangent at x *)
Lemma above_tangent : forall (f : R -> R) (x y : R),
  Smooth Reals f -> x <> y ->
  exists u v : R, 0 < u /\ f y - f x = Derivative Reals x f * (y - x) + u * Second v f * (y - x) ^ 2.
Proof.
  intros f x y F N. destruct (mean_value Reals f x y convex_Reals F I I N) as [u [U E]].
  assert (M : x <> x + u * (y - x)).
  { intros K. apply N. apply (Rmult_eq_reg_l u); [| lra]. lra. }
  destruct (mean_value Reals _ x (x + u * (y - x)) convex_Reals (Smooth_Derive Reals f F) I I M) as [v [_ G]].
  exists u, (x + v * (x + u * (y - x) - x)). split; [lra |].
  change (Derive f (x + u * (y - x))) with (Derivative Reals (x + u * (y - x)) f) in G.
  change (Derive f x) with (Derivative Reals x f) in G.
  change (Derivative Reals ?p (Derive f)) with (Second p f) in G. rewrite E.
  replace (Derivative Reals (x + u * (y - x)) f)
    with (Derivative Reals x f + Second (x + v * (x + u * (y - x) - x)) f * (x + u * (y - x) - x)) by lra.
  ring.
Qed.

(* One lemma for each rule *)

Lemma derivative_of_constant : forall (A : R -> Prop) (a c : R),
  a \in A ->
  Smooth A (fun t => c) ->
  Derivative A a (fun t => c) = 0.
Proof.
  intros A a c _ _. apply Derive_const.
Qed.

Lemma derivative_of_variable : forall (A : R -> Prop) (a : R),
  a \in A ->
  Smooth A (fun t => t) ->
  Derivative A a (fun t => t) = 1.
Proof.
  intros A a _ _. apply Derive_id.
Qed.

Lemma derivative_of_sum : forall (A : R -> Prop) (a : R) (f g : R -> R),
  a \in A ->
  Smooth A (fun t => f t + g t) ->
  Smooth A (fun t => f t) ->
  Smooth A (fun t => g t) ->
  Derivative A a (fun t => f t + g t) = Derivative A a (fun t => f t) + Derivative A a (fun t => g t).
Proof.
  intros A a f g Ha _ F G. exact (Derive_plus f g a (derivative_exists A a f Ha F) (derivative_exists A a g Ha G)).
Qed.

Lemma derivative_of_cases_less : forall (A : R -> Prop) (a u v : R) (f g : R -> R),
  a \in A ->
  Smooth A (fun t => CasesLt u v (f t) (g t)) ->
  (u < v -> a \in A) ->
  (u < v -> Smooth A (fun t => f t)) ->
  (v <= u -> a \in A) ->
  (v <= u -> Smooth A (fun t => g t)) ->
  Derivative A a (fun t => CasesLt u v (f t) (g t))
  = CasesLt u v (Derivative A a (fun t => f t)) (Derivative A a (fun t => g t)).
Proof.
  intros. unfold CasesLt. destruct (Rlt_dec u v); reflexivity.
Qed.

Lemma derivative_of_cases_at_most : forall (A : R -> Prop) (a u v : R) (f g : R -> R),
  a \in A ->
  Smooth A (fun t => CasesLe u v (f t) (g t)) ->
  (u <= v -> a \in A) ->
  (u <= v -> Smooth A (fun t => f t)) ->
  (v < u -> a \in A) ->
  (v < u -> Smooth A (fun t => g t)) ->
  Derivative A a (fun t => CasesLe u v (f t) (g t))
  = CasesLe u v (Derivative A a (fun t => f t)) (Derivative A a (fun t => g t)).
Proof.
  intros. unfold CasesLe. destruct (Rle_dec u v); reflexivity.
Qed.

Lemma derivative_of_cases_equal : forall (A : R -> Prop) (a u v : R) (f g : R -> R),
  a \in A ->
  Smooth A (fun t => CasesEq u v (f t) (g t)) ->
  (u = v -> a \in A) ->
  (u = v -> Smooth A (fun t => f t)) ->
  (u <> v -> a \in A) ->
  (u <> v -> Smooth A (fun t => g t)) ->
  Derivative A a (fun t => CasesEq u v (f t) (g t))
  = CasesEq u v (Derivative A a (fun t => f t)) (Derivative A a (fun t => g t)).
Proof.
  intros. unfold CasesEq. destruct (Req_EM_T u v); reflexivity.
Qed.

Lemma derivative_of_multiple : forall (A : R -> Prop) (a c : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => c * f t) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => c * f t) = c * Derivative A a (fun t => f t).
Proof.
  intros A a c f _ _ _. apply Derive_scal.
Qed.

Lemma derivative_of_product : forall (A : R -> Prop) (a : R) (f g : R -> R),
  a \in A ->
  Smooth A (fun t => f t * g t) ->
  Smooth A (fun t => g t) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => f t * g t)
  = f a * Derivative A a (fun t => g t) + g a * Derivative A a (fun t => f t).
Proof.
  intros A a f g Ha _ G F. transitivity (Derive f a * g a + f a * Derive g a).
  - exact (Derive_mult f g a (derivative_exists A a f Ha F) (derivative_exists A a g Ha G)).
  - change (Derive f a * g a + f a * Derive g a = f a * Derive g a + g a * Derive f a). ring.
Qed.

Lemma derivative_of_finite_sum : forall (A : R -> Prop) (a l m : R) (f : R -> R -> R),
  a \in A ->
  Smooth A (fun t => Sum l m (fun i => f i t)) ->
  IsRange l m ->
  (forall i, i \in Range l m -> Smooth A (fun t => f i t)) ->
  Derivative A a (fun t => Sum l m (fun i => f i t))
  = Sum l m (fun i => Derivative A a (fun t => f i t)).
Proof.
  intros A a l m f Ha _ H F. apply is_derive_unique, is_derive_sum. intros j Hj.
  exact (derivative_exists A a _ Ha (F _ (index_in_range l m j H Hj))).
Qed.

Lemma derivative_of_log : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  (forall t, t \in A -> 0 < f t) ->
  Smooth A (fun t => ln (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => ln (f t)) = 1 / f a * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha P _ F. rewrite (chain_rule A a ln f (/ f a) Ha F (is_derive_log _ (P a Ha))).
  unfold Rdiv. ring.
Qed.

Lemma derivative_of_exp : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => exp (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => exp (f t)) = exp (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha _ F. rewrite (chain_rule A a exp f (exp (f a)) Ha F (is_derive_exp (f a))). ring.
Qed.

Lemma derivative_of_reciprocal : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  (forall t, t \in A -> f t <> 0) ->
  Smooth A (fun t => / f t) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => / f t) = - (1 / f a ^ 2 * Derivative A a (fun t => f t)).
Proof.
  intros A a f Ha N _ F. rewrite (chain_rule A a Rinv f _ Ha F (is_derive_inverse (f a) (N a Ha))).
  field. exact (N a Ha).
Qed.

Lemma derivative_of_square : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => f t ^ 2) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => f t ^ 2) = 2 * f a * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha _ F. rewrite (chain_rule A a (fun u => u ^ 2) f (2 * f a) Ha F); [ring |].
  replace (2 * f a) with (INR 2 * f a ^ 1) by (simpl; ring). apply is_derive_Reals, derivable_pt_lim_pow.
Qed.

Lemma derivative_of_power : forall (A : R -> Prop) (a : R) (f : R -> R) (c : R),
  a \in A ->
  (forall t, t \in A -> 0 < f t) ->
  Smooth A (fun t => Rpower (f t) c) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => Rpower (f t) c) = c * Rpower (f a) (c - 1) * Derivative A a (fun t => f t).
Proof.
  intros A a f c Ha P _ F. specialize (P a Ha).
  rewrite (chain_rule A a (fun u => Rpower u c) f (c * Rpower (f a) (c - 1)) Ha F); [ring |].
  apply is_derive_Reals, derivable_pt_lim_power, P.
Qed.

Lemma derivative_of_sine : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => sin (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => sin (f t)) = cos (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha _ F. rewrite (chain_rule A a sin f _ Ha F (is_derive_sine (f a))). ring.
Qed.

Lemma derivative_of_cosine : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => cos (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => cos (f t)) = - (sin (f a) * Derivative A a (fun t => f t)).
Proof.
  intros A a f Ha _ F. rewrite (chain_rule A a cos f _ Ha F (is_derive_cosine (f a))). ring.
Qed.

Lemma derivative_of_hyperbolic_sine : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => sinh (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => sinh (f t)) = cosh (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha _ F. rewrite (chain_rule A a sinh f _ Ha F (is_derive_hyperbolic_sine (f a))). ring.
Qed.

Lemma derivative_of_hyperbolic_cosine : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => cosh (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => cosh (f t)) = sinh (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha _ F. rewrite (chain_rule A a cosh f _ Ha F (is_derive_hyperbolic_cosine (f a))). ring.
Qed.

Lemma derivative_of_hyperbolic_tangent : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => tanh (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => tanh (f t)) = (1 - tanh (f a) ^ 2) * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha _ F. rewrite (chain_rule A a tanh f _ Ha F (is_derive_hyperbolic_tangent (f a))). ring.
Qed.

Lemma derivative_of_asinh : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => arcsinh (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => arcsinh (f t))
  = Rpower (f a ^ 2 + 1) (- (1 / 2)) * Derivative A a (fun t => f t).
Proof.
  intros A a f I _ F. rewrite (chain_rule A a arcsinh f _ I F (is_derive_arcsinh (f a))). apply Rmult_comm.
Qed.

Lemma derivative_of_absolute_value : forall (A : R -> Prop) (a : R) (f : R -> R),
  a \in A ->
  Smooth A (fun t => Rabs (f t)) ->
  Smooth A (fun t => f t) ->
  Derivative A a (fun t => Rabs (f t)) = f a / Rabs (f a) * Derivative A a (fun t => f t).
Proof.
  intros A a f Ha M F. pose proof (derivative_exists A a _ Ha M) as M'.
  pose proof (derivative_exists A a f Ha F) as F'.
  destruct (Rtotal_order (f a) 0) as [L | [E | L]].
  - transitivity (Derive (fun t => - f t) a).
    + apply (slope_where_touched (fun t => - f t) (fun t => Rabs (f t)));
        [exact (ex_derive_opp f a F') | exact M' | apply Rabs_left, L |].
      intros x. rewrite <- (Rabs_Ropp (f x)). apply Rle_abs.
    + rewrite Derive_opp, (Rabs_left (f a) L). change (Derivative A a (fun t => f t)) with (Derive f a). field. lra.
  - transitivity 0.
    + apply slope_at_least_value; [exact M' |]. intros x. rewrite E, Rabs_R0. apply Rabs_pos.
    + rewrite E. unfold Rdiv. ring.
  - transitivity (Derive f a).
    + apply (slope_where_touched f (fun t => Rabs (f t))); [exact F' | exact M' | apply Rabs_right; lra |].
      intros x. apply Rle_abs.
    + rewrite (Rabs_right (f a)) by lra. change (Derivative A a (fun t => f t)) with (Derive f a). field. lra.
Qed.

Lemma derivative_of_larger : forall (A : R -> Prop) (a : R) (f g : R -> R),
  a \in A ->
  Smooth A (fun t => Rmax (f t) (g t)) ->
  Smooth A (fun t => f t) ->
  g a <= f a ->
  Derivative A a (fun t => Rmax (f t) (g t)) = Derivative A a (fun t => f t).
Proof.
  intros A a f g Ha M F L. apply slope_where_touched.
  - exact (derivative_exists A a f Ha F).
  - exact (derivative_exists A a _ Ha M).
  - apply Rmax_left, L.
  - intros x. apply Rmax_l.
Qed.

Lemma derivative_of_smaller : forall (A : R -> Prop) (a : R) (f g : R -> R),
  a \in A ->
  Smooth A (fun t => Rmin (f t) (g t)) ->
  Smooth A (fun t => f t) ->
  f a <= g a ->
  Derivative A a (fun t => Rmin (f t) (g t)) = Derivative A a (fun t => f t).
Proof.
  intros A a f g Ha M F L. symmetry. apply slope_where_touched.
  - exact (derivative_exists A a _ Ha M).
  - exact (derivative_exists A a f Ha F).
  - symmetry. apply Rmin_left, L.
  - intros x. apply Rmin_l.
Qed.

Lemma derivative_of_composition : forall (A : R -> Prop) (a : R) (f g : R -> R) (B : R -> Prop),
  a \in A ->
  Smooth A (fun t => f (g t)) ->
  Smooth A (fun t => g t) ->
  g a \in B ->
  Smooth B (fun s => f s) ->
  Derivative A a (fun t => f (g t)) = Derivative A a (fun t => g t) * Derivative B (g a) (fun s => f s).
Proof.
  intros A a f g B Ha _ G Hb F. exact (chain_rule A a f g _ Ha G (has_derivative B (g a) f Hb F)).
Qed.

Lemma derivative_of_finite_product : forall (A : R -> Prop) (a l m : R) (f : R -> R -> R),
  a \in A ->
  Smooth A (fun t => Prod l m (fun i => f i t)) ->
  IsRange l m ->
  (forall i, i \in Range l m -> Smooth A (fun t => f i t)) ->
  (forall i, i \in Range l m -> f i a <> 0) ->
  Derivative A a (fun t => Prod l m (fun i => f i t))
  = Prod l m (fun i => f i a) * Sum l m (fun i => 1 / f i a * Derivative A a (fun t => f i t)).
Proof.
  intros A a l m f Ha _ H F N. apply is_derive_unique, is_derive_product; intros j Hj.
  - exact (derivative_exists A a _ Ha (F _ (index_in_range l m j H Hj))).
  - exact (N _ (index_in_range l m j H Hj)).
Qed.

Lemma fundamental_theorem : forall (a b : R) (A : R -> Prop) (f : R -> R),
  a <= b ->
  (forall t, t \in Between a b -> t \in A) ->
  (forall t, t \in Between a b -> Smooth A (fun t => f t)) ->
  Continuous (Between a b) (fun t => Derivative A t (fun t => f t)) ->
  Integral a b (fun t => Derivative A t (fun t => f t)) = f b - f a.
Proof.
  intros a b A f H M F C. apply RInt_Derive; intros x Hx; apply (between a b x H) in Hx.
  - exact (derivative_exists A x f (M x Hx) (F x Hx)).
  - exact (C x Hx).
Qed.

Lemma integral_of_multiple : forall (a b c : R) (f : R -> R),
  a <= b ->
  Continuous (Between a b) (fun t => c * f t) ->
  Continuous (Between a b) (fun t => f t) ->
  Integral a b (fun t => c * f t) = c * Integral a b (fun t => f t).
Proof.
  intros a b c f H _ F. exact (RInt_scal (V := R_CompleteNormedModule) f a b c (integral_exists a b f H F)).
Qed.

Lemma below_chord : forall (f : R -> R) (b c a : R),
  Smooth Reals (fun t => f t) ->
  Smooth Reals (fun s => Derivative Reals s (fun t => f t)) ->
  0 <= c ->
  c <= 1 ->
  (forall u, u \in Reals -> 0 <= Derivative Reals u (fun s => Derivative Reals s (fun t => f t))) ->
  f (b * c + a * (1 - c)) <= c * f b + (1 - c) * f a.
Proof.
  intros f b c a F _ C D H. set (x := b * c + a * (1 - c)).
  assert (T : forall y, 0 <= f y - f x - Derivative Reals x f * (y - x)).
  { intros y. destruct (Req_dec x y) as [<- | N]; [lra |].
    destruct (above_tangent f x y F N) as [u [v [U ->]]]. specialize (H v I : 0 <= Second v f).
    pose proof (Rmult_le_pos _ _ (Rmult_le_pos _ _ (Rlt_le _ _ U) H) (pow2_ge_0 (y - x))). lra. }
  pose proof (Rmult_le_pos _ _ C (T b)) as B. pose proof (Rmult_le_pos (1 - c) _ ltac:(lra) (T a)) as E.
  unfold x in *. lra.
Qed.

Lemma strictly_below_chord : forall (f : R -> R) (b c a : R),
  Smooth Reals (fun t => f t) ->
  Smooth Reals (fun s => Derivative Reals s (fun t => f t)) ->
  0 < c ->
  c < 1 ->
  a <> b ->
  (forall u, u \in Reals -> 0 < Derivative Reals u (fun s => Derivative Reals s (fun t => f t))) ->
  f (b * c + a * (1 - c)) < c * f b + (1 - c) * f a.
Proof.
  intros f b c a F _ C D N H. set (x := b * c + a * (1 - c)).
  assert (T : forall y, x <> y -> 0 < f y - f x - Derivative Reals x f * (y - x)).
  { intros y M. destruct (above_tangent f x y F M) as [u [v [U ->]]]. specialize (H v I : 0 < Second v f).
    pose proof (Rmult_lt_0_compat _ _ (Rmult_lt_0_compat _ _ U H) (pow2_gt_0 (y - x) ltac:(lra))). lra. }
  assert (X : x <> a) by (intros K; apply N, (Rmult_eq_reg_l c); unfold x in K; lra).
  assert (Y : x <> b) by (intros K; apply N, (Rmult_eq_reg_l (1 - c)); unfold x in K; lra).
  pose proof (Rmult_lt_0_compat _ _ C (T b Y)) as B. pose proof (Rmult_lt_0_compat (1 - c) _ ltac:(lra) (T a X)) as E.
  unfold x in *. lra.
Qed.

Lemma rising_on_line : forall (A : R -> Prop) (g f : R -> R) (c : R),
  (forall s, s \in Without Reals c -> Smooth Reals (fun u => g u)) ->
  (forall s, s \in Without Reals c -> 0 < Derivative Reals s (fun u => g u)) ->
  ArgMin A (fun t => g (f t)) == ArgMin A (fun t => f t).
Proof.
  intros A g f c F D. exact (rising_minimisers A Reals g f c convex_Reals F (fun t _ => I) D).
Qed.

Lemma rising_on_half_line : forall (A : R -> Prop) (g f : R -> R) (a c : R),
  (forall s, s \in Without (Above a) c -> Smooth (Above a) (fun u => g u)) ->
  (forall t, t \in A -> f t \in Above a) ->
  (forall s, s \in Without (Above a) c -> 0 < Derivative (Above a) s (fun u => g u)) ->
  ArgMin A (fun t => g (f t)) == ArgMin A (fun t => f t).
Proof.
  intros A g f a c. apply (rising_minimisers A (Above a) g f c), convex_Above.
Qed.

Lemma rising_on_interval : forall (A : R -> Prop) (g f : R -> R) (a b c : R),
  (forall s, s \in Without (Interval a b) c -> Smooth (Interval a b) (fun u => g u)) ->
  (forall t, t \in A -> f t \in Interval a b) ->
  (forall s, s \in Without (Interval a b) c -> 0 < Derivative (Interval a b) s (fun u => g u)) ->
  ArgMin A (fun t => g (f t)) == ArgMin A (fun t => f t).
Proof.
  intros A g f a b c. apply (rising_minimisers A (Interval a b) g f c), convex_Interval.
Qed.

Lemma falling_on_half_line : forall (A : R -> Prop) (g f : R -> R) (a c : R),
  (forall s, s \in Without (Above a) c -> Smooth (Above a) (fun u => g u)) ->
  (forall t, t \in A -> f t \in Above a) ->
  (forall s, s \in Without (Above a) c -> Derivative (Above a) s (fun u => g u) < 0) ->
  ArgMin A (fun t => g (f t)) == ArgMax A (fun t => f t).
Proof.
  intros A g f a c. apply (falling_minimisers A (Above a) g f c), convex_Above.
Qed.

Lemma minimiser_on_interval : forall (b c : R) (f : R -> R) (a : R),
  (forall s, s \in Without (Interval b c) a -> Smooth (Interval b c) (fun t => f t)) ->
  a \in Interval b c ->
  (forall s, s \in Without (Interval b c) a -> 0 < (s - a) * Derivative (Interval b c) s (fun t => f t)) ->
  ArgMin (Interval b c) (fun t => f t) == Finite [a].
Proof.
  intros b c f a. apply minimiser_by_slopes, convex_Interval.
Qed.

Lemma minimiser_on_half_line : forall (b : R) (f : R -> R) (a : R),
  (forall s, s \in Without (Above b) a -> Smooth (Above b) (fun t => f t)) ->
  a \in Above b ->
  (forall s, s \in Without (Above b) a -> 0 < (s - a) * Derivative (Above b) s (fun t => f t)) ->
  ArgMin (Above b) (fun t => f t) == Finite [a].
Proof.
  intros b f a. apply minimiser_by_slopes, convex_Above.
Qed.

Lemma minimiser_on_line : forall (f : R -> R) (a : R),
  (forall s, s \in Without Reals a -> Smooth Reals (fun t => f t)) ->
  (forall s, s \in Without Reals a -> 0 < (s - a) * Derivative Reals s (fun t => f t)) ->
  ArgMin Reals (fun t => f t) == Finite [a].
Proof.
  intros f a F. apply minimiser_by_slopes; [apply convex_Reals | exact F | exact I].
Qed.

Lemma stationary_minimiser : forall (f : R -> R) (a : R),
  Smooth Reals (fun t => f t) ->
  Smooth Reals (fun s => Derivative Reals s (fun t => f t)) ->
  Derivative Reals a (fun t => f t) = 0 ->
  (forall u, u \in Reals -> 0 < Derivative Reals u (fun s => Derivative Reals s (fun t => f t))) ->
  ArgMin Reals (fun t => f t) == Finite [a].
Proof.
  intros f a F _ Z H. apply unique_minimiser; [exact I |]. intros t [_ N].
  destruct (above_tangent f a t F (not_eq_sym N)) as [u [v [U E]]].
  change (Derivative Reals a (fun t => f t)) with (Derivative Reals a f) in Z. rewrite Z in E.
  specialize (H v I : 0 < Second v f).
  pose proof (Rmult_lt_0_compat _ _ (Rmult_lt_0_compat _ _ U H) (pow2_gt_0 (t - a) ltac:(lra))). lra.
Qed.

Lemma below_every_other_point : forall (f : R -> R) (a b : R),
  Smooth Reals (fun t => f t) ->
  Smooth Reals (fun s => Derivative Reals s (fun t => f t)) ->
  a <> b ->
  Derivative Reals a (fun t => f t) = 0 ->
  (forall u, u \in Reals -> 0 < Derivative Reals u (fun s => Derivative Reals s (fun t => f t))) ->
  f a < f b.
Proof.
  intros f a b F _ N Z H. destruct (above_tangent f a b F N) as [u [v [U E]]].
  change (Derivative Reals a (fun t => f t)) with (Derivative Reals a f) in Z. rewrite Z in E.
  specialize (H v I : 0 < Second v f).
  pose proof (Rmult_lt_0_compat _ _ (Rmult_lt_0_compat _ _ U H) (pow2_gt_0 (b - a) ltac:(lra))). lra.
Qed.

(* What the scripts of the certificates say *)

Lemma Derivative_opp : forall (A : R -> Prop) (a : R) (f : R -> R),
  Derivative A a (fun t => - f t) = - Derivative A a f.
Proof.
  intros A a f. apply Derive_opp.
Qed.

Lemma Derivative_pow : forall (A : R -> Prop) (a : R) (f : R -> R) (k : nat),
  a \in A -> Smooth A f ->
  Derivative A a (fun t => f t ^ k) = INR k * f a ^ pred k * Derivative A a f.
Proof.
  intros A a f k Ha F. rewrite (chain_rule A a (fun u => u ^ k) f (INR k * f a ^ pred k) Ha F).
  - change (fun t => f t) with f. ring.
  - apply is_derive_Reals, derivable_pt_lim_pow.
Qed.

(* That arguments of logarithms are positive, denominators not 0 and so on
   stands in the context, for all points of the open set. *)

Ltac open_set := first [ exact open_Reals | apply open_Above | apply open_Interval ].

Ltac in_set := first [ eassumption | exact I | match goal with H : _ |- _ => solve [ eapply H; eassumption ] end ].

(* Facts of numbers alone are not in the context. *)
Ltac of_numbers :=
  lazymatch goal with
  | |- IsRange _ _ => literal_range
  | |- _ < _ => lra
  | |- _ <> _ => let E := fresh "E" in intro E; lra
  end.

Ltac as_known :=
  cbv beta;
  intros;
  first
    [ assumption
    | exact I
    | match goal with H : _ |- _ => solve [ eapply H; in_set ] end
    | solve [ of_numbers ]
    | lazymatch goal with
      | |- _ ^ _ <> 0 => apply pow_nonzero; as_known
      | |- _ <> 0 => apply Rgt_not_eq; as_known
      end ].

Lemma Smooth_CasesLt : forall (A : R -> Prop) (u v : R) (f g : R -> R),
  (u < v -> Smooth A f) -> (v <= u -> Smooth A g) -> Smooth A (fun x => CasesLt u v (f x) (g x)).
Proof.
  intros A u v f g F G. unfold CasesLt. destruct (Rlt_dec u v); [apply F | apply G]; lra.
Qed.

Lemma Smooth_CasesLe : forall (A : R -> Prop) (u v : R) (f g : R -> R),
  (u <= v -> Smooth A f) -> (v < u -> Smooth A g) -> Smooth A (fun x => CasesLe u v (f x) (g x)).
Proof.
  intros A u v f g F G. unfold CasesLe. destruct (Rle_dec u v); [apply F | apply G]; lra.
Qed.

Lemma Smooth_CasesEq : forall (A : R -> Prop) (u v : R) (f g : R -> R),
  (u = v -> Smooth A f) -> (u <> v -> Smooth A g) -> Smooth A (fun x => CasesEq u v (f x) (g x)).
Proof.
  intros A u v f g F G. unfold CasesEq. destruct (Req_EM_T u v); [apply F | apply G]; assumption.
Qed.

Lemma Smooth_CasesNe : forall (A : R -> Prop) (u v : R) (f g : R -> R),
  (u <> v -> Smooth A f) -> (u = v -> Smooth A g) -> Smooth A (fun x => CasesNe u v (f x) (g x)).
Proof.
  intros A u v f g F G. unfold CasesNe. destruct (Req_EM_T u v); [apply G | apply F]; assumption.
Qed.

(* What is known in a case of it, in that case. *)
Ltac in_case C := repeat match goal with H : _ -> _ |- _ => specialize (H C) end.

(* MLCE_Gamma.v says more. *)
Ltac smooth_further := fail.
Ltac continuous_further := fail.

Ltac smooth := cbv beta; first [ smooth_further | smooth_built ]
with smooth_built :=
  lazymatch goal with
  | |- Smooth _ (fun _ => ?c) => apply Smooth_constant; open_set
  | |- Smooth _ (fun x => x) => apply Smooth_variable; open_set
  | |- Smooth ?A (fun x => @?f x + @?g x) => apply (Smooth_plus A f g); smooth
  | |- Smooth ?A (fun x => @?f x - @?g x) => apply (Smooth_minus A f g); smooth
  | |- Smooth ?A (fun x => @?f x * @?g x) => apply (Smooth_mult A f g); smooth
  | |- Smooth ?A (fun x => @?f x / @?g x) => apply (Smooth_div A f g); [smooth | smooth | as_known]
  | |- Smooth ?A (fun x => - @?f x) => apply (Smooth_opp A f); smooth
  | |- Smooth ?A (fun x => / @?f x) => apply (Smooth_inv A f); [smooth | as_known]
  | |- Smooth ?A (fun x => @?f x ^ ?k) => apply (Smooth_pow A f k); smooth
  | |- Smooth ?A (fun x => Rpower (@?f x) (@?g x)) => apply (Smooth_Rpower A f g); [smooth | smooth | as_known]
  | |- Smooth ?A (fun x => exp (@?f x)) => apply (Smooth_exp A f); smooth
  | |- Smooth ?A (fun x => ln (@?f x)) => apply (Smooth_ln A f); [smooth | as_known]
  | |- Smooth ?A (fun x => sin (@?f x)) => apply (Smooth_sin A f); smooth
  | |- Smooth ?A (fun x => cos (@?f x)) => apply (Smooth_cos A f); smooth
  | |- Smooth ?A (fun x => sinh (@?f x)) => apply (Smooth_sinh A f); smooth
  | |- Smooth ?A (fun x => cosh (@?f x)) => apply (Smooth_cosh A f); smooth
  | |- Smooth ?A (fun x => tanh (@?f x)) => apply (Smooth_tanh A f); smooth
  | |- Smooth ?A (fun x => arcsinh (@?f x)) => apply (Smooth_arcsinh A f); smooth
  | |- Smooth ?A (fun x => CasesLt ?u ?v (@?f x) (@?g x)) =>
      apply (Smooth_CasesLt A u v f g); (let C := fresh in intros C; in_case C; smooth)
  | |- Smooth ?A (fun x => CasesLe ?u ?v (@?f x) (@?g x)) =>
      apply (Smooth_CasesLe A u v f g); (let C := fresh in intros C; in_case C; smooth)
  | |- Smooth ?A (fun x => CasesEq ?u ?v (@?f x) (@?g x)) =>
      apply (Smooth_CasesEq A u v f g); (let C := fresh in intros C; in_case C; smooth)
  | |- Smooth ?A (fun x => CasesNe ?u ?v (@?f x) (@?g x)) =>
      apply (Smooth_CasesNe A u v f g); (let C := fresh in intros C; in_case C; smooth)
  | |- Smooth ?A (fun x => Sum ?l ?m (@?f x)) =>
      apply (Smooth_Sum A l m (fun i x => f x i)); [open_set | first [ as_known | literal_range ] | intros; smooth]
  | |- Smooth ?A (fun x => Prod ?l ?m (@?f x)) =>
      apply (Smooth_Prod A l m (fun i x => f x i)); [open_set | first [ as_known | literal_range ] | intros; smooth]
  | |- Smooth ?A (fun x => Derivative ?B (@?p x) (@?f x)) => smooth_derivative A B p f
  | |- Smooth ?A (fun x => ?f (@?u x)) => smooth_supposed A f u
  end
(* Of a function that is supposed to be smooth on a set, for every index if there are some. *)
with smooth_supposed A f u :=
  lazymatch goal with
  | H : Smooth ?B (fun y => f y) |- _ => apply (Smooth_comp A B f u H); [smooth | as_known]
  | _ => match goal with H : _ |- _ => eapply (Smooth_comp A _ f u); [apply H; as_known | smooth | as_known] end
  end
(* Where the function that is differentiated moves with x, too, its derivative is taken first. *)
with smooth_derivative A B p function :=
  lazymatch function with
  | fun _ => ?f => apply (Smooth_Derivative A B p f); [first [as_known | smooth] | smooth | as_known]
  | fun x => fun _ => @?c x =>
      moves A (fun x : R => 0) ltac:(fun x => apply (derivative_of_constant B (p x) (c x)))
  | fun x => fun t => t =>
      moves A (fun x : R => 1) ltac:(fun x => apply (derivative_of_variable B (p x)))
  | fun x => fun t => @?f x t + @?g x t =>
      moves A (fun x => Derivative B (p x) (f x) + Derivative B (p x) (g x))
        ltac:(fun x => apply (derivative_of_sum B (p x) (f x) (g x)))
  | fun x => fun t => @?f x t - @?g x t =>
      moves A (fun x => Derivative B (p x) (f x) + Derivative B (p x) (fun t => - g x t))
        ltac:(fun x => apply (derivative_of_sum B (p x) (f x) (fun t => - g x t)))
  | fun x => fun t => - @?f x t =>
      moves A (fun x => - Derivative B (p x) (f x)) ltac:(fun x => apply (Derivative_opp B (p x) (f x)))
  | fun x => fun t => @?f x t * @?g x t =>
      moves A (fun x => f x (p x) * Derivative B (p x) (g x) + g x (p x) * Derivative B (p x) (f x))
        ltac:(fun x => apply (derivative_of_product B (p x) (f x) (g x)))
  | fun x => fun t => @?f x t / @?g x t =>
      moves A (fun x => f x (p x) * Derivative B (p x) (fun t => / g x t) + / g x (p x) * Derivative B (p x) (f x))
        ltac:(fun x => apply (derivative_of_product B (p x) (f x) (fun t => / g x t)))
  | fun x => fun t => / @?f x t =>
      moves A (fun x => - (1 / f x (p x) ^ 2 * Derivative B (p x) (f x)))
        ltac:(fun x => apply (derivative_of_reciprocal B (p x) (f x)))
  | fun x => fun t => @?f x t ^ ?k =>
      moves A (fun x => INR k * f x (p x) ^ pred k * Derivative B (p x) (f x))
        ltac:(fun x => apply (Derivative_pow B (p x) (f x) k))
  | fun x => fun t => Rpower (@?f x t) (@?g x t) =>
      moves A (fun x => Derivative B (p x) (fun t => exp (g x t * ln (f x t)))) ltac:(fun x => reflexivity)
  | fun x => fun t => exp (@?f x t) =>
      moves A (fun x => exp (f x (p x)) * Derivative B (p x) (f x))
        ltac:(fun x => apply (derivative_of_exp B (p x) (f x)))
  | fun x => fun t => ln (@?f x t) =>
      moves A (fun x => 1 / f x (p x) * Derivative B (p x) (f x))
        ltac:(fun x => apply (derivative_of_log B (p x) (f x)))
  | fun x => fun t => Sum ?l ?m (@?f x t) =>
      moves A (fun x => Sum l m (fun i => Derivative B (p x) (fun t => f x t i)))
        ltac:(fun x => apply (derivative_of_finite_sum B (p x) l m (fun i t => f x t i)))
  end
with moves A other rule :=
  apply (Smooth_ext A other);
  [let x := fresh "x" in intros x ?; symmetry; rule x; cbv beta; intros; first [smooth | as_known] | smooth].

(* The same for functions that are continuous at every point of a set, which need not be open. *)
Ltac continuous_there := cbv beta; first [ continuous_further | continuous_built ]
with continuous_built :=
  lazymatch goal with
  | |- Continuous _ (fun _ => ?c) => apply Continuous_constant
  | |- Continuous _ (fun x => x) => apply Continuous_variable
  | |- Continuous ?A (fun x => @?f x + @?g x) => apply (Continuous_plus A f g); continuous_there
  | |- Continuous ?A (fun x => @?f x - @?g x) => apply (Continuous_minus A f g); continuous_there
  | |- Continuous ?A (fun x => @?f x * @?g x) => apply (Continuous_mult A f g); continuous_there
  | |- Continuous ?A (fun x => @?f x / @?g x) =>
      apply (Continuous_div A f g); [continuous_there | continuous_there | as_known]
  | |- Continuous ?A (fun x => - @?f x) => apply (Continuous_opp A f); continuous_there
  | |- Continuous ?A (fun x => / @?f x) => apply (Continuous_inv A f); [continuous_there | as_known]
  | |- Continuous ?A (fun x => @?f x ^ ?k) => apply (Continuous_pow A f k); continuous_there
  | |- Continuous ?A (fun x => Rpower (@?f x) (@?g x)) =>
      apply (Continuous_Rpower A f g); [continuous_there | continuous_there | as_known]
  | |- Continuous ?A (fun x => exp (@?f x)) => apply (Continuous_exp A f); continuous_there
  | |- Continuous ?A (fun x => ln (@?f x)) => apply (Continuous_ln A f); [continuous_there | as_known]
  | |- Continuous ?A (fun x => sin (@?f x)) => apply (Continuous_sin A f); continuous_there
  | |- Continuous ?A (fun x => cos (@?f x)) => apply (Continuous_cos A f); continuous_there
  | |- Continuous ?A (fun x => sinh (@?f x)) => apply (Continuous_sinh A f); continuous_there
  | |- Continuous ?A (fun x => cosh (@?f x)) => apply (Continuous_cosh A f); continuous_there
  | |- Continuous ?A (fun x => tanh (@?f x)) => apply (Continuous_tanh A f); continuous_there
  | |- Continuous ?A (fun x => arcsinh (@?f x)) => apply (Continuous_arcsinh A f); continuous_there
  | |- Continuous ?A (fun x => Sum ?l ?m (@?f x)) =>
      apply (Continuous_Sum A l m (fun i x => f x i)); [as_known | intros; continuous_there]
  | |- Continuous ?A (fun x => Prod ?l ?m (@?f x)) =>
      apply (Continuous_Prod A l m (fun i x => f x i)); [as_known | intros; continuous_there]
  | |- Continuous ?A (fun x => Derivative ?B (@?p x) ?f) =>
      apply (Continuous_Derivative A B p f); [first [as_known | smooth] | continuous_there | as_known]
  end.
