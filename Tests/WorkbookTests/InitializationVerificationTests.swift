import Foundation
import Testing

/// Document D's figures on the real MNIST.
@Suite(
  "Verification of document D on MNIST",
  .enabled(
    if: Program.mnist != nil, "needs WORKBOOK_DATA and the optimized program (./workbook test)"))
struct InitializationVerificationTests {
  private struct Row: Decodable {
    let run, quantity, verdict: String
    let index: Int?
    let obtained, relativeDifference: Double
  }

  @Test(
    "chapter 4 reproduces 80 costs within 1e−13, the same bits on narrower vectors, and accuracies")
  func chapter4() async throws {
    let data = try #require(Program.mnist)
    let outcome = try await Program.run(["verify", "4", "--data", data, "--json", "-"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let rows = try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8))
    #expect(rows.count == 88)
    #expect(
      Set(rows.map(\.run)) == ["init-uniform_100", "init-xavier", "init-he", "init-bengio"])
    let costs = rows.filter { $0.quantity == "cost" }
    #expect(costs.count == 80 && costs.allSatisfy { $0.relativeDifference <= 1e-13 })
    #expect(rows.allSatisfy { $0.verdict == "reproduit" })

    for initializer in ["uniform_100", "xavier", "he", "bengio"] {
      let narrow = try await TrainingResult(
        data: data,
        [
          "--layers", "relu:50,relu:25,naive_sigmoid:10", "--initializer", initializer,
          "--learning-rate", "0.005", "--epochs", "20",
        ], environment: Program.narrowVectors
      ).costs
      #expect(
        narrow.map(\.bitPattern)
          == costs.filter { $0.run == "init-\(initializer)" }.map(\.obtained.bitPattern),
        "\(initializer)")
    }
  }
}
