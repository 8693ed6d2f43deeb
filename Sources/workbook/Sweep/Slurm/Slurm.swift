import Experiments
import Files
import Foundation
import FrenchText

/// Slurm as the scheduler of a sweep: job arrays by `sbatch`, their state by `squeue`.
struct Slurm: SweepScheduler {
  private let request: SlurmRequest

  /// A shorter task is mostly Slurm's own work.
  private static let secondsPerTask = 600.0

  init(_ request: SlurmRequest) { self.request = request }

  func queue(of folder: SweepFolder) throws -> Set<String> {
    let submissions = try SlurmSubmission.all(in: folder)
    guard !submissions.isEmpty else { return [] }
    let queue = try SlurmQueue(of: submissions)
    return Set(
      submissions.flatMap(\.tasks).filter { queue.isAlive($0.task) }.flatMap(\.trainings))
  }

  func submit(
    _ trainings: [PlannedTraining], of folder: SweepFolder, lasting seconds: Double
  ) throws -> String {
    let folder = SweepFolder(URL(filePath: folder.path).path)
    // Slurm would take it for one of its patterns, and the script for the end of a line.
    guard !folder.path.contains(where: { $0 == "%" || $0.isNewline }) else {
      throw SlurmError.oddPath(folder.path)
    }
    let limits = try SlurmLimits()
    let perTask = min(
      request.trainingsPerTask ?? Self.trainings(perTask: seconds, trainings.count, limits),
      trainings.count)
    let keys = trainings.map(\.shortKey)
    let lines = stride(from: 0, to: keys.count, by: perTask).map {
      Array(keys[$0..<min($0 + perTask, keys.count)])
    }
    guard lines.count <= limits.free else {
      throw SlurmError.tooManyTasks(
        tasks: lines.count, free: limits.free, limit: limits.jobs)
    }
    warn(ofTimeFor: seconds * Double(perTask))
    let last = try SlurmSubmission.all(in: folder).last?.number ?? 0
    var submission = SlurmSubmission(number: last + 1, request: request, lines: lines)
    try prepare(submission, in: folder)
    for start in stride(from: 0, to: lines.count, by: limits.arraySize) {
      let count = min(limits.arraySize, lines.count - start)
      let id = try sbatch(
        submission, in: folder, firstLine: start, tasks: count, submitted: start)
      submission.jobs.append(.init(id: id, firstLine: start, tasks: count))
      try submission.save(in: folder)
    }
    return "Slurm a pris \(counted(lines.count, "tâche", "tâches")) de "
      + "\(counted(perTask, "entraînement", "entraînements")) au plus "
      + "(\(submission.jobs.count < 2 ? "travail" : "travaux") "
      + "\(submission.jobs.map(\.id).joined(separator: ", "))). "
      + "`./workbook sweep status` dit où elles en sont, `./workbook sweep collect` classe ce qui est fait."
  }

  /// As many as last long enough, and no fewer than the queue has places for.
  static func trainings(perTask seconds: Double, _ count: Int, _ limits: SlurmLimits) -> Int {
    let lasting = seconds > 0 ? Int(min(secondsPerTask / seconds, 10_000)) : 10_000
    let fitting = (count + limits.free - 1) / max(limits.free, 1)
    return max(1, lasting, fitting)
  }

  private func warn(ofTimeFor seconds: Double) {
    guard let time = request.time.flatMap(SlurmTime.seconds), Double(time) < 1.5 * seconds else {
      return
    }
    Messages.send(
      "--time \(request.time ?? "") est court : une tâche prendra environ \(duration(seconds)) sur une "
        + "machine comme celle-ci ; ce qu’elle n’aura pas fini, « ./workbook sweep resume » le refera."
    )
  }

  /// Writes all that the tasks will need: the program as it is now, the list, the script, a place for
  /// logs, without which Slurm would run nothing and say nothing.
  private func prepare(_ submission: SlurmSubmission, in folder: SweepFolder) throws {
    let place = "\(folder.path)/\(submission.name)"
    let program = try FrozenProgram.copy(to: folder)
    let list = submission.lines.map { $0.joined(separator: ",") + "\n" }.joined()
    try WholeFile.write(Data(list.utf8), to: "\(place)/trainings.txt")
    let script = SlurmScript(submission: submission, program: program)
    try WholeFile.write(Data(script.text.utf8), to: "\(place)/job.sh")
    do {
      try FileManager.default.createDirectory(
        atPath: "\(place)/log", withIntermediateDirectories: true)
    } catch {
      throw FileError.cannotWrite(path: "\(place)/log", code: errno)
    }
    try submission.save(in: folder)
  }

  private func sbatch(
    _ submission: SlurmSubmission, in folder: SweepFolder, firstLine: Int, tasks: Int,
    submitted: Int
  ) throws -> String {
    let answer = try SlurmProgram.run(
      "sbatch",
      [
        "--parsable", "--chdir=\(folder.path)", "--array=0-\(tasks - 1)",
        "\(folder.path)/\(submission.name)/job.sh", "\(firstLine)",
      ])
    // On a cluster of clusters, a semicolon and its name follow.
    let id = answer.output.prefix { $0.isASCII && $0.isNumber }
    guard answer.status == 0, !id.isEmpty else {
      if SlurmQueue.isUnreachable(answer) {
        throw SlurmError.unreachable(program: "sbatch", complaint: answer.complaint)
      }
      throw SlurmError.refused(
        complaint: answer.complaint, submitted: submitted, of: submission.lines.count)
    }
    return String(id)
  }
}

/// How much a Slurm takes.
struct SlurmLimits {
  /// The most tasks of one array.
  let arraySize: Int
  /// All tasks together, those that ended a moment ago too, stay below this number.
  let jobs: Int
  /// How many more there may be now.
  let free: Int

  init(arraySize: Int, jobs: Int, held: Int) {
    (self.arraySize, self.jobs) = (arraySize, jobs)
    free = max(0, jobs - 1 - held)
  }

  /// Asks the controller.
  init() throws {
    let answer = try SlurmProgram.run("scontrol", ["show", "config"])
    guard answer.status == 0 else {
      throw SlurmError.unreachable(program: "scontrol", complaint: answer.complaint)
    }
    func value(_ name: String) -> Int? {
      let line = answer.output.split(separator: "\n").first { $0.hasPrefix("\(name) ") }
      return line?.split(separator: "=").last.flatMap {
        Int($0.trimmingCharacters(in: .whitespaces))
      }
    }
    // The first is one more than the highest index; both by default where they are not told.
    let queue = try SlurmProgram.run(
      "squeue", ["--states=all", "--array", "--noheader", "--format=%i"])
    self.init(
      arraySize: max(1, value("MaxArraySize") ?? 1001), jobs: value("MaxJobCount") ?? 10_000,
      held: queue.output.split(separator: "\n").count)
  }
}

/// The program that the tasks run: a copy, for whoever builds anew while they wait changes the original.
enum FrozenProgram {
  /// Copies this program into a sweep's folder, once for each version; returns its path there.
  static func copy(to folder: SweepFolder) throws -> String {
    let path = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let program = try InputFile.read(path, limit: 1 << 30)
    let name = "program/workbook-\(SHA256.hexadecimal(of: program).prefix(12))"
    let target = "\(folder.path)/\(name)"
    if access(target, X_OK) != 0 {
      try WholeFile.write(program, to: target)
      guard chmod(target, 0o755) == 0 else {
        throw FileError.cannotWrite(path: target, code: errno)
      }
    }
    return name
  }
}
