import Foundation
import ProgramUnderTest
import Testing

/// A real Slurm on this machine's loopback, with nodes `n1`, `n2`… of two processors each.
struct SlurmCluster: Sendable {
  /// What a command of the fixture said instead of succeeding.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Whether all that a cluster needs is on the `PATH`, or where Debian has daemons.
  static let isInstalled = ["munged", "sbatch", "slurmctld", "slurmd"].allSatisfy { program in
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return "\(path):/usr/sbin".split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// Why a suite on a cluster does not run.
  static let needsSlurm: Comment = "needs Slurm (Tests/ClusterTests/install)"

  private static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "cluster").path

  /// Where the cluster has its configuration and its logs, and a test what it likes.
  let directory: TemporaryDirectory

  /// What tells Slurm's commands, and the programs that call them, of this cluster.
  var environment: [String: String] { ["SLURM_CONF": directory.file("slurm.conf")] }

  /// Starts a cluster, does something with it, and stops it whatever happened.
  ///
  /// - Parameter settings: further lines of `slurm.conf`, as `MaxJobCount=6`.
  static func with<Value>(
    nodes: Int = 1, maxArraySize: Int = 1001, settings: [String] = [],
    _ body: (SlurmCluster) async throws -> Value
  ) async throws -> Value {
    let cluster = SlurmCluster(directory: try TemporaryDirectory())
    try await cluster.control("start", ["\(nodes)", "\(maxArraySize)"] + settings)
    let result: Value
    do {
      result = try await body(cluster)
    } catch {
      try await cluster.stop()
      throw error
    }
    try await cluster.stop()
    return result
  }

  /// Ends all processes of the cluster, tasks included; a second time does nothing.
  func stop() async throws {
    try await control("stop")
  }

  /// Kills a node with its tasks, as a machine that loses its power.
  func killNode(_ name: String) async throws {
    try await control("kill-node", [name])
  }

  /// Starts a killed node again.
  func startNode(_ name: String) async throws {
    try await control("start-node", [name])
  }

  /// Runs a command of Slurm to its end, whatever its status.
  func run(_ command: String, _ arguments: String...) async throws -> Program.Outcome {
    try await Program.run(
      [command] + arguments, environment: environment, executable: "/usr/bin/env")
  }

  /// Submits an array of tasks that run a line of shell in the cluster's directory; returns the job's
  /// number. Task 3 writes to `3.txt`.
  func submit(tasks: ClosedRange<Int>, _ line: String) async throws -> String {
    let outcome = try await run(
      "sbatch", "--parsable", "--array=\(tasks.lowerBound)-\(tasks.upperBound)",
      "--chdir=\(directory.path)", "--output=%a.txt", "--open-mode=append", "--wrap", line)
    guard outcome.status == 0 else { throw Failure(description: outcome.messages) }
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The state of each task of a job by its index, as `RUNNING`.
  func states(of job: String) async throws -> [Int: String] {
    let outcome = try await run("squeue", "-h", "-r", "-t", "all", "-j", job, "-o", "%K|%T")
    let lines = outcome.output.split(separator: "\n").map { $0.split(separator: "|") }
    return Dictionary(
      uniqueKeysWithValues: lines.compactMap { line in
        Int(line[0]).map { ($0, String(line[1])) }
      })
  }

  /// Waits until the states of a job's tasks are as wanted, and returns them.
  @discardableResult
  func wait(
    for job: String, until areWanted: ([Int: String]) -> Bool
  ) async throws -> [Int: String] {
    while true {
      let states = try await states(of: job)
      if areWanted(states) { return states }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  private func control(_ verb: String, _ arguments: [String] = []) async throws {
    let outcome = try await Program.run(
      [verb, directory.path] + arguments, executable: Self.script)
    guard outcome.status == 0 else { throw Failure(description: outcome.messages) }
  }
}
