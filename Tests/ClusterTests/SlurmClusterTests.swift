import Foundation
import ProgramUnderTest
import Testing

@Suite(
  "A cluster for tests", .enabled(if: SlurmCluster.isInstalled, SlurmCluster.needsSlurm),
  .timeLimit(.minutes(10)))
struct SlurmClusterTests {
  @Test("a stopped cluster leaves no process")
  func stop() async throws {
    try await SlurmCluster.with { cluster in
      try await cluster.submitPatient(tasks: 0...0, after: "setsid sleep 1000 &")
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
  /// Submits tasks that do not end, and waits until all have started.
  fileprivate func submitPatient(tasks: ClosedRange<Int>, after line: String) async throws {
    let job = try await submit(tasks: tasks, "\(line) echo start; sleep 1000; true")
    try await wait(for: job) { states in
      tasks.allSatisfy { task in
        let text = try? String(contentsOfFile: directory.file("\(task).txt"), encoding: .utf8)
        return states[task] == "RUNNING" && text == "start\n"
      }
    }
  }
}
