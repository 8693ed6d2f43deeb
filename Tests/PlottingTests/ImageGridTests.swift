import Foundation
import Testing

@testable import Plotting

@Suite struct ImageGridTests {
  private static let cross = ImageGrid.Image(
    width: 4,
    shades: [
      1, 0, 0, 1,
      0, 1, 1, 0,
      0, 1, 1, 0,
      1, 0, 0, 1,
    ], label: "x")
  private static let ink = ImageGrid.Image(
    width: 4, shades: Array(repeating: 1, count: 16), label: "l'encre")

  @Test("In characters, each stands for 2 × 4 pixels, and rows break where the terminal ends")
  func text() {
    let grid = ImageGrid("Deux", columns: 2, images: [Self.cross, Self.ink])
    #expect(grid.text(columns: 76) == "Deux\n\n▒▒ ██\nx  l…\n")
    #expect(grid.text(columns: 4) == "Deux\n\n▒▒\nx\n\n██\nl…\n")
  }

  @Test("Shades outside 0…1 are brought there, and nan is paper")
  func shades() {
    let image = ImageGrid.Image(width: 2, shades: [-1, 2, .nan, 0.5])
    #expect(image.shades == [0, 1, 0, 0.5])
  }

  @Test("The script has every pixel in its place, and one statement per line")
  func script() throws {
    let grid = ImageGrid("l'une\net l'autre", columns: 2, images: [Self.cross, Self.ink])
    let script = grid.script(as: .png)
    let points = try #require(script.data.first)
    let mosaic = Mosaic(grid)
    #expect(points.x.count == mosaic.width * mosaic.height)
    #expect(points.y.filter { $0 > 0 }.reduce(0, +) == 8 + 16)
    let corner = (0..<points.y.count).first { points.y[$0] == 1 }
    #expect(corner.map { $0 % mosaic.width } == 2)
    #expect(script.commands.contains("set title 'l''une"))
    #expect(script.commands.contains("'l''encre'"))
    let words = script.commands.split(separator: "\n").map { $0.split(separator: " ").first }
    #expect(words.allSatisfy { ["set", "unset", "plot"].contains($0) })
  }

  static let refused: [(ImageGrid, PlottingError)] = [
    (ImageGrid("g", columns: 0, images: [cross]), .gridColumns(plot: "g", count: 0)),
    (
      ImageGrid("g", columns: 1, images: [cross, .init(width: 2, shades: [1, 1])]),
      .imageSize(plot: "g", image: 2)
    ),
    (
      ImageGrid("g", columns: 1, images: [.init(width: 2, shades: [1, 1, 1])]),
      .imageSize(plot: "g", image: 1)
    ),
    (
      ImageGrid("g", columns: 1, images: [.init(width: 0, shades: [])]),
      .imageSize(plot: "g", image: 1)
    ),
  ]

  @Test("What is no grid is refused, in French", arguments: refused.indices)
  func refuses(index: Int) {
    let (grid, error) = Self.refused[index]
    #expect(throws: error) { try Gnuplot().render(grid, as: .text) }
    #expect(error.description.hasPrefix("Figure «\u{A0}g\u{A0}»\u{A0}: "))
  }

  @Test(
    "gnuplot draws it, with images and without",
    .enabled(if: Installed.gnuplot, "gnuplot is not installed"), arguments: FigureFormat.allCases)
  func renders(format: FigureFormat) throws {
    for images in [[], [Self.cross, Self.ink, Self.cross]] {
      let grid = ImageGrid("Trois", columns: 2, images: images)
      #expect(format.isComplete(try Gnuplot().render(grid, as: format)))
    }
  }
}
