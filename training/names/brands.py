"""Make `annotate/names/brands.txt`: names of firms and their products, from Simple Icons (CC0).

    python -m venv /tmp/brands && /tmp/brands/bin/pip install simpleicons==7.21.0
    /tmp/brands/bin/python training/names/brands.py src/armillary/annotate/names/brands.txt

The package (MIT) carries the titles of the icons, so nothing else is fetched.
"""

import sys
from pathlib import Path

from simpleicons.all import icons

SHORTEST = 3
HEAD = "# Firms and their products, titles of Simple Icons (CC0), by way of simpleicons 7.21.0. Made by training/names/brands.py.\n"

if __name__ == "__main__":
    target = Path(sys.argv[1])
    titles = {icons.get(key).title for key in icons}
    kept = sorted(name for name in titles if len(name) >= SHORTEST and name[0].isupper())
    target.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{target}: {len(kept)} names")
