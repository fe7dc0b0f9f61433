"""Systems made by hand, for the tests of what is published."""
