import FrenchText
import ChapterKit
import Document

/// What `verify` prints: one line per published series, and the misprints it met.
struct VerificationTable {
  /// The comparisons of one quantity of one run, in the order of the chapters.
  private var series: [[Comparison]] = []

  init(_ comparisons: [Comparison]) {
    for comparison in comparisons {
      let index = series.firstIndex {
        $0.first?.run == comparison.run && $0.first?.quantity == comparison.quantity
      }
      if let index { series[index].append(comparison) } else { series.append([comparison]) }
    }
  }

  var blocks: [WovenBlock] {
    let table = Table(
      columns: [
        .init("Document, série"), .init("Grandeur"), .init("Nb", .right), .init("Écart", .right),
        .init("Verdict"),
      ],
      rows: series.compactMap(row))
    let misprints = series.compactMap(misprints)
    guard !misprints.isEmpty else { return [.table(table)] }
    let list = misprints.joined(separator: "\n")
    return [.table(table), .prose(Prose("Coquilles du document :\n\n\(list)"))]
  }

  /// The worst verdict and the greatest difference, misprints apart: they are the document's fault.
  private func row(_ values: [Comparison]) -> [String]? {
    guard let first = values.first else { return nil }
    let computed = values.filter { $0.verdict != .misprint }
    let farthest = computed.map(\.relativeDifference).max() ?? 0
    let verdict = computed.map(\.verdict).max() ?? .misprint
    return [
      "\(first.document) \(first.run)", first.quantity.words, "\(values.count)",
      scientific(farthest), verdict.words,
    ]
  }

  private func misprints(_ values: [Comparison]) -> String? {
    let epochs = values.filter { $0.verdict == .misprint }.compactMap(\.index)
    guard let run = values.first?.run, !epochs.isEmpty else { return nil }
    let list = epochs.map(String.init).formatted(.list(type: .and).locale(.init(identifier: "fr")))
    return "- \(run) : \(epochs.count == 1 ? "époque" : "époques") \(list)"
  }
}
