import Foundation
import ProgramUnderTest

/// Small file systems in memory, where the tests may mount some.
enum Disk {
  static let canMount: Bool = {
    guard let directory = try? TemporaryDirectory() else { return false }
    guard command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", directory.path) else {
      return false
    }
    return command("umount", directory.path)
  }()

  /// A disk of this size for the time of `body`.
  static func small(
    kilobytes: Int, body: (_ path: String) async throws -> Void
  ) async throws {
    let directory = try TemporaryDirectory()
    let options = "size=\(kilobytes)k"
    guard command("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.path) else {
      throw POSIXError(.EPERM)
    }
    defer { _ = command("umount", "-l", directory.path) }
    try await body(directory.path)
  }

  /// Takes every free byte of a mounted disk.
  static func fill(_ path: String) throws {
    let descriptor = open(path + "/plein", O_WRONLY | O_CREAT, 0o644)
    guard descriptor >= 0 else { throw POSIXError(.EIO) }
    defer { close(descriptor) }
    let page = [UInt8](repeating: 7, count: 4096)
    while write(descriptor, page, page.count) > 0 {}
  }

  /// Takes the writing away from a mounted disk.
  static func protect(_ path: String) -> Bool { command("mount", "-o", "remount,ro", path) }

  private static func command(_ words: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
