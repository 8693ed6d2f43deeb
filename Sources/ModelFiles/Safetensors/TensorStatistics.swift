/// What the numbers of a tensor are like.
public struct TensorStatistics: Sendable, Equatable {
  /// Of the finite numbers; nil where there is none, and a mean where their sum is too large.
  public private(set) var minimum, maximum, mean: Double?
  /// How many are not a number, and how many are infinite.
  public private(set) var notNumbers = 0
  public private(set) var infinities = 0

  private var sum = 0.0
  private var finite = 0

  mutating func add(_ numbers: [Double]) {
    for number in numbers {
      if number.isFinite {
        minimum = min(minimum ?? number, number)
        maximum = max(maximum ?? number, number)
        sum += number
        finite += 1
      } else if number.isNaN {
        notNumbers += 1
      } else {
        infinities += 1
      }
    }
    mean = finite == 0 || !sum.isFinite ? nil : sum / Double(finite)
  }
}

extension TensorArchive {
  /// The statistics of a tensor's numbers.
  ///
  /// - Throws: `TensorFileError.type` where its elements are not read here.
  public func statistics(of entry: Entry) throws(TensorFileError) -> TensorStatistics {
    guard entry.hasNumbers else { throw .type(entry.type, tensor: entry.name) }
    var statistics = TensorStatistics()
    // A piece at a time: the file may be large, and its numbers eight times a small type's size.
    let piece = 1 << 16
    for start in stride(from: 0, to: entry.count, by: piece) {
      let elements = try elements(of: entry, start..<min(start + piece, entry.count))
      statistics.add(elements.numbers(as: Double.self))
    }
    return statistics
  }
}
