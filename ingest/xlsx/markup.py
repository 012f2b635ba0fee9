"""Reading XML parts with the standard library's expat; a document type is never accepted."""

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol
from xml.parsers import expat

from ingest.codes import Code, SheetRefusedError, found

Attributes = dict[str, str]


class Handler(Protocol):
    """What is told of each element; names come without their namespace."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        ...

    def end(self, name: str) -> None:
        """End an element."""
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

    def start(name: str, attributes: Attributes) -> None:
        handler.start(_local(name), attributes)

    def end(name: str) -> None:
        handler.end(_local(name))

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


@lru_cache(1024)  # a sheet has few names and millions of elements
def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(part: str) -> Callable[..., int]:
    def refuse(*_declared: object) -> int:
        raise SheetRefusedError(found(Code.E_XLSX_UNSAFE, value=f"{part}: DOCTYPE"))

    return refuse
