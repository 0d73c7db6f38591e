"""The analyses as functions, for those who go on in Python: each takes a run, and gives an answer.

answer     what an analysis found, in a language: sentences, tables, rows, a piece of HTML
functions  the analyses, by the names of the commands
research   voi and power
individual individual data to an evaluation, from files
weeks      register weeks beside them, read, counted and put into a scenario
asked      what was given to them, held against what they take; mistakes are told as sentences
elsewhere  published evaluations, and in whose money they are told
beside     what an analysis needs beside the run: months, the file's scenario analyses, other names
"""
