import Datasets
import Foundation

/// One published file, brought by one mirror at a time into its partial file.
struct FileDownload {
  let file: PublishedFile
  let partial: PartialFile
  let limits: DownloadLimits
  /// Hears how many bytes are there, of how many where that is known.
  let progress: (_ received: Int, _ total: Int?) -> Void

  /// The most bytes that a file with this content has as it is sent: gzip makes nothing longer than
  /// by a header and five bytes in 16 KiB.
  static func mostBytes(of file: PublishedFile) -> Int { file.size + file.size / 1000 + 4096 }

  /// The file, packed or not, with the published content; the answers that break off are taken up.
  ///
  /// Throws a `MirrorFailure`, or a `FileError` where the disk does not follow.
  func bring(from mirror: Mirror) async throws -> Data {
    do {
      return try await bring(mirror.url(of: file.name + ".gz"))
    } catch MirrorFailure.status(403), MirrorFailure.status(404) {
      // A classroom's mirror may be a folder of unpacked files.
      return try await bring(mirror.url(of: file.name))
    }
  }

  private func bring(_ url: URL) async throws -> Data {
    var resumptions = 0
    while true {
      let before = partial.origin?.url == url ? partial.count : 0
      do {
        try await transfer(url, from: before)
        if let data = try checked() { return data }
        try partial.restart(from: nil)
        // Two halves that do not fit together say nothing of a file taken in one go.
        guard before > 0 else { throw MirrorFailure.wrongContent }
      } catch is CannotResume where before > 0 {
        try partial.restart(from: nil)
      } catch let failure as MirrorFailure where failure.isInterruption {
        guard resumptions < limits.resumptions, partial.count > before else { throw failure }
        resumptions += 1
      } catch let failure as MirrorFailure {
        if case .tooLarge = failure { try partial.restart(from: nil) }
        throw failure
      }
    }
  }

  /// The bytes, if they hold the published content.
  private func checked() throws -> Data? {
    let data = try partial.contents()
    let content = try? FileContent(data, name: file.name, limit: file.size)
    return content.map(file.matches) == true ? data : nil
  }

  /// Fills the partial file to the end of the server's, from byte `offset` on.
  private func transfer(_ url: URL, from offset: Int) async throws {
    if offset > 0, partial.origin?.total == offset { return }
    let events = Transfer.events(
      of: url, from: offset, validator: partial.origin?.validator,
      mostBytes: partial.limit, limits: limits)
    for try await event in events {
      switch event {
      case .head(let head):
        try accept(head, url, offset)
        progress(partial.count, partial.origin?.total)
      case .bytes(let data):
        try partial.append(data)
        progress(partial.count, partial.origin?.total)
      }
    }
    guard let total = partial.origin?.total, partial.count < total else { return }
    throw MirrorFailure.brokenOff
  }

  private func accept(_ head: AnswerHead, _ url: URL, _ offset: Int) throws {
    switch head.status {
    case 200:
      if let length = head.length, length > partial.limit {
        throw MirrorFailure.tooLarge(limit: partial.limit)
      }
      try partial.restart(from: .init(url: url, validator: head.validator, total: head.length))
    case 206 where offset > 0:
      let total = partial.origin?.total
      guard let range = head.range, range.first == offset, range.total == total || total == nil
      else { throw CannotResume() }
    case 416 where offset > 0: throw CannotResume()
    default: throw MirrorFailure.status(head.status)
    }
  }

  /// The server's file is not the one whose beginning is there.
  private struct CannotResume: Error {}
}
