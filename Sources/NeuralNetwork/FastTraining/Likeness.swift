/// The order in which a training's memory holds its examples.
enum ExampleOrder: Sendable {
  /// As they were given: batches are made of neighbours.
  case given
  /// Images that look alike side by side: more pixels are background in all of a strip, and need not
  /// be multiplied.
  case alike
}

extension StandardizedBytes {
  /// The most frequent byte of each row in a sample of these columns.
  func usualBytes(in range: Range<Int>) -> [UInt8] {
    let sample = sample(of: range)
    return (0..<rows).map { row in
      var counts = [Int](repeating: 0, count: 256)
      for column in sample { counts[Int(bytes[column * rows + row])] += 1 }
      let most = counts.max() ?? 0
      return UInt8(counts.firstIndex(of: most) ?? 0)
    }
  }

  /// These columns in the order of a key: in which of 32 rows they differ from the background.
  ///
  /// The rows are those where nearest to half of the columns do, for they tell most.
  func columnsAlike(in range: Range<Int>, on background: [UInt8]) -> [Int] {
    let sample = Array(sample(of: range))
    let halves = (0..<rows).map { row in
      let inked = sample.count { bytes[$0 * rows + row] != background[row] }
      return abs(2 * inked - sample.count)
    }
    let telling = (0..<rows).sorted { (halves[$0], $0) < (halves[$1], $1) }.prefix(32)
    return range.map { column -> (key: UInt32, column: Int) in
      let key = telling.reduce(UInt32(0)) { key, row in
        key << 1 | (bytes[column * rows + row] == background[row] ? 0 : 1)
      }
      return (key, column)
    }.sorted { $0 < $1 }.map(\.column)
  }

  private func sample(of range: Range<Int>) -> StrideTo<Int> {
    stride(from: range.lowerBound, to: range.upperBound, by: max(1, range.count / 256))
  }
}
