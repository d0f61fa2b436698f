r"""The vocabulary of LaTeX mathematics, as data: what kind of sign a command is. No variable's or function's name is
here but the words that LaTeX itself sets upright.

>>> SIGNS["cdot"], SIGNS["leq"]
(('TIMES', '*'), ('REL', '<='))
"""

from __future__ import annotations

import re

SMALL = tuple(
    re.findall(
        "[a-z]+",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi "
        "omega",
    )
)
CAPITAL = ("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega")
VARIANTS = ("varepsilon", "vartheta", "varkappa", "varpi", "varrho", "varsigma", "varphi", "Upsilon", "ell", "hbar")
GREEK = (*SMALL, *CAPITAL, *VARIANTS)
UNICODE_LETTERS = dict(zip("αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ", (*SMALL, *CAPITAL), strict=True)) | {"ℓ": "ell"}

# Words that LaTeX sets upright, with their arguments beside them.
FUNCTIONS = tuple(
    re.findall(
        "[A-Za-z]+",
        "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth sech csch erf erfc sgn sign "
        "det tr Tr trace Trace rank diag dim ker gcd arg deg max min sup inf lim limsup liminf argmax argmin lnot",
    )
)
BIG = {
    **{"sum": "sum", "prod": "prod", "int": "int", "iint": "iint", "iiint": "iiint", "oint": "oint"},
    **{"bigcup": "bigcup", "bigcap": "bigcap", "coprod": "coprod", "bigsqcup": "bigsqcup", "bigoplus": "bigoplus"},
}

RELATIONS = {
    **{"=": "=", "<": "<", ">": ">", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "≈", "∝": "∝", "≡": "≡", "∈": "∈"},
    **{"le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=", "geq": ">=", "geqslant": ">=", "lt": "<", "gt": ">"},
    **{"ne": "!=", "neq": "!=", "approx": "≈", "simeq": "≈", "cong": "≈", "sim": "∼", "propto": "∝", "equiv": "≡"},
    **{"triangleq": ":=", "coloneqq": ":=", "colonequals": ":=", "doteq": "≈", "eqqcolon": "=:", "eqdef": ":="},
    **{"ll": "≪", "gg": "≫", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "supset": "⊃"},
    **{"Rightarrow": "⇒", "implies": "⇒", "Longrightarrow": "⇒", "Leftrightarrow": "⇔", "iff": "⇔", "to": "→"},
    **{"Longleftrightarrow": "⇔", "rightarrow": "→", "longrightarrow": "→", "mapsto": "↦", "leftarrow": "←"},
    **{"gets": "←", "xrightarrow": "→", "Leftarrow": "⇐", "impliedby": "⇐", "succ": "≻", "prec": "≺", "succeq": "⪰"},
    **{"preceq": "⪯", "perp": "⊥", "parallel": "∥", "models": "⊨", "vdash": "⊢", "rightsquigarrow": "→"},
    **{"uparrow": "↑", "downarrow": "↓", "lesssim": "≲", "gtrsim": "≳", "asymp": "≍", "nearrow": "↗"},
}
SIGNS: dict[str, tuple[str, str]] = {
    **{name: ("REL", value) for name, value in RELATIONS.items()},
    **{"+": ("SIGN", "+"), "-": ("SIGN", "-"), "−": ("SIGN", "-"), "pm": ("SIGN", "±"), "mp": ("SIGN", "∓")},
    **dict.fromkeys(("*", "·", "×", "cdot", "times", "cross", "ast"), ("TIMES", "*")),
    **{name: ("TIMES", name) for name in ("circ", "otimes", "oplus", "odot", "bullet", "star", "setminus", "wedge")},
    **{"land": ("COMMA", ",")},
    **{name: ("TIMES", name) for name in ("vee", "cup", "cap", "lor", "backslash", "bigodot")},
    **dict.fromkeys(("/", "div"), ("SLASH", "/")),
    **{"^": ("SUP", "^"), "_": ("SUB", "_"), "'": ("PRIME", "'"), "!": ("BANG", "!"), "&": ("AMP", "&")},
    **{"prime": ("NAME", "prime"), "%": ("PERCENT", "%")},
    **{",": ("COMMA", ","), ";": ("SEMI", ";"), ":": ("COLON", ":"), "{": ("LBRACE", "{"), "}": ("RBRACE", "}")},
    **{"colon": ("COLON", ":"), "mid": ("MID", "|"), "given": ("MID", "|")},
    **dict.fromkeys(("dots", "ldots", "cdots", "dotsc", "dotsb", "dotsm", "hdots", "…", "⋯", "..."), ("DOTS", "…")),
    **{"vdots": ("DOTS", "⋮"), "ddots": ("DOTS", "⋱"), "infty": ("INFINITY", "∞"), "∞": ("INFINITY", "∞")},
    **dict.fromkeys(("frac", "tfrac", "dfrac", "cfrac", "flatfrac", "sfrac", "nicefrac"), ("FRAC", "frac")),
    **dict.fromkeys(("binom", "tbinom", "dbinom"), ("BINOM", "binom")),
    **{"sqrt": ("ROOT", "sqrt"), "choose": ("CHOOSE", "choose"), "over": ("OVER", "over"), "√": ("ROOT", "sqrt")},
    **{name: ("BIG", value) for name, value in BIG.items()},
    **{"∑": ("BIG", "sum"), "Σ": ("NAME", "Sigma"), "∏": ("BIG", "prod"), "∫": ("BIG", "int")},
    **{name: ("FUNC", name) for name in FUNCTIONS},
    **{name: ("NAME", name) for name in GREEK},
    **{letter: ("NAME", name) for letter, name in UNICODE_LETTERS.items()},
    **{"ℝ": ("NAME", "bb_R"), "ℤ": ("NAME", "bb_Z"), "ℕ": ("NAME", "bb_N")},
    **{"partial": ("NAME", "partial"), "nabla": ("NAME", "nabla"), "top": ("NAME", "top"), "∂": ("NAME", "partial")},
    **{"grad": ("NAME", "nabla"), "forall": ("NAME", "forall"), "exists": ("NAME", "exists"), "∇": ("NAME", "nabla")},
    **{"emptyset": ("NAME", "emptyset"), "varnothing": ("NAME", "emptyset"), "dagger": ("NAME", "dagger")},
    **{
        "Pr": ("NAME", "Pr"),
        "intercal": ("NAME", "top"),
        "Re": ("NAME", "Re"),
        "Im": ("NAME", "Im"),
        "#": ("NAME", "count"),
    },
    **{"angle": ("NAME", "angle"), "sharp": ("NAME", "sharp"), "aleph": ("NAME", "aleph"), "bot": ("NAME", "bot")},
}
BRACKETS = {
    **{"(": ("LB", "("), ")": ("RB", ")"), "[": ("LB", "["), "]": ("RB", "]")},
    **{"lbrace": ("LB", "{"), "rbrace": ("RB", "}"), "lbrack": ("LB", "["), "rbrack": ("RB", "]")},
    **{"langle": ("LB", "⟨"), "rangle": ("RB", "⟩"), "lfloor": ("LB", "⌊"), "rfloor": ("RB", "⌋")},
    **{"lceil": ("LB", "⌈"), "rceil": ("RB", "⌉"), "llbracket": ("LB", "⟦"), "rrbracket": ("RB", "⟧")},
    **{"lvert": ("LB", "|"), "rvert": ("RB", "|"), "lVert": ("LB", "‖"), "rVert": ("RB", "‖")},
    **{"⟨": ("LB", "⟨"), "⟩": ("RB", "⟩"), "lparen": ("LB", "("), "rparen": ("RB", ")")},
    **dict.fromkeys(("|", "vert"), ("BAR", "|")),
    **dict.fromkeys(("Vert", "‖"), ("BAR", "‖")),
}
PARTNER = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉", "⟦": "⟧", "|": "|", "‖": "‖", ".": "."}

SIZES = re.compile(r"(left|right|middle|[bB]igg?[lrm]?)")
FONTS = {
    **dict.fromkeys(("mathrm", "mathit", "mathnormal", "operatorname", "mathop", "mathsf", "mathtt"), ""),
    **dict.fromkeys(("mathbf", "bm", "boldsymbol", "pmb", "bold", "vb", "vectorbold", "symbf", "va", "vu"), "bold"),
    **dict.fromkeys(("mathcal", "mathscr", "cal"), "cal"),
    **{"mathbb": "bb", "mathds": "bb", "mathfrak": "frak"},
}
TEXTS = ("text", "textrm", "textbf", "textit", "textsf", "texttt", "mbox", "hbox", "intertext", "shortintertext")
ACCENTS = {
    **{"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde"},
    **{"vec": "vec", "overrightarrow": "vec", "dot": "dot", "ddot": "ddot", "check": "check", "breve": "breve"},
    **{"underline": "under", "mathring": "ring", "acute": "acute", "grave": "grave"},
}
# Spaces, sizes of type, and what says where to break: nothing in mathematics.
SILENT = frozenset(
    re.findall(
        r"\S+",
        ", ; : ! > quad qquad enspace thinspace displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits "
        "nonumber notag allowbreak hfill hfil noindent normalsize small large qty quantity left. strut mathstrut "
        "mathstrut mleft mright ensuremath relax centering medspace thickspace negthinspace smallskip medskip null "
        "linebreak newline nobreak protect par itshape bfseries rm bf it boldmath square blacksquare Box qed "
        "qedhere newpage pagebreak hline cr @ / - smash mathrel mathbin mathord mathclose mathopen mathpunct",
    )
)
SPACES = frozenset(("quad", "qquad", "hfill", "hspace", "hskip", "enspace"))
# Commands that are dropped together with their arguments.
SILENT_WITH = {
    **dict.fromkeys(("label", "tag", "hspace", "vspace", "mspace", "phantom", "hphantom", "vphantom", "cite"), 1),
    **dict.fromkeys(("color", "textcolor", "fontsize", "kern", "footnote", "hskip", "index", "href"), 1),
    **{"eqref": 1, "ref": 1, "Cref": 1, "cref": 1, "autoref": 1, "nonumber*": 0, "citep": 1, "citet": 1},
}
DISPLAYS = frozenset(
    f"{name}{star}"
    for name in re.findall(
        "[A-Za-z]+",
        "equation align aligned alignedat gather gathered split multline multlined eqnarray math displaymath flalign "
        "alignat subequations IEEEeqnarray dmath dgroup empheq",
    )
    for star in ("", "*")
)
MATRICES = frozenset((*(f"{kind}matrix" for kind in ("", "p", "b", "v", "V", "B", "small", "psmall")), "array"))
CASES = frozenset(("cases", "dcases", "rcases", "cases*", "dcases*"))
# Commands that packages define, as other commands: those of `physics`, and the usual abbreviations of sets and words.
DEFINED: dict[str, tuple[int, str]] = {
    **{"abs": (1, r"\left|#1\right|"), "norm": (1, r"\left\Vert#1\right\Vert"), "eval": (1, r"\left.#1\right|")},
    **{"ev": (1, r"\left\langle#1\right\rangle"), "expval": (1, r"\left\langle#1\right\rangle")},
    **{"pqty": (1, r"\left(#1\right)"), "bqty": (1, r"\left[#1\right]"), "Bqty": (1, r"\left\lbrace#1\right\rbrace")},
    **{"vqty": (1, r"\left|#1\right|"), "set": (1, r"\lbrace#1\rbrace"), "dd": (0, r"\mathrm{d}")},
    **{"diff": (0, r"\mathrm{d}"), "R": (0, r"\mathbb{R}"), "N": (0, r"\mathbb{N}"), "Z": (0, r"\mathbb{Z}")},
    **{"E": (0, r"\mathbb{E}"), "Expect": (0, r"\mathbb{E}"), "Var": (0, r"\mathrm{Var}"), "Cov": (0, r"\mathrm{Cov}")},
    **{"KL": (0, r"\mathrm{KL}"), "argmax": (0, r"\arg\max"), "argmin": (0, r"\arg\min"), "boxed": (1, "#1")},
    **{"cancel": (1, "{#1}"), "bcancel": (1, "{#1}"), "mathstrut": (0, ""), "T": (0, r"\top"), "dotsi": (0, r"\dots")},
    **{"Reals": (0, r"\mathbb{R}"), "reals": (0, r"\mathbb{R}"), "expectationvalue": (1, r"\langle#1\rangle")},
    **{"Expectation": (0, r"\mathbb{E}"), "lbrace": (0, r"\{"), "rbrace": (0, r"\}"), "substack": (1, "{#1}")},
}
