import Foundation

/// The digits of a place, in one of the forms that people have them in.
enum DigitSource: Equatable {
  /// The four published files, in one directory.
  case files(MNISTFiles)
  /// NumPy's archives.
  case archives(MNISTArchives)
  /// CSV files.
  case tables(MNISTTables)

  /// Looks at a place: names, first bytes, first rows of tables.
  ///
  /// - Throws: `DatasetError`, which says what is there and what would do.
  init(at path: String, origin: DataLocation.Origin? = nil) throws {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    if exists, isDirectory.boolValue {
      self = try Self(in: path, origin)
    } else if exists, origin != .cache {
      self = try Self(file: path, origin)
    } else if origin != .cache, Self.isArchive(path) || Self.isTable(path) {
      throw DatasetError.unreadable(file: path, code: ENOENT)
    } else {
      self = .files(try MNISTFiles(in: path, origin: origin))
    }
  }

  /// Reads the images and labels; throws a `DatasetError` that names the file and the fault.
  func load() throws -> (training: LabeledImages, test: LabeledImages) {
    switch self {
    case .files(let files): try files.load()
    case .archives(let archives): try archives.load()
    case .tables(let tables): try tables.load()
    }
  }

  /// The directory of the four files, or the file to train on.
  var path: String {
    switch self {
    case .files(let files): files.directory
    case .archives(let archives): archives.file
    case .tables(let tables): tables.training
    }
  }

  private init(in directory: String, _ origin: DataLocation.Origin?) throws {
    do {
      self = .files(try MNISTFiles(in: directory, origin: origin))
    } catch let missing as DatasetError {
      guard case .missing = missing else { throw missing }
      // The cache also holds what the program keeps: there, only names that leave no doubt count.
      if origin == .cache {
        guard let archives = MNISTArchives(named: directory) else { throw missing }
        self = .archives(archives)
        return
      }
      let folder = DigitFolder(directory, origin: origin)
      var found = folder.below.map(Self.files)
      if let archives = try MNISTArchives(in: folder) { found.append(.archives(archives)) }
      if let tables = try MNISTTables(in: folder) { found.append(.tables(tables)) }
      guard let source = found.first else { throw missing }
      guard found.count == 1 else { throw folder.several(found.map(\.path)) }
      self = source
    }
  }

  private init(file: String, _ origin: DataLocation.Origin?) throws {
    let start = try FileBytes(file: file).start(4)
    // What every ZIP file begins with.
    if Self.isArchive(file) || start == Array("PK\u{3}\u{4}".utf8) {
      self = .archives(MNISTArchives(file: file))
      return
    }
    if !Self.isTable(file) {
      let head = try FileBytes.unpacked(file).bytes(1 << 16)
      if head.isEmpty { throw DatasetError.empty(file: file) }
      if head.starts(with: [0, 0, 8]) { throw DatasetError.loneFile(file, origin: origin) }
      let isText = !head.contains(0) && head.contains { ",;\t".utf8.contains($0) }
      guard isText else {
        throw DatasetError.notDigits(file, origin: origin, found: Array(head.prefix(4)))
      }
    }
    self = .tables(MNISTTables(file: file))
  }

  private static func isArchive(_ path: String) -> Bool { path.lowercased().hasSuffix(".npz") }

  private static func isTable(_ path: String) -> Bool {
    [".csv", ".csv.gz"].contains { path.lowercased().hasSuffix($0) }
  }
}
