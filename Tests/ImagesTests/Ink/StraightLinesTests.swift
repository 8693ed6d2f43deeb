import Testing

@testable import Images

@Suite("Ruled lines and boxes")
struct StraightLinesTests {
  private static let (columns, rows) = (400, 160)

  private static func left(of drawing: Drawing, digitHeight: Int = 60) -> [Region] {
    StraightLines(columns: columns, digitHeight: digitHeight)
      .removed(from: Region.all(in: drawing.mask, columns: columns, smallest: 4))
  }

  private static func digits(_ drawing: inout Drawing) {
    for left in [60, 160, 260] as [Float] { drawing.seven(left, 40, height: 60, width: 6) }
  }

  @Test("digits without lines stay as they are")
  func nothing() {
    var drawing = Drawing(columns: Self.columns, rows: Self.rows)
    Self.digits(&drawing)
    let before = Region.all(in: drawing.mask, columns: Self.columns)
    #expect(Self.left(of: drawing).map(\.pixels) == before.map(\.pixels))
  }

  @Test("a line under the digits goes, level or tilted", arguments: [0, 8, -8, 30] as [Float])
  func lone(tilt: Float) {
    var drawing = Drawing(columns: Self.columns, rows: Self.rows)
    Self.digits(&drawing)
    let digits = Region.all(in: drawing.mask, columns: Self.columns).count
    drawing.line(10, 122, 390, 122 + tilt, width: 2)
    #expect(Region.all(in: drawing.mask, columns: Self.columns).count == digits + 1)
    #expect(Self.left(of: drawing).count == digits)
  }

  @Test("digits that stand on a line are left without it", arguments: [0, 10] as [Float])
  func crossing(tilt: Float) {
    var drawing = Drawing(columns: Self.columns, rows: Self.rows)
    Self.digits(&drawing)
    drawing.line(10, 90, 390, 90 + tilt, width: 2)
    #expect(Region.all(in: drawing.mask, columns: Self.columns).count == 1)
    let left = Self.left(of: drawing)
    #expect(left.count == 3)
    for region in left { #expect(55...75 ~= region.box.height && region.box.width < 60) }
  }

  @Test("a box around each digit goes, one that the digits touch too")
  func boxes() {
    for top in [30, 41] as [Float] {
      var drawing = Drawing(columns: Self.columns, rows: Self.rows)
      Self.digits(&drawing)
      for left in stride(from: 40, through: 340, by: 100) as StrideThrough<Float> {
        drawing.line(left, top, left, 120, width: 2)
      }
      drawing.line(40, top, 340, top, width: 2)
      drawing.line(40, 120, 340, 120, width: 2)
      let left = Self.left(of: drawing)
      #expect(left.count == 3, "\(top)")
      for region in left { #expect(50...72 ~= region.box.height && region.box.width < 60) }
    }
  }

  @Test("empty lines and boxes leave nothing")
  func empty() {
    var lines = Drawing(columns: Self.columns, rows: Self.rows)
    for y in [30, 70, 110] as [Float] { lines.line(10, y, 390, y, width: 2) }
    #expect(Self.left(of: lines, digitHeight: 3).isEmpty)
    var box = Drawing(columns: Self.columns, rows: Self.rows)
    box.line(40, 30, 240, 30, width: 2)
    box.line(40, 120, 240, 120, width: 2)
    box.line(40, 30, 40, 120, width: 2)
    box.line(240, 30, 240, 120, width: 2)
    #expect(Self.left(of: box, digitHeight: 90).isEmpty)
  }

  @Test("a 1, upright or as a lone stroke, is no line")
  func ones() {
    for lean in [0, 12, -12] as [Float] {
      var drawing = Drawing(columns: Self.columns, rows: Self.rows)
      for left in [60, 160, 260] as [Float] { drawing.line(left, 40, left + lean, 100, width: 4) }
      #expect(Self.left(of: drawing).count == 3)
    }
  }
}
