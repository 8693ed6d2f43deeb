import ArgumentParser
import Experiments
import FrenchText

/// Where a sweep is done: here, or by Slurm.
struct ClusterOptions: ParsableArguments {
  @Option(
    help: .init(
      "Où : here (cette machine) ou slurm (soumet des tâches, puis rend la main).",
      valueName: "lieu"))
  var on: String?

  @Option(
    parsing: .unconditional, help: .init("Slurm : la partition.", valueName: "nom"))
  var partition: String?

  @Option(
    parsing: .unconditional,
    help: .init(
      "Slurm : la durée permise à une tâche, en minutes ou comme 2:00:00.", valueName: "durée"))
  var time: String?

  @Option(
    parsing: .unconditional,
    help: .init(
      "Slurm : le nombre d’entraînements par tâche (sinon : de quoi l’occuper dix minutes).",
      valueName: "entier"))
  var tasksPerJob: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: .init(
      "Slurm : une option de sbatch, --mem=2G ou --account=cours par exemple ; répétable.",
      valueName: "option"))
  var slurmOption: [String] = []

  /// Who is to do the trainings; `nil` where that is this machine.
  ///
  /// - Throws: `ArgumentError`.
  func scheduler() throws -> Slurm? {
    switch on {
    case nil, "here": return try noneElse()
    case "slurm": return Slurm(try request())
    case let name?:
      throw ArgumentError(
        "--on",
        "\(quoted(name)) n’existe pas\(didYouMean(suggestion(for: name, among: ["here", "slurm"])))"
          + " (lieux : here, slurm).")
    }
  }

  /// The same, where a sweep goes on: by default as it was done before.
  func scheduler(lastUsedFor folder: SweepFolder) throws -> Slurm? {
    guard on == nil, let last = try SlurmSubmission.all(in: folder).last else {
      return try scheduler()
    }
    return Slurm(try request(like: last.request))
  }

  /// Options of Slurm without Slurm are a mistake.
  private func noneElse() throws -> Slurm? {
    let given: [(String, Bool)] = [
      ("--partition", partition != nil), ("--time", time != nil),
      ("--tasks-per-job", tasksPerJob != nil), ("--slurm-option", !slurmOption.isEmpty),
    ]
    if let option = given.first(where: \.1)?.0 {
      throw ArgumentError(option, "cette option ne va qu’avec --on slurm, ajoute-le ou retire-la.")
    }
    return nil
  }

  private func request(like last: SlurmRequest = SlurmRequest()) throws -> SlurmRequest {
    var request = last
    if let partition {
      try Self.check(partition, of: "--partition", signs: "_,.-")
      request.partition = partition
    }
    if let time {
      guard SlurmTime.seconds(time) != nil else {
        throw ArgumentError(
          "--time",
          "\(quoted(time)) n’est pas une durée, écris des minutes, 90, ou heures:minutes:secondes, "
            + "1:30:00.")
      }
      request.time = time
    }
    if let tasksPerJob {
      request.trainingsPerTask = try NumberArgument.whole(
        tasksPerJob, for: "--tasks-per-job", in: 1...10_000)
    }
    for option in slurmOption {
      guard option.hasPrefix("-") else {
        throw ArgumentError(
          "--slurm-option",
          "\(quoted(option)) ne commence pas par un tiret, écris --mem=2G par exemple.")
      }
      try Self.check(option, of: "--slurm-option", signs: "_=:,.+/@%*-[]")
    }
    if !slurmOption.isEmpty { request.options = slurmOption }
    return request
  }

  /// What goes into a script must be a plain word there.
  private static func check(_ text: String, of option: String, signs: String) throws {
    guard !text.isEmpty,
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || signs.contains($0) })
    else {
      throw ArgumentError(
        option,
        "\(quoted(text)) contient un signe qui n’y a pas sa place, écris des lettres et des chiffres."
      )
    }
  }
}

/// What the user asks of Slurm.
struct SlurmRequest: Codable, Equatable {
  var partition: String?
  var time: String?
  /// `nil` for as many as take ten minutes.
  var trainingsPerTask: Int?
  var options: [String] = []
}

/// Durations as `sbatch --time` takes them.
enum SlurmTime {
  /// `90`, `90:00`, `1:30:00`, `1-0`, `1-12:30` or `1-12:30:00`, in seconds; `nil` for anything else.
  static func seconds(_ text: String) -> Int? {
    let halves = text.split(separator: "-", omittingEmptySubsequences: false)
    let parts = halves.last?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard 1...2 ~= halves.count, 1...3 ~= numbers.count, numbers.count == parts.count,
      numbers.allSatisfy({ $0 <= 1_000_000 })
    else { return nil }
    if halves.count == 2 {
      guard let days = Int(halves[0]), 0...10_000 ~= days else { return nil }
      let units = [3600, 60, 1]
      return zip(numbers, units).reduce(days * 86_400) { $0 + $1.0 * $1.1 }
    }
    let units = numbers.count == 3 ? [3600, 60, 1] : [60, 1]
    return zip(numbers, units).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
