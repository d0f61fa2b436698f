"""The logits z_k + t v_k move along a line: their softmax p_k, and the cross-entropy of labels y_k that sum to 1."""

from sympy import Function, IndexedBase, Lambda, Sum, exp, log, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Equals

from ..categorical.setting import K
from ..models.setting import a_number

k, l, t = symbols("k l t")  # noqa: E741
C, p = map(Function, ("C", "p"))
v, y, z = map(IndexedBase, ("v", "y", "z"))
classes = (k, 1, K)

logit = Lambda(k, z[k] + t * v[k])
total = Sum(exp(logit(l)), (l, 1, K))
softmax = Definition(p(k, t), exp(logit(k)) / total)
loss = Definition(C(t), -Sum(y[k] * log(p(k, t)), classes))

sum_to_one = Equals(Sum(y[k], classes), 1)
along_v = Given((*a_number(K), sum_to_one), (softmax, loss))
