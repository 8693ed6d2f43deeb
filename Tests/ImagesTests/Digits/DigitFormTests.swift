import Foundation
import Testing

@testable import Images

@Suite("The form of MNIST's digits")
struct DigitFormTests {
  private static func images(_ drawing: Drawing, paper: Float = 240, ink: Float = 20) throws
    -> [GrayImage]
  {
    let content = try Picture(drawing.image(paper: paper, ink: ink))
      .content(probabilities: { _ in [] })
    guard case .digits(let rows) = content else { return [] }
    return rows.joined().map(\.image)
  }

  private static func drawing(height: Float, width: Float) -> Drawing {
    var drawing = Drawing(columns: 260, rows: 200)
    drawing.seven(40, 30, height: height, width: width)
    drawing.one(200, 30, height: height, width: width)
    return drawing
  }

  @Test(
    "a box of 20 pixels, the centre of mass at 14, a background of exactly 0",
    arguments: [(40, 4), (80, 8), (140, 6), (140, 24)] as [(Float, Float)])
  func form(height: Float, width: Float) throws {
    let images = try Self.images(Self.drawing(height: height, width: width))
    #expect(images.count == 2)
    for image in images {
      #expect(image.rows == 28 && image.columns == 28)
      let field = Field(columns: 28, rows: 28, values: image.pixels.map(Float.init))
      // The soft edge lies outside the box.
      let box = try #require(field.trimmed(above: 64))
      #expect(19...20 ~= max(box.columns, box.rows), "\(box.columns) × \(box.rows)")
      let mass = field.values.reduce(0, +)
      for moments in [field, field.transposed] {
        let moment = moments.values.indices.reduce(Float(0)) {
          $0 + moments.values[$1] * Float($1 % 28)
        }
        #expect(abs(moment / mass - 14) <= 0.51, "\(moment / mass)")
      }
      #expect(image.pixels.prefix(28 * 2).allSatisfy { $0 == 0 })
      #expect(image.pixels.count { $0 == 0 } > 784 / 2 && (image.pixels.max() ?? 0) > 180)
    }
  }

  @Test("light on dark gives what dark on light does")
  func polarity() throws {
    let drawing = Self.drawing(height: 100, width: 9)
    let dark = try Self.images(drawing)
    let light = try Self.images(drawing, paper: 15, ink: 235)
    #expect(dark.count == 2 && light.count == 2)
    for (one, other) in zip(dark, light) {
      let differences = zip(one.pixels, other.pixels).map { abs(Int($0) - Int($1)) }
      #expect(differences.reduce(0, +) < 784 * 6, "\(differences.reduce(0, +))")
    }
  }

  @Test("the strokes of any pen come out about as wide as MNIST's")
  func strokes() throws {
    for width in [3, 8, 20] as [Float] {
      let images = try Self.images(Self.drawing(height: 120, width: width))
      let ink = try #require(images.first).pixels.reduce(0) { $0 + Int($1) } / 255
      #expect(50...140 ~= ink, "\(width): \(ink)")
    }
  }

  @Test("what is not to be read has its reason")
  func reasons() {
    func reason(_ drawing: Drawing) -> NoDigits? {
      do {
        _ = try Self.images(drawing)
        return nil
      } catch {
        return error as? NoDigits
      }
    }
    #expect(reason(Drawing(columns: 120, rows: 90)) == .blank)
    var blot = Drawing(columns: 240, rows: 180)
    blot.line(120, 90, 125, 92, width: 70)
    #expect(reason(blot) == .noStrokes)
    var text = Drawing(columns: 560, rows: 420)
    for y in stride(from: 12, to: 400, by: 24) as StrideTo<Float> {
      for x in stride(from: 12, to: 540, by: 20) as StrideTo<Float> {
        text.line(x, y, x + 6, y + 14, width: 3)
      }
    }
    guard case .crowded(let count) = reason(text) else {
      Issue.record("no page of text: \(String(describing: reason(text)))")
      return
    }
    #expect(count > DigitFinder.mostSigns)
  }

  @Test("digits are found where they are")
  func boxes() throws {
    var drawing = Drawing(columns: 300, rows: 200)
    drawing.seven(30, 20, height: 60, width: 6)
    drawing.one(130, 20, height: 60, width: 6)
    drawing.seven(40, 120, height: 60, width: 6)
    let boxes = try Picture(drawing.image()).boxes()
    #expect(boxes.map(\.count) == [2, 1])
    let wanted = [(27, 17, 45, 66), (127, 17, 6, 66), (37, 117, 45, 66)]
    for (box, wanted) in zip(boxes.joined(), wanted) {
      let differences = [
        box.left - wanted.0, box.top - wanted.1, box.width - wanted.2, box.height - wanted.3,
      ]
      #expect(differences.allSatisfy { abs($0) <= 4 }, "\(box)")
    }
  }
}
