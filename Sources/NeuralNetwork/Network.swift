import LinearAlgebra

/// A stack of dense layers.
public struct Network<Scalar: MatrixScalar>: Sendable {
  public var layers: [Layer<Scalar>]

  /// A network with weights drawn layer by layer from `random` and biases 0.
  ///
  /// - Throws: `NeuralNetworkError` when there is no input, no layer, or a layer without neurons or
  ///   with more than 2²⁷ weights.
  public init(
    inputs: Int, layers declarations: [Dense<Scalar>], weights: Initializer,
    using random: inout NumPyRandom
  ) throws {
    try self.init(
      inputs: inputs, layers: declarations,
      weights: Array(repeating: weights, count: declarations.count), using: &random)
  }

  /// A network whose layers each have an initializer of their own.
  ///
  /// - Throws: `NeuralNetworkError`, also when there are not as many initializers as layers.
  public init(
    inputs: Int, layers declarations: [Dense<Scalar>], weights: [Initializer],
    using random: inout NumPyRandom
  ) throws {
    guard weights.count == declarations.count else {
      throw NeuralNetworkError.initializers(found: weights.count, layers: declarations.count)
    }
    guard !declarations.isEmpty else { throw NeuralNetworkError.noLayers }
    guard inputs > 0 else { throw NeuralNetworkError.networkInputs(inputs) }
    layers = []
    var inputs = inputs
    for (index, dense) in declarations.enumerated() {
      guard dense.units > 0 else {
        throw NeuralNetworkError.units(dense.units, layer: index + 1)
      }
      let (weightCount, overflows) = dense.units.multipliedReportingOverflow(by: inputs)
      if overflows || weightCount > Self.largestWeightCount {
        throw NeuralNetworkError.tooManyWeights(
          units: dense.units, inputs: inputs, layer: index + 1)
      }
      layers.append(
        Layer(
          W: weights[index].weights(inputs: inputs, outputs: dense.units, using: &random),
          b: Matrix(rows: dense.units, columns: 1), a: dense.activation))
      inputs = dense.units
    }
  }

  /// A network of layers whose weights are known; each takes what the one before gives.
  ///
  /// - Throws: `NeuralNetworkError` when there is no layer, or two that do not fit together.
  public init(layers: [Layer<Scalar>]) throws {
    guard !layers.isEmpty else { throw NeuralNetworkError.noLayers }
    for index in layers.indices.dropFirst() {
      let (expected, found) = (layers[index].W.columns, layers[index - 1].W.rows)
      guard expected == found else {
        throw NeuralNetworkError.layers(expected: expected, found: found, layer: index + 1)
      }
    }
    self.layers = layers
  }

  /// A network that was trained layer by layer: the layers fit together.
  init(trained layers: [Layer<Scalar>]) { self.layers = layers }

  /// The number of weights of one layer that still fits into an ordinary memory: 1 GiB of `Double`.
  private static var largestWeightCount: Int { 1 << 27 }

  /// The number of weights and biases.
  public var parameterCount: Int { layers.reduce(0) { $0 + $1.W.count + $1.b.count } }

  // snippet.forward
  /// The forward pass: each layer's output is the next one's input, and
  /// everything is kept.
  public func forward(_ X: Matrix<Scalar>) -> [Layer<Scalar>.Pass] {
    var passes: [Layer<Scalar>.Pass] = []
    for layer in layers {
      passes.append(layer.forward(passes.last?.A ?? X))
    }
    return passes
  }
  // snippet.end

  // snippet.backward
  /// The backward pass: from the cost's gradient at the output back to the
  /// first layer.
  public func backward(
    _ passes: [Layer<Scalar>.Pass], dA outputGradient: Matrix<Scalar>
  ) -> [Layer<Scalar>.Gradient] {
    var gradients: [Layer<Scalar>.Gradient] = []
    var dA = outputGradient
    for index in layers.indices.reversed() {
      let (dZ, gradient) = layers[index].backward(dA, through: passes[index])
      gradients.append(gradient)
      if index > 0 { dA = layers[index].W.transposed * dZ }
    }
    return gradients.reversed()
  }
  // snippet.end
}
