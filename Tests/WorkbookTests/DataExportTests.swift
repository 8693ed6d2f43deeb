import Foundation
import Testing

@Suite("data export")
struct DataExportTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
  }

  @Test("training on the exported file gives the costs of the IDX files, bit for bit")
  func sameCosts() async throws {
    let settings = ["--layers", "tanh:20,sigmoid:10", "--epochs", "3", "--batch-size", "16"]
    let idx = try await TrainingResult(data: directory.path, settings)
    for options in [[], ["--stored"]] {
      let file = directory.path + "/chiffres d’été.npz"
      let outcome = try await Program.run(
        ["data", "export", file, "--data", directory.path] + options)
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains("300") && outcome.output.contains("60 de test"))
      let npz = try await TrainingResult(data: file, settings)
      #expect(npz.costs == idx.costs && npz.testAccuracy == idx.testAccuracy)
    }
  }

  @Test("an export onto itself reads all before it writes")
  func ontoItself() async throws {
    let file = directory.path + "/a.npz"
    try #require(
      try await Program.run(["data", "export", file, "--data", directory.path]).status == 0)
    let first = try Data(contentsOf: URL(filePath: file))
    #expect(try await Program.run(["data", "export", file, "--data", file]).status == 0)
    #expect(try Data(contentsOf: URL(filePath: file)) == first)
  }

  @Test("a mistake gets one sentence and its status, and leaves no file")
  func mistakes() async throws {
    let archive = directory.path + "/texte.npz"
    try Data("x,y".utf8).write(to: URL(filePath: archive))
    let before = directory.files
    let cases: [(arguments: [String], status: Int32, message: String)] = [
      (["data", "export"], 64, "Il manque l’argument « <fichier> »."),
      (["data", "export", "a.png"], 64, "le nom « a.png » doit finir par .npz"),
      (["data", "export", "/proc/x/y.npz"], 73, "Impossible d’écrire « /proc/x/y.npz »"),
      (["train", "--data", "/nulle/part.npz"], 66, "« /nulle/part.npz » (un fichier"),
      (
        ["data", "export", directory.path + "/b.npz", "--data", archive], 65,
        "il n’est pas une archive ZIP"
      ),
    ]
    for (arguments, status, message) in cases {
      let outcome = try await Program.run(arguments)
      #expect(outcome.status == status && outcome.output.isEmpty)
      #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }
    #expect(directory.files == before)
  }
}
