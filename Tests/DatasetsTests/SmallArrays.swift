@testable import Datasets
import Testing

/// Seven images and their labels as arrays, good and bad.
enum SmallArrays {
  struct Named: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let array: NPYArray

    init(_ name: String, _ array: NPYArray) { (testDescription, self.array) = (name, array) }
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let x: NPYArray
    let y: NPYArray
    let array: String
    let fault: ArrayFault
    var testDescription: String { "\(array) \(fault)" }

    init(x: NPYArray, _ fault: ArrayFault) {
      (self.x, y, array, self.fault) = (x, SmallArrays.labels, "x", fault)
    }

    init(y: NPYArray, _ fault: ArrayFault) {
      (x, self.y, array, self.fault) = (SmallArrays.rows, y, "y", fault)
    }
  }

  static let pixels = (0..<7 * 784).map { UInt8(truncatingIfNeeded: $0 / 3) }
  static let digits: [UInt8] = [5, 0, 4, 1, 9, 2, 1]
  static let rows = NPYArray(shape: [7, 784], pixels)
  static let labels = NPYArray(shape: [7], digits)

  static let images = [
    Named("(n, 784)", rows),
    Named("(n, 28, 28)", NPYArray(shape: [7, 28, 28], pixels)),
    Named("(n, 28, 28, 1)", NPYArray(shape: [7, 28, 28, 1], pixels)),
    Named("(n, 1, 28, 28)", NPYArray(shape: [7, 1, 28, 28], pixels)),
    Named(
      "float32 divided by 255", NPYArray(shape: [7, 28, 28, 1], pixels.map { Float($0) / 255 })),
    Named("float64 divided by 255", NPYArray(shape: [7, 784], pixels.map { Double($0) / 255 })),
    Named("(784, n), the transposed of C order", rows.transposed),
    Named("(784, n) in C order", NPYArray(shape: [784, 7], columns)),
    Named("(n, 784), Fortran order", NPYArray(shape: [784, 7], columns).transposed),
    Named("float64", NPYArray(shape: [7, 784], pixels.map(Double.init))),
    Named("float16", NPYArray(shape: [7, 784], pixels.map { Float16($0) })),
    Named("int64, transposed", NPYArray(shape: [784, 7], columns.map(Int64.init))),
  ]

  static let codes = [
    Named("uint8", labels),
    Named("int64", NPYArray(shape: [7], digits.map(Int64.init))),
    Named("float32", NPYArray(shape: [7], digits.map { Float($0) })),
    Named("column", NPYArray(shape: [7, 1], digits)),
    Named("row", NPYArray(shape: [1, 7], digits)),
    Named("one-hot", NPYArray(shape: [7, 10], oneHot(digits))),
    Named("one-hot, transposed", NPYArray(shape: [7, 10], oneHot(digits)).transposed),
    Named("one-hot, booleans", NPYArray(shape: [7, 10], oneHot(digits).map { $0 == 1 })),
  ]

  static let bad = [
    Bad(x: NPYArray(shape: [7 * 784], pixels), .imageShape([7 * 784])),
    Bad(x: NPYArray(shape: [7, 28, 14, 2], pixels), .imageShape([7, 28, 14, 2])),
    Bad(x: NPYArray(shape: [28, 28, 7], pixels), .imageShape([28, 28, 7])),
    Bad(x: NPYArray(shape: [], [UInt8(1)]), .imageShape([])),
    Bad(x: NPYArray(shape: [0, 784], [UInt8]()), .noImages),
    Bad(x: with(0.5), .pixel(0.5, image: 1)),
    Bad(
      x: NPYArray(shape: [7, 784], pixels.map { Double($0) / 256 }), .pixel(1 / 256, image: 0)),
    Bad(x: with(-1), .pixel(-1, image: 1)),
    Bad(x: with(256), .pixel(256, image: 1)),
    Bad(x: with(.infinity), .pixel(.infinity, image: 1)),
    Bad(x: with(-.infinity), .pixel(-.infinity, image: 1)),
    Bad(x: with(1e300), .pixel(1e300, image: 1)),
    Bad(
      x: NPYArray(shape: [7, 784], pixels.map { Int8(bitPattern: $0) }), .pixel(-128, image: 0)),
    Bad(y: NPYArray(shape: [6], [UInt8](digits.dropLast())), .labelShape([6], images: 7)),
    Bad(y: NPYArray(shape: [7, 2], digits + digits), .labelShape([7, 2], images: 7)),
    Bad(y: NPYArray(shape: [7], digits.map { Int32($0) - 1 }), .label(-1, index: 1)),
    Bad(y: NPYArray(shape: [7], digits.map { Int32($0) + 1 }), .label(10, index: 4)),
    Bad(y: NPYArray(shape: [7], digits.map { Double($0) / 2 }), .label(2.5, index: 0)),
    Bad(y: NPYArray(shape: [7, 10], [Float](repeating: 0, count: 70)), .notOneHot(index: 0)),
    Bad(y: NPYArray(shape: [7, 10], [Float](repeating: .nan, count: 70)), .notOneHot(index: 0)),
    Bad(
      y: NPYArray(shape: [7, 10], oneHot(digits.dropLast()) + [1] + oneHot([1]).dropFirst()),
      .notOneHot(index: 6)),
  ]

  static func oneHot(_ digits: [UInt8]) -> [UInt8] {
    digits.flatMap { digit in (0..<10).map { $0 == digit ? 1 : 0 } }
  }

  /// The pixels of the transposed array.
  private static let columns = (0..<784).flatMap { pixel in
    (0..<7).map { pixels[$0 * 784 + pixel] }
  }

  /// The images with this value in the second.
  private static func with(_ value: Double) -> NPYArray {
    var numbers = pixels.map(Double.init)
    numbers[1000] = value
    return NPYArray(shape: [7, 784], numbers)
  }
}
