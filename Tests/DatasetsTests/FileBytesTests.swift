import Foundation
import Testing

@testable import Datasets

struct FileBytesTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("A file gives its bytes, then nothing")
  func readsBytes() throws {
    let source = try FileBytes(file: directory.write([1, 2, 3], as: "file"))
    #expect(source.mostBytes == 3)
    #expect(try source.bytes(2) == [1, 2])
    #expect(try source.bytes(2) == [3])
    #expect(try source.bytes(2) == [])
  }

  @Test("A file that does not exist is unreadable")
  func refusesMissing() {
    let file = directory.file("missing")
    #expect(throws: DatasetError.unreadable(file: file, code: ENOENT)) {
      try FileBytes(file: file)
    }
  }

  @Test("A directory and a named pipe are no files")
  func refusesOtherKinds() throws {
    #expect(throws: DatasetError.notAFile(file: directory.path)) {
      try FileBytes(file: directory.path)
    }
    let pipe = directory.file("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(throws: DatasetError.notAFile(file: pipe)) { try FileBytes(file: pipe) }
  }

  @Test("A file without read permission is unreadable", .enabled(if: geteuid() != 0))
  func refusesForbidden() throws {
    let file = try directory.write([1], as: "secret")
    try #require(chmod(file, 0) == 0)
    #expect(throws: DatasetError.unreadable(file: file, code: EACCES)) {
      try FileBytes(file: file)
    }
  }
}
