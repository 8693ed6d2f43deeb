import Foundation
import Testing

/// The script that a newcomer runs, in a folder where the program is already built.
@Suite("./workbook setup")
struct SetupTests {
  let root: TemporaryDirectory
  let cache: TemporaryDirectory

  init() throws {
    (root, cache) = (try TemporaryDirectory(), try TemporaryDirectory())
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = FileManager.default
    for folder in ["Sources", "Plugins", "chapters", "exercices"] {
      try files.createDirectory(
        atPath: "\(root.path)/\(folder)", withIntermediateDirectories: true)
    }
    try root.copyProgram(package.appending(path: "workbook").path)
    try files.copyItem(
      atPath: package.appending(path: "Package.swift").path, toPath: "\(root.path)/Package.swift")
    try Compiler.install(in: root.path)
  }

  /// Runs the script where no address can be reached, even on a machine that has a network.
  private func setup(_ environment: [String: String] = [:]) async throws -> Program.Outcome {
    let offline = ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy"]
      .map { ($0, "http://127.0.0.1:1") }
    let given = Dictionary(uniqueKeysWithValues: offline)
      .merging(["XDG_CACHE_HOME": cache.path, "no_proxy": ""]) { $1 }
      .merging(Compiler.environment(in: root.path)) { $1 }
      .merging(environment) { $1 }
    return try await Program.run(
      ["setup"], environment: given, executable: "\(root.path)/workbook")
  }

  @Test("without network, it says what the chapters do and how to try again, and succeeds")
  func offline() async throws {
    let outcome = try await setup()
    #expect(outcome.status == 0)
    let ending = """
      Sans MNIST, les chapitres se racontent sur des chiffres synthétiques ; pour réessayer : \
      ./workbook data fetch
      Tout est prêt : ./workbook chapter 3

      """
    #expect(outcome.messages.hasSuffix(ending), "\(outcome.messages)")
    // The first chapter will not try again.
    #expect(cache.files == ["workbook/.mnist-tried"])
  }

  @Test("with WORKBOOK_DATA, nothing is downloaded")
  func given() async throws {
    let outcome = try await setup(["WORKBOOK_DATA": "/nulle/part"])
    #expect(outcome.status == 0)
    #expect(outcome.messages.hasSuffix("Tout est prêt : ./workbook chapter 3\n"))
    #expect(!outcome.messages.contains("Téléchargement"))
  }

  @Test("with MNIST in the cache, nothing is downloaded", .enabled(if: Program.mnist != nil))
  func cached() async throws {
    let directory = try #require(Program.mnist)
    try FileManager.default.createSymbolicLink(
      atPath: "\(cache.path)/workbook", withDestinationPath: directory)
    let outcome = try await setup()
    #expect(outcome.status == 0)
    #expect(outcome.messages.hasSuffix("Tout est prêt : ./workbook chapter 3\n"))
    #expect(!outcome.messages.contains("Téléchargement"))
  }
}
