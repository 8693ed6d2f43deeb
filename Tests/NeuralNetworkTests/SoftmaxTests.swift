import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Softmax")
struct SoftmaxTests {
  /// A column with its exact softmax, its derivatives `∂aᵢ/∂zᵢ` and `dZ` for `dA` = 1, −2, 3, −4, as
  /// `References/activations.py` found them.
  struct Column: Sendable, CustomTestStringConvertible {
    let z, value, derivative, backward: [Double]

    var testDescription: String { "\(z)" }

    static func all() throws -> [Column] {
      let rows = try references("softmax.csv", labels: 1)
      return try stride(from: 0, to: rows.count, by: 4).map { first in
        let rows = rows[first..<first + 4]
        try #require(rows.map(\.labels) == [["z"], ["value"], ["derivative"], ["backward"]])
        let numbers = rows.map(\.numbers)
        return Column(
          z: numbers[0], value: numbers[1], derivative: numbers[2], backward: numbers[3])
      }
    }
  }

  @Test("a column's values and derivatives are exact to 1e−12", arguments: try Column.all())
  func column(column: Column) {
    let softmax = Activation<Double>.softmax
    expect(softmax(column.z), column.value, relative: 1e-12)
    expect(softmax.derivative(column.z), column.derivative, relative: 1e-12)
    let dA = column.z.indices.map { $0.isMultiple(of: 2) ? Double($0 + 1) : -Double($0 + 1) }
    let dZ = softmax.backward(Matrix(column: column.z), Matrix(column: dA))
    expect(numbers(dZ), column.backward, relative: 0, floor: 4 * .ulpOfOne)
  }

  @Test("in Float it is exact to a few bits", arguments: try Column.all())
  func float(column: Column) {
    let softmax = Activation<Float>.softmax
    let z = column.z.map(Float.init)
    // 1e300 is infinite in Float.
    guard !z.contains(.infinity) else { return }
    expect(softmax(z).map(Double.init), column.value, relative: 2e-6, floor: 1e-44)
    expect(softmax.derivative(z).map(Double.init), column.derivative, relative: 4e-6, floor: 1e-44)
  }

  @Test("each column is by itself, positive and of sum 1")
  func columns() throws {
    let Z = Matrix<Double>([[1, -40, 0.5, 800], [2, 30, 0.5, -800], [3, 12, 0.5, 799]])
    let A = Activation<Double>.softmax(Z)
    for column in 0..<4 {
      let alone = Activation<Double>.softmax((0..<3).map { Z[$0, column] })
      #expect((0..<3).map { A[$0, column] } == alone)
      #expect(alone.allSatisfy { $0 >= 0 })
      #expect(agree(alone.reduce(0, +), 1, within: 4 * .ulpOfOne))
    }
    #expect((0..<3).allSatisfy { A[$0, 2] == 1 / 3 })
  }

  @Test("the same number added to a whole column changes nothing")
  func shift() {
    let softmax = Activation<Double>.softmax
    #expect(softmax([1, 2, 4]) == softmax([1025, 1026, 1028]))
  }

  @Test("two classes give the sigmoid of their difference", arguments: [-3, -0.5, 0, 1, 25.0])
  func twoClasses(z: Double) {
    #expect(agree(Activation.softmax([z, 0])[0], Activation.sigmoid(z), within: 1e-15))
  }

  @Test("the derivative is the slope of a value in its own input, and backward of the whole column")
  func slopes() {
    let Z = Matrix<Double>([[0.3, -1.2], [1.1, 0.4], [-0.7, 2]])
    let dA = Matrix<Double>([[0.5, -1], [2, 0.3], [-0.4, 1.7]])
    let softmax = Activation<Double>.softmax
    let numeric = numericalGradient(at: Z) { (dA .* softmax($0)).sum }
    #expect(distance(softmax.backward(Z, dA), numeric) < 1e-9)
    let derivative = softmax.derivative(Z)
    for row in 0..<3 {
      for column in 0..<2 {
        let expected = slope(at: Z[row, column], step: 1e-6) { z in
          var changed = Z
          changed[row, column] = z
          return softmax(changed)[row, column]
        }
        #expect(agree(derivative[row, column], expected, within: 1e-9))
      }
    }
  }

  @Test("a number that is missing or infinite is missing in its whole column, and only there")
  func notANumber() {
    for (missing, number) in [(0, Double.nan), (1, .nan), (0, .infinity), (1, .infinity)] {
      var Z = Matrix<Double>([[1, 2], [3, 4]])
      Z[missing, 0] = number
      let A = Activation<Double>.softmax(Z)
      #expect(A[0, 0].isNaN && A[1, 0].isNaN)
      #expect(!A[0, 1].isNaN && !A[1, 1].isNaN)
    }
  }

  @Test("no column, no values")
  func empty() {
    #expect(Activation<Double>.softmax([]).isEmpty)
    #expect(Activation<Double>.softmax(Matrix(rows: 3, columns: 0)).count == 0)
    #expect(Activation<Double>.softmax.derivative([]).isEmpty)
  }

  private func expect(
    _ found: [Double], _ expected: [Double], relative: Double, floor: Double = 0,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: location)
    for (found, expected) in zip(found, expected) {
      #expect(
        isReference(found, expected, relative: relative, floor: floor),
        "\(found), not \(expected)", sourceLocation: location)
    }
  }

  private func numbers(_ matrix: Matrix<Double>) -> [Double] {
    matrix.withUnsafeElements { Array($0) }
  }
}
