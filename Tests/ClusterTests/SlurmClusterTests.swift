import Foundation
import ProgramUnderTest
import Testing

@Suite(
  "A cluster for tests", .enabled(if: SlurmCluster.isInstalled, SlurmCluster.needsSlurm),
  .timeLimit(.minutes(2)))
struct SlurmClusterTests {
  @Test("an array runs each of its tasks")
  func array() async throws {
    try await SlurmCluster.with { cluster in
      let job = try await cluster.submit(tasks: 0...3, "echo task $SLURM_ARRAY_TASK_ID")
      let ended = Dictionary(uniqueKeysWithValues: (0...3).map { ($0, "COMPLETED") })
      try await cluster.wait(for: job) { $0 == ended }
      for task in 0...3 { #expect(try cluster.text(of: task) == "task \(task)\n") }
    }
  }

  @Test("a cancelled task leaves the others going")
  func cancellation() async throws {
    try await SlurmCluster.with(nodes: 2) { cluster in
      let job = try await cluster.submitPatient(tasks: 0...3)
      #expect(try await cluster.run("scancel", "\(job)_1").status == 0)
      let states = try await cluster.wait(for: job) { $0[1] == "CANCELLED" }
      #expect([0, 2, 3].allSatisfy { states[$0] == "RUNNING" })
      try cluster.letTasksEnd()
      try await cluster.wait(for: job) { $0.values.count { $0 == "COMPLETED" } == 3 }
      for task in [0, 2, 3] { #expect(try cluster.text(of: task) == "start\nend\n") }
      #expect(try cluster.text(of: 1).contains("CANCELLED"))
    }
  }

  @Test("the tasks of a node that dies start again, and not those of another")
  func deadNode() async throws {
    try await SlurmCluster.with(nodes: 2) { cluster in
      let job = try await cluster.submitPatient(tasks: 0...2)
      let onFirst = try await cluster.run("squeue", "-h", "-r", "-w", "n1", "-o", "%K").output
      let hit = Set(onFirst.split(separator: "\n").compactMap { Int($0) })
      #expect(1...2 ~= hit.count)
      try await cluster.killNode("n1")
      try await cluster.wait(for: job) { states in hit.allSatisfy { states[$0] == "PENDING" } }
      try await cluster.startNode("n1")
      try cluster.letTasksEnd()
      try await cluster.wait(for: job) { $0.values.count { $0 == "COMPLETED" } == 3 }
      for task in 0...2 {
        let again = hit.contains(task) ? "start\n" : ""
        #expect(try cluster.text(of: task) == again + "start\nend\n")
      }
    }
  }

  @Test("a stopped cluster leaves no process")
  func stop() async throws {
    try await SlurmCluster.with { cluster in
      _ = try await cluster.submitPatient(tasks: 0...0, after: "setsid sleep 1000 &")
      let path = cluster.directory.path
      // Three daemons; of the task, slurmstepd, its script and the child that left its session.
      #expect(try Self.processes(of: path).count >= 6)
      try await cluster.stop()
      #expect(try Self.processes(of: path).isEmpty)
    }
  }

  /// The living processes that name a directory in their command line or in their environment.
  private static func processes(of directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { process in
      Int(process) != nil
        && ["cmdline", "environ"].contains { file in
          FileManager.default.contents(atPath: "/proc/\(process)/\(file)")
            .map { String(decoding: $0, as: UTF8.self).contains(directory) } ?? false
        }
    }
  }
}

extension SlurmCluster {
  /// Submits tasks that wait for the test's word, and waits until all have started.
  fileprivate func submitPatient(
    tasks: ClosedRange<Int>, after line: String = ""
  ) async throws -> String {
    let job = try await submit(
      tasks: tasks, "\(line) echo start; until [ -e go ]; do sleep 0.1; done; echo end")
    try await wait(for: job) { states in
      tasks.allSatisfy { states[$0] == "RUNNING" && (try? text(of: $0)) == "start\n" }
    }
    return job
  }

  /// What a task of `submit` wrote.
  fileprivate func text(of task: Int) throws -> String {
    try String(contentsOfFile: directory.file("\(task).txt"), encoding: .utf8)
  }

  fileprivate func letTasksEnd() throws {
    try Data().write(to: URL(filePath: directory.file("go")))
  }
}
