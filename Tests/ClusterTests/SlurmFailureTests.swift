import Foundation
import ProgramUnderTest
import Testing

@testable import workbook

@Suite("Why a task of Slurm failed")
struct SlurmFailureTests {
  @Test(
    "state and log together name the cause, in the words that Slurm 22.05 writes",
    arguments: [
      (
        "TIMEOUT",
        "slurmstepd-n2: error: *** JOB 10 ON n2 CANCELLED AT 2026-11-28T03:14:01 DUE TO TIME LIMIT ***",
        "le temps permis n’a pas suffi"
      ),
      (
        nil, "slurmstepd: error: *** JOB 10 ON n2 CANCELLED AT … DUE TO TIME LIMIT ***",
        "le temps permis"
      ),
      (
        "CANCELLED", "slurmstepd-n1: error: *** JOB 5 ON n1 CANCELLED AT 2026-11-28T03:14:01 ***",
        "annulée"
      ),
      ("NODE_FAIL", "", "la machine de leur tâche est tombée"),
      ("OUT_OF_MEMORY", "slurmstepd: error: Detected 1 oom_kill event", "la mémoire n’a pas suffi"),
      (
        "FAILED",
        "slurmstepd-n1: error: StepId=1.batch exceeded memory limit (3 > 2), being killed",
        "la mémoire n’a pas suffi"
      ),
      ("FAILED", "Erreur\u{A0}: Impossible d’écrire « x »", "Impossible d’écrire « x »"),
      ("FAILED", nil, "n’a rien pu écrire"),
      (nil, nil, "annulée avant de commencer"),
      ("COMPLETED", "4 entraînements faits sur 4.", "a fini avant l’heure"),
    ] as [(String?, String?, String)])
  func reasons(state: String?, log: String?, words: String) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("log.txt")
    try log?.write(toFile: path, atomically: true, encoding: .utf8)
    let reason = SlurmFailure(state: state, log: path).reason.replacing("\u{A0}", with: " ")
    #expect(reason.contains(words), "\(reason)")
    #expect(reason.hasSuffix(".") || log?.hasPrefix("Erreur") == true)
  }

  @Test("a log's escape sequences do not reach the terminal")
  func safety() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("log.txt")
    try "Erreur : \u{1B}[2Jrien".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(!SlurmFailure(state: "FAILED", log: path).reason.contains("\u{1B}"))
  }

  @Test(
    "durations as sbatch takes them",
    arguments: [
      ("90", 5400), ("90:30", 5430), ("1:30:00", 5400), ("1-0", 86_400), ("1-12:30", 131_400),
      ("2-00:00:01", 172_801), ("", nil), ("demain", nil), ("1:2:3:4", nil), ("-5", nil),
      ("1-", nil),
      ("١", nil),
    ] as [(String, Int?)])
  func times(text: String, seconds: Int?) { #expect(SlurmTime.seconds(text) == seconds) }

  @Test("a task lasts some ten minutes, and there are no more tasks than places")
  func sizes() {
    let roomy = SlurmLimits(arraySize: 1001, jobs: 10_000, held: 0)
    #expect(Slurm.trainings(perTask: 60, 300, roomy) == 10)
    #expect(Slurm.trainings(perTask: 6000, 300, roomy) == 1)
    #expect(Slurm.trainings(perTask: 0.001, 300, roomy) == 10_000)
    let narrow = SlurmLimits(arraySize: 1001, jobs: 11, held: 4)
    #expect(narrow.free == 6 && Slurm.trainings(perTask: 6000, 300, narrow) == 50)
  }
}
