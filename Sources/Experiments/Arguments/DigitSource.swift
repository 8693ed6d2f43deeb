import Datasets
import Images

/// An image to recognise, as the command line names it: a file, or `#42`, the test image of that
/// number, counted from 0 as in Python.
public enum DigitSource: Sendable, Equatable {
  case file(String)
  case test(Int)

  /// - Throws: `ArgumentError` for `#` without a number.
  public init(_ text: String) throws {
    guard text.hasPrefix("#") else {
      self = .file(text)
      return
    }
    guard let number = Int(text.dropFirst()), number >= 0 else {
      throw ArgumentError(
        text, "écris le numéro d’une image de test, '#42' par exemple, ou le nom d’un fichier.")
    }
    self = .test(number)
  }

  /// The image with its name and, where it is known, what it shows.
  ///
  /// - Parameter test: the test images, where the source is one of them.
  /// - Throws: `InputFileError`, `ImageError`, or `ArgumentError` for a number beyond the images.
  public func load(testImages test: LabeledImages?) throws -> DigitImage {
    switch self {
    case .file(let path):
      let image = try GrayImage.read(path, rows: MNIST.side, columns: MNIST.side)
      return DigitImage(name: path, image: image, label: nil)
    case .test(let number):
      guard let test, number < test.count else {
        let count = test?.count ?? 0
        throw ArgumentError("#\(number)", "il y a \(count) images de test, de #0 à #\(count - 1).")
      }
      let one = test[number..<number + 1]
      return DigitImage(
        name: "#\(number)",
        image: GrayImage(rows: one.rows, columns: one.columns, pixels: one.pixels),
        label: one.labels.first.map(Int.init))
    }
  }
}

/// An image of a digit.
public struct DigitImage: Sendable, Equatable {
  public var name: String
  public var image: GrayImage
  /// What a test image shows.
  public var label: Int?
}
