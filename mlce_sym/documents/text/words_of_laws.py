"""The words that say what law a variable follows, that it is another than before, or that others are spoken of.

>>> bool(HAS_LAW.match("is normal")), bool(INSTEAD.search("Suppose instead that")), bool(GENERAL.search("in general"))
(True, True, True)
"""

from __future__ import annotations

from .phrases import anywhere, begins, ends
from .vocabulary import BE, DENSITY, IF, LAW, LAWS, PLAIN, TASK

# What law a variable follows
GIVES_LAW = ends("(since|because|as|recall(ing)?|(given|know|knowing) that)( that)?( ##)?")  # before the variable
NAMES_LAW = begins(
    rf"(follows?|has|have|is|are|be) (an?|the|our|this)? <{LAW}>…\s+(distribution|random variables?|distributed)"
    r"(?!\w|,?\s+(with|of|on|over|having|whose|where|in|that|which)\b)"
)
NEW_LAW = begins(  # another one than before
    "(now)? (be|denot…|represent…|count…|follow…|(has|have) (?!mean|finite|expect|variance|moment)…)",
    r"(now)? (is|are) (?!positive|non-?neg|discrete|continuous|bounded|finite|random|always|in\b|at\b|greater|less)"
    "(?!indep)…",
)
HAS_LAW = begins(
    rf"(now)? (is|are|be|has|have|follows?) ([\w-]+ ){{0,2}}({LAW}|truncated|censored|mixture|constant|degenerate)…"
)
OF_IT = ends("of|for|from|in|by|with|on|about|around")  # as in "the mean of X is …"
RESPECTIVELY = begins(r"[^.⟨]*\brespectively")
FILL = (
    rf"(([\s,]|(?<=d)\.|\b({PLAIN}|and|as|to|i.?i.?d|independent(ly)?|mutually|identically|according|distributed|"
    r"distributions?|law|random|variables?|observations?|samples?|data|counts?|labels?|trials?|drawn|draws|from|assumed|"
    r"taken|be)\b)*\s)?"
)
FOLLOWED = rf"<##>{FILL}\b(follow|follows|has|have|be|is|are|from){FILL}"
FOLLOW = rf"{FOLLOWED}\b"
SORT = "<rates?|success probability|probability|probabilities|means?|parameters?>"
VALUE = r"<##|-?\d+([.]\d+)?>"
WITH_ONE = anywhere(
    rf"{FOLLOW}<Poisson|Bernoulli|exponential(ly)?>\b{FILL}(with|of) ({PLAIN} ){{0,2}}?{SORT}\s*,?\s*{VALUE}"
)
WITH_TWO = anywhere(  # of a law that is named, or of any
    rf"{FOLLOW}<(normal(ly)?|Gaussian|gamma)?>{FILL}((with|having) )?({PLAIN} )?<mean|shape|location>\s*{VALUE}"
    rf"[\s,]*(and)?[\s,]*({PLAIN} ){{0,2}}?<variance|standard deviation|precision|rate|scale>\s*{VALUE}"
)
STANDARD = anywhere(rf"{FOLLOW}<standard normal>")
UNIFORM = anywhere(rf"{FOLLOW}<uniform(ly)?>{FILL}(on|over|in) (the)? (open|closed|unit)? (interval)?\s*<##>")
APART = anywhere(
    rf"<##>{FILL}((are|is)\s)?(mutually|jointly)?\s*<independent(ly)?|i.?i.?d>"
    r"(?!\s(of|given|condition|upon|once|only|if|when|unless|under))",
    r"<independent(ly)?|i.?i.?d>\.?\s*(and identically distributed|random|variables?|observations?|samples?|draws?"
    r"|[,\s])*<##>",
    rf"<##>{FILL}<independent of> <##>",
    r"<random> samples? <##>",
)
APART_OVER = anywhere(r"i.?i.?d.?|ind(ep)?")  # the ∼ of X_i ∼ D
CALLED = ends(  # by its law as a formula, or by the name of one with its parameters after it
    rf"{FOLLOWED}(<Exponential|Exp|Gamma|Beta|Normal|N|Bernoulli|Bern|Binomial|Bin|Poisson|Pois|Uniform|Unif|U>\s*<\(|>)?<##>"
)
OF_LAW = begins("random variables?|distributions?|populations?|laws?")
OF_OTHERS_TOO = anywhere(  # said of a sum of them, of none of them, or once something else is known
    r"given|condition…|neither|not|were|(?<!\bnumber\s)(?<!\bnumbers\s)of\b[^,;:]*$"
)
GOES_ON = begins(  # after which the law is as it was said
    "$|[.]",
    r"([,;:)]|(and|so|then|hence|thus|for|where|under)\b)"
    r"(?![^.]*\b(truncat|shift|censor|condition|given|inflat|log))",
)
UNIFORM_ON = ends(
    "uniform(ly)?( (distribut…|law|density|random variables?))? (on|over|in)( the)?( (open|closed|unit))?( interval)?"
)
CONDITIONAL = anywhere(  # "if X ∼ D, then" is the law itself
    "given (that|#)|condition…|of the time|with probability|otherwise|under|hypothesis|proposal",
    rf"{IF}\b(?!([\s,]|#|\b(an?|the|all|each|we|have|our|and|are|is|random|variables?|observations?|data|samples?|"
    r"independent…|i.i.d)\b\.?)*$)",
)
CHANGED = anywhere(
    "…(truncat|discrete|integer|shift|censor|restrict|condition|given|inflat|approximat|asymptotic|mixture|otherwise)…",
    r"log(?![\s-]?likelihood)…|with probability|parametri…|not|second parameter|mean and (precision|standard)",
    "shape( and |-| )scale",
)
DISCRETE = anywhere("discrete(ly)? uniform(ly)?|uniform(ly)? discrete")
SHIFTED = r"(restrict|truncat|discard|censor|shift)(?!\w*ing\b)…"
INSTEAD = anywhere(  # of another law than before, or of the same one in another way
    rf"instead !(of)|no longer|replac(e|ing)|doubled|halved|tripled|{TASK} \d…|(we|now|next|then|let us) {SHIFTED}",
    f"^{SHIFTED}",
    f"[.;:,] {SHIFTED}",
    rf"(suppos|assum)…\b[^.]*\b{LAWS}|(now|next|consider|tak(e|ing))\b[^.]*\b(an?|another) (\w+ )?{LAWS}",
)
OTHERWISE = begins("otherwise|else")
NO_CASE = (
    "general case|otherwise|drop… (this|that|the)|without (this|that)|(other|both|all|either|any) cases?|conversely"
)
DROPPED = anywhere(NO_CASE)
GENERAL = anywhere(f"in general|for (a)? general|generally|arbitrary|(induction|inductive) step|{NO_CASE}")
PARAMETER = "<mean|scale|rate|shape|location|variance|dispersion|standard deviation|precision>s?"
IS_PARAMETER = anywhere(
    rf"{PARAMETER}( parameter)?\s*(is|are|of|,|:)?\s*(<#>|<\d+>)", rf"<#> {BE} (the|its|a)? {PARAMETER}"
)
IS_DENSITY = anywhere(
    r"<#> (be|is|denotes?) (the|its) (probability|marginal)? <\w+>[^.⟨]*?(\bof <#>|[.,])",
    "<#> <have|has|with> (the)? density <#>",
)
IS_RANDOM = anywhere(
    r"<#> (is|was|were|being|has|have) (itself)? (also)? (an?)? ([\w-]+ ){0,2}?(random|prior|uncertain)",
    r"prior( (distribution|law|density))? (on|for|of|over) ([\w-]+ ){0,2}<#>",
)
NEUTRAL = (  # between a variable and its density
    r"((an?|the|its|with|has|have|having|be|is|are|of|from|by|following|follows?|continuous|discrete|real|valued|random|"
    r"variables?|common|i.?i.?d.?|independent|and|identically|distributed|sample|observations?|drawn)[\s,]+)*"
)
NO_OTHER = "(?!joint|cond|marg|cumul|post|pred|prior|log|limit|trans|appr|asym|stat|samp|not\\b|dist|dens|mixed)"
CALLED_VARIABLE = "(random variable|variable|maximum|minimum|statistic|estimator|lifetime|waiting time|observation)"
DECLARES = ends(
    r"(^|\b(let|suppose|assume|that|where|variables?|and|now|consider|observations?|say|as|data|sample|lifetime)\b)"
    rf"\s*,?\s*<##>{NEUTRAL}({LAW}( {DENSITY})? with {NEUTRAL})?({NO_OTHER}[a-z-]+ )?{DENSITY}"
    r"( (is )?(given by|of|is))?\s*[:,]?",
    rf"\bthe ({NO_OTHER}[a-z-]+ )?{DENSITY} of ((the|a)? {CALLED_VARIABLE} )?<##>( is( given by)?)?\s*[:,]?",
)

# Does a sentence speak of random variables as they were introduced, or under another law?
ELSEWHERE = anywhere(
    "given !(by|as)|condition(al…|ed|ing|s on)|under|alternatives?|shift…|truncat…|censor…|instead|unless|otherwise",
    "another|other|different|replac…|incorrect…|wrong…|cannot|would|restrict…|thinned|inflat…|mixture|biased",
    r"(?<!probability-)weighted|(some|many|most) (\w+ )?(authors|(text)?books|people|texts)",
    r"in (seconds|minutes|hours|days|weeks|months|years)|(?<!\bthis\s)(?<!\bour\s)(parametri[sz]ation|convention)",
)
SUPPOSED = anywhere(
    "if|when…|suppos…|assum…|for !(all|any|every|each|the)|not|new|now|second|minimum|maximum|without|once|after|with",
    "at (an?|rate|time|level|scale|size)",
    "only|approximat…|about|roughly|asymptotic…",
)
OF_ANOTHER_LAW = anywhere(
    "given (that|#|the (data|observ…)|all|both|at)|condition… (up)?on|posterior|median|mode",
    "after (observing|we (see|observe))|under (#|(the)? (measure|target|alternative|null|posterior|other|hypothesis))",
)
