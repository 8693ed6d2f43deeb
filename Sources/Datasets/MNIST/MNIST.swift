/// The MNIST digits: images of 28 × 28 pixels with their labels, to train on and to test on.
///
/// The published set holds 60 000 and 10 000 of them; smaller sets in the same format are legal.
/// Source: Y. LeCun, C. Cortes, C. J. C. Burges, *The MNIST database of handwritten digits*, 1998.
public struct MNIST: Sendable {
  /// The rows and the columns of every image.
  public static let side = 28

  public let training: LabeledImages
  public let test: LabeledImages
  /// The directory or file that they were read from; `nil` for synthetic digits.
  public let directory: String?

  /// Whether the program drew these digits itself.
  public var isSynthetic: Bool { directory == nil }

  /// Reads the digits of a place.
  ///
  /// That is a directory with the four files, plain or compressed by gzip, in it or in one folder
  /// below; or one with `.npz` or `.csv` files, one for all or one for each part; or such a file.
  ///
  /// Throws a `DatasetError` where a file is missing, cannot be read or is not what its name says.
  public static func load(from place: String) throws -> MNIST {
    let (training, test) = try DigitSource(at: place).load()
    return MNIST(training: training, test: test, directory: place)
  }
}
