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

  func contains(_ name: String) -> Bool { archive.names.contains(name) }

  func array(_ name: String) throws -> NPYArray {
    do {
      return try archive.array(name)
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
      throw .array(array, file: file, error)
    }
  }
}
