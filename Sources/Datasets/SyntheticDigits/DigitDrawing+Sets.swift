import Dispatch

extension DigitDrawing {
  /// The images of numbers in `range`: `range.count` × 28 × 28 bytes, image after image, row by row,
  /// and the digit that each shows.
  ///
  /// - Parameter threads: how many draw at the same time; the bytes do not depend on it.
  public func images(_ range: Range<Int>, threads: Int) -> (pixels: [UInt8], labels: [UInt8]) {
    let size = Self.side * Self.side
    var pixels = [UInt8](repeating: 0, count: range.count * size)
    var labels = [UInt8](repeating: 0, count: range.count)
    let pieces = max(1, min(threads, range.count))
    pixels.withUnsafeMutableBufferPointer { pixels in
      labels.withUnsafeMutableBufferPointer { labels in
        // Each piece writes images of its own.
        nonisolated(unsafe) let (pixels, labels) = (pixels, labels)
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
          var sheet = Sheet()
          for image in range.count * piece / pieces..<range.count * (piece + 1) / pieces {
            let bytes = UnsafeMutableBufferPointer(
              rebasing: pixels[image * size..<(image + 1) * size])
            labels[image] = draw(range.lowerBound + image, on: &sheet, to: bytes)
          }
        }
      }
    }
    return (pixels, labels)
  }
}
