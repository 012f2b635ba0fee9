"""Looking up items and responsible units by what a sheet calls them: exactly, never loosely."""

import re
from collections import defaultdict
from difflib import get_close_matches

from domain.columns import ItemKind
from ingest.characters import key_of
from ingest.context import Context, Item

_ZONE = 3  # characters of 高新区, the shortest that a zone is called
_NEAR = 0.55  # of their characters: names of projects are long and differ in their middle
_PUNCTUATION = re.compile(r"[\s“”\"'‘’《》〈〉「」『』·•,，.。、;；:：()\[\]【】〔〕—–_-]+")


def bare(name: str) -> str:
    """Return a folded name without spaces and punctuation.

    >>> bare("“北斗+” 时空 产业园(一期)")
    '北斗+时空产业园一期'
    """
    return _PUNCTUATION.sub("", name)


def without_zone(text: str, zone: str) -> str:
    """Return what follows the zone's name, or its last words of three characters or more.

    >>> written = ("滨江高新区财政局", "高新区财政局", "新区财政局")
    >>> [without_zone(text, "滨江高新区") for text in written]
    ['财政局', '财政局', '新区财政局']
    """
    for start in range(len(zone) - _ZONE + 1):
        if text.startswith(zone[start:]) and text != zone[start:]:
            return text.removeprefix(zone[start:])
    return text


class NameList:
    """Every spelling the plan and its registry know, compared after folding."""

    def __init__(self, context: Context) -> None:
        self._items = {key_of(item_id): item for item_id, item in context.items.items()}
        self._named: dict[str, list[Item]] = defaultdict(list)
        for item in context.items.values():
            for spelling in {key_of(name) for name in (item.name, *item.also_called)}:
                self._named[spelling].append(item)
        self._bare: dict[str, list[Item]] = defaultdict(list)
        for spelling, items in self._named.items():
            self._bare[bare(spelling)].extend(
                one for one in items if one not in self._bare[bare(spelling)]
            )
        units, chains = context.plan.unit_spellings, context.plan.chain_spellings
        self._units = {key_of(spelling): name for spelling, name in units.items()}
        self._zone = key_of(context.plan.zone)
        self.chains = context.plan.chain_names
        english = {one.english: one.name for one in context.plan.chains if one.english}
        self._chains = {key_of(spelling): name for spelling, name in (english | chains).items()}

    def by_id(self, item_id: str) -> Item | None:
        """Return the item with exactly this id."""
        return self._items.get(item_id)

    def by_name(self, name: str, kind: ItemKind | None) -> Item | None:
        """Return the one item of the kind with this name; None when there are none or more.

        A name that differs only by spaces, quotation marks and the like is the same name.
        """
        for spelling, named in ((name, self._named), (bare(name), self._bare)):
            items = [one for one in named.get(spelling, ()) if kind in (None, one.kind)]
            if len(items) == 1:
                return items[0]
        return None

    def is_called(self, item: Item, name: str) -> bool:
        """Tell whether the name is one of the item's."""
        return item in self._named.get(name, ())

    def unit(self, text: str) -> str | None:
        """Return the plan's spelling of a responsible unit; the zone's name may stand before it."""
        return self._units.get(text) or self._units.get(without_zone(text, self._zone))

    def chain(self, text: str) -> str | None:
        """Return the plan's spelling of an industry chain."""
        return self._chains.get(key_of(text))

    def has_tasks(self) -> bool:
        """Tell whether there are tasks that a project could name as its source."""
        return any(item.kind is ItemKind.TASK for item in self._items.values())

    def nearest_unit(self, text: str) -> str:
        """Return the name of the unit whose spelling is nearest, only ever to show as a hint."""
        near = get_close_matches(without_zone(text, self._zone), self._units, n=1)
        return self._units[near[0]] if near else ""

    def nearest_item(self, name: str) -> str:
        """Return the registered name nearest to this one, with its id, for a person to confirm."""
        near = next(iter(get_close_matches(bare(name), self._bare, n=1, cutoff=_NEAR)), None)
        item = self._bare[near][0] if near else None
        return f"{item.name}（{item.item_id}）" if item else ""

    def nearest_id(self, text: str) -> str:
        """Return the id whose spelling is nearest, only ever to show as a hint."""
        return next(iter(get_close_matches(text, self._items, n=1)), "")
