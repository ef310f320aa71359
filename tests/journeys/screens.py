"""The two sizes of screen that every page is looked at on."""

WIDE = {"width": 1280, "height": 1024}
# A small phone; and just what is left of the wide window at 400 % zoom, as WCAG 1.4.10 counts it.
NARROW = {"width": 320, "height": 256}
