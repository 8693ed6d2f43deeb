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
  /// From little to much, at even steps of lightness: the least is nearest to the ground.
  let sequential: [String]
  /// From one side to the other, with the middle nearest to the ground.
  let diverging: [String]

  func shades(_ scale: ShadeScale) -> [String] {
    switch scale {
    case .sequential: sequential
    case .diverging: diverging
    }
  }

  /// Okabe and Ito's hues, without the yellow that white paper swallows, and dark enough for it.
  static let light = Palette(
    background: "#ffffff", text: "#000000", edge: "#404040", grid: "#dcdcdc",
    series: ["#0060B4", "#DC5A03", "#008357", "#7E0454", "#634C00", "#0099D9", "#000000"],
    image: (paper: "#ffffff", ink: "#000000"), sequential: seaDepths,
    diverging: [
      "#045792", "#407cbc", "#80a1d2", "#b8c8e6", "#f1f1f1", "#ebbdab", "#d58e71", "#b9603c",
      "#993205",
    ])

  /// The same hues in the same order, light enough for a dark page.
  static let dark = Palette(
    background: "#1b1e23", text: "#e8eaed", edge: "#b4bac2", grid: "#383d45",
    series: ["#668FE2", "#F58A45", "#90CDA2", "#B65C94", "#FFDF78", "#7CDAFF", "#FFFFFF"],
    // Black on white as the text says, but on paper that does not glare.
    image: (paper: "#dfe2e6", ink: "#000000"), sequential: seaDepths.reversed(),
    diverging: [
      "#8dcdff", "#69a7d4", "#5880a0", "#485c6d", "#393939", "#6f543e", "#a17248", "#d49255",
      "#ffb878",
    ])

  /// From pale yellow through green to deep blue, from 94 to 20 of CIELAB's lightness.
  private static let seaDepths = [
    "#f8efc0", "#c7dba4", "#90c797", "#59b195", "#1d9894", "#007d8c", "#05627e", "#024970",
    "#162f5c",
  ]

  /// Five dashes, so that colour and dash only repeat together after 35 series.
  static let dashes = ["solid", "(14,5)", "(4,4)", "(14,4,3,4)", "(22,5)"]
  /// gnuplot's disc, square, triangle, lozenge, inverted triangle, circle.
  static let marks = [7, 5, 9, 13, 11, 6]
  /// From little to much, and from one side to the other.
  static let shades = (sequential: Array("·░▒▓█"), diverging: Array("≡=-·░▒▓"))
  static let characters = ["*", "#", "o", "+", "x", "@", "%", "="]

  static func pick<Element>(_ elements: [Element], _ index: Int) -> Element {
    elements[index % elements.count]
  }
}
