import Experiments
import Files
import Foundation

/// What was handed to Slurm at once: `jobs/001/` in the sweep's folder, with the script, the list of
/// trainings, a line for each task, and the logs.
struct SlurmSubmission: Codable {
  /// One array of tasks, as `sbatch` took it.
  struct Job: Codable {
    let id: String
    /// The line of its first task, from 0.
    let firstLine: Int
    let tasks: Int
  }

  let number: Int
  let request: SlurmRequest
  /// The trainings of each task, by the first signs of their keys.
  let lines: [[String]]
  var jobs: [Job] = []

  private static let largestFile = 512 << 20

  init(number: Int, request: SlurmRequest, lines: [[String]]) {
    (self.number, self.request, self.lines) = (number, request, lines)
  }

  /// Its folder, in that of the sweep.
  var name: String { "jobs/" + (number < 1000 ? String("00\(number)".suffix(3)) : "\(number)") }

  /// The log of a task, in the sweep's folder.
  func log(of task: Task) -> String { "\(name)/log/\(task.job)_\(task.index).txt" }

  /// A task by the names that Slurm gives it.
  struct Task: Hashable {
    let job: String
    let index: Int
  }

  /// All tasks that were taken, with their trainings.
  var tasks: [(task: Task, trainings: [String])] {
    jobs.flatMap { job in
      (0..<job.tasks).map { (Task(job: job.id, index: $0), lines[job.firstLine + $0]) }
    }
  }

  /// Whether it can have been written here: numbers lead to lines and into paths, words into a script.
  private var isSound: Bool {
    let perTask = request.trainingsPerTask ?? 1
    return (1..<1_000_000).contains(number) && SlurmRequest.trainingsPerTask.contains(perTask)
      && (try? request.check()) != nil
      && jobs.allSatisfy { job in
        job.id.allSatisfy { $0.isASCII && $0.isNumber } && job.firstLine >= 0 && job.tasks >= 0
          && job.tasks <= lines.count - job.firstLine
      }
  }

  func save(in folder: SweepFolder) throws {
    let data = try JSONEncoder().encode(self)
    try WholeFile.write(data, to: "\(folder.path)/\(name)/submission.json")
  }

  /// The submissions of a sweep, oldest first.
  ///
  /// - Throws: `SlurmError` for one that is not what was written.
  static func all(in folder: SweepFolder) throws -> [SlurmSubmission] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/jobs")) ?? []
    return try names.compactMap { name in
      let file = "\(folder.path)/jobs/\(name)/submission.json"
      guard FileManager.default.fileExists(atPath: file) else { return nil }
      let data = try InputFile.read(file, limit: largestFile)
      guard let submission = try? JSONDecoder().decode(SlurmSubmission.self, from: data),
        submission.isSound
      else { throw SlurmError.spoiltSubmission(file: file) }
      return submission
    }.sorted { $0.number < $1.number }
  }
}
