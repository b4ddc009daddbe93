"""The house limits that no other tool holds: short modules, short functions, and a map of both."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import clustertui

PACKAGE = Path(clustertui.__file__).parent
ROOT = Path(__file__).parents[1]
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))

LONGEST_MODULE = 460
LONGEST_FUNCTION = 50


def read(module: Path) -> str:
    return (PACKAGE / module).read_text("utf-8")


def functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Name and number of lines of every function, decorators included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min(each.lineno for each in (node, *node.decorator_list))
            yield node.name, (node.end_lineno or first) - first + 1


def test_there_are_modules_to_be_judged() -> None:
    assert Path("cli.py") in MODULES
    assert Path("tui", "app.py") in MODULES


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_module_is_too_long(module: Path) -> None:
    assert len(read(module).splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_function_is_too_long(module: Path) -> None:
    long = {name: n for name, n in functions(ast.parse(read(module))) if n > LONGEST_FUNCTION}
    assert long == {}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_begins_by_saying_what_it_knows(module: Path) -> None:
    said = ast.get_docstring(ast.parse(read(module)))
    assert said
    assert said.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize("module", [m for m in MODULES if m.name == "__init__.py"], ids=str)
def test_no_package_imports(module: Path) -> None:
    imports = [
        node for node in ast.walk(ast.parse(read(module)))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]  # fmt: skip
    assert imports == []


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.name not in ("__init__.py", "__main__.py")], ids=str
)
def test_every_module_is_on_the_map_of_contributing(module: Path) -> None:
    """As `report.py`, as `report` between backticks, or as either behind its folder."""
    named = re.escape(module.stem)
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert re.search(rf"(?<![\w-]){named}\.py\b|`(?:[\w./]+/)?{named}/?`", text)
