import Foundation

/// A published file as a directory has it.
public struct StoredFile: Sendable, Equatable {
  public enum State: Sendable, Equatable {
    /// None of the file's names is in the directory.
    case missing
    /// The published content.
    case right(FileContent)
    /// Another content: another data set, or a damaged plain file.
    case other(FileContent)
    /// The system refuses to read it, or it cannot be unpacked.
    case unreadable(DatasetError)
  }

  public let published: PublishedFile
  /// Where the readers find it, `nil` where it is missing.
  public let path: String?
  /// The number of bytes on disk, packed or not.
  public let bytes: Int?
  public let state: State

  /// Whether gzip packed the file, whatever its name says.
  public let isPacked: Bool

  /// The content, where it could be read.
  public var content: FileContent? {
    switch state {
    case .right(let content), .other(let content): content
    case .missing, .unreadable: nil
    }
  }
  public var isRight: Bool { if case .right = state { true } else { false } }
  /// Where the published content is, `nil` where the directory has it not.
  public var rightPath: String? { isRight ? path : nil }

  /// The part of an archive or of a table, `path`, that has the content of a published file.
  init(_ published: PublishedFile, partOf path: String, content: FileContent) {
    (self.published, self.path, bytes, isPacked) = (published, path, nil, false)
    state = published.matches(content) ? .right(content) : .other(content)
  }

  /// Looks for the file as the readers do, and reads all of it.
  public init(_ published: PublishedFile, in directory: String) {
    self.published = published
    do {
      path = try MNISTFiles.path(of: published.name, in: directory)
    } catch {
      (path, bytes, isPacked) = (nil, nil, false)
      state = .unreadable(Self.cause(error, published.name))
      return
    }
    guard let path else {
      (bytes, isPacked, state) = (nil, false, .missing)
      return
    }
    bytes = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    isPacked = FileContent.isGzip(file: path)
    do {
      let content = try FileContent(file: path, limit: IDX.largestContent)
      state = published.matches(content) ? .right(content) : .other(content)
    } catch {
      state = .unreadable(Self.cause(error, path))
    }
  }

  private static func cause(_ error: any Error, _ file: String) -> DatasetError {
    error as? DatasetError ?? .unreadable(file: file, code: EIO)
  }
}
