"""Waiting for charts.js: it fetches plotly.js first, so a page is there before its charts are."""

from playwright.sync_api import Page, expect


def wait_for_charts(page: Page) -> None:
    """Until each is drawn; at once on a page without one. (`wait_for_function` needs eval, which our policy stops.)"""
    expect(page.locator("[data-chart]:not([data-ready])")).to_have_count(0, timeout=10_000)
