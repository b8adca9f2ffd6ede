"""Every public name: documented with an executed example, on the API page, and with the arguments of its command."""

from __future__ import annotations

import dataclasses
import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import click
import pytest

import stillproof as sp
from conftest import ROOT
from stillproof import interface
from stillproof.cli import main

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
MODULES = [
    importlib.import_module(name)
    for name in ("stillproof", "stillproof.errors", *(f"stillproof.interface.{found.name}" for found in
                 pkgutil.iter_modules(interface.__path__)))
]  # fmt: skip
FUNCTIONS = ["certify", "check", "expect", "gate", "plan", "plot", "supplement"]
PRINTING = {"help", "json", "prometheus"}  # options that say how a command prints, and nothing of what
ONLY_PYTHON = {"progress"}  # a command has a progress bar
OPTIONAL = {("plot", "output")}  # a function returns the figures, a command has to write them


def parts(name: str) -> Iterator[tuple[str, Any]]:
    """A public name with its public methods and properties, those of its own."""
    found = getattr(sp, name)
    yield name, found
    if inspect.isclass(found):
        fields = {field.name for field in dataclasses.fields(found)} if dataclasses.is_dataclass(found) else set()
        for key, value in vars(found).items():
            plain = value.__func__ if isinstance(value, staticmethod | classmethod) else value
            shown = inspect.isfunction(plain) or isinstance(plain, property)
            if shown and key not in fields and (key == "__call__" or not key.startswith("_")):
                yield f"{name}.{key}", plain


NAMES = dict(found for name in sp.__all__ for found in parts(name))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_the_examples_of_the_interface_are_executed(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the root of a checkout; nothing is left there."""
    monkeypatch.chdir(ROOT)
    before = set(ROOT.iterdir())
    failed, _ = doctest.testmod(module)
    assert failed == 0
    assert set(ROOT.iterdir()) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_has_a_docstring_with_an_example(name: str) -> None:
    text = inspect.getdoc(NAMES[name]) or ""
    assert len(text.split()) > 4, name
    owner, _, part = name.partition(".")
    by_owner = [line for line in (inspect.getdoc(NAMES[owner]) or "").splitlines() if line.startswith(">>>")]
    assert ">>>" in text or any(f".{part}(" in line for line in by_owner if part), f"{name} has no example"


def test_a_public_name_is_on_the_page() -> None:
    listed = re.findall(r"^\.\. auto(?:function|class|exception):: stillproof\.(\S+)$", PAGE, re.MULTILINE)
    assert sorted(listed) == sorted(sp.__all__)
    assert len(set(listed)) == len(listed)
    classes = re.split(r"^\.\. auto", PAGE, flags=re.MULTILINE)[1:]
    for name in sp.__all__:
        (entry,) = [text for text in classes if re.match(rf"\w+:: stillproof\.{name}$", text.splitlines()[0])]
        members = [found for found in NAMES if found.startswith(f"{name}.")]
        if inspect.isclass(getattr(sp, name)) and members:
            assert ":members:" in entry, name
        if f"{name}.__call__" in NAMES:
            assert ":special-members: __call__" in entry


def option(found: click.Parameter) -> str:
    """The name of an option, or of an argument, as an argument of Python."""
    if isinstance(found, click.Argument):
        return str(found.name)
    return max(found.opts, key=len).lstrip("-").replace("-", "_")


def default(found: click.Parameter) -> Any:
    """What a command takes without the option; `inspect.Parameter.empty` where it has to be given."""
    if found.required or found.nargs == -1:
        return inspect.Parameter.empty
    value = found.get_default(click.Context(main))
    return None if repr(value).endswith("UNSET") else value


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_has_the_arguments_and_defaults_of_its_command(name: str) -> None:
    command = main.commands[name]
    wanted = {option(found): found for found in command.params if option(found) not in PRINTING}
    signature = inspect.signature(getattr(sp, name))
    questions = set()
    if any(found.kind is inspect.Parameter.VAR_KEYWORD for found in signature.parameters.values()):
        from stillproof.codes.importers.asked import QUESTIONS

        questions = set(QUESTIONS)
        assert questions <= wanted.keys()
        assert all(default(wanted[question]) is None for question in questions)
    given = {
        key: found
        for key, found in signature.parameters.items()
        if key not in ONLY_PYTHON and found.kind is not inspect.Parameter.VAR_KEYWORD
    }
    assert given.keys() == wanted.keys() - questions
    for key, found in given.items():
        if (name, key) in OPTIONAL:
            assert found.default is None
            continue
        assert found.default == default(wanted[key]), f"{name}({key}=)"
        assert (found.kind is inspect.Parameter.VAR_POSITIONAL) == (wanted[key].nargs == -1)
        if isinstance(wanted[key], click.Option):
            assert found.kind is inspect.Parameter.KEYWORD_ONLY or key == "state", f"{name}({key}=)"


def test_no_module_hides_a_public_name_and_each_function_can_be_called() -> None:
    """In a process of its own: first every module is imported, then each function is called."""
    program = """
import importlib, pkgutil, tempfile, pathlib
import stillproof as sp
for found in pkgutil.walk_packages(sp.__path__, "stillproof."):
    if not found.name.endswith(("__main__", ".check")):
        importlib.import_module(found.name)
found = sp.certify("fixtures/codes/five-qubit.json", "t")
print(type(found).__name__)
with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    found.save(folder / "five")
    print(sp.check(folder / "five", folder / "five" / "certificates"))
    print(sp.gate([{"protocol": "five-qubit-t", "quantity": "distance", "as": "exact", "value": 3}]))
    print(sp.plan("five-qubit-t", input="delta=1/100", target="1e-3"))
    print(sp.expect("five-qubit-t", at="delta=1/100", runs=100))
    print(sp.plot("five-qubit-t"))
    print(sp.supplement("five-qubit-t", output=folder / "anc").folder.name)
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [re.split(r"\W", line)[0] for line in lines] == [
        "Result", "CheckResult", "GateResult", "PlanResult", "ExpectResult", "PlotResult", "anc",
    ]  # fmt: skip
    top = {module.name for module in pkgutil.iter_modules(sp.__path__)}
    assert not top & set(sp.__all__)
    assert sorted(sp.__all__) == sp.__all__
    assert set(sp.__all__) <= set(dir(sp))
    homes = [name for names in sp.HOMES.values() for name in names]
    assert sorted(homes) == sp.__all__
    with pytest.raises(AttributeError, match="no attribute 'certifi'"):
        sp.certifi  # noqa: B018
