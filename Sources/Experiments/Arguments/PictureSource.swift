import Datasets
import Images

/// An image to recognise, as the command line names it: a file, or `#42`, the test image of that
/// number, counted from 0 as in Python.
public enum PictureSource: Sendable, Equatable {
  case file(String)
  case test(Int)

  /// As the command line names it.
  public var name: String {
    switch self {
    case .file(let path): path
    case .test(let number): "#\(number)"
    }
  }

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

  /// The test image of this number, as a picture that a network has read.
  ///
  /// - Throws: `ArgumentError` for a number beyond the images.
  public static func reading(
    _ number: Int, of test: LabeledImages, by recognizer: Recognizer
  ) throws -> PictureReading {
    guard number < test.count else {
      let last = test.count - 1
      throw ArgumentError("#\(number)", "il y a \(test.count) images de test, de #0 à #\(last).")
    }
    let one = test[number..<number + 1]
    let image = GrayImage(rows: one.rows, columns: one.columns, pixels: one.pixels)
    let digit = ReadDigit(
      image: image, box: PixelBox(left: 0, top: 0, width: image.columns, height: image.rows),
      probabilities: recognizer.probabilities(of: image, isPrepared: true))
    return PictureReading(
      file: "#\(number)", rows: [[digit]], label: one.labels.first.map(Int.init))
  }
}
