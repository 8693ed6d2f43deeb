"""The course material's files, and what a page of it says."""

import zipfile
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}
# A formula is read as one letter, code as one word: neither is French.
OPAQUE = {"math": "x", "pre": "\n", "code": "x", "samp": "x", "script": "", "style": "", "svg": ""}
BLOCKS = {"address", "article", "aside", "blockquote", "body", "br", "button", "canvas", "caption",
          "dd", "details", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2",
          "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "img", "input", "li", "main",
          "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td",
          "th", "thead", "title", "tr", "ul"}


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children = []

    def get(self, name, default=""):
        return self.attributes.get(name, default)

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)

    def prose(self, language="fr"):
        """The French text, blocks apart."""
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child.replace("\n", " "))
            elif child.tag != "html" and child.get("lang", language) != language:
                parts.append("x")
            elif child.tag in OPAQUE:
                parts.append(OPAQUE[child.tag])
            elif child.tag in BLOCKS:
                parts.append("\n" + child.prose() + "\n")
            else:
                parts.append(child.prose())
        return "".join(parts)


class Page(HTMLParser):
    """A page of HTML, or of XHTML, as a tree."""

    def __init__(self, name, source):
        super().__init__(convert_charrefs=True)
        self.name = name
        self.root = self.current = Element("document", {}, None)
        self.feed(source)
        self.close()
        self.elements = list(self.root.walk())

    def handle_starttag(self, tag, attributes):
        element = Element(tag, {k: v or "" for k, v in attributes}, self.current)
        self.current.children.append(element)
        if tag not in VOID:
            self.current = element

    def handle_startendtag(self, tag, attributes):
        element = Element(tag, {k: v or "" for k, v in attributes}, self.current)
        self.current.children.append(element)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        walker = self.current
        while walker.parent and walker.tag != tag:
            walker = walker.parent
        if walker.parent:
            self.current = walker.parent

    def handle_data(self, data):
        self.current.children.append(data)

    def all(self, *tags):
        return [element for element in self.elements if element.tag in tags]

    @property
    def ids(self):
        return [e.get("id") for e in self.elements if "id" in e.attributes]


def html_files(folder):
    return sorted(folder.glob("*.html"))


def pages(folder):
    return [Page(file.name, file.read_text()) for file in html_files(folder)]


def book(folder):
    """The files of the EPUB by name, or nothing where there is none."""
    path = folder / "cours.epub"
    if not path.exists():
        return {}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def book_pages(folder):
    return [Page(name, data.decode()) for name, data in book(folder).items()
            if name.endswith(".xhtml")]


def markdown_files(folder):
    return sorted((folder / "markdown").glob("*.md"))
