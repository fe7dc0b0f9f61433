"""Placeholder, the page's builder replaces it."""
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PageHook(BuildHookInterface):
    pass
