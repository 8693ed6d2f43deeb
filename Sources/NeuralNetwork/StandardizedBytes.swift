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
  public func matrix<Scalar: PixelScalar>(
    columns range: Range<Int>, as scalar: Scalar.Type = Scalar.self
  ) -> Matrix<Scalar> {
    precondition(range.lowerBound >= 0 && range.upperBound <= columns, "outside the columns")
    return Matrix(uninitializedRows: rows, columns: range.count) { memory in
      bytes.withUnsafeBufferPointer { bytes in
        guard let bytes = bytes.baseAddress, let memory = memory.baseAddress else { return }
        for (index, column) in range.enumerated() {
          Scalar.standardize(
            bytes + column * rows, means: means, divisors: divisors,
            into: memory + index * rows, count: rows)
        }
      }
    }
  }

  /// What a byte of a row is read as.
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
    let reference = Array(bytes[first * rows..<(first + 1) * rows])
    let differences = differences(from: reference, in: range)
    return (0..<rows).filter { differences[$0] != 0 || standardize(reference[$0], row: $0) != 0 }
  }

  /// The most frequent byte of each row in a sample of these columns: what is called its background.
  func usualBytes(in range: Range<Int>) -> [UInt8] {
    let sample = stride(
      from: range.lowerBound, to: range.upperBound, by: max(1, range.count / 256))
    return (0..<rows).map { row in
      var counts = [Int](repeating: 0, count: 256)
      for column in sample { counts[Int(bytes[column * rows + row])] += 1 }
      let most = counts.max() ?? 0
      return UInt8(counts.firstIndex(of: most) ?? 0)
    }
  }

  /// For each row, a byte that is 0 if all of these columns have the given byte there.
  func differences(from reference: [UInt8], in columns: some Sequence<Int>) -> [UInt8] {
    let height = rows
    precondition(reference.count == height, "a byte for each row")
    var differences = [UInt8](repeating: 0, count: height)
    differences.withUnsafeMutableBufferPointer { differences in
      bytes.withUnsafeBufferPointer { bytes in
        reference.withUnsafeBufferPointer { reference in
          for column in columns {
            let column = UnsafeBufferPointer(
              rebasing: bytes[column * height..<(column + 1) * height])
            for row in 0..<height { differences[row] |= column[row] ^ reference[row] }
          }
        }
      }
    }
    return differences
  }
}
