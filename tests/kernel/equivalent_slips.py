"""Slips in the rules of infinite sums and integrals that nothing notices, because they are true as well."""

U, M, D, E, B = "u", "m", "d", "e", "b"
C_PLUS, A_OVER_C = ["Add", 1, "c"], ["Mul", "a", ["Pow", "c", -1]]


def neg(term):
    return ["Mul", -1, term]


def on_line(body):
    return ["ImproperIntegral", U, "Reals", body]


def on_half_line(body):
    return ["ImproperIntegral", U, ["Above", 0], body]


def bell(base):
    return ["exp", ["Mul", ["Rational", -1, 2], ["Pow", "v", -1], ["Pow", base, 2]]]


def cauchy(base):
    return ["Pow", ["Add", "v", ["Pow", base, 2]], -1]


def tent(inside):
    return ["exp", ["Mul", -1, ["Pow", B, -1], ["abs", inside]]]


SLOPING = ["Add", D, ["Mul", B, U]]
B_U, FALLS = ["Mul", B, U], ["Mul", -1, "a", ["Pow", U, 2]]
SAME_SQUARE = ["exp", ["Add", B_U, ["Mul", -1, "a", ["Pow", neg(U), 2]]]]
FROM_ONE, E_U = ["From", 1], ["Mul", E, U]
CENTRED, INSIDE, AROUND = ["Add", U, neg(M)], ["Add", D, E_U], ["Add", U, ["Mul", D, E]]
BINOMIAL_WEIGHT = (["Pow", "a", "k"], ["Pow", "b", ["Add", "n", neg("k")]], ["binomial", "n", "k"])
CHOICES = (["binomial", "m", "k"], ["binomial", "n", ["Add", "r", neg("k")]])
ONE_FEWER = (["binomial", "n", ["Add", -1, "r", neg("k")]], ["binomial", ["Add", -1, "m"], "k"])

OF_INFINITE = {
    ("index out of the exponential series", "lhs"): [  # the term for k = 0 is 0
        ["Sum", "k", FROM_ONE, ["Mul", "k", ["Pow", "a", "k"], ["Pow", ["factorial", "k"], -1], ["Apply", "f", "k"]]]
    ],
    ("index out of a binomial sum", "lhs"): [  # likewise
        [*("Sum", "k", ["Range", 1, "n"]), ["Mul", "k", *BINOMIAL_WEIGHT, ["Apply", "f", "k"]]]
    ],
    ("Vandermonde's convolution", "lhs"): [  # C(m, -1) = 0
        [*("Sum", "k", ["Range", -1, "r"]), ["Mul", ["binomial", "m", "k"], ["binomial", "n", ["Add", "r", neg("k")]]]]
    ],
    ("index out of Vandermonde's convolution", "lhs"): [  # the term for k = 0 is 0, and so is C(m, -1)
        [*("Sum", "k", ["Range", low, "r"]), ["Mul", "k", *CHOICES, ["Apply", "f", "k"]]] for low in (1, -1)
    ],
    ("index out of Vandermonde's convolution", "rhs"): [  # C(m - 1, -1) = 0, and C(n, -1) = 0
        ["Mul", "m", ["Sum", "k", ["Range", *ends], ["Mul", *ONE_FEWER, ["Apply", "f", ["Add", 1, "k"]]]]]
        for ends in ((-1, ["Add", -1, "r"]), (0, ["Add", 0, "r"]))
    ],
    ("integral over the line in two parts", "lhs"): [  # the line mirrored
        ["ImproperIntegral", U, "Reals", ["Apply", "f", neg(U)]]
    ],
    ("line, shifted", "lhs"): [on_line(["Apply", "f", neg(U)])],  # the line mirrored
    ("line, shifted", "rhs"): [
        on_line(["Apply", "f", inside]) for inside in (neg(["Add", "a", U]), ["Add", neg("a"), U], ["Add", "a", neg(U)])
    ],
    ("beta integral over the half-line", "lhs"): [  # (-u)^c is u^c, or of d + b (-u)^c there is no integral
        [
            *("ImproperIntegral", U, ["Above", 0]),
            [
                *("Mul", ["Pow", U, ["Add", -1, "a"]]),
                [
                    "Pow",
                    ["Add", "d", ["Mul", B, ["Pow", neg(U), "c"]]],
                    ["Add", neg("m"), ["Mul", -1, "a", ["Pow", "c", -1]]],
                ],
            ],
        ]
    ],
    ("Gaussian integral, mean absolute deviation", "lhs"): [  # the same distance
        on_line(["Mul", ["abs", neg(INSIDE)], bell(AROUND)]),
        on_line(["Mul", ["abs", INSIDE], bell(neg(AROUND))]),
    ],
    ("Gaussian integral, by the coefficients of its exponent", "lhs"): [  # the line mirrored, and the same square
        *(on_line(["exp", ["Add", slope, FALLS]]) for slope in (neg(B_U), ["Mul", neg(B), U], ["Mul", B, neg(U)])),
        on_line(["exp", ["Add", B_U, ["Mul", -1, "a", ["Pow", neg(U), 2]]]]),
    ],
    ("Gaussian integral, by the coefficients of its exponent", "rhs"): [  # the same square
        [
            *("Mul", ["Pow", ["Constant", "pi"], ["Rational", 1, 2]], ["Pow", ["Pow", "a", -1], ["Rational", 1, 2]]),
            ["exp", ["Mul", ["Rational", 1, 4], ["Pow", "a", -1], ["Pow", neg(B), 2]]],
        ]
    ],
    # the same squares
    ("logistic integral over the half-line", "lhs"): [
        on_half_line(["Mul", ["Pow", neg(["Add", 1, ["exp", SLOPING]]), -2], ["exp", SLOPING]])
    ],
    ("Gaussian integral over the half-line", "lhs"): [on_half_line(SAME_SQUARE)],
    ("Gaussian integral over the half-line", "rhs"): [
        [
            *("Mul", ["Rational", 1, 2], ["Pow", ["Constant", "pi"], ["Rational", 1, 2]]),
            ["Pow", ["Pow", "a", -1], ["Rational", 1, 2]],
            ["Add", 1, ["erf", ["Mul", ["Rational", 1, 2], B, ["Pow", "a", ["Rational", -1, 2]]]]],
            ["exp", ["Mul", ["Rational", 1, 4], ["Pow", "a", -1], ["Pow", neg(B), 2]]],
        ]
    ],
    ("first moment of a Gaussian integral over the half-line", "lhs"): [on_half_line(["Mul", U, SAME_SQUARE])],
    ("first moment of a Gaussian integral over the half-line", "rhs"): [
        [
            *("Add", ["Mul", ["Rational", 1, 2], ["Pow", "a", -1]]),
            ["Mul", ["Rational", 1, 2], B, ["Pow", "a", -1], on_half_line(SAME_SQUARE)],
        ]
    ],
    ("gamma integral with a power in the exponent and a logarithm", "rhs"): [  # the same square
        [
            *("Mul", "e", ["Pow", B, ["Mul", -1, "a", ["Pow", "c", -1]]]),
            *(["Pow", neg("c"), -2], ["Add", neg(["log", B]), ["digamma", A_OVER_C]], ["gamma", A_OVER_C]),
        ]
    ],
    ("integral of a power times a logarithm from 0", "rhs"): [  # the same square
        [
            *("Mul", ["Pow", B, C_PLUS]),
            ["Add", neg(["Pow", neg(C_PLUS), -2]), ["Mul", ["Pow", C_PLUS, -1], ["log", B]]],
        ]
    ],
    ("integral of a power times a logarithm to infinity", "rhs"): [  # the same square
        [
            *("Mul", ["Pow", "a", C_PLUS]),
            ["Add", ["Pow", neg(C_PLUS), -2], ["Mul", -1, ["Pow", C_PLUS, -1], ["log", "a"]]],
        ]
    ],
    ("Gaussian integral, total", "lhs"): [  # the same curve around another point
        *(on_line(bell(base)) for base in (neg(CENTRED), ["Add", neg(U), neg(M)], ["Add", U, neg(neg(M))])),
        *(on_line(bell(["Add", U, [head, number, M]])) for head, number in (("Add", -1), ("Mul", 0), ("Mul", -2))),
    ],
    ("Cauchy integral", "lhs"): [  # likewise
        *(on_line(cauchy(base)) for base in (neg(CENTRED), ["Add", neg(U), neg(M)], ["Add", U, neg(neg(M))])),
        *(on_line(cauchy(["Add", U, [head, number, M]])) for head, number in (("Add", -1), ("Mul", 0), ("Mul", -2))),
    ],
    ("logistic integral", "lhs"): [  # the same square
        on_line(["Mul", ["Pow", neg(["Add", 1, ["exp", SLOPING]]), -2], ["exp", SLOPING]])
    ],
    **{
        (f"Gaussian integral, {name} central moment", "lhs"): [  # the same powers
            on_line(["Mul", ["Pow", neg(CENTRED), power], bell(CENTRED)]),
            on_line(["Mul", ["Pow", CENTRED, power], bell(neg(CENTRED))]),
        ]
        for name, power in (("second", 2), ("fourth", 4))
    },
    ("power of a square", "lhs"): [["Pow", ["Pow", neg("a"), 2], B]],  # the same square
    ("Laplace integral, total", "lhs"): [  # the same curve around another point
        *(on_line(tent(inside)) for inside in (neg(INSIDE), ["Add", neg(D), E_U], ["Add", D, neg(E_U)])),
        *(on_line(tent(["Add", D, part])) for part in (["Add", E, U], ["Mul", neg(E), U], ["Mul", E, neg(U)])),
    ],
    ("Laplace integral, second central moment", "lhs"): [  # the same square, or distance
        on_line(["Mul", ["Pow", neg(AROUND), 2], tent(INSIDE)]),
        on_line(["Mul", ["Pow", AROUND, 2], tent(neg(INSIDE))]),
    ],
    ("Laplace integral, mean absolute deviation", "lhs"): [  # the same distance
        on_line(["Mul", ["abs", neg(INSIDE)], tent(INSIDE)]),
        on_line(["Mul", ["abs", INSIDE], tent(neg(INSIDE))]),
    ],
    ("Laplace integral, mean absolute deviation", "rhs"): [["Mul", 2, ["Pow", neg(B), 2]]],  # the same square
}
# Whatever stands there is 0, since the integrand is odd around a point.
ODD = ("Gaussian integral, first central moment", "Gaussian integral, third central moment")
ODD = (*ODD, "Laplace integral, first central moment")
