import Datasets
import Plotting

extension ImageGrid {
  /// The images with their labels below, `columns` in a row.
  public init(_ title: String, of images: LabeledImages, columns: Int) {
    let size = images.pixelsPerImage
    self.init(
      title, columns: columns,
      images: images.labels.enumerated().map { index, label in
        let pixels = images.pixels[index * size..<(index + 1) * size]
        return Image(
          width: images.columns, shades: pixels.map { Double($0) / 255 }, label: "\(label)")
      })
  }
}
