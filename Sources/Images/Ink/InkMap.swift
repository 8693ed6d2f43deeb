/// How much ink each pixel of a picture bears: about 0 on the paper, 1 inside the strokes.
struct InkMap {
  let ink: Field
  /// What a stroke stands out by, of the whole range of greys.
  let contrast: Float

  private let paper: Paper
  private let isDark: Bool

  /// Below this part of a stroke's ink, a pixel is paper.
  static let threshold: Float = 0.3

  /// Above this part, it is ink even where a shadow's edge adds to it.
  private static let certain: Float = 0.7

  /// The ink of a grey picture; `nil` where nothing stands out.
  ///
  /// - Parameter isDark: whether the ink is darker than the paper; `nil` to find out.
  init?(_ gray: Field, isDark: Bool?) {
    let dark = isDark ?? Self.looksDark(gray)
    let light = dark ? gray : gray.map { 255 - $0 }
    let paper = Paper(under: light)
    var shades = Field(columns: gray.columns, rows: gray.rows)
    for y in 0..<gray.rows {
      for x in 0..<gray.columns { shades[x, y] = paper.shade(x, y) }
    }
    let rough = Self.ink(of: light, on: shades, isDark: dark)
    guard let first = Self.standing(out: rough, blurs: 2) else { return nil }
    // Cells are too coarse for the edge of a shadow: between the strokes, the paper shows itself.
    Self.refine(&shades, from: light, ink: first.ink)
    let ink = Self.ink(of: light, on: shades, isDark: dark)
    guard let standing = Self.standing(out: ink, blurs: 2) else { return nil }
    (self.ink, contrast) = standing
    (self.paper, self.isDark) = (paper, dark)
  }

  /// Dark ink keeps a share of the light that falls on it; light ink adds its own.
  private static func ink(of light: Field, on shades: Field, isDark: Bool) -> Field {
    var ink = shades
    for index in ink.values.indices {
      let shade = shades.values[index]
      ink.values[index] = (shade - light.values[index]) / (isDark ? max(shade, 32) : 255)
    }
    return ink
  }

  /// Replaces shades by the mean of the bare paper nearby, in a square some strokes wide.
  private static func refine(_ shades: inout Field, from light: Field, ink: Field) {
    let strokes = ink.map { $0 > Self.certain ? 1 : 0 }
    let covered = strokes.values.reduce(0, +)
    guard covered > 0 else { return }
    let edge = zip(strokes.values, strokes.least(reach: 1).values).count { $0 != $1 }
    let width = 2 * covered / Float(max(edge, 1))
    let bare = strokes.greatest(reach: 2).map { 1 - $0 }
    var sum = bare
    for index in sum.values.indices { sum.values[index] *= light.values[index] }
    let radius = max(4, Int(1.5 * width))
    let (sums, counts) = (sum.blurred(radius: radius), bare.blurred(radius: radius))
    for index in shades.values.indices where counts.values[index] > 0.1 {
      shades.values[index] = sums.values[index] / counts.values[index]
    }
  }

  /// Whether the paper itself is as dark inside a box as ink would be, but not around it, or the
  /// contrary: what is there is a stain or a photograph, broader than any stroke.
  func isDeep(_ box: PixelBox) -> Bool {
    let inside = paper.shade(Int(box.centreX), Int(box.centreY))
    let (near, far) = (box.width / 2 + box.longest / 2, box.height / 2 + box.longest / 2)
    let around = [(-near, 0), (near, 0), (0, -far), (0, far)].compactMap { dx, dy -> Float? in
      let (x, y) = (Int(box.centreX) + dx, Int(box.centreY) + dy)
      return 0..<ink.columns ~= x && 0..<ink.rows ~= y ? paper.shade(x, y) : nil
    }.sorted()
    guard !around.isEmpty else { return false }
    let outside = around[(around.count - 1) / 2]
    let depth = (outside - inside) / (isDark ? max(outside, 32) : 255)
    return depth > 0.4 * contrast || depth < -0.7 * contrast
  }

  /// What stands out from the noise, in parts of what a stroke stands out by.
  private static func standing(
    out raw: Field, blurs: Int
  ) -> (ink: Field, contrast: Float)? {
    // The strokes may cover half of a tightly cut picture: the paper is the lower part.
    let middle = raw.quantile(0.3)
    let noise = (middle - raw.quantile(0.05)) / 1.12
    let floor = max(5 * noise, 0.05)
    let inked = raw.values.filter { $0 - middle > floor }
    guard inked.count >= 6 else { return nil }
    let level = Field(columns: inked.count, rows: 1, values: inked).quantile(0.7) - middle
    if blurs > 0, noise > 0.08 * level {
      // Noise fades faster than strokes, which are wider than a pixel in a picture of this size.
      return standing(out: raw.blurred(radius: 1), blurs: blurs - 1)
    }
    guard level > 0.06 else { return nil }
    return (raw.map { ($0 - middle) / level }, level)
  }

  /// Whether the ink is the darker.
  ///
  /// Under even light, the edge of the picture is paper, and what differs from it is ink. Elsewhere,
  /// strokes are thin: they pull the tail of what differs from its surroundings to their side.
  private static func looksDark(_ gray: Field) -> Bool {
    let range = gray.quantile(0.99) - gray.quantile(0.01)
    let edge = gray.edge
    if edge.quantile(0.75) - edge.quantile(0.25) < 0.1 * range {
      let paper = edge.quantile(0.5)
      let darker = gray.values.count { paper - $0 > range / 2 }
      let lighter = gray.values.count { $0 - paper > range / 2 }
      if darker != lighter { return darker > lighter }
    }
    let surroundings = gray.blurred(radius: max(gray.columns, gray.rows) / 8)
    var cubes = 0.0
    for (value, around) in zip(gray.values, surroundings.values) {
      let difference = Double(value - around)
      cubes += difference * difference * difference
    }
    return cubes <= 0
  }
}
