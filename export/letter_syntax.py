"""What may stand between the braces of a template: fields, a list, a condition, nothing else."""

from collections.abc import Iterator
from difflib import get_close_matches

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment

from domain.letters import ROW, Field, ItemField
from export.refusals import TemplateRefusedError

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr),
    *(nodes.For, nodes.If, nodes.Not, nodes.And, nodes.Or),
    *(nodes.Compare, nodes.Operand, nodes.Const),
)
_OF_LOOP = {"index", "first", "last", "length"}
_LOOP = "loop"
_NEAR = 0.4  # of the characters of both, as difflib counts them


class PlainEnvironment(SandboxedEnvironment):
    """Reads templates of offices: an unknown field or any other construct is refused."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _must_be_plain(tree, depth=0)
        _must_be_known(tree)
        return tree


def fields_of(tree: nodes.Template) -> set[str]:
    """Return the fields of the letter that a parsed template names."""
    return {one.name for one in tree.find_all(nodes.Name) if one.name in set(Field)}


def _must_be_plain(node: nodes.Node, *, depth: int) -> None:
    """Refuse calls, filters and whatever else computes, and lists within lists."""
    deeper = depth + isinstance(node, nodes.For)
    over_items = not isinstance(node, nodes.For) or _is_of_items(node)
    if not isinstance(node, _ALLOWED) or deeper > 1 or not over_items:
        raise TemplateRefusedError("construct", near=_said(node))
    for child in node.iter_child_nodes():
        _must_be_plain(child, depth=deeper)


def _is_of_items(node: nodes.For) -> bool:
    named = isinstance(node.iter, nodes.Name) and isinstance(node.target, nodes.Name)
    return named and not node.recursive and node.test is None


def _must_be_known(tree: nodes.Template) -> None:
    rows: set[str] = set()
    for loop in tree.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name):
            rows.add(loop.target.name)
        if isinstance(loop.iter, nodes.Name) and loop.iter.name != Field.ITEMS:
            raise unknown(loop.iter.name, [Field.ITEMS])
    row = next(iter(rows), ROW)
    every = [*Field, *(f"{row}.{one}" for one in ItemField)]
    for one in tree.find_all(nodes.Getattr):
        owner = one.node.name if isinstance(one.node, nodes.Name) else ""
        known = set(ItemField) if owner in rows else _OF_LOOP if owner == _LOOP else set[str]()
        if one.attr not in known:
            raise unknown(f"{owner}.{one.attr}", every)
    for one in tree.find_all(nodes.Name):
        if one.name not in {*Field, *rows, _LOOP}:
            raise unknown(one.name, every)


def unknown(field: str, every: list[str]) -> TemplateRefusedError:
    """Return the refusal of a field there is not, with the one that is nearest to it.

    >>> unknown("单位名", ["单位", "月份"]).more
    {'field': '单位名', 'nearest': '单位'}
    """
    near = get_close_matches(field, every, n=1, cutoff=_NEAR)
    if not near:
        return TemplateRefusedError("unknown_far", field=field)
    return TemplateRefusedError("unknown", field=field, nearest=near[0])


def _said(node: nodes.Node) -> str:
    """Name a construct by the words in it, else by its kind."""
    words = [one.name for one in node.find_all(nodes.Name)]
    words += [one.name for one in _with_names(node)]
    return " ".join(dict.fromkeys(words)) or type(node).__name__


def _with_names(node: nodes.Node) -> Iterator[nodes.Filter | nodes.Test]:
    yield from node.find_all((nodes.Filter, nodes.Test))
    if isinstance(node, nodes.Filter | nodes.Test):
        yield node
