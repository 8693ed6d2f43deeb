import Testing

@testable import Images

@Suite("Ink and paper")
struct InkMapTests {
  private static let drawing: Drawing = {
    var drawing = Drawing(columns: 240, rows: 120)
    drawing.seven(30, 30, height: 60, width: 6)
    drawing.one(110, 30, height: 60, width: 6)
    drawing.seven(150, 30, height: 60, width: 6)
    return drawing
  }()

  /// Numbers from -0.5 to 0.5, the same every time.
  private static let grain: [Float] = {
    var state: UInt32 = 1
    return (0..<240 * 120).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Float(state >> 8) / Float(1 << 24) - 0.5
    }
  }()

  /// Whether the map shows the strokes: what is covered is ink, what is bare is not.
  private static func shows(_ map: InkMap?) -> Bool {
    guard let map else { return false }
    let pairs = zip(map.ink.values, drawing.cover)
    let right = pairs.count { ($0 > InkMap.threshold) == ($1 >= 0.5) }
    let lost = pairs.count { $1 > 0.99 && $0 <= InkMap.threshold }
    return right * 100 >= 97 * drawing.cover.count && lost * 20 < drawing.mask.count(where: \.self)
  }

  @Test(
    "dark on light and light on dark, strong and faint, are told apart",
    arguments: [(240, 20), (20, 240), (255, 0), (0, 255), (200, 140), (90, 150)] as [(Float, Float)]
  )
  func polarity(paper: Float, ink: Float) {
    let field = Self.drawing.field(paper: paper, ink: ink)
    let map = InkMap(field, isDark: nil)
    #expect(Self.shows(map))
    let contrast = abs(paper - ink) / (ink < paper ? paper : 255)
    #expect(map.map { abs($0.contrast - contrast) < 0.15 } == true, "\(map?.contrast ?? 0)")
    #expect(Self.shows(InkMap(field, isDark: ink < paper)))
    #expect(!Self.shows(InkMap(field, isDark: ink > paper)))
  }

  @Test("a gradient of light over the sheet does not matter", arguments: [0.4, 0.7, 1] as [Float])
  func gradient(light: Float) {
    var field = Self.drawing.field()
    for index in field.values.indices {
      let across = Float(index % 240) / 239
      field.values[index] *= light + (1 - light) * across
    }
    #expect(Self.shows(InkMap(field, isDark: nil)))
  }

  @Test("noise does not matter")
  func noise() {
    var field = Self.drawing.field()
    for index in field.values.indices { field.values[index] += 40 * Self.grain[index] }
    #expect(Self.shows(InkMap(field, isDark: nil)))
  }

  @Test("blank paper, even, shaded or grainy, bears no ink")
  func blank() {
    let even = Field(columns: 240, rows: 120, repeating: 230)
    var shaded = even
    var grainy = even
    for index in even.values.indices {
      shaded.values[index] = 120 + Float(index % 240) / 2
      grainy.values[index] += 20 * Self.grain[index]
    }
    for field in [even, shaded, grainy] { #expect(InkMap(field, isDark: nil) == nil) }
  }
}
