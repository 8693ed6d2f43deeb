import ChapterKit
import Foundation
import NeuralNetwork
import Testing

@Suite("How activations are asked for")
struct ActivationCallsTests {
  @Test("every family says how", arguments: ActivationGuide.all)
  func complete(guide: ActivationGuide) throws {
    let calls = try #require(guide.calls)
    #expect(calls.swift.hasPrefix("."))
    #expect((calls.keras == nil) == guide.family.hasPrefix("naive_"))
    #expect((calls.pytorch == nil) == guide.family.hasPrefix("naive_"))
    // A bar would end the cell of a Markdown table.
    #expect(![calls.swift, calls.keras, calls.pytorch].contains { $0?.contains("|") ?? false })
  }

  @Test("every parameter of ours stands in the Swift call, with its default value")
  func parameters() throws {
    for family in ActivationFamily<Double>.all where family.name != "relu" {
      let swift = try #require(ActivationGuide.named(family.name)?.calls?.swift)
      for parameter in family.parameters {
        let value =
          parameter.value == parameter.value.rounded()
          ? String(Int(parameter.value)) : String(parameter.value)
        #expect(swift.contains("\(parameter.name): \(value)"))
      }
    }
  }

  @Test("what the remarks say of approximations is so")
  func approximations() {
    let gelu = Activation<Double>.gelu
    let worst =
      stride(from: -8.0, through: 8, by: 0.001).map { x in
        let inner = (2 / Double.pi).squareRoot() * (x + 0.044715 * x * x * x)
        return abs(x / 2 * (1 + tanh(inner)) - gelu(x))
      }.max() ?? .nan
    #expect(worst > 1e-4 && worst < 1e-3)
    let softplus = Activation<Double>.softplus
    #expect(softplus(20) - 20 > 0 && softplus(20) - 20 < 3e-9)
  }
}
