"""Reading XML parts with the standard library's expat; a document type is never accepted."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar
from xml.parsers import expat

from ingest.codes import Code, SheetRefusedError, found

Attributes = dict[str, str]
Action = TypeVar("Action")
_MOST_NAMES = 1024


class Handler(Protocol):
    """What is told of each element, by its name without namespace; others are passed over."""

    @property
    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """What to do when an element begins."""
        ...

    @property
    def ends(self) -> Mapping[str, Callable[[], None]]:
        """What to do when an element ends."""
        ...

    def text(self, text: str) -> None:
        """Take a piece of text."""
        ...


class EnoughRead(Exception):  # noqa: N818 - no error: the handler has what it wants
    """Stops the parser early."""


def parse(xml: bytes, handler: Handler, part: str) -> None:
    """Feed a part to a handler.

    Raises:
        SheetRefusedError: for a document type, an entity, or XML that is not well formed.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartDoctypeDeclHandler = _refuse(part)
    parser.EntityDeclHandler = _refuse(part)
    parser.ExternalEntityRefHandler = _refuse(part)

    starts = _ByFullName(handler.starts, lambda _: None)
    ends = _ByFullName(handler.ends, lambda: None)

    def start(name: str, attributes: Attributes) -> None:
        starts[name](attributes)

    def end(name: str) -> None:
        ends[name]()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.text
    try:
        parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature
    except EnoughRead:
        return
    except (expat.ExpatError, UnicodeError, LookupError) as problem:
        raise SheetRefusedError(found(Code.E_XLSX_CORRUPT, value=part)) from problem


def local(attributes: Attributes, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    return next((text for key, text in attributes.items() if _local(key) == name), None)


class _ByFullName(dict[str, Action]):
    """Actions by the name with its namespace: a sheet has few names and millions of elements."""

    def __init__(self, by_name: Mapping[str, Action], otherwise: Action) -> None:
        super().__init__()
        self._by_name, self._otherwise = by_name, otherwise

    def __missing__(self, name: str) -> Action:
        action = self._by_name.get(_local(name), self._otherwise)
        if len(self) < _MOST_NAMES:
            self[name] = action
        return action


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(part: str) -> Callable[..., int]:
    def refuse(*_declared: object) -> int:
        seen = f"{part}: DOCTYPE"
        raise SheetRefusedError(found(Code.E_XLSX_UNSAFE, value=seen, advice="unsafe_entity"))

    return refuse
