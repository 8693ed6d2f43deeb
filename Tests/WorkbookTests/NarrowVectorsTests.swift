import Foundation
import Testing

/// Trainings whose products have few rows or few columns, on this processor's vectors and on AVX2's.
@Suite("Vectors of any width give the same bits")
struct NarrowVectorsTests {
  /// What a training left: all its costs, and the file of its network.
  private struct Trace: Equatable {
    let costs: [UInt64]
    let network: Data

    init(data: String, _ arguments: [String], environment: [String: String]) async throws {
      let directory = try TemporaryDirectory()
      let file = directory.file("network.safetensors")
      let result = try await TrainingResult(
        data: data,
        ["--cost", "binary_crossentropy", "--save", file] + arguments, environment: environment)
      try #require(!result.diverged)
      costs = result.costs.map(\.bitPattern)
      network = try Data(contentsOf: URL(filePath: file))
    }
  }

  private func expectSameBits(data: String, _ arguments: [String]) async throws {
    let own = try await Trace(data: data, arguments, environment: [:])
    let narrow = try await Trace(data: data, arguments, environment: Program.narrowVectors)
    #expect(own == narrow)
  }

  @Test(
    "small layers and batches",
    arguments: [1, 2, 7, 8, 16, 31, 32, 33, 58, 64, 250], ["float64", "float32"])
  func smallShapes(batchSize: Int, precision: String) async throws {
    let directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
    for layers in [
      "tanh:50,tanh:25,tanh:8,tanh:17,sigmoid:10", "tanh:68,tanh:16,tanh:1,sigmoid:10",
    ] {
      try await expectSameBits(
        data: directory.path,
        [
          "--layers", layers, "--batch-size", String(batchSize), "--precision", precision,
          "--epochs", "2",
        ])
    }
  }

  @Test(
    "MNIST, whose pixels are often all background",
    .enabled(if: Program.mnist != nil, "\(Program.needsMNIST)"), arguments: ["float64", "float32"])
  func mnist(precision: String) async throws {
    try await expectSameBits(
      data: try #require(Program.mnist),
      ["--layers", "relu:8,sigmoid:10", "--precision", precision, "--epochs", "1"])
  }
}
