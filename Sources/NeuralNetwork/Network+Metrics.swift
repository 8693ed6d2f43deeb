import LinearAlgebra

extension Network {
  /// The number of examples whose intermediate values are held at once: they stay in the cache.
  private static var block: Int { 1024 }

  /// The network's outputs for the inputs, one column per example.
  public func predict(_ X: Matrix<Scalar>) -> Matrix<Scalar> {
    layers.reduce(X) { A, layer in layer.forward(A).A }
  }

  /// The cost over all examples.
  public func cost(_ cost: Cost<Scalar>, on examples: Examples<Scalar>) -> Scalar {
    var losses: [Scalar] = []
    losses.reserveCapacity(examples.count)
    for block in examples.batches(of: Self.block) {
      losses += cost.exampleLosses(predict(block.inputs), block.targets)
    }
    return losses.withUnsafeBufferPointer { Matrix.sum(of: $0) } / Scalar(examples.count)
  }

  /// The share of examples, in 0…1, whose greatest output is the wanted one.
  public func accuracy(on examples: Examples<Scalar>) -> Double {
    var correct = 0
    for block in examples.batches(of: Self.block) {
      let predicted = predict(block.inputs).rowOfMaximumInEachColumn
      let wanted = block.targets.rowOfMaximumInEachColumn
      correct += zip(predicted, wanted).count { $0 == $1 }
    }
    return Double(correct) / Double(examples.count)
  }
}
