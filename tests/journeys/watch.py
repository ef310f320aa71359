"""Listens to a page while a test walks, and writes down whatever a visitor should never meet."""

from playwright.sync_api import ConsoleMessage, Page, Response

# The browser's own words for an answer of 400 or more. Answers are listened to by themselves: a page may be a 404.
FAILED_ANSWER = "Failed to load resource"

TELL_OF_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  tellOfViolation(`${event.violatedDirective} stopped ${event.blockedURI} in ${event.sourceFile}`));
"""


def watch(page: Page, *, origin: str) -> list[str]:
    """A list that fills with errors, refused styles and scripts, lost files and calls to other servers."""
    problems = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(FAILED_ANSWER):
            problems.append(f"console: {message.text}")

    def look_at(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            problems.append(f"answered {response.status}: {response.url}")

    def follow(url: str) -> None:
        if not url.startswith((origin, "data:", "blob:")):
            problems.append(f"asked another server: {url}")

    page.expose_function("tellOfViolation", lambda words: problems.append(f"policy: {words}"))
    page.add_init_script(TELL_OF_VIOLATIONS)
    page.on("console", hear)
    page.on("pageerror", lambda error: problems.append(f"script: {error}"))
    page.on("response", look_at)
    page.on("request", lambda request: follow(request.url))
    return problems
