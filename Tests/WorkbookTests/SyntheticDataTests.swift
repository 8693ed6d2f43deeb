import Foundation
import Testing

/// What the program does where MNIST is missing.
@Suite("On synthetic digits, without MNIST")
struct SyntheticDataTests {
  private let directory: TemporaryDirectory
  private var nowhere: [String: String] { ["XDG_CACHE_HOME": directory.path] }

  init() throws { directory = try TemporaryDirectory() }

  @Test("data synthetic writes the four files, the same for the same seed")
  func files() async throws {
    var sets: [[Data]] = []
    for (folder, options) in [("a", []), ("b", ["--seed", "0"]), ("c", ["--seed", "1"])] {
      let outcome = try await Program.run(
        ["data", "synthetic", "--output", "\(directory.path)/\(folder)"] + options)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("70 000 chiffres"))
      let names = directory.files.filter { $0.hasPrefix("\(folder)/") }
      #expect(names.count == 4)
      sets.append(try names.map { try Data(contentsOf: URL(filePath: "\(directory.path)/\($0)")) })
    }
    #expect(sets[0].map(\.count) == [7_840_016, 10_008, 47_040_016, 60_008])
    #expect(sets[0] == sets[1] && sets[1][0] != sets[2][0])
  }

  @Test(
    "a seed that is no number, a place that cannot be written to, the cache itself",
    arguments: [
      (["--output", "o", "--seed", "-1"], 64, "« -1 » n’est pas un entier"),
      (["--output", "o", "--seed", "18446744073709551616"], 64, "n’est pas un entier"),
      (["--output", "o", "--seed", ""], 64, "n’est pas un entier"),
      (["--seed", "1"], 64, "--output"),
      (["--output", "/dev/null/o"], 73, "/dev/null/o"),
      (["--output", ""], 64, "--output"),
      (["--output", "CACHE/workbook"], 64, "cherche MNIST"),
      (["--output", "CACHE/./x/../workbook/"], 64, "cherche MNIST"),
    ])
  func refused(options: [String], status: Int32, words: String) async throws {
    let options = options.map { $0.replacing("CACHE", with: directory.path) }
    let outcome = try await Program.run(["data", "synthetic"] + options, environment: nowhere)
    #expect(outcome.status == status && outcome.messages.contains(words), "\(outcome.messages)")
    #expect(outcome.output.isEmpty && directory.files.isEmpty)
  }

  @Test("verify refuses to judge, and says how to get MNIST")
  func verify() async throws {
    let outcome = try await Program.run(["verify", "3"], environment: nowhere)
    #expect(outcome.status == 69 && outcome.output.isEmpty)
    #expect(outcome.messages.contains("./workbook data fetch"))
  }

  @Test("a place that was given and holds nothing stays an error")
  func given() async throws {
    let outcome = try await Program.run(
      ["train", "--epochs", "1"], environment: ["WORKBOOK_DATA": directory.path])
    #expect(outcome.status == 66 && outcome.messages.contains("WORKBOOK_DATA"))
  }

  private static let isOptimized =
    ProcessInfo.processInfo.environment["WORKBOOK_EXECUTABLE"] != nil

  @Test("train and predict run on synthetic digits and say so", .enabled(if: isOptimized))
  func trainAndPredict() async throws {
    let network = directory.path + "/réseau.safetensors"
    let quick = ["train", "--layers", "sigmoid:10", "--epochs", "1", "--save", network]
    let told = try await Program.run(quick, environment: nowhere)
    #expect(told.status == 0 && told.output.contains("MNIST est introuvable"), "\(told.messages)")
    let json = try await Program.run(quick + ["--json", "-"], environment: nowhere)
    #expect(json.messages.contains("MNIST est introuvable"))
    #expect(json.output.contains(#""usesSyntheticDigits" : true"#))
    let seen = try await Program.run(["predict", network, "#3"], environment: nowhere)
    #expect(seen.status == 0 && seen.output.contains("MNIST est introuvable"))
  }

  @Test(
    "every chapter runs to its end and says what it runs on",
    .enabled(if: isOptimized && Gnuplot.isInstalled), arguments: 1...6)
  func chapters(number: Int) async throws {
    let shortened = [
      1: ["iterations=1", "seeds=2", "xorSeeds=10", "xorIterations=300"],
      2: ["iterations=1", "seeds=2", "xorSeeds=10", "xorIterations=300"],
      3: ["epochs=1", "contestEpochs=1", "contestSeeds=2", "chaosEpochs=1"],
      4: ["epochs=1", "seeds=2", "contestEpochs=1"],
      5: ["epochs=1", "seeds=2", "images=500"],
      6: ["epochs=1", "seeds=2", "images=200", "readersCount=2", "finalEpochs=1"],
    ]
    let parameters = (shortened[number] ?? []).flatMap { ["-P", $0] }
    let outcome = try await Program.run(
      ["chapter", "\(number)", "--no-code", "--output", directory.path] + parameters,
      environment: nowhere.merging(["COLUMNS": "100"]) { $1 })
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.components(separatedBy: "MNIST est introuvable").count == 2)
    #expect(outcome.output.contains("(chiffres synthétiques)"))
    #expect(!outcome.output.contains("Publiée"), "nothing published is judged")
  }
}
