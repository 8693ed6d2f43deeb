import Foundation

/// MNIST as NumPy's `.npz` files hold it.
///
/// One file has the arrays `x_train`, `y_train`, `x_test`, `y_test` (Keras's `mnist.npz`), or `x` and
/// `y`. A file of `x` and `y` whose name contains `train` has its test images in the file beside it
/// whose name contains `test` in that place; any other is split as MNIST is, its last seventh to
/// test on (60 000 and 10 000 of 70 000).
struct MNISTArchives: Equatable {
  /// The file of the training images, or of all.
  let file: String

  /// The archive that a path leads to: itself, or `train.npz` in a directory that has `test.npz`
  /// and not the four IDX files; `nil` where it leads to something else.
  init?(at path: String) {
    if path.lowercased().hasSuffix(".npz"), !Self.isDirectory(path) {
      file = path
      return
    }
    let inside = ["train.npz", "test.npz"].map(NSString(string: path).appendingPathComponent)
    guard inside.allSatisfy(FileManager.default.fileExists(atPath:)),
      (try? MNISTFiles(in: path)) == nil
    else { return nil }
    file = inside[0]
  }

  /// Reads the images and labels; throws a `DatasetError` that names the file and the array.
  func load() throws -> (training: LabeledImages, test: LabeledImages) {
    let archive = try DigitArchive(file: file)
    guard archive.contains("x") && archive.contains("y") && !archive.contains("x_train") else {
      return (
        try DigitArrays(images: "x_train", labels: "y_train", in: archive).digits,
        try DigitArrays(images: "x_test", labels: "y_test", in: archive).digits
      )
    }
    let digits = try DigitArrays(images: "x", labels: "y", in: archive).digits
    if let testFile {
      let test = try DigitArchive(file: testFile)
      return (digits, try DigitArrays(images: "x", labels: "y", in: test).digits)
    }
    guard digits.count > 1 else { throw DatasetError.array("x", file: file, .cannotSplit) }
    let trainingCount = digits.count - max(digits.count / 7, 1)
    return (digits[0..<trainingCount], digits[trainingCount..<digits.count])
  }

  /// The file beside `file` with `test` in the place of `train`.
  private var testFile: String? {
    let name = NSString(string: file).lastPathComponent
    guard let range = name.range(of: "train", options: .backwards) else { return nil }
    let testName = name.replacingCharacters(in: range, with: "test")
    let directory = NSString(string: file).deletingLastPathComponent
    return NSString(string: directory).appendingPathComponent(testName)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
