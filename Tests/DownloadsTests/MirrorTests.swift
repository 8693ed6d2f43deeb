import Foundation
import TestServer
import Testing

@testable import Downloads

@Suite("Mirrors")
struct MirrorTests {
  @Test(
    "only addresses of HTTP folders are mirrors",
    arguments: [
      "", "mnist", "/etc", "file:///etc/", "ftp://host/x", "http:", "http://", "http:///mnist",
      "https://user@host/", "https://user:secret@host/", "http://host/?q", "http://host/#f",
      "http://ho st/", "http://host/\u{1B}[31m", "http://host/\n", "javascript:alert(1)",
    ])
  func refused(address: String) { #expect(Mirror(address) == nil) }

  @Test(
    "a file's address is the folder's and its name, with one slash",
    arguments: ["http://host:8000/mnist", "HTTP://host:8000/mnist/"])
  func address(folder: String) throws {
    let url = try #require(Mirror(folder)).url(of: "t10k-labels-idx1-ubyte.gz")
    #expect(url.absoluteString.hasSuffix("://host:8000/mnist/t10k-labels-idx1-ubyte.gz"))
  }

  @Test("every public mirror has an address that is one")
  func published() { #expect(Mirror.mnist.count == 3) }

  @Test("a host that does not exist and a port where nobody listens are told apart")
  func unreachable() async throws {
    let (file, directory) = (try TinyFile(), try TemporaryDirectory())
    let port = try MisbehavingServer { _ in [] }.port
    let mirrors = ["http://127.0.0.1:\(port)/", "http://host.invalid/"].compactMap(Mirror.init)
    var failures: [MirrorFailure] = []
    let download = Download([file.published], from: mirrors, into: directory.path, limits: .brief)
    let recorder = FailureRecorder()
    await #expect(throws: DownloadError.noMirror(file: "tiny-idx1-ubyte", kept: 0)) {
      try await download.run { recorder.add($0) }
    }
    failures = recorder.failures
    #expect(failures.first == .unreachable)
    #expect(failures.count == 2)
    #expect(directory.names.isEmpty)
  }
}

private final class FailureRecorder: @unchecked Sendable {
  private(set) var failures: [MirrorFailure] = []
  func add(_ event: Download.Event) {
    if case .failed(_, _, let failure) = event { failures.append(failure) }
  }
}
