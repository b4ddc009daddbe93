"""clustertui: a terminal explorer for the world of innovation clusters."""

__version__ = "0.1.0"
