"""Every part a pack can have, in the order in which readers see them."""

from export.brief.part import BriefPart
from export.deck.part import DeckPart
from export.pack.parts import PICTURES, Part

PARTS: dict[str, Part] = {part.key: part for part in (*PICTURES, DeckPart(), BriefPart())}
USUAL = ("png_slide", "pptx", "docx")  # what is ticked until a reader chooses
