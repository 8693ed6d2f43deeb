import Testing

@testable import Images

@Suite("Regions of ink")
struct RegionTests {
  /// A mask drawn with `#`.
  private static func mask(_ rows: String...) -> [Bool] { rows.joined().map { $0 == "#" } }

  @Test("pixels that touch at a corner hang together; small regions are left out")
  func connection() {
    let mask = Self.mask(
      "#....##",
      ".#...##",
      "..#....",
      "......#")
    let all = Region.all(in: mask, columns: 7)
    #expect(all.map(\.area) == [3, 4, 1])
    #expect(
      all.map(\.box) == [
        PixelBox(left: 0, top: 0, width: 3, height: 3),
        PixelBox(left: 5, top: 0, width: 2, height: 2),
        PixelBox(left: 6, top: 3, width: 1, height: 1),
      ])
    #expect(Region.all(in: mask, columns: 7, smallest: 4).map(\.area) == [4])
    #expect(all[1].fill == 1 && abs(all[0].fill - 1.0 / 3) < 1e-12)
    #expect(Region.all(in: [Bool](repeating: false, count: 12), columns: 4).isEmpty)
  }

  @Test("a union has the pixels and the box of both")
  func union() {
    let regions = Region.all(in: Self.mask("#..#", "#..#"), columns: 4)
    let union = regions[0].union(regions[1])
    #expect(union.area == 4 && union.box == PixelBox(left: 0, top: 0, width: 4, height: 2))
  }

  @Test("gaps between boxes are negative where they overlap")
  func gaps() {
    let box = PixelBox(left: 10, top: 10, width: 10, height: 20)
    let right = PixelBox(left: 25, top: 15, width: 4, height: 4)
    #expect(box.gapX(right) == 5 && right.gapX(box) == 5 && box.gapY(right) == -4)
    #expect(box.centreX == 15 && box.centreY == 20 && box.longest == 20)
  }

  @Test("a straight line has hardly any spread, whatever its tilt; a disc has")
  func spread() {
    for (x, y) in [(90, 10), (90, 90), (12, 90)] as [(Float, Float)] {
      var drawing = Drawing(columns: 100, rows: 100)
      drawing.line(10, 10, x, y, width: 3)
      let line = Region.all(in: drawing.mask, columns: 100)[0]
      #expect(line.spread(columns: 100) < 1.2)
    }
    var drawing = Drawing(columns: 100, rows: 100)
    drawing.line(50, 50, 50, 50, width: 40)
    let disc = Region.all(in: drawing.mask, columns: 100)[0]
    #expect(abs(disc.spread(columns: 100) - 10) < 0.5)
  }
}
