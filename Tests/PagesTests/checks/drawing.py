"""The page where one writes a digit."""

PAGE = "ecris-un-chiffre.html"
LARGEST_DIFFERENCE = 1e-5


def draw(page, *points):
    box = page.locator("#lecteur-ardoise").bounding_box()
    places = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in points]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=10)
    page.mouse.up()
    page.wait_for_timeout(150)


def run(browser, report):
    if PAGE not in browser.pages:
        return
    for theme, width in (("light", 1400), ("dark", 390)):
        with browser.page(PAGE, theme=theme, width=width) as page:
            page.wait_for_selector("#lecteur-atelier:not([hidden])")
            page.select_option("#lecteur-choix", "")
            waiting = page.text_content("#lecteur-verdict")
            page.locator("#lecteur-ardoise").scroll_into_view_if_needed()
            draw(page, (0.52, 0.15), (0.5, 0.5), (0.48, 0.85))
            verdict = page.text_content("#lecteur-verdict")
            right = verdict.startswith("Le réseau lit un 1") and verdict != waiting
            report.check(f"drawing: a stroke is read as a 1 ({theme}, {width})",
                         [] if right else [verdict])
            page.click("#lecteur-annuler")
            page.wait_for_timeout(100)
            undone = page.text_content("#lecteur-verdict")
            report.check(f"drawing: a stroke can be undone ({theme}, {width})",
                         [] if undone == waiting else [undone])
    with browser.page(PAGE) as page:
        page.wait_for_function("window.lecteurAPI")
        count = page.evaluate("window.lecteur.labels.length")
        worst = page.evaluate("lecteurAPI.check()")
        report.check(f"drawing: {count} answers are the program's, within {worst:.1e}",
                     [] if worst < LARGEST_DIFFERENCE and count == 100 else [f"{worst} over {count}"])
        last = page.evaluate("window.lecteur.labels")
        page.select_option("#lecteur-choix", "3")
        verdict = page.text_content("#lecteur-verdict")
        report.check("drawing: a test digit that is chosen is read",
                     [] if verdict.startswith("Le réseau lit un ") else [verdict, last[3]])
