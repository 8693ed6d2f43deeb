// The page where one writes a digit and watches the network read it.
(() => {
  "use strict";

  const { make, say } = window.site;
  const { Network, prepare, side } = window.network;
  const at = (name) => document.getElementById(`lecteur-${name}`);
  const decimal = (value, digits = 2) =>
    Number.isNaN(value) ? "indéfini" : value.toFixed(digits).replace(".", ",").replace("-", "−");
  const plural = (count, one, many) => `${count} ${count < 2 ? one : many}`;

  function fail(message) {
    at("panne").textContent = message;
    at("panne").hidden = false;
  }

  if (!window.lecteur) return fail("Les poids du réseau manquent (lecteur-donnees.js).");
  let network;
  try {
    network = new Network(window.lecteur);
  } catch (error) {
    return fail(error.message);
  }
  window.lecteurAPI = {
    answer: (pixels) => network.answer(pixels), prepare, check: () => network.check(),
  };
  // Before anything is measured on it.
  at("atelier").hidden = false;

  // What is drawn

  const slate = at("ardoise"), pen = slate.getContext("2d", { willReadFrequently: true });
  const picture = at("image"), choice = at("choix");
  let strokes = [], drawing = null, pixels = new Array(side * side).fill(0);

  const inkColour = () => getComputedStyle(slate).color;

  function drawStrokes() {
    pen.clearRect(0, 0, slate.width, slate.height);
    pen.lineCap = pen.lineJoin = "round";
    pen.lineWidth = slate.width / 13;
    pen.strokeStyle = inkColour();
    for (const stroke of strokes) {
      pen.beginPath();
      pen.moveTo(...stroke[0]);
      // A point alone is a dot.
      for (const point of stroke.length > 1 ? stroke.slice(1) : stroke) pen.lineTo(...point);
      pen.stroke();
    }
  }

  function drawPicture() {
    const context = picture.getContext("2d");
    const image = context.createImageData(side, side);
    const [red, green, blue] = inkColour().match(/[\d.]+/g).map(Number);
    pixels.forEach((pixel, i) => image.data.set([red, green, blue, pixel], 4 * i));
    context.putImageData(image, 0, 0);
    const inked = pixels.filter((pixel) => pixel > 0).length;
    picture.setAttribute("aria-label", inked === 0 ? "Image vide"
      : `Image de ${side} pixels sur ${side}, dont ${plural(inked, "encré", "encrés")}`);
  }

  // What is answered

  const rows = Array.from({ length: 10 }, (_, digit) => {
    const bar = make("span", { class: "bar-fill" }), value = make("span", { class: "value" });
    const track = make("span", { class: "track", "aria-hidden": "true" }, bar);
    const row = make("tr", {}, make("th", { scope: "row" }, String(digit)),
      make("td", {}, make("div", { class: "meter" }, track, value)));
    at("sorties").append(row);
    return { row, bar, value };
  });

  const countsAsActive = {
    sigmoid: 0.5, naiveSigmoid: 0.5, naive_sigmoid: 0.5, softmax: 0.5,
  };
  // The course's own names; any other is shown as it is.
  const names = {
    sigmoid: "sigmoïde", naive_sigmoid: "sigmoïde", naiveSigmoid: "sigmoïde",
    naive_tanh: "tanh", naiveTanh: "tanh", relu: "ReLU", leaky_relu: "leaky ReLU",
    linear: "sans activation",
  };

  const strips = network.layers.map(({ units, activation }, position) => {
    const cells = Array.from({ length: units }, () => make("span", { class: "cell" }, make("span")));
    const grid = make("div", { class: "cells", role: "img" }, ...cells);
    const summary = make("span");
    at("couches").append(
      make("h3", {}, `Couche ${position + 1} `, make("span", { class: "caption" }, names[activation] ?? activation)),
      make("p", { class: "caption" }, summary), grid);
    return { cells, grid, summary, threshold: countsAsActive[activation] ?? 0 };
  });

  function drawLayer({ cells, grid, summary, threshold }, values) {
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 1e-12);
    values.forEach((value, unit) => {
      const fill = cells[unit].firstChild;
      fill.className = value < 0 ? "fill negative" : "fill";
      fill.style.height = `${(100 * Math.abs(value || 0)) / Math.max(scale, threshold * 2)}%`;
      cells[unit].title = `neurone ${unit + 1}\u00A0: ${decimal(value)}`;
    });
    const active = values.filter((value) => value > threshold).length;
    const neurons = `${plural(active, "neurone", "neurones")} sur ${values.length}`;
    summary.textContent = threshold > 0
      ? `${neurons} au-dessus de ${decimal(threshold, 1)}`
      : `${neurons} ${active < 2 ? "actif" : "actifs"}`;
    grid.setAttribute("aria-label", summary.textContent);
  }

  const silent = "Le réseau attend un chiffre.";

  function showAnswer() {
    drawPicture();
    const blank = pixels.every((pixel) => pixel === 0);
    const { outputs, layers } = network.answer(pixels);
    const best = outputs.reduce((top, output, digit) =>
      (output > (outputs[top] ?? -Infinity) ? digit : top), -1);
    const scale = Math.max(1, ...outputs.map((output) => Math.abs(output) || 0));
    rows.forEach(({ row, bar, value }, digit) => {
      const output = outputs[digit];
      row.classList.toggle("best", digit === best && !blank);
      bar.style.width = blank ? "0" : `${(100 * Math.max(output || 0, 0)) / scale}%`;
      value.textContent = blank ? "–" : decimal(output);
    });
    at("couches").hidden = blank;
    if (!blank) strips.forEach((strip, layer) => drawLayer(strip, layers[layer]));
    at("verdict").textContent = blank ? silent
      : best < 0 ? "Le réseau ne répond aucun nombre."
      : `Le réseau lit un ${best} (${decimal(outputs[best])})`;
  }

  let pause;
  /** Says the verdict once the hand has stopped. */
  function announce() {
    clearTimeout(pause);
    pause = setTimeout(() => say(at("verdict").textContent), 800);
  }

  // What one does

  function readStrokes() {
    choice.value = "";
    drawStrokes();
    pixels = prepare(pen.getImageData(0, 0, slate.width, slate.height));
    at("annuler").disabled = at("effacer").disabled = strokes.length === 0;
    at("invite").hidden = strokes.length > 0;
    showAnswer();
  }

  function pointOf(event) {
    const frame = slate.getBoundingClientRect();
    return [((event.clientX - frame.left) * slate.width) / frame.width,
      ((event.clientY - frame.top) * slate.height) / frame.height];
  }

  let waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      readStrokes();
    });
  }

  slate.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || drawing !== null) return;
    event.preventDefault();
    drawing = event.pointerId;
    try {
      slate.setPointerCapture(drawing);
    } catch {
      // A pointer that is already gone.
    }
    strokes.push([pointOf(event)]);
    soon();
  });
  slate.addEventListener("pointermove", (event) => {
    if (event.pointerId !== drawing) return;
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event]) strokes.at(-1).push(pointOf(move));
    soon();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    slate.addEventListener(end, (event) => {
      if (event.pointerId !== drawing) return;
      drawing = null;
      announce();
    });
  }

  function change(newStrokes) {
    strokes = newStrokes;
    readStrokes();
    announce();
  }
  at("annuler").addEventListener("click", () => change(strokes.slice(0, -1)));
  at("effacer").addEventListener("click", () => change([]));

  network.labels.forEach((label, position) => {
    choice.append(make("option", { value: position },
      `chiffre de test n°\u00A0${position + 1}\u00A0: un ${label}`));
  });
  function choose(position) {
    if (position === "") return change([]);
    strokes = [];
    readStrokes();
    choice.value = String(position);
    pixels = network.digit(Number(position));
    showAnswer();
  }
  function step(by) {
    const count = network.labels.length;
    const from = choice.value === "" ? (by > 0 ? -1 : 0) : Number(choice.value);
    choose((from + by + count) % count);
    announce();
  }
  choice.addEventListener("change", () => {
    choose(choice.value);
    announce();
  });
  at("precedent").addEventListener("click", () => step(-1));
  at("suivant").addEventListener("click", () => step(1));

  // Ink follows the theme.
  const repaint = () => {
    drawStrokes();
    drawPicture();
  };
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);

  if (network.labels.length > 0) choose(0);
  else readStrokes();
})();
