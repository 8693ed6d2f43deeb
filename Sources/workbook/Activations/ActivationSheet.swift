import ChapterKit
import Document
import Foundation
import NeuralNetwork
import Plotting

/// All about one activation: formula, values, derivative, parameters, use, curves.
struct ActivationSheet {
  private let activation: Activation<Double>
  private let family: ActivationFamily<Double>?
  private let guide: ActivationGuide?

  init(_ activation: Activation<Double>) {
    self.activation = activation
    let name = activation.name.prefix { $0 != ":" }
    family = ActivationFamily.all.first { $0.name == name }
    guide = ActivationGuide.named(String(name))
  }

  /// Draws the curves, then says it all.
  func blocks(drawingIn directory: String) throws -> [WovenBlock] {
    let interval = guide?.interval ?? -6...6
    let path = URL(filePath: directory).appending(path: "activations/\(fileName).png").relativePath
    try Gnuplot().write(plot(over: interval), as: .png, to: path)
    let (left, right) = (
      ActivationCatalogue.short(interval.lowerBound), ActivationCatalogue.short(interval.upperBound)
    )
    return [
      .prose(Prose(text)),
      .figure(
        Figure(
          caption: Caption(.figure, number: "1", text: "\(activation.name) et sa dérivée"),
          alternative: "Les courbes de la fonction et de sa dérivée, de \(left) à \(right).",
          files: [path])),
    ]
  }

  private var text: String {
    guard let family, let guide else { return "## \(activation.name)" }
    var paragraphs = [
      "## \(activation.name)",
      "$$f(x) = \(guide.formula)$$",
      "$$f'(x) = \(guide.derivative)$$",
      "Valeurs\(family.parameters.isEmpty ? "" : " (par défaut)") : $\(guide.range)$.",
    ]
    if !family.parameters.isEmpty {
      paragraphs.append(
        "Paramètres, et ce qu’ils valent par défaut : \(ActivationCatalogue.parameters(of: family, guide))."
      )
    }
    return (paragraphs + [guide.use] + calls(of: guide)).joined(separator: "\n\n")
  }

  /// How one asks for it, here and elsewhere, and what to beware of.
  private func calls(of guide: ActivationGuide) -> [String] {
    guard let calls = guide.calls else { return [] }
    let others = [("Keras 3", calls.keras), ("PyTorch", calls.pytorch)]
    let lines =
      ["- en Swift, ici : `\(calls.swift)`"]
      + others.compactMap { library, call in call.map { "- dans \(library) : `\($0)`" } }
    return [lines.joined(separator: "\n"), calls.remark].compactMap { $0 }
  }

  private func plot(over interval: ClosedRange<Double>) -> Plot {
    let steps = 600
    let width = interval.upperBound - interval.lowerBound
    let x = (0...steps).map { interval.lowerBound + width * Double($0) / Double(steps) }
    return Plot(activation.name)
      .line(x.map { value(activation.callAsFunction, $0) }, x: x, label: "f(x)")
      .line(x.map { value(activation.derivative, $0) }, x: x, label: "f′(x)")
      .axes(x: "x", y: "", xRange: interval)
  }

  /// For softmax, which needs a layer, that of two neurons x and 0.
  private func value(_ function: ([Double]) -> [Double], _ x: Double) -> Double {
    function([x, 0])[0]
  }

  /// `leaky_relu:alpha=0.2` as the name of a file.
  private var fileName: String {
    String(activation.name.map { ":=,".contains($0) ? "-" : $0 })
  }
}
