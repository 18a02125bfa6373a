"""How well the search finds, and what it costs, beside two others."""
