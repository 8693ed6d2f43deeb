import Foundation
import Testing

/// All that the course publishes and claims, on the real MNIST.
@Suite(
  "Verification on MNIST", .enabled(if: Program.mnist != nil, "\(Program.needsMNIST)"))
struct VerificationTests {
  /// An object of `verify --json`.
  private struct Judged: Decodable, Sendable {
    let kind: String
    let chapter: Int
    let run, quantity, verdict, location, statement: String?
    let index: Int?
    let published, obtained, relativeDifference: Double?
    let holds, isCut, isTimed: Bool?
  }

  private struct Verified: Sendable {
    let status: Int32
    let messages: String
    let rows: [Judged]

    func comparisons(_ run: String, _ quantity: String? = nil) -> [Judged] {
      rows.filter { $0.run == run && (quantity == nil || $0.quantity == quantity) }
    }

    func costs(_ run: String) -> [Judged] { comparisons(run, "cost") }
  }

  /// One run of the whole course serves all tests: the one that `.ci/run` began while they were
  /// built, or one of their own.
  private static let course = Task {
    let data = try #require(Program.mnist)
    if let folder = ProcessInfo.processInfo.environment["COURSE_VERIFIED"] {
      return try await Program.waiting { try verified(in: folder) }
    }
    let outcome = try await Program.run(["verify", "--data", data, "--json", "-"])
    return Verified(
      status: outcome.status, messages: outcome.messages,
      rows: try JSONDecoder().decode([Judged].self, from: Data(outcome.output.utf8)))
  }

  /// What `verify --json rows` left in a folder, once its status is there too.
  private static func verified(in folder: String) throws -> Verified {
    let end = Date(timeIntervalSinceNow: 1200)
    while !FileManager.default.fileExists(atPath: folder + "/status"), Date() < end {
      Thread.sleep(forTimeInterval: 0.2)
    }
    let text = { (name: String) in
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        .replacing("\u{A0}", with: " ").trimmingCharacters(in: .newlines)
    }
    let (status, messages) = (try #require(Int32(try text("status"))), try text("messages"))
    // One that failed before it judged leaves no rows.
    let rows = (try? text("rows")) ?? "[]"
    return Verified(
      status: status, messages: messages,
      rows: try JSONDecoder().decode([Judged].self, from: Data(rows.utf8)))
  }

  @Test("the whole course is verified: nothing different, every series compared, every claim held")
  func course() async throws {
    let course = try await Self.course.value
    #expect(course.status == 0, "\(course.messages)")
    let comparisons = course.rows.filter { $0.kind == "comparison" }
    let claims = course.rows.filter { $0.kind == "claim" }
    #expect(comparisons.count + claims.count == course.rows.count)
    #expect(!comparisons.contains { $0.verdict == "différent" })
    #expect(comparisons.filter { $0.isCut == true }.map(\.run) == ["selu", "cosinus", "cosinus"])
    #expect(
      claims.filter { $0.holds != true && $0.isTimed != true }.compactMap(\.statement).isEmpty)
    #expect(Set(claims.map(\.chapter)) == Set(1...6))
    for claim in claims {
      let location = try #require(claim.location)
      #expect(location.hasPrefix("chapters/0\(claim.chapter)-"))
      #expect(location.contains(/\.md:[1-9][0-9]*$/))
    }
  }

  @Test("document C is reproduced, its misprints named, and its chaotic run bounded")
  func documentC() async throws {
    let course = try await Self.course.value
    let (relu, tanh) = ("deep-relu50-relu25-sigmoid10", "deep-tanh50-sigmoid25-sigmoid10")
    let reluCosts = course.costs(relu)
    #expect(reluCosts.count == 30)
    let misprints = reluCosts.filter { $0.verdict == "coquille du document" }
    #expect(misprints.map(\.index) == [8, 26])
    for row in reluCosts where ![8, 26].contains(row.index) {
      #expect(
        row.verdict == "reproduit" && row.relativeDifference ?? 1 < 1e-12,
        "epoch \(row.index ?? 0)")
    }
    let accuracies = course.comparisons(relu).filter { $0.quantity != "cost" }
    #expect(accuracies.map(\.verdict) == ["reproduit", "reproduit"])
    #expect(
      accuracies.map { String(format: "%.6f", $0.obtained ?? 0) } == ["98.576667", "96.910000"])

    let tanhCosts = course.costs(tanh)
    #expect(tanhCosts.count == 30)
    for row in tanhCosts {
      let epoch = row.index ?? 0
      let (verdict, bound) =
        epoch == 3
        ? ("coquille du document", 1e-5)
        : epoch <= 8 ? ("reproduit", 1e-5) : ("chaotique", 0.05)
      #expect(row.verdict == verdict && row.relativeDifference ?? 1 <= bound, "epoch \(epoch)")
    }
    for row in course.comparisons(tanh) where row.quantity != "cost" {
      let (obtained, published) = (row.obtained ?? 0, row.published ?? 100)
      #expect(row.verdict == "chaotique" && abs(obtained - published) <= 0.3)
    }
  }

  @Test("document D is reproduced: 80 costs within 1e−13, and every accuracy")
  func documentD() async throws {
    let course = try await Self.course.value
    let rows = course.rows.filter { $0.kind == "comparison" && $0.chapter == 4 }
    #expect(rows.count == 88)
    #expect(
      Set(rows.map(\.run)) == ["init-uniform_100", "init-xavier", "init-he", "init-bengio"])
    let costs = rows.filter { $0.quantity == "cost" }
    #expect(costs.count == 80 && costs.allSatisfy { $0.relativeDifference ?? 1 <= 1e-13 })
    #expect(rows.allSatisfy { $0.verdict == "reproduit" })
  }

  @Test(
    "another program on narrower vectors and a single thread gives the same bits",
    arguments: [
      (
        "relu:50,relu:25,naive_sigmoid:10", "gaussian_100", "0.01", "30",
        "deep-relu50-relu25-sigmoid10"
      ),
      (
        "naive_tanh:50,naive_sigmoid:25,naive_sigmoid:10", "gaussian_100", "0.1", "30",
        "deep-tanh50-sigmoid25-sigmoid10"
      ),
    ]
      + ["uniform_100", "xavier", "he", "bengio"].map {
        ("relu:50,relu:25,naive_sigmoid:10", $0, "0.005", "20", "init-\($0)")
      })
  func narrowVectors(
    layers: String, initializer: String, rate: String, epochs: String, run: String
  ) async throws {
    let again = try await TrainingResult(
      data: try #require(Program.mnist),
      [
        "--layers", layers, "--initializer", initializer, "--learning-rate", rate, "--epochs",
        epochs, "--threads", "1",
      ], environment: Program.narrowVectors
    ).costs
    let costs = try await Self.course.value.costs(run)
    #expect(again.map(\.bitPattern) == costs.map { $0.obtained?.bitPattern })
  }
}
