"""What the scripts add: search, theme, copies, folds."""

OPEN_SEARCH = "#champ-recherche"
STRANGER = """window.recherche.push({ page: "index.html", id: "contenu", chapter: "",
  title: "Un mot d’ailleurs", text: "L’équipement du centre de tri." })"""

# Before any script of the page: when the theme comes, and whether anything is there to be painted.
WATCH_THEME = """new MutationObserver(() => {
  window.themed ??= { at: performance.now(), body: document.body !== null };
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-theme"] })"""


def ask(page, words):
    page.wait_for_selector(OPEN_SEARCH)
    page.fill(OPEN_SEARCH, words)
    page.wait_for_selector(".results:not([hidden]) [role=option]", timeout=10_000)
    return page.locator(".results [role=option] mark").all_text_contents()


def search(browser, report, base):
    name = browser.chapters[0]
    with browser.page(name, base) as page:
        marks = ask(page, "reseau")
        report.check("behaviour: « reseau » finds and marks « réseau »",
                     [] if any(m.lower() == "réseau" for m in marks) else [marks])
        page.press(OPEN_SEARCH, "Enter")
        page.wait_for_selector("mark.hit")
        found = {m.lower() for m in page.locator("main mark.hit").all_text_contents()}
        report.check("behaviour: the page that is found has its words marked",
                     [] if "réseau" in found else [found])
        page.wait_for_selector(OPEN_SEARCH)
        page.keyboard.press("Escape")
        page.locator("main").click(position={"x": 2, "y": 2})
        page.keyboard.press("Escape")
        left = page.locator("main mark.hit").count()
        report.check("behaviour: Escape takes the marks away", [f"{left} left"] if left else [])

    # From a server: what a folder gives cannot be changed on its way.
    with browser.page(name, browser.from_server) as page:
        page.wait_for_selector(OPEN_SEARCH)
        source = (browser.folder / "recherche.js").read_text()
        if "équipement" not in source:
            page.route("**/recherche.js", lambda route: route.fulfill(
                body=f"{source};{STRANGER}", content_type="text/javascript; charset=utf-8"))
        marks = ask(page, "equipement")
        report.check("behaviour: « equipement » finds « équipement »",
                     [] if any("équipement" in m.lower() for m in marks) else [marks])
        page.fill(OPEN_SEARCH, "xyzzyx")
        page.wait_for_function("document.querySelector('.results p').textContent.includes('Aucun')")
        report.check("behaviour: what is nowhere is said to be nowhere")
        page.press(OPEN_SEARCH, "Escape")
        page.keyboard.press("Escape")
        page.locator("main h1").click()
        page.keyboard.press("/")
        focused = page.evaluate("document.activeElement.id")
        report.check("behaviour: the key / goes to the search",
                     [] if focused == "champ-recherche" else [focused])


def theme(browser, report, base):
    with browser.context(theme="light") as context:
        page = context.new_page()
        page.add_init_script(WATCH_THEME)
        page.goto(f"{base}/{browser.chapters[0]}")
        background = "getComputedStyle(document.documentElement).backgroundColor"
        before = page.evaluate(background)
        while page.evaluate("document.documentElement.dataset.theme") != "dark":
            page.click(".theme")
        page.reload()
        page.wait_for_selector(OPEN_SEARCH)
        state = page.evaluate("({ theme: document.documentElement.dataset.theme, themed, "
                              "paint: performance.getEntriesByName('first-paint')[0]?.startTime })")
        after = page.evaluate(background)
        report.check("behaviour: a chosen theme is there again after a reload",
                     [] if state["theme"] == "dark" and after != before else [state, after])
        early = not state["themed"]["body"] and state["themed"]["at"] < (state["paint"] or 1e9)
        report.check("behaviour: … before anything is painted", [] if early else [state])
        page.goto(f"{base}/{browser.chapters[-1]}")
        kept = page.evaluate("document.documentElement.dataset.theme")
        report.check("behaviour: … and on the other pages", [] if kept == "dark" else [kept])


def copies(browser, report, base):
    problems, count = [], 0
    for name in browser.chapters:
        with browser.context() as context:
            context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base)
            page = context.new_page()
            page.goto(f"{base}/{name}")
            page.wait_for_selector(OPEN_SEARCH)
            page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
            for block in page.locator(".code").all():
                wanted = block.locator("pre code").evaluate("code => code.textContent")
                block.locator(".copy").evaluate("button => button.click()")
                page.wait_for_function("b => b.textContent === 'Copié'",
                                       arg=block.locator(".copy").element_handle())
                copied = page.evaluate("navigator.clipboard.readText()")
                count += 1
                if copied != wanted:
                    problems.append(f"{name}: {wanted[:60]!r} gave {copied[:60]!r}")
    report.check(f"behaviour: {count} copies are the code, exactly", problems)


def folds(browser, report, base):
    problems = []
    for name in browser.chapters:
        with browser.page(name, base) as page:
            page.wait_for_selector(OPEN_SEARCH)
            closed = page.locator("main details:not(.contents):not([open])")
            if closed.count() == 0:
                continue
            page.click(".unfold")
            if closed.count():
                problems.append(f"{name}: {closed.count()} folds are still closed")
            if page.locator(".unfold").text_content() != "Tout replier":
                problems.append(f"{name}: the button does not offer to fold again")
            page.click(".unfold")
            if page.locator("main details:not(.contents)[open]").count():
                problems.append(f"{name}: folds are still open")
    report.check("behaviour: all is unfolded and folded at once", problems)


def run(browser, report):
    search(browser, report, browser.from_folder)
    theme(browser, report, browser.from_server)
    copies(browser, report, browser.from_server)
    folds(browser, report, browser.from_folder)
