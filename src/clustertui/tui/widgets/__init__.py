"""What the screens are made of. Widgets are given values and never reach the catalogue."""
