"""What the source of each page promises: language, headings, identities, alternatives."""

from collections import Counter

from checks import site


def headings(page):
    found = [(int(e.tag[1]), e) for e in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    firsts = sum(level == 1 for level, _ in found)
    if firsts != 1:
        yield f"{page.name}: {firsts} h1"
    before = 0
    for level, element in found:
        if level > before + 1:
            yield f"{page.name}: h{level} after h{before}: {' '.join(element.text().split())}"
        before = level


def identities(page):
    for name, count in Counter(page.ids).items():
        if count > 1 or not name or name.split() != [name]:
            yield f"{page.name}: id “{name}” {count} times"


def language(page):
    root = page.all("html")[0]
    if root.get("lang") != "fr":
        yield f"{page.name}: lang is “{root.get('lang')}”"


def alternatives(page):
    """A picture says what it shows, and no more what its caption says; a card's is decoration."""
    for image in page.all("img"):
        ancestors = []
        walker = image.parent
        while walker:
            ancestors.append(walker)
            walker = walker.parent
        words = " ".join(image.get("alt").split())
        is_card = any("cards" in a.get("class").split() for a in ancestors)
        if "alt" not in image.attributes or (not words and not is_card):
            yield f"{page.name}: no alternative: {image.get('src')}"
        figure = next((a for a in ancestors if a.tag == "figure"), None)
        captions = [e for e in figure.walk() if e.tag == "figcaption"] if figure else []
        for caption in captions:
            text = " ".join(caption.text().split())
            if words and (words == text or text.endswith(words)):
                yield f"{page.name}: the alternative repeats the caption: {words}"


def tables(page):
    for table in page.all("table"):
        rows = [e for e in table.walk() if e.tag == "tr"]
        widths = {sum(isinstance(c, site.Element) for c in row.children) for row in rows}
        if len(widths) > 1:
            yield f"{page.name}: a table's rows have {sorted(widths)} cells"


def run(folder, report):
    for kind, found in (("pages", site.pages(folder)), ("book", site.book_pages(folder))):
        if not found:
            continue
        for rule in (language, headings, identities, alternatives, tables):
            # A cover of a book is its picture, and the heading is in it.
            judged = [p for p in found if not (rule is headings and p.name.endswith("couverture.xhtml"))]
            report.check(f"structure: {rule.__name__} ({kind})",
                         (problem for page in judged for problem in rule(page)))
