/// The colours of a figure, and what tells its series apart beside them.
struct Palette: Sendable {
  /// The ground that everything lies on.
  let background: String
  let text: String
  /// The axes, their marks and their numbers.
  let edge: String
  let grid: String
  /// One per series: they stay apart in grey and for colour-blind readers.
  let series: [String]
  /// The paper and the ink of an image.
  let image: (paper: String, ink: String)

  /// Okabe and Ito's hues, without the yellow that white paper swallows, and dark enough for it.
  static let light = Palette(
    background: "#ffffff", text: "#000000", edge: "#404040", grid: "#dcdcdc",
    series: ["#0060B4", "#DC5A03", "#008357", "#7E0454", "#634C00", "#0099D9", "#000000"],
    image: (paper: "#ffffff", ink: "#000000"))

  /// The same hues in the same order, light enough for a dark page.
  static let dark = Palette(
    background: "#1b1e23", text: "#e8eaed", edge: "#b4bac2", grid: "#383d45",
    series: ["#668FE2", "#F58A45", "#90CDA2", "#B65C94", "#FFDF78", "#7CDAFF", "#FFFFFF"],
    // Black on white as the text says, but on paper that does not glare.
    image: (paper: "#dfe2e6", ink: "#000000"))

  /// Five dashes, so that colour and dash only repeat together after 35 series.
  static let dashes = ["solid", "(14,5)", "(4,4)", "(14,4,3,4)", "(22,5)"]
  /// gnuplot's disc, square, triangle, lozenge, inverted triangle, circle.
  static let marks = [7, 5, 9, 13, 11, 6]
  static let characters = ["*", "#", "o", "+", "x", "@", "%", "="]

  static func pick<Element>(_ elements: [Element], _ index: Int) -> Element {
    elements[index % elements.count]
  }
}
