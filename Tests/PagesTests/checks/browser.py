"""Chromium on the site, from its folder and from a server of this machine."""

import functools
import http.server
import os
import shutil
import threading
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from checks import site

WIDTHS = (1400, 390)
THEMES = ("light", "dark")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Browser:
    def __init__(self, folder):
        self.folder = folder
        self.pages = [file.name for file in site.html_files(folder)]
        self.chapters = [name for name in self.pages if name.startswith("chapitre-")]

    def __enter__(self):
        handler = functools.partial(QuietHandler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.playwright = sync_playwright().start()
        # As root, Chromium's own protection is not there to be had; the pages are ours.
        arguments = ["--no-sandbox"] if os.getuid() == 0 else []
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        self.chromium = self.playwright.chromium.launch(
            executable_path=executable, args=arguments)
        return self

    def __exit__(self, *_):
        self.chromium.close()
        self.playwright.stop()
        self.server.shutdown()

    @property
    def from_folder(self):
        return self.folder.as_uri()

    @property
    def from_server(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @contextmanager
    def context(self, theme="light", width=1400, **options):
        context = self.chromium.new_context(
            color_scheme=theme, viewport={"width": width, "height": 900}, locale="fr-FR", **options)
        context.set_default_timeout(20_000)
        try:
            yield context
        finally:
            context.close()

    @contextmanager
    def page(self, name, base=None, prepare=None, **options):
        """A page that has been loaded; `prepare` is called with it before."""
        with self.context(**options) as context:
            page = context.new_page()
            if prepare:
                prepare(page)
            page.goto(f"{base or self.from_folder}/{name}", wait_until="load")
            yield page

    def ways(self):
        """Each page in each theme and each width."""
        for name in self.pages:
            for theme in THEMES:
                for width in WIDTHS:
                    yield name, theme, width
