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
}
