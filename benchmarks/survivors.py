"""Errors in the trusted base that no test notices, because they are none: by the mutant's name, why it means the same.

A name that no mutant has, or that of a mutant that is noticed, is an error too.
"""

REASONS: dict[str, str] = {
    "kernel/step.py:extended:swapped arguments:2": "what the names stand for is a union, whatever comes first",
    "kernel/step.py:_check_step:swapped arguments:17": "what the names stand for is a union, whatever comes first",
    "kernel/step.py:_check_step:swapped arguments:25": "both sides are checked; which is refused first means nothing",
    "kernel/equations.py:_same:swapped arguments:3": "it is equality of the two",
    "kernel/rule_table.py:Rule.names:swapped arguments:2": "the names are a union, whatever comes first",
    "kernel/theorem.py:Known.rule:dropped condition:7": "there is a rule at this point, and no rule equals None",
    "logic/algebra.py:_product:dropped condition:4": "a product by 1 is worked out; only slower",
    "logic/algebra.py:_joined:dropped condition:4": "a product by 1 is worked out; only slower",
    "logic/entailment.py:_of_sum:dropped condition:13": "what cannot be read has no head, and "
    "whoever reads asks for one",
    "logic/entailment.py:_remainders:dropped condition:6": "what is left would have more terms, and is not taken; only "
    "slower",
    "logic/entailment.py:_by_structure:dropped condition:3": "a name gives its first letter, and no head is one",
    "logic/entailment.py:_by_what_is_known:dropped condition:4": "that 1 is positive is told either way; only slower",
    "logic/entailment.py:_by_what_is_known:dropped condition:19": "one sign is left already; only slower",
    "logic/entailment.py:_by_what_is_known:dropped condition:20": "cases are sought further inside; only slower",
    "logic/entailment.py:_sign_of_function:dropped condition:5": "what is told already is told again; only slower",
    "logic/entailment.py:_sign_of_poly:flipped comparison:1": "one sign is left already; what follows besides says the "
    "same, or that the hypotheses contradict each other",
    "logic/entailment.py:_sign_of_poly:flipped comparison:2": "one sign is left already; what follows besides says the "
    "same, or that the hypotheses contradict each other",
    "logic/entailment.py:_sign_of_poly:dropped condition:5": "one sign is left already; only slower",
    "logic/entailment.py:holds:dropped condition:12": "the long search shows what the short one does; only slower",
    "logic/entailment.py:holds:swapped arguments:5": "the long search shows what the short one does; only slower",
    "logic/given.py:_size:swapped arguments:5": "it is a sum of products",
    "logic/given.py:_size:off by one:4": "above the limit either way",
    "logic/given.py:_size:dropped condition:6": "a name without definition is one node, counted here or below",
    "logic/given.py:check_size:dropped condition:3": "a term has at most so many nodes where nothing is defined; only "
    "slower",
    "logic/given.py:matched:dropped condition:4": "what begins like a call is one, and no number is asked about",
    "logic/given.py:matched:dropped condition:8": "only names are wanted",
    "logic/comparison.py:_logarithm:dropped condition:12": "that log 1 is 0 is worked out either way",
    "logic/comparison.py:by_comparison:dropped condition:3": "a sum with what has any sign has any; only slower",
    "logic/polynomials.py:_monomial:dropped condition:3": "one factor is in order; only slower",
    "logic/polynomials.py:_monomial:flipped comparison:2": "one factor is in order; only slower",
    "logic/bounds.py:plus:swapped arguments:2": "it is a sum of the two",
    "logic/signs.py:module:swapped arguments:4": "it is a set",
    "logic/convergence.py:_of_log:off by one:7": "of an exponent is asked only whether it moves, and no number does",
    "logic/convergence.py:_ends:swapped arguments:2": "both ends are looked at, and nothing is said where one of them "
    "is not seen through",
    "logic/entailment.py:_by_subtraction:flipped comparison:4": "it searches on where nothing is gained: from a sum "
    "that is not zero on, only equations help, and those may be subtracted first",
}
