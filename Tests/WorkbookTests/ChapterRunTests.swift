import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Chapters run by the built program on a tiny data set: everything but the figures' values.
@Suite("A chapter's run", .enabled(if: Gnuplot.isInstalled, "gnuplot is not installed"))
struct ChapterRunTests {
  private let directory: TemporaryDirectory
  private let short = ["-P", "epochs=2", "-P", "contestEpochs=1", "-P", "chaosEpochs=1"]

  init() throws {
    directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
  }

  private func chapter(_ options: [String]) -> [String] {
    ["chapter", "3", "--data", directory.path, "--output", directory.path + "/figures"] + options
  }

  @Test("redirected, it is plain text: not one escape code, and whole figures")
  func plain() async throws {
    let outcome = try await Program.run(chapter(short))
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.isEmpty)
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(outcome.output.contains("Figure 3.1"))
    #expect(outcome.output.contains("Tableau 3.1"))
    #expect(outcome.output.contains("let tanhTraining = launch"))
    let figures = directory.files.filter { $0.hasPrefix("figures/") }
    let names = [
      "chaos-taux", "chaos", "concours", "confusions", "cout-relu", "cout-tanh", "egalite",
      "fautes", "par-coeur", "poids-relu", "poids-tanh", "rejet", "reseau",
    ]
    #expect(figures == names.map { "figures/chapitre-3/\($0).png" })
    for figure in figures {
      let bytes = try Data(contentsOf: URL(filePath: "\(directory.path)/\(figure)"))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      #expect(bytes.suffix(8).starts(with: Data("IEND".utf8)))
    }
  }

  @Test("figures come as SVG and text when asked for, and the code goes away")
  func formats() async throws {
    let outcome = try await Program.run(chapter(short + ["--figures", "svg,text", "--no-code"]))
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("cout-tanh.svg"))
    #expect(outcome.output.contains("+-----"))
    #expect(!outcome.output.contains("let tanhTraining = launch"))
    #expect(directory.files.contains("figures/chapitre-3/cout-tanh.svg"))
    #expect(!directory.files.contains { $0.hasSuffix(".png") })
  }

  @Test("a reader who leaves ends it quietly")
  func head() async throws {
    let process = Program.process(chapter(["-P", "epochs=500"]))
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    try process.run()
    _ = try output.fileHandleForReading.read(upToCount: 100)
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 141)
    #expect(process.terminationReason == .exit)
    #expect(try messages.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test(
    "Ctrl-C and a polite kill during a training leave no partial file",
    arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func interrupted(signal: Int32, status: Int32) async throws {
    try SmallDigits.write(to: directory.path, training: 6000)
    let process = Program.process(chapter(["-P", "epochs=500"]))
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = Data()
    while !String(decoding: text, as: UTF8.self).contains("let sample = ") {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "the chapter ended before its training")
      text += more
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == status)
    // The drawing of the network needs no training: it may be there already.
    let figures = directory.files.filter { $0.hasPrefix("figures/") }
    #expect(figures.allSatisfy { $0 == "figures/chapitre-3/reseau.png" }, "\(figures)")
  }

  @Test("on a terminal, two trainings at once show two bars, and the bars go away")
  func progress() async throws {
    var (master, slave) = (Int32(-1), Int32(-1))
    var size = winsize(ws_row: 40, ws_col: 90, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&master, &slave, nil, nil, &size) == 0)
    defer { close(master) }
    let process = Program.process(
      chapter(["-P", "epochs=3", "-P", "contestEpochs=1", "-P", "chaosEpochs=1"]),
      environment: ["TERM": "xterm"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    try process.run()
    close(slave)
    var shown: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    // A terminal without a writer left ends in an error, not in an end of file.
    while case let count = read(master, &buffer, buffer.count), count > 0 {
      shown += buffer[..<count]
    }
    process.waitUntilExit()
    let screen = String(decoding: shown, as: UTF8.self)
    #expect(process.terminationStatus == 0)
    #expect(screen.contains("tanh 50, sigmoïde 25"))
    #expect(screen.contains("3/3"))
    #expect(screen.contains("\u{1B}[2A\r\u{1B}[J"))
    #expect(screen.hasSuffix("\u{1B}[J"))
  }

  @Test("verify judges every published value and every claim, in JSON too, and its status says it")
  func verify() async throws {
    let outcome = try await Program.run(["verify", "3", "--data", directory.path, "--json", "-"])
    #expect(outcome.status == 1)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let rows = json as? [[String: Any]] ?? []
    let keys: [String: Set<String>] = [
      "comparison": [
        "kind", "chapter", "document", "run", "quantity", "index", "published", "obtained",
        "relativeDifference", "verdict", "isCut",
      ],
      "claim": ["kind", "chapter", "location", "statement", "holds", "isTimed", "digits"],
    ]
    let hasAllKeys = rows.allSatisfy { row in
      Set(row.keys) == keys[row["kind"] as? String ?? ""]
    }
    #expect(hasAllKeys)
    #expect(rows.count { $0["kind"] as? String == "comparison" } == 64)
    #expect(rows.contains { $0["kind"] as? String == "claim" })
    let verdicts = Set(rows.compactMap { $0["verdict"] as? String })
    #expect(verdicts.contains("différent"))
  }
}
