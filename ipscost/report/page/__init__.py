"""What people take away: a document with a front page for a council, and what stands behind it.

document  Document, Front, Section, and the blocks that sections are made of
material  the run that a page is made of, and the reports of it
one       the document of one scenario
several   the document of several scenarios, side by side
front     the first page, for a council
sections  the sections behind it, in order
inputs    every number that goes in, with its source and its line
checked   published results, tests of the model, CHEERS 2022 and AdViSHE, what authors state
record    what was run with what, and the command that does it again
glossary  the terms that the page uses
"""
