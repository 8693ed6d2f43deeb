import Publishing
import Testing

@Suite("Images as text")
struct PixelDrawingTests {
  private let drawing = PixelDrawing(
    rows: 3, columns: 4, pixels: [0, 255, 0, 255, 0, 0, 255, 255, 255, 0, 127, 128])

  @Test("without colour, half blocks where a pixel is light")
  func plain() {
    #expect(drawing.lines(color: false) == [" ▀▄█", "▀  ▀"])
  }

  @Test("in colour, each pixel has its grey")
  func color() {
    let lines = drawing.lines(color: true)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("\u{1B}[38;5;232;48;5;232m▀\u{1B}[38;5;255;48;5;232m▀"))
    #expect(lines.allSatisfy { $0.hasSuffix("\u{1B}[0m") })
  }
}
