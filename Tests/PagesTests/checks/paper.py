"""The PDF: tagged, named, in French, on A4, with an outline and every line of code."""

import re
import subprocess
from collections import Counter

from pypdf import PdfReader

from checks import site

A4 = (595.3, 841.9)


def facts(file):
    output = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True)
    return dict(re.findall(r"^([^:]+):\s*(.*)$", output.stdout, flags=re.M))


def properties(file):
    told, document = facts(file), PdfReader(file)
    if told.get("Tagged") != "yes":
        yield f"{file.name}: not tagged"
    if not told.get("Title"):
        yield f"{file.name}: no title"
    language = str(document.trailer["/Root"].get("/Lang", ""))
    if not language.startswith("fr"):
        yield f"{file.name}: language “{language}”"
    for number, page in enumerate(document.pages, 1):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        if any(abs(a - b) > 1.5 for a, b in zip(size, A4)):
            yield f"{file.name}: page {number} measures {size}"
    if not document.outline:
        yield f"{file.name}: no outline"


def text_of(file):
    output = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True)
    return output.stdout


def empty_pages(file):
    for number, text in enumerate(text_of(file).split("\f")[:-1], 1):
        # The page's own number is no text.
        if len(text.split()) <= 1:
            yield f"{file.name}: page {number} is empty"


def squeezed(text):
    return "".join(text.split())


def code_problems(page, file):
    text = squeezed(text_of(file))
    wanted = Counter()
    for pre in page.all("pre"):
        code = [e for e in pre.walk() if e.tag == "code"]
        if code:
            wanted.update(filter(None, map(squeezed, code[0].text().split("\n"))))
    for line, count in wanted.items():
        if text.count(line) < count:
            yield f"{file.name}: {text.count(line)} of {count} times: {line}"


def run(folder, report):
    files = sorted((folder / "pdf").glob("*.pdf"))
    if not files:
        return
    report.check(f"paper: {len(files)} PDF are tagged, named, French, A4, with an outline",
                 (problem for file in files for problem in properties(file)))
    report.check("paper: no page is empty", (p for file in files for p in empty_pages(file)))
    problems = []
    for page in site.pages(folder):
        file = folder / "pdf" / page.name.replace(".html", ".pdf")
        if file.exists():
            problems += code_problems(page, file)
        if page.name.startswith("chapitre-"):
            problems += code_problems(page, folder / "pdf" / "cours.pdf")
    report.check("paper: every line of code is there", problems)
