import Foundation
import LinearAlgebra
import NeuralNetwork

@testable import Experiments

/// A progress that nobody watches.
struct NoProgress: TrainingProgress {
  func begin(_ title: String, epochs: Int) -> Int { 0 }
  func update(_ training: Int, epoch: Int, cost: Double) {}
  func end(_ training: Int) {}
}

/// A store in a directory of a test's own, which goes with it.
final class TemporaryStore {
  let directory = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID())").path
  let store: TrainingStore

  init(limit: Int = 1 << 30) { store = TrainingStore(directory: directory, limit: limit) }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// The paths of the entries.
  var entries: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
      .filter { $0.hasSuffix(".training") }.sorted().map { "\(directory)/\($0)" }
  }

  /// Trainings that keep every result, however quick.
  func trainer(isFresh: Bool = false, chapter: Int = 3) -> Trainer {
    Trainer(store: store, isFresh: isFresh, chapter: chapter, leastDuration: .zero)
  }
}

/// A small training whose ingredients can be changed one by one.
struct SmallTraining<Scalar: MatrixScalar> {
  var title = "petit réseau"
  var hidden = Activation<Scalar>.leakyReLU(alpha: 0.1)
  var cost = Cost<Scalar>.binaryCrossEntropy
  var descent = GradientDescent(learningRate: 0.1, batchSize: 2, epochs: 3)
  var seed = 0
  var examples = Examples<Scalar>(
    inputs: Matrix([[0, 0, 1, 1], [0, 1, 0, 1]]), targets: Matrix([[0, 1, 1, 0]]))

  func run(
    by trainer: Trainer, watch: ((Int, Network<Scalar>) throws -> Void)? = nil
  ) throws -> TrainedNetwork<Scalar> {
    var random = try NumPyRandom(seed: seed)
    let network = try Network<Scalar>(
      inputs: 2, layers: [Dense(3, hidden), Dense(1, .sigmoid)], weights: .gaussian,
      using: &random)
    return try trainer.train(
      network, named: title, on: examples, by: descent, cost: cost, progress: NoProgress(),
      afterEpoch: watch)
  }
}

extension TrainedNetwork {
  /// All numbers of the result, bit for bit.
  var bits: [UInt64] {
    costs.map(\.bitPattern)
      + network.layers.flatMap { [$0.W, $0.b] }.flatMap { matrix in
        matrix.withUnsafeElements { $0.map { Double($0).bitPattern } }
      }
  }
}

extension Trainer {
  /// Whether the only training came from the store.
  var tookFromStore: Bool {
    guard outcomes.count == 1, case .store = outcomes[0].source else { return false }
    return true
  }

  /// Why the only training was computed.
  var reason: Outcome.Reason? {
    guard outcomes.count == 1, case .computed(let reason) = outcomes[0].source else { return nil }
    return reason
  }
}
