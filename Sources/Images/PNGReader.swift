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
      image.format = UInt32(PNG_FORMAT_GRAY)
      // Without this, 16 bits per pixel and no word on their gamma would count as linear.
      image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      // libpng blends transparent pixels with what the memory holds.
      var pixels = [UInt8](repeating: 0, count: size.rows * size.columns)
      guard png_image_finish_read(&image, nil, &pixels, Int32(size.columns), nil) != 0 else {
        throw ImageFault.corruptedPNG(Self.message(of: image))
      }
      return pixels
    }
  }

  private static func message(of image: png_image) -> String {
    withUnsafeBytes(of: image.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
