import Foundation

/// The digits of a place as `data status` and `data verify` tell of them.
public struct StoredDigits: Sendable {
  /// What sort of files has them.
  public enum Form: Sendable { case files, archive, table }

  public let form: Form
  /// The directory of the four files; or the archive or table to train on, and the one to test on
  /// where that is another.
  public let paths: [String]
  /// Whether the test images are the last seventh of the only ones.
  public let isSplit: Bool
  /// A table beside the others that has no labels, and does not serve.
  public let unlabelled: String?
  /// The four published files, or the parts that have their content, in the order of
  /// `MNIST.publishedFiles`.
  public let files: [StoredFile]

  /// Reads all of a place.
  ///
  /// - Throws: `DatasetError` where an archive or a table cannot be read, or the place is none.
  public init(at location: DataLocation) throws {
    let source: DigitSource
    do {
      source = try DigitSource(at: location.path, origin: location.origin)
    } catch let error as DatasetError where error.isAboutFiles(of: location.path) {
      self.init(in: location.path)
      return
    }
    switch source {
    case .files(let files):
      self.init(in: files.directory)
    case .archives(let archives):
      let (test, isSplit) = try archives.placeOfTest()
      try self.init(.archive, source, files: archives.file, test, isSplit: isSplit)
    case .tables(let tables):
      try self.init(
        .table, source, files: tables.training, tables.test ?? tables.training,
        isSplit: tables.test == nil, unlabelled: tables.unlabelled)
    }
  }

  private init(in directory: String) {
    (form, paths, isSplit, unlabelled) = (.files, [directory], false, nil)
    files = MNIST.publishedFiles.map { StoredFile($0, in: directory) }
  }

  private init(
    _ form: Form, _ source: DigitSource, files training: String, _ test: String, isSplit: Bool,
    unlabelled: String? = nil
  ) throws {
    (self.form, self.isSplit, self.unlabelled) = (form, isSplit, unlabelled)
    paths = training == test ? [training] : [training, test]
    let parts = try source.load()
    let digits = MNIST(training: parts.training, test: parts.test, directory: training)
    let places = [training, training, test, test]
    files = try zip(zip(MNIST.publishedFiles, digits.idxContents), places).map { part, path in
      StoredFile(
        part.0, partOf: path,
        content: try FileContent(part.1, name: path, limit: IDX.largestContent))
    }
  }
}

extension DatasetError {
  /// Whether the four files of this place are to be looked at one by one.
  fileprivate func isAboutFiles(of place: String) -> Bool {
    switch self {
    case .missing, .nowhere: return true
    case .unreadable:
      var isDirectory: ObjCBool = false
      return FileManager.default.fileExists(atPath: place, isDirectory: &isDirectory)
        && isDirectory.boolValue
    default: return false
    }
  }
}
