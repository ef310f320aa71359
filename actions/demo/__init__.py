"""The demo: two partnerships, their plans and what was said of them, from `content/` into the database.

`people.py` says who signs in, `content/*.toml` what is told. `story.py` and `asides.py` read a written
history, `rhythm.py` knows on which days people report; none of them asks the database. `setting.py`,
`plans.py` and `histories.py` write the records, and from each history `date_changes.py`, `reviews.py` and
`evidence.py` what goes with it; `links.py` what became of actions in a later plan, `enquiries.py` what bodies
asked and were answered; `load.py` puts all in order. Nothing here asks what day it is.
"""
