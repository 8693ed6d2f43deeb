import Files
import Foundation
import Testing

@Suite("Writing to what is open")
struct DescriptorWritingTests {
  @Test("a failure keeps its cause")
  func failure() throws {
    #expect(throws: SystemFailure(code: EBADF)) { try writeAll(Data([1]), to: -1) }
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    #expect(throws: SystemFailure(code: ENOSPC)) { try writeAll(Data([1]), to: full) }
    try writeAll(Data(), to: full)
  }
}
