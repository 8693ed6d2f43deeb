import Experiments
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
    "a submission that was changed leads nowhere: not out of its lines, its folder or its words",
    arguments: [
      (#""number":1"#, #""number":9223372036854775807"#), (#""tasks":1"#, #""tasks":2"#),
      (#""firstLine":0"#, #""firstLine":-1"#), (#""id":"7""#, #""id":"../7""#),
      (#""partition":"cours""#, #""partition":"cours\nrm""#),
      (#""options":[]"#, #""options":["--x;y"]"#),
    ])
  func submissions(sound: String, changed: String) throws {
    let directory = try TemporaryDirectory()
    let folder = SweepFolder(directory.path)
    var submission = SlurmSubmission(
      number: 1, request: SlurmRequest(partition: "cours"), lines: [["0123456789abcdef"]])
    submission.jobs = [.init(id: "7", firstLine: 0, tasks: 1)]
    try submission.save(in: folder)
    #expect(try SlurmSubmission.all(in: folder).count == 1)
    let file = directory.file("jobs/001/submission.json")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(sound))
    try text.replacing(sound, with: changed).write(toFile: file, atomically: true, encoding: .utf8)
    #expect(throws: SlurmError.self) { try SlurmSubmission.all(in: folder) }
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
