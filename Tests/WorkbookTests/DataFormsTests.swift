import Foundation
import Testing

/// The same digits in each form that `--data` takes.
@Suite("--data in each form")
struct DataFormsTests {
  private let directory: TemporaryDirectory
  private let files: String

  init() throws {
    directory = try TemporaryDirectory()
    files = directory.file("torch/MNIST/raw")
    try FileManager.default.createDirectory(atPath: files, withIntermediateDirectories: true)
    try SmallDigits.write(to: files)
  }

  /// Writes a part of the four files as a table, and returns its path.
  private func writeTable(_ part: String, as name: String) throws -> String {
    let base = URL(filePath: files)
    let images = try Data(contentsOf: base.appending(path: "\(part)-images-idx3-ubyte"))
    let labels = try Data(contentsOf: base.appending(path: "\(part)-labels-idx1-ubyte"))
    let rows = labels.dropFirst(8).enumerated().map { index, label in
      let pixels = images[16 + index * 784..<16 + (index + 1) * 784]
      return "\(label)," + pixels.map(String.init).joined(separator: ",") + "\n"
    }
    let path = directory.file(name)
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(rows.joined().utf8).write(to: url)
    return path
  }

  @Test("a training on the folder above, on archives and on tables has the costs of the four files")
  func sameCosts() async throws {
    let settings = ["--layers", "tanh:20,sigmoid:10", "--epochs", "2", "--batch-size", "16"]
    let expected = try await TrainingResult(data: files, settings)
    let archive = directory.file("mnist.npz")
    try #require(
      try await Program.run(["data", "export", archive, "--data", files]).status == 0)
    let table = try writeTable("train", as: "csv/mnist_train.csv")
    _ = try writeTable("t10k", as: "csv/mnist_test.csv")
    let above = directory.file("torch")
    for place in [above, above + "/MNIST", archive, table, directory.file("csv")] {
      let result = try await TrainingResult(data: place, settings)
      #expect(result.costs == expected.costs && result.testAccuracy == expected.testAccuracy)
    }
  }

  @Test("status tells the form, the files and where the test images come from")
  func status() async throws {
    let above = try await status(directory.file("torch"))
    #expect(above.contains("Dossier : \(files) (donné par --data)"))
    let table = try writeTable("train", as: "csv/train.csv")
    let alone = try await status(table)
    #expect(alone.contains("Fichier CSV : \(table) (donné par --data)"))
    #expect(alone.contains("258 images") && alone.contains("42 étiquettes"))
    #expect(alone.contains("dernier septième") && alone.contains("csv"))
    let test = try writeTable("t10k", as: "csv/test.csv")
    let both = try await status(directory.file("csv"))
    #expect(both.contains("Fichiers CSV : \(table) et \(test) (donné par --data)"))
    #expect(both.contains("60 étiquettes") && !both.contains("septième"))
    let verified = try await Program.run(["data", "verify", "--data", table])
    #expect(verified.status == 65 && verified.messages.contains("ne sont pas celles de MNIST"))
    #expect(!verified.messages.contains("fetch"))
  }

  private func status(_ place: String) async throws -> String {
    let outcome = try await Program.run(
      ["data", "status", "--data", place], environment: ["COLUMNS": "300"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    // Lines are filled as the page is wide.
    return outcome.output.replacing("\n", with: " ")
  }

  @Test("what cannot serve is told in one sentence: what it is, and what would do")
  func refusals() async throws {
    let table = try writeTable("train", as: "csv/train.csv")
    let lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
    let unlabelled = directory.file("test.csv")
    try Data(lines[0].drop { $0 != "," }.dropFirst().utf8).write(to: URL(filePath: unlabelled))
    let broken = directory.file("cassé.csv")
    try Data("\(lines[0])\n\(lines[1]),\u{1B}[31m\n".utf8).write(to: URL(filePath: broken))
    let image = directory.file("chiffre.png")
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D]).write(to: URL(filePath: image))
    let empty = directory.file("vide")
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    let cases: [(place: String, status: Int32, message: String)] = [
      (unlabelled, 65, "sans étiquettes, comme le test.csv de Kaggle"),
      (broken, 65, "a 786 colonnes à la ligne 2 : il en faut 785"),
      (files + "/train-images-idx3-ubyte", 66, "mais il en faut quatre"),
      (image, 66, "commence par 89 50 4e 47"),
      (empty, 66, "Il manque « train-images-idx3-ubyte »"),
    ]
    for (place, status, message) in cases {
      let outcome = try await Program.run(["train", "--data", place, "--epochs", "1"])
      #expect(outcome.status == status && outcome.output.isEmpty)
      #expect(outcome.messages.contains(message), "\(outcome.messages)")
      #expect(!outcome.messages.contains("\u{1B}"))
    }
  }
}
