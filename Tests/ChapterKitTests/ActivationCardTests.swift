import ChapterKit
import NeuralNetwork
import Testing

@Suite("The catalogue's formulas against the code")
struct ActivationCardTests {
  /// The families, and parameters under which a formula has to say which piece holds at a border.
  private static let names =
    ActivationFamily<Double>.all.map(\.name).filter { $0 != "softmax" } + [
      "relu:alpha=0.25", "relu:max_value=2", "relu:max_value=0", "relu:threshold=1",
      "relu:threshold=-1", "relu:threshold=-1,max_value=2", "relu:threshold=1,max_value=2",
      "relu:threshold=3,max_value=2", "relu:alpha=-0.5,threshold=-1,max_value=2",
      "leaky_relu:alpha=0.2", "leaky_relu:alpha=-1", "elu:alpha=0.5", "swish:beta=1.5",
      "swish:beta=-2",
    ]
  private static let points = [
    -6, -3.5, -3, -2.25, -2, -1, -0.75, -0.5, 0, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 6,
  ]

  @Test("each card says what is computed, at the borders of its pieces too", arguments: names)
  func values(name: String) throws {
    let activation = try Activation<Double>.named(name)
    let guide = try #require(ActivationGuide.named(String(name.prefix { $0 != ":" })))
    // The constants that the card of SELU gives have nine digits.
    let tolerance = name == "selu" ? 1e-7 : 1e-14
    for x in Self.points {
      let variables = try variables(name, guide).merging(["x": x]) { $1 }
      let value = try FormulaValue.evaluate(guide.formula, variables)
      let slope = try FormulaValue.evaluate(guide.derivative, variables)
      #expect(abs(value - activation(x)) <= tolerance * (1 + abs(value)), "x = \(x)")
      #expect(abs(slope - activation.derivative(x)) <= tolerance * (1 + abs(slope)), "x = \(x)")
    }
  }

  /// The letters of the card: the parameters' symbols, and SELU's constants.
  private func variables(_ name: String, _ guide: ActivationGuide) throws -> [String: Double] {
    if name == "selu" { return [#"\alpha"#: 1.67326324, #"\lambda"#: 1.05070098] }
    let family = try #require(ActivationFamily<Double>.all.first { $0.name == guide.family })
    var values = Dictionary(
      uniqueKeysWithValues: family.parameters.map { (guide.symbols[$0.name] ?? "", $0.value) })
    for assignment in name.drop(while: { $0 != ":" }).dropFirst().split(separator: ",") {
      let sides = assignment.split(separator: "=").map(String.init)
      values[try #require(guide.symbols[sides[0]])] = Double(sides[1])
    }
    return values
  }

  @Test("the reading of a formula is right")
  func reading() throws {
    func value(_ formula: String, _ x: Double = 2) throws -> Double {
      try FormulaValue.evaluate(formula, ["x": x, #"\alpha"#: 3])
    }
    #expect(try value(#"-x^2/2 + \alpha (x - 1)"#) == 1)
    #expect(try value(#"\frac{1}{1 + \lvert -x \rvert} - 1"#) == 1 / 3.0 - 1)
    #expect(try value(#"\max(0, \min(1, x)) t, \quad t = 2 x"#) == 4)
    let cases =
      #"\begin{cases} 5 & \text{si } x < 1 \\ 6 & \text{si } 1 \leq x \text{ et } x < 2 "#
      + #"\\ 7 & \text{sinon} \end{cases}"#
    #expect(try [0, 1, 2].map { try value(cases, $0) } == [5, 6, 7])
    #expect(throws: FormulaValue.Unreadable.self) { try value(#"x + \foo"#) }
    #expect(throws: FormulaValue.Unreadable.self) { try value("x )") }
  }
}
