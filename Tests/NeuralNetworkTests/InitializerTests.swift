import LinearAlgebra
import NeuralNetwork
import Testing

@Suite("Initializers")
struct InitializerTests {
  @Test("weights are drawn row by row, as NumPy fills an array")
  func order() throws {
    var random = try NumPyRandom(seed: 3)
    var stream = random
    let W: Matrix<Double> = Initializer.gaussian.weights(inputs: 3, outputs: 2, using: &random)
    for row in 0..<2 {
      for column in 0..<3 { #expect(W[row, column] == stream.gaussian()) }
    }
    #expect(random.uniform() == stream.uniform(), "no number is drawn in vain")
  }

  /// What NumPy (RandomState(0), 3 inputs, 2 outputs) gives for each formula.
  static let references: [(name: String, rows: [[Double]])] = [
    (
      "uniform",
      [
        [0.5488135039273248, 0.7151893663724195, 0.6027633760716439],
        [0.5448831829968969, 0.4236547993389047, 0.6458941130666561],
      ]
    ),
    (
      "uniform_100",
      [
        [0.005488135039273248, 0.007151893663724195, 0.006027633760716439],
        [0.005448831829968969, 0.0042365479933890475, 0.006458941130666561],
      ]
    ),
    (
      "gaussian",
      [
        [1.764052345967664, 0.4001572083672233, 0.9787379841057392],
        [2.240893199201458, 1.8675579901499675, -0.977277879876411],
      ]
    ),
    (
      "gaussian_100",
      [
        [0.017640523459676642, 0.004001572083672233, 0.009787379841057393],
        [0.022408931992014578, 0.018675579901499675, -0.00977277879876411],
      ]
    ),
    ("xavier", overRootOfThree),
    ("lecun_normal", overRootOfThree),
    (
      "he",
      [
        [1.4403427090601317, 0.3267269924654215, 0.7991362176464312],
        [1.829681635372184, 1.5248547136417043, -0.7979440475353865],
      ]
    ),
    (
      "bengio",
      [
        [0.7889081922903347, 0.17895574391913177, 0.4377049329243083],
        [1.0021579047462874, 0.8351973235796419, -0.43705195446210576],
      ]
    ),
    (
      "glorot_normal",
      [
        [1.1156846650042331, 0.2530816401150027, 0.6190082524591627],
        [1.417265300531604, 1.1811473822640401, -0.6180848014619783],
      ]
    ),
  ]

  private static let overRootOfThree = [
    [1.0184760968090216, 0.23103087196898556, 0.5650746385895602],
    [1.2937802917841634, 1.0782351083403203, -0.5642316470197127],
  ]

  @Test("weights are NumPy's, bit for bit", arguments: references)
  func againstNumPy(name: String, rows: [[Double]]) throws {
    var random = try NumPyRandom(seed: 0)
    let W: Matrix<Double> = try Initializer.named(name).weights(
      inputs: 3, outputs: 2, using: &random)
    #expect(W == Matrix(rows))
  }

  @Test("the references cover the catalogue")
  func complete() {
    #expect(Set(Self.references.map(\.name)) == Set(Initializer.all.map(\.name)))
  }

  @Test("gaussian_100 is gaussian × 0.01")
  func hundredth() throws {
    var (first, second) = (try NumPyRandom(seed: 42), try NumPyRandom(seed: 42))
    let W: Matrix<Double> = Initializer.gaussian.weights(inputs: 7, outputs: 5, using: &first)
    let small: Matrix<Double> = Initializer.gaussian100.weights(
      inputs: 7, outputs: 5, using: &second)
    #expect(small == W.map { $0 * 0.01 })
  }

  @Test("Float weights are the Double ones, rounded")
  func float() throws {
    var (first, second) = (try NumPyRandom(seed: 0), try NumPyRandom(seed: 0))
    let W: Matrix<Double> = Initializer.gaussian.weights(inputs: 4, outputs: 3, using: &first)
    let rounded: Matrix<Float> = Initializer.gaussian.weights(inputs: 4, outputs: 3, using: &second)
    for row in 0..<3 {
      for column in 0..<4 { #expect(rounded[row, column] == Float(W[row, column])) }
    }
  }

  @Test("a draw knows the layer's number of inputs and of outputs")
  func layerSize() throws {
    let initializer = Initializer("size") { _, inputs, outputs in Double(10 * inputs + outputs) }
    var random = try NumPyRandom(seed: 0)
    let W: Matrix<Double> = initializer.weights(inputs: 3, outputs: 2, using: &random)
    #expect(W == Matrix(rows: 2, columns: 3, repeating: 32))
    let scaled: Matrix<Double> = initializer.scaled(by: 0.5, named: "half")
      .weights(inputs: 3, outputs: 2, using: &random)
    #expect(scaled == Matrix(rows: 2, columns: 3, repeating: 16))
  }

  @Test("names are unique")
  func names() {
    #expect(Set(Initializer.all.map(\.name)).count == Initializer.all.count)
    #expect(Initializer.gaussian100.name == "gaussian_100")
  }
}
