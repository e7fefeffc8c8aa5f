"""The kit with the oldest and the newest versions of Python and of what it stands on.

    python -m pip install "nox[uv]"
    nox --list
    nox --session "versions(oldest)"

docs/versions.md holds the table of what passed; each session prints its row.
"""

import nox

nox.options.default_venv_backend = "uv"

# What depends on versions: the verdicts below, the draws, arrays that cross a pipe, notebooks.
TESTS = (
    *("exercises", "judging/test_judge.py", "authoring/test_draws.py"),
    *("sandbox/test_frames.py", "sandbox/test_sandbox.py"),
)
BUILD = (
    *("notebooks/test_handout.py", "authoring/test_stub.py"),
    *("notebooks/test_build.py", "notebooks/test_otter_plugin.py"),
)
LOWEST = ("--resolution", "lowest-direct")


@nox.session
@nox.parametrize(
    ("python", "options", "tests"),
    [
        nox.param("3.10", LOWEST, TESTS + BUILD, id="oldest"),
        nox.param("3.10", (), TESTS, id="3.10"),
        nox.param("3.11", ("scikit-image==0.24.*",), TESTS, id="scikit-image 0.24"),
        nox.param("3.11", ("scikit-image==0.25.*",), TESTS, id="scikit-image 0.25"),
        nox.param("3.11", (), TESTS, id="3.11"),
        nox.param("3.12", (), TESTS, id="3.12"),
        nox.param("3.13", (), TESTS + BUILD, id="newest"),
    ],
)
def versions(session, options, tests):
    """Install the kit's needs in some versions, run what depends on them, print the verdicts."""
    session.install("--requirements", "pyproject.toml", "--extra", "test", *options)
    session.install("--no-deps", "--editable", ".")
    session.run("python", "-m", "pytest", "-q", *(f"tests/{each}" for each in tests))
    session.run("python", "-m", "benchmarks.verdicts")


@nox.session
def site(session):
    """Build the documentation with a page for each known mistake; a warning is an error."""
    session.install("--editable", ".[docs]")
    session.run("python", "-m", "sphinx", "-W", "-n", "docs", "build/site")
