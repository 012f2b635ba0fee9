"""Telling that two sheets come from the same source: they have the same headings."""

from collections.abc import Iterable
from hashlib import sha256

from ingest.headings import plain_header
from ingest.report import HeaderCell


def signature(headers: Iterable[HeaderCell]) -> str:
    r"""Return what ``report.headers`` have in common with other sheets of their source.

    Neither the order of the columns nor years, spaces and marks in them matter.

    >>> one = [HeaderCell(1, "项目 名称"), HeaderCell(2, "2025年计划投资")]
    >>> other = [HeaderCell(1, "2026年计划投资*"), HeaderCell(2, "项目\n名称"), HeaderCell(3, "")]
    >>> signature(one) == signature(other), signature(one) == signature(one[:1])
    (True, False)
    """
    plain = sorted({plain_header(cell.typed) for cell in headers} - {""})
    return sha256("\n".join(plain).encode()).hexdigest()[:32]
