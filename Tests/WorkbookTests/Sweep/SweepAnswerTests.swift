import Foundation
import Testing

@Suite("What a sweep answers", .serialized)
struct SweepAnswerTests {
  private let sweep: SmallSweep

  init() throws { sweep = try SmallSweep() }

  @Test("JSON and CSV hold the ranking, best first, and every training")
  func tables() async throws {
    let csv = sweep.directory.file("a.csv")
    let outcome = try await sweep.run("a", SmallSweep.grid + ["--json", "-", "--csv", csv])
    let answer = try JSONDecoder().decode(SweepJSONAnswer.self, from: Data(outcome.output.utf8))
    #expect(answer.trainings.count == 8 && answer.missing == 0)
    #expect(answer.combinations.map(\.rank) == [1, 2])
    #expect(answer.combinations[0].dev.mean >= answer.combinations[1].dev.mean)
    for combination in answer.combinations {
      let accuracies = answer.trainings
        .filter { $0.settings["learningRate"] == combination.settings["learningRate"] }
        .map(\.devAccuracy)
      #expect(accuracies.count == 4)
      #expect(abs(accuracies.reduce(0, +) / 4 - combination.dev.mean) < 1e-9)
    }
    let rows = try String(contentsOfFile: csv, encoding: .utf8).split(separator: "\r\n")
    #expect(rows.count == 3 && rows[0].hasPrefix("rank,layers,"))
    #expect(rows[1].hasPrefix("1,\"relu:8,sigmoid:10\","))
  }

  @Test(
    "a figure for each kind of grid", .enabled(if: Gnuplot.isInstalled),
    arguments: [
      ("seeds", ["--learning-rate", "0.1", "--seed", "0..2"]),
      ("numbers", ["--learning-rate", "0.01,0.1,1", "--seed", "0..2"]),
      ("names", ["--initializer", "he", "--initializer", "xavier", "--seed", "0..2"]),
      ("two", ["--initializer", "he", "--initializer", "xavier", "--learning-rate", "0.1,0.3"]),
      (
        "three",
        [
          "--initializer", "he", "--initializer", "xavier", "--learning-rate", "0.1,0.3",
          "--layers", "relu:8,sigmoid:10", "--layers", "tanh:8,sigmoid:10",
        ]
      ),
    ])
  func figures(name: String, grid: [String]) async throws {
    let file = sweep.directory.file("\(name).svg")
    let outcome = try await sweep.run(name, grid + ["--epochs", "2", "--plot", file])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let figure = try String(contentsOfFile: file, encoding: .utf8)
    #expect(figure.contains("Balayage de") && !figure.contains("aucune valeur"))
  }

  @Test("status, collect and resume work on the folder alone")
  func folder() async throws {
    _ = try await sweep.run("a")
    let names = try sweep.results("a").keys.sorted()
    for name in names.prefix(3) { unlink(sweep.folder("a") + name) }
    let status = try await Program.run(["sweep", "status", sweep.folder("a")])
    #expect(status.output.contains(/faits +5/) && status.output.contains(/manquants +3/))
    let collected = try await Program.run(["sweep", "collect", sweep.folder("a")])
    #expect(collected.output.contains("3 entraînements manquent encore"))
    let key = try #require(names.first?.split(separator: "/").last).prefix(16)
    let work = try await Program.run(["sweep", "work", sweep.folder("a"), "--only", String(key)])
    #expect(work.status == 0 && work.output.contains("1 entraînement fait"), "\(work.messages)")
    let resumed = try await Program.run(["sweep", "resume", sweep.folder("a")])
    #expect(resumed.status == 0 && SmallSweep.done(resumed) == 2, "\(resumed.messages)")
  }

  @Test(
    "a manifest that somebody changed is refused, however odd", arguments: [-5, 0, 251, Int.max])
  func editedSplit(images: Int) async throws {
    _ = try await sweep.run("a")
    let manifest = sweep.folder("a") + "/manifest.json"
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    try text.replacing(/"images" : [0-9]+/, with: "\"images\" : \(images)").write(
      toFile: manifest, atomically: true, encoding: .utf8)
    let resumed = try await Program.run(["sweep", "resume", sweep.folder("a")])
    #expect(resumed.status == 65 && resumed.messages.contains("n’est pas celui qu’un balayage"))
  }

  @Test("digits that moved are named to resume, and folders of one grid's parts come together")
  func moved() async throws {
    _ = try await sweep.run("a")
    _ = try await sweep.run("b", SmallSweep.grid.map { $0 == "0..3" ? "4..5" : $0 })
    let copy = try await Program.shell(
      #"cp -rn "$1/results" "$2/""#, [sweep.folder("b"), sweep.folder("a")])
    #expect(copy.status == 0, "\(copy.messages)")
    let all = try await sweep.run("a", SmallSweep.grid.map { $0 == "0..3" ? "0..5" : $0 })
    #expect(all.output.contains("Tous sont faits.") && all.output.contains("12 entraînements"))
    let (old, new) = (sweep.directory.file("digits"), sweep.directory.file("moved"))
    try FileManager.default.moveItem(atPath: old, toPath: new)
    #expect(try await Program.run(["sweep", "resume", sweep.folder("a")]).status == 66)
    let resumed = try await Program.run(["sweep", "resume", sweep.folder("a"), "--data", new])
    #expect(resumed.status == 0, "\(resumed.messages)")
  }

  @Test("seeds that diverge are counted and named")
  func divergence() async throws {
    let grid = [
      "--layers", "relu:8,sigmoid:10", "--learning-rate", "0.1,1e9", "--seed", "0..2", "--epochs",
      "2",
    ]
    let outcome = try await sweep.run("a", grid)
    #expect(outcome.status == 0 && outcome.output.contains("Divergés"))
    #expect(outcome.output.contains("tous") && outcome.output.contains("n’est plus un nombre fini"))
  }

  @Test(
    "another sweep in the folder is refused, and the folder stays as it was",
    arguments: [
      (["--seed", "7"], "une grille peut grandir, pas changer"),
      (["--dev", "60"], "redemande-les par --images 250 --dev 50"),
      (["--images", "100"], "redemande-les par --images 250 --dev 50"),
      (["other digits"], "porte sur d’autres chiffres"),
    ])
  func refusals(change: [String], sentence: String) async throws {
    _ = try await sweep.run("a")
    let before = try sweep.results("a")
    var arguments = sweep.arguments("a")
    if change == ["other digits"] {
      let other = sweep.directory.file("other")
      try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
      try SmallDigits.write(to: other, training: 299)
      arguments = arguments.map { $0 == sweep.directory.file("digits") ? other : $0 }
    } else if change[0] == "--seed" {
      arguments = arguments.map { $0 == "0..3" ? "7" : $0 }
    } else {
      arguments += change
    }
    let refused = try await Program.run(arguments)
    #expect(refused.status == 64 && refused.messages.contains(sentence), "\(refused.messages)")
    #expect(try sweep.results("a") == before)
  }

  @Test("a manifest of another arithmetic does not mix")
  func arithmetic() async throws {
    _ = try await sweep.run("a")
    let manifest = sweep.folder("a") + "/manifest.json"
    let text = try String(contentsOfFile: manifest, encoding: .utf8)
    try text.replacing(/"arithmetic" : "./, with: "\"arithmetic\" : \"_").write(
      toFile: manifest, atomically: true, encoding: .utf8)
    let refused = try await sweep.run("a")
    #expect(refused.status == 64 && refused.messages.contains("ne se mélangent pas"))
    try "{".write(toFile: manifest, atomically: true, encoding: .utf8)
    let spoilt = try await sweep.run("a")
    #expect(spoilt.status == 65 && spoilt.messages.contains("n’est pas celui qu’un balayage"))
  }

  @Test(
    "a mistake gets one sentence and its status",
    arguments: [
      (["sweep", "--learning-rate", "0.1,x"], 64, "--learning-rate : « x » ne convient pas"),
      (["sweep", "--seed", "9..0"], 64, "--seed : « 9..0 »"),
      (["sweep", "--dev", "0"], 64, "--dev : « 0 » ne convient pas"),
      (["sweep", "--images", "-3"], 64, "--images : « -3 » ne convient pas"),
      (["sweep", "--plot", "a.gif"], 64, "--plot"),
      (["sweep", "--on", "slrum"], 64, "« slrum » n’existe pas"),
      (["sweep", "--partition", "cours"], 64, "ne va qu’avec --on slurm"),
      (["sweep", "--on", "slurm", "--partition", "a b"], 64, "--partition : « a b »"),
      (["sweep", "--on", "slurm", "--time", "demain"], 64, "--time : « demain »"),
      (["sweep", "--on", "slurm", "--slurm-option", "mem"], 64, "--slurm-option : « mem »"),
      (["sweep", "--on", "slurm", "--slurm-option", "--a=$(b)"], 64, "--slurm-option : "),
      (["sweep", "status", "/nulle/part"], 66, "ne contient aucun balayage"),
      (["sweep", "collect", "/"], 66, "ne contient aucun balayage"),
      (["sweep", "statut", "x"], 64, "La commande « statut » n’existe pas"),
    ])
  func mistakes(arguments: [String], status: Int32, sentence: String) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
  }

  @Test("too few images for what is asked are refused before anything is written")
  func split() async throws {
    for (option, value) in [("--dev", "300"), ("--images", "251")] {
      let outcome = try await sweep.run("a", SmallSweep.grid + [option, value])
      #expect(outcome.status == 64 && outcome.messages.contains("\(option) : il y a"))
    }
    #expect(!FileManager.default.fileExists(atPath: sweep.folder("a")))
  }
}
