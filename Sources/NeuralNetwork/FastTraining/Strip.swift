import LinearAlgebra

/// Some neighbouring examples of a block: for each row, a value of each example, and the rows side by
/// side.
struct Strip<Scalar: MatrixScalar> {
  /// The number of examples of a whole strip, what one thread takes through the network at a time.
  static var width: Int { 32 }

  let start: UnsafeMutablePointer<Scalar>
  let rows: Int
  /// The number of examples.
  let count: Int

  /// - Parameters:
  ///   - block: so many rows of a block's values, strip after strip.
  ///   - columns: the examples of the strip.
  init(_ block: UnsafeMutablePointer<Scalar>, rows: Int, columns: Range<Int>) {
    start = block + columns.lowerBound * rows
    self.rows = rows
    count = columns.count
  }

  /// The examples of strip `number` of a block.
  static func columns(_ number: Int, of count: Int) -> Range<Int> {
    number * width..<min((number + 1) * width, count)
  }

  /// The number of strips that a block makes.
  static func count(in examples: Int) -> Int { (examples + width - 1) / width }

  /// All values, row after row.
  var values: UnsafeMutableBufferPointer<Scalar> { self[0..<rows * count] }

  /// Calls `body` with runs of values so short that what is computed along the way stays on the stack
  /// (`withScratch`).
  @inline(__always)
  func forEachPiece(_ body: (Range<Int>) -> Void) {
    let (total, piece) = (rows * count, 1024 / MemoryLayout<Scalar>.stride)
    for first in Swift.stride(from: 0, to: total, by: piece) {
      body(first..<min(first + piece, total))
    }
  }

  /// A run of the values, counted row after row.
  subscript(range: Range<Int>) -> UnsafeMutableBufferPointer<Scalar> {
    UnsafeMutableBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// The values of one row.
  subscript(row: Int) -> UnsafeMutableBufferPointer<Scalar> {
    self[row * count..<(row + 1) * count]
  }

  /// The same values with one column per example.
  var matrix: Matrix<Scalar> {
    Matrix(uninitializedRows: rows, columns: count) { elements in
      for row in 0..<rows {
        for column in 0..<count {
          elements[column * rows + row] = start[row * count + column]
        }
      }
    }
  }

  func fill(from matrix: Matrix<Scalar>) {
    matrix.withUnsafeElements { elements in
      for row in 0..<rows {
        for column in 0..<count {
          start[row * count + column] = elements[column * rows + row]
        }
      }
    }
  }

  /// Adds its bias to each row.
  func add(_ biases: UnsafePointer<Scalar>) {
    Scalar.addBiases(biases, to: start, rows: rows, columns: count, stride: count)
  }

  /// Writes the values with one column per example, columns of `rows` side by side.
  func transpose(into columns: UnsafeMutablePointer<Scalar>) {
    Scalar.transpose(start, into: columns, rows: rows, columns: count, stride: count)
  }
}

extension Activation {
  /// Writes `a(Z)`.
  func apply(_ Z: Strip<Scalar>, into A: Strip<Scalar>) {
    switch form {
    case .elementwise(let apply, _, _):
      Z.forEachPiece { apply(UnsafeBufferPointer(Z[$0]), A[$0]) }
    case .columnwise(let apply, _, _):
      A.fill(from: apply(Z.matrix))
    }
  }

  /// Turns `dA` into `dZ`.
  func pullBack(_ dA: Strip<Scalar>, _ Z: Strip<Scalar>, _ A: Strip<Scalar>) {
    switch form {
    case .elementwise(_, _, let pullBack):
      Z.forEachPiece {
        pullBack(dA[$0], UnsafeBufferPointer(Z[$0]), UnsafeBufferPointer(A[$0]))
      }
    case .columnwise(_, _, let pullBack):
      dA.fill(from: pullBack(Z.matrix, dA.matrix))
    }
  }
}
