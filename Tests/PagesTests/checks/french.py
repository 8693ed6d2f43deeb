"""French typography, and no word of English that an interface would leave."""

import re

from checks import site

SPOKEN = ("aria-label", "aria-description", "title", "alt", "placeholder", "content", "label")
FIXED = "\u00a0\u202f"

RULES = [
    # A sign alone in parentheses, as in « Exactitude (%) », has nothing to be apart from.
    ("no no-break space before", re.compile(rf"(?<![{FIXED}:;!?%(])(?<!^)[;!?»%](?!\w)")),
    ("no no-break space before", re.compile(rf"(?<![{FIXED}:]):(?=\s|$)")),
    ("no no-break space after", re.compile(rf"«(?![{FIXED}])")),
    ("a straight apostrophe", re.compile(r"\w'\w|'")),
    ("a straight quotation mark", re.compile(r'"')),
    ("three points", re.compile(r"\.\.\.")),
]

# The label of an argument, in a table's cell of code: prose has a space before its parenthesis.
LABEL = re.compile(r"(?<=\w)\((\w+): ")

ENGLISH = re.compile(
    r"\b(Table of contents|Contents|Next|Previous|Search|Copy|Copied|Chapter|Appendix|Note:|Warning|"
    r"Listing|Exercise|Hint|Download|Home|Open|Dark|Light|Theme|Loading|Error|Show|Hide|Back|"
    r"Reset|Clear|Glossary|References|Abstract|Author|Results?|Settings|Language|Skip to|Cover|"
    r"Code block|Equation|Footnotes?|Bibliography|Untitled|Click|Draw|Output|Input|Figure of|"
    r"undefined|\[object)\b", re.IGNORECASE)


def judge(name, text):
    for line in text.split("\n"):
        line = LABEL.sub(r"(\1 ", line.strip(" \t"))
        for words, rule in RULES:
            for match in rule.finditer(line):
                start = max(0, match.start() - 30)
                yield "typography", f"{name}: {words}: {line[start:match.end() + 20]!r}"
        for match in ENGLISH.finditer(line):
            start = max(0, match.start() - 30)
            yield "English", f"{name}: {line[start:match.end() + 30]!r}"


def texts(page):
    # The titles of cited works are in their own language.
    cited = [e for e in page.elements if "references" in e.get("class").split()]
    for section in cited:
        section.parent.children.remove(section)
    yield page.root.prose()
    for element in page.elements:
        is_foreign = element.tag != "html" and element.get("lang", "fr") != "fr"
        if is_foreign or element.get("http-equiv"):
            continue
        for name in SPOKEN:
            is_prose = name != "content" or element.get("name") == "description"
            # A formula's reading is mathematics.
            inside = any(e.tag == "math" for e in element.walk())
            if name in element.attributes and is_prose and not inside:
                yield element.get(name)


def markdown_text(source):
    text = re.sub(r"^(```|~~~).*?^\1[ \t]*$", "", source, flags=re.M | re.S)
    text = text.partition("\n## Références\n")[0]
    text = re.sub(r"\$`.*?`\$", "x", text)
    text = re.sub(r"(`+)(?!`).*?(?<!`)\1", "x", text)
    text = re.sub(r"\]\([^)\s]*\)", "", text)
    text = re.sub(r"<https?://[^>]*>|https?://\S+", "x", text)
    text = re.sub(r"<[^>]*>", "", text)
    text = re.sub(r"!?\[", "", text)
    text = re.sub(r"^\|[-:| ]+\|$", "", text, flags=re.M)
    return re.sub(r"\*+", "", re.sub(r"\\([^\w\s])", r"\1", text))


def run(browser, report):
    found = {"pages": [], "book": [], "Markdown": []}
    for name in browser.pages:
        # As the scripts have made it.
        with browser.page(name) as page:
            page.wait_for_selector("#champ-recherche")
            source = page.content()
        for text in texts(site.Page(name, source)):
            found["pages"] += judge(name, text)
    for page in site.book_pages(browser.folder):
        for text in texts(page):
            found["book"] += judge(page.name, text)
    for file in site.markdown_files(browser.folder):
        found["Markdown"] += judge(file.name, markdown_text(file.read_text()))
    for place, problems in found.items():
        for kind in ("typography", "English"):
            report.check(f"french: {kind} ({place})", (text for k, text in problems if k == kind))
