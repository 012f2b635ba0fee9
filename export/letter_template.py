"""A template of a letter as an office gives it back: looked at before it is kept."""

import io
import re
import zipfile
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError

from domain.letters import (
    LIST_CLOSES,
    LIST_OPENS,
    MOST_TEMPLATE_MB,
    REQUIRED,
    Field,
    ItemField,
    tag,
)
from export.letter_syntax import PlainEnvironment, fields_of
from export.refusals import TemplateRefusedError

_MOST_UNPACKED_MB = 40
_MB = 1024**2
_DOCUMENT, _MACROS = "word/document.xml", "vbaProject.bin"
_TAG = re.compile(r"<[^>]+>")
_DAMAGED = (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, OSError)  # lxml's is the second
_SHOWN = 24  # characters around a mistake
_EXAMPLE: dict[str, str | list[dict[str, str]]] = {
    **{one.value: one.value for one in Field},
    Field.ITEMS: [{one.value: one.value for one in ItemField}] * 2,
}


def must_be_usable(raw: bytes) -> None:
    """Check a template: its fields, its braces, its required fields, and fill it once.

    Raises:
        TemplateRefusedError: naming the field or place and the remedy.
    """
    _must_be_docx(raw)
    environment = PlainEnvironment()
    named: set[str] = set()
    for source in _sources(raw):
        _must_have_plain_braces(source)
        try:
            named |= fields_of(environment.parse(source))
        except TemplateSyntaxError as error:
            near = _near(source, error.lineno)
            raise TemplateRefusedError("syntax", near=near) from error
    for field in REQUIRED:
        if field not in named:
            example = _example(field)
            raise TemplateRefusedError("missing", field=field.value, example=example)
    fill(raw, _EXAMPLE)


def fill(raw: bytes, fields: dict[str, str | list[dict[str, str]]]) -> bytes:
    """Return a letter: the template with its fields filled in.

    Raises:
        TemplateRefusedError: when the template cannot be filled.
    """
    written = io.BytesIO()
    try:
        template = DocxTemplate(io.BytesIO(raw))
        template.render(fields, PlainEnvironment(), autoescape=True)
        template.save(written)
        docx.Document(io.BytesIO(written.getvalue()))
    except (TemplateError, *_DAMAGED) as error:
        raise TemplateRefusedError("unfilled") from error
    return written.getvalue()


def _must_be_docx(raw: bytes) -> None:
    if len(raw) > MOST_TEMPLATE_MB * _MB:
        raise TemplateRefusedError("too_large", most=str(MOST_TEMPLATE_MB))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            names = parts.namelist()
            unpacked = sum(one.file_size for one in parts.infolist())
        if unpacked > _MOST_UNPACKED_MB * _MB:
            raise TemplateRefusedError("too_large", most=str(MOST_TEMPLATE_MB))
        if any(name.endswith(_MACROS) for name in names):
            raise TemplateRefusedError("macros")
        if _DOCUMENT not in names:
            raise TemplateRefusedError("no_docx")
        docx.Document(io.BytesIO(raw))
    except _DAMAGED as error:
        raise TemplateRefusedError("no_docx") from error


def _sources(raw: bytes) -> list[str]:
    """Return body, headers and footers as the template engine will read them."""
    template: Any = DocxTemplate(io.BytesIO(raw))  # its package has no types
    template.render_init()
    relations = docx.Document(io.BytesIO(raw)).part.rels.values()
    around = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
    parts = [str(template.get_xml())]
    parts += [one.target_part.blob.decode() for one in relations if one.reltype in around]
    patched = (str(template.patch_xml(one)) for one in parts)
    return [re.sub(r"<w:p([ >])", r"\n<w:p\1", one) for one in patched]


def _must_have_plain_braces(source: str) -> None:
    text = _TAG.sub("", source)
    for wide in ("｛｛", "{｛", "｛{", "｛%"):
        if wide in text:
            place = text.index(wide)
            raise TemplateRefusedError("full_width", near=text[place : place + _SHOWN].strip())


def _near(source: str, line: int) -> str:
    """Return the text of the paragraph a mistake was found in, else of the last one with braces."""
    texts = [_TAG.sub("", one).strip() for one in source.splitlines()]
    here = texts[line - 1] if 0 < line <= len(texts) else ""
    braced = [one for one in texts if "{" in one or "}" in one]
    return (here or (braced[-1] if braced else ""))[:_SHOWN] or "{{ }}"


def _example(field: Field) -> str:
    return f"{LIST_OPENS} … {LIST_CLOSES}" if field is Field.ITEMS else tag(field)
