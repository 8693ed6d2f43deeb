import Foundation
import Testing

@testable import Files

@Suite struct WholeFileTests {
  /// A fresh directory for one test, removed with it.
  final class Directory {
    let path = NSTemporaryDirectory() + "/whole-file-\(UUID().uuidString)"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
  }

  private let directory: Directory
  init() throws { directory = try Directory() }

  @Test("A file and the directories above it appear, with nothing beside")
  func createsDirectories() throws {
    let path = directory.path + "/a/b/figure.txt"
    try WholeFile.write(Data("été".utf8), to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "été")
    let beside = try FileManager.default.contentsOfDirectory(atPath: directory.path + "/a/b")
    #expect(beside == ["figure.txt"])
  }

  @Test("A replaced file keeps its permissions, and a link stays a link")
  func replacesThroughLink() throws {
    let target = directory.path + "/target"
    let link = directory.path + "/link"
    try WholeFile.write(Data("old".utf8), to: target)
    #expect(chmod(target, 0o640) == 0)
    #expect(symlink("target", link) == 0)
    try WholeFile.write(Data(), to: link)
    #expect(try Data(contentsOf: URL(fileURLWithPath: target)).isEmpty)
    #expect(FileStatus(target)?.permissions == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target")
    #expect(directory.names.sorted() == ["link", "target"])
  }

  @Test(
    "A path that cannot be a file is refused with its cause, and nothing is left",
    arguments: [
      ("", ENOENT), ("/", EISDIR), ("/d", EISDIR), ("/new/", EISDIR), ("/f/x", ENOTDIR),
      ("/f/x/y", ENOTDIR), ("/a\u{0}b", EINVAL),
      ("/" + String(repeating: "n", count: 300), ENAMETOOLONG),
    ])
  func refuses(name: String, code: Int32) throws {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/d", withIntermediateDirectories: true)
    try WholeFile.write(Data("whole".utf8), to: directory.path + "/f")
    let path = name.isEmpty ? "" : directory.path + name
    #expect(throws: FileError.cannotWrite(path: path, code: code)) {
      try WholeFile.write(Data("new".utf8), to: path)
    }
    #expect(directory.names.sorted() == ["d", "f"])
    #expect(try String(contentsOfFile: directory.path + "/f", encoding: .utf8) == "whole")
  }

  @Test("A pipe is never replaced by a file")
  func refusesPipe() throws {
    let path = directory.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: FileError.notRegular(path: path)) {
      try WholeFile.write(Data(), to: path)
    }
  }

  @Test("Writers of one path leave one whole file")
  func concurrentWriters() async throws {
    let path = directory.path + "/shared"
    await withTaskGroup(of: Void.self) { group in
      for byte in UInt8(0)..<16 {
        group.addTask { try? WholeFile.write(Data(repeating: byte, count: 50_000), to: path) }
      }
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(data.count == 50_000)
    #expect(Set(data).count == 1)
    #expect(directory.names == ["shared"])
  }

  // The lock cannot be given back: the only way to see it is in another process.
  @Test("After blockFurtherWrites no write begins")
  func blocks() async throws {
    let path = directory.path + "/late"
    await #expect(processExitsWith: .success) { [path = path as String] in
      WholeFile.blockFurtherWrites()
      Thread.detachNewThread { try? WholeFile.write(Data(), to: path) }
      try await Task.sleep(for: .milliseconds(100))
      exit(FileManager.default.fileExists(atPath: path) ? 1 : 0)
    }
    #expect(directory.names.isEmpty)
  }
}
