// Search in the whole course.
(() => {
  "use strict";

  const { make, say, loadScript } = window.site;
  const { fold, wordsOf, findAll, marked, markPage, clearMarks } = window.folding;
  const main = document.getElementById("contenu");
  const most = 60;

  const field = make("input", {
    type: "text", id: "champ-recherche", role: "combobox", placeholder: "Chercher ( / )",
    autocomplete: "off", spellcheck: "false", enterkeyhint: "search", "aria-autocomplete": "list",
    "aria-expanded": "false", "aria-controls": "resultats", "aria-keyshortcuts": "/",
  });
  const count = make("p");
  const list = make("div", { role: "listbox", id: "resultats", "aria-label": "Résultats" });
  const panel = make("div", { class: "results", hidden: "" }, count, list);
  const form = make("form", { role: "search", class: "search" },
    make("label", { class: "unseen", for: "champ-recherche" }, "Chercher dans le cours"), field, panel);
  let index, loading, chosen = -1, pause;

  function load() {
    loading ??= loadScript("recherche.js").then(() => {
      index = (window.recherche ?? []).map((entry) =>
        ({ ...entry, name: fold(entry.title).text, words: fold(`${entry.title}\n${entry.text}`).text }));
    });
    return loading;
  }

  const options = () => [...list.querySelectorAll("a")];

  function close() {
    clearTimeout(pause);
    pause = undefined;
    panel.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(position) {
    const all = options();
    if (all.length === 0) return;
    all[chosen]?.setAttribute("aria-selected", "false");
    chosen = (position + all.length) % all.length;
    all[chosen].setAttribute("aria-selected", "true");
    all[chosen].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", all[chosen].id);
  }

  function excerpt(text, words) {
    const first = findAll(text, words)[0]?.[0] ?? 0;
    let begin = Math.max(0, first - 60);
    if (begin > 0) begin = text.indexOf(" ", begin) + 1 || begin;
    if (begin > first) begin = first;
    let end = Math.min(text.length, begin + 180);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), begin + 90);
    const part = text.slice(begin, end);
    return [begin > 0 ? "… " : "", ...marked(part, findAll(part, words)), end < text.length ? " …" : ""];
  }

  function option(entry, words, query, number) {
    const anchor = entry.id ? `#${encodeURIComponent(entry.id)}` : "";
    return make("a",
      { role: "option", id: `resultat-${number}`, "aria-selected": "false", tabindex: "-1",
        href: `${entry.page}?q=${encodeURIComponent(query)}${anchor}` },
      make("span", { class: "title" }, ...marked(entry.title, findAll(entry.title, words))),
      make("span", { class: "excerpt" }, ...excerpt(entry.text, words)));
  }

  async function search() {
    const query = field.value.trim();
    const words = wordsOf(query);
    if (words.length === 0) return close();
    try {
      await load();
    } catch {
      count.textContent = "La recherche n’est pas disponible.";
      panel.hidden = false;
      return say(count.textContent);
    }
    if (field.value.trim() !== query) return;
    close();
    const found = index.filter((entry) => words.every((word) => entry.words.includes(word)));
    const groups = new Map();
    for (const entry of found.slice(0, most)) {
      const chapter = String(entry.chapter ?? "");
      groups.set(chapter, [...(groups.get(chapter) ?? []), entry]);
    }
    list.replaceChildren();
    let number = 0;
    for (const [chapter, entries] of groups) {
      const name = /^\d+$/.test(chapter) ? `Chapitre ${chapter}` : chapter || "Autres pages";
      const inTitle = (entry) => words.every((word) => entry.name.includes(word));
      const sorted = [...entries.filter(inTitle), ...entries.filter((entry) => !inTitle(entry))];
      list.append(make("div", { role: "group", "aria-label": name },
        make("p", { class: "group-name", "aria-hidden": "true" }, name),
        ...sorted.map((entry) => option(entry, words, query, number++))));
    }
    const total = found.length;
    count.textContent = total === 0 ? "Aucun résultat"
      : total === 1 ? "1 résultat" : `${total} résultats`;
    if (total > most) count.textContent += `, dont voici les ${most} premiers`;
    list.hidden = total === 0;
    panel.hidden = false;
    field.setAttribute("aria-expanded", String(total > 0));
    say(count.textContent);
  }

  field.addEventListener("focus", () => { load().catch(() => {}); });
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, 120);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) return search();
      choose(event.key === "ArrowDown" ? chosen + 1 : Math.max(chosen, 0) - 1);
    } else if (event.key === "Escape" && (!panel.hidden || field.value !== "")) {
      event.stopPropagation();
      if (panel.hidden) field.value = "";
      close();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (panel.hidden || pause) await search();
    const all = options();
    if (!panel.hidden && !list.hidden) (all[chosen] ?? all[0])?.click();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  list.addEventListener("click", (event) => {
    const page = (address) => address.split("#")[0];
    const link = event.target.closest("a");
    // The browser does not load again the page that is already there.
    if (link && page(link.href) === page(location.href)) setTimeout(() => markPage(field.value));
    setTimeout(close);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clearMarks();
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  document.querySelector(".tools").prepend(form);
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && main) {
    field.value = asked;
    markPage(asked);
    addEventListener("hashchange", () => markPage(asked));
  }
})();
