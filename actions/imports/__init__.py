"""A typed tracker becomes a plan. In the order in which a file goes through:

files.py, reading/      any file → a Book of sheets and cells (grid.py), read in a process of its own
sheets/                 a sheet → tables of actions, and why each other line is none
columns/                a table → which field each column fills, and why
dates/ statuses/ leads/ references.py    a cell → what it means
doubts.py               what nobody can be sure of: asked, never decided in silence
understanding/          all of it together, held against what the tracker knows (known_plan.py) and what a
                        person has answered (answers.py) → what is to be brought in (operations/bring_in.py)
shown/                  the same as pages show it
filled_in/              our own sheet of actions coming back from people without an account
"""
