import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Experiments

@Suite("The store of trainings")
struct TrainingStoreTests {
  private func checkTaken<Scalar: MatrixScalar>(_ training: SmallTraining<Scalar>) throws {
    let place = TemporaryStore()
    let first = try training.run(by: place.trainer())
    var renamed = training
    renamed.title = "autre titre"
    let second = place.trainer()
    #expect(try renamed.run(by: second).bits == first.bits)
    #expect(second.tookFromStore)
  }

  @Test("the same training is taken, bit for bit, whatever its title and precision")
  func taken() throws {
    try checkTaken(SmallTraining<Double>())
    try checkTaken(SmallTraining<Float>())
  }

  @Test("a run that diverges is a result like any other")
  func divergence() throws {
    var training = SmallTraining<Double>()
    training.hidden = .exponential
    training.descent = GradientDescent(learningRate: 1e6, batchSize: 4, epochs: 5)
    #expect(try !training.run(by: Trainer()).costs.allSatisfy(\.isFinite))
    try checkTaken(training)
  }

  @Test("who looked at the network after each epoch sees the same networks")
  func watched() throws {
    let place = TemporaryStore()
    var seen: [[[UInt64]]] = []
    for _ in 0..<2 {
      var networks: [[UInt64]] = []
      _ = try SmallTraining<Double>().run(by: place.trainer()) { epoch, network in
        #expect(epoch == networks.count + 1)
        networks.append(TrainedNetwork(network: network, costs: []).bits)
      }
      seen.append(networks)
    }
    #expect(seen[0].count == 3)
    #expect(seen[0] == seen[1])
    #expect(Set(seen[0]).count == 3)
  }

  @Test("what an observer throws ends the training, and nothing is kept")
  func thrown() throws {
    struct Enough: Error {}
    let place = TemporaryStore()
    #expect(throws: Enough.self) {
      try SmallTraining<Double>().run(by: place.trainer()) { epoch, _ in
        if epoch == 2 { throw Enough() }
      }
    }
    #expect(place.entries.isEmpty)
  }

  /// One ingredient changed, and what the reader is told of it.
  private static let changes: [(String, @Sendable (inout SmallTraining<Double>) -> Void)] = [
    ("taux", { $0.descent = GradientDescent(learningRate: 0.2, batchSize: 2, epochs: 3) }),
    (
      "taille des lots",
      { $0.descent = GradientDescent(learningRate: 0.1, batchSize: 3, epochs: 3) }
    ),
    ("époques", { $0.descent = GradientDescent(learningRate: 0.1, batchSize: 2, epochs: 4) }),
    ("coût", { $0.cost = .meanSquaredError }),
    ("couches", { $0.hidden = .leakyReLU(alpha: 0.2) }),
    ("poids de départ", { $0.seed = 1 }),
    (
      "exemples",
      {
        $0.examples = Examples(
          inputs: Matrix([[0, 0, 1, 1], [0, 1, 0, 1]]), targets: Matrix([[0, 1, 1, 1]]))
      }
    ),
  ]

  @Test("a changed ingredient is a miss that names it, and the result is its own", arguments: 0..<7)
  func changed(index: Int) throws {
    let (name, change) = Self.changes[index]
    let place = TemporaryStore()
    let before = place.trainer()
    let old = try SmallTraining<Double>().run(by: before)
    before.close()
    var training = SmallTraining<Double>()
    change(&training)
    let after = place.trainer()
    let result = try training.run(by: after)
    #expect(result.bits == (try training.run(by: Trainer()).bits))
    #expect(result.bits != old.bits)
    guard case .changed(let changes) = after.reason else {
      Issue.record("\(String(describing: after.reason))")
      return
    }
    #expect(changes.map(\.name) == [name])
  }

  @Test("looking at the network or not are two trainings")
  func watching() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let watching = place.trainer()
    var epochs = 0
    _ = try SmallTraining<Double>().run(by: watching) { _, _ in epochs += 1 }
    #expect(!watching.tookFromStore)
    #expect(epochs == 3)
  }

  @Test("a function of the chapter's own is never taken for another of the same name")
  func ownFunctions() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>(hidden: .relu).run(by: place.trainer())
    let impostor = Activation<Double>("relu", value: { 2 * $0 }, derivative: { _ in 2 })
    let cost = Cost<Double>(
      "binary_crossentropy", loss: { a, y in abs(a - y) },
      derivative: { a, y in a < y ? -1 : 1 })
    for training in [SmallTraining(hidden: impostor), SmallTraining(hidden: .relu, cost: cost)] {
      for _ in 0..<2 {
        let trainer = place.trainer()
        #expect(try training.run(by: trainer).bits == training.run(by: Trainer()).bits)
        guard case .ownFunction = trainer.reason else {
          Issue.record("\(String(describing: trainer.reason))")
          return
        }
      }
    }
    #expect(place.entries.count == 1)
  }

  @Test("every activation and cost of the library can be told apart by its name")
  func libraryFunctions() {
    #expect(Activation<Double>.all.filter { !$0.isOfLibrary }.map(\.name) == [])
    #expect(Activation<Float>.all.filter { !$0.isOfLibrary }.map(\.name) == [])
    #expect(Cost<Double>.all.filter { !$0.isOfLibrary }.map(\.name) == [])
    #expect(Activation<Double>.swish(beta: 1.5).isOfLibrary)
  }

  @Test("--fresh computes, and keeps what it computed")
  func fresh() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let fresh = place.trainer(isFresh: true)
    _ = try SmallTraining<Double>().run(by: fresh)
    #expect(fresh.reason == .asked)
    #expect(place.entries.count == 1)
  }

  @Test("--fresh takes what the same run computed for another chapter, and nothing older")
  func sameRun() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let computed = ComputedTrainings()
    let trainers = [3, 4].map { chapter in
      Trainer(
        store: place.store, isFresh: true, computed: computed, chapter: chapter,
        leastDuration: .zero)
    }
    let results = try trainers.map { try SmallTraining<Double>().run(by: $0).bits }
    #expect(trainers[0].reason == .asked && trainers[1].tookFromStore)
    #expect(results[0] == results[1])
  }

  @Test("without a store, everything is computed and nothing noted")
  func none() throws {
    let trainer = Trainer()
    _ = try SmallTraining<Double>().run(by: trainer)
    #expect(trainer.outcomes.isEmpty)
  }

  @Test("a training that is over at once is not kept")
  func brief() throws {
    let place = TemporaryStore()
    let trainer = Trainer(store: place.store, leastDuration: .seconds(3600))
    _ = try SmallTraining<Double>().run(by: trainer)
    #expect(place.entries.isEmpty)
  }
}
