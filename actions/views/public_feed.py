"""New public reports as an Atom feed, in the chair's words to families."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from actions.models import Partnership, ProgressReport
from actions.periods import in_full
from actions.publication import LICENCE
from actions.reports.plain_text import plain

LONGEST = 20


class PublicReportFeed(Feed):
    """Of one partnership. `get_object` takes it, for the view has looked it up."""

    feed_type = Atom1Feed

    def get_object(self, request, partnership: Partnership) -> Partnership:
        return partnership

    def title(self, partnership: Partnership) -> str:
        return f"What was promised, and how it is going: {partnership.name}"

    def link(self, partnership: Partnership) -> str:
        return reverse("public-report-list", args=[partnership.slug])

    def feed_url(self, partnership: Partnership) -> str:
        return reverse("public-report-feed", args=[partnership.slug])

    def author_name(self, partnership: Partnership) -> str:
        return partnership.name

    feed_copyright = f"{LICENCE['name']}: {LICENCE['url']}"

    def items(self, partnership: Partnership) -> list[tuple[Partnership, ProgressReport]]:
        reports = ProgressReport.objects.published().filter(plan__partnership=partnership)
        return [(partnership, report) for report in reports.order_by("-published_at", "-pk")[:LONGEST]]

    def item_title(self, item) -> str:
        _, report = item
        plan = report.public["plan"]
        return plain(f"{plan['title'] or plan['kind']}: report {report.number}, as at {in_full(report.as_at_on)}")

    def item_description(self, item) -> str:
        """Feeds hold markup: ours, around words that stay words."""
        return linebreaks(plain(item[1].public["public_words"]), autoescape=True)

    def item_link(self, item) -> str:
        partnership, report = item
        return reverse("public-report", args=[partnership.slug, report.pk])

    def item_pubdate(self, item):
        return item[1].published_at

    def item_updateddate(self, item):
        return item[1].published_at
