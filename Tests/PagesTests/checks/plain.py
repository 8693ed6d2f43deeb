"""Without JavaScript the pages still say and show everything."""

from checks.visits import TWINS, WIDE

STATE = """() => ({
  text: document.getElementById("contenu").textContent,
  tools: [...document.querySelectorAll(".tools, .copy, .search")]
    .filter((element) => element.checkVisibility()).length,
  missing: [...document.images].filter((image) => image.checkVisibility()
    && image.getBoundingClientRect().width === 0).length,
  hidden: [...document.querySelectorAll("main p, main h1, main h2, main h3, main figure, main li")]
    .filter((element) => !element.checkVisibility() && !element.closest("[hidden], details"))
    .map((element) => element.outerHTML.slice(0, 100)),
})"""


def run(browser, report):
    problems = {"shows all its text": [], "offers no tool": [], "has figures in the right theme": [],
                "keeps within its width": []}
    for name, theme, width in browser.ways():
        place = f"{name}, {theme}, {width}"
        with browser.page(name, theme=theme, width=width, java_script_enabled=False) as page:
            state = page.evaluate(STATE)
            folds = page.locator("main details:not([open]) > summary")
            if folds.count():
                folds.first.click()
                if not page.locator("main details[open] > pre, main details[open] > *").last.is_visible():
                    problems["shows all its text"].append(f"{place}: a fold does not open")
            problems["shows all its text"] += [f"{place}: hidden: {h}" for h in state["hidden"]]
            if len(state["text"]) < 300:
                problems["shows all its text"].append(f"{place}: {len(state['text'])} characters")
            if state["tools"]:
                problems["offers no tool"].append(f"{place}: {state['tools']} tools")
            if state["missing"]:
                problems["has figures in the right theme"].append(f"{place}: {state['missing']} empty")
            problems["has figures in the right theme"] += [
                f"{place}: {p}" for p in page.evaluate(TWINS, theme)]
            problems["keeps within its width"] += [f"{place}: {p}" for p in page.evaluate(WIDE)]
    for name, found in problems.items():
        report.check(f"plain: a page without JavaScript {name}", found)
