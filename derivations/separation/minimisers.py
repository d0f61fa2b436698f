"""So no w is a minimiser among weights that contain w + v, and along a line in the direction v there is none at all.

On the line w + t v every point t is beaten by t + 1.
"""

from functools import cache

from sympy import IndexedBase, Lambda, S

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMin, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import Theta, theta
from ..logistic import setting as logistic
from ..logistic.setting import ell, t, v
from ..models.setting import j
from .better_weights import better
from .setting import beyond, given, labels, moved, separated

start = IndexedBase("w")
line = start[j] + t * v[j]


def on_a_line() -> Given:
    return Given((*logistic.sizes, labels, separated), logistic.on_a_line.definitions)


@cache
def no_best_point() -> Proof:
    both = (Member(theta, Theta), Member(beyond, Theta))
    return (
        chain(Member(theta, ArgMin(ell(t), (t, Theta))), given(separated, moved, *both))
        .by(use(rules.not_a_minimiser, b=beyond, because=better()))
        .qed("no-best-point", "Then $w$ is no minimiser")
    )


@cache
def better_on_a_line() -> Proof:
    how = use(better(), w=Lambda((j, t), line), theta=t, theta_1=t + 1)
    return chain(Lt(ell(t + 1), ell(t)), on_a_line()).by(how).qed("on-a-line", "Better and better along a line")


@cache
def no_minimiser() -> Proof:
    how = use(rules.every_point_is_beaten, g=Lambda(t, t + 1), because=(better_on_a_line(), t))
    return (
        chain(ArgMin(ell(t), (t, S.Reals)), on_a_line())
        .by(how)
        .qed("no-minimiser", "Along a line in the direction $v$ there is no minimiser")
    )
