import Foundation

/// A tiny data set in MNIST's own format: each digit is a bar at its own height, with noise.
public enum SmallDigits {
  public static func write(to directory: String, training: Int = 300, test: Int = 60) throws {
    var noise: UInt32 = 1
    for (name, count) in [("train", training), ("t10k", test)] {
      var pixels = header(0x803, [count, 28, 28])
      var labels = header(0x801, [count])
      for image in 0..<count {
        let digit = image % 10
        labels.append(UInt8(digit))
        for pixel in 0..<784 {
          noise = noise &* 1_664_525 &+ 1_013_904_223
          let isInk = pixel / 28 / 2 == digit + 2 && 4..<24 ~= pixel % 28
          pixels.append(isInk ? 200 + UInt8(noise >> 27) : UInt8(noise >> 26))
        }
      }
      let base = URL(filePath: directory)
      try Data(pixels).write(to: base.appending(path: "\(name)-images-idx3-ubyte"))
      try Data(labels).write(to: base.appending(path: "\(name)-labels-idx1-ubyte"))
    }
  }

  private static func header(_ magic: UInt32, _ sizes: [Int]) -> [UInt8] {
    ([magic] + sizes.map(UInt32.init)).flatMap { number in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }
}
