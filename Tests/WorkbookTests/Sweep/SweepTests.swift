import Foundation
import Testing

@Suite("A sweep", .serialized)
struct SweepTests {
  private let sweep: SmallSweep

  init() throws { sweep = try SmallSweep() }

  @Test("says how much it is, does it, ranks it, and keeps a file for each training")
  func whole() async throws {
    let outcome = try await sweep.run("a")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("8 entraînements : 2 taux × 4 graines."))
    #expect(
      outcome.output.contains("250 images") && outcome.output.contains("Ils prendront environ"))
    #expect(outcome.output.contains(/1 +0,[15] .*±/) && outcome.output.contains(/2 +0,[15] .*±/))
    #expect(outcome.output.contains("./workbook train --layers relu:8,sigmoid:10"))
    #expect(try sweep.results("a").count == 8)
    #expect(SmallSweep.done(outcome) == 8)
  }

  @Test("done again, it does nothing; grown, it does only what is new")
  func growth() async throws {
    _ = try await sweep.run("a")
    let before = try sweep.results("a")
    let again = try await sweep.run("a")
    #expect(again.status == 0 && again.output.contains("Tous sont faits."))
    #expect(SmallSweep.done(again) == 0)
    let grown = try await sweep.run("a", SmallSweep.grid + ["--learning-rate", "0.2"])
    #expect(SmallSweep.done(grown) == 4 && grown.output.contains("8 sont faits"))
    let after = try sweep.results("a")
    #expect(after.count == 12 && before.allSatisfy { after[$0.key] == $0.value })
    // A part of the grid is there too, and the grown one stays.
    let part = try await sweep.run("a", SmallSweep.grid.map { $0 == "0..3" ? "1" : $0 })
    #expect(part.status == 0 && SmallSweep.done(part) == 0)
    let collected = try await Program.run(["sweep", "collect", sweep.folder("a")])
    #expect(collected.output.contains("3") && !collected.output.contains("manque"))
  }

  @Test(
    "results are the same bytes on one core and with narrow vectors",
    arguments: [["--threads", "1"], ["--threads", "3"], []])
  func bits(threads: [String]) async throws {
    let all = SmallSweep.grid + ["--precision", "float64,float32", "--batch-size", "7,64"]
    let one = try await sweep.run("a", all)
    let other = try await sweep.run(
      "b", all + threads, environment: threads.isEmpty ? Program.narrowVectors : [:])
    #expect(one.status == 0 && other.status == 0, "\(other.messages)")
    #expect(try sweep.results("a").count == 32)
    #expect(try sweep.results("a") == sweep.results("b"))
    // They may also be mixed.
    let mixed = try await sweep.run("a", all, environment: Program.narrowVectors)
    #expect(mixed.status == 0 && SmallSweep.done(mixed) == 0)
  }

  @Test("two at once share the work, and neither does what the other did")
  func sharing() async throws {
    let grid = SmallSweep.grid.map { $0 == "0..3" ? "0..39" : $0 }
    async let one = sweep.run("a", grid + ["--threads", "1"])
    async let other = sweep.run("a", grid + ["--threads", "1"])
    let outcomes = try await [one, other]
    #expect(outcomes.allSatisfy { $0.status == 0 }, "\(outcomes.map(\.messages))")
    #expect(outcomes.map(SmallSweep.done).reduce(0, +) == 80)
    #expect(try sweep.results("a").count == 80)
  }

  @Test("killed again and again, it ends with the results of an undisturbed one")
  func kills() async throws {
    let grid = SmallSweep.grid.map { $0 == "0..3" ? "0..19" : $0 }
    let undisturbed = try await sweep.run("a", grid + ["--json", "-"])
    for attempt in 0..<10 {
      let killed = try await Program.run(sweep.arguments("b", grid), interruptedBy: SIGKILL) {
        Thread.sleep(forTimeInterval: 0.05 + 0.03 * Double(attempt))
      }
      #expect(killed.status == 137 || killed.status == 0)
    }
    let final = try await sweep.run("b", grid + ["--json", "-"])
    #expect(final.status == 0 && final.output == undisturbed.output)
    #expect(try sweep.results("a") == sweep.results("b"))
  }

  @Test("Ctrl-C says how far it came, and the same command goes on")
  func interruption() async throws {
    let grid = SmallSweep.grid.map { $0 == "0..3" ? "0..499" : $0 }
    let file = sweep.folder("a") + "/results"
    let stopped = try await Program.run(sweep.arguments("a", grid), interruptedBy: SIGINT) {
      while !FileManager.default.fileExists(atPath: file) { usleep(1000) }
    }
    #expect(stopped.status == 130)
    #expect(stopped.messages.contains(/\d+ entraînements? sur 1000/), "\(stopped.messages)")
    let count = try sweep.results("a").count
    #expect(0 < count && count < 1000)
    let rest = try await sweep.run("a", grid)
    #expect(rest.status == 0 && SmallSweep.done(rest) == 1000 - count)
  }

  @Test(
    "a result that is cut, changed or another's is done again",
    arguments: ["cut", "changed", "other"])
  func spoilt(how: String) async throws {
    _ = try await sweep.run("a")
    let sound = try sweep.results("a")
    let names = sound.keys.sorted()
    let file = URL(filePath: sweep.folder("a") + names[0])
    let bytes = try #require(sound[names[0]])
    switch how {
    case "cut": try bytes.prefix(100).write(to: file)
    case "changed":
      let text = String(decoding: bytes, as: UTF8.self)
      try Data(text.replacing("\"parameters\":6", with: "\"parameters\":7").utf8).write(to: file)
    default: try #require(sound[names[1]]).write(to: file)
    }
    let again = try await sweep.run("a")
    #expect(again.messages.contains("1 résultat abîmé") && SmallSweep.done(again) == 1)
    #expect(try sweep.results("a") == sound)
  }

  @Test("a disk that takes nothing more is one sentence, and what was done is kept")
  func fullDisk() async throws {
    let full = try await Program.shell(
      #"ulimit -f 1; workbook "$@""#, sweep.arguments("a", SmallSweep.grid + ["--seed", "4..30"]))
    // The first result of 1,200 bytes does not fit into a block of 512.
    #expect(full.status == 73 && full.messages.contains("Impossible d’écrire"), "\(full.messages)")
    #expect(try sweep.results("a").isEmpty)
    let again = try await sweep.run("a", SmallSweep.grid + ["--seed", "4..30"])
    #expect(again.status == 0, "\(again.messages)")
  }

  @Test("train does any of its trainings again, bit for bit")
  func train() async throws {
    let outcome = try await sweep.run("a", SmallSweep.grid + ["--json", "-"])
    let answer = try JSONDecoder().decode(SweepJSONAnswer.self, from: Data(outcome.output.utf8))
    let training = try #require(answer.trainings.last)
    let again = try await Program.run([
      "train", "--data", sweep.directory.file("digits"), "--json", "-", "--layers",
      training.settings["layers"] ?? "", "--learning-rate", training.settings["learningRate"] ?? "",
      "--seed", training.settings["seed"] ?? "", "--epochs", "2", "--cost", "binary_crossentropy",
      "--dev", "50",
    ])
    let alone = try JSONDecoder().decode(
      SweepJSONAnswer.Training.self, from: Data(again.output.utf8))
    #expect(alone == training)
  }
}

/// What `sweep --json` says.
struct SweepJSONAnswer: Decodable {
  struct Training: Decodable, Equatable {
    let settings: [String: String]
    let costs: [Double]
    let devAccuracy, testAccuracy, trainingAccuracy: Double
    let trainingImages, devImages: Int
  }

  struct Combination: Decodable {
    struct Accuracy: Decodable {
      let mean: Double
      let deviation: Double?
    }

    let rank, seeds: Int
    let settings: [String: String]
    let dev: Accuracy
    let withinLuckOfFirst: Bool?
  }

  let missing: Int
  let combinations: [Combination]
  let trainings: [Training]
}
