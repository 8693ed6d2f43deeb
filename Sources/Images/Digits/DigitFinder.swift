/// Finds the digits among all that stands out from the paper.
///
/// Lines, specks and blots go; the strokes of one digit are joined; what remains is put in rows, from
/// top to bottom and from left to right. All measures are in parts of a digit's height.
struct DigitFinder {
  private let map: InkMap

  /// More signs than this are a page of text.
  static let mostSigns = 200
  /// So many marks, of which few are as large as digits, are one too.
  private static let manyMarks = 150
  /// More regions than this are grain, not writing.
  private static let mostRegions = 4_000

  /// The pixels that a digit needs to be told from another.
  private static let leastHeight = 7
  /// Anything smaller, in parts of the picture's longer side, is dust.
  private static let mostDigitsAcross = 60

  init(_ map: InkMap) { self.map = map }

  /// - Throws: `NoDigits`.
  func rows() throws(NoDigits) -> [[WrittenDigit]] {
    let columns = map.ink.columns
    let mask = map.ink.values.map { $0 > InkMap.threshold }
    let found = Region.all(in: mask, columns: columns, smallest: 4)
    guard found.count <= Self.mostRegions else { throw .crowded(found.count) }
    let lines = StraightLines(columns: columns, digitHeight: Self.typicalHeight(found))
    let strokes = lines.removed(from: found).filter { !isBlot($0) }
    guard !strokes.isEmpty else { throw found.isEmpty ? .blank : .noStrokes }
    let smallest = max(Self.leastHeight, max(columns, map.ink.rows) / Self.mostDigitsAcross)
    let signs = Self.signs(of: strokes).filter { $0.box.longest >= smallest }
    guard !signs.isEmpty else { throw .noStrokes }
    guard signs.count <= Self.mostSigns else { throw .crowded(signs.count) }
    // Print too small to be read: a few of its marks hang together like digits.
    guard strokes.count < Self.manyMarks || 8 * signs.count > strokes.count else {
      throw .crowded(strokes.count)
    }
    return DigitRows(signs).rows
  }

  /// The height of the regions, each counted as often as it has pixels: specks do not weigh.
  private static func typicalHeight(_ regions: [Region]) -> Int {
    let thick = regions.filter { $0.box.width < 12 * $0.box.height }
    let sorted = (thick.isEmpty ? regions : thick).sorted { $0.box.height < $1.box.height }
    let half = sorted.reduce(0) { $0 + $1.area } / 2
    var seen = 0
    for region in sorted {
      seen += region.area
      if seen > half { return region.box.height }
    }
    return sorted.last?.box.height ?? 1
  }

  /// Whether a region is as thick as it is long: a stain, a shadow, a photograph, no stroke.
  private func isBlot(_ region: Region) -> Bool {
    guard region.area > 30 else { return false }
    if map.isDeep(region.box) { return true }
    let columns = map.ink.columns
    let rows = map.ink.rows
    let edge = region.pixels.count { pixel in
      let (x, y) = (Int(pixel) % columns, Int(pixel) / columns)
      guard 1..<columns - 1 ~= x, 1..<rows - 1 ~= y else { return true }
      return [-1, 1, -columns, columns].contains {
        map.ink.values[Int(pixel) + $0] <= InkMap.threshold
      }
    }
    let longest = Double(region.box.longest)
    return Double(2 * region.area) / Double(max(edge, 1)) > 0.38 * longest
      || region.fill > 0.35 && thickest(region) > 0.52 * longest
  }

  /// The diameter of the largest disc inside a region.
  private func thickest(_ region: Region) -> Double {
    let (columns, rows) = (region.box.width + 2, region.box.height + 2)
    var isPaper = [Bool](repeating: true, count: columns * rows)
    for pixel in region.pixels {
      let x = Int(pixel) % map.ink.columns - region.box.left + 1
      let y = Int(pixel) / map.ink.columns - region.box.top + 1
      isPaper[y * columns + x] = false
    }
    let depth = Distance.field(to: isPaper, columns: columns, rows: rows)
    return 2 * Double(depth.values.max() ?? 0)
  }

  /// The strokes joined, without specks.
  static func signs(of strokes: [Region]) -> [Region] {
    let height = typicalHeight(strokes)
    let whole = strokes.filter { 10 * $0.box.height >= 6 * height }.map(\.area).sorted()
    let area = whole.isEmpty ? 1 : whole[whole.count / 2]
    let kept = strokes.filter { 100 * $0.area >= 3 * area }
    return joined(kept, height: height).filter {
      20 * $0.box.longest >= 9 * height && 10 * $0.area >= area
    }
  }

  private static func joined(_ strokes: [Region], height: Int) -> [Region] {
    var signs = strokes.sorted { $0.area > $1.area }
    var index = signs.count - 1
    while index > 0 {
      let stroke = signs[index]
      let nearest = signs[..<index].indices.filter { belongs(stroke, to: signs[$0], height) }
        .min { distance(stroke, signs[$0]) < distance(stroke, signs[$1]) }
      if let nearest {
        signs[nearest] = signs[nearest].union(stroke)
        signs.remove(at: index)
      }
      index -= 1
    }
    return signs
  }

  private static func distance(_ left: Region, _ right: Region) -> Int {
    let (x, y) = (max(left.box.gapX(right.box), 0), max(left.box.gapY(right.box), 0))
    return x * x + y * y
  }

  /// Whether a stroke and a larger one make one digit: near, and no larger together than a digit is.
  private static func belongs(_ stroke: Region, to other: Region, _ height: Int) -> Bool {
    let union = stroke.box.union(other.box)
    let (x, y) = (stroke.box.gapX(other.box), stroke.box.gapY(other.box))
    // The bar of a 5, longer than high, beside or above what is all that is left of the 5.
    if stroke.box.height * 2 < other.box.height, stroke.box.width > stroke.box.height,
      8 * x <= height, 10 * y <= 3 * height, 10 * union.width <= 17 * height
    {
      return true
    }
    guard 100 * union.height <= 135 * height else { return false }
    if -2 * x >= min(stroke.box.width, other.box.width), 4 * y <= height { return true }
    return 10 * stroke.box.height < 6 * height && 8 * x <= height && 10 * y <= 3 * height
      && 10 * union.width <= 13 * height
  }
}
