"""How the package is built: its rooms, who imports whom, and which names are public.

    python -m benchmarks.house

Everything is read from the source with ``ast``; nothing is imported. An import counts wherever it
stands in a file, but for those that only a type checker follows.
"""

from __future__ import annotations

import argparse
import ast
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "autograder"

# Each room and those whose doors it may use, the highest first. The ground is open to all but the
# worker, and `cli`, `__main__` and `pytest_plugin` stand above the rooms.
GROUND = ("files", "processes")
ROOMS = {
    "commands": (
        *("notebooks", "grading", "judging", "reports", "course"),
        *("sandbox", "exercises", "authoring"),
    ),
    "notebooks": (
        *("judging", "reports", "course", "sandbox", "exercises", "authoring", "imaging"),
    ),
    "grading": ("judging", "course", "sandbox", "exercises", "authoring"),
    "judging": ("sandbox", "exercises", "authoring", "imaging"),
    "reports": ("course", "authoring", "imaging"),
    "course": ("authoring",),
    "sandbox": ("authoring", "imaging"),
    "exercises": ("authoring", "imaging"),
    "authoring": ("imaging",),
    "imaging": (),
}
# All that runs beside students' code, and the only module of ours that it may import.
WORKER, FOR_WORKERS = f"{PACKAGE}.sandbox.worker", f"{PACKAGE}.imaging.figures"
# These make something else of a function, which is then known under its name.
REGISTERED = ("check", "misconception", "command", "group", "fixture", "composite", "hookimpl")
LEAST_SHARE = 0.85
# Names that stand in several places since they are the same part in a play; each with the reason.
_PER_LAYOUT = "every layout of `course.submissions.recognise.LAYOUTS` has one"
_PER_COMMAND = "the command, and what does the work of it"
_FOR_ARRAYS = "choices of any function of arrays, and their kin for weighted sums"
_OF_EXERCISES = "what all exercises share, and what one of them adds"
_PICTURES = "of a handout's figures, of a failure's pictures, or of what is observed"
TWICE_ON_PURPOSE = {
    "recognise": _PER_LAYOUT,
    "hand_ins": _PER_LAYOUT,
    "build.py": _PER_COMMAND,
    "check.py": _PER_COMMAND,
    "grade.py": _PER_COMMAND,
    "replay.py": _PER_COMMAND,
    "verify.py": _PER_COMMAND,
    **dict.fromkeys(("changed_arguments", "layout", "memory", "shape"), _FOR_ARRAYS),
    **dict.fromkeys(("arrays.py", "assertions.py", "choices.py", "strategies.py"), _OF_EXERCISES),
    **dict.fromkeys(("differences.py", "layout.py", "panels.py"), _PICTURES),
    **dict.fromkeys(("values.py", "words.py"), _PICTURES),
    "process.py": "a process as its host holds it, and as it sees itself",
}


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    name: str
    tree: ast.Module
    is_package: bool

    @property
    def room(self):
        """The folder directly below the package that it stands in, or "" at the top."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 and (len(parts) > 2 or self.is_package) else ""

    @cached_property
    def imported(self):
        """Pairs of a dotted module name and a name in it, or "" for all of it."""
        found = set()
        for node in _followed(self.tree):
            if isinstance(node, ast.Import):
                found |= {(alias.name, "") for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {(node.module, alias.name) for alias in node.names}
        return found

    @property
    def public(self):
        """The public functions and classes that no decorator makes something else of."""
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        return [
            node.name
            for node in self.tree.body
            if isinstance(node, kinds)
            and not node.name.startswith("_")
            and not any(_is_registered(each) for each in node.decorator_list)
        ]


class House:
    """The package as it stands below a folder."""

    def __init__(self, root=ROOT):
        self.root = Path(root)
        self.modules = {each.name: each for each in _modules(self.root)}

    @property
    def entries(self):
        """What stands directly in the package, sorted."""
        folder = self.root / PACKAGE
        return sorted(each.name for each in folder.iterdir() if each.name != "__pycache__")

    def needs(self, module):
        """Return the names of the modules of ours that a module imports."""
        found = set()
        for target, name in module.imported:
            whole = f"{target}.{name}"
            found.add(whole if whole in self.modules else target)
        return {each for each in found if each in self.modules and each != module.name}

    def forbidden_imports(self):
        """Return pairs of modules of which the first may not import the second."""
        return sorted(
            (module.name, needed)
            for module in self.modules.values()
            for needed in self.needs(module)
            if not self._may_import(module, self.modules[needed])
        )

    def unused_permissions(self):
        """Return pairs of rooms of which the first may import the second and does not."""
        used = defaultdict(set)
        for module in self.modules.values():
            used[module.room] |= {self.modules[each].room for each in self.needs(module)}
        return sorted(
            (r, each) for r, rooms in ROOMS.items() for each in rooms if each not in used[r]
        )

    def circles(self):
        """Return circles of modules that import each other; one of each at the most."""
        graph = {name: self.needs(module) for name, module in self.modules.items()}
        found = []
        while True:
            try:
                tuple(TopologicalSorter(graph).static_order())
            except CycleError as error:
                circle = error.args[1][::-1]
                found.append(circle)
                graph[circle[0]] = graph[circle[0]] - {circle[1]}
            else:
                return found

    def public_functions(self):
        """Return pairs of a module's name and a public function or class in it."""
        return [(module.name, name) for module in self.modules.values() for name in module.public]

    def unshared(self):
        """Return those of the public functions that no other module imports."""
        shared = {pair for module in self.modules.values() for pair in self._named(module)}
        return [pair for pair in self.public_functions() if pair not in shared]

    def twice(self):
        """Return public names, and names of modules, that occur more than once, and where.

        What only one exercise uses is known by the exercise's folder, so the folders of all
        exercises count as one place.
        """
        places = defaultdict(list)
        for module, name in self.public_functions():
            places[name].append(_place(module))
        for module in self.modules.values():
            folder, _, name = module.name.rpartition(".")
            if not module.is_package and folder != PACKAGE:
                places[f"{name}.py"].append(_place(f"{folder}."))
        return {name: where for name, where in sorted(places.items()) if len(set(where)) > 1}

    def _named(self, module):
        """Yield pairs of a module and a name in it that another one uses, by any kind of import."""
        aliases = {}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    yield node.module, alias.name
                    aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                target = aliases.get(node.value.id)
                if target in self.modules:
                    yield target, node.attr

    def _may_import(self, module, needed):
        if module.name.startswith(WORKER):
            return needed.name.startswith((WORKER, FOR_WORKERS))
        if not module.room:
            return module.name not in [f"{PACKAGE}.{each}" for each in GROUND]
        is_ground = needed.name in [PACKAGE, *(f"{PACKAGE}.{each}" for each in GROUND)]
        return is_ground or needed.room in (module.room, *ROOMS.get(module.room, ()))


def _place(module):
    """Return a module's name, or that of the room of exercises for what belongs to one of them."""
    exercises = f"{PACKAGE}.exercises"
    return exercises if module.startswith(f"{exercises}.") else module


def _modules(root):
    for path in sorted((root / PACKAGE).rglob("*.py")):
        *packages, name = path.relative_to(root).with_suffix("").parts
        is_package = name == "__init__"
        dotted = ".".join(packages if is_package else [*packages, name])
        yield Module(dotted, ast.parse(path.read_text(encoding="utf-8")), is_package)


def _followed(tree):
    """Yield the nodes of a module without those that only a type checker looks at."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        is_for_types = isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        waiting += node.orelse if is_for_types else ast.iter_child_nodes(node)


def _is_registered(decorator):
    name = ast.unparse(decorator).partition("(")[0].rpartition(".")[2]
    return name in REGISTERED


def main():
    """Print the figures, and what is behind those that are not as they should be."""
    parser = argparse.ArgumentParser(description="How the package is built.")
    parser.add_argument("--root", type=Path, default=ROOT, help="Another checkout.")
    parser.add_argument("--all", action="store_true", help="List what is behind the figures.")
    options = parser.parse_args()
    house = House(options.root)
    public, unshared, twice = house.public_functions(), house.unshared(), house.twice()
    print(f"entries in {PACKAGE}/: {len(house.entries)}")
    print(f"imports that are not allowed: {len(house.forbidden_imports())}")
    print(f"permissions that nobody uses: {len(house.unused_permissions())}")
    print(f"circles: {len(house.circles())}")
    share = 1 - len(unshared) / len(public)
    print(f"public names that another module imports: {share:.0%} of {len(public)}")
    print(f"names that occur twice: {len(twice)}")
    if options.all:
        for title, lines in (
            ("imports that are not allowed", house.forbidden_imports()),
            ("permissions that nobody uses", house.unused_permissions()),
            ("circles", house.circles()),
            ("public, and imported nowhere else", unshared),
            ("names that occur twice", twice.items()),
        ):
            print(f"\n{title}:")
            for line in lines:
                print("   ", *line)


if __name__ == "__main__":
    main()
