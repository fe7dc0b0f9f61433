"""A password as DNA keeps it: salt and digest in base64 (jasypt's StrongPasswordEncryptor).

SHA-256 over salt and password, hashed 100,000 times in all. The salt is fixed, so that the same model gives
the same file: this password is told to everybody and protects nothing.
"""

import base64
import hashlib
from functools import cache

ROUNDS = 100_000
_SALT = b"armillary sphere"


@cache
def hashed(password: str) -> str:
    """The password as the table of coders holds it."""
    digest = _SALT + password.encode()
    for _ in range(ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(_SALT + digest).decode()
