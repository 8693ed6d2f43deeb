import Testing

@testable import Document

@Suite struct SwiftLexerTests {
  private static let sources = [
    "let x = 1", "", "\n\n", "\"unfinished", "\"a \\(b",
    "\"\"\"\n a \"b\" \\(c(\"d\"))\n\"\"\" + e",
    "#\"raw \\n \\#(x) \"quoted\"\"#", "##\"\"\"\n\"#\n\"\"\"##", "/* a /* b */ c */ d", "/* open",
    "`default` `", "0x1F_p-3 + 1e-5...2.5", "@available(*) #if os(Linux)", "é = \"\\u{1F600}👩‍👩‍👧\"",
    "\"\\", "\"\\(\"\\(\"\\(x)\")\")\"", "a\r\nb", "#", "###", "\\", "\"\\(\n)\"", "$0.map { $0 }",
    String(repeating: "\"\\(", count: 5_000), String(repeating: "/*", count: 5_000),
    String(repeating: "(", count: 5_000), "\u{E9}\u{301}\u{0}\u{1B}[",
  ]

  @Test("Tokens put end to end are the source", arguments: sources)
  func losesNothing(source: String) {
    #expect(SwiftLexer.tokens(of: source).map(\.text).joined() == source)
  }

  @Test("Cutting a source anywhere loses nothing either")
  func losesNothingInPieces() {
    let source = ##"let s = #"a\#(f("b\(c)"))"# /* d /* e */ */ + """¶"x" \(y)¶""" // z¶0x1"##
      .replacing("¶", with: "\n")
    for length in 0...source.count {
      let part = String(source.prefix(length))
      #expect(SwiftLexer.tokens(of: part).map(\.text).joined() == part)
    }
  }

  @Test(
    "Tokens have their kinds",
    arguments: [
      ("let", SwiftToken.Kind.keyword), ("Network", .type), ("W", .plain), ("A1", .plain),
      ("network", .plain), ("1_000.5e-3", .number), ("0xFF", .number), ("// let", .comment),
      ("/* a /* b */ c */", .comment), ("\"a \\\" b\"", .string), ("#\"a\"b\"#", .string),
      ("\"\"\"\n\"a\"\n\"\"\"", .string), ("@MainActor", .attribute), ("`let`", .plain),
    ])
  func kinds(source: String, kind: SwiftToken.Kind) {
    #expect(SwiftLexer.tokens(of: source) == [SwiftToken(kind: kind, text: source)])
  }

  @Test("What stands in an interpolation is code again, what follows it a string")
  func interpolates() {
    let tokens = SwiftLexer.tokens(of: #""a\(f(1))b""#)
    #expect(tokens.map(\.kind) == [.string, .plain, .number, .plain, .string])
    #expect(tokens.last?.text == "b\"")
  }

  @Test("Names after a point and argument labels are not keywords")
  func sparesLabels() {
    for source in ["x.init", "in: y", "default("] {
      #expect(!SwiftLexer.tokens(of: source).contains { $0.kind == .keyword })
    }
  }
}
