import LinearAlgebra
import Testing

/// Every number of lanes has code of its own: the sizes go through all of them.
@Suite("Vector loops of any size")
struct VectorLoopTests {
  static let sizes = [1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 50]

  @Test("Rows become columns", arguments: sizes, sizes)
  func transposing(rows: Int, columns: Int) {
    checkTranspose(rows: rows, columns: columns, as: Double.self)
    checkTranspose(rows: rows, columns: columns, as: Float.self)
  }

  private func checkTranspose<Scalar: MatrixScalar>(
    rows: Int, columns: Int, as scalar: Scalar.Type
  ) {
    let stride = columns + 3
    let x = (0..<rows * stride).map { Scalar($0) }
    var transposed = [Scalar](repeating: -1, count: rows * columns)
    Scalar.transpose(x, into: &transposed, rows: rows, columns: columns, stride: stride)
    for (index, value) in transposed.enumerated() {
      #expect(value == x[index % rows * stride + index / rows])
    }
  }

  @Test("Columns are added up, the first one first", arguments: sizes)
  func addingColumns(rows: Int) {
    let x = (0..<rows * 5).map { 1 / Double($0 + 3) }
    let start = (0..<rows).map { 0.1 * Double($0) }
    var sums = start
    Double.addColumns(x, to: &sums, rows: rows, columns: 5)
    for row in 0..<rows {
      #expect(sums[row] == (0..<5).reduce(start[row]) { $0 + x[$1 * rows + row] })
    }
  }

  @Test("Each row gets its bias, and nothing beside it changes", arguments: sizes)
  func addingBiases(columns: Int) {
    var x = (0..<3 * (columns + 2)).map(Float.init)
    let before = x
    let biases: [Float] = [0.5, -1, 2]
    Float.addBiases(biases, to: &x, rows: 3, columns: columns, stride: columns + 2)
    for index in x.indices {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns + 2)
      let bias = column < columns ? biases[row] : 0
      #expect(x[index] == before[index] + bias)
    }
  }

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
