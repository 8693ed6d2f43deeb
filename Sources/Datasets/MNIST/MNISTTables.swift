import Foundation

/// MNIST as CSV files hold it: one to train on, and one to test on or a last part of the first.
struct MNISTTables: Equatable {
  let training: String
  /// `nil` where the last seventh of `training` serves.
  let test: String?
  /// A file beside them that has pixels without labels, as Kaggle's `test.csv`, and cannot serve.
  let unlabelled: String?

  /// The file of a user's choice, with the one beside it that has `test` in the place of `train`.
  init(file: String) {
    training = file
    let beside = PartFiles.testFile(beside: file)
      .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    let isUnlabelled = beside.map { DigitTable.kind(of: $0) == .unlabelled } ?? false
    (test, unlabelled) = isUnlabelled ? (nil, beside) : (beside, nil)
  }

  /// The CSV files of a directory; `nil` where there is none of digits.
  ///
  /// - Throws: `DatasetError` where several could be meant.
  init?(in folder: DigitFolder) throws {
    let files = folder.files(endingIn: [".csv", ".csv.gz"])
    let kinds = files.map(DigitTable.kind(of:))
    let unlabelled = zip(files, kinds).filter { $1 == .unlabelled }.map(\.0)
    let digits = zip(files, kinds).filter(Self.counts).map(\.0)
    if let parts = try PartFiles(among: digits, in: folder) {
      (training, test) = (parts.training, parts.test)
      self.unlabelled = parts.test == nil ? unlabelled.first { $0 != parts.training } : nil
    } else if let lone = unlabelled.first {
      // Reading it says what it lacks.
      (training, test, self.unlabelled) = (lone, nil, nil)
    } else {
      return nil
    }
  }

  /// Whether a file is one of digits, or named as one: reading it says then what is wrong with it.
  private static func counts(_ file: String, _ kind: DigitTable.Kind) -> Bool {
    switch kind {
    case .labelled: true
    case .unlabelled: PartFiles.part(of: file) == .training
    case .other: PartFiles.isUsual(file)
    }
  }

  /// Reads the images and labels; throws a `DatasetError` that names the file and the line.
  func load() throws -> (training: LabeledImages, test: LabeledImages) {
    let digits = try DigitTable.read(training)
    if let test { return (digits, try DigitTable.read(test)) }
    guard let parts = digits.withLastSeventhApart else {
      throw DatasetError.table(file: training, .cannotSplit)
    }
    return parts
  }
}
