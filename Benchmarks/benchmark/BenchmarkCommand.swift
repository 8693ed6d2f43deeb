import ArgumentParser
import Cores
import Foundation

/// Measures this project against its peers; `Benchmarks/run` installs them and calls it.
@main
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Mesure workbook, NumPy, JAX et PyTorch sur le même travail, en alternance.",
    subcommands: [AllCommand.self, TrainCase.self, LimitsCommand.self, MemoryCommand.self],
    defaultSubcommand: AllCommand.self)
}

/// Everything, written beside the sources; or some cases only, printed.
struct AllCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Toutes les mesures, écrites dans les tableaux.")

  @Option(name: .customLong("case"), help: "Mesure seulement ce cas, sans rien écrire ; répétable.")
  var names: [String] = []

  func run() throws {
    let cases = try names.isEmpty ? Case.all() : names.map(Case.named)
    let memory = try names.isEmpty ? PeakMemory() : nil
    let limits = MachineLimits()
    let scaling = try names.isEmpty ? Scaling() : nil
    let duels = try ["float64", "float32"].flatMap { precision in
      try cases.filter { $0.precisions.contains(precision) }.map {
        try Duel($0, precision: precision, contenders: Contender.all(in: $0))
      }
    }
    let tables = DuelTables(duels: duels, limits: limits)
    if let memory, let scaling {
      try Report(tables: tables, memory: memory, scaling: scaling, wholes: Wholes()).write()
      Progress.say("Écrit : Benchmarks/RESULTATS.md, Benchmarks/temps.png.")
    } else {
      print(tables.ratios, tables.times, tables.machine, separator: "\n\n")
    }
  }
}

/// This project's part of one case, as JSON: what the peers' scripts print.
struct TrainCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Entraîne un cas et écrit ses temps et ses coûts en JSON.")

  @Argument var name: String
  @Argument var precision: String
  @Argument var epochs: Int
  @Option var threads: Int?

  func run() throws {
    if let threads { ThreadBudget.limit = threads }
    let work = try Case.named(name)
    let run =
      precision == "float32"
      ? try TrainingRun(work, as: Float.self, epochs: epochs)
      : try TrainingRun(work, as: Double.self, epochs: epochs)
    print(String(decoding: try JSONEncoder().encode(run), as: UTF8.self))
  }
}

struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory", abstract: "Mesure la mémoire que prend un entraînement.")

  func run() throws { print(try PeakMemory().text) }
}

struct LimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits", abstract: "Mesure ce que la machine peut au mieux.")

  func run() {
    let limits = MachineLimits()
    for (name, rates) in [("float64", limits.float64), ("float32", limits.float32)] {
      print(name, rates.alone / 1e9, "Gflop/s,", rates.together / 1e9, "à", limits.threads)
    }
    print("copie", limits.streaming / 1e9, "Go/s")
  }
}
