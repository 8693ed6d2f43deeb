import Foundation

/// The paths of the four files of MNIST in a directory, under the names that circulate.
struct MNISTFiles: Equatable {
  static let names = [
    "train-images-idx3-ubyte", "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte",
  ]

  let directory: String
  let trainingImages: String
  let trainingLabels: String
  let testImages: String
  let testLabels: String

  /// Finds the four files; throws where some are missing, `origin` telling the reader who chose
  /// the directory.
  init(in directory: String, origin: DataLocation.Origin? = nil) throws {
    guard try origin == .cache || Self.isDirectory(directory) else {
      throw DatasetError.nowhere(directory, origin: origin)
    }
    self.directory = directory
    let paths = try Self.names.map { try Self.path(of: $0, in: directory) }
    let missing = zip(Self.names, paths).filter { $0.1 == nil }.map(\.0)
    let found = paths.compactMap { $0 }
    guard missing.isEmpty else {
      throw DatasetError.missing(files: missing, directory: directory, origin: origin)
    }
    (trainingImages, trainingLabels, testImages, testLabels) =
      (found[0], found[1], found[2], found[3])
  }

  /// Reads the images and labels.
  ///
  /// - Throws: `DatasetError` where a file cannot be read or is not what its name says.
  func load() throws -> (training: LabeledImages, test: LabeledImages) {
    (
      try Self.pair(images: trainingImages, labels: trainingLabels),
      try Self.pair(images: testImages, labels: testLabels)
    )
  }

  private static func pair(images file: String, labels labelsFile: String) throws -> LabeledImages {
    let images = try IDX.images(file: file)
    guard images.count > 0 else { throw DatasetError.noImages(file: file) }
    guard images.rows == MNIST.side, images.columns == MNIST.side else {
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
    return LabeledImages(
      rows: MNIST.side, columns: MNIST.side, pixels: images.pixels, labels: labels)
  }

  /// The first of the name's variants that exists: plain before `.gz`, the published dash before
  /// the dot that some archives put in its place.
  static func path(of name: String, in directory: String) throws -> String? {
    let dotted = name.replacing("-idx", with: ".idx")
    return try [name, dotted, name + ".gz", dotted + ".gz"]
      .map { NSString(string: directory).appendingPathComponent($0) }
      .first { try mode(of: $0) != nil }
  }

  private static func isDirectory(_ path: String) throws -> Bool {
    guard let mode = try mode(of: path) else { return false }
    return mode & S_IFMT == S_IFDIR
  }

  /// The file's type and permissions, `nil` where there is no such file.
  private static func mode(of path: String) throws -> mode_t? {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode }
    guard errno == ENOENT || errno == ENOTDIR else {
      throw DatasetError.unreadable(file: path, code: errno)
    }
    return nil
  }
}
