import ChapterKit
import Document
import FrenchText

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
    return [.table(table)]
      + list("Coquilles du document :", series.compactMap(misprints))
      + list("Valeurs que le document a coupées sans les arrondir :", series.compactMap(cuts))
  }

  private func list(_ title: String, _ lines: [String]) -> [WovenBlock] {
    lines.isEmpty ? [] : [.prose(Prose("\(title)\n\n\(lines.joined(separator: "\n"))"))]
  }

  /// The worst verdict and the greatest difference, misprints apart: they are the document's fault.
  private func row(_ values: [Comparison]) -> [String]? {
    guard let first = values.first else { return nil }
    let computed = values.filter { $0.verdict != .misprint }
    let differences = computed.map(\.relativeDifference)
    // `max` passes over a nan that does not come first.
    let farthest = differences.first(where: \.isNaN) ?? differences.max() ?? 0
    let verdict = computed.map(\.verdict).max() ?? .misprint
    return [
      "\(first.document) \(first.run)", first.quantity.words, "\(values.count)",
      scientific(farthest), verdict.words,
    ]
  }

  private func misprints(_ values: [Comparison]) -> String? {
    places(values.filter { $0.verdict == .misprint }, "époque", "époques")
  }

  private func cuts(_ values: [Comparison]) -> String? {
    places(values.filter(\.isCut), "valeur", "valeurs")
  }

  /// Where in a series these values stand.
  private func places(_ values: [Comparison], _ one: String, _ several: String) -> String? {
    let places = values.compactMap(\.index).map(String.init)
    guard let run = values.first?.run, !places.isEmpty else { return nil }
    let list = places.formatted(.list(type: .and).locale(.init(identifier: "fr")))
    return "- \(run) : \(places.count == 1 ? one : several) \(list)"
  }
}
