import Foundation
import TestServer
import Testing

/// What the first command does about MNIST, where nobody has named a place for it.
@Suite("The first command, without MNIST")
struct FirstDownloadTests {
  private let cache: TemporaryDirectory
  private static let announcement = "Téléchargement de MNIST"
  private static let marker = "workbook/.mnist-tried"
  private static let train = ["train", "--layers", "sigmoid:10", "--epochs", "1"]

  init() throws { cache = try TemporaryDirectory() }

  private func run(
    _ arguments: [String], mirrors: [String], _ environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    let given = [
      "XDG_CACHE_HOME": cache.path, "WORKBOOK_MIRRORS": mirrors.joined(separator: " "),
      // A server that answers may be slow to: the tests keep the machine busy.
      "WORKBOOK_PATIENCE": "60",
    ]
    return try await Program.run(arguments, environment: given.merging(environment) { $1 })
  }

  /// A server that has no file.
  private static func empty() throws -> MisbehavingServer {
    try MisbehavingServer { _ in [.head("404 Not Found")] }
  }

  /// A server of the files of a directory.
  private static func serving(_ directory: String) throws -> MisbehavingServer {
    try MisbehavingServer { request in
      let name = request.path.split(separator: "/").last.map(String.init) ?? ""
      guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else {
        return [.head("404 Not Found")]
      }
      return [.head("200 OK", ["Content-Length: \(data.count)"]), .send(data)]
    }
  }

  @Test(
    "a download that fails is told and not tried again, and the command goes on without MNIST",
    arguments: [
      (["verify", "5"], 69), (train, 0),
      (["chapter", "1", "--output", "CACHE/figures", "-P", "iterations=3", "-P", "seeds=2"], 0),
    ] as [([String], Int32)])
  func failure(arguments: [String], status: Int32) async throws {
    guard arguments[0] != "chapter" || Gnuplot.isInstalled else { return }
    let arguments = arguments.map { $0.replacing("CACHE", with: cache.path) }
    let server = try Self.empty()
    let first = try await run(arguments, mirrors: [server.address])
    #expect(first.status == status)
    let told = """
      Téléchargement de MNIST, pour cette fois et les suivantes…
      MNIST ne se télécharge pas : il n’a pas ce fichier (erreur 404). Pour réessayer : \
      ./workbook data fetch

      """
    #expect(first.messages.hasPrefix(told), "\(first.messages)")
    #expect(cache.files.contains(Self.marker))
    let asked = server.requests
    #expect(!asked.isEmpty)

    let second = try await run(arguments, mirrors: [server.address])
    #expect(second.status == status)
    #expect(second.messages == String(first.messages.dropFirst(told.count)))
    #expect(server.requests == asked)
  }

  @Test("without network, it goes on at once")
  func offline() async throws {
    let port = try MisbehavingServer { _ in [] }.port
    let outcome = try await run(["verify", "5"], mirrors: ["http://127.0.0.1:\(port)/"])
    #expect(outcome.status == 69)
    #expect(outcome.messages.contains("pas : connexion impossible. Pour"), "\(outcome.messages)")
  }

  @Test("mirrors that say nothing hold it up for seconds, all together")
  func silence() async throws {
    let servers = try (0..<4).map { _ in
      try MisbehavingServer { _ in [.pause(.seconds(120))] }
    }
    let outcome = try await run(
      ["verify", "5"], mirrors: servers.map(\.address), ["WORKBOOK_PATIENCE": ""])
    #expect(outcome.status == 69 && outcome.messages.contains("pas de réponse"))
    // The first is given three of the five seconds, the second the rest.
    #expect(servers[2].requests.isEmpty && servers[3].requests.isEmpty)
  }

  @Test(
    "with a mirror that has it, it computes on MNIST, and nothing else stays in the cache",
    .enabled(if: Program.mnist != nil))
  func success() async throws {
    let server = try Self.serving(try #require(Program.mnist))
    let first = try await run(Self.train, mirrors: [server.address])
    #expect(first.status == 0 && !first.output.contains("introuvable"), "\(first.messages)")
    #expect(first.messages.contains("MNIST est dans « \(cache.path)/workbook »."))
    #expect(cache.files.count == 4 && !cache.files.contains(Self.marker))
    let asked = server.requests
    let second = try await run(Self.train, mirrors: [server.address])
    #expect(second.status == 0 && server.requests == asked)
    #expect(!second.messages.contains(Self.announcement))
  }

  @Test("data fetch still asks after a failure, and its own failure keeps others from asking")
  func fetch() async throws {
    let server = try Self.empty()
    for _ in 0..<2 {
      let before = server.requests.count
      let outcome = try await run(["data", "fetch", "--patience", "60"], mirrors: [server.address])
      #expect(outcome.status == 69 && server.requests.count > before)
    }
    #expect(cache.files == [Self.marker])
    let later = try await run(["verify", "5"], mirrors: [server.address])
    #expect(later.status == 69 && !later.messages.contains(Self.announcement))
  }

  @Test("a place that was named is the only one looked at")
  func named() async throws {
    let server = try Self.empty()
    let place = cache.file("nommé")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let option = try await run(["verify", "5", "--data", place], mirrors: [server.address])
    let variable = try await run(
      ["verify", "5"], mirrors: [server.address], ["WORKBOOK_DATA": place])
    for outcome in [option, variable] {
      #expect(!outcome.messages.contains(Self.announcement), "\(outcome.messages)")
    }
    #expect(server.requests.isEmpty && cache.files.isEmpty)
  }

  @Test("where the cache takes no file, nothing is tried")
  func unwritable() async throws {
    let server = try Self.empty()
    let outcome = try await run(
      ["verify", "5"], mirrors: [server.address], ["XDG_CACHE_HOME": "/proc/nulle/part"])
    #expect(outcome.status == 69 && !outcome.messages.contains(Self.announcement))
    #expect(server.requests.isEmpty)
  }

  @Test("mirrors and a patience that are none are refused")
  func mistake() async throws {
    let patience = try await run(["verify", "5"], mirrors: [], ["WORKBOOK_PATIENCE": "dix"])
    #expect(patience.status == 64)
    #expect(patience.messages.contains("WORKBOOK_PATIENCE : écris un nombre de secondes entre 1"))
    let outcome = try await run(["verify", "5"], mirrors: ["ftp://h/"])
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("WORKBOOK_MIRRORS : « ftp://h/ » n’est pas l’adresse"))
    #expect(cache.files.isEmpty)
  }
}
