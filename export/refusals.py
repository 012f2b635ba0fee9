"""Why there is no picture. Each refusal names its sentence; the sentences live in texts/."""


class PictureError(Exception):
    """No picture; ``t(error.text_key, **error.more)`` is the sentence that says why."""

    text_key = "picture.failed"

    def __init__(self, **more: str) -> None:
        super().__init__(self.text_key, more)
        self.more = more


class NoBrowserError(PictureError):
    """The server has no browser that could draw."""

    text_key = "picture.no_browser"


class PictureTimeoutError(PictureError):
    """The browser did not answer in time; it has been ended."""

    text_key = "picture.timed_out"


class PictureBusyError(PictureError):
    """Too many pictures are waiting already."""

    text_key = "picture.busy"


class BrowserDiedError(PictureError):
    """The browser ended while drawing, and so did the one that replaced it."""

    text_key = "picture.browser_died"


class PictureStoppedError(PictureError):
    """Whoever asked for the picture does not want it any more."""

    text_key = "picture.stopped"


class DrawingError(PictureError):
    """The browser answered that it cannot draw this figure; ``more["reason"]`` is its answer."""

    text_key = "picture.not_drawn"


class EngineClosedError(PictureError):
    """The product is shutting down."""

    text_key = "picture.closed"


class PictureSizeError(PictureError):
    """No printer and no screen wants such a size."""

    text_key = "picture.size_refused"


class TemplateRefusedError(Exception):
    """A template is not kept; ``t(error.text_key, **error.more)`` says what to put right."""

    def __init__(self, reason: str, **more: str) -> None:
        super().__init__(reason, more)
        self.text_key = f"letter.refused_{reason}"
        self.more = more


class PackError(Exception):
    """No pack, or not this part of it; ``t(error.text_key, **error.more)`` says why."""

    text_key = "pack.failed"

    def __init__(self, **more: str) -> None:
        super().__init__(self.text_key, more)
        self.more = more


class PackStoppedError(PackError):
    """Whoever asked for the pack does not want it any more."""

    text_key = "pack.stopped"


class PacksBusyError(PackError):
    """The reader has a pack running, or as many are made already as the server can carry."""

    def __init__(self, text_key: str, **more: str) -> None:
        self.text_key = text_key
        super().__init__(**more)


class TemplateError(PackError):
    """An office's own deck cannot be filled; ``text_key`` says what its template lacks."""

    def __init__(self, text_key: str, **more: str) -> None:
        self.text_key = text_key
        super().__init__(**more)
