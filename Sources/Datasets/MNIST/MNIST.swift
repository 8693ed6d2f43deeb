/// The MNIST digits: images of 28 × 28 pixels with their labels, to train on and to test on.
///
/// The published set holds 60 000 and 10 000 of them; smaller sets in the same format are legal.
/// Source: Y. LeCun, C. Cortes, C. J. C. Burges, *The MNIST database of handwritten digits*, 1998.
public struct MNIST: Sendable {
  /// The rows and the columns of every image.
  public static let side = 28

  public let training: LabeledImages
  public let test: LabeledImages
  /// Where the four files are, or the `.npz` file; `nil` for synthetic digits.
  public let directory: String?

  /// Whether the program drew these digits itself.
  public var isSynthetic: Bool { directory == nil }

  /// Reads the four files of a directory, plain or ending in `.gz`, or NumPy's archives: a `.npz`
  /// file, or `train.npz` and `test.npz` in a directory.
  ///
  /// Throws a `DatasetError` where a file is missing, cannot be read or is not what its name says.
  public static func load(from directory: String) throws -> MNIST {
    if let archives = MNISTArchives(at: directory) {
      let (training, test) = try archives.load()
      return MNIST(training: training, test: test, directory: directory)
    }
    let files = try MNISTFiles(in: directory)
    return MNIST(
      training: try pair(images: files.trainingImages, labels: files.trainingLabels),
      test: try pair(images: files.testImages, labels: files.testLabels),
      directory: directory)
  }

  private static func pair(images file: String, labels labelsFile: String) throws -> LabeledImages {
    let images = try IDX.images(file: file)
    guard images.count > 0 else { throw DatasetError.noImages(file: file) }
    guard images.rows == side, images.columns == side else {
      throw DatasetError.wrongImageSize(file: file, rows: images.rows, columns: images.columns)
    }
    let labels = try IDX.labels(file: labelsFile)
    guard labels.count == images.count else {
      throw DatasetError.countsDisagree(
        images: file, count: images.count, labels: labelsFile, labelCount: labels.count)
    }
    if let index = labels.firstIndex(where: { $0 > 9 }) {
      throw DatasetError.labelOutOfRange(file: labelsFile, index: index, label: labels[index])
    }
    return LabeledImages(rows: side, columns: side, pixels: images.pixels, labels: labels)
  }
}
