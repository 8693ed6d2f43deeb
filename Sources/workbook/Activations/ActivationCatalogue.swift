import ChapterKit
import Document
import FrenchText
import NeuralNetwork

/// Every family of activations, one line each.
enum ActivationCatalogue {
  static var table: WovenBlock {
    let rows = ActivationFamily<Double>.all.compactMap { family in
      ActivationGuide.named(family.name).map { guide in
        """
        | \(family.name) | $\(guide.formula)$ | $\(guide.range)$ | $\(guide.derivative)$ \
        | \(parameters(of: family, guide)) |
        """
      }
    }
    let header =
      "| nom | $f(x)$ | valeurs | $f'(x)$ | paramètres |\n| --- | --- | --- | --- | --- |"
    return .prose(Prose(([header] + rows).joined(separator: "\n")))
  }

  /// "alpha (α) = 0,01".
  static func parameters(of family: ActivationFamily<Double>, _ guide: ActivationGuide) -> String {
    family.parameters.map { parameter in
      let symbol = guide.symbols[parameter.name].map { " ($\($0)$)" } ?? ""
      return "\(parameter.name)\(symbol) = \(short(parameter.value))"
    }.joined(separator: ", ")
  }

  /// A number without a fraction of zero: "0", "0,2".
  static func short(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? number(value, digits: 0) : exact(value)
  }
}
