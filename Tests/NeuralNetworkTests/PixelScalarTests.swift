import NeuralNetwork
import Testing

/// Every number of lanes has code of its own: the sizes go through all of them.
@Suite("Loops over pixels, of any size")
struct PixelScalarTests {
  static let sizes = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 50]

  @Test("Bytes become what their pixel says, and rows of background are found", arguments: sizes)
  func scaling(columns: Int) {
    let pixels = [
      PixelScale(scale: 0.5, background: 0), PixelScale(scale: 3, background: 255),
      PixelScale(scale: -1, background: 7),
    ]
    let places: [UInt32] = [2, 0, 1, 1, 0]
    let stride = columns + 1
    var bytes = places.flatMap {
      [UInt8](repeating: pixels[Int($0)].background, count: stride)
    }
    bytes[2 * stride + columns - 1] = 250
    bytes[4 * stride] = 9
    var scaled = [Double](repeating: -1, count: 5 * stride)
    var rows = [UInt32](repeating: 99, count: 5)
    var livelyPlaces = rows
    let count = rows.withUnsafeMutableBufferPointer { rows in
      livelyPlaces.withUnsafeMutableBufferPointer { livelyPlaces in
        Double.scale(
          bytes, pixels, places: places, rows: 5, columns: columns, stride: stride, into: &scaled,
          lively: LivelyRows(rows: rows.baseAddress, places: livelyPlaces.baseAddress))
      }
    }
    #expect(rows.prefix(count) == [2, 4])
    #expect(livelyPlaces.prefix(count) == [1, 0])
    for index in scaled.indices where index % stride < columns {
      let pixel = pixels[Int(places[index / stride])]
      let ink = Double(bytes[index]) - Double(pixel.background)
      #expect(scaled[index] == pixel.scale * ink)
    }
  }

  @Test("Slopes are added to the columns that they belong to, and to no other", arguments: sizes)
  func addingSlopes(rows: Int) {
    let some = (0..<rows * 2).map { Double($0) - 1.5 }
    let before = (0..<rows * 4).map { 1 / Double($0 + 2) }
    let places: [UInt32] = [21, 23]
    var all = before
    places.withUnsafeBufferPointer { places in
      let columns = SlopeColumns(places: places.baseAddress, count: 2, first: 20)
      Double.addSlopes(some, of: columns, to: &all, rows: rows)
    }
    for row in 0..<rows {
      #expect(all[row] == before[row])
      #expect(all[rows + row] == before[rows + row] + some[row])
      #expect(all[2 * rows + row] == before[2 * rows + row])
      #expect(all[3 * rows + row] == before[3 * rows + row] + some[rows + row])
    }
  }

  @Test("A step along the slopes of some columns, and the background's of all", arguments: sizes)
  func descending(rows: Int) {
    let (rate, columns) = (0.25, 4)
    let weights = (0..<rows * columns).map { 1 / Double($0 + 2) }
    let slopes = (0..<rows * 2).map { Double($0) - 1.5 }
    let backgrounds = [0.5, -2, 0, 1]
    let sums = (0..<rows).map { Double($0 * $0) }
    let places: [UInt32] = [21, 23]
    var (W, totals) = (weights, [Double](repeating: 9, count: rows))
    places.withUnsafeBufferPointer { places in
      let some = SlopeColumns(places: places.baseAddress, count: 2, first: 20)
      Double.descend(
        &W, along: slopes, of: some, backgrounds: backgrounds, sums: sums, rate: rate, rows: rows,
        columns: columns, totals: &totals)
    }
    for row in 0..<rows {
      var total = 0.0
      for column in 0..<columns {
        let slope = column == 1 ? slopes[row] : column == 3 ? slopes[rows + row] : 0
        let index = column * rows + row
        let loss: Double = rate * (slope + backgrounds[column] * sums[row])
        #expect(W[index] == weights[index] - loss)
        total += backgrounds[column] * W[index]
      }
      #expect(totals[row] == total)
    }
  }
}
