"""Every part a pack can have, in the order in which readers see them."""

from export.brief.part import BriefPart
from export.deck.part import DeckPart
from export.pack.parts import PICTURES, Part
from export.pack.published import OpenDataPart
from export.pack.workbook import WorkbookPart

_DOCUMENTS: tuple[Part, ...] = (DeckPart(), BriefPart(), WorkbookPart(), OpenDataPart())
PARTS: dict[str, Part] = {part.key: part for part in (*PICTURES, *_DOCUMENTS)}
USUAL = ("png_slide", "pptx", "docx")  # what is ticked until a reader chooses
