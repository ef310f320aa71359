"""Forms by which records are built by hand: one for each record."""
