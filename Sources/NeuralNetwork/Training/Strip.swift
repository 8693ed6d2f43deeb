import LinearAlgebra

/// Some neighbouring examples of a block: for each row, a run of values side by side.
struct Strip<Scalar: MatrixScalar> {
  /// The number of examples of a whole strip, what one thread takes through the network at a time.
  static var width: Int { 32 }

  private let start: UnsafeMutablePointer<Scalar>
  let rows: Int
  /// The distance between neighbouring rows: the number of examples in the block.
  let stride: Int
  /// The number of examples.
  let count: Int

  init(
    _ block: UnsafeMutablePointer<Scalar>, rows: Int, stride: Int, columns: Range<Int>
  ) {
    start = block + columns.lowerBound
    self.rows = rows
    self.stride = stride
    count = columns.count
  }

  /// The examples of strip `number` of a block.
  static func columns(_ number: Int, of count: Int) -> Range<Int> {
    number * width..<min((number + 1) * width, count)
  }

  /// The number of strips that a block makes.
  static func count(in examples: Int) -> Int { (examples + width - 1) / width }

  /// The values of one row.
  subscript(row: Int) -> UnsafeMutableBufferPointer<Scalar> {
    UnsafeMutableBufferPointer(start: start + row * stride, count: count)
  }

  /// The same values with one column per example.
  var matrix: Matrix<Scalar> {
    Matrix(uninitializedRows: rows, columns: count) { elements in
      for row in 0..<rows {
        for column in 0..<count {
          elements[column * rows + row] = start[row * stride + column]
        }
      }
    }
  }

  func fill(from matrix: Matrix<Scalar>) {
    matrix.withUnsafeElements { elements in
      for row in 0..<rows {
        for column in 0..<count {
          start[row * stride + column] = elements[column * rows + row]
        }
      }
    }
  }

  /// Adds its bias to each row.
  func add(_ biases: UnsafePointer<Scalar>) {
    Scalar.addBiases(biases, to: start, rows: rows, columns: count, stride: stride)
  }

  /// Writes the values with one column per example, columns of `rows` side by side.
  func transpose(into columns: UnsafeMutablePointer<Scalar>) {
    Scalar.transpose(start, into: columns, rows: rows, columns: count, stride: stride)
  }
}

extension Activation {
  /// Writes `a(Z)`.
  func apply(_ Z: Strip<Scalar>, into A: Strip<Scalar>) {
    switch form {
    case .elementwise(let apply, _, _):
      for row in 0..<Z.rows { apply(UnsafeBufferPointer(Z[row]), A[row]) }
    case .columnwise(let apply, _, _):
      A.fill(from: apply(Z.matrix))
    }
  }

  /// Turns `dA` into `dZ`.
  func pullBack(_ dA: Strip<Scalar>, _ Z: Strip<Scalar>, _ A: Strip<Scalar>) {
    switch form {
    case .elementwise(_, _, let pullBack):
      for row in 0..<Z.rows {
        pullBack(dA[row], UnsafeBufferPointer(Z[row]), UnsafeBufferPointer(A[row]))
      }
    case .columnwise(_, _, let pullBack):
      dA.fill(from: pullBack(Z.matrix, dA.matrix))
    }
  }
}
