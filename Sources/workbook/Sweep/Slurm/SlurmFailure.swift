import Files
import Foundation
import FrenchText

/// Why a task ended before all of its trainings were done.
struct SlurmFailure {
  /// A sentence: what happened, and what to do.
  let reason: String

  private static let resume = "« ./workbook sweep resume » la soumet de nouveau"
  private static let longestLog = 16 << 20

  /// - Parameters:
  ///   - state: what Slurm says, as long as it remembers the task.
  ///   - log: the file of the task's output.
  init(state: String?, log path: String) {
    let log = Self.end(of: path)
    let place = " (\(quoted(path)))"
    if log?.contains("DUE TO TIME LIMIT") == true || state == "TIMEOUT" || state == "DEADLINE" {
      reason =
        "le temps permis n’a pas suffi à leur tâche ; ce qu’elle a fini est gardé, et "
        + "« ./workbook sweep resume --time » lui en donne plus."
    } else if log?.contains("DUE TO NODE FAILURE") == true || state == "NODE_FAIL"
      || state == "BOOT_FAIL"
    {
      reason = "la machine de leur tâche est tombée ; \(Self.resume)."
    } else if state == "OUT_OF_MEMORY" || log?.contains("oom_kill") == true
      || log?.contains("oom-kill") == true || log?.contains("exceeded memory limit") == true
      || log?.contains("exceeded job memory limit") == true
    {
      reason =
        "la mémoire n’a pas suffi à leur tâche ; demande-en plus par « ./workbook sweep resume "
        + "--slurm-option --mem=4G »."
    } else if let error = log.flatMap(Self.lastError) {
      reason = "leur tâche a échoué\(place) : \(error)"
    } else if state == "CANCELLED" || state == "PREEMPTED" || state == "REVOKED"
      || log?.contains("CANCELLED AT") == true
    {
      reason = "leur tâche a été annulée ; \(Self.resume)."
    } else if log == nil {
      reason =
        "leur tâche n’a rien pu écrire : annulée avant de commencer, ou son dossier n’est pas visible "
        + "des machines de Slurm ; \(Self.resume)."
    } else {
      reason = "leur tâche a fini avant l’heure\(place) ; \(Self.resume)."
    }
  }

  /// The last kilobytes of a log; `nil` where there is none.
  private static func end(of path: String) -> String? {
    guard let data = try? InputFile.read(path, limit: longestLog) else { return nil }
    return String(decoding: data.suffix(8192), as: UTF8.self)
  }

  private static func lastError(in log: String) -> String? {
    let line = log.split(separator: "\n").last { $0.hasPrefix("Erreur") }
    return line.map { $0.trimmingPrefix(/Erreur\s*:\s*/).description.safeForTerminal }
  }
}
