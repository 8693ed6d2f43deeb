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
    if let partition { request.partition = partition }
    if let time { request.time = time }
    if let tasksPerJob {
      request.trainingsPerTask = try NumberArgument.whole(
        tasksPerJob, for: "--tasks-per-job", in: SlurmRequest.trainingsPerTask)
    }
    if !slurmOption.isEmpty { request.options = slurmOption }
    try request.check()
    return request
  }
}
