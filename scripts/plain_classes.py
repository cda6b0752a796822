"""Rewrite a module so that mypyc makes fast code of it; what it says stays the same.

mypyc makes native classes, with fields in fixed places, of plain classes alone. So the copy of
a module that is compiled has plain classes where the source has records and named tuples, and
its constants are marked as final, which spares looking them up by name.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_RECORDS = frozenset(("record", "dataclass"))
_TUPLES = frozenset(("Span", "Constraints"))
"""Named tuples that are handed out, and used as tuples: they stay what they are."""
_SPANS = frozenset(("span", "scope", "whole"))
"""Names of fields that hold a span."""
_POSITIONS = {"start": 0, "end": 1}


@dataclass(frozen=True)
class _Field:
    name: str
    type: str
    default: str | None
    """The expression of the default; None if there is none."""
    fresh: bool = False
    """The default is made anew for every object, by calling the expression."""


def rewrite(source: str) -> str:
    """The module's source with plain classes and final constants."""
    tree = ast.parse(source)
    makers = dict(_makers(tree))
    body: list[ast.stmt] = []
    constants = _assigned_once(tree)
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and (_is_record(node) or _is_tuple(node)):
            body += _plain(node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            body += [] if _target(node) in makers else _final(node, constants)
        else:
            body.append(node)
    tree.body = _with_import(body)
    calls = _Calls(makers, spans=_imports_span(body))
    return ast.unparse(ast.fix_missing_locations(calls.visit(tree)))


def _is_record(node: ast.ClassDef) -> bool:
    names = [d.func if isinstance(d, ast.Call) else d for d in node.decorator_list]
    return any(isinstance(name, ast.Name) and name.id in _RECORDS for name in names)


def _is_tuple(node: ast.ClassDef) -> bool:
    bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
    return "NamedTuple" in bases and node.name not in _TUPLES


# ------------------------------------------------------------------ classes


def _plain(node: ast.ClassDef) -> list[ast.stmt]:
    fields = list(_fields(node))
    lines = [
        *([] if _generic(node) else ["@_attributes(acyclic=True)"]),
        f"class {node.name}{_generic(node)}:",
        f"    {(ast.get_docstring(node) or node.name)!r}",
        *(f"    {field.name}: {field.type}" for field in fields),
        *_init(fields),
        *_comparison(node, fields),
        *_copies(node, fields),
    ]
    made = ast.parse("\n".join(lines)).body[0]
    assert isinstance(made, ast.ClassDef)
    made.body += [item for item in node.body if isinstance(item, ast.FunctionDef)]
    return [made]


def _generic(node: ast.ClassDef) -> str:
    generic = [ast.unparse(base) for base in node.bases if isinstance(base, ast.Subscript)]
    return f"({generic[0]})" if generic else ""


def _fields(node: ast.ClassDef) -> Iterator[_Field]:
    for item in node.body:
        if not isinstance(item, ast.AnnAssign) or not isinstance(item.target, ast.Name):
            continue
        default, fresh = None, False
        value = item.value
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            fresh = value.func.id == "field"
        if fresh:
            assert isinstance(value, ast.Call)
            default = ast.unparse(value.keywords[0].value)
        elif value is not None:
            default = ast.unparse(value)
        yield _Field(item.target.id, ast.unparse(item.annotation), default, fresh)


def _init(fields: Iterable[_Field]) -> Iterator[str]:
    taken = []
    for field in fields:
        if field.default is None:
            taken.append(f"{field.name}: {field.type}")
        elif field.fresh:
            taken.append(f"{field.name}: {field.type} | None = None")
        else:
            taken.append(f"{field.name}: {field.type} = {field.default}")
    yield f"    def __init__(self, {', '.join(taken)}) -> None:"
    for field in fields:
        value = field.name
        if field.fresh:
            value = f"{field.default}() if {field.name} is None else {field.name}"
        yield f"        self.{field.name} = {value}"


def _comparison(node: ast.ClassDef, fields: Iterable[_Field]) -> Iterator[str]:
    names = [field.name for field in fields]
    yield "    def __eq__(self, other: _Thing) -> bool:"
    yield f"        if not isinstance(other, {node.name}): return False"
    yield "        return " + " and ".join(f"self.{name} == other.{name}" for name in names)
    yield "    def __hash__(self) -> int:"
    yield f"        return hash(({', '.join(f'self.{name}' for name in names)},))"
    yield "    def __repr__(self) -> str:"
    shown = ", ".join(f"{name}={{self.{name}!r}}" for name in names)
    yield f"        return f'{node.name}({shown})'"


def _copies(node: ast.ClassDef, fields: Iterable[_Field]) -> Iterator[str]:
    own = f"{node.name}{_parameters(node)}"
    values = ", ".join(f"self.{field.name}" for field in fields)
    yield f"    def copied(self) -> '{own}':"
    yield f"        return {node.name}({values})"
    yield f"    def _replace(self, **changes: _Any) -> '{own}':"
    yield "        made = self.copied()"
    yield "        for name, value in changes.items():"
    yield "            setattr(made, name, value)"
    yield "        return made"


def _parameters(node: ast.ClassDef) -> str:
    generic = _generic(node)
    return generic[generic.index("[") : -1] if generic else ""


# ------------------------------------------------------------------ constants


def _target(node: ast.Assign | ast.AnnAssign) -> str:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else ""


def _assigned_once(tree: ast.Module) -> frozenset[str]:
    """The names in capitals that one statement of the module gives a value."""
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            found.append(node.id)
    return frozenset(name for name in found if found.count(name) == 1 and name.isupper())


def _final(node: ast.Assign | ast.AnnAssign, constants: frozenset[str]) -> list[ast.stmt]:
    name = _target(node)
    if name in constants and node.value is not None and "TypeVar(" not in ast.unparse(node.value):
        value = ast.unparse(node.value)
        type_ = f"[{ast.unparse(node.annotation)}]" if isinstance(node, ast.AnnAssign) else ""
        return list(ast.parse(f"{name}: _Final{type_} = {value}").body)
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    value_ = node.value
    if (
        isinstance(target, ast.Tuple)
        and isinstance(value_, ast.Tuple)
        and len(target.elts) == len(value_.elts)
        and all(isinstance(item, ast.Constant) for item in value_.elts)
        and all(isinstance(item, ast.Name) and item.id in constants for item in target.elts)
    ):
        pairs = zip(target.elts, value_.elts, strict=True)
        lines = [f"{ast.unparse(one)}: _Final = {ast.unparse(other)}" for one, other in pairs]
        return list(ast.parse("\n".join(lines)).body)
    return [node]


# ------------------------------------------------------------------ calls


def _makers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Short cuts to making a named tuple: `_token = partial(tuple.__new__, Token)`."""
    for node in tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        words = ast.unparse(node.value)
        if words.startswith("partial(tuple.__new__, "):
            kind = words.removeprefix("partial(tuple.__new__, ").removesuffix(")")
            if kind not in _TUPLES:
                yield _target(node), kind


class _Calls(ast.NodeTransformer):
    """Calls of the short cuts, turned into calls of the class."""

    def __init__(self, makers: dict[str, str], spans: bool) -> None:
        self.makers = makers
        self.spans = spans

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """A field of a span by its position, which is read faster than by its name."""
        self.generic_visit(node)
        owner = node.value
        if (
            isinstance(owner, ast.Attribute)
            and owner.attr in _SPANS
            and node.attr in _POSITIONS
            and isinstance(node.ctx, ast.Load)
        ):
            position = ast.Constant(_POSITIONS[node.attr])
            return ast.Subscript(owner, position, ast.Load())
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        span = isinstance(node.func, ast.Name) and node.func.id == "Span" and self.spans
        if span and len(node.args) == 2 and isinstance(node.func, ast.Name):
            # Past the `__new__` that Python writes for a named tuple.
            node.func.id = "_span_of"
            node.args = [ast.Tuple(node.args, ast.Load())]
        if isinstance(node.func, ast.Name) and node.func.id in self.makers:
            (values,) = node.args
            assert isinstance(values, ast.Tuple)
            node.func.id = self.makers[node.func.id]
            node.args = values.elts
        return node


_HEAD = """
from typing import TYPE_CHECKING as _CHECKING, Any as _Any, Final as _Final
if _CHECKING:
    from mypy_extensions import mypyc_attr as _attributes
_Thing = object
"""


_SPAN = """
from functools import partial as _partial
_span_of = _partial(tuple.__new__, Span)
"""


def _with_import(body: list[ast.stmt]) -> list[ast.stmt]:
    head = ast.parse(_HEAD + _SPAN if _imports_span(body) else _HEAD).body
    after = 0
    for index, node in enumerate(body):
        if isinstance(node, ast.ImportFrom | ast.Import):
            after = index + 1
        elif index:
            break
    return [*body[:after], *head, *body[after:]]


def _imports_span(body: Iterable[ast.stmt]) -> bool:
    return any(
        isinstance(node, ast.ImportFrom) and any(name.name == "Span" for name in node.names)
        for node in body
    )
