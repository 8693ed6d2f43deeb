// Words found whatever their accents, ligatures and capitals, and marked where they are.
(() => {
  "use strict";

  const { make } = window.site;
  const main = document.getElementById("contenu");

  const plainLetters = { "œ": "oe", "æ": "ae", "ø": "o", "’": "'", "‘": "'", "ʼ": "'", "‐": "-" };
  const known = new Map();

  /** One character in lower case, without accent, ligature or typographic refinement. */
  function plain(character) {
    let letters = known.get(character);
    if (letters === undefined) {
      letters = character.normalize("NFKD").replace(/[\p{M}\u00AD\u200B\u2060]/gu, "")
        .toLowerCase().replace(/[œæø’‘ʼ‐]/g, (letter) => plainLetters[letter]);
      known.set(character, letters);
    }
    return letters;
  }

  /** The folded text, and where each of its letters begins and ends in the original. */
  function fold(text) {
    const letters = [], begins = [], ends = [];
    let position = 0;
    for (const character of text) {
      const end = position + character.length;
      const folded = plain(character);
      // An accent that stands alone belongs to the letter before it.
      if (folded === "" && ends.length > 0) ends[ends.length - 1] = end;
      for (const letter of folded.split("")) {
        letters.push(letter);
        begins.push(position);
        ends.push(end);
      }
      position = end;
    }
    return { text: letters.join(""), begins, ends };
  }

  const wordsOf = (query) => [...new Set(fold(query).text.split(/\s+/).filter(Boolean))];

  /** Where the words are in the original text, in order, without overlap. */
  function findAll(text, words) {
    const folded = fold(text);
    const found = [];
    for (const word of words) {
      let at = folded.text.indexOf(word);
      for (; at >= 0; at = folded.text.indexOf(word, at + word.length)) {
        found.push([folded.begins[at], folded.ends[at + word.length - 1]]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    const ranges = [];
    for (const [begin, end] of found) {
      const last = ranges.at(-1);
      if (last && begin < last[1]) last[1] = Math.max(last[1], end);
      else ranges.push([begin, end]);
    }
    return ranges;
  }

  /** `text` as nodes, what was found in marks. */
  function marked(text, ranges, kind) {
    const nodes = [];
    let position = 0;
    for (const [begin, end] of ranges) {
      if (begin > position) nodes.push(text.slice(position, begin));
      nodes.push(make("mark", kind ? { class: kind } : {}, text.slice(begin, end)));
      position = end;
    }
    if (position < text.length) nodes.push(text.slice(position));
    return nodes;
  }

  const skipped = "math, pre, code, button, svg, script, style, noscript, select, table.outputs";

  function clearMarks() {
    const marks = main.querySelectorAll("mark.hit");
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    return marks.length > 0;
  }

  function markPage(query) {
    clearMarks();
    const words = wordsOf(query);
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const ranges = findAll(node.data, words);
      if (ranges.length > 0) node.replaceWith(...marked(node.data, ranges, "hit"));
    }
    let target = null;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // A fragment that is no text leads nowhere.
    }
    (target ?? main.querySelector("mark.hit"))?.scrollIntoView();
  }

  window.folding = { fold, wordsOf, findAll, marked, markPage, clearMarks };
})();
