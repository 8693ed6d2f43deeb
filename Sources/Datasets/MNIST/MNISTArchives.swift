import Foundation

/// MNIST as NumPy's `.npz` files hold it.
///
/// One file has the arrays of both parts (`x_train`, `y_train`, `x_test`, `y_test` in Keras's
/// `mnist.npz`), or of one, `x` and `y`; `ArrayNames` has the other names. A file of one part whose
/// name contains `train` has its test images in a file with `test` in that place; any other is split
/// as MNIST is, its last seventh to test on (60 000 and 10 000 of 70 000).
struct MNISTArchives: Equatable {
  /// The file of the training images, or of all.
  let file: String
  /// The file of the test images, there or not; `nil` where the first must have them.
  let testFile: String?

  /// The file of a user's choice, with the one beside it that has `test` in the place of `train`.
  init(file: String) {
    self.file = file
    testFile = PartFiles.testFile(beside: file)
  }

  /// `train.npz` and `test.npz`, where a directory has both.
  init?(named directory: String) {
    let files = ["train.npz", "test.npz"].map(NSString(string: directory).appendingPathComponent)
    guard files.allSatisfy(FileManager.default.fileExists(atPath:)) else { return nil }
    (file, testFile) = (files[0], files[1])
  }

  /// The archives of a directory: one, or one whose name contains `train` and one with `test`; `nil`
  /// where there is none.
  ///
  /// - Throws: `DatasetError` where several could be meant.
  init?(in folder: DigitFolder) throws {
    let files = folder.files(endingIn: [".npz"])
    guard let parts = try PartFiles(among: files, in: folder) else { return nil }
    file = parts.training
    testFile = parts.test ?? PartFiles.testFile(beside: parts.training)
  }

  /// The file that the test images come from, and whether they are the last seventh of the only ones.
  func placeOfTest() throws -> (file: String, isSplit: Bool) {
    if Self.parts(in: try DigitArchive(file: file)) != nil { return (file, false) }
    return (testFile ?? file, testFile == nil)
  }

  /// Reads the images and labels; throws a `DatasetError` that names the file and the array.
  func load() throws -> (training: LabeledImages, test: LabeledImages) {
    let archive = try DigitArchive(file: file)
    if let names = Self.parts(in: archive) {
      return (
        try DigitArrays(names.training, in: archive).digits,
        try DigitArrays(names.test, in: archive).digits
      )
    }
    if let testFile {
      let training = try Self.digits(in: archive, ArrayNames.parts.map(\.training))
      let test = try DigitArchive(file: testFile)
      return (training, try Self.digits(in: test, ArrayNames.parts.map(\.test)))
    }
    guard let names = ArrayNames.alone.first(where: archive.contains) else {
      let parts = ArrayNames.parts.first { archive.contains($0.training) }
      throw archive.lacks(parts?.test ?? ArrayNames.parts[0].training)
    }
    let digits = try DigitArrays(names, in: archive).digits
    guard let parts = digits.withLastSeventhApart else {
      throw DatasetError.array(names.images, file: file, .cannotSplit)
    }
    return parts
  }

  /// The names of the arrays of an archive that has both parts.
  private static func parts(
    in archive: DigitArchive
  ) -> (training: ArrayNames, test: ArrayNames)? {
    ArrayNames.parts.first { archive.contains($0.training) && archive.contains($0.test) }
  }

  /// One part, under one of its own names or those of any.
  private static func digits(
    in archive: DigitArchive, _ names: [ArrayNames]
  ) throws -> LabeledImages {
    guard let found = (ArrayNames.alone + names).first(where: archive.contains) else {
      throw archive.lacks(ArrayNames.alone[0])
    }
    return try DigitArrays(found, in: archive).digits
  }
}
