from . import function as function
from . import relational as relational
