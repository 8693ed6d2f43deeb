import Experiments
import Files
import Foundation
import FrenchText

/// What Slurm knows of the tasks of a sweep now.
struct SlurmQueue {
  private let states: [SlurmSubmission.Task: (state: String, why: String)]

  private static let running: Set = [
    "RUNNING", "COMPLETING", "CONFIGURING", "SUSPENDED", "STOPPED",
  ]
  private static let waiting: Set = [
    "PENDING", "REQUEUED", "REQUEUE_HOLD", "RESV_DEL_HOLD", "SPECIAL_EXIT",
  ]

  /// Asks for the states of all tasks that Slurm still remembers.
  ///
  /// - Throws: `SlurmError`.
  init(of submissions: [SlurmSubmission]) throws {
    let jobs = Set(submissions.flatMap(\.jobs).map(\.id))
    let answer = try SlurmProgram.run(
      "squeue", ["--me", "--states=all", "--array", "--noheader", "--format=%i|%T|%r"])
    guard answer.status == 0 else {
      throw SlurmError.unreachable(program: "squeue", complaint: answer.complaint)
    }
    var states: [SlurmSubmission.Task: (state: String, why: String)] = [:]
    for line in answer.output.split(separator: "\n") {
      guard let match = line.firstMatch(of: /^(\d+)_(\d+)\|(\w+)\|(.*)$/),
        jobs.contains(String(match.1)), let index = Int(match.2)
      else { continue }
      states[.init(job: String(match.1), index: index)] = (
        String(match.3), String(match.4)
      )
    }
    self.states = states
  }

  func state(of task: SlurmSubmission.Task) -> String? { states[task]?.state }

  func isRunning(_ task: SlurmSubmission.Task) -> Bool {
    states[task].map { Self.running.contains($0.state) } ?? false
  }

  func isAlive(_ task: SlurmSubmission.Task) -> Bool {
    isRunning(task) || states[task].map { Self.waiting.contains($0.state) } ?? false
  }

  /// Why a task waits, where it would wait for ever.
  func obstacle(of task: SlurmSubmission.Task) -> String? {
    guard let (_, why) = states[task] else { return nil }
    return switch why {
    case "PartitionTimeLimit":
      "la durée demandée par --time dépasse celle que permet la partition : annule-les par « scancel » "
        + "et reprends par « ./workbook sweep resume » avec une durée plus courte."
    case "PartitionNodeLimit", "PartitionDown", "PartitionInactive":
      "la partition ne peut pas les prendre : annule-les par « scancel » et reprends par "
        + "« ./workbook sweep resume --partition »."
    case "JobHeldUser", "JobHeldAdmin":
      "elles sont retenues ; « scontrol release » les libère."
    default: nil
    }
  }

  /// Whether a program of Slurm did not reach the controller.
  static func isUnreachable(_ answer: SlurmProgram.Answer) -> Bool {
    [
      "Unable to contact", "Socket timed out", "authentication error", "configuration file",
    ].contains {
      answer.messages.contains($0)
    }
  }
}

/// What became of what a sweep handed over.
enum Cluster {
  /// The states of the trainings whose result is not there; `nil` where none was handed over.
  static func state(of folder: SweepFolder, missing: [PlannedTraining]) throws -> HandedOver? {
    let submissions = try SlurmSubmission.all(in: folder)
    guard !submissions.isEmpty else { return nil }
    let queue = try SlurmQueue(of: submissions)
    // The last task that a training was given to is the one that counts.
    var owners: [String: (submission: SlurmSubmission, task: SlurmSubmission.Task)] = [:]
    for submission in submissions {
      for (task, trainings) in submission.tasks {
        for training in trainings { owners[training] = (submission, task) }
      }
    }
    var (running, waiting) = (0, 0)
    var failures: [(reason: String, count: Int)] = []
    var reasons: [SlurmSubmission.Task: String] = [:]
    var obstacles: [String] = []
    for training in missing.map(\.shortKey) {
      guard let (submission, task) = owners[training] else { continue }
      if queue.isRunning(task) {
        running += 1
      } else if queue.isAlive(task) {
        waiting += 1
        if let obstacle = queue.obstacle(of: task), !obstacles.contains(obstacle) {
          obstacles.append(obstacle)
        }
      } else {
        let log = submission.log(of: task)
        let reason =
          reasons[task]
          ?? SlurmFailure(state: queue.state(of: task), log: "\(folder.path)/\(log)").reason
        reasons[task] = reason
        if let index = failures.firstIndex(where: { $0.reason == reason }) {
          failures[index].count += 1
        } else {
          failures.append((reason, 1))
        }
      }
    }
    return HandedOver(
      running: running, waiting: waiting, obstacles: obstacles,
      failures: failures.map { .init(trainings: $0.count, reason: $0.reason) })
  }
}
