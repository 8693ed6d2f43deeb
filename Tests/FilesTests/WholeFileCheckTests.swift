import Files
import Foundation
import Testing

@Suite("Whether a file can be written")
struct WholeFileCheckTests {
  private let directory = FileManager.default.temporaryDirectory.appending(
    path: UUID().uuidString
  ).path

  @Test("a check leaves no file, and the old one as it was")
  func harmless() throws {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try WholeFile.check(directory + "/a")
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
    try WholeFile.write(Data([7]), to: directory + "/a")
    try WholeFile.check(directory + "/a")
    #expect(FileManager.default.contents(atPath: directory + "/a") == Data([7]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["a"])
  }

  @Test("what write would refuse is refused", arguments: ["", "/", "/proc/x/y", "/dev/null"])
  func refused(path: String) {
    #expect(throws: FileError.self) { try WholeFile.check(path) }
  }
}
