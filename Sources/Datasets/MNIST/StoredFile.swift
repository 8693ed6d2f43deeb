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

  /// Whether the content is a part of a NumPy archive, `path`.
  public private(set) var isInArchive = false

  /// The content, where it could be read.
  public var content: FileContent? {
    switch state {
    case .right(let content), .other(let content): content
    case .missing, .unreadable: nil
    }
  }
  public var isPacked: Bool { path?.hasSuffix(".gz") ?? false }
  public var isRight: Bool { if case .right = state { true } else { false } }
  /// Where the published content is, `nil` where the directory has it not.
  public var rightPath: String? { isRight ? path : nil }

  /// The four files of MNIST at a place: those of a directory, or what NumPy archives hold of them.
  ///
  /// - Throws: `DatasetError` where an archive cannot be read.
  public static func all(at place: String) throws -> [StoredFile] {
    guard let archives = MNISTArchives(at: place) else {
      return MNIST.publishedFiles.map { StoredFile($0, in: place) }
    }
    let (training, test) = try archives.load()
    let digits = MNIST(training: training, test: test, directory: place)
    return try zip(MNIST.publishedFiles, digits.idxContents).map { published, data in
      StoredFile(
        published, archive: archives.file,
        content: try FileContent(data, name: archives.file, limit: IDX.largestContent))
    }
  }

  private init(_ published: PublishedFile, archive: String, content: FileContent) {
    (self.published, path, bytes) = (published, archive, nil)
    state = published.matches(content) ? .right(content) : .other(content)
    isInArchive = true
  }

  /// Looks for the file as the readers do, and reads all of it.
  public init(_ published: PublishedFile, in directory: String) {
    self.published = published
    do {
      path = try MNISTFiles.path(of: published.name, in: directory)
    } catch {
      (path, bytes, state) = (nil, nil, .unreadable(Self.cause(error, published.name)))
      return
    }
    guard let path else {
      (bytes, state) = (nil, .missing)
      return
    }
    bytes = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
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
