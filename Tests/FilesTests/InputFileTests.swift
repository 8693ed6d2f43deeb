import Files
import Foundation
import Testing

@Suite("Files read whole")
struct InputFileTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

  @Test("the bytes of a file up to the limit")
  func read() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    for bytes in [Data(), Data([1, 2, 3])] {
      try bytes.write(to: URL(filePath: path))
      #expect(try InputFile.read(path, limit: 3) == bytes)
    }
    #expect(throws: InputFileError.tooLarge(path: path, limit: 2)) {
      try InputFile.read(path, limit: 2)
    }
  }

  @Test("what is missing or no file is refused, a pipe without waiting for its writer")
  func refused() throws {
    #expect(throws: InputFileError.cannotRead(path: path, code: ENOENT)) {
      try InputFile.read(path, limit: 9)
    }
    #expect(throws: InputFileError.notRegular(path: "/")) { try InputFile.read("/", limit: 9) }
    #expect(throws: InputFileError.cannotRead(path: "a\0b", code: EINVAL)) {
      try InputFile.read("a\0b", limit: 9)
    }
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    #expect(throws: InputFileError.notRegular(path: path)) { try InputFile.read(path, limit: 9) }
  }
}
