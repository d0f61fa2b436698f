"""Factorials, binomial coefficients, the gamma function and its logarithm, their derivatives, the beta function, and
the modified Bessel functions I_n of integer order, I_n(x) = Σ_k (x/2)^(2k+n)/(k! Γ(k + n + 1)).

Γ is taken on the positive numbers alone, where densities need it; x! is Γ(x + 1), and a binomial coefficient is
Γ(n + 1)/(Γ(k + 1) Γ(n − k + 1)) with 1/Γ = 0 at 0, −1, −2, …, which is n(n − 1)⋯(n − k + 1)/k! for integers k ≥ 0.
"""

from .declaration import Abbreviation, Function, Sign

k, m, n, x, y = "k", "m", "n", "x", "y"
TABLES = "NIST Digital Library of Mathematical Functions"
WHOLE = "Integers"
BOTH_WHOLE = (("Member", n, WHOLE), ("Member", k, WHOLE))

gamma = Function(
    "gamma",
    (x,),
    sympy="gamma",
    ball="gamma",
    latex=r"\Gamma",
    text="Γ",
    exact="gamma",
    source=f"{TABLES}, 5.2.1",
    where=(("Lt", 0, x),),
    signs=(Sign("Lt"),),
    whole=(("Member", x, WHOLE),),
    coq="Gamma",
)

digamma = Function(
    "digamma",
    (x,),
    sympy="polygamma",
    leading=(0,),
    ball="digamma",
    latex=r"\psi",
    text="ψ",
    source=f"{TABLES}, 5.2.2",
    where=(("Lt", 0, x),),
    increasing=True,
    coq="Digamma",
)

polygamma = Function(
    "polygamma",
    (m, x),
    sympy="polygamma",
    ball="polygamma",
    latex=r"\psi^{(#1)}(#2)",
    text="ψ^(#1)(#2)",
    source=f"{TABLES}, 5.15.1",
    where=(("Member", m, WHOLE), ("Le", 0, m), ("Lt", 0, x)),
    still=(m,),
    signs=(Sign("Lt", (("Eq", m, 1),)),),
    coq="Polygamma",
)

beta = Function(
    "beta",
    (x, y),
    sympy="beta",
    ball="beta",
    latex=r"\mathrm{B}",
    text="B",
    source=f"{TABLES}, 5.12.1",
    where=(("Lt", 0, x), ("Lt", 0, y)),
    signs=(Sign("Lt"),),
    symmetric=True,
    coq="Beta",
)

factorial = Function(
    "factorial",
    (x,),
    sympy="factorial",
    ball="factorial",
    latex="#1!",
    text="#1!",
    exact="factorial",
    source=f"{TABLES}, 5.4.1",
    where=(("Lt", -1, x),),
    signs=(Sign("Lt"),),
    whole=(("Member", x, WHOLE),),
    coq="Factorial",
)

binomial = Function(
    "binomial",
    (n, k),
    sympy="binomial",
    ball="binomial",
    latex=r"\binom{#1}{#2}",
    text="C(#1, #2)",
    exact="binomial",
    source=f"{TABLES}, 1.2.6 and 5.4",
    where=(("Lt", -1, n),),
    signs=(Sign("Lt", (("Lt", -1, k), ("Lt", k, ("Add", n, 1)))), Sign("Le", BOTH_WHOLE)),
    whole=BOTH_WHOLE,
    coq="Binomial",
)

modified_bessel = Function(
    "besseli",
    (n, x),
    sympy="besseli",
    ball="modified_bessel",
    latex="I_{#1}(#2)",
    text="I_{#1}(#2)",
    source=f"{TABLES}, 10.25.2",
    where=(("Member", n, WHOLE),),
    still=(n,),
    signs=(Sign("Lt", (("Lt", 0, x),)),),
    uncertified="Coq's library of real numbers has no Bessel functions",
)

log_gamma = Abbreviation("loggamma", (x,), ("log", ("gamma", x)))


def _gamma_ratio(top: object, bottom: object) -> tuple[object, ...]:
    return ("Mul", ("gamma", top), ("Pow", ("gamma", bottom), -1))


rising_factorial = Abbreviation("RisingFactorial", (x, n), _gamma_ratio(("Add", x, n), x))
falling_factorial = Abbreviation("FallingFactorial", (x, n), _gamma_ratio(("Add", x, 1), ("Add", x, ("Mul", -1, n), 1)))
harmonic_number = Abbreviation("harmonic", (n,), ("Sum", k, ("Range", 1, n), ("Pow", k, -1)))
WEIGHT = ("Mul", ("Pow", "t", ("Add", x, -1)), ("exp", ("Mul", -1, "t")))
lower_incomplete_gamma = Abbreviation("lowergamma", (x, y), ("ImproperIntegral", "t", ("Interval", 0, y), WEIGHT))
upper_incomplete_gamma = Abbreviation("uppergamma", (x, y), ("ImproperIntegral", "t", ("Above", y), WEIGHT))

# Where that series converges, which is for s > 1.
riemann_zeta = Abbreviation("zeta", ("s",), ("Sum", "k", ("From", 1), ("Pow", "k", ("Mul", -1, "s"))))
