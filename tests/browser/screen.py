"""What a person does in front of the screen; every step waits until the screen has followed."""

from urllib.parse import urlsplit

_IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
_SETTLED = """() =>
    document.querySelector('h1')
    && !document.querySelector('[data-stale="true"]')
    && !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
        .every(chart => chart.querySelector('.main-svg'))
"""


class Screen:
    """A page of a browser with the dashboard in it."""

    def __init__(self, page, address: str) -> None:
        self.page = page
        self.address = address
        self.troubles: list[str] = []
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda request: self._note(request.url))
        page.on("websocket", lambda socket: self._note(socket.url))

    def open(self, path: str = "/") -> "Screen":
        """Load a page anew, as a link does."""
        self.page.goto(self.address + path)
        return self.settle()

    def settle(self) -> "Screen":
        """Wait until the script has ended and every chart is drawn."""
        self.page.wait_for_selector(_IDLE)
        self.page.wait_for_function(_SETTLED)
        return self

    def go(self, title: str) -> "Screen":
        """Choose a page in the menu."""
        self.page.get_by_test_id("stSidebarNavLink").get_by_text(title, exact=True).click()
        self.page.locator("h1").get_by_text(title, exact=True).wait_for()
        return self.settle()

    def speak(self, language: str, title: str) -> "Screen":
        """Switch the language and wait for the page's title in it."""
        self.page.locator(".st-key-lang").get_by_text(language, exact=True).click()
        self.page.locator("h1").get_by_text(title, exact=True).wait_for()
        return self.settle()

    def dress(self, scheme: str, background: str) -> "Screen":
        """Let the reader's system turn light or dark."""
        self.page.emulate_media(color_scheme=scheme)
        colour = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
        self.page.wait_for_function(f"() => {colour} === '{background}'")
        return self.settle()

    def reads(self, sentence: str) -> None:
        """Wait until a sentence stands on the screen, bold words and all."""
        self.page.get_by_text(sentence.replace("**", "")).first.wait_for()

    def fits(self) -> None:
        """Wait until nothing on the page is wider than the screen, so that nobody scrolls aside."""
        parts = "[document.scrollingElement, document.querySelector('[data-testid=stMain]')]"
        fits = f"() => {parts}.every(part => part.scrollWidth <= window.innerWidth)"
        self.page.wait_for_function(fits)

    def _note(self, url: str) -> None:
        address = urlsplit(url)
        if address.hostname not in {None, "127.0.0.1"}:
            self.troubles.append(url)
