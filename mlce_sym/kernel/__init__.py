"""The one place where a theorem is made: the step, the rule table, and the replay of a certificate."""
