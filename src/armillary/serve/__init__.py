"""Serve: the app, on this machine alone. Documents of one folder are read, seen and corrected in a browser.

    armillary serve essays/

    shelf.py    the documents of the folder, and what is dropped into it
    room.py     the desks on which documents lie, and how far each is read
    asking.py   a correction as the browser asks for it, done at a desk
    showing.py  what the browser is shown: the page, and what was said of the document
    guard.py    who may ask at all
    app.py      the addresses

Corrections are written by the same desk as those of `armillary review`, into the same file.
"""

from armillary.serve.app import app
from armillary.serve.listening import Address, listen

__all__ = ["Address", "app", "listen"]
