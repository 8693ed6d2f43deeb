import ChapterKit
import NeuralNetwork
import Testing

@Suite("The guide to activations")
struct ActivationGuideTests {
  @Test("every family of the library has its entry, in the library's order")
  func complete() {
    #expect(ActivationGuide.all.map(\.family) == ActivationFamily<Double>.all.map(\.name))
  }

  @Test("every parameter has its symbol, and the formula uses it", arguments: ActivationGuide.all)
  func symbols(guide: ActivationGuide) throws {
    let family = try #require(ActivationFamily<Double>.all.first { $0.name == guide.family })
    #expect(Set(guide.symbols.keys) == Set(family.parameters.map(\.name)))
    for symbol in guide.symbols.values {
      #expect(guide.formula.contains(symbol) && guide.derivative.contains(symbol))
    }
  }

  @Test("every entry says something", arguments: ActivationGuide.all)
  func texts(guide: ActivationGuide) {
    #expect(ActivationGuide.named(guide.family) == guide)
    #expect(guide.use.hasSuffix(".") && guide.use.count > 40)
    // A bar would end the cell of a Markdown table.
    #expect(![guide.formula, guide.derivative, guide.range].contains { $0.contains("|") })
  }
}
