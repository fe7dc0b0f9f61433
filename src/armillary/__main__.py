"""`python -m armillary` is `armillary`."""

from armillary.cli import main

main()
