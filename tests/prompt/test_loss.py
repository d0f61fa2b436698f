"""`loss` from Python and `mlce loss`: what is typed, what comes out, and what is said of bad input."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from sympy import Indexed, IndexedBase, Interval, Range, Sum, Symbol, exp, factorial, gamma, log, oo, symbols
from sympy.core.function import AppliedUndef

import mlce_sym
from mlce_sym.cli import main
from mlce_sym.losses.split import Unsupported
from mlce_sym.reading.typed.mistyped import Mistyped

from ..samples import sampled

EXPONENTIAL = ("--density", r"\lambda e^{-\lambda y}", "--data", "y > 0", "--parameter", r"\lambda > 0")
i, n, lam = symbols("i n lambda")
y = IndexedBase("y")


def run(*arguments):
    return CliRunner().invoke(main, ["loss", *arguments])


def test_the_loss_of_a_typed_density():
    found = mlce_sym.loss(density=r"\lambda e^{-\lambda y}", data="y > 0", parameters=[r"\lambda > 0"])
    each = lam * y[i] - log(lam)
    assert found.nll == Sum(each, (i, 1, n)) and found.loss == Sum(each, (i, 1, n)) / n
    assert [(item.kind, item.value) for item in found.dropped] == [("factor", n)]
    assert found.gradient[lam].value == Sum(y[i] - 1 / lam, (i, 1, n)) / n
    assert found.estimates == {lam: n / Sum(y[i], (i, 1, n))}
    assert found.estimate_status.startswith("proved") and found.report.startswith("Checked: ")


def test_json_has_every_expression_as_latex_and_as_a_sympy_string():
    done = run(*EXPONENTIAL, "--json")
    assert done.exit_code == 0, done.output
    data = json.loads(done.output)
    assert data["nll"] == {
        "latex": r"\sum_{i=1}^{n} [\lambda y_i - \log\lambda]",
        "sympy": "Sum(lambda*y[i] - log(lambda), (i, 1, n))",
    }
    assert data["loss"]["sympy"] == "Sum(lambda*y[i] - log(lambda), (i, 1, n))/n"
    assert [item["sympy"] for item in data["dropped"]] == ["n"]
    assert data["gradient"]["lambda"]["sympy"] == "Sum(y[i] - 1/lambda, (i, 1, n))/n"
    assert data["hessian"]["lambda"]["lambda"]["sympy"] == "lambda**(-2)"
    assert data["estimate"]["lambda"]["sympy"] == "n/Sum(y[i], (i, 1, n))"
    assert data["estimate_status"] == "proved: the only maximiser"


@pytest.mark.slow
def test_the_same_in_another_process_gives_the_same_bytes():
    command = [sys.executable, "-m", "mlce_sym", "loss", *EXPONENTIAL, "--json"]
    done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": "1"}, capture_output=True, check=True)
    assert done.stdout.decode() == run(*EXPONENTIAL, "--json").output


@pytest.mark.slow
@pytest.mark.parametrize(
    "form, sign", [("text", "arg min"), ("tex", r"\documentclass"), ("coq", "Theorem"), ("json", '"theorems"')]
)
def test_the_theorems_behind_it_in_every_format(form, sign):
    done = run(*EXPONENTIAL, "--proof", form)
    assert done.exit_code == 0 and sign in done.output


BAD = [
    (("--density", r"\mu e^{-y}", "--data", "y > 0", "--parameter", r"\lambda > 0"), "nothing says what"),
    (("--density", "exp(-y)", "--data", "y > 0", "--parameter", "a > 0"), "does not depend on a"),
    (("--density", "(1+a*y)/2", "--data", "-1 <= y <= 1", "--parameter", "a > 0"), "positive on its support"),
    (("--density", "exp(-y", "--data", "y > 0", "--parameter", "a > 0"), "--density:1:"),
    (("--density", "a*exp(-a*y)"), "--data"),
    (("poisson", "--data", "y > 0"), "belong to --density"),
    (("poison",), "poisson"),
    (("cauchy",), "a density of your own is typed with --density"),
    (("--density", "a", "--data", "y > 0", "--data", "y < 1", "--parameter", "a > 0"), "--data is said 2 times"),
    (("--density", "a^d", "--data", "y > 0", "--parameter", "a > 0", "--known", "d_i > 0"), "d_i is declared, one for"),
    (("--data", "y > 0"), "--density with --data and --parameter"),
    (
        ("--density", "v*v_i*exp(-v*v_i*y)", "--data", "y > 0", "--parameter", "v > 0", "--known", "v_i > 0"),
        "--known: the i-th v is called v_i, and so is another number; rename one of the two",
    ),
]


OF_EACH = [
    # Weighted least squares; a binomial with its own number of trials; Poisson with exposures.
    (
        r"e^{-(y_i - \mu)^2/(2\sigma_i^2)}/\sqrt{2\pi\sigma_i^2}",
        r"y_i \in \mathbb{R}",
        r"\mu \in \mathbb{R}",
        r"\sigma_i^2 > 0",
    ),
    ("binomial(m_i, y)*p**y*(1 - p)**(m_i - y)", "y in {0, 1, ..., m_i}", "0 < p < 1", "m_i in Naturals"),
    ("(r*t_i)**y*exp(-r*t_i)/factorial(y)", "y in Naturals0", "r > 0", "t_i > 0"),
]
ESTIMATES = [
    "Sum(y[i]/sigma2[i], (i, 1, n))/Sum(1/sigma2[i], (i, 1, n))",
    "Sum(y[i], (i, 1, n))/Sum(m[i], (i, 1, n))",
    "Sum(y[i], (i, 1, n))/Sum(t[i], (i, 1, n))",
]


@pytest.mark.slow
@pytest.mark.parametrize("start, mean", [("c", "c"), ("c_i", "Sum(c[i], (i, 1, n))/n")])
def test_the_condition_of_an_estimate_is_no_stronger_than_it_has_to_be(start, mean):
    density, known = f"r*exp(-r*(y - {start}))", [f"{start} in R"]
    found = mlce_sym.loss(density=density, data=f"y > {start}", parameters=["r > 0"], known=known)
    assert found.estimate_status == "proved: the only maximiser"
    assert [str(condition) for condition in found.conditions] == [f"{mean} < Sum(y[i], (i, 1, n))/n"]


@pytest.mark.slow
@pytest.mark.parametrize("typed, estimate", [*zip(OF_EACH, ESTIMATES, strict=True)])
def test_a_constant_with_the_subscript_i_is_one_for_each_observation(typed, estimate):
    density, data, parameter, known = typed
    found = mlce_sym.loss(density=density, data=data, parameters=[parameter], known=[known])
    (value,) = found.estimates.values()
    assert str(value) == estimate and found.estimate_status == "proved: the only maximiser"
    assert found.density.kind == "agrees"


@pytest.mark.slow
def test_a_parameter_with_the_subscript_i_is_given_by_a_model():
    found = mlce_sym.loss(density="l_i*exp(-l_i*y)", data="y > 0", parameters=["l_i > 0"])
    assert [str(p) for p in found.gradient] == ["l[i]"] and not found.estimates
    assert (
        "l_i(θ)"
        in run("--density", "l_i*exp(-l_i*y)", "--data", "y > 0", "--parameter", "l_i > 0", "--proof", "text").output
    )


@pytest.mark.slow
def test_a_single_declaration_need_not_be_a_list_and_whole_numbers_may_start_anywhere():
    found = mlce_sym.loss(density="p*(1-p)^(y-3)", data="y in {3, 4, ...}", parameters="0 < p < 1")
    assert found.estimate_status == "proved: the only maximiser" and found.density.kind == "agrees"


@pytest.mark.slow
def test_where_there_is_no_information_the_reason_is_said():
    for name, why in (("huber", "no closed form"), ("student-t", "no closed form"), ("tweedie", "is not shown to be")):
        (line,) = [line for line in run(name).output.splitlines() if line.startswith("  information")]
        assert why in line


HIDDEN = {"Gamma", "factorial", "besselI", "piecewise", "abs"}


@pytest.mark.slow
def test_theorems_about_special_functions_speak_of_these_and_suppose_nothing_of_them():
    for name in ("poisson", "student-t", "von-mises", "huber", "multinomial"):
        for proof in mlce_sym.loss(name).proofs:
            said = (*proof.derivation.given.hypotheses, proof.derivation.lhs, proof.derivation.rhs)
            assert not any(part.func.__name__ in HIDDEN for term in said for part in term.atoms(AppliedUndef))
            assert not any(term.has(gamma, factorial) for term in proof.derivation.given.hypotheses)


UP_TO = "(y[i] in 1..y[k] for all i in 1..n)"
EDGES = [  # density, data, parameter, more known, the estimate, and where it is one
    ("1/b", "0 <= y <= b", ["b > 0"], [], "y[k]", ["0 < y[k]", "(y[i] <= y[k] for all i in 1..n)"]),
    ("1/N", "y in {1, ..., N}", ["N in Naturals"], [], "y[k]", ["y[k] in Integers", "1 <= y[k]", UP_TO]),
    ("r*exp(-r*(y - m))", "y >= m", ["m in R"], ["r > 0"], "y[j]", ["(y[j] <= y[i] for all i in 1..n)"]),
    ("a*m^a/y^(a+1)", "y >= m", ["m > 0"], ["a > 0"], "y[j]", ["(y[j] <= y[i] for all i in 1..n)"]),
]


@pytest.mark.slow
@pytest.mark.parametrize("density, data, parameters, known, estimate, where", EDGES)
def test_a_parameter_at_which_the_support_ends_is_the_largest_or_smallest_observation(
    density, data, parameters, known, estimate, where
):
    found = mlce_sym.loss(density=density, data=data, parameters=parameters, known=known)
    (value,) = found.estimates.values()
    assert str(value) == estimate and found.estimate_status == "proved: the only maximiser"
    assert [str(condition) for condition in found.conditions] == where
    assert not found.information


@pytest.mark.slow
def test_both_ends_of_a_uniform_and_both_parameters_of_a_pareto_density():
    uniform = mlce_sym.loss(density="1/(b - a)", data="a <= y <= b", parameters=["a in R", "b > a"])
    assert list(map(str, uniform.estimates.values())) == ["y[j]", "y[k]"]
    assert str(uniform.conditions[0]) == "y[j] < y[k]"  # not all observations are equal
    pareto = mlce_sym.loss(density="a*m^a/y^(a+1)", data="y >= m", parameters=["a > 0", "m > 0"])
    assert pareto.estimate_status == "proved: the only maximiser (in m, then a)"
    assert [str(value) for value in pareto.estimates.values()] == ["y[j]", "n/Sum(log(y[i]/y[j]), (i, 1, n))"]


@pytest.mark.slow
def test_an_open_end_and_a_loss_that_falls_away_from_it_have_no_such_estimate():
    open_end = mlce_sym.loss(density="1/b", data="0 < y < b", parameters=["b > 0"])
    arcsine = mlce_sym.loss(density="1/(pi*sqrt(y*(a - y)))", data="0 < y < a", parameters=["a > 0"])
    growing = mlce_sym.loss(density="b^2", data="0 <= y <= b", parameters=["b > 0"], contribution=True)
    assert not any(found.estimates for found in (open_end, arcsine, growing))


REGRESSION = {
    "density": "exp(-(y - a - b*x_i)^2/(2*s^2))/sqrt(2*pi*s^2)",
    "data": "y in R",
    "known": ["x_i", "s > 0"],
    "parameters": ["a in R", "b in R"],
}


@pytest.mark.slow
def test_least_squares_with_two_coefficients_solves_the_score_equations():
    found = mlce_sym.loss(**REGRESSION)
    assert found.estimate_status == "proved: the only maximiser (in a, then b)"
    xs, ys, i, n = [1, 2, 4, 7], [3, 5, 4, 9], *symbols("i n")
    x = IndexedBase("x")

    def at(term):
        sums = {
            s: sum(s.function.subs({x[i]: a, y[i]: b}) for a, b in zip(xs, ys, strict=True)) for s in term.atoms(Sum)
        }
        return term.xreplace(sums).subs(n, len(xs))

    a, b = (at(value) for value in found.estimates.values())
    rests = [v - a - b * u for u, v in zip(xs, ys, strict=True)]
    assert sum(rests) == 0 and sum(r * u for r, u in zip(rests, xs, strict=True)) == 0
    (condition,) = found.conditions
    assert at(condition.rhs - condition.lhs) > 0  # not all x_i are equal


@pytest.mark.slow
def test_a_mean_that_depends_on_another_parameter_is_no_known_number_in_its_profile_likelihood():
    """The best c is mean (y − m)²/y over m: were that mean fixed, another m would seem the best than is."""
    inverse_gaussian = r"\sqrt{\frac{m}{2\pi c y^3}} e^{-\frac{(y-m)^2}{2 c m y}}"
    found = mlce_sym.loss(density=inverse_gaussian, data="y > 0", parameters=["m > 0", "c > 0"])
    assert not found.estimates and set(map(str, found.profile)) == {"m"}


@pytest.mark.slow
def test_what_is_best_for_any_values_of_the_others_is_a_profile():
    found = mlce_sym.loss("gamma")
    assert not found.estimates and found.estimate_status == "no closed form was found"
    ((name, claim),) = found.profile.items()
    assert (str(name), str(claim.value), claim.word) == ("lambda", "k*n/Sum(y[i], (i, 1, n))", "proved")
    assert "  profile      λ = " in run("gamma").output


@pytest.mark.slow
def test_a_parameter_inside_of_other_functions():
    weibull = mlce_sym.loss(
        density="k/s*(y/s)^(k - 1)*exp(-(y/s)^k)", data="y > 0", parameters=["s > 0"], known=["k > 0"]
    )
    assert [str(value) for value in weibull.estimates.values()] == ["(Sum(y[i]**k, (i, 1, n))/n)**(1/k)"]
    cloglog = mlce_sym.loss(
        density="(1 - exp(-exp(eta)))^y*exp(-exp(eta))^(1 - y)", data="y in {0, 1}", parameters=["eta in R"]
    )
    assert "log(log(1/(1 - Sum(y[i]" in str(cloglog.estimates)


@pytest.mark.slow
def test_a_common_parameter_and_one_of_each_observation():
    found = mlce_sym.loss(
        density="exp(-(y - m_i)^2/(2*v))/sqrt(2*pi*v)", data="y in R", parameters=["v > 0", "m_i in R"]
    )
    words = [claim.word for claim in found.gradient.values()]
    assert words == ["proved", "proved of the term of one observation"]
    assert all(claim.word.startswith("proved") for claim in found.hessian.values())


@pytest.mark.slow
def test_what_is_given_is_used_and_printed_and_what_is_missing_is_said_in_the_names_that_were_typed():
    typed = ("--density", "(1-b)*a*exp(-a*y)", "--data", "y > 0", "--parameter", "a > 0", "--known", "b in R")
    done = run(*typed)
    assert done.exit_code == 2 and done.output.rstrip().endswith("narrow the support, or say it: --given '0 < 1 - b'")
    done = run(*typed, "--given", "0 < 1 - b")
    assert done.exit_code == 1 and "  given        1 − b > 0\n" in done.output
    assert "NOT A DENSITY: at b = 1/2, a = 4 the total is 0.500000, not 1" in done.output
    assert run(*typed[:1], "a*exp(-a*y)", *typed[2:-2], "--given", "a < 3").exit_code == 0
    assert run(*typed, "--given", "b").exit_code == 2


@pytest.mark.slow
def test_a_contribution_to_a_likelihood_is_no_failure():
    typed = ("--density", "a^d_i*exp(-a*y)", "--data", "y > 0", "--parameter", "a > 0", "--known", "d_i in {0, 1}")
    assert run(*typed).exit_code == 1 and "say --contribution" in run(*typed).output
    done = run(*typed, "--contribution")
    assert done.exit_code == 0 and "a contribution to a likelihood" in done.output


@pytest.mark.slow
def test_cases_may_be_a_factor_and_an_observation_is_not_at_a_kink():
    zero_inflated = mlce_sym.loss(
        density="Piecewise((w + (1 - w)*exp(-m), y = 0), ((1 - w)*m^y*exp(-m)/factorial(y), y > 0))",
        data="y in Naturals0",
        parameters=["0 < w < 1", "m > 0"],
    )
    assert zero_inflated.density.kind == "agrees" and zero_inflated.whole.word == "proved"
    power = mlce_sym.loss(
        density="b/(2*a*Gamma(1/b))*exp(-(|y - m|/a)^b)", data="y in R", parameters=["a > 0"], known=["m in R", "b > 0"]
    )
    assert not power.family.given and power.whole.word == "proved"  # 0^b is 0: an observation may be m


def test_the_loss_as_a_table_in_markdown():
    text = run("poisson", "--format", "md").output
    assert text.startswith("**Poisson, rate**\n\n| | |\n| --- | --- |\n| density | $") and "[proved] |" in text
    assert all(line.count("|") == 3 for line in text.splitlines()[2:])
    assert run("poisson", "--format", "json").output == run("poisson", "--json").output


@pytest.mark.parametrize("library", ["numpy", "python", "torch", "jax"])
def test_the_loss_as_code(library, tmp_path):
    done = run("poisson", "--code", library, "-o", str(tmp_path / "loss.py"))
    assert done.exit_code == 0 and done.output == ""
    text = (tmp_path / "loss.py").read_text(encoding="utf-8")
    assert text == mlce_sym.loss("poisson").code(library) and "proved" in text
    compile(text, "loss.py", "exec")


@pytest.mark.slow
def test_the_code_of_a_typed_density_has_the_names_that_were_typed():
    typed = ("--density", "rate*exp(-rate*y)", "--data", "y > 0", "--parameter", "rate > 0", "--code", "python")
    space = {}
    exec(run(*typed).output, space)
    assert space["loss"](y=2.0, rate=0.5) == pytest.approx(1.0 + 0.6931471805599453)
    assert space["gradient"](y=2.0, rate=0.5) == 0.0 and space["hessian"](2.0, 0.5) == 4.0
    assert "for vectors there is code for numpy" in run("softmax", "--code", "python").output


@pytest.mark.parametrize("arguments, words", BAD)
def test_bad_input_is_one_line_and_status_2(arguments, words):
    done = run(*arguments)
    assert done.exit_code == 2 and words in done.output, done.output
    assert len(done.output.strip().splitlines()) == 1 and "Traceback" not in done.output


@pytest.mark.long
@pytest.mark.parametrize("name", [*sampled(["i", "n", "L", "f", "E", "S", "I", "N", "t", "s", "theta", "T_1", "ell"])])
def test_a_parameter_may_have_any_name(name):
    found = mlce_sym.loss(density=f"{name}*exp(-{name}*y)", data="y > 0", parameters=[f"{name} > 0"])
    (estimate,) = found.estimates.values()
    assert found.estimate_status.startswith("proved") and Symbol(name) in found.loss.free_symbols
    assert y in {part.base for part in estimate.atoms(Indexed)}


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", [*sampled(["i", "n", "L", "f", "E", "S", "t", "s", "k", "beta", "z", "ell"])])
def test_the_second_parameter_and_one_of_each_observation_may_have_any_name(name):
    both = mlce_sym.loss(
        density=f"exp(-(y - m)**2/(2*{name}))/sqrt(2*pi*{name})", data="y in R", parameters=["m in R", f"{name} > 0"]
    )
    assert both.estimate_status == f"proved: the only maximiser (in m, then {name})"
    own = mlce_sym.loss(density=f"{name}_i*exp(-{name}_i*y)", data="y > 0", parameters=[f"{name}_i > 0"])
    assert {str(p.base) for p in own.gradient} == {name}


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", [*sampled(["i", "n", "L", "f", "E", "T_1", "t", "s", "k", "x"])])
def test_the_observation_may_have_any_name(name):
    found = mlce_sym.loss(density=f"a*exp(-a*{name})", data=f"{name} > 0", parameters=["a > 0"])
    assert found.estimate_status.startswith("proved")


@pytest.mark.slow
def test_counts_may_begin_at_an_integer_that_is_known():
    """Trials until the r-th success."""
    typed = {"density": "binomial(k-1, r-1)*p^r*(1-p)^(k-r)", "data": "k in {r, r+1, ...}", "parameters": "0 < p < 1"}
    found = mlce_sym.loss(**typed, known="r in {1, 2, ...}")
    assert found.density.kind == "agrees" and found.estimate_status == "proved: the only maximiser"
    assert str(found.estimates) == "{p: n*r/Sum(k[i], (i, 1, n))}" and len(found.conditions) == 1
    with pytest.raises(Mistyped, match="this list begins at r; declare that as an integer"):
        mlce_sym.loss(**typed, known="r > 0")


def test_what_cannot_be_read_or_derived_raises():
    with pytest.raises(Mistyped):
        mlce_sym.loss(density="exp(", data="y > 0", parameters=["a > 0"])
    with pytest.raises(Mistyped, match="the i-th t is called t_i, and so is another number; rename one of the two"):
        mlce_sym.loss(density="a*exp(-a*(t - t_i))", data="t > t_i", parameters="a > 0", known="t_i > 0")
    with pytest.raises(LookupError, match="a density with its data and parameters"):
        mlce_sym.loss(density="exp(-y)", data="y > 0")
    with pytest.raises(Unsupported):
        mlce_sym.loss(density="exp(-y)", data="y > 0", parameters=["a > 0"])
    with pytest.raises(Unsupported, match="a family has its own"):
        mlce_sym.loss("poisson", data="y > 5")
    with pytest.raises(TypeError, match="7 is no family; give the name of one, such as 'poisson'"):
        mlce_sym.loss(7)
    with pytest.raises(TypeError, match="7 is neither text nor a term of SymPy"):
        mlce_sym.loss(density=7, data="y > 0", parameters="a > 0")


@pytest.mark.slow
def test_terms_of_sympy_are_read_as_they_print_and_a_model_names_its_family():
    x = Symbol("x", positive=True)
    found = mlce_sym.loss(density=lam * exp(-lam * x), data=Symbol("x") > 0, parameters=lam > 0)
    assert found.loss == mlce_sym.loss(density="lambda*exp(-lambda*x)", data="x > 0", parameters="lambda > 0").loss
    assert mlce_sym.loss(mlce_sym.Poisson).family.name == "poisson"
    assert repr(found) == str(found)


@pytest.mark.slow
def test_what_nothing_says_may_be_declared():
    typed = {
        "density": "binomial(2*m, y)*p^y*(1 - p)^(2*m - y)",
        "data": r"y \in \{0, \dots, 2m\}",
        "parameters": "0 < p < 1",
    }
    with pytest.raises(
        Unsupported, match=r"only where 2\*m in Integers, .*; a declaration, such as 'm in Naturals', may say it$"
    ):
        mlce_sym.loss(**typed, known="m > 0")
    assert mlce_sym.loss(**typed, known="m in Naturals").estimate_status == "proved: the only maximiser"


@pytest.mark.slow
def test_a_known_number_that_ends_a_list_of_integers_is_one():
    density, data = "p*(1 - p)^(y - 1)/(1 - (1 - p)^m)", r"y \in \{1, \dots, m\}"
    found = mlce_sym.loss(density=density, data=data, parameters="0 < p < 1", known="m > 3/2")
    assert [one.domain for one in found.family.known] == [Range(2, oo)]
    assert found.density.kind != "refuted"
    elsewhere = mlce_sym.loss(density="m*y^(m - 1)", data="0 < y < 1", parameters="m > 0", known="k > 0")
    assert [one.domain for one in elsewhere.family.known] == [Interval.open(0, oo)]
