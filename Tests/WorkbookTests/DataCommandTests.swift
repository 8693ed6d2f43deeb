import Foundation
import TestServer
import Testing

@Suite("workbook data")
struct DataCommandTests {
  /// A server that sends half of a file, then nothing more.
  private static func stalling() throws -> MisbehavingServer {
    try MisbehavingServer { _ in
      [
        .head("200 OK", ["Content-Length: 100000"]), .send(Data(count: 50_000)),
        .pause(.seconds(120)),
      ]
    }
  }

  @Test("status names the place, who chose it, and what is missing")
  func status() async throws {
    let directory = try TemporaryDirectory()
    let empty = try await Program.run(
      ["data", "status"], environment: ["WORKBOOK_DATA": directory.path, "COLUMNS": "200"])
    #expect(empty.status == 0)
    #expect(empty.output.contains("\(directory.path) (donné par WORKBOOK_DATA)"))
    #expect(empty.output.components(separatedBy: "manque").count == 6)

    try SmallDigits.write(to: directory.path)
    let small = try await Program.run(["data", "status", "--data", directory.path])
    #expect(small.status == 0)
    #expect(small.output.contains("300 étiquettes") && small.output.contains("60 images"))
    #expect(small.output.components(separatedBy: "autre contenu").count == 5)

    let archive = directory.path + "/chiffres.npz"
    #expect(
      try await Program.run(["data", "export", archive, "--data", directory.path]).status == 0)
    let packed = try await Program.run(["data", "status", "--data", archive])
    #expect(packed.status == 0 && packed.output.contains("300 étiquettes"))
    #expect(packed.output.components(separatedBy: "autre contenu").count == 5)
    #expect(packed.output.contains("ne sont pas celles de MNIST"))
    #expect(try await Program.run(["data", "verify", "--data", archive]).status == 65)
    try Data("x".utf8).write(to: URL(filePath: archive))
    #expect(try await Program.run(["data", "status", "--data", archive]).status == 65)

    let nowhere = try await Program.run(["data", "status", "--data", "/nulle/part"])
    #expect(nowhere.status == 66)
  }

  @Test("verify tells files that are missing from files with another content")
  func verify() async throws {
    let directory = try TemporaryDirectory()
    let missing = try await Program.run(["data", "verify", "--data", directory.path])
    #expect(missing.status == 69)
    #expect(missing.messages.contains("workbook data fetch"))

    try SmallDigits.write(to: directory.path)
    let wrong = try await Program.run(["data", "verify", "--data", directory.path])
    #expect(wrong.status == 65)
    #expect(wrong.output.split(separator: "\n").count == 4)
    #expect(wrong.output.contains("t10k-labels-idx1-ubyte : faux (SHA-256 "))
  }

  @Test("MNIST itself is right", .enabled(if: Program.mnist != nil))
  func published() async throws {
    let directory = try #require(Program.mnist)
    let outcome = try await Program.run(["data", "verify", "--data", directory])
    #expect(outcome.status == 0)
    #expect(outcome.output.components(separatedBy: " : juste").count == 5)
  }

  @Test("fetch without a mirror that answers says why and leaves nothing")
  func unreachable() async throws {
    let directory = try TemporaryDirectory()
    let port = try MisbehavingServer { _ in [] }.port
    let outcome = try await Program.run([
      "data", "fetch", "--data", directory.path, "--mirror", "http://127.0.0.1:\(port)/",
    ])
    #expect(outcome.status == 69)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.count == 2, "\(outcome.messages)")
    #expect(lines.first?.hasSuffix("connexion impossible.") == true)
    #expect(directory.files.isEmpty)
  }

  @Test("fetch leaves another data set alone")
  func occupied() async throws {
    let directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
    let before = directory.files
    let outcome = try await Program.run(["data", "fetch", "--data", directory.path])
    #expect(outcome.status == 65 && outcome.messages.contains("--replace"))
    #expect(directory.files == before)
  }

  @Test(
    "what is no mirror is refused, without its escape codes",
    arguments: ["file:///etc/", "\u{1B}]0;titre\u{7}", "http://h/$(reboot)?`x`", "http://a b/"])
  func mirrors(address: String) async throws {
    let outcome = try await Program.run(["data", "fetch", "--mirror", address])
    #expect(outcome.status == 64)
    #expect(!outcome.messages.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
  }

  @Test(
    "a signal in the middle leaves the partial file only",
    arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func signals(number: Int32, status: Int32) async throws {
    let directory = try TemporaryDirectory()
    let server = try Self.stalling()
    let partial = directory.file(".train-images-idx3-ubyte.partial")
    let outcome = try await Program.run(
      [
        "data", "fetch", "--data", directory.path, "--mirror", server.address, "--patience", "100",
      ],
      interruptedBy: number
    ) {
      let end = ContinuousClock.now + .seconds(100)
      while Self.size(of: partial) < 50_000, .now < end { usleep(20_000) }
    }
    #expect(outcome.status == status, "\(outcome.messages)")
    #expect(directory.files == [".train-images-idx3-ubyte.partial"])
  }

  private static func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }

  @Test("a mistyped command of data is named")
  func mistake() async throws {
    let outcome = try await Program.run(["data", "fetsh"])
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("« fetsh » n’existe pas ; voulais-tu dire « fetch » ?"))
  }
}
