import Foundation

/// Cuts a row into as many digits as it is said to have, where digits touch or strokes are apart.
///
/// Cuts are tried where a nearly upright line crosses little ink; of all ways to put the pieces
/// together, the one is taken that the network recognises best. (Over-segmentation, as in R. Casey,
/// E. Lecolinet, *A survey of methods and strategies in character segmentation*, 1996.)
struct DigitSplitter {
  private let map: InkMap
  private let form: DigitForm
  private let probabilities: (GrayImage) -> [Double]

  private static let slopes: [Float] = [0, -0.2, 0.2, -0.4, 0.4]
  /// No digit is wider, in parts of the row's height.
  private static let widest = 1.3

  init(_ map: InkMap, probabilities: @escaping (GrayImage) -> [Double]) {
    self.map = map
    form = DigitForm(map)
    self.probabilities = probabilities
  }

  /// The row in exactly `count` digits; as it was where no cut makes as many.
  func split(_ row: [WrittenDigit], into count: Int) -> [WrittenDigit] {
    let tilt = row.first?.tilt ?? 0
    let heights = row.map(\.box.height).sorted()
    let height = heights[heights.count / 2]
    let pieces = row.flatMap { self.pieces(of: $0.region, height: height) }
    guard count <= pieces.count else { return row }
    // best[n][k]: the best score of the first k pieces as n digits, and where the last one begins.
    let none = (score: -Double.infinity, start: 0)
    var best = [[(score: Double, start: Int)]](
      repeating: [(score: Double, start: Int)](repeating: none, count: pieces.count + 1),
      count: count + 1)
    best[0][0].score = 0
    var scores: [Int: Double] = [:]
    func score(_ range: Range<Int>) -> Double {
      let key = range.lowerBound * (pieces.count + 1) + range.upperBound
      if let known = scores[key] { return known }
      let value = self.score(Self.joined(pieces[range]), tilt, height)
      scores[key] = value
      return value
    }
    for number in 1...count {
      for end in number...pieces.count {
        var box = pieces[end - 1].box
        for start in ((number - 1)..<end).reversed() {
          box = box.union(pieces[start].box)
          guard Double(box.width) < Self.widest * Double(height) else { break }
          guard best[number - 1][start].score > -.infinity else { continue }
          let total = best[number - 1][start].score + score(start..<end)
          if total > best[number][end].score { best[number][end] = (total, start) }
        }
      }
    }
    guard best[count][pieces.count].score > -.infinity else { return row }
    var digits: [WrittenDigit] = []
    var end = pieces.count
    for number in stride(from: count, to: 0, by: -1) {
      let start = best[number][end].start
      digits.append(WrittenDigit(region: Self.joined(pieces[start..<end]), tilt: tilt))
      end = start
    }
    return digits.reversed()
  }

  private static func joined(_ pieces: ArraySlice<Region>) -> Region {
    pieces.dropFirst().reduce(pieces[pieces.startIndex]) { $0.union($1) }
  }

  private func score(_ region: Region, _ tilt: Float, _ height: Int) -> Double {
    guard let image = form.image(of: WrittenDigit(region: region, tilt: tilt)) else {
      return -.infinity
    }
    let sure = max(probabilities(image).max() ?? 0, 1e-6)
    // A sliver may look like a 1 with certainty; a digit is as high as its row.
    let low = max(0, 0.7 - Double(region.box.height) / Double(height))
    let wide = max(0, Double(region.box.width) / Double(height) - 0.9)
    return 2 * log(sure) - 12 * low - 3 * wide
  }

  private func pieces(of region: Region, height: Int) -> [Region] {
    let columns = map.ink.columns
    let box = region.box
    guard 2 * box.width > height else { return [region] }
    var crossings = [(ink: Int, slope: Float)](repeating: (.max, 0), count: box.width)
    for slope in Self.slopes {
      var counts = [Int](repeating: 0, count: box.width)
      for pixel in region.pixels {
        let foot = foot(pixel, slope, box, columns)
        if 0..<box.width ~= foot { counts[foot] += 1 }
      }
      for x in counts.indices where counts[x] < crossings[x].ink {
        crossings[x] = (counts[x], slope)
      }
    }
    let apart = max(2, height / 10)
    let cuts = crossings.indices.filter { x in
      guard x >= apart, x < box.width - apart, 2 * crossings[x].ink < height else { return false }
      return (max(0, x - apart)...min(box.width - 1, x + apart)).allSatisfy { near in
        (crossings[near].ink, near) >= (crossings[x].ink, x) || near == x
      }
    }
    var parts = [[Int32]](repeating: [], count: cuts.count + 1)
    for pixel in region.pixels {
      let part = cuts.count { foot(pixel, crossings[$0].slope, box, columns) > $0 }
      parts[part].append(pixel)
    }
    return parts.filter { !$0.isEmpty }.map { Region(pixels: $0, columns: columns) }
  }

  /// Where a line of this slope through the pixel meets the box's middle height, from its left.
  private func foot(_ pixel: Int32, _ slope: Float, _ box: PixelBox, _ columns: Int) -> Int {
    let (x, y) = (Int(pixel) % columns, Int(pixel) / columns)
    return Int((Float(x) + slope * (Float(y) - box.centreY)).rounded()) - box.left
  }
}
