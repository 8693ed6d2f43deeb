import Files

/// An open `.npz` file, whose errors are those of a data set.
struct DigitArchive {
  let file: String
  private let archive: NPZArchive

  init(file: String) throws {
    self.file = file
    do {
      archive = try NPZArchive(path: file)
    } catch let error as NPZError {
      throw DatasetError.archive(file: file, error)
    } catch InputFileError.cannotRead(_, let code) {
      throw DatasetError.unreadable(file: file, code: code)
    } catch InputFileError.notRegular {
      throw DatasetError.notAFile(file: file)
    } catch InputFileError.tooLarge(_, let limit) {
      throw DatasetError.archiveTooLarge(file: file, limit: limit)
    }
  }

  /// Whether it has images and labels under these names.
  func contains(_ names: ArrayNames) -> Bool {
    name(names.images) != nil && name(names.labels) != nil
  }

  /// The error of an archive without these arrays: the first that is missing.
  func lacks(_ names: ArrayNames) -> DatasetError {
    let missing = name(names.images) == nil ? names.images : names.labels
    return .archive(file: file, .missing(missing, found: archive.names))
  }

  func array(_ name: String) throws -> NPYArray {
    do {
      return try archive.array(self.name(name) ?? name)
    } catch {
      throw DatasetError.archive(file: file, error)
    }
  }

  /// Names the file and the array in the fault that `body` finds.
  func naming<Value>(
    _ array: String, _ body: () throws(ArrayFault) -> Value
  ) throws(DatasetError) -> Value {
    do {
      return try body()
    } catch {
      throw .array(name(array) ?? array, file: file, error)
    }
  }

  /// The name as the archive has it, the same capitals rather than others.
  private func name(_ name: String) -> String? {
    archive.names.contains(name) ? name : archive.names.first { $0.lowercased() == name }
  }
}
