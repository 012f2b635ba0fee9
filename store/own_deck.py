"""The deck an office has put in place of the delivered one."""

from pathlib import Path

from store.settings import Settings

USUAL = Path("templates") / "deck.pptx"  # in the state folder


def own_deck(settings: Settings) -> Path | None:
    """Return the file: the one named in the settings, else one in the state folder, else None."""
    if settings.deck_template is not None:
        return settings.deck_template
    usual = settings.state_folder / USUAL
    return usual if usual.exists() else None
