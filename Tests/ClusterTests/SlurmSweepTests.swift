import Foundation
import ProgramUnderTest
import Testing

@Suite(
  "A sweep by Slurm", .enabled(if: SlurmCluster.isInstalled, SlurmCluster.needsSlurm),
  .timeLimit(.minutes(10)))
struct SlurmSweepTests {
  /// Trainings of a moment.
  private static let quick = [
    "--layers", "relu:8,sigmoid:10", "--layers", "tanh:8,sigmoid:10", "--learning-rate",
    "0.1,0.3,0.5",
    "--seed", "0..3", "--epochs", "2", "--cost", "binary_crossentropy",
  ]
  /// Trainings of a second or two.
  private static let slow = [
    "--layers", "relu:64,sigmoid:10", "--epochs", "700", "--cost", "binary_crossentropy",
  ]
  private static let slurm = ["--on", "slurm"]

  @Test(
    "24 trainings in arrays of the size that Slurm takes give the bytes of the same grid done here")
  func sameBytes() async throws {
    try await SlurmCluster.with(nodes: 2, maxArraySize: 5) { cluster in
      let sweep = try ClusterSweep(cluster)
      let here = try await sweep.run("here", Self.quick)
      #expect(here.status == 0, "\(here.messages)")
      let handed = try await sweep.run(
        "there",
        Self.quick + Self.slurm + ["--tasks-per-job", "2", "--slurm-option", "--comment=cours"])
      #expect(handed.status == 0, "\(handed.messages)")
      // Twelve tasks: five, five and two.
      #expect(handed.output.contains("12 tâches") && handed.output.contains("travaux 1, "))
      try await sweep.wait(for: 24, in: "there")
      #expect(try sweep.results("here") == sweep.results("there"))
      let collected = try await sweep.program(["sweep", "collect", sweep.folder("there")])
      let table = try #require(here.output.range(of: "Rang"))
      #expect(collected.output.contains(here.output[table.lowerBound...].prefix(400)))
      let script = try String(
        contentsOfFile: sweep.folder("there") + "/jobs/001/job.sh", encoding: .utf8)
      #expect(script.contains("#SBATCH --comment=cours\n"))
    }
  }

  @Test("what is cancelled is told, and resume submits that and nothing else")
  func cancellation() async throws {
    try await SlurmCluster.with(nodes: 2) { cluster in
      let sweep = try ClusterSweep(cluster)
      let grid = Self.slow + ["--seed", "0..3"]
      let handed = try await sweep.run("a", grid + Self.slurm + ["--tasks-per-job", "1"])
      #expect(handed.status == 0, "\(handed.messages)")
      try await cluster.wait(for: "1") { $0[1] == "RUNNING" && $0[2] == "RUNNING" }
      let running = try await sweep.program(["sweep", "status", sweep.folder("a")])
      #expect(running.output.contains(/en cours +[1-4]/), "\(running.output)")
      let again = try await sweep.run("a", grid + Self.slurm)
      #expect(again.output.contains("rien à soumettre"), "\(again.output)\(again.messages)")
      #expect(try await cluster.run("scancel", "1_1").status == 0)
      try await cluster.wait(for: "1") { $0[1] == "CANCELLED" }
      try await sweep.wait(for: 3, in: "a")
      let cancelled = try await sweep.program(["sweep", "status", sweep.folder("a")])
      #expect(cancelled.output.contains(/échoués +1/), "\(cancelled.output)")
      #expect(cancelled.output.contains("leur tâche a été annulée"))
      let resumed = try await sweep.program(["sweep", "resume", sweep.folder("a")])
      #expect(resumed.output.contains("1 tâche de 1 entraînement"), "\(resumed.messages)")
      try await sweep.wait(for: 4, in: "a")
    }
  }

  @Test("a node that dies in the middle delays its trainings, and loses none")
  func deadNode() async throws {
    try await SlurmCluster.with(nodes: 2) { cluster in
      let sweep = try ClusterSweep(cluster)
      let grid = Self.slow + ["--seed", "0..7"]
      let handed = try await sweep.run("a", grid + Self.slurm + ["--tasks-per-job", "2"])
      #expect(handed.status == 0, "\(handed.messages)")
      try await cluster.wait(for: "1") { $0.values.count { $0 == "RUNNING" } == 4 }
      try await cluster.killNode("n1")
      try await sweep.wait(for: 8, in: "a")
      let here = try await sweep.run("here", grid)
      #expect(here.status == 0)
      #expect(try sweep.results("here") == sweep.results("a"))
    }
  }

  @Test("a task that fails says why: the last error of its log is in the status")
  func failure() async throws {
    try await SlurmCluster.with { cluster in
      let sweep = try ClusterSweep(cluster)
      let handed = try await sweep.run("a", Self.quick + Self.slurm + ["--slurm-option", "--hold"])
      #expect(handed.status == 0, "\(handed.messages)")
      let held = try await sweep.program(["sweep", "status", sweep.folder("a")])
      #expect(held.output.contains(/en attente +24/), "\(held.output)")
      #expect(held.output.contains("elles sont retenues"))
      let digits = sweep.digits
      try FileManager.default.moveItem(atPath: digits, toPath: digits + "-2")
      #expect(try await cluster.run("scontrol", "release", "1").status == 0)
      try await cluster.wait(for: "1") { $0[0] == "FAILED" }
      let failed = try await sweep.program(["sweep", "status", sweep.folder("a")])
      #expect(failed.output.contains(/échoués +24/), "\(failed.output)")
      #expect(failed.output.contains("leur tâche a échoué"), "\(failed.output)")
      try FileManager.default.moveItem(atPath: digits + "-2", toPath: digits)
      let finished = try await sweep.program(["sweep", "resume", sweep.folder("a"), "--on", "here"])
      #expect(finished.status == 0 && finished.output.contains("24 entraînements faits"))
    }
  }

  @Test("what Slurm refuses is one sentence, and nothing is lost")
  func refusals() async throws {
    try await SlurmCluster.with(settings: ["MaxJobCount=6"]) { cluster in
      let sweep = try ClusterSweep(cluster)
      for (options, sentence) in [
        (["--partition", "nulle"], "a refusé la soumission"),
        (["--slurm-option", "--nonsense"], "a refusé la soumission"),
        (["--tasks-per-job", "1"], "n’a plus de place que pour 5"),
      ] {
        let refused = try await sweep.run("a", Self.quick + Self.slurm + options)
        #expect(
          [64, 69].contains(refused.status) && refused.messages.contains(sentence),
          "\(refused.messages)")
      }
      // Without a number, as many go into a task as the queue has places for.
      let fitting = try await sweep.run("a", Self.quick + Self.slurm)
      #expect(fitting.status == 0, "\(fitting.messages)")
      try await sweep.wait(for: 24, in: "a")
      try await cluster.stop()
      let down = try await sweep.program(["sweep", "status", sweep.folder("a")])
      #expect(down.status == 69 && down.messages.contains("son contrôleur est peut-être arrêté"))
      let collected = try await sweep.program(["sweep", "collect", sweep.folder("a")])
      #expect(collected.status == 0 && collected.output.contains("Rang"))
    }
  }
}

@Suite("A sweep where there is no Slurm")
struct NoSlurmTests {
  @Test("is one sentence that says so")
  func missing() async throws {
    let sweep = try ClusterSweep(directory: TemporaryDirectory(), environment: ["PATH": "/nulle"])
    let outcome = try await sweep.run("a", ["--seed", "0..1", "--epochs", "1", "--on", "slurm"])
    #expect(outcome.status == 69)
    #expect(outcome.messages.contains("Slurm n’est pas installé sur cette machine"))
  }
}

/// Sweeps on small digits, in folders that a cluster's nodes see.
struct ClusterSweep {
  private let directory: TemporaryDirectory
  private let environment: [String: String]

  init(_ cluster: SlurmCluster) throws {
    try self.init(directory: cluster.directory, environment: cluster.environment)
  }

  init(directory: TemporaryDirectory, environment: [String: String]) throws {
    (self.directory, self.environment) = (directory, environment)
    try FileManager.default.createDirectory(atPath: digits, withIntermediateDirectories: true)
    try SmallDigits.write(to: digits)
  }

  var digits: String { directory.file("digits") }

  func folder(_ name: String) -> String { directory.file("sweep-\(name)") }

  func program(_ arguments: [String]) async throws -> Program.Outcome {
    try await Program.run(arguments, environment: environment)
  }

  func run(_ name: String, _ arguments: [String]) async throws -> Program.Outcome {
    try await program(["sweep", "--data", digits, "--output", folder(name)] + arguments)
  }

  /// The bytes of all results by their names.
  func results(_ name: String) throws -> [String: Data] {
    let results = folder(name) + "/results"
    let files = TemporaryDirectory.files(in: results).filter { $0.hasSuffix(".json") }
    return Dictionary(
      uniqueKeysWithValues: try files.map {
        ($0, try Data(contentsOf: URL(filePath: "\(results)/\($0)")))
      })
  }

  /// Waits until so many results are there; the suite's time limit ends the wait that does not.
  func wait(for count: Int, in name: String) async throws {
    while try results(name).count < count { try await Task.sleep(for: .milliseconds(100)) }
  }
}
