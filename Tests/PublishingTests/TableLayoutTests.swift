import Document
import Testing

@testable import Publishing

@Suite struct TableLayoutTests {
  private func lines(_ rows: [[String]], _ alignments: [Table.Alignment], width: Int) -> [String] {
    TableLayout(
      alignments: alignments, header: (rows.first ?? []).map { StyledText($0) },
      rows: rows.dropFirst().map { $0.map { StyledText($0) } }
    ).lines(width: width).map(\.text)
  }

  @Test("Columns are aligned, the header set off")
  func aligns() {
    let table = lines(
      [["n", "coût", "r"], ["10", "2,3", "="], ["5", "0,91", "≈≈≈"]],
      [.right, .right, .center], width: 40)
    #expect(
      table
        == [
          "─────────────────", " n   coût    r", "─────────────────", "10    2,3    =",
          " 5   0,91   ≈≈≈",
          "─────────────────",
        ].map { $0.replacing("─────────────────", with: "───────────────") })
  }

  @Test("Wide characters count for two columns")
  func measuresWideCharacters() {
    #expect(
      lines([["a", "b"], ["日本", "x"], ["c", "y"]], [.left, .left], width: 40)[3...4] == [
        "日本   x", "c      y",
      ])
  }

  @Test(
    "Cells wrap where the table is wider than the page, and no line is too wide", arguments: 20...80
  )
  func wraps(width: Int) {
    let words = "un texte assez long pour deux lignes"
    let table = lines(
      [["a", "b", "c"], [words, "12 345", words], [words, "6", "court"]],
      [.left, .right, .left], width: width)
    #expect(table.allSatisfy { $0.displayWidth <= width })
    #expect(table.joined(separator: " ").split(separator: " ").filter { $0 == "texte" }.count == 3)
  }

  @Test("Too many columns for the page become a list of cells")
  func listsCells() {
    let table = lines(
      [["a", "b", "c", "d"], ["valeur 1", "valeur 2", "valeur 3", "valeur 4"]],
      [.left, .left, .left, .left], width: 20)
    #expect(table.contains("c\u{A0}: valeur 3"))
  }

  @Test("Missing and extra cells neither trap nor vanish")
  func acceptsRaggedRows() {
    #expect(lines([["a"], [], ["b", "c"]], [.left], width: 20).contains("b   c"))
    #expect(lines([], [], width: 20).isEmpty)
  }
}
