/// A figure of small grey images side by side, each with its label below.
///
/// Like a `Plot`, a grid never fails to build; drawing it says what does not hold together. Shades
/// that are not in 0…1 are brought there, and `nan` is white; a grid without images says so.
public struct ImageGrid: Sendable, Equatable {
  /// One grey image.
  public struct Image: Sendable, Equatable {
    let width: Int
    let shades: [Double]
    let label: String

    /// An image from its shades, row after row from the top: 0 is paper, 1 is ink.
    public init(width: Int, shades: [Double], label: String = "") {
      self.width = width
      self.shades = shades.map { $0.isNaN ? 0 : min(max($0, 0), 1) }
      self.label = label
    }

    var height: Int { width > 0 ? shades.count / width : 0 }
  }

  static let maximumPixels = 1_000_000

  let title: String
  let columns: Int
  let images: [Image]

  /// A grid with `columns` images in a row.
  public init(_ title: String, columns: Int, images: [Image]) {
    self.title = title
    self.columns = columns
    self.images = images
  }

  /// Throws a `PlottingError` for images of different sizes, incomplete ones, or too many pixels.
  func check() throws(PlottingError) {
    let pixels = images.reduce(0) { $0 + $1.shades.count }
    guard pixels <= Self.maximumPixels else {
      throw .tooMany(.points, plot: title, count: pixels, limit: Self.maximumPixels)
    }
    guard columns > 0 else { throw .gridColumns(plot: title, count: columns) }
    guard let first = images.first else { return }
    for (index, image) in images.enumerated() {
      let fits = image.width == first.width && image.shades.count == first.shades.count
      guard fits, image.height > 0, image.height * image.width == image.shades.count else {
        throw .imageSize(plot: title, image: index + 1)
      }
    }
  }
}
