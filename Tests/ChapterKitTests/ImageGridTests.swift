import Datasets
import Plotting
import Testing

@testable import ChapterKit

@Suite("Grids of labelled images")
struct ImageGridTests {
  @Test("bytes become shades, digits become labels")
  func labelled() {
    let images = LabeledImages(
      rows: 1, columns: 2, pixels: [0, 255, 51, 0], labels: [7, 3])
    let grid = ImageGrid("Chiffres", of: images, columns: 2)
    #expect(
      grid
        == ImageGrid(
          "Chiffres", columns: 2,
          images: [
            .init(width: 2, shades: [0, 1], label: "7"),
            .init(width: 2, shades: [0.2, 0], label: "3"),
          ]))
  }

  @Test("a cell shows a grid as it shows a plot")
  @MainActor
  func shown() async throws {
    let weaving = try Weaving { chapter in
      try chapter.begin(.captioned(.figure, "fig-a", alternative: "Un point"))
      chapter.show(ImageGrid("a", columns: 1, images: [.init(width: 1, shades: [1])]))
      try chapter.end()
    }
    try await weaving.run()
    #expect(weaving.blocks.count == 1)
  }
}
