import Foundation
import Sheets
import Testing

@testable import Images

@Suite("Pictures that already are as MNIST's")
struct MNISTPictureTests {
  private static let pixels = Drawing.mnist.pixels

  private static func prepared(_ picture: Picture) throws -> [UInt8]? {
    let content = try picture.content(probabilities: { _ in [] })
    guard case .prepared(let image) = content else { return nil }
    return image.pixels
  }

  @Test("every byte stays as it is, also through a file")
  func same() throws {
    #expect(try Self.prepared(Picture(Drawing.mnist)) == Self.pixels)
    for format in [PictureFile.png, .bmp, .tiff, .pnm] {
      let data = format.data(Self.pixels, width: 28, height: 28, channels: 1)
      #expect(try Self.prepared(Picture(decoding: data)) == Self.pixels, "\(format)")
    }
  }

  @Test("light ink on nothing stays as it is too")
  func transparent() throws {
    let onNothing = Self.pixels.flatMap { value -> [UInt8] in [255, 255, 255, value] }
    let opaque = Self.pixels.flatMap { value -> [UInt8] in [value, value, value, 255] }
    for pixels in [onNothing, opaque] {
      let data = PictureFile.png.data(pixels, width: 28, height: 28, channels: 4)
      #expect(try Self.prepared(Picture(decoding: data)) == Self.pixels)
    }
  }

  @Test("dark on light, off its centre, of another size: a drawing whose digits are to be found")
  func others() throws {
    let inverted = GrayImage(rows: 28, columns: 28, pixels: Self.pixels.map { 255 - $0 })
    var shifted = Drawing(columns: 28, rows: 28)
    shifted.seven(3, 3, height: 17.6, width: 2.2)
    var large = Drawing(columns: 56, rows: 56)
    large.seven(18, 6, height: 35, width: 4)
    for image in [inverted, shifted.image(paper: 0, ink: 253), large.image(paper: 0, ink: 253)] {
      #expect(!image.isAsMNIST)
      let content = try Picture(image).content(probabilities: { _ in [] })
      guard case .digits(let rows) = content else {
        Issue.record("taken for an image of MNIST")
        continue
      }
      #expect(rows.map(\.count) == [1])
      #expect(rows.first?.first?.image.pixels.count == 784)
    }
  }

  @Test("whoever says which ink is darker is given digits, not the picture as it is")
  func told() throws {
    let content = try Picture(Drawing.mnist).content(inkIsDark: false, probabilities: { _ in [] })
    guard case .digits(let rows) = content else {
      Issue.record("taken as it is")
      return
    }
    #expect(rows.map(\.count) == [1])
  }
}
