import CPicture
import Foundation

/// The formats that a picture is saved in.
public enum PictureFile: String, CaseIterable, Sendable {
  case png, jpeg, webp, tiff, gif, bmp, pnm

  private var format: CPictureFormat {
    switch self {
    case .png: CPicturePNG
    case .jpeg: CPictureJPEG
    case .webp: CPictureWebP
    case .tiff: CPictureTIFF
    case .gif: CPictureGIF
    case .bmp: CPictureBMP
    case .pnm: CPicturePNM
    }
  }

  /// A file's bytes.
  ///
  /// - Parameters:
  ///   - pixels: `channels` bytes each: 1 (grey), 3 or 4 (with opacity).
  ///   - quality: that of JPEG and WebP, 0 to 100.
  public func data(
    _ pixels: [UInt8], width: Int, height: Int, channels: Int, quality: Int = 75
  ) -> Data {
    var size = 0
    guard
      let bytes = cpicture_encode(
        pixels, Int32(width), Int32(height), Int32(channels), format, Int32(quality), &size)
    else { preconditionFailure("a picture in memory can be written") }
    return Data(bytesNoCopy: bytes, count: size, deallocator: .free)
  }
}
