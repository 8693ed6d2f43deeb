/// Takes ruled lines and the borders of boxes away from regions of ink, and leaves the digits that
/// stand on them or cross them.
struct StraightLines {
  private let columns: Int
  /// The height of a digit, about.
  private let digitHeight: Int

  /// The part of a region's width that a line covers; the border of a box may be broken by digits.
  private static let coverage = (line: 0.92, border: 0.75)
  private static let mostLines = 24
  /// A sheet lies straight to this angle, in degrees.
  private static let mostTilt = 10.0

  init(columns: Int, digitHeight: Int) {
    (self.columns, self.digitHeight) = (columns, digitHeight)
  }

  /// The regions without lines: a region of lines alone goes, one with digits on its lines is cut.
  func removed(from regions: [Region]) -> [Region] {
    regions.flatMap { region -> [Region] in
      guard 2 * region.box.longest > digitHeight else { return [region] }
      if isLoneLine(region) { return [] }
      let isFrame = isFrame(region)
      let isLong = 10 * region.box.width > 18 * digitHeight
      guard isFrame || isLong || 10 * region.box.height > 17 * digitHeight else { return [region] }
      return cut(region, isFrame: isFrame)
    }
  }

  /// Straight and thin; level and longer than a digit is high, or upright and much longer.
  private func isLoneLine(_ region: Region) -> Bool {
    let box = region.box
    let thickness = Double(region.area) / Double(box.longest)
    guard Double(box.longest) > 10 * thickness,
      region.spread(columns: columns) < 0.5 * thickness + 1
    else { return false }
    return box.width > 3 * box.height && 2 * box.width > 3 * digitHeight
      || box.height > 3 * box.width && 10 * box.height > 17 * digitHeight
  }

  /// Whether three sides at least of a region are straight lines: it is a box, or a row of boxes.
  private func isFrame(_ region: Region) -> Bool {
    guard region.fill < 0.5, 2 * region.box.width > region.box.height else { return false }
    var sheet = LinedSheet(region, columns: columns)
    sheet.straighten(upTo: Self.mostTilt)
    return sheet.straightSides >= 3
  }

  private func cut(_ region: Region, isFrame: Bool) -> [Region] {
    var sheet = LinedSheet(region, columns: columns)
    sheet.straighten(upTo: Self.mostTilt)
    let coverage = isFrame ? Self.coverage.border : Self.coverage.line
    var levels: [Int] = []
    while levels.count < Self.mostLines,
      let level = sheet.takeLine(.level, covering: coverage * Double(sheet.width))
    {
      levels.append(level)
    }
    if levels.isEmpty, !isFrame { return [region] }
    // Between two lines, what goes from one to the other is a wall; on one, it may be a 1.
    if isFrame || (levels.max() ?? 0) - (levels.min() ?? 0) > digitHeight * 11 / 10 {
      let height = Double(
        levels.count > 1 ? (levels.max() ?? 0) - (levels.min() ?? 0) : sheet.height)
      var walls = 0
      while walls < Self.mostLines, sheet.takeLine(.upright, covering: 0.8 * height) != nil {
        walls += 1
      }
    }
    let smallest = max(4, digitHeight / 4)
    return sheet.regions.filter { $0.box.longest >= smallest }
  }
}
