from . import Symbol

n: Symbol
