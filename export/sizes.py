"""How large a picture is on paper, on a slide and on a wall, and how large its letters are."""

from dataclasses import dataclass

from export.refusals import PictureSizeError

BODY_PX = 12  # figures are laid out with letters of this size, then enlarged as a whole
_CM_PER_INCH = 2.54
_POINTS_PER_INCH = 72
_BODY_TO_LEAST = 15 / 14  # 7.5 pt where the smallest letters are 7 pt
_PAGE_BODY_PT = 9
_PAGE_WIDTH_CM = 16
_BODY_PT_PER_CM = 0.42  # 16 pt on a 33.9 cm slide, 24 pt on a 50.8 cm screen
_SIDES_CM = (5, 60)
_DPI = (72, 600)
_MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class PictureSize:
    """A picture's size in the reader's hand; no letter of it is smaller than ``least_pt``."""

    key: str
    width_cm: float
    height_cm: float
    dpi: int = 300
    least_pt: float = 7

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the PNG.

        >>> FULL_PAGE.pixels, SLIDE.pixels, BIG_SCREEN.pixels
        ((1890, 1063), (4000, 2250), (1920, 1080))
        """
        across = round(self.width_cm / _CM_PER_INCH * self.dpi)
        down = round(self.height_cm / _CM_PER_INCH * self.dpi)
        return across, down

    @property
    def body_pt(self) -> float:
        """Size of ordinary letters in points: small in a column, large on a wall.

        >>> HALF_PAGE.body_pt, FULL_PAGE.body_pt, round(SLIDE.body_pt)
        (7.5, 9.0, 17)
        """
        reach_cm = min(self.width_cm, self.height_cm * 16 / 9)
        grown = _PAGE_BODY_PT + (reach_cm - _PAGE_WIDTH_CM) * _BODY_PT_PER_CM
        return float(max(_BODY_TO_LEAST * self.least_pt, grown))

    @property
    def scale(self) -> float:
        """PNG pixels for one layout pixel."""
        return self.body_pt / _POINTS_PER_INCH * self.dpi / BODY_PX

    @property
    def layout_px(self) -> tuple[float, float]:
        """Width and height in which the figure is laid out.

        >>> [round(side) for side in FULL_PAGE.layout_px]
        [605, 340]
        """
        across, down = self.pixels
        return across / self.scale, down / self.scale


SLIDE = PictureSize("slide", 33.867, 19.05)
FULL_PAGE = PictureSize("full_page", 16.0, 9.0)
HALF_PAGE = PictureSize("half_page", 8.0, 10.0)
BIG_SCREEN = PictureSize("big_screen", 50.8, 28.575, dpi=96)
PRESETS = (SLIDE, FULL_PAGE, HALF_PAGE, BIG_SCREEN)


def preset(key: str) -> PictureSize:
    """Return the preset size with this key.

    Raises:
        KeyError: when there is none.
    """
    return {size.key: size for size in PRESETS}[key]


def custom(width_cm: float, height_cm: float, dpi: int = 300) -> PictureSize:
    """Return a size of the reader's own, when it can be drawn.

    Raises:
        PictureSizeError: when a side, the density or the number of pixels is out of bounds.
    """
    size = PictureSize("custom", width_cm, height_cm, dpi)
    sides = all(_SIDES_CM[0] <= side <= _SIDES_CM[1] for side in (width_cm, height_cm))
    if not sides or not _DPI[0] <= dpi <= _DPI[1] or _area(size) > _MOST_PIXELS:
        raise PictureSizeError(
            shortest=str(_SIDES_CM[0]),
            longest=str(_SIDES_CM[1]),
            coarsest=str(_DPI[0]),
            finest=str(_DPI[1]),
            millions=str(_MOST_PIXELS // 1_000_000),
        )
    return size


def _area(size: PictureSize) -> int:
    across, down = size.pixels
    return across * down
