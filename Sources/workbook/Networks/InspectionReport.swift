import ChapterKit
import Document
import Experiments
import Foundation
import FrenchText

/// What `inspect` shows of a file.
struct InspectionReport {
  private let inspection: NetworkInspection
  private let file: String

  /// Names from a file, which may be as long as it likes.
  private static let longestText = 200

  init(_ inspection: NetworkInspection, of file: String) {
    (self.inspection, self.file) = (inspection, file)
  }

  var blocks: [WovenBlock] {
    var blocks = [paragraph(title, [file])]
    if !inspection.tensors.isEmpty { blocks.append(.table(tensors)) }
    let unread = Set(inspection.tensors.filter { $0.notNumbers == nil }.map(\.type)).sorted()
    if !unread.isEmpty {
      let types = unread.prefix(20).map { quoted($0, longest: 20) }.joined(separator: ", ")
      blocks.append(paragraph("Les valeurs ne se lisent pas dans ces types : \u{E000}.", [types]))
    }
    if let layers = inspection.layers {
      blocks.append(.table(table(of: layers)))
      if let parameters = inspection.parameters {
        blocks.append(paragraph("Ce réseau a \(number(parameters)) poids et biais."))
      }
    }
    if let normalization = inspection.normalization {
      blocks.append(paragraph(Self.sentence(normalization)))
    }
    if let remark = inspection.remark { blocks.append(.notice(remark)) }
    if !inspection.metadata.isEmpty { blocks.append(.table(metadata)) }
    return blocks
  }

  private func paragraph(_ text: String, _ values: [String] = []) -> WovenBlock {
    .prose(Prose(text, values: values))
  }

  private var title: String {
    let count = inspection.tensors.count
    let elements = inspection.tensors.reduce(0.0) { $0 + Double($1.elements) }
    let total = elements < 1e15 ? number(Int(elements)) : scientific(elements)
    return "\u{E000} : \(number(count)) tenseur\(count > 1 ? "s" : ""), \(total) "
      + "élément\(elements > 1 ? "s" : "")."
  }

  private var tensors: Table {
    let remarks = inspection.tensors.map(Self.remark)
    let hasRemarks = remarks.contains { !$0.isEmpty }
    return Table(
      columns: [
        .init("Tenseur"), .init("Type"), .init("Forme"), .init("Éléments", .right),
        .init("Minimum", .right), .init("Maximum", .right), .init("Moyenne", .right),
      ] + (hasRemarks ? [.init("Remarque")] : []),
      rows: zip(inspection.tensors, remarks).map { tensor, remark in
        [
          Self.cut(tensor.name), Self.cut(tensor.type), Self.shape(tensor.shape),
          number(tensor.elements), Self.value(tensor.minimum), Self.value(tensor.maximum),
          Self.value(tensor.mean),
        ] + (hasRemarks ? [remark] : [])
      })
  }

  /// Three digits, which tell one tensor from another; JSON has them all.
  private static func value(_ number: Double?) -> String {
    number.map { french(String(format: "%.3g", $0)) } ?? "–"
  }

  private static func shape(_ sizes: [Int]) -> String {
    sizes.isEmpty ? "un nombre" : cut(sizes.map(String.init).joined(separator: " × "))
  }

  private static func remark(on tensor: NetworkInspection.Tensor) -> String {
    let (notNumbers, infinities) = (tensor.notNumbers ?? 0, tensor.infinities ?? 0)
    return [
      notNumbers > 0 ? "pas un nombre : \(number(notNumbers))" : nil,
      infinities > 0 ? "infini : \(number(infinities))" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func table(of layers: [NetworkInspection.Layer]) -> Table {
    Table(
      columns: [
        .init("Couche"), .init("Entrées", .right), .init("Sorties", .right), .init("Biais"),
        .init("Activation"),
      ],
      rows: layers.map { layer in
        [
          Self.cut(layer.name), number(layer.inputs), number(layer.outputs),
          layer.hasBias ? "oui" : "non", layer.activation.map(Self.cut) ?? "?",
        ]
      })
  }

  private static func sentence(_ normalization: NetworkInspection.Inputs) -> String {
    switch normalization {
    case .perPixel(let pixels, let means, let deviations):
      "Normalisation : chacun des \(number(pixels)) pixels a sa moyenne (de \(range(means))) et son "
        + "écart-type (de \(range(deviations)))."
    case .scaled(mean: 0, deviation: 1):
      "Normalisation : les pixels sont divisés par 255."
    case .scaled(let mean, let deviation):
      "Normalisation : les pixels sont divisés par 255, puis diminués de \(exact(mean)) et divisés "
        + "par \(exact(deviation))."
    }
  }

  private static func range(_ range: ClosedRange<Double>) -> String {
    "\(short(range.lowerBound)) à \(short(range.upperBound))"
  }

  private var metadata: Table {
    Table(
      columns: [.init("Note du fichier"), .init("Valeur")],
      rows: inspection.metadata.sorted { $0.key < $1.key }.map {
        [Self.cut($0.key), Self.cut($0.value)]
      })
  }

  private static func cut(_ text: String) -> String {
    text.count > longestText ? text.prefix(longestText) + "…" : text
  }
}
