import Foundation

/// The pixels of a region, each with its place on the sheet as it would lie straight.
struct LinedSheet {
  enum Direction { case level, upright }

  private let columns: Int
  private let origin: PixelBox
  private var isInk: [Bool]
  private let pixels: [(x: Int, y: Int)]
  private var sine = 0.0
  private var cosine = 1.0

  init(_ region: Region, columns: Int) {
    self.columns = columns
    origin = region.box
    var isInk = [Bool](repeating: false, count: region.box.width * region.box.height)
    pixels = region.pixels.map { pixel in
      (Int(pixel) % columns - region.box.left, Int(pixel) / columns - region.box.top)
    }
    for (x, y) in pixels { isInk[y * region.box.width + x] = true }
    self.isInk = isInk
  }

  var width: Int { extent(.upright).count }
  var height: Int { extent(.level).count }

  private func extent(_ direction: Direction) -> ClosedRange<Int> {
    let places = pixels.map { place($0.x, $0.y, direction) }
    return (places.min() ?? 0)...(places.max() ?? 0)
  }

  /// How many of the four sides are lines: within a tenth from the edge, ink all along.
  var straightSides: Int {
    [Direction.level, .upright].reduce(0) { sum, direction in
      let extent = extent(direction)
      let length = direction == .level ? width : height
      let counts = counts(direction)
      let reach = max(2, extent.count / 10)
      let ends = [
        extent.lowerBound...extent.lowerBound + reach,
        extent.upperBound - reach...extent.upperBound,
      ]
      return sum
        + ends.count { places in
          places.contains { 10 * counts.covered($0) > 8 * length }
        }
    }
  }

  /// Which line of this direction a pixel is on.
  private func place(_ x: Int, _ y: Int, _ direction: Direction) -> Int {
    let value =
      direction == .level
      ? Double(y) * cosine - Double(x) * sine : Double(x) * cosine + Double(y) * sine
    return Int(value.rounded())
  }

  /// Finds the tilt at which some line bears the most ink.
  mutating func straighten(upTo most: Double) {
    var best = (angle: 0.0, count: 0)
    func look(_ angles: StrideThrough<Double>, _ sheet: inout LinedSheet) {
      for angle in angles {
        sheet.turn(to: angle)
        let count = sheet.counts(.level).densest
        if count > best.count || count == best.count && abs(angle) < abs(best.angle) {
          best = (angle, count)
        }
      }
    }
    look(stride(from: -most, through: most, by: 0.5), &self)
    look(stride(from: best.angle - 0.4, through: best.angle + 0.4, by: 0.1), &self)
    turn(to: best.angle)
  }

  private mutating func turn(to degrees: Double) {
    (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
  }

  private func counts(_ direction: Direction) -> LineCounts {
    var counts = LineCounts(reach: origin.width + origin.height)
    for (x, y) in pixels where isInk[y * origin.width + x] {
      let place = place(x, y, direction)
      let next = direction == .level ? (x, y + 1) : (x + 1, y)
      counts.add(place, isPair: isInk(at: next) && self.place(next.0, next.1, direction) > place)
    }
    return counts
  }

  /// Takes away the line that bears the most ink, but where a stroke leaves it; returns its place,
  /// or `nil` where no line covers as many pixels.
  mutating func takeLine(_ direction: Direction, covering least: Double) -> Int? {
    let counts = counts(direction)
    let (line, most) = counts.most
    guard Double(most) >= least, most > 0 else { return nil }
    var band = line...line
    let third = counts[line] / 3
    while counts[band.lowerBound - 1] > third {
      band = band.lowerBound - 1...band.upperBound
    }
    while counts[band.upperBound + 1] > third {
      band = band.lowerBound...band.upperBound + 1
    }
    let wide = band.lowerBound - 1...band.upperBound + 1
    let inBand = pixels.filter { isInk(at: $0) && wide.contains(place($0.x, $0.y, direction)) }
    let gone = inBand.filter { !isCrossed($0, wide.count, direction, wide) }
    for (x, y) in gone { isInk[y * origin.width + x] = false }
    // A line that strokes cover all along would be found for ever.
    return gone.isEmpty ? nil : line
  }

  private func isInk(at pixel: (x: Int, y: Int)) -> Bool {
    0..<origin.width ~= pixel.x && 0..<origin.height ~= pixel.y
      && isInk[pixel.y * origin.width + pixel.x]
  }

  /// Whether ink goes on from this pixel of the band to some pixels beyond it, on either side.
  private func isCrossed(
    _ pixel: (x: Int, y: Int), _ thickness: Int, _ direction: Direction, _ band: ClosedRange<Int>
  ) -> Bool {
    [-1, 1].contains { side in
      var here = pixel
      var beyond = 0
      for _ in 0..<(thickness + 3) {
        if direction == .level { here.y += side } else { here.x += side }
        guard isInk(at: here) else { return false }
        if !band.contains(place(here.x, here.y, direction)) { beyond += 1 }
        if beyond >= 2 { return true }
      }
      return false
    }
  }

  var regions: [Region] {
    Region.all(in: isInk, columns: origin.width).map { region in
      Region(
        pixels: region.pixels.map { pixel in
          let (x, y) = (Int(pixel) % origin.width, Int(pixel) / origin.width)
          return Int32((y + origin.top) * columns + x + origin.left)
        }, columns: columns)
    }
  }
}

/// How many pixels of ink each line bears, by its place.
private struct LineCounts {
  private let reach: Int
  private var counts: [Int]
  private var pairs: [Int]

  /// - Parameter reach: no place is farther from 0.
  init(reach: Int) {
    self.reach = reach
    counts = [Int](repeating: 0, count: 2 * reach + 2)
    pairs = counts
  }

  /// - Parameter isPair: whether the pixel's neighbour on the next line is ink too.
  mutating func add(_ place: Int, isPair: Bool) {
    counts[place + reach] += 1
    if isPair { pairs[place + reach] += 1 }
  }

  subscript(place: Int) -> Int { -reach...reach ~= place ? counts[place + reach] : 0 }

  /// How much of its length a line and the next one cover together: a thin line may lie on both.
  func covered(_ place: Int) -> Int {
    self[place] + self[place + 1] - (-reach...reach ~= place ? pairs[place + reach] : 0)
  }

  /// The most ink on two lines side by side.
  var densest: Int { (-reach...reach).map { self[$0] + self[$0 + 1] }.max() ?? 0 }

  var most: (place: Int, count: Int) {
    let place = (-reach...reach).max { covered($0) < covered($1) } ?? 0
    return (self[place + 1] > self[place] ? place + 1 : place, covered(place))
  }
}
