import LinearAlgebra

/// Columns of bytes that are read as `(byte − mean)/divisor`, with a mean and a divisor for each row.
///
/// An image set stays eight times smaller so than as `Double`.
public struct StandardizedBytes: Sendable {
  /// Column after column.
  let bytes: [UInt8]
  let means, divisors: [Double]

  /// There must be as many divisors as means, at least one, and whole columns of that height.
  public init(_ bytes: [UInt8], means: [Double], divisors: [Double]) {
    precondition(
      means.count == divisors.count && !means.isEmpty && bytes.count % means.count == 0,
      "whole columns of the height of the means")
    self.bytes = bytes
    self.means = means
    self.divisors = divisors
  }

  public var rows: Int { means.count }
  public var columns: Int { bytes.count / rows }

  /// The standardized values of a run of columns.
  public func matrix<Scalar: MatrixScalar>(
    columns range: Range<Int>, as scalar: Scalar.Type = Scalar.self
  ) -> Matrix<Scalar> {
    Matrix(uninitializedRows: rows, columns: range.count) { memory in
      bytes.withUnsafeBufferPointer { bytes in
        for (index, column) in range.enumerated() {
          for row in 0..<rows {
            memory[index * rows + row] = Scalar(
              standardize(bytes[column * rows + row], row: row))
          }
        }
      }
    }
  }

  @inline(__always)
  private func standardize(_ byte: UInt8, row: Int) -> Double {
    (Double(byte) - means[row]) / divisors[row]
  }

  /// The columns of the given numbers, in that order.
  func columns(_ order: [Int]) -> StandardizedBytes {
    let reordered = order.flatMap { bytes[$0 * rows..<($0 + 1) * rows] }
    return StandardizedBytes(reordered, means: means, divisors: divisors)
  }

  /// The rows that are not 0 in all of these columns: the others change neither an output nor a
  /// weight.
  func rowsOtherThanZero(in range: Range<Int>) -> [Int] {
    guard let first = range.first else { return [] }
    var varies = [Bool](repeating: false, count: rows)
    bytes.withUnsafeBufferPointer { bytes in
      for column in range {
        for row in 0..<rows where bytes[column * rows + row] != bytes[first * rows + row] {
          varies[row] = true
        }
      }
    }
    return (0..<rows).filter {
      varies[$0] || standardize(bytes[first * rows + $0], row: $0) != 0
    }
  }
}
