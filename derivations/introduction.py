r"""People say that maximising the likelihood is minimising the cross-entropy. Is there a proof?

There is, and it takes four lines. For independent labels $y_i$ in $\{0, 1\}$ and any model $p_i(\theta)$ of the
probability that $y_i = 1$, the likelihood is the product of $p_i(\theta)^{y_i} (1 - p_i(\theta))^{1 - y_i}$. Its
logarithm is the sum of $y_i \log p_i(\theta) + (1 - y_i) \log(1 - p_i(\theta))$, and that is $-n$ times the mean
cross-entropy, by definition. The logarithm is strictly increasing, the minus sign turns a maximum into a minimum, and
the factor $n > 0$ changes no optimum. So the maximisers of the likelihood are the minimisers of the cross-entropy: as
sets, whether they are empty, have one point, or many. The first chapter is this proof, line by line.

Nothing in it is tied to a form of the model: it holds for a constant, a logistic regression, and a deep network alike.
Nor is it tied to labels. For any density the negative log-likelihood is a cross-entropy, and the chapter on regression
says which density gives which loss: the squared error, the absolute error, and the others that are in use.

Three things are often said beside it. That a factor $1/n$ more or less does not matter: the chapter on the factor and
the sign shows it, and that the sign does matter. That labels between 0 and 1 have no probability model with this loss:
the chapters on soft labels show that the loss is of use all the same, for it is a divergence and a constant, and that
the formula is no density. That logistic regression is convex while networks are not: the fourth part says in which
sense, and that the minimisers of a network come in permuted copies.

Whoever wants the theorem alone reads the first chapter. The first part generalises it; the second is on entropy and
divergence, on which the estimates of the third part rest; the last is on priors. A chapter uses those before it, and
says so by the number of the theorem.
"""
