"""Is an equation proved, refuted, or unknown, and why?"""
