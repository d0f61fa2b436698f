"""Absolute value, sign, the larger and the smaller of two numbers; circular and hyperbolic functions."""

from .declaration import Abbreviation, Function, Sign

x, y = "x", "y"
ANALYSIS = "Rudin, Principles of Mathematical Analysis, 3rd edition"
TABLES = "NIST Digital Library of Mathematical Functions"


def minus(term: object) -> tuple[object, ...]:
    return ("Mul", -1, term)


def one_of(term: object, *values: object) -> tuple[object, ...]:
    return ("Member", term, ("Finite", *values))


absolute_value = Function(
    "abs",
    (x,),
    sympy="Abs",
    ball="absolute_value",
    latex=r"\lvert #1 \rvert",
    text="|#1|",
    parity=1,
    exact="absolute_value",
    source=f"{ANALYSIS}, 1.32",
    smooth=False,
    apart=(("Ne", x, 0),),
    continuous=True,
    signs=(Sign("Le"), Sign("Lt", (("Ne", x, 0),))),
    bounds=(("Le", x, ("abs", x)), ("Le", minus(x), ("abs", x)), one_of(("abs", x), x, minus(x))),
    whole=(("Member", x, "Integers"),),
    coq="Rabs",
)

sign = Function(
    "sign",
    (x,),
    sympy="sign",
    ball="sign",
    latex=r"\operatorname{sgn}",
    text="sgn",
    parity=-1,
    exact="sign",
    source=f"{TABLES}, front matter",
    smooth=False,
    apart=(("Ne", x, 0),),
    like=x,
    bounds=(("Le", ("sign", x), 1), ("Le", -1, ("sign", x))),
    whole=(),
    coq="signum",
)

larger = Function(
    "max",
    (x, y),
    sympy="Max",
    ball="larger",
    latex=r"\max",
    text="max",
    exact="larger",
    source=f"{TABLES}, front matter",
    smooth=False,
    apart=(("Ne", x, y),),
    continuous=True,
    bounds=(("Le", x, ("max", x, y)), ("Le", y, ("max", x, y)), one_of(("max", x, y), x, y)),
    whole=(("Member", x, "Integers"), ("Member", y, "Integers")),
    symmetric=True,
    coq="Rmax",
)

smaller = Function(
    "min",
    (x, y),
    sympy="Min",
    ball="smaller",
    latex=r"\min",
    text="min",
    exact="smaller",
    source=f"{TABLES}, front matter",
    smooth=False,
    apart=(("Ne", x, y),),
    continuous=True,
    bounds=(("Le", ("min", x, y), x), ("Le", ("min", x, y), y), one_of(("min", x, y), x, y)),
    whole=(("Member", x, "Integers"), ("Member", y, "Integers")),
    symmetric=True,
    coq="Rmin",
)

sine = Function(
    "sin",
    (x,),
    sympy="sin",
    ball="sine",
    latex=r"\sin",
    text="sin",
    parity=-1,
    exact="zero_at_zero",
    source=f"{ANALYSIS}, 8.7",
    bounds=(("Le", ("sin", x), 1), ("Le", -1, ("sin", x))),
    coq="sin",
)

cosine = Function(
    "cos",
    (x,),
    sympy="cos",
    ball="cosine",
    latex=r"\cos",
    text="cos",
    parity=1,
    exact="one_at_zero",
    source=f"{ANALYSIS}, 8.7",
    bounds=(("Le", ("cos", x), 1), ("Le", -1, ("cos", x))),
    coq="cos",
)

hyperbolic_sine = Function(
    "sinh",
    (x,),
    sympy="sinh",
    ball="hyperbolic_sine",
    latex=r"\sinh",
    text="sinh",
    parity=-1,
    exact="zero_at_zero",
    source=f"{TABLES}, 4.28.1",
    like=x,
    increasing=True,
    coq="sinh",
)

hyperbolic_cosine = Function(
    "cosh",
    (x,),
    sympy="cosh",
    ball="hyperbolic_cosine",
    latex=r"\cosh",
    text="cosh",
    parity=1,
    exact="one_at_zero",
    source=f"{TABLES}, 4.28.2",
    signs=(Sign("Lt"),),
    bounds=(("Le", 1, ("cosh", x)),),
    coq="cosh",
)

hyperbolic_tangent = Function(
    "tanh",
    (x,),
    sympy="tanh",
    ball="hyperbolic_tangent",
    latex=r"\tanh",
    text="tanh",
    parity=-1,
    exact="zero_at_zero",
    source=f"{TABLES}, 4.28.4",
    like=x,
    increasing=True,
    bounds=(("Lt", ("tanh", x), 1), ("Lt", -1, ("tanh", x))),
    coq="tanh",
)

error_function = Function(
    "erf",
    (x,),
    sympy="erf",
    ball="error_function",
    latex=r"\operatorname{erf}",
    text="erf",
    parity=-1,
    exact="zero_at_zero",
    source=f"{TABLES}, 7.2.1",
    like=x,
    increasing=True,
    bounds=(("Lt", ("erf", x), 1), ("Lt", -1, ("erf", x))),
    coq="Erf",
)


inverse_hyperbolic_sine = Function(
    "asinh",
    (x,),
    sympy="asinh",
    ball="inverse_hyperbolic_sine",
    latex=r"\operatorname{arsinh}",
    text="arsinh",
    parity=-1,
    exact="zero_at_zero",
    source=f"{TABLES}, 4.37.16",
    like=x,
    increasing=True,
    coq="arcsinh",
)


def one_over(term: object) -> tuple[object, ...]:
    return ("Pow", term, -1)


tangent = Abbreviation("tan", (x,), ("Mul", ("sin", x), one_over(("cos", x))))
cotangent = Abbreviation("cot", (x,), ("Mul", ("cos", x), one_over(("sin", x))))
secant = Abbreviation("sec", (x,), one_over(("cos", x)))
cosecant = Abbreviation("csc", (x,), one_over(("sin", x)))
hyperbolic_cotangent = Abbreviation("coth", (x,), one_over(("tanh", x)))
hyperbolic_secant = Abbreviation("sech", (x,), one_over(("cosh", x)))
hyperbolic_cosecant = Abbreviation("csch", (x,), one_over(("sinh", x)))
complementary_error_function = Abbreviation("erfc", (x,), ("Add", 1, minus(("erf", x))))

# SymPy's second argument is the value at 0.
step = Abbreviation("Heaviside", (x, y), ("Cases", ("Lt", x, 0), 0, ("Cases", ("Lt", 0, x), 1, y)))

# SymPy writes |exp z| as exp(re z); every number here is real.
real_part = Abbreviation("re", (x,), x)
imaginary_part = Abbreviation("im", (x,), ("Mul", 0, x))
conjugate_number = Abbreviation("conjugate", (x,), x)
