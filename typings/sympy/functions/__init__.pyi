from . import elementary as elementary
