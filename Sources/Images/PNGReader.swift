import CPNG
import Foundation

/// A PNG image of any colour type, through libpng's simplified interface.
struct PNGReader {
  private let data: Data
  private let size: ImageSize

  init(_ data: Data, expected size: ImageSize) {
    self.data = data
    self.size = size
  }

  /// The grey of each pixel as sRGB; what is transparent is black, the ground of MNIST's digits.
  func pixels() throws -> [UInt8] {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    return try data.withUnsafeBytes { bytes in
      guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
        throw ImageFault.corruptedPNG(Self.message(of: image))
      }
      let found = ImageSize(rows: Int(image.height), columns: Int(image.width))
      guard found == size else { throw ImageFault.size(found, expected: size) }
      image.format = UInt32(PNG_FORMAT_GA)
      // Without this, 16 bits per pixel and no word on their gamma would count as linear.
      image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      var pairs = [UInt8](repeating: 0, count: 2 * size.rows * size.columns)
      guard png_image_finish_read(&image, nil, &pairs, Int32(2 * size.columns), nil) != 0 else {
        throw ImageFault.corruptedPNG(Self.message(of: image))
      }
      // Blended as drawing programs do; libpng itself would blend in linear light.
      return stride(from: 0, to: pairs.count, by: 2).map { place in
        UInt8((Int(pairs[place]) * Int(pairs[place + 1]) + 127) / 255)
      }
    }
  }

  private static func message(of image: png_image) -> String {
    withUnsafeBytes(of: image.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
