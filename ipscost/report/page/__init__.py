"""What people take away: a document with a front page for a council, and what stands behind it.

document  Document, Front, Section, and the blocks that sections are made of
"""
