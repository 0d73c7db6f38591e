"""The text of a file: its nodes and lines, what it extends, and what is wrong.

raw       the bytes of a file, read once, as text
yamldoc   text to nodes that know their line
inputs    the files that a scenario depends on, each read once
variants  what a file extends, and what --set changes
changing  how a change meets the tree: where it stands, and what it replaces
dated     where a category states what changes on a date
cells     numbers of a table put into the tree, each with the place of its cell
built_in  what pydantic finds wrong with a value, in our words
findings  a section checked against its keys: values, or problems
sections  the top-level sections that are well-formed, and the positions of their parts
shipped   the scenarios shipped with ipscost
edits     the phrases that fixes are made of
"""
