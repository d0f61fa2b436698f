from . import hyperbolic as hyperbolic
