import NeuralNetwork
import Testing

/// An activation's exact values and derivatives, rounded once, as `References/activations.py`
/// found them.
struct ActivationReference: Sendable, CustomTestStringConvertible {
  let name: String
  let points: [(x: Double, value: Double, derivative: Double)]

  var testDescription: String { name }

  /// One per activation and choice of parameters, the default ones and others.
  static func all() throws -> [ActivationReference] {
    let rows = try references("activations.csv", labels: 2)
    let grid = try #require(rows.first).numbers
    return try stride(from: 1, to: rows.count, by: 2).map { index in
      let (values, derivatives) = (rows[index], rows[index + 1])
      try #require(values.labels[1] == "value" && derivatives.labels[1] == "derivative")
      try #require(values.labels[0] == derivatives.labels[0])
      try #require(values.numbers.count == grid.count && derivatives.numbers.count == grid.count)
      return ActivationReference(
        name: values.labels[0],
        points: zip(grid, zip(values.numbers, derivatives.numbers)).map { ($0, $1.0, $1.1) })
    }
  }

  /// Pieces of straight lines have their slope even where the number is missing.
  var isPiecewiseLinear: Bool {
    ["linear", "relu", "leaky_relu", "hard_sigmoid"].contains { name.hasPrefix($0) }
  }

  static let naive = ["naive_sigmoid": "sigmoid", "naive_tanh": "tanh"]
}

@Suite("Activations against exact references")
struct ActivationReferenceTests {
  @Test(
    "value and derivative are exact to 1e−12, and finite", arguments: try ActivationReference.all())
  func double(reference: ActivationReference) throws {
    let activation = try Activation<Double>.named(reference.name)
    for (x, value, derivative) in reference.points {
      let (found, slope) = (activation(x), activation.derivative(x))
      #expect(isExact(found, value), "value at \(x): \(found), not \(value)")
      if x.isNaN && reference.isPiecewiseLinear { continue }
      #expect(isExact(slope, derivative), "derivative at \(x): \(slope), not \(derivative)")
    }
  }

  @Test("in Float they are exact to a few bits", arguments: try ActivationReference.all())
  func float(reference: ActivationReference) throws {
    let (single, double) = (
      try Activation<Float>.named(reference.name), try Activation<Double>.named(reference.name)
    )
    #expect(single.name == double.name)
    for x in reference.points.map({ Float($0.x) }) {
      let (value, slope) = (Float(double(Double(x))), Float(double.derivative(Double(x))))
      #expect(isClose(single(x), value), "value at \(x): \(single(x)), not \(value)")
      let found = single.derivative(x)
      #expect(isClose(found, slope), "derivative at \(x): \(found), not \(slope)")
    }
  }

  @Test("the references cover the catalogue")
  func complete() throws {
    let names = Set(try ActivationReference.all().map(\.name))
    let others = Set(ActivationReference.naive.keys).union(["softmax"])
    #expect(
      names.isSuperset(of: Activation<Double>.all.map(\.name).filter { !others.contains($0) }))
  }

  @Test(
    "the formulas as written are exact to a few bits of 1",
    arguments: ActivationReference.naive.sorted { $0.key < $1.key })
  func naive(name: String, exactName: String) throws {
    let activation = try Activation<Double>.named(name)
    let reference = try #require(try ActivationReference.all().first { $0.name == exactName })
    for (x, value, derivative) in reference.points where abs(x) <= 30 {
      #expect(abs(activation(x) - value) <= 4 * .ulpOfOne, "value at \(x)")
      #expect(abs(activation.derivative(x) - derivative) <= 8 * .ulpOfOne, "derivative at \(x)")
    }
  }

  private func isExact(_ number: Double, _ reference: Double) -> Bool {
    isReference(number, reference, relative: 1e-12, floor: 0)
  }

  /// The exponent's rounding is multiplied by the exponent, up to 85; and a slope near its zero is
  /// the difference of two numbers near 1.
  private func isClose(_ number: Float, _ reference: Float) -> Bool {
    isReference(
      number, reference, relative: 1e-5,
      floor: abs(reference) > 1e-4 ? .ulpOfOne : .leastNormalMagnitude)
  }
}
