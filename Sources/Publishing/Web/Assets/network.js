// A trained network, in the page: what it answers to an image, and how a drawing becomes one.
(() => {
  "use strict";

  const side = 28, box = 20;

  function bytes(base64) {
    const text = atob(base64);
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  }

  function numbers(base64) {
    const raw = bytes(base64);
    const view = new DataView(raw.buffer);
    return Float64Array.from({ length: raw.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
  }

  /** Pixels, from bytes where a zero is followed by how many there are. */
  function withBlanks(counted) {
    const pixels = [];
    for (let i = 0; i < counted.length; i++) {
      if (counted[i] > 0) pixels.push(counted[i]);
      else for (let blanks = counted[++i]; blanks > 0; blanks--) pixels.push(0);
    }
    return Uint8Array.from(pixels);
  }

  // The formulas are the program's, step by step.
  const stableSigmoid = (z) => {
    const e = Math.exp(-Math.abs(z));
    return z < 0 ? e / (1 + e) : 1 / (1 + e);
  };
  const naiveTanh = (z) => {
    const rising = Math.exp(z), falling = Math.exp(-z);
    return (rising - falling) / (rising + falling);
  };
  const each = (f) => (values) => values.map(f);
  const activations = {
    relu: each((z) => (z > 0 ? z : 0)),
    leaky_relu: each((z) => (z > 0 ? z : 0.01 * z)),
    sigmoid: each(stableSigmoid),
    naiveSigmoid: each((z) => 1 / (1 + Math.exp(-z))),
    tanh: each(Math.tanh),
    naiveTanh: each(naiveTanh),
    linear: each((z) => z),
    softmax(values) {
      const greatest = values.reduce((a, b) => Math.max(a, b), -Infinity);
      const powers = values.map((z) => Math.exp(z - greatest));
      const sum = powers.reduce((a, b) => a + b, 0);
      return powers.map((power) => power / sum);
    },
  };
  activations.naive_sigmoid = activations.naiveSigmoid;
  activations.naive_tanh = activations.naiveTanh;

  class Network {
    constructor(data) {
      this.layers = data.layers.map((layer, position) => {
        if (!Object.hasOwn(activations, layer.activation)) {
          throw new Error(`Cette page ne connaît pas l’activation «\u00A0${layer.activation}\u00A0» `
            + `de la couche ${position + 1}.`);
        }
        return { ...layer, weights: numbers(layer.weights), biases: numbers(layer.biases) };
      });
      this.mean = numbers(data.mean);
      this.deviation = numbers(data.deviation);
      this.digits = withBlanks(bytes(data.digits));
      this.expected = numbers(data.outputs);
      this.labels = data.labels;
    }

    /** The pixels of test digit `position`. */
    digit(position) {
      return Array.from(this.digits.subarray(position * side * side, (position + 1) * side * side));
    }

    answer(pixels) {
      let values = Float64Array.from(pixels, (pixel, i) => (pixel - this.mean[i]) / this.deviation[i]);
      const layers = [];
      for (const { inputs, units, weights, biases, activation } of this.layers) {
        const sums = new Float64Array(units);
        for (let unit = 0; unit < units; unit++) {
          let sum = 0;
          const row = unit * inputs;
          for (let i = 0; i < inputs; i++) sum += weights[row + i] * values[i];
          sums[unit] = sum + biases[unit];
        }
        values = activations[activation](sums);
        layers.push(Array.from(values));
      }
      return { outputs: layers.at(-1), layers };
    }

    /** The greatest difference with what the program answered, over all test digits. */
    check() {
      let worst = 0;
      this.labels.forEach((_, position) => {
        this.answer(this.digit(position)).outputs.forEach((output, i) => {
          const difference = Math.abs(output - this.expected[10 * position + i]);
          // Not a number is worse than any number.
          if (!(difference <= worst)) worst = Number.isNaN(difference) ? Infinity : difference;
        });
      });
      return worst;
    }
  }

  /** How much ink each pixel has, 0 to 255: opacity, or the distance to an opaque paper. */
  function inkOf({ width, height, data }) {
    const count = width * height;
    const light = (i) => (data[4 * i] + data[4 * i + 1] + data[4 * i + 2]) / 3;
    let opaque = true;
    for (let i = 0; i < count && opaque; i++) opaque = data[4 * i + 3] === 255;
    if (!opaque) return Float64Array.from({ length: count }, (_, i) => data[4 * i + 3]);
    const paper = count > 0 && light(0) >= 128 ? 255 : 0;
    return Float64Array.from({ length: count }, (_, i) => Math.abs(light(i) - paper));
  }

  /** The smallest rectangle with all the ink, or nothing. */
  function inkBounds(ink, width, height) {
    let left = width, right = -1, top = height, bottom = -1;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (ink[y * width + x] < 1) continue;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
    }
    return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
  }

  /** For each of `count` cells across `length` pixels, the pixels below it and their shares. */
  function coverage(length, count) {
    const step = length / count;
    return Array.from({ length: count }, (_, cell) => {
      const begin = cell * step, end = (cell + 1) * step;
      const shares = [];
      for (let i = Math.floor(begin); i < Math.min(length, Math.ceil(end)); i++) {
        const share = (Math.min(end, i + 1) - Math.max(begin, i)) / step;
        if (share > 0) shares.push([i, share]);
      }
      return shares;
    });
  }

  /** What MNIST's makers did to a scanned digit: fitted in 20 × 20, centred by mass in 28 × 28. */
  function prepare(image) {
    const pixels = new Array(side * side).fill(0);
    const ink = inkOf(image);
    const bounds = inkBounds(ink, image.width, image.height);
    if (!bounds) return pixels;
    const scale = box / Math.max(bounds.width, bounds.height);
    const width = Math.max(1, Math.round(bounds.width * scale));
    const height = Math.max(1, Math.round(bounds.height * scale));
    const columns = coverage(bounds.width, width), rows = coverage(bounds.height, height);
    const small = new Float64Array(width * height);
    let mass = 0, massX = 0, massY = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let value = 0;
        for (const [row, tall] of rows[y]) {
          const start = (bounds.top + row) * image.width + bounds.left;
          for (const [column, wide] of columns[x]) value += ink[start + column] * tall * wide;
        }
        small[y * width + x] = value;
        mass += value;
        massX += value * x;
        massY += value * y;
      }
    }
    // In MNIST's own images the centre of mass is at most half a pixel from pixel 14, 14.
    const within = (offset, size) => Math.min(Math.max(Math.round(offset), 0), side - size);
    const left = within(side / 2 - massX / mass, width);
    const top = within(side / 2 - massY / mass, height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        pixels[(top + y) * side + left + x] = Math.min(255, Math.round(small[y * width + x]));
      }
    }
    return pixels;
  }

  window.network = { Network, prepare, side };
})();
