import ChapterKit
import FrenchText

/// Measurements of the same thing: their smallest, their median, their largest.
struct Measurements: Sendable {
  private let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var minimum: Double { sorted.first ?? .nan }
  var maximum: Double { sorted.last ?? .nan }

  var median: Double {
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  /// `0,087 [0,086 ; 0,091]`; a single one alone.
  var text: String {
    let digits = median < 0.1 ? 4 : median < 10 ? 3 : median < 1000 ? 1 : 0
    func text(_ value: Double) -> String { number(value, digits: digits) }
    if sorted.count == 1 { return text(median) }
    return "\(text(median)) [\(text(minimum)) ; \(text(maximum))]"
  }
}
