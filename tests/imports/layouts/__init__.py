"""Trackers as councils type them, made up, each with the right answer. `ALL` is every one, by name."""

from . import between_actions, blocks, headings, odd_cells, other_sheets, traps
from .builder import Layout

ALL: dict[str, Layout] = {
    layout.name: layout
    for module in (headings, between_actions, blocks, odd_cells, other_sheets, traps)
    for layout in module.layouts()
}
