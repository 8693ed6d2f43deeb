import Foundation
import ModelFiles
import ProgramUnderTest
import Testing

/// A directory with a tiny data set, an older result, and the short runs that faults are tried on.
struct Workspace {
  let directory: TemporaryDirectory
  /// What stood in the older result.
  static let older = Data("un résultat plus ancien".utf8)

  init(training: Int = 100) throws {
    directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path, training: training)
  }

  /// Chapter 3 in a few seconds: prose, trainings, thirteen figures.
  func chapter(_ options: [String] = [], output: String? = nil) -> [String] {
    [
      "chapter", "3", "--data", directory.path, "--output", output ?? directory.file("figures"),
      "-P", "epochs=1", "-P", "contestEpochs=1", "-P", "contestSeeds=2", "-P", "chaosEpochs=1",
    ] + options
  }

  /// One figure, without a training.
  func figure(output: String? = nil) -> [String] {
    ["activation", "relu", "--output", output ?? directory.file("figures")]
  }

  func train(_ options: [String] = []) -> [String] {
    ["train", "--data", directory.path, "--layers", "sigmoid:10", "--epochs", "1"] + options
  }

  /// Puts the older result at a path, directories included.
  static func putOlderResult(at path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try older.write(to: URL(filePath: path))
  }
}

/// What is wrong with the files of a directory: temporary ones, and those that are not whole.
func faults(of directory: String) -> [String] {
  TemporaryDirectory.files(in: directory).filter { name in
    let bytes = FileManager.default.contents(atPath: "\(directory)/\(name)") ?? Data()
    if bytes == Workspace.older { return false }
    return switch URL(filePath: name).pathExtension {
    case "tmp": true
    case "png":
      !(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        && bytes.suffix(8).elementsEqual([0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]))
    case "svg": !String(decoding: bytes.suffix(8), as: UTF8.self).contains("</svg>")
    case "json": (try? JSONSerialization.jsonObject(with: bytes)) == nil
    case "safetensors":
      (try? NetworkFile.load(Double.self, from: "\(directory)/\(name)")) == nil
    default: false
    }
  }
}

/// Waits for something to be so, for twenty seconds at most.
func wait(until condition: () -> Bool) {
  let end = ContinuousClock.now + .seconds(20)
  while !condition(), .now < end { usleep(200) }
}

extension Program.Outcome {
  /// Expects this status and one French sentence that contains `part`; nothing at all for `nil`.
  func expect(
    _ status: Int32, saying part: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status, "\(messages)", sourceLocation: sourceLocation)
    guard let part else {
      #expect(messages.isEmpty, sourceLocation: sourceLocation)
      return
    }
    let lines = messages.split(separator: "\n")
    #expect(lines.count == 1, "\(messages)", sourceLocation: sourceLocation)
    #expect(messages.hasPrefix("Erreur : "), sourceLocation: sourceLocation)
    #expect(messages.contains(part), "\(messages)", sourceLocation: sourceLocation)
  }
}
