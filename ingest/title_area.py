"""The area a sheet is about, from its titles: a place, a zone, or the office that fills it."""

import re
from collections.abc import Sequence

from domain.plan import Plan
from ingest.characters import fold

_LABELLED = re.compile(
    r"(?:填报|填表|报送|编制|申报|上报|责任|牵头)单位(?:\s*[(]?(?:盖章|公章|签章)[)]?)?"
    r"\s*[:]\s*(?P<unit>[^\s:,，;；。()、]{2,30})"
    r"|(?:所在|填报|所属)?(?:地区|区域|县区|乡镇|辖区|片区|园区)(?:名称)?"
    r"\s*[:]\s*(?P<area>[^\s:,，;；。()、]{2,30})"
)
_SUFFIX = (
    r"(?:特别行政区|自治区|自治州|自治县|自治旗|管理区|开发区|高新区|示范区|试验区|保税区|合作区|"
    r"功能区|工业区|集聚区|风景区|度假区|新区|"
    r"街道(?!办)|街道办事处|管委会|园区|地区|林区|产业园(?!区)|"
    r"省|市(?![场政容民级属直域])|县(?![域级属])|区(?![域块间级属县])|州(?!际)|盟(?!友)|旗(?![舰下])|"
    r"镇(?![化区])|乡(?![村镇土贤]))"
)
_PLACE = re.compile(rf"[\u4e00-\u9fff]{{1,8}}?{_SUFFIX}+")
_FRONT = re.compile(
    r"^(?:附[件表]\s*\d*(?:[-.]\d+)*\s*[:、.]?)?\s*"
    r"(?:(?:关于|中共)\s*)?(?:\d{4}(?:\s*[-~—]\s*\d{4})?\s*年?度?(?:\d{1,2}\s*[-~—]?\s*)*月?份?)?\s*"
)
_BRACKETED = re.compile(r"[(]([^()]{2,16})[)]")
_NOWHERE = re.compile(
    r"[全本我各该两老旧小城社片园景灾郊超夜上都集]*\s*[省市县区镇乡州]+|.*(?:[小社城]区|[联加同]盟)|"
    r".*(?:重点|建设|项目|任务|工作|进展|投资|计划|产业链).*"
)


def area_in(texts: Sequence[str], plan: Plan) -> str | None:
    """Return the area a label states, else a name of the plan's, else the place in a title.

    Who fills the sheet in stands for the area only where nothing else does.
    """
    plain = [fold(text) for text in texts]
    return (
        _labelled(plain, "area")
        or _known(plain, plan)
        or _leading(plain)
        or _labelled(plain, "unit")
    )


def place_in_front(title: str) -> str | None:
    """Return the place with which a title begins, or nothing rather than a guess.

    >>> place_in_front("南平市“十二五”规划重点项目汇总表"), place_in_front("附件2：浙江省项目清单")
    ('南平市', '浙江省')
    >>> place_in_front("2026年浦东新区张江镇重点项目表"), place_in_front("新乡高新区1-10月进展")
    ('浦东新区张江镇', '新乡高新区')
    >>> [place_in_front(t) for t in ("全市重点项目", "城市更新项目", "美丽乡村建设", "市场主体")]
    [None, None, None, None]
    """
    rest = _FRONT.sub("", fold(title), count=1)
    parts: list[str] = []
    while match := _PLACE.match(rest):
        if _NOWHERE.fullmatch(match[0]):
            break
        parts.append(match[0])
        rest = rest[match.end() :]
    return "".join(parts) or None


def _labelled(texts: Sequence[str], what: str) -> str | None:
    matches = (match[what] for text in texts for match in _LABELLED.finditer(text))
    return next(filter(None, matches), None)


def _known(texts: Sequence[str], plan: Plan) -> str | None:
    units = [spelling for unit in plan.responsible_units for spelling in unit.spellings]
    known = sorted(filter(None, [plan.zone, *units]), key=len, reverse=True)
    fronts = (name for text in texts for name in known if text.startswith(name))
    zones = (plan.zone for text in texts if plan.zone and plan.zone in text)
    return next(fronts, None) or next(zones, None)


def _leading(texts: Sequence[str]) -> str | None:
    bracketed = (inside for text in texts for inside in _BRACKETED.findall(text))
    places = (place for text in (*texts, *bracketed) if (place := place_in_front(text)))
    return next(places, None)
