import Document
import Testing

@testable import Literate

@Suite struct FenceTests {
  @Test(
    "What opens a block of code, and whether it is a cell",
    arguments: [
      ("```swift", true), ("```` swift", true), ("~~~swift", true), ("   ```swift  ", true),
      ("```{swift}", true), ("~~~ {swift} ", true), ("```{.swift}", false), ("```{swift", false),
      ("```", false), ("```Swift", false), ("```swift foo", false), ("```{swift-x}", false),
      ("``` swift-package", false), ("~~~ `a`", false),
    ])
  func opens(line: String, isCell: Bool) throws {
    #expect(try #require(Fence(opening: line)).isCell == isCell)
  }

  @Test(
    "What opens nothing",
    arguments: ["``swift", "    ```swift", "\t```", "``` a`b", "a ```", "", "`~~"])
  func opensNothing(line: String) { #expect(Fence(opening: line) == nil) }

  @Test(
    "A block is closed by at least as many of the same marks",
    arguments: [
      ("```", "```", true), ("```", "`````  ", true), ("```", "   ```", true),
      ("```", "    ```", false),
      ("```", "``", false), ("```", "~~~", false), ("````", "```", false), ("```", "``` x", false),
      ("~~~", "~~~~", true),
    ])
  func closes(opening: String, line: String, closes: Bool) throws {
    #expect(try #require(Fence(opening: opening)).isClosed(by: line) == closes)
  }

  @Test("A block within a longer fence is text")
  func nested() throws {
    let body = "````\n```swift\nlet a = 1\n```\n````\n\n~~~swift\nlet b = \"```\"\n```\n~~~"
    #expect(try Sample.cells(body).map(\.code) == ["let b = \"```\"\n```"])
  }

  @Test(
    "A block that is never closed is named by its first line",
    arguments: [
      ("a\n```swift\nlet a = 1", 5), ("```\na\n```\n\n````\nx\n```", 8), ("~~~\n```", 4),
      ("```", 4),
    ])
  func unclosed(body: String, line: Int) {
    expectError(.unclosedFence, line: line) { try Sample.chapter(body) }
  }

  @Test("Paragraphs outside blocks are transformed, with their lines")
  func paragraphs() {
    var places: [Int] = []
    let prose = "a\nb\n\n\n```\nc\n\n```\nd\n"
    let result = mapParagraphs(prose, at: Sample.at(10)) { text, place in
      places.append(place.line)
      return "<\(text)>"
    }
    #expect(result == "<a\nb>\n\n\n```\nc\n\n```\n<d>\n")
    #expect(places == [10, 18])
  }
}
