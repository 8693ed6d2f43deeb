import Experiments
import FrenchText

/// How a sweep speaks of its options.
extension SweepOption {
  /// In the order of a table's columns.
  static let displayed: [SweepOption] = [
    .layers, .initializer, .cost, .learningRate, .batchSize, .epochs, .precision, .seed,
  ]

  /// The header of a column.
  var header: String { words.prefix(1).uppercased() + words.dropFirst() }

  /// `6 taux`.
  func counted(_ count: Int) -> String {
    let several =
      switch self {
      case .layers: "réseaux"
      case .initializer: "initialisations"
      case .cost: "coûts"
      case .learningRate: "taux"
      case .batchSize: "tailles de lot"
      case .epochs: "nombres d’époques"
      case .precision: "précisions"
      case .seed: "graines"
      }
    return "\(number(count)) \(several)"
  }

  /// A value as a table and a figure show it.
  func shown(_ value: String) -> String {
    isNumber ? french(value.hasSuffix(".0") ? String(value.dropLast(2)) : value) : value
  }
}
