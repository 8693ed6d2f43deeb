import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import ChapterKit

@Suite("Trainings in a chapter")
@MainActor
struct ChapterContextTrainingTests {
  private let examples = Examples<Double>(
    inputs: Matrix([[0, 1, 0, 1], [0, 0, 1, 1]]), targets: Matrix([[0, 1, 1, 0]]))

  private func network() throws -> Network<Double> {
    var random = try NumPyRandom(seed: 0)
    return try Network(
      inputs: 2, layers: [Dense(3, .tanh), Dense(1, .sigmoid)], weights: .gaussian, using: &random)
  }

  @Test("a training leaves the given network alone, tells its epochs and returns its costs")
  func train() async throws {
    let weaving = try Weaving { _ in }
    let start = try network()
    var expected = start
    let descent = GradientDescent(learningRate: 0.5, batchSize: 2, epochs: 2)
    let costs = try descent.train(&expected, on: examples, cost: .binaryCrossEntropy)

    let training = try await weaving.context.train(
      start, named: "XOR", on: examples, by: descent, cost: .binaryCrossEntropy)
    #expect(training.costs == costs)
    #expect(training.network.layers[0].W == expected.layers[0].W)
    #expect(
      weaving.progress.told == ["begin XOR 2", "update 7 1 true", "update 7 2 true", "end 7"])
  }

  @Test("after each epoch, one may look at the network")
  func afterEpoch() async throws {
    let weaving = try Weaving { _ in }
    let (start, examples, context) = (try network(), examples, weaving.context)
    let descent = GradientDescent(learningRate: 0.5, batchSize: 2, epochs: 2)
    let (seen, training) = try await Task.detached {
      var seen: [Matrix<Double>] = []
      let training = try await context.train(
        start, named: "XOR", on: examples, by: descent, cost: .binaryCrossEntropy
      ) { epoch, network in
        #expect(epoch == seen.count + 1)
        seen.append(network.layers[0].W)
      }
      return (seen, training)
    }.value
    #expect(seen.count == 2)
    #expect(seen.first != seen.last)
    #expect(seen.last == training.network.layers[0].W)
  }

  @Test("a training that is refused ends its progress too")
  func refused() async throws {
    let weaving = try Weaving { _ in }
    let start = try network()
    await #expect(throws: NeuralNetworkError.epochs(-1)) {
      try await weaving.context.train(
        start, named: "XOR", on: examples,
        by: GradientDescent(learningRate: 0.5, batchSize: 2, epochs: -1),
        cost: .binaryCrossEntropy)
    }
    #expect(weaving.progress.told == ["begin XOR -1", "end 7"])
  }

  @Test("a cancelled training stops after its epoch")
  func cancelled() async throws {
    let weaving = try Weaving { _ in }
    let (start, examples, context) = (try network(), examples, weaving.context)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await context.train(
        start, named: "XOR", on: examples,
        by: GradientDescent(learningRate: 0.5, batchSize: 2, epochs: 1_000_000),
        cost: .binaryCrossEntropy)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(weaving.progress.told == ["begin XOR 1000000", "update 7 1 true", "end 7"])
  }

  @Test("missing data is an error of the data, not a trap")
  func missingData() throws {
    let weaving = try Weaving { _ in }
    #expect(throws: DatasetError.self) { try weaving.context.loadMNIST() }
  }
}
