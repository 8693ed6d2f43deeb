/// The path of the pen for one digit, as one hand writes it once.
struct Writing {
  /// Straight pieces, a few for each curve; one array for each stroke.
  private(set) var strokes: [[Point]]

  /// Writes a style with an unsteady hand.
  ///
  /// The points of the style are shaken, then the whole is bent, leant, turned and stretched.
  init(_ style: Style, using random: inout SplitMix64) {
    let shake = random.uniform(in: 0.035...0.1)
    strokes = style.strokes.map { curves in
      var stroke: [Point] = []
      for curve in curves {
        let shaken = curve.map { x, y in
          Point(x + random.normal(deviation: shake), y + random.normal(deviation: shake))
        }
        let start = stroke.last.map { [$0] } ?? []
        stroke += Self.smooth(start + shaken).dropFirst(start.count)
      }
      return stroke
    }
    let distortion = Distortion(using: &random)
    strokes = strokes.map { $0.map(distortion.callAsFunction) }
  }

  /// The points of a Catmull–Rom spline through `nodes`, which has no corner within.
  private static func smooth(_ nodes: [Point]) -> [Point] {
    guard nodes.count > 2, let first = nodes.first else { return nodes }
    var points = [first]
    for index in 0..<nodes.count - 1 {
      let (start, end) = (nodes[index], nodes[index + 1])
      let before = index > 0 ? nodes[index - 1] : start
      let after = index + 2 < nodes.count ? nodes[index + 2] : end
      for step in 1...pieces {
        let t = Double(step) / Double(pieces)
        let slope = end - before
        let curvature = 2 * before - 5 * start + 4 * end - after
        let twist = 3 * (start - end) + after - before
        points.append(start + 0.5 * t * (slope + t * (curvature + t * twist)))
      }
    }
    return points
  }

  private static let pieces = 5
}

/// What one hand does to all the points of a digit.
struct Distortion {
  private let bend, wave: Point
  private let columns: (x: Point, y: Point)

  init(using random: inout SplitMix64) {
    bend = Point(random.normal(deviation: 0.16), random.normal(deviation: 0.12))
    wave = Point(random.normal(deviation: 0.3), random.normal(deviation: 0.25))
    let slant = random.normal(deviation: 0.25) - 0.2
    let width = random.uniform(in: 0.55...1.05)
    // A rotation without sine and cosine: t is the tangent of half the angle.
    let t = random.normal(deviation: 0.06)
    let (cosine, sine) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
    columns = (
      x: Point(cosine, sine) * width,
      y: Point(cosine * slant - sine, sine * slant + cosine)
    )
  }

  func callAsFunction(_ point: Point) -> Point {
    let centred = point - Point(0.5, 0.5)
    let (x, y) = (centred.x, centred.y)
    let bent = Point(
      x + bend.x * (y * y) + wave.x * (y * y * y),
      y + bend.y * (x * x) + wave.y * (x * x * x))
    return columns.x * bent.x + columns.y * bent.y
  }
}
