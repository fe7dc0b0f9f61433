"""What all tests share: no test is timed, and every run tries the same examples."""

from hypothesis import settings

settings.register_profile("armillary", deadline=None, derandomize=True)
settings.load_profile("armillary")
