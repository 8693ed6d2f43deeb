import Testing

@testable import Images

@Suite("Rows of digits")
struct DigitRowsTests {
  /// A sign whose box has its upper left corner there.
  private static func sign(_ left: Int, _ top: Int, height: Int = 60) -> Region {
    let corners = [(left, top), (left + 39, top + height - 1)]
    return Region(pixels: corners.map { Int32($0.1 * 1000 + $0.0) }, columns: 1000)
  }

  private static func lefts(_ signs: [Region]) -> [[Int]] {
    DigitRows(signs).rows.map { $0.map(\.box.left) }
  }

  @Test("one row is read from left to right, however it was found")
  func order() {
    let signs = [300, 50, 200, 120].map { Self.sign($0, 40 + $0 % 7) }
    #expect(Self.lefts(signs) == [[50, 120, 200, 300]])
    #expect(Self.lefts([Self.sign(10, 10)]) == [[10]])
  }

  @Test("rows are read from top to bottom")
  func rows() {
    let signs = [(200, 150), (100, 40), (110, 155), (210, 45), (20, 148), (30, 260)]
    #expect(
      Self.lefts(signs.map { Self.sign($0.0, $0.1) }) == [[100, 210], [20, 110, 200], [30]])
  }

  @Test("a row that goes up or down is one row, and knows its tilt", arguments: [-10, 0, 10])
  func tilt(percent: Int) {
    let signs = (0..<5).map { Self.sign(50 + 100 * $0, 200 + $0 * percent) }
    let rows = DigitRows(signs).rows
    #expect(rows.map(\.count) == [5])
    let wanted = Float(percent) / 100
    #expect(rows.joined().allSatisfy { abs($0.tilt - wanted) < 0.005 })
  }

  @Test("a slope of two digits, or a slight one, is the hand's")
  func slight() {
    let two = DigitRows([Self.sign(50, 100), Self.sign(150, 115)]).rows
    #expect(two.map(\.count) == [2] && two.joined().allSatisfy { $0.tilt == 0 })
    let slight = DigitRows((0..<4).map { Self.sign(50 + 100 * $0, 100 + 2 * $0) }).rows
    #expect(slight.map(\.count) == [4] && slight.joined().allSatisfy { $0.tilt == 0 })
  }

  @Test("what is far away on the same level is a row of its own")
  func far() {
    #expect(Self.lefts([Self.sign(0, 100), Self.sign(80, 100), Self.sign(700, 100)]).count == 2)
  }
}
