"""axe-core, with the rules of WCAG 2.2 A and AA that a machine can check."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2's only rule, which axe leaves off unless asked
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """What is against a rule, and where."""
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:200]}" for rule in found for node in rule["nodes"]]
