"""x^s (s + r − x)^r is largest at x = s, for whole numbers s, r ≥ 0 and all x from 0 to s + r, where 0⁰ = 1.

Both x^s e^{−x} and (s + r − x)^r e^{−(s + r − x)} are, and the product of the exponentials does not depend on x.
"""

from functools import cache

from sympy import S, exp, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Le, Lt, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from .counts import likeness, s, x
from .one_count import largest_at_the_count

a, b, c, d, r = symbols("a b c d r")
rest = s + r - x
two_counts = Given(
    (*(Member(k, S.Integers) for k in (s, r)), Le(0, s), Le(0, r), Le(0, x), Le(x, s + r), Different(x, s))
)
ones, zeros = (likeness(s, x), likeness(s, s)), (likeness(r, rest), likeness(r, r))


@cache
def order_of_products() -> Proof:
    known = Given((Le(0, a), Lt(a, b), Le(0, c), Lt(c, d)))
    line = chain(Lt(a * c, b * d), known).by(rules.known_order)
    return line.qed("order-of-products", "The order of products", role="lemma")


@cache
def first_factor() -> Proof:
    line = chain(Lt(*ones), two_counts).by(largest_at_the_count())
    return line.qed("first-factor", "The first factor", role="lemma")


@cache
def second_factor() -> Proof:
    line = chain(Lt(*zeros), two_counts).by(use(largest_at_the_count(), s=r, x=rest))
    return line.qed("second-factor", "The second factor", role="lemma")


@cache
def largest_at_the_counts() -> Proof:
    factors = dict(zip((a, b, c, d), (*ones, *zeros), strict=True))
    values = {str(name): value for name, value in factors.items()}
    return (
        chain(Lt(x**s * rest**r, s**s * r**r), two_counts)
        .by(back(rules.order_of_multiples, c=exp(-s - r)))
        .eq(Lt(ones[0] * zeros[0], ones[1] * zeros[1]))
        .by(use(order_of_products(), **values, because=(first_factor(), second_factor())))
        .qed("two-counts", r"$x^s (s + r - x)^r$ is largest at $x = s$")
    )


TWO_COUNTS = (order_of_products, first_factor, second_factor, largest_at_the_counts)
