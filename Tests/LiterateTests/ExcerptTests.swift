import Document
import Testing

@testable import Literate

@Suite struct ExcerptTests {
  private struct NoSuchFile: Error {}

  private static let source = """
    struct Layer {
      // snippet.forward
      func forward() {

        Z
      }
      // snippet.end
      // snippet.backward
      func backward() {}
      // snippet.open
      // snippet.end
    }
    // snippet.last
    a
    """

  private func listing(_ reference: String, of source: String = source) throws -> Listing {
    try Excerpt.listing(reference, at: Sample.at(9)) { path in
      guard path == "Sources/A.swift" else { throw NoSuchFile() }
      return source
    }
  }

  @Test("A region comes without its markers and the indentation its lines share")
  func region() throws {
    let expected = Listing(
      "func forward() {\n\n  Z\n}", role: .excerpt, origin: "Sources/A.swift")
    #expect(try listing("Sources/A.swift#forward") == expected)
    let windows = Self.source.replacing("\n", with: "\r\n")
    #expect(try listing("Sources/A.swift#forward", of: windows) == expected)
    #expect(try listing("Sources/A.swift#open").code.isEmpty)
  }

  @Test("The library's comments stay in the library; what only looks like one stays in the code")
  func comments() throws {
    let source = """
      // snippet.forward
      /// `Z = W·A + b`
      func forward() {
        // Why.
        Z  // what
        open("http://a//b")
      }
      // snippet.end
      """
    #expect(
      try listing("Sources/A.swift#forward", of: source).code
        == "func forward() {\n  Z\n  open(\"http://a//b\")\n}")
  }

  @Test(
    "A file that is missing or outside the package is refused",
    arguments: ["Sources/B.swift", "/Sources/A.swift", "../A.swift", "Sources/../Sources/A.swift"])
  func file(path: String) {
    expectError(.excerptFile(path), line: 9) { try listing(path + "#forward") }
  }

  @Test(
    "An unknown region is named, with what was meant",
    arguments: [("foward", "forward"), ("end", nil)])
  func unknown(region: String, meant: String?) {
    expectError(
      .excerptRegion(file: "Sources/A.swift", region: region, suggestion: meant), line: 9
    ) { try listing("Sources/A.swift#\(region)") }
  }

  @Test(
    "A region that another one interrupts, or that never ends, is refused",
    arguments: ["backward", "last"])
  func unclosed(region: String) {
    expectError(.excerptUnclosed(file: "Sources/A.swift", region: region), line: 9) {
      try listing("Sources/A.swift#\(region)")
    }
  }

  @Test("A reference names a file and a region", arguments: ["Sources/A.swift", "#a", "a#", "#"])
  func form(reference: String) {
    let error = #expect(throws: ChapterError.self) { try listing(reference) }
    guard case .optionValue("source", reference, _) = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("The error stands at the line of the option")
  func line() {
    expectError(.excerptFile("a"), line: 6) {
      try Sample.tangled("```swift\n//| echo: true\n//| source: a#b\n//| error: false\n```")
    }
  }
}
