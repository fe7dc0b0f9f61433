"""Whole documents marked by hand (`gold/`), and how what we find is held against the marks.

`loading` reads the marks, `claims` pairs claims with marked ones, `merging` judges what is taken for one, `facts` the
rest; `measuring` puts a document through all of them, and `floors` keeps the figures from falling.
"""
