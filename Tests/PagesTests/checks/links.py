"""Every internal address leads somewhere: between pages, in the book, in Markdown."""

import json
import posixpath
import re
from urllib.parse import unquote, urlsplit

from checks import site

ADDRESSES = ("href", "src", "xlink:href")
REFERENCES = ("aria-controls", "aria-labelledby", "aria-describedby", "for", "headers")


def is_external(address):
    return bool(urlsplit(address).scheme)


def targets(pages, exists):
    """Problems of all links of some pages; `exists` tells of files that are no pages."""
    identities = {page.name: set(page.ids) for page in pages}
    for page in pages:
        for element in page.elements:
            for name in REFERENCES:
                for identity in element.get(name).split():
                    if identity not in identities[page.name]:
                        yield f"{page.name}: {name}=“{identity}” names nothing"
            for name in ADDRESSES:
                address = element.get(name, None)
                if address is None or is_external(address):
                    continue
                parts = urlsplit(address)
                path = unquote(parts.path)
                file = posixpath.normpath(
                    posixpath.join(posixpath.dirname(page.name), path)) if path else page.name
                if file in identities:
                    if parts.fragment and unquote(parts.fragment) not in identities[file]:
                        yield f"{page.name}: no anchor {address}"
                elif not exists(file):
                    yield f"{page.name}: no file {address}"


def markdown_problems(folder):
    root = folder / "markdown"
    prose, identities = {}, {}
    for file in site.markdown_files(folder):
        text = re.sub(r"^(```|~~~).*?^\1\s*$", "", file.read_text(), flags=re.M | re.S)
        prose[file.name] = re.sub(r"\$`.*?`\$|`[^`\n]*`", "", text)
        identities[file.name] = re.findall(r'<[a-z]+ id="([^"]+)"', text)
        for identity in {i for i in identities[file.name] if identities[file.name].count(i) > 1}:
            yield f"{file.name}: id “{identity}” twice"
    for name, text in prose.items():
        for address in re.findall(r"\]\(<?([^)>\s]+)>?\)", text):
            if is_external(address):
                continue
            path, _, fragment = address.partition("#")
            if path and not (root / unquote(path)).exists():
                yield f"{name}: no file {address}"
            elif fragment and unquote(fragment) not in identities.get(path or name, []):
                yield f"{name}: no anchor {address}"


def search_problems(folder, pages):
    source = (folder / "recherche.js").read_text()
    entries = json.loads(source.partition("=")[2].strip().rstrip(";"))
    identities = {page.name: set(page.ids) for page in pages}
    for entry in entries:
        if entry["page"] not in identities:
            yield f"no page {entry['page']}"
        elif entry.get("id") and entry["id"] not in identities[entry["page"]]:
            yield f"no anchor {entry['page']}#{entry['id']}"


def run(folder, report):
    pages = site.pages(folder)
    report.check("links: between the pages", targets(pages, lambda f: (folder / f).exists()))
    report.check("links: of the search's index", search_problems(folder, pages))
    files = site.book(folder)
    if files:
        report.check("links: in the book", targets(site.book_pages(folder), files.__contains__))
    if site.markdown_files(folder):
        report.check("links: in Markdown", markdown_problems(folder))
