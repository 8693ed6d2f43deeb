"""axe on every page, everything unfolded."""

from pathlib import Path

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"

RUN = """async () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  await new Promise((done) => setTimeout(done, 200));
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}: ${node.html.slice(0, 140)}`));
}"""


def run(browser, report):
    problems = []
    for name, theme, width in browser.ways():
        with browser.page(name, theme=theme, width=width) as page:
            page.wait_for_selector("#champ-recherche")
            page.add_script_tag(path=str(AXE))
            problems += [f"{name}, {theme}, {width}: {p}" for p in page.evaluate(RUN)]
    report.check("accessibility: axe finds nothing", problems)
