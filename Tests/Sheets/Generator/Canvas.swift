import Foundation

/// The sheet while it is drawn: at each pixel, how much of it is ink.
struct Canvas {
  private let style: SheetStyle
  private let width: Int
  private let height: Int
  private var ink: [Double]
  private let cosine: Double
  private let sine: Double

  init(_ style: SheetStyle, _ glyphs: [Glyph], _ chance: inout Chance) {
    self.style = style
    (cosine, sine) = (cos(style.rotation * .pi / 180), sin(style.rotation * .pi / 180))
    let scale = style.height / 20
    let count = max(glyphs.count, 5)
    let step = (28.0 + 20 * style.gap) * scale
    let isSingle = glyphs.count == 1
    let margin = style.height * chance.number(0.4...1.2)
    let (length, depth) = (isSingle ? 28 * scale : Double(count) * step, 28 * scale)
    let slope = abs(sine)
    width = Int(length + depth * slope + 2 * margin)
    height = Int(depth + length * slope + 2 * margin)
    ink = [Double](repeating: 0, count: width * height)
    let (left, top) = (-length / 2, -depth / 2 + chance.number(-0.3...0.3) * margin)
    if style.rule { drawLevel(at: top + depth * chance.number(0.78...0.9), thick: scale * 0.5) }
    if style.boxes {
      drawBoxes(count, left: left, top: top, step: step, depth: depth, scale: scale)
    }
    // Where the last stroke ended: touching digits are set by their ink, others by their boxes.
    var edge = left
    for (index, glyph) in glyphs.enumerated() {
      let touching = style.gap < 0
      let centre =
        touching
        ? edge - glyph.extent.lowerBound * scale
        : left + (Double(index) + (isSingle ? 0 : 0.5)) * step + (isSingle ? 14 * scale : 0)
      edge = centre + (glyph.extent.upperBound + 20 * style.gap) * scale
      draw(
        glyph, x: centre, y: top + depth / 2 + chance.number(-0.05...0.05) * style.height,
        scale: scale * chance.number(0.94...1.06))
    }
    for _ in 0..<style.dust { drawSpeck(&chance) }
  }

  /// The place of a pixel on the sheet as it was before it was turned, from its centre.
  private func straight(_ x: Int, _ y: Int) -> (x: Double, y: Double) {
    let (dx, dy) = (Double(x) - Double(width) / 2, Double(y) - Double(height) / 2)
    return (dx * cosine + dy * sine, dy * cosine - dx * sine)
  }

  private mutating func cover(_ amount: (Double, Double) -> Double) {
    for y in 0..<height {
      for x in 0..<width {
        let place = straight(x, y)
        let value = amount(place.x, place.y)
        if value > ink[y * width + x] { ink[y * width + x] = value }
      }
    }
  }

  private mutating func draw(_ glyph: Glyph, x: Double, y: Double, scale: Double) {
    cover { px, py in
      let (dx, dy) = ((px - x) / scale, (py - y) / scale)
      guard abs(dx) < 20, abs(dy) < 20 else { return 0 }
      return glyph.coverage(dx, dy, scale: scale)
    }
  }

  private mutating func drawLevel(at level: Double, thick: Double) {
    cover { _, y in min(max(thick / 2 + 0.5 - abs(y - level), 0), 0.8) }
  }

  private mutating func drawBoxes(
    _ count: Int, left: Double, top: Double, step: Double, depth: Double, scale: Double
  ) {
    let thick = max(1.2, scale * 0.35)
    let side = min(step, 26 * scale)
    cover { x, y in
      var nearest = Double.infinity
      for index in 0..<count {
        let middle = left + (Double(index) + 0.5) * step
        let (dx, dy) = (abs(x - middle) - side / 2, abs(y - top - depth / 2) - depth / 2 + scale)
        nearest = min(nearest, abs(max(dx, dy)))
      }
      return min(max(thick / 2 + 0.5 - nearest, 0), 0.85)
    }
  }

  private mutating func drawSpeck(_ chance: inout Chance) {
    let (centreX, centreY) = (chance.whole(0...width - 1), chance.whole(0...height - 1))
    let radius = style.height * chance.number(0.008...0.03)
    let reach = Int(radius) + 1
    for y in max(0, centreY - reach)...min(height - 1, centreY + reach) {
      for x in max(0, centreX - reach)...min(width - 1, centreX + reach) {
        let distance = hypot(Double(x - centreX), Double(y - centreY))
        ink[y * width + x] = max(ink[y * width + x], min(max(radius + 0.5 - distance, 0), 0.9))
      }
    }
  }

  /// Two soft discs with ears: what a photograph of an animal comes to.
  mutating func drawBlob(_ chance: inout Chance) {
    let size = style.height * chance.number(0.6...1.5)
    let ears = size * 0.8
    cover { x, y in
      let body = hypot(x, y * 1.3) - size
      let ear = min(hypot(x - ears, y + ears), hypot(x + ears, y + ears)) - size * 0.4
      return min(max(0.5 - min(body, ear) / 12, 0), 0.9)
    }
  }

  /// Lines of small marks in words, as print is.
  mutating func drawText(_ chance: inout Chance) {
    let size = max(9.0, style.height / 8)
    var y = -Double(height) / 2 + size
    while y < Double(height) / 2 - size {
      var x = -Double(width) / 2 + size
      while x < Double(width) / 2 - size {
        if chance.whole(0...5) > 0 { drawLetter(x, y, size, &chance) }
        x += size * 0.75
      }
      y += size * 1.7
    }
  }

  private mutating func drawLetter(_ x: Double, _ y: Double, _ size: Double, _ chance: inout Chance)
  {
    let (round, stem, bar) = (chance.whole(0...1), chance.whole(0...2), chance.whole(0...2))
    let (left, top) = (x + Double(width) / 2, y + Double(height) / 2)
    for py in max(0, Int(top - size))...min(height - 1, Int(top + size)) {
      for px in max(0, Int(left))...min(width - 1, Int(left + size)) {
        let (u, v) = ((Double(px) - left) / size, (Double(py) - top) / size)
        var distance = 1.0
        if round == 1 { distance = min(distance, abs(hypot(u - 0.28, v - 0.1) - 0.25)) }
        if stem > 0, -0.5...0.4 ~= v {
          distance = min(distance, abs(u - (stem == 1 ? 0.05 : 0.52)))
        }
        if bar > 0, 0.02...0.55 ~= u { distance = min(distance, abs(v - (bar == 1 ? 0.1 : -0.15))) }
        let value = min(max((0.05 - distance) * size + 0.5, 0), 0.95)
        if value > ink[py * width + px] { ink[py * width + px] = value }
      }
    }
  }

  /// The picture's file, after light, noise and compression.
  func finished(_ chance: inout Chance) -> Data {
    let colours = [
      (style.paper.red, style.ink.red), (style.paper.green, style.ink.green),
      (style.paper.blue, style.ink.blue),
    ]
    let (lightX, lightY) = (chance.number(-1...1), chance.number(-1...1))
    let shadowAngle = chance.number(0...2 * .pi)
    let (shadowX, shadowY) = (cos(shadowAngle), sin(shadowAngle))
    let shadowPlace = chance.number(-0.2...0.2) * Double(min(width, height))
    let softness = chance.number(0.02...0.2) * style.height
    var pixels = [UInt8](repeating: 0, count: 3 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        let (u, v) = (Double(x) / Double(width) - 0.5, Double(y) / Double(height) - 0.5)
        var light = 1 - style.gradient * (0.5 + (lightX * u + lightY * v) / 2)
        if style.shadow > 0 {
          let (dx, dy) = (Double(x) - Double(width) / 2, Double(y) - Double(height) / 2)
          let depth = dx * shadowX + dy * shadowY - shadowPlace
          light *= 1 - style.shadow / (1 + exp(-depth / softness))
        }
        let grain = style.noise > 0 ? chance.normal(style.noise) : 0
        for (channel, (paper, pen)) in colours.enumerated() {
          let cover = ink[y * width + x]
          let value = (paper + (pen - paper) * cover) * light + grain
          pixels[3 * (y * width + x) + channel] = UInt8((255 * min(max(value, 0), 1)).rounded())
        }
      }
    }
    return style.format.data(
      pixels, width: width, height: height, channels: 3, quality: chance.whole(40...85))
  }
}
