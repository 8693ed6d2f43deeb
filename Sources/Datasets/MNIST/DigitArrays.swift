/// Images and labels of digits as two NumPy arrays.
///
/// The images may be one after the other or, transposed, one beside the other, in any type of
/// number; pixels are whole numbers from 0 to 255, or these divided by 255 (`PixelBytes`). Labels are
/// digits, or ten numbers for each image of which one is 1 (*one-hot*).
struct DigitArrays {
  static let pixelsPerImage = MNIST.side * MNIST.side

  private let pixels: [UInt8]
  private let labels: [UInt8]

  /// Reads two arrays of an archive.
  ///
  /// - Throws: `DatasetError`, which names the array.
  init(_ names: ArrayNames, in archive: DigitArchive) throws {
    let images = try archive.array(names.images)
    let (count, isTransposed) = try archive.naming(names.images) { () throws(ArrayFault) in
      try Self.layout(of: images.shape)
    }
    pixels = try archive.naming(names.images) { () throws(ArrayFault) in
      try PixelBytes.of(isTransposed ? images.transposed : images)
    }
    let labels = try archive.array(names.labels)
    self.labels = try archive.naming(names.labels) { () throws(ArrayFault) in
      try Self.labels(of: labels, count: count, isTransposed: isTransposed)
    }
  }

  var digits: LabeledImages {
    LabeledImages(rows: MNIST.side, columns: MNIST.side, pixels: pixels, labels: labels)
  }

  private static func layout(
    of shape: [Int]
  ) throws(ArrayFault) -> (count: Int, isTransposed: Bool) {
    let layout: (count: Int, isTransposed: Bool)
    switch shape.count {
    case 3 where shape[1...] == [MNIST.side, MNIST.side]: layout = (shape[0], false)
    // One channel of grey, after the pixels as in Keras or before them as in PyTorch.
    case 4 where shape[1...] == [MNIST.side, MNIST.side, 1]: layout = (shape[0], false)
    case 4 where shape[1...] == [1, MNIST.side, MNIST.side]: layout = (shape[0], false)
    case 2 where shape[1] == pixelsPerImage: layout = (shape[0], false)
    case 2 where shape[0] == pixelsPerImage: layout = (shape[1], true)
    default: throw .imageShape(shape)
    }
    guard layout.count > 0 else { throw .noImages }
    return layout
  }

  private static func labels(
    of array: NPYArray, count: Int, isTransposed: Bool
  ) throws(ArrayFault) -> [UInt8] {
    switch array.shape {
    // Ten images have ten by ten numbers, which the images' own layout tells apart.
    case [count, 10] where count != 10 || !isTransposed: try digits(oneHot: array)
    case [10, count]: try digits(oneHot: array.transposed)
    case [count], [count, 1], [1, count]:
      try array.wholeNumbers(upTo: 9) { value, index in .label(value, index: index) }
    default: throw .labelShape(array.shape, images: count)
    }
  }

  private static func digits(oneHot array: NPYArray) throws(ArrayFault) -> [UInt8] {
    let numbers = array.mapNumbers { $0 }
    var digits: [UInt8] = []
    for start in stride(from: 0, to: numbers.count, by: 10) {
      let ten = numbers[start..<start + 10]
      guard let one = ten.firstIndex(of: 1), ten.count(where: { $0 == 0 }) == 9 else {
        throw .notOneHot(index: start / 10)
      }
      digits.append(UInt8(one - start))
    }
    return digits
  }
}
