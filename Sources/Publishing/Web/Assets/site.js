// What a page can do beyond being read. Without this file, it can still be read.
(() => {
  "use strict";

  const root = document.documentElement;
  const main = document.getElementById("contenu");
  const tools = document.querySelector(".tools");

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const voice = make("div", { role: "status", class: "unseen" });
  document.body.append(voice);
  let speech;
  /** Has a screen reader say `text`, even when it has just said the same. */
  function say(text) {
    voice.textContent = "";
    clearTimeout(speech);
    speech = setTimeout(() => { voice.textContent = text; }, 100);
  }

  function loadScript(source) {
    return new Promise((resolve, reject) => {
      const script = make("script", { src: source });
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(source)));
      document.head.append(script);
    });
  }

  window.site = { make, say, loadScript };

  function showMeasures() {
    const measures = window.mesures ?? {};
    for (const element of document.querySelectorAll(".measured[data-measure]")) {
      const key = element.dataset.measure;
      if (!Object.hasOwn(measures, key)) continue;
      element.textContent = measures[key];
      element.title = "mesuré à la construction de ce cours";
    }
  }

  function offerThemes() {
    const names = { system: "système", light: "clair", dark: "sombre" };
    const order = Object.keys(names);
    const button = make("button", { type: "button", class: "theme" });
    const current = () => root.dataset.theme ?? "system";
    const label = () => { button.textContent = `Thème\u00A0: ${names[current()]}`; };
    button.addEventListener("click", () => {
      const next = order[(order.indexOf(current()) + 1) % order.length];
      if (next === "system") delete root.dataset.theme;
      else root.dataset.theme = next;
      try {
        if (next === "system") localStorage.removeItem("theme");
        else localStorage.setItem("theme", next);
      } catch {
        // Without storage, the choice lasts as long as the page.
      }
      label();
      say(button.textContent);
    });
    label();
    tools.append(button);
  }

  function offerFolding() {
    const folds = [...main.querySelectorAll("details:not(.contents)")];
    if (folds.length === 0) return;
    const button = make("button", { type: "button", class: "unfold" });
    const someClosed = () => folds.some((fold) => !fold.open);
    const label = () => { button.textContent = someClosed() ? "Tout déplier" : "Tout replier"; };
    button.addEventListener("click", () => {
      const open = someClosed();
      for (const fold of folds) fold.open = open;
      label();
    });
    main.addEventListener("toggle", label, true);
    label();
    tools.append(button);

    // Paper cannot be unfolded.
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = folds.filter((fold) => !fold.open);
      for (const fold of closed) fold.open = true;
    });
    addEventListener("afterprint", () => {
      for (const fold of closed) fold.open = false;
    });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused, or a page that was opened as a file: the old way.
    }
    const focused = document.activeElement;
    const area = make("textarea", { class: "unseen", readonly: "", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      // The answer stays no.
    }
    area.remove();
    focused?.focus({ preventScroll: true });
    return done;
  }

  function offerCopies() {
    for (const block of document.querySelectorAll(".code")) {
      const code = block.querySelector("pre code");
      if (!code) continue;
      const button = make("button", { type: "button", class: "copy" }, "Copier");
      let back;
      button.addEventListener("click", async () => {
        const done = await copy(code.textContent);
        button.textContent = done ? "Copié" : "Échec";
        say(done ? "Copié" : "Le navigateur a refusé la copie");
        clearTimeout(back);
        back = setTimeout(() => { button.textContent = "Copier"; }, 2000);
      });
      code.closest("pre").before(button);
    }
  }

  const nameOf = (element) =>
    element.matches(".formula") ? "Formule à faire défiler"
      : element.matches("pre.output") ? "Résultat à faire défiler"
      : element.matches("pre") ? "Code à faire défiler" : null;

  /** A keyboard can only scroll what it can reach; what fits is not worth a stop. */
  function reachOverflows() {
    const wide = (element) => element.scrollWidth > element.clientWidth + 1;
    const paragraphs = [...main.querySelectorAll("p, li, dd")].filter((e) => e.querySelector("math"));
    for (const paragraph of paragraphs) paragraph.classList.toggle("scrolls", wide(paragraph));
    for (const element of [...main.querySelectorAll(".formula, pre"), ...paragraphs]) {
      const name = nameOf(element);
      if (wide(element)) {
        element.tabIndex = 0;
        if (!name) continue;
        element.setAttribute("role", "group");
        element.setAttribute("aria-label", name);
      } else {
        element.removeAttribute("tabindex");
        if (!name) continue;
        element.removeAttribute("role");
        element.removeAttribute("aria-label");
      }
    }
  }

  /** On paper a line of code that is too long goes on under itself: each is an element then. */
  function markLines() {
    for (const code of document.querySelectorAll("pre code")) {
      if (code.querySelector(".line")) continue;
      const lines = [[]];
      for (const node of code.childNodes) {
        node.textContent.split("\n").forEach((text, index) => {
          if (index > 0) lines.push([]);
          const part = node.cloneNode(false);
          if (part.nodeType === Node.TEXT_NODE) part.data = text;
          else part.textContent = text;
          if (text !== "") lines.at(-1).push(part);
        });
      }
      code.replaceChildren(...lines.flatMap((parts, index) =>
        [index > 0 ? "\n" : "", make("span", { class: "line" }, ...parts)]));
    }
  }

  addEventListener("beforeprint", markLines);
  showMeasures();
  offerCopies();
  if (tools) {
    if (main) offerFolding();
    offerThemes();
    tools.hidden = false;
    loadScript("folding.js").then(() => loadScript("search.js")).catch(() => {});
  }
  if (main) {
    const contents = main.querySelectorAll("details.contents");
    if (matchMedia("(max-width: 79.99rem)").matches) for (const list of contents) list.open = false;
    reachOverflows();
    document.fonts?.ready.then(reachOverflows);
    let pause;
    addEventListener("resize", () => {
      clearTimeout(pause);
      pause = setTimeout(reachOverflows, 150);
    });
    main.addEventListener("toggle", reachOverflows, true);
  }
  const chapters = document.querySelector(".chapters ol");
  const here = chapters?.querySelector("[aria-current]");
  if (here) chapters.scrollLeft = here.offsetLeft - chapters.clientWidth / 3;
})();
