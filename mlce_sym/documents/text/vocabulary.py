r"""The words by which texts say what their formulas are: each entry is a role, with the phrases that have it.

This is the one place with words of English, and of other languages, but those of laws, which stand in `words_of_laws`;
how phrases are written is said in `phrases`. An entry says where it is looked for: anywhere in a sentence, at the end
of what stands before a formula, at the beginning of what comes after it, or as all that stands between two.

>>> [bool(HEDGE.search(words)) for words in ("We do not assume that", "Hier ist niemals", "Let")]
[True, True, False]
"""

from __future__ import annotations

from .phrases import anywhere, begins, between, ends

# Classes of words, of which the phrases below are made
BE = "(is|are|be|being|denotes?)"
IF = "(if|when|whenever)"
SO = "(so|hence|thus|therefore)"
SUPPOSE = "(suppos(e|ing)|assum(e|ing))"
LAW = (
    "(uniform|normal|gaussian|poisson|bernoulli|binomial|geometric|exponential|gamma|beta|pareto|weibull|rayleigh|laplace|"
    "cauchy)"
)
DENSITY = r"((probability )?(mass function|density( function)?)|distribution|p[dm]f|p.[dm].f.?)"
LAWS = f"(densit…|distribut…|p[dm]f|laws?|{LAW})"
SPECIAL = "(assumption|condition|case|constraint|hypothesis)"
TASK = "(problem|exercise|question|example)"
AVERAGE = "(sample|empirical|arithmetic)"
PLAIN = (  # a word that is none of these may change what is said, as "not", "half an", "truncated", "first" do
    "(an?|the|all|each|both|some|any|its|their|our|this|strictly|always|also|again|now|only|fixed|given|known|unknown|"
    "real|constant|common|same|respective|arbitrary|small|large|finite|scalar|true|single|new)"
)
IS = f"{BE}? ({PLAIN} ){{0,3}}?"

# What a formula is
DEFINE, ASSUME, CLAIM, SOLVE, NOTHING = "define", "assume", "claim", "solve", ""
CUES = {
    SOLVE: anywhere(
        r"(sett?ing|set|equat…|put|putting)\b[^.]*?\b(to|with|equal to|as) (zero…|\$?0\$?|#)",
        "solv…|roots? of|vanish…|zero of|first[- ]order conditions?|critical points?|stationary points?|equivalent to",
        "is (zero|0) (when|iff?|where|at|for)|at the (optim…|maxim…|minim…)|equat… (the|both|these|them)",
        "(has to|must) (satisfy|hold)|satisf(y|ies)|conditions?( (is|are|becomes?|reads?))?:?$",
    ),
    DEFINE: anywhere(
        r"let|defin…|denot…|writ(e|ing)|where|with(?![^.]*⟨)|put|call…|introduc…|notation|abbreviat…|given by",
    ),
    ASSUME: anywhere(
        f"{IF}|for|{SUPPOSE}|assum…|provided|under|subject to|since|because|such that|satisf…",
        "all|every|each|constraints?|know…|recall…|given that|using( that)?|by",
        r"restrict(ed|s|ing)?\b[^.]*\bto",
    ),
    CLAIM: anywhere(
        f"so that|{SO}|then|obtain…|have|get|gives?|yields?|becomes?|follows|equals?|is|are|find…|show…|prove…|that",
        "implies|results?|deduce|conclude|compute|simplif…|reduces",
    ),
}
IS_NAMED = begins(rf"(and)? where # {BE} (the|an?|our) [\w\s()/⟨⟩-]*[:,]?$", over=",;")
WITH_NAMED = ends("[,;] (and)? (with|where|writing)", "and (with|where|writing)")
ARE_NAMED = ends(rf"where (the|its) ([\w-]+ ){{1,4}}{BE} equal to[:,]?")
GIVEN = ends(  # before an equation that is displayed
    f"({SUPPOSE}|given)( (now|also|further))?( that)?[:,]*|subject to( the constraints?)?[:,]*",
    r"under the (assumption|constraint|condition)( that)?[:,]*|(suppos…|assum…|let|given)\b[^.]*\b"
    "(satisf(y|ies|ying)|such that)[:,]*",
)
FOR_THESE = ends(",? for( all| any| each| every)? #( and #)?,")
UNDER = ends(r"(subject to|under) the \w+( that)?[:,]*")
AND = between("and( that)?,?", over=",;")
SUPPOSING = ends(f"{SUPPOSE}( (now|instead|next|first|also|for (now|a contradiction)))* that")
SUPPOSES = ends(f"({SUPPOSE}|let|if|when)( (that|now|instead|next|we have))*")  # what comes directly after it
CHOOSES, CHOSEN = ends("set|setting|choos(e|ing)|tak(e|ing)|plugging in|inserting|substituting"), ends("by choosing")
CONCLUDES = ends(f"({SO}|gives|yields|obtain|get)( that)?[,:]?")
DERIVES = anywhere(
    f"{SO}|then|obtain…|gets?|gives?|yields?|becomes?|follows?|now|plug…|substitut…|insert…|at (the|this|that|these)",
    "solv…|sett…|set|sum|sums|summing|add|adds|adding|multipl…|divid…|using|since|because|conclud…",
)
AT_ONCE = anywhere(f"{SO}|then|obtain…|gets?|gives?|yields?|follows?|implies|expand…|simplif…|rearrang…")
CONNECTS = between(  # two equations, of which the second goes on with the first
    r"(and|i\.e\.|that is|which means( that)?|((or|and),? )?equivalently|in other words|whence"
    r"|and (so|hence|thus|therefore|then|finally))[\s,:]*"
)
PUT_IN = anywhere(
    r"(plug|substitut|insert|putt?)…\b[^.]*\b(in|into|back)",
    r"(plugg|substitut|insert)ing( (this|that|it|them|these|#( and #)?))?\s*[,:]?\s*$",
)
SYSTEM = anywhere("systems?|equations|simultaneous…|both|conditions|constraints")
OR = begins("or", over=",")  # which is said before another solution
CLAIMED = begins("theorem|proposition|lemma|corollary|claim|statement")
PROVING = begins("proof|solution|derivation|answer")

# What equations above an equation uses
CITES = begins("(?-i:((which)? follow(s|ing))? (by|from|using|because of|due to|thanks to))", over=",(")

# Cases and conditions
OF_CASE, FOR, AT = (
    ends(f"{IF}|for"),
    ends("for"),
    ends("(maximum|minimum|mode|optimum|maximal|minimal|attained|largest|smallest) at"),
)
CASE = anywhere(rf"({IF}|unless)\b[^.]*$")
NAMES_CASE = ends(
    f"({IF}|for|where|with|at|in|by|{SUPPOSE}|set(ting)?|tak(e|ing)|let(ting)?|put(ting)?|choos(e|ing)|case)"
    "( that| of)?( both)?"
)
WITH_CASE = between("(and|with)?", over=",")
NOT_CASE = anywhere("unlike|in contrast|contrary|compared|besides|apart|aside|beyond|other than|until|before|after")
OTHER_CASE = anywhere(
    "or|not|never|otherwise|else|while|whereas|but|unlike|in general|for (general|any|all|every|other)|without"
)
CONDITION = between(
    f"({IF}|for|where|with|provided|assuming|as long as|since|because)( (that|all|every|any|each))?",
    "(where (we|one) (have |has )?used|using|by|as)( (that|the fact that))?",
    over=",;",
)
FOR_VALUES = between(f"({IF}|for|where|with|on)( (all|every|any|each))?", over=",;")
CONSUMED = ends(  # which is said of what it names
    "((with|since|because|as|by|using) #( and #)?,|(for|if|when|whenever|provided)( that)?( all| any| each| every)?"
    "( real| positive| negative)?( numbers?| values? of)? #( and #)?[,:]?)"
)
EXPLAINED = anywhere("where|with|here|in which")  # what a formula above speaks of
FOR_LAW = between("for|when|if|as|since|because", over=",.;")
WHERE, WITH, FURTHER = between("where", over=",.;"), between("with", over=",.;"), between("(and( where)?)?", over=",;")
AFTERWARDS = begins(f"{IF}|where|with|for|here|in which|provided|assuming", over=",.;)")
OF_ALL = begins(  # what says y_n of every n
    "(and|now|then)? (we)? (let|where|with|put|define|denote|write)$", r"for \w+ regression,? (let|with|where)$"
)
ONLY_FOR = begins(f"{IF}|for|only|except|but|until|up to|at|on|in|and|or|as long as|provided|from", over=",")
OF_INDEX = ends(rf"#\s*,?\s+({IF}|for)")  # "$x_i > 0$ for $i < m$"

# That it does not hold, or may not
HARMLESS = anywhere(
    "(no|without( any)?) loss|if and only if|may (assume|suppose|take|write|set|choose|restrict)",
    "not (only|hard|difficult|surprising)",
    "(no|without) (an?|any|the)? (intercept|bias|offset|regulari[sz]ation|penalty|replacement|prior)",
)
HEDGE = anywhere(
    "…n't|not|never|neither|nor|no|none|unless|except|without|false…|untrue|wrong…|mistake…|impossible|cannot|whether",
    "fail…|contradict…|contrary|absurd…|rather than|instead of|outside|were|would|might|may|perhaps|sometimes",
    "(at (most|least)|only|either|exactly) one|(one|some|most|many|few) of|if only",
    "(or|iff|implies|either|half( of( the)?)?)$",
    de="nicht|kein…|ohne|niemals",
    fr="pas|sans|jamais",
    es="nunca",
    it="nessun…",
)
DENIED = begins(
    r"(;|,)? (but)? we do not|\?|or !(equivalently)|iff?|when(ever)?|implies|means|depending",
    "(always|never|often|sometimes)? (fails?|(does|do|need|can|may|must|is|are|was)( not|n't)|cannot|would|no longer)",
    "(always|never|often|sometimes)? is (false|violated|impossible|dropped|wrong|absurd|never|equivalent)…",
)
OF_SOME = begins(
    "for (some|even|odd|most|almost|exactly|at (least|most)|only|one|few|many)|with (high)? probability",
    "except|unless|only|almost|on average|in expectation|as",
    over=",",
)
FOR_SOME = ends(
    "(for|exists?) (some|even|odd|most|almost|exactly|at (least|most)|only|one|few|many|an?)( one| all)?( index)?"
)
SPOKEN_OF = ends(  # and not said
    rf"{SPECIAL}|((?<!\bwith\s)probability|chance|event|(the|an?|this|that|each) set|requirement)( of)?",
    r"needs?|requires?|reject…|relax…|drop…|later\b[^.]*",
)
IN_CASE = ends(
    rf"(in|for|consider|take|treat|under|with|by|on) (the|an?|this|our)? (\w+ ){{0,2}}?{SPECIAL}|what (about|if)"
)
CLAUSE = anywhere(";", f"{SO}|but|then")
INTRODUCING = anywhere("[,;:.(]", f"that|where|let|{IF}|{SUPPOSE}|since|because|with|for")
SCALES = ends(  # the left side, so that it is another thing that is spoken of
    r"half( of)?|twice|thrice|double|triple|minus|plus|times|over|than|(square|cube|root|per ?cent|%) of"
)
PART_OF_IT = ends("of")
MADE_OF_IT = anywhere(
    "of|between|minus|plus|twice|half|times|than|squared?|absolute|log…|opposite|negated?|inverse|reciprocal",
    "product|sum|difference|ratio",
)
LOOSE = anywhere(
    "to (first|second|leading|lowest) order|neglect…|ignor…|drop…|omit…|discard…|up to|roughly|approximat…|asymptotic…",
    "for (large|small)|in the limit|modulo|mod|orthogonal|uncorrelated|idempotent|nilpotent|indicators?|characteristic",
    "boolean|tropical|semirings?|clock|finite fields?|modular|cross products?|there (is|are|exists?)",
    "for some|solutions?",
)
ONLY = begins(
    "((which)? (holds|is true|is the case|is valid))? ((if and)? only (if|when|for|where)|iff|has|is (only|not))",
    "((which)? (holds|is true|is the case|is valid))? (precisely|exactly|just) (if|when|where)",
    over=",;",
)

ADDS = begins("which|and|so|hence|thus|whence|as claimed", over=",")
SILENT = anywhere(  # about what names are
    "a|again|also|an|and|are|as|becomes|by|chain|compute|computing|derivative|derivatives",
    "differentiate|differentiating|differentiation|equal|equals|equation|expand|expanding|finally|find",
    "first|follows|following|from|function|get|gets|give|gives|giving|gradient|has|have|hence",
    "hessian|immediately|is|it|its|likelihood|log-likelihood|loglikelihood|log|logarithm|logarithms",
    "logs|leads|likewise|namely|negative|next|now|obtain|obtained|of|on|order|partial|product",
    "quotient|read|reads|respect|rule|score|second|see|set|setting|similarly|simplifies|simplify",
    "simplifying|so|solution|solve|solving|take|taken|taking|that|the|their|then|therefore|these",
    "this|thus|to|using|we|which|with|write|written|yield|yields|zero",
)
LIMITS = begins("when|if|for|in|where|with|at|under|since|as|because|provided|which|on|to|up", over=",.;")

# What a name stands for
QUALITIES = {
    what: begins(rf"{IS}({words})(?! (or|if|when|unless|only|except|almost|with)\b|\s*,\s*(negative|zero|or)\b)")
    for what, words in {
        "positive": "positive !(semi…|part|definite)",
        "not positive": "not positive|non-?positive",
        "not negative": "(zero|0) or positive|positive or zero|non-?negative",
        "negative": "negative",
        "integer": "integers?|natural numbers?",
        "probability": "probability !(density|distribution|mass|measure|vector)",
    }.items()
}
TWO = "(binary|boolean|dichotomous|indicator|bernoulli)( random)?"  # 0 or 1, if it is not −1 or 1
BINARY, BINARY_NAMED = (
    begins(
        f"(is|are|be) (an?|the|all|each|both)? {TWO}",
        "((is|are|be|can|may|only|takes?|in|either|always|on|the|values?) )+(0|zero|#)\\s*(,|or|and)\\s*(1|one|#)",
    ),
    ends(f"{TWO}( (variable|label|target|outcome|response|data|observation|value|vector)s?)?( ##)?"),
)
ONE_HOT, ONE_HOT_NAMED = (
    begins(rf"{IS}one[- ]hot|\(one[- ]hot"),
    ends("one[- ]hot( encoded)?( (vectors?|labels?|targets?))?"),
)
MEAN = begins(
    rf"({BE}|for|[,(])\s*(the)? ({AVERAGE}|observed)? (mean|average)s?"
    rf"(?=\s*($|[.,;:)]|(and|for|so|then|hence|we|here)\b|(of|over) ({PLAIN} )*(observed)? "
    "(data|sample|observations|entries|labels|targets|counts|values) !(set|from|but|except|without)))"
)
MEANS_OF = ends(rf"<##>{BE} (the)? ({AVERAGE}|observed)? (mean|average)s? of (##)?")
OF_EACH = begins(r"(?:respectively)?\s*(?:[.,:;)]|\Z)", over=",")
MEAN_OF_IT = ends(f"{AVERAGE} (mean|average)( (is|be|by))?")
IS_SAID = begins(rf"({BE}|stands? for) \w…")
ROW_VECTORS = anywhere("row vectors?|vectors are rows")
IS_MORE = begins(rf"(can|may|now|only|might)? (takes?|ranges?|runs?|lies?|by|{BE}) !(the|called|drawn|observed|known)")
LIMITED = begins(
    "lies? outside|not|does not|exceeds?|(is|are|be) (outside|at (least|most)|less|greater|larger|smaller|more|fewer|"
    "above|below|between|even|odd|non…|never|not !(known|given|important)|different|divisible|"
    "(an?|the)? (root|solution|fixed point|indicator|projection)s?|orthogonal|uncorrelated|idempotent|nilpotent|"
    "small|large|equal|unit)"
)
LISTED = ends("(##)?")
LET, LET_BE = (
    ends("let (now)? (##)?"),
    begins("(and)? (now)? be !(as…|the same|given|fixed|known)|(and( now)?)?$", over=",;"),
)
EVERY_NUMBER = ends("for (any|every|arbitrary|all) real (numbers?|values?)? (of)? (##)?")
OTHER_LAW = anywhere(  # than the one of which a mean was written out
    rf"(for|of|under|from|has|have|is|are|be|with|drawn) (an?|the|its)? ([\w-]+ ){{0,2}}?({LAWS}|prior|posterior)…",
    f"{LAW}…|larg(er|est)|small(er|est)|maximum|minimum|second (sample|model|group)|base (2|10|two)|in bits|weighted",
)
EVERY = ends(r"for (any|every|arbitrary|all) <([\w-]+ ){0,3}>(##)?")
NOT_NUMBERS = (
    r"(matri(x|ces)|operators?|complex|quaternions?|((?<!\bis\s)(?<!\bare\s)set|sets) !(to)|events?|propositions?|"
    "permutations?|polynomials?|"
    "graphs?|strings?|residues?|booleans?|random vectors?)"
)
MATRIX = anywhere("matri(x|ces) !(exponent…)")
OTHER_MATRIX = anywhere("complex|quaternion…|operators?|random|boolean|binary|stochastic")
SYMMETRIC_KIND = "(symmetric|covariance|precision|hessian)"
SYMMETRIC = r"((real|square|invertible|(positive[- ])?(semi[- ]?)?definite|diagonal),? (and )?)*"
IS_SYMMETRIC = begins(
    rf"{IS}{SYMMETRIC}(symmetric|(covariance|precision|hessian) matri(x|ces)) "
    "!(up|only|about|iff?|when|unless|or|except)"
)
NAMED_SYMMETRIC = ends(
    rf"(?<![-\w])(?<!\bcross\s)(?<!\bnot\s){SYMMETRIC_KIND} "
    r"((positive[- ])?(semi[- ]?)?definite|real)? ?matri(x|ces)( ##)?"
)
OF_SYMMETRIC = ends(  # the matrix of its eigenvectors, and the like, which need not be symmetric
    rf"(factor|root|eigenvectors?|decomposition|vectors?|columns?|rows?|half|part|blocks?|diagonali[sz]…)\b[^.⟨]*"
    rf"\b(of|from)\b[^.⟨]*{SYMMETRIC_KIND}[^.⟨]*matri(x|ces)( ##)?"
)
EITHER = r"<(#[\s,;]*((and|or)\s+)?)+>"
OF_KIND = anywhere(rf"{EITHER}{BE} ([\w-]+ |#[\s-]*){{0,4}}?{NOT_NUMBERS}")
KIND_OF = anywhere(rf"(?!set\s){NOT_NUMBERS} (numbers?|variables?|vectors?)? {EITHER}")
ALL_BARS = anywhere(r"bars? (is|are|denotes?|means?|stands?) !((\w+ ){0,3}(mean|average)s?)")
ANOTHER = begins(r"(denotes?|stands? for|means?)\b[^.⟨]*\b(not|rather than|instead)")
OTHER_BASE = anywhere(
    r"log…\b[^.]*\bbase[-\s]+(?!e\b)(#|\w…)|base[-\s]*(#|\d+|two|ten)\b[^.]*\blog…",
    r"#[^.⟨]*\bbase[-\s]*(#|\d+|two|ten)|(binary|decimal|common) log…|in bits",
)
A_FUNCTION = anywhere("function…|logistic…|sigmoid…")
IS_FUNCTION = begins(
    f"({BE}|,)? (an?|the)? ((logistic|sigmoid|activation|link|response)? function…|logistic…|sigmoid…)"
)
LOGISTIC = anywhere("logistic…|sigmoid…")
NO_LOGISTIC = anywhere(
    "activation…|tanh|hyperbolic…|relu…|softplus…|deviations?|variances?|volatilit…|scales?|noise|errors?",
    "(any|an?|some|arbitrary|odd|even|increasing|monotone|smooth|continuous|concave|convex) (\\w+ )?functions?",
)
SHARE = anywhere("(probab|parameter|proportion|weight|success|chance|prior|share|estimat|likel|ML)…")  # as π may be one
INTRODUCED = ends("let|where|with|in|for|parameters?|to")
IS_CONSTANT = begins(f"({BE}|for) (the)? (mathematical|usual)? (constant|number|ratio|circle)…")
OF_EM = anywhere(r"(?-i:[EM]-?\s?steps?|EM)|responsibilit…")
FIXED = anywhere(
    r"(fix|fixing|fixed|hold|holds|holding|keep|keeps|keeping|treat…|regard…|with) (the)? (\w+ )?##(fixed|constant|"
    "as (an?)? (fixed|constant))",
    r"(fix|fixing|for fixed) (the)? (\w+ )?##",
    "##(is|are|being)? (held|kept|treated as|regarded as) (fixed|constant)",
)

# What a text cites, and how
CITING = anywhere(
    "by|from|us(e|ing)|via|(in)?to|in|with|of|since|because( of)?|apply|applying",
    "combin(e|ing)|add(ing)?|subtract(ing)?",
    "substitut(e|ing)|insert(ing)?|plug(ging)?( in)?|divid(e|ing)|multiply(ing)?|invoking|recall(ing)?|solv(e|ing)",
    "(due|thanks|according|applied) to|and|together with|so",
)
CITING_BESIDE = anywhere("by|from|using|via|with|and|eqn?s?")
NO_CITATION = anywhere(
    "unlike|contrary|compar…|cf|see|instead|similar…|analog…|likewise|as in|generali[sz]…|violat…",
    "prov(e|es|ing)|show(s|ing)?",
)
TAKEN_BACK = anywhere("drop…|discard…|forget|abandon…|reject…|relax…|replac…|violat…|no longer|not")
SAID_TO_FAIL = anywhere("wrong|false|fails?|violated|not|longer|dropped|never")
STEPS = anywhere(  # words that say of a step no more than what it is taken from
    "add|adding|subtract|subtracting|sum|from|by|us(e|ing)|via|substitut(e|ing)|insert(ing)?|plug(ging)?",
    "combin(e|ing)|solv(e|ing)|together|equations?|eqs?|and|with|in|to|into|the|this|we|one|it|can|now|then|so|hence|thus",
    "therefore|finally|get|gets|obtain|have|find|gives?|yields?|implies|follows|that",
    "expand(ing)?|simplify(ing)?|rearrang(e|ing)",
)
