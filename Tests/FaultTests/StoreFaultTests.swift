import Foundation
import ProgramUnderTest
import Testing

@Suite("The store of trainings, whatever happens to it")
struct StoreFaultTests {
  private let workspace: Workspace
  private let store: String
  /// Enough epochs for some of its trainings to be worth keeping.
  private var run: [String] { workspace.chapter(["-P", "epochs=60", "--figures", "text"]) }

  init() throws {
    workspace = try Workspace(training: 300)
    store = workspace.directory.file("réserve")
  }

  private func chapter(_ options: [String] = [], store: String? = nil) async throws
    -> Program.Outcome
  {
    try await Program.run(run + options, environment: ["WORKBOOK_STORE": store ?? self.store])
  }

  private var entries: [String] {
    TemporaryDirectory.files(in: store).filter { $0.hasSuffix(".training") }
  }

  @Test("a second run says the same to the last digit, and where its trainings come from")
  func second() async throws {
    let first = try await chapter()
    // Some contenders of its contest are one network at one rate.
    #expect(first.status == 0 && !first.messages.contains("les "), "\(first.messages)")
    let second = try await chapter()
    #expect(second.status == 0 && second.output == first.output)
    #expect(second.messages.contains("Repris de la réserve : "), "\(second.messages)")
    let reasons = try await chapter(["--why", "-P", "seed=1"])
    #expect(reasons.messages.contains("poids de départ : un autre contenu"), "\(reasons.messages)")
    #expect(reasons.messages.contains("« softsign » est une fonction du chapitre"))
    let fresh = try await chapter(["--fresh", "--why"])
    #expect(fresh.output == first.output && fresh.messages.contains("refait, comme demandé"))
    #expect(!fresh.messages.contains("repris"))
  }

  @Test("spoilt entries and what a killed writer left change nothing")
  func spoilt() async throws {
    let first = try await chapter()
    for (index, entry) in entries.enumerated() {
      let path = "\(store)/\(entry)"
      let whole = try Data(contentsOf: URL(filePath: path))
      try Data(whole.prefix(index.isMultiple(of: 2) ? whole.count / 2 : 0))
        .write(to: URL(filePath: path))
    }
    try Data("moitié".utf8).write(to: URL(filePath: store + "/.workbook-x.tmp"))
    let second = try await chapter(["--why"])
    #expect(second.status == 0 && second.output == first.output)
    #expect(second.messages.contains("refait, car son fichier dans la réserve est abîmé"))
    let third = try await chapter()
    #expect(third.output == first.output && third.messages.contains("Repris de la réserve"))
  }

  @Test("a full disk under it costs time and a sentence", .enabled(if: Disk.canMount))
  func full() async throws {
    try await Disk.small(kilobytes: 64) { disk in
      try Disk.fill(disk)
      let outcome = try await chapter(store: disk)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.messages.contains("La réserve ne garde pas tout"))
      #expect(outcome.messages.contains("plus de place"))
      #expect(TemporaryDirectory.files(in: disk) == ["plein"])
    }
  }

  @Test("two workbooks at once, and one that is killed, leave it sound")
  func together() async throws {
    let (command, store) = (run, store)
    let environment = ["WORKBOOK_STORE": store]
    async let killed = Program.run(command, environment: environment, interruptedBy: SIGKILL) {
      wait { !TemporaryDirectory.files(in: store).isEmpty }
    }
    async let one = Program.run(command, environment: environment)
    async let two = Program.run(command, environment: environment)
    let outputs = [try await one, try await two]
    _ = try await killed
    let after = try await chapter()
    #expect(outputs.allSatisfy { $0.status == 0 && $0.output == after.output })
    #expect(after.messages.contains("Repris de la réserve"), "\(after.messages)")
  }

  @Test("store shows and empties it, wherever it is")
  func commands() async throws {
    let environment = ["WORKBOOK_STORE": store]
    let empty = try await Program.run(["store", "status"], environment: environment)
    #expect(empty.output == "\(store) : aucun entraînement, 0 Mo sur 1000 Mo au plus.\n")
    _ = try await chapter()
    #expect(!entries.isEmpty)
    let cleared = try await Program.run(["store", "clear"], environment: environment)
    #expect(cleared.output == "La réserve est vidée.\n" && entries.isEmpty)
    let none = try await Program.run(["store", "status"], environment: ["WORKBOOK_STORE": ""])
    none.expect(64, saying: "WORKBOOK_STORE est vide")
  }
}
