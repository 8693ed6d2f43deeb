import Cores
import LinearAlgebra
import Synchronization

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
    let blocks = Array(examples.batches(of: Self.block))
    let share = ThreadBudget.Share()
    let crew = Crew(threads: min(share.threads, max(1, blocks.count)))
    let correct = Atomic(0)
    crew.run { thread in
      for block in blocks[part(thread, of: crew.threads, blocks.count)] {
        let predicted = predict(block.inputs).rowOfMaximumInEachColumn
        let wanted = block.targets.rowOfMaximumInEachColumn
        correct.add(zip(predicted, wanted).count { $0 == $1 }, ordering: .relaxed)
      }
    }
    withExtendedLifetime(share) {}
    return Double(correct.load(ordering: .relaxed)) / Double(examples.count)
  }
}
