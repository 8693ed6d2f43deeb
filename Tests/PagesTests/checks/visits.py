"""Each page, as a reader opens it: what it asks for, complains of and shows."""

from checks.browser import THEMES, WIDTHS

LOAD_PICTURES = """async () => {
  const pictures = [...document.images].filter((image) => image.checkVisibility());
  for (const image of pictures) {
    image.scrollIntoView({ block: "center" });
    if (!image.complete) await new Promise((done) => {
      for (const event of ["load", "error"]) image.addEventListener(event, done, { once: true });
      setTimeout(done, 5000);
    });
  }
  scrollTo(0, 0);
  return pictures.filter((image) => !image.complete || image.naturalWidth === 0)
    .map((image) => image.getAttribute("src"));
}"""

# A figure has one picture to see, the one that is drawn for the page's theme.
TWINS = """(theme) => [...document.querySelectorAll(".plot, .cards > li")].flatMap((holder) => {
  const seen = [...holder.querySelectorAll("img")].filter((image) => image.checkVisibility());
  const sources = seen.map((image) => image.getAttribute("src"));
  const isDark = sources[0]?.includes(".dark.");
  return sources.length === 1 && isDark === (theme === "dark") ? [] : [`shows ${sources}`];
})"""

WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => {
    for (let e = element.parentElement; e; e = e.parentElement) {
      if (getComputedStyle(e).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter((element) =>
    element.getBoundingClientRect().right > width + 1 && !scrolls(element));
  return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120));
}"""


def visit(browser, name, base, theme, width):
    problems = {"quiet": [], "at home": [], "within its width": [], "with its pictures": [],
                "in its theme": []}

    def listen(page):
        page.on("console", lambda message: message.type in {"error", "warning"}
                and problems["quiet"].append(message.text))
        page.on("pageerror", lambda error: problems["quiet"].append(str(error)))
        page.on("requestfailed", lambda request: problems["at home"].append(f"failed {request.url}"))
        page.on("request", lambda request: request.url.startswith((base, "data:", "blob:"))
                or problems["at home"].append(request.url))

    with browser.page(name, base, listen, theme=theme, width=width) as page:
        page.wait_for_function("!document.querySelector('.tools') || "
                               "document.getElementById('champ-recherche')")
        problems["with its pictures"] += page.evaluate(LOAD_PICTURES)
        problems["in its theme"] += page.evaluate(TWINS, theme)
        problems["within its width"] += page.evaluate(WIDE)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        problems["within its width"] += page.evaluate(WIDE)
    return problems


def run(browser, report):
    for place, base in (("folder", browser.from_folder), ("server", browser.from_server)):
        found = {}
        for name, theme, width in browser.ways():
            for kind, problems in visit(browser, name, base, theme, width).items():
                found.setdefault(kind, []).extend(
                    f"{name}, {theme}, {width}: {problem}" for problem in problems)
        count = f"{len(browser.pages)} pages × {len(THEMES)} themes × {len(WIDTHS)} widths"
        for kind, problems in found.items():
            report.check(f"visits: {kind}, from a {place} ({count})", problems)
