/// Grey images of digits with their labels, as the files hold them.
public struct LabeledImages: Sendable, Equatable {
  public let rows: Int
  public let columns: Int
  /// `count` × `rows` × `columns` bytes, 0 (background) to 255 (ink), image after image, row by row.
  public let pixels: [UInt8]
  /// The digit of each image, 0…9.
  public let labels: [UInt8]

  /// Pairs images with labels.
  ///
  /// - Precondition: there are `rows` × `columns` pixels for each label, and no label exceeds 9:
  ///   what is read from outside is checked before, as `MNIST.load` does.
  public init(rows: Int, columns: Int, pixels: [UInt8], labels: [UInt8]) {
    precondition(pixels.count == labels.count * rows * columns, "pixels and labels disagree")
    precondition(labels.allSatisfy { $0 <= 9 }, "labels are digits")
    self.rows = rows
    self.columns = columns
    self.pixels = pixels
    self.labels = labels
  }

  /// The images up to the last seventh, and that: 60 000 and 10 000 of 70 000, as MNIST is parted;
  /// `nil` where there is only one image.
  var withLastSeventhApart: (training: LabeledImages, test: LabeledImages)? {
    guard count > 1 else { return nil }
    let trainingCount = count - max(count / 7, 1)
    return (self[0..<trainingCount], self[trainingCount..<count])
  }

  /// The number of images.
  public var count: Int { labels.count }

  /// `rows` × `columns`.
  public var pixelsPerImage: Int { rows * columns }

  /// A copy of the images at these positions, such as the first 50 000; positions beyond the end
  /// are left out, as with `prefix`, for smaller sets than MNIST are legal.
  public subscript(range: Range<Int>) -> LabeledImages {
    let part = range.clamped(to: 0..<count)
    let bytes = part.lowerBound * pixelsPerImage..<part.upperBound * pixelsPerImage
    return LabeledImages(
      rows: rows, columns: columns, pixels: Array(pixels[bytes]), labels: Array(labels[part]))
  }
}
