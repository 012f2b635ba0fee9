"""Makes data/templates/deck.pptx: ``python -m export.deck.delivered``; offices edit a copy."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias, cast

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Cm

from export.deck.part import FILE
from export.deck.template import CHART, COVER, TABLE
from export.steady import steady

HEADINGS, BODY = "黑体", "微软雅黑"
_MADE = datetime(2026, 11, 25, tzinfo=UTC)
_FROM = {"Title Slide": COVER, "Picture with Caption": CHART, "Title and Content": TABLE}
_EMU_PER_CM = 360_000
_INK, _GREY = "1F2933", "5A6775"
_COLOURS = {
    "dk2": "184A7A",
    "lt2": "EEF2F6",
    "accent1": "1F5FA8",
    "accent2": "D97706",
    "accent3": "2F8F6B",
    "accent4": "B4443C",
    "accent5": "6D5BA6",
    "accent6": "4AA3C7",
}
_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Element: TypeAlias = Any  # of XML
Sheet: TypeAlias = Any  # python-pptx's masters and layouts are untyped


@dataclass(frozen=True, slots=True)
class _Place:
    """A placeholder: its kind in the file, its prompt, where it is (cm), its letters."""

    kind: str
    prompt: str
    left: float
    top: float
    width: float
    height: float
    points: float = 14
    bold: bool = False
    ink: str = _INK
    anchor: str = "ctr"
    align: str = "l"
    field: str = ""


_TITLE = _Place('type="title"', "标题", 1.3, 0.6, 27.2, 1.5, 26, bold=True)
_AREA = _Place('type="obj" idx="1"', "图或表放在这里", 1.3, 3.75, 31.2, 13.7, anchor="t")
_FOOT = (
    _Place('type="ftr" sz="quarter" idx="11"', "资料来源", 1.3, 17.7, 27, 0.9, 10, ink=_GREY),
    _Place(
        'type="sldNum" sz="quarter" idx="12"', "‹#›", 29.5, 17.7, 3, 0.9, 10,
        ink=_GREY, align="r", field="slidenum",
    ),
)  # fmt: skip
_LAYOUTS = {
    COVER: (
        _Place('type="ctrTitle"', "标题", 3, 5.4, 27.8, 3.6, 40, bold=True),
        _Place('type="subTitle" idx="1"', "副标题", 3, 9.6, 27.8, 4.4, 20, ink=_GREY, anchor="t"),
        *_FOOT,
    ),
    CHART: (
        _TITLE,
        _Place('type="body" idx="2"', "说明一句话", 1.3, 2.15, 31.2, 1.5, 14, ink=_GREY),
        _AREA,
        *_FOOT,
    ),
    TABLE: (_TITLE, _Place('type="obj" idx="1"', "表", 1.3, 2.5, 31.2, 14.9, anchor="t"), *_FOOT),
}
_MASTER = (_TITLE, _Place('type="body" idx="1"', "文字", 1.3, 2.5, 31.2, 14.9, anchor="t"), *_FOOT)
_BARS = {COVER: (1.7, 5.4, 0.4, 8.6)}  # left, top, width, height of the stroke of colour
_BAR = (0.0, 0.75, 0.4, 1.2)


def made() -> bytes:
    """Return the template: 16:9, three layouts, its fonts named for Chinese."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Cm(33.867), Cm(19.05)
    for layout in list(deck.slide_layouts):
        if layout.name not in _FROM:
            deck.slide_layouts.remove(layout)
            continue
        layout.name = _FROM[layout.name]
        _lay_out(layout, _LAYOUTS[layout.name])
        layout.shapes._spTree.append(_bar(_BARS.get(layout.name, _BAR)))  # noqa: SLF001 - no other way
    _lay_out(deck.slide_master, _MASTER)
    _name_fonts(deck.slide_master)
    about = deck.core_properties
    about.title = about.author = about.last_modified_by = ""
    about.created = about.modified = _MADE.replace(tzinfo=None)
    out = io.BytesIO()
    deck.save(out)
    return steady(out.getvalue(), _MADE)


def _lay_out(sheet: Sheet, places: tuple[_Place, ...]) -> None:
    """Put our placeholders in place of those of python-pptx's own template."""
    for shape in list(sheet.shapes):
        shape.element.getparent().remove(shape.element)
    for number, place in enumerate(places, 2):
        sheet.shapes._spTree.append(_placeholder(number, place))  # noqa: SLF001 - no other way


def _placeholder(number: int, place: _Place) -> Element:
    said = f"<a:r><a:rPr lang='zh-CN'/><a:t>{place.prompt}</a:t></a:r>"
    if place.field:
        said = (
            "<a:fld id='{C1FF6DA9-008F-8B48-92A6-B652298478BF}' "
            f"type='{place.field}'><a:rPr lang='zh-CN'/><a:t>{place.prompt}</a:t></a:fld>"
        )
    return _parsed(
        f"<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id='{number}' name='{place.prompt} {number}'/>"
        f"<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph {place.kind}/></p:nvPr>"
        f"</p:nvSpPr><p:spPr>{_frame(place.left, place.top, place.width, place.height)}"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></p:spPr>"
        f"<p:txBody><a:bodyPr lIns='0' rIns='0' anchor='{place.anchor}'><a:normAutofit/></a:bodyPr>"
        f"<a:lstStyle><a:lvl1pPr marL='0' indent='0' algn='{place.align}'><a:buNone/>"
        f"<a:defRPr sz='{round(place.points * 100)}' b='{int(place.bold)}'>"
        f"<a:solidFill><a:srgbClr val='{place.ink}'/></a:solidFill></a:defRPr></a:lvl1pPr>"
        f"</a:lstStyle><a:p>{said}</a:p></p:txBody></p:sp>"
    )


def _bar(sides: tuple[float, ...]) -> Element:
    return _parsed(
        f"<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id='20' name='色条'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_frame(*sides)}<a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
        f"<a:solidFill><a:schemeClr val='accent1'/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>"
        "</p:sp>"
    )


def _parsed(text: str | bytes) -> Element:
    return cast("Any", parse_xml)(text)  # untyped


def _frame(left: float, top: float, width: float, height: float) -> str:
    x, y, cx, cy = (round(side * _EMU_PER_CM) for side in (left, top, width, height))
    return f"<a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='{cx}' cy='{cy}'/></a:xfrm>"


def _name_fonts(master: Sheet) -> None:
    """Name the theme's fonts for Latin and for Chinese letters, and its colours."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = _parsed(part.blob)
    for place, name in (("majorFont", HEADINGS), ("minorFont", BODY)):
        for fonts in theme.iter(f"{_A}{place}"):
            for script in ("latin", "ea"):
                fonts.find(f"{_A}{script}").set("typeface", name)
            for one in fonts.iter(f"{_A}font"):
                if one.get("script") in {"Hans", "Hant"}:
                    one.set("typeface", name)
    for name, colour in _COLOURS.items():
        for one in theme.iter(f"{_A}{name}"):
            one[:] = [_parsed(f"<a:srgbClr {_SPACES} val='{colour}'/>")]
    part.blob = serialize_part_xml(theme)


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_bytes(made())
