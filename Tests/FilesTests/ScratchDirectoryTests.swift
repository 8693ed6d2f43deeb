import Files
import Foundation
import Testing

@Suite("Private directories")
struct ScratchDirectoryTests {
  @Test("each is new, ours alone, and goes with its owner and all that it holds")
  func lifetime() throws {
    var first: ScratchDirectory? = try ScratchDirectory()
    let second = try ScratchDirectory()
    let path = try #require(first).path
    #expect(path != second.path)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(permissions as? Int == 0o700)
    try WholeFile.write(Data([1]), to: path + "/a/b")
    first = nil
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(FileManager.default.fileExists(atPath: second.path))
  }

  @Test("an interruption removes them all")
  func removeAll() async {
    await #expect(processExitsWith: .success) {
      let directory = try ScratchDirectory()
      ScratchDirectory.removeAll()
      exit(FileManager.default.fileExists(atPath: directory.path) ? 1 : 0)
    }
  }
}
