/// Labelled digits as a CSV file has them: a row for each, its label and 784 pixels, with or without
/// a head line.
///
/// The form of Kaggle's `train.csv` and of the `mnist_train.csv` that circulates; gzip's too.
enum DigitTable {
  /// What the first row tells of a file, the others unread.
  enum Kind: Equatable {
    case labelled
    /// As many columns as there are pixels.
    case unlabelled
    case other
  }

  /// Reads all rows.
  ///
  /// - Throws: `DatasetError`, which names the line at fault.
  static func read(_ file: String) throws -> LabeledImages {
    try digits(from: FileBytes.unpacked(file))
  }

  static func digits(from source: any ByteSource) throws -> LabeledImages {
    let reader = TableReader(source)
    var rows = DigitRows(bytes: source.mostBytes)
    while try reader.readPiece(into: &rows) {}
    guard !rows.digits.labels.isEmpty else { throw DatasetError.noImages(file: source.file) }
    return LabeledImages(
      rows: MNIST.side, columns: MNIST.side, pixels: rows.digits.pixels, labels: rows.digits.labels)
  }

  /// What a file is by its first row; `other` too where that cannot be read.
  static func kind(of file: String) -> Kind {
    var rows = DigitRows()
    if let source = try? FileBytes.unpacked(file) {
      let reader = TableReader(source)
      while rows.width == nil, (try? reader.readPiece(into: &rows)) == true {}
    }
    return switch rows.width {
    case DigitRows.columns: .labelled
    case DigitRows.pixels: .unlabelled
    default: .other
    }
  }
}
