import Foundation

extension IDX {
  /// The bytes of a file of images, magic number `0x00000803`.
  public static func data(images: LabeledImages) -> Data {
    header([0x803, images.count, images.rows, images.columns]) + Data(images.pixels)
  }

  /// The bytes of a file of labels, magic number `0x00000801`.
  public static func data(labels: [UInt8]) -> Data {
    header([0x801, labels.count]) + Data(labels)
  }

  private static func header(_ numbers: [Int]) -> Data {
    Data(
      numbers.flatMap { number in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
      })
  }
}

extension MNIST {
  /// The published names of the four files.
  public static var idxNames: [String] { MNISTFiles.names }

  /// What the four files hold, in the order of their names.
  public var idxContents: [Data] {
    [training, test].flatMap { [IDX.data(images: $0), IDX.data(labels: $0.labels)] }
  }
}
