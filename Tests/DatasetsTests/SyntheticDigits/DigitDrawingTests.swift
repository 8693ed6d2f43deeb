import CZlib
import Testing

@testable import Datasets

@Suite("Synthetic digits")
struct DigitDrawingTests {
  private static let size = DigitDrawing.side * DigitDrawing.side
  private static let sample = DigitDrawing(seed: 16).images(0..<3000, threads: 2)

  private func checksum(_ bytes: [UInt8]) -> UInt {
    bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
  }

  @Test("the same bytes on every machine")
  func pinned() {
    #expect(checksum(Self.sample.pixels) == 4_035_055_936)
    #expect(checksum(Self.sample.labels) == 2_951_202_017)
  }

  @Test("the whole set has the bytes of its seed")
  func pinnedWhole() {
    let (pixels, labels) = DigitDrawing(seed: 16).images(0..<70_000, threads: 2)
    #expect(checksum(pixels) == 1_166_074_789)
    #expect(checksum(labels) == 2_417_644_673)
  }

  @Test("threads and ranges change nothing", arguments: [1, 2, 3, 7])
  func threads(count: Int) {
    let (pixels, labels) = DigitDrawing(seed: 16).images(100..<400, threads: count)
    #expect(pixels[...] == Self.sample.pixels[100 * Self.size..<400 * Self.size])
    #expect(labels[...] == Self.sample.labels[100..<400])
  }

  @Test("an empty range, or more threads than images", arguments: [0, 1, 2])
  func small(count: Int) {
    let (pixels, labels) = DigitDrawing(seed: 1).images(5..<5 + count, threads: 16)
    #expect(pixels.count == count * Self.size && labels.count == count)
  }

  @Test("another seed draws other digits")
  func seeds() {
    let other = DigitDrawing(seed: 17).images(0..<3000, threads: 2)
    #expect(other.labels != Self.sample.labels)
    #expect(other.pixels != Self.sample.pixels)
  }

  @Test("no image comes twice")
  func distinct() {
    let images = (0..<3000).map { Array(Self.sample.pixels[$0 * Self.size..<($0 + 1) * Self.size]) }
    #expect(Set(images).count == 3000)
  }

  @Test("the digits come in no order, each as often as in MNIST to a quarter", arguments: 0...9)
  func frequencies(digit: Int) {
    let published = [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]
    let labels = Self.sample.labels
    let expected = Double(published[digit]) / 60_000
    let share = Double(labels.count { $0 == digit }) / Double(labels.count)
    #expect(abs(share / expected - 1) < 0.25)
    // After a digit, any digit is as likely as elsewhere.
    let next = zip(labels, labels.dropFirst()).filter { $0.0 == digit }.map(\.1)
    #expect(Set(next).count == 10)
  }

  @Test("each image is centred by mass to the pixel, but for dust and the edge of the paper")
  func centred() {
    var offCentre = 0
    for image in 0..<3000 {
      let pixels = Self.sample.pixels[image * Self.size..<(image + 1) * Self.size]
      var (mass, x, y) = (0.0, 0.0, 0.0)
      for (place, shade) in pixels.enumerated() {
        mass += Double(shade)
        x += Double(shade) * Double(place % DigitDrawing.side)
        y += Double(shade) * Double(place / DigitDrawing.side)
      }
      if abs(x / mass - 13.5) > 0.51 || abs(y / mass - 13.5) > 0.51 { offCentre += 1 }
    }
    #expect(offCentre < 60)
  }

  @Test("ink and paper are as in MNIST: a seventh of full ink, four fifths of it blank")
  func ink() {
    let pixels = Self.sample.pixels
    let mean = pixels.reduce(0) { $0 + Double($1) } / Double(pixels.count) / 255
    let blank = Double(pixels.count { $0 == 0 }) / Double(pixels.count)
    #expect((0.12...0.16).contains(mean))
    #expect((0.77...0.84).contains(blank))
    #expect(pixels.max() == 255)
  }

  @Test("every style of every digit leaves ink that fits an image", arguments: 0...9)
  func styles(digit: Int) {
    let styles = Style.styles(of: digit)
    #expect(styles.count == 4)
    for style in styles {
      for curve in style.strokes.joined() {
        let isInTheBox = curve.allSatisfy { (0...1).contains($0.0) && (0...1).contains($0.1) }
        #expect(isInTheBox)
      }
    }
  }
}
