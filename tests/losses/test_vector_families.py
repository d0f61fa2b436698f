"""Losses with vectors of parameters: every expression against numbers that are computed in another way."""

import json
import math
from random import Random

import pytest
from click.testing import CliRunner
from sympy import Indexed, IndexedBase, Rational, symbols, sympify

import mlce_sym
from mlce_sym.cli import main
from mlce_sym.losses.vector_families import VECTORS

i, j, k, l, n, d, m, c, K = symbols("i j k l n d m c K")  # noqa: E741
p, z, y, mu, A, Sigma = map(IndexedBase, ("p", "z", "y", "mu", "A", "Sigma"))
STEP = 1e-5
SEEDS = range(3)


def value(expr, sizes, tables):
    """A number: sizes for the free variables, tables for the vectors; entries inside of indices come first."""
    term = expr.subs(sizes).doit()
    while entries := [e for e in term.atoms(Indexed) if not any(index.has(Indexed) for index in e.indices)]:
        found = {e: sympify(tables[e.base.name][tuple(map(int, e.indices))]) for e in entries}
        term = term.xreplace(found).doit()
    return float(term)


def draws(seed):
    random = Random(seed)
    return random, random.randint(2, 4), random.randint(3, 6)


def labelled(random, classes, count):
    """Labels in which every class is seen."""
    labels = [*range(1, classes + 1), *(random.randint(1, classes) for _ in range(count))]
    random.shuffle(labels)
    return labels


def weights(random, classes):
    raw = [random.uniform(0.2, 1) for _ in range(classes)]
    return [x / sum(raw) for x in raw]


def column(values):
    return {(place + 1,): x for place, x in enumerate(values)}


def table(rows):
    return {(a + 1, b + 1): x for a, row in enumerate(rows) for b, x in enumerate(row)}


def slopes(f, point):
    """Gradient by central differences of a function of a list."""

    def moved(place, step):
        return [x + step * (place == other) for other, x in enumerate(point)]

    return [(f(moved(a, STEP)) - f(moved(a, -STEP))) / (2 * STEP) for a in range(len(point))]


def close(a, b):
    assert math.isclose(a, b, rel_tol=1e-4, abs_tol=1e-5), (a, b)


def softmax(logits):
    total = sum(map(math.exp, logits))
    return [math.exp(x) / total for x in logits]


def of_classes(seed, name):
    """The loss, sizes, data, the NLL at probabilities, and how often each class was seen."""
    random, classes, count = draws(seed)
    found, sizes = mlce_sym.loss(name), {K: classes}
    if name == "categorical":
        labels = labelled(random, classes, count)
        counts = [labels.count(one) for one in range(1, classes + 1)]
        data, total = {"y": column(labels)}, len(labels)
        return found, {**sizes, n: total}, data, lambda q: -sum(math.log(q[one - 1]) for one in labels), counts
    trials = 5
    rows = [[0] * classes for _ in range(count)]
    for row in rows:
        for one in [0, *(random.randrange(classes) for _ in range(trials - 1))]:
            row[one] += 1
    rows[0] = [1] * (classes - 1) + [trials - classes + 1]

    def nll(q):
        each = (
            math.lgamma(trials + 1) + sum(x * math.log(q[a]) - math.lgamma(x + 1) for a, x in enumerate(row))
            for row in rows
        )
        return -sum(each)

    return found, {**sizes, n: count, m: trials}, {"y": table(rows)}, nll, [sum(col) for col in zip(*rows, strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["categorical", "multinomial"])
@pytest.mark.parametrize("seed", SEEDS)
def test_class_probabilities(name, seed):
    found, sizes, data, nll, counts = of_classes(seed, name)
    random = Random(seed)
    q = weights(random, sizes[K])
    tables = {**data, "p": column(q)}
    close(value(found.nll, sizes, tables), nll(q))
    constants = sum(value(item.value, sizes, tables) for item in found.dropped if item.kind == "constant")
    (factor,) = [value(item.value, sizes, tables) for item in found.dropped if item.kind == "factor"]
    close(factor * value(found.loss, sizes, tables) + constants, nll(q))

    def at(place):
        return value(found.gradient[p[k]].value, {**sizes, k: place}, tables)

    def along(logits):  # the simplex, in coordinates without constraints
        return value(found.loss, sizes, {**data, "p": column(softmax(logits))})

    logits = [math.log(x) for x in q]
    for place, slope in enumerate(slopes(along, logits)):
        moves = [x * ((place == other) - q[place]) for other, x in enumerate(q)]
        close(slope, sum(at(other + 1) * move for other, move in enumerate(moves)))
    for a in range(1, sizes[K] + 1):
        close(value(found.score[p[k]], {**sizes, k: a}, tables), -factor * at(a))
        for b in range(1, sizes[K] + 1):
            second = value(found.hessian[p[k], p[l]].value, {**sizes, k: a, l: b}, tables)

            def moved(x, a=a, b=b):
                changed = [x if other + 1 == b else old for other, old in enumerate(q)]
                return value(found.gradient[p[k]].value, {**sizes, k: a}, {**data, "p": column(changed)})

            close(second, (moved(q[b - 1] + STEP) - moved(q[b - 1] - STEP)) / (2 * STEP))
    estimate = [value(found.estimates[p[k]], {**sizes, k: a}, tables) for a in range(1, sizes[K] + 1)]
    assert estimate == [pytest.approx(x / sum(counts)) for x in counts]
    assert all(nll(estimate) < nll(weights(random, sizes[K])) for _ in range(50))
    (condition,) = found.conditions
    assert all(value(condition.bodies[0].rhs, {**sizes, k: a}, tables) > 0 for a in range(1, sizes[K] + 1))


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_softmax(seed):
    random, classes, count = draws(seed)
    found, sizes = mlce_sym.loss("softmax"), {K: classes, n: count}
    labels = [random.randint(1, classes) for _ in range(count)]
    logits = [[random.uniform(-2, 2) for _ in range(classes)] for _ in range(count)]

    def nll(rows):
        return -sum(math.log(softmax(row)[label - 1]) for row, label in zip(rows, labels, strict=True))

    def moved(row, place, step):
        return [[x + step * ((a, b) == (row, place)) for b, x in enumerate(xs)] for a, xs in enumerate(logits)]

    def tables(rows):
        return {"y": column(labels), "z": table(rows)}

    def slope(row, place, rows):
        return value(found.gradient[z[i, k]].value, {**sizes, i: row + 1, k: place + 1}, tables(rows))

    close(value(found.nll, sizes, tables(logits)), nll(logits))
    close(value(found.loss, sizes, tables(logits)), nll(logits) / count)
    for a in range(classes):
        close(slope(0, a, logits), (nll(moved(0, a, STEP)) - nll(moved(0, a, -STEP))) / (2 * STEP * count))
        for b in range(classes):
            second = value(found.hessian[z[i, k], z[i, l]].value, {**sizes, i: 1, k: a + 1, l: b + 1}, tables(logits))
            difference = slope(0, a, moved(0, b, STEP)) - slope(0, a, moved(0, b, -STEP))
            close(second, difference / (2 * STEP))
    assert found.estimates == {} and "no closed form" in found.estimate_status


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_the_multivariate_gaussian(seed):
    random = Random(seed)
    size, count = random.randint(1, 3), random.randint(4, 6)
    found, sizes = mlce_sym.loss("multivariate-gaussian"), {d: size, n: count, c: Rational(3, 4)}
    root = [[random.uniform(-1, 1) for _ in range(size)] for _ in range(size)]
    precision = [[sum(r[a] * r[b] for r in root) + (a == b) for b in range(size)] for a in range(size)]
    rows = [[random.uniform(-3, 3) for _ in range(size)] for _ in range(count)]
    at = [random.uniform(-2, 2) for _ in range(size)]

    def nll(point):
        gaps = ([x - center for x, center in zip(row, point, strict=True)] for row in rows)
        forms = (sum(g[a] * precision[a][b] * g[b] for a in range(size) for b in range(size)) for g in gaps)
        return sum(form / 2 - math.log(0.75) for form in forms)

    def tables(point):
        return {"y": table(rows), "A": table(precision), "mu": column(point)}

    close(value(found.nll, sizes, tables(at)), nll(at))
    close(value(found.loss, sizes, tables(at)), nll(at) / count + math.log(0.75))
    for a, slope in enumerate(slopes(nll, at)):
        close(value(found.gradient[mu[j]].value, {**sizes, j: a + 1}, tables(at)), slope / count)
        for b in range(size):
            second = value(found.hessian[mu[j], mu[k]].value, {**sizes, j: a + 1, k: b + 1}, tables(at))

            def moved(step, a=a, b=b):
                point = [x + step * (b == other) for other, x in enumerate(at)]
                return value(found.gradient[mu[j]].value, {**sizes, j: a + 1}, tables(point))

            close(second, (moved(STEP) - moved(-STEP)) / (2 * STEP))
    mean = [value(found.estimates[mu[j]], {**sizes, j: a + 1}, tables(at)) for a in range(size)]
    assert all(nll(mean) < nll([x + random.gauss(0, 1) for x in mean]) for _ in range(50))


def log_determinant(matrix):
    if len(matrix) == 1:
        return math.log(matrix[0][0])
    (pivot, *top), *rest = matrix
    return math.log(pivot) + log_determinant(
        [[x - row[0] * t / pivot for x, t in zip(row[1:], top, strict=True)] for row in rest]
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_the_covariance_is_stated_and_true_in_numbers(seed):
    """−log L = (n/2) (log det Σ + tr(Σ⁻¹ S)) + constants, for d = 2, is larger at other covariances."""
    random = Random(seed)
    found, count = mlce_sym.loss("multivariate-gaussian"), 6
    rows = [[random.uniform(-3, 3) for _ in range(2)] for _ in range(count)]
    sizes, tables = {d: 2, n: count}, {"y": table(rows)}
    best = [[value(found.estimates[Sigma[j, k]], {**sizes, j: a, k: b}, tables) for b in (1, 2)] for a in (1, 2)]

    def loss(cov):
        det = cov[0][0] * cov[1][1] - cov[0][1] * cov[1][0]
        trace = (cov[1][1] * best[0][0] - 2 * cov[0][1] * best[0][1] + cov[0][0] * best[1][1]) / det
        return log_determinant(cov) + trace

    for _ in range(50):
        root = [[random.uniform(-2, 2) for _ in range(2)] for _ in range(2)]
        other = [[sum(r[a] * r[b] for r in root) + 0.1 * (a == b) for b in range(2)] for a in range(2)]
        assert loss(best) < loss(other)
    assert "Sigma: stated, not proved" in found.estimate_status
    assert "Sigma" not in " ".join(map(str, (*found.gradient, *found.hessian)))


@pytest.mark.slow
@pytest.mark.parametrize("name", VECTORS)
def test_what_is_called_proved_is_among_the_theorems_that_were_checked(name):
    found = mlce_sym.loss(name)
    names = [proof.theorem.name for proof in found.proofs]
    assert found.report.startswith("Checked: ") and "negative-log-likelihood" in names
    for slope in (*found.gradient.values(), *found.hessian.values()):
        assert slope.word.startswith("proved") and slope.word.rpartition(", ")[2] in names
    estimate = {"categorical": "categorical", "multinomial": "multinomial", "multivariate-gaussian": "estimate"}
    assert name not in estimate or estimate[name] in names
    assert ("proved" in found.estimate_status) == (name in estimate)


@pytest.mark.slow
@pytest.mark.parametrize("name", VECTORS)
def test_json_has_the_keys_of_every_loss(name):
    runner = CliRunner()
    here, scalar = (
        json.loads(runner.invoke(main, ["loss", one, "--json"], catch_exceptions=False).output)
        for one in (name, "poisson")
    )
    assert list(here) == list(scalar) and here["family"] == name
    assert set(here["nll"]) == {"latex", "sympy"}
    (entry,) = here["gradient"].values()
    assert set(entry) == {"latex", "sympy", "how"}


def test_families_are_listed_and_near_names_are_found():
    runner = CliRunner()
    listed = runner.invoke(main, ["loss"]).output
    assert all(f"\n{name} " in listed for name in VECTORS)
    done = runner.invoke(main, ["loss", "multinomal"])
    assert done.exit_code == 2 and "multinomial" in done.output


@pytest.mark.slow
@pytest.mark.parametrize("form, sign", [("text", "arg max"), ("tex", r"\documentclass"), ("coq", "Theorem")])
def test_the_theorems_behind_it(form, sign):
    done = CliRunner().invoke(main, ["loss", "categorical", "--proof", form])
    assert done.exit_code == 0 and sign in done.output
