/// Puts signs in rows: each is linked to the nearest one on its right at about its own level.
struct DigitRows {
  let rows: [[WrittenDigit]]

  /// A slope below this is a hand's, not a sheet's.
  private static let leastTilt: Float = 0.035

  init(_ signs: [Region]) {
    let signs = signs.sorted { $0.box.left < $1.box.left }
    var next = [Int?](repeating: nil, count: signs.count)
    var hasPrevious = [Bool](repeating: false, count: signs.count)
    let heights = signs.map(\.box.height).sorted()
    let height = Float(heights[heights.count / 2])
    for index in signs.indices {
      let candidates = signs.indices.filter { other in
        let here = signs[index].box
        let there = signs[other].box
        let right = there.centreX - here.centreX
        return right > 0 && right < 5 * height
          && abs(there.centreY - here.centreY) < 0.4 * height + 0.14 * right
      }
      let nearest = candidates.min { signs[$0].box.centreX < signs[$1].box.centreX }
      if let nearest, !hasPrevious[nearest] {
        next[index] = nearest
        hasPrevious[nearest] = true
      }
    }
    let starts = signs.indices.filter { !hasPrevious[$0] }
    rows = starts.map { start in
      Self.row(sequence(first: start) { next[$0] }.map { signs[$0] })
    }.sorted { Self.level($0) < Self.level($1) }
  }

  private static func level(_ row: [WrittenDigit]) -> Float {
    row.reduce(0) { $0 + $1.box.centreY } / Float(row.count)
  }

  private static func row(_ signs: [Region]) -> [WrittenDigit] {
    let tilt = signs.count >= 3 ? slope(signs.map(\.box)) : 0
    return signs.map { WrittenDigit(region: $0, tilt: abs(tilt) < leastTilt ? 0 : tilt) }
  }

  /// The least-squares slope of the boxes' centres.
  private static func slope(_ boxes: [PixelBox]) -> Float {
    let count = Float(boxes.count)
    let x = boxes.map(\.centreX)
    let y = boxes.map(\.centreY)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let spread = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    guard spread > 0 else { return 0 }
    return zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / spread
  }
}
