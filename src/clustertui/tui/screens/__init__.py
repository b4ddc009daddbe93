"""The screens: they conduct widgets and ask the catalogue."""
