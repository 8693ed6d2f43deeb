import Foundation
import Testing

/// The published figures on the real MNIST.
@Suite(
  "Verification on MNIST",
  .enabled(
    if: Program.mnist != nil, "needs WORKBOOK_DATA and the optimized program (./workbook test)"))
struct VerificationTests {
  private struct Row: Decodable {
    let run, quantity, verdict: String
    let index: Int?
    let published, obtained, relativeDifference: Double
  }

  private func verify() async throws -> [Row] {
    let data = try #require(Program.mnist)
    let outcome = try await Program.run(["verify", "3", "--data", data, "--json", "-"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    return try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8))
  }

  @Test("chapter 3 reproduces document C, with the same bits on narrower vectors")
  func chapter3() async throws {
    let rows = try await verify()
    #expect(rows.count == 64)

    let relu = rows.filter { $0.run == "deep-relu50-relu25-sigmoid10" }
    let reluCosts = relu.filter { $0.quantity == "cost" }
    #expect(reluCosts.count == 30)
    let misprints = reluCosts.filter { $0.verdict == "coquille du document" }
    #expect(misprints.map(\.index) == [8, 26])
    for row in reluCosts where ![8, 26].contains(row.index) {
      #expect(
        row.verdict == "reproduit" && row.relativeDifference < 1e-12, "epoch \(row.index ?? 0)")
    }
    let reluAccuracies = relu.filter { $0.quantity != "cost" }
    #expect(reluAccuracies.map(\.verdict) == ["reproduit", "reproduit"])
    #expect(
      reluAccuracies.map { String(format: "%.6f", $0.obtained) } == ["98.576667", "96.910000"])

    let tanh = rows.filter { $0.run == "deep-tanh50-sigmoid25-sigmoid10" }
    let tanhCosts = tanh.filter { $0.quantity == "cost" }
    #expect(tanhCosts.count == 30)
    for row in tanhCosts {
      let epoch = row.index ?? 0
      let (verdict, bound) =
        epoch == 3
        ? ("coquille du document", 1e-5)
        : epoch <= 8 ? ("reproduit", 1e-5) : ("chaotique", 0.05)
      #expect(row.verdict == verdict && row.relativeDifference <= bound, "epoch \(epoch)")
    }
    for row in tanh where row.quantity != "cost" {
      #expect(row.verdict == "chaotique" && abs(row.obtained - row.published) <= 0.3)
    }

    let data = try #require(Program.mnist)
    // The same trainings in another program, on narrower vectors.
    for (layers, rate, costs) in [
      ("relu:50,relu:25,naive_sigmoid:10", "0.01", reluCosts),
      ("naive_tanh:50,naive_sigmoid:25,naive_sigmoid:10", "0.1", tanhCosts),
    ] {
      let again = try await TrainingResult(
        data: data,
        [
          "--layers", layers, "--initializer", "gaussian_100", "--learning-rate", rate, "--epochs",
          "30",
        ], environment: Program.narrowVectors
      ).costs
      #expect(again.map(\.bitPattern) == costs.map(\.obtained.bitPattern), "\(layers)")
    }
  }
}
