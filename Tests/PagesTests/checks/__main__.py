"""Runs the checks, subject by subject."""

import argparse
import sys
import traceback
from pathlib import Path

from checks import (accessibility, behaviour, drawing, french, links, paper, plain, same, structure,
                    validators, visits, weight)
from checks.browser import Browser
from checks.report import Report

HERE = Path(__file__).parent

# By what they cost: files alone, then validators, then a browser.
FILES = {"weight": weight, "structure": structure, "links": links, "paper": paper,
         "validators": validators}
BROWSED = {"french": french, "visits": visits, "plain": plain, "behaviour": behaviour,
           "drawing": drawing, "accessibility": accessibility}


def last_words():
    """Where one of our lines failed, and how."""
    kind, error, trace = sys.exc_info()
    ours = [f for f in traceback.extract_tb(trace) if f.filename.startswith(str(HERE))]
    place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
    return f"{place}: {kind.__name__}: {str(error).strip()[:400]}"


def guarded(report, name, run):
    """A check that stops with an error has failed, and the others still run."""
    print(f"\n{name}", flush=True)
    try:
        run()
    except Exception:  # noqa: BLE001
        report.check(f"{name}: finishes", [last_words()])


def main():
    parser = argparse.ArgumentParser(prog="check")
    parser.add_argument("--only", default="", help="subjects, separated by commas")
    parser.add_argument("folder", type=Path)
    parser.add_argument("other", type=Path, nargs="?", help="a second build, to be the same")
    options = parser.parse_args()
    folder = options.folder.resolve()
    if not (folder / "index.html").exists():
        parser.error(f"{folder} holds no index.html")
    asked = set(filter(None, options.only.split(","))) or {*FILES, *BROWSED, "same"}
    unknown = asked - {*FILES, *BROWSED, "same"}
    if unknown:
        parser.error(f"unknown subjects: {', '.join(sorted(unknown))}")

    report = Report()
    if options.other and "same" in asked:
        guarded(report, "same", lambda: same.run(folder, options.other.resolve(), report))
    for name, module in FILES.items():
        if name in asked:
            guarded(report, name, lambda: module.run(folder, report))
    if asked & set(BROWSED):
        with Browser(folder) as browser:
            for name, module in BROWSED.items():
                if name in asked:
                    guarded(report, name, lambda: module.run(browser, report))
    return report.summary()


if __name__ == "__main__":
    sys.exit(main())
