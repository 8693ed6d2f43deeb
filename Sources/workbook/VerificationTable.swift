import ChapterKit
import Literate

/// One line per published series: how many values, how far at most, and the verdict.
enum VerificationTable {
  static func table(_ comparisons: [Comparison]) -> Table {
    var series: [(key: String, values: [Comparison])] = []
    for comparison in comparisons {
      let key = "\(comparison.run)/\(comparison.quantity)"
      if let index = series.firstIndex(where: { $0.key == key }) {
        series[index].values.append(comparison)
      } else {
        series.append((key, [comparison]))
      }
    }
    return Table(
      columns: [
        .init("Document", .center), .init("Série"), .init("Grandeur"), .init("Valeurs", .right),
        .init("Plus grand écart", .right), .init("Verdict"),
      ],
      rows: series.map { row($0.values) })
  }

  private static func row(_ values: [Comparison]) -> [String] {
    let first = values[0]
    let farthest = values.filter { $0.verdict != .misprint }.map(\.relativeDifference).max() ?? 0
    return [
      first.document, first.run, first.quantity.words, "\(values.count)", scientific(farthest),
      verdict(values),
    ]
  }

  /// The worst verdict, misprints counted apart: they are the document's fault.
  private static func verdict(_ values: [Comparison]) -> String {
    let misprints = values.filter { $0.verdict == .misprint }
    let worst = values.map(\.verdict).filter { $0 != .misprint }.max() ?? .misprint
    guard !misprints.isEmpty, worst != .misprint else { return worst.rawValue }
    let epochs = misprints.compactMap(\.index).map(String.init).joined(separator: ", ")
    let word = misprints.count == 1 ? "coquille" : "coquilles"
    return "\(worst.rawValue), \(misprints.count) \(word) du document (époque \(epochs))"
  }
}
