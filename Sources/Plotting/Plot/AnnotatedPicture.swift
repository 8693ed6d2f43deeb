/// A picture in colour with boxes in it, each with what was found there.
public struct AnnotatedPicture: Sendable, Equatable {
  /// A rectangle of the picture, in its pixels from the upper left corner, and its label.
  public struct Mark: Sendable, Equatable {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
    let label: String
    let isDoubtful: Bool

    public init(
      left: Double, top: Double, width: Double, height: Double, label: String, isDoubtful: Bool
    ) {
      (self.left, self.top, self.width, self.height) = (left, top, width, height)
      (self.label, self.isDoubtful) = (label, isDoubtful)
    }
  }

  static let maximumPixels = 2_000_000

  let title: String
  let width: Int
  let height: Int
  /// Red, green and blue in 24 bits, row after row from the top.
  let colours: [UInt32]
  let marks: [Mark]

  /// - Parameter colours: `width` × `height` numbers: 65536 red + 256 green + blue.
  public init(_ title: String, width: Int, height: Int, colours: [UInt32], marks: [Mark]) {
    (self.title, self.width, self.height) = (title, width, height)
    (self.colours, self.marks) = (colours, marks)
  }

  /// Throws a `PlottingError` for a picture that is incomplete or too large.
  func check() throws(PlottingError) {
    guard colours.count <= Self.maximumPixels else {
      throw .tooMany(.points, plot: title, count: colours.count, limit: Self.maximumPixels)
    }
    guard width > 0, height > 0, colours.count == width * height else {
      throw .imageSize(plot: title, image: 1)
    }
  }

  public func table() throws -> String {
    try check()
    let head = ["valeur", "gauche", "haut", "largeur", "hauteur"].map(CSV.Cell.text)
    return CSV.text(
      [head]
        + marks.map { mark in
          [.text(mark.label)]
            + [mark.left, mark.top, mark.width, mark.height].map(CSV.Cell.number)
        })
  }
}
