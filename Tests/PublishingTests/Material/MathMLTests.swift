import Foundation
import Testing

@testable import Publishing

@Suite("Formulas in MathML")
struct MathMLTests {
  private static func mathML(_ tex: String) -> String? {
    MathML.math(Formula(tex), isDisplay: false, isXML: true)?.source
      .replacing(/<math [^>]*>/, with: "").replacing("</math>", with: "")
  }

  @Test(
    "Each construct has its elements",
    arguments: [
      ("x", "<mi>x</mi>"), ("12", "<mn>12</mn>"), ("0{,}25", "<mn>0,25</mn>"),
      (#"60\,000"#, "<mn>60\u{A0}000</mn>"),
      (#"1\,2"#, "<mn>1</mn><mspace width=\"0.1667em\"/><mn>2</mn>"),
      ("3.5", "<mn>3.5</mn>"), (#"1\,060\,000"#, "<mn>1\u{A0}060\u{A0}000</mn>"),
      (
        "(1, 2)",
        #"<mo stretchy="false">(</mo><mn>1</mn><mo>,</mo><mn>2</mn><mo stretchy="false">)</mo>"#
      ),
      ("a + b", "<mi>a</mi><mo>+</mo><mi>b</mi>"), ("-x", #"<mo form="prefix">−</mo><mi>x</mi>"#),
      ("x_i", "<msub><mi>x</mi><mi>i</mi></msub>"), ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
      ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
      ("10^{-3}", #"<msup><mn>10</mn><mrow><mo form="prefix">−</mo><mn>3</mn></mrow></msup>"#),
      ("f'", #"<msup><mi>f</mi><mi mathvariant="normal">′</mi></msup>"#),
      (#"\frac{a}{b}"#, "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
      (#"\dfrac1{12}"#, #"<mfrac displaystyle="true"><mn>1</mn><mn>12</mn></mfrac>"#),
      (#"\sqrt{x}"#, "<msqrt><mi>x</mi></msqrt>"),
      (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
      (
        #"\sum_{i=1}^n"#,
        "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
      ),
      (#"\max_x"#, "<munder><mi>max</mi><mi>x</mi></munder>"),
      (#"\log x"#, #"<mi>log</mi><mspace width="0.1667em"/><mi>x</mi>"#),
      (#"\text{si } x"#, "<mtext>si\u{A0}</mtext><mi>x</mi>"),
      (#"\Sigma \infty"#, #"<mi mathvariant="normal">Σ</mi><mi mathvariant="normal">∞</mi>"#),
      (#"\hat{y}"#, #"<mover accent="true"><mi>y</mi><mo stretchy="false">^</mo></mover>"#),
      (#"\mathbb{R}"#, "<mi>ℝ</mi>"), (#"a < b"#, "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
      (
        #"\underbrace{a}_{b}"#,
        #"<munder><munder><mi>a</mi><mo stretchy="true">⏟</mo></munder><mi>b</mi></munder>"#
      ),
      (
        #"\left( a \right]"#,
        #"<mrow><mo form="prefix" fence="true" stretchy="true">(</mo><mi>a</mi><mo form="postfix" fence="true" stretchy="true">]</mo></mrow>"#
      ),
      (
        #"\begin{pmatrix} 1 & 2 \end{pmatrix}"#,
        #"<mrow><mo form="prefix" fence="true" stretchy="true">(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo form="postfix" fence="true" stretchy="true">)</mo></mrow>"#
      ),
      (
        #"\begin{cases} 0 & a \\ 1 & b \end{cases}"#,
        #"<mrow><mo form="prefix" fence="true" stretchy="true">{</mo><mtable><mtr><mtd class="left"><mn>0</mn></mtd><mtd class="left"><mi>a</mi></mtd></mtr><mtr><mtd class="left"><mn>1</mn></mtd><mtd class="left"><mi>b</mi></mtd></mtr></mtable></mrow>"#
      ),
      (
        #"\begin{aligned} a &= b \end{aligned}"#,
        #"<mtable displaystyle="true"><mtr><mtd class="right"><mi>a</mi></mtd><mtd class="left"><mo>=</mo><mi>b</mi></mtd></mtr></mtable>"#
      ),
    ])
  func constructs(tex: String, expected: String) {
    #expect(Self.mathML(tex) == expected)
  }

  @Test("A formula that cannot be read has no MathML")
  func unreadable() { #expect(Self.mathML(#"\inconnu{x}"#) == nil) }

  @Test("Every formula of the course is XML with a spoken form, its decimals in one piece")
  func course() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appending(path: "chapters")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }
    var count = 0
    for file in files.sorted() {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for (tex, isDisplay) in MarkdownParser.parse(source).flatMap(\.formulas) {
        count += 1
        // Inline values are still written as code here.
        guard !tex.contains("{swift}") else { continue }
        let math = try #require(
          MathML.math(Formula(tex), isDisplay: isDisplay, isXML: true), "\(file): \(tex)")
        let page = XMLPage(math.source)
        #expect(page.error == nil, "\(tex)")
        #expect(page.elements.first?.attributes["alttext"]?.isEmpty == false, "\(tex)")
        if !isDisplay, tex.contains(/[0-9]\{,\}[0-9]/) {
          #expect(math.source.contains(/<mn>[0-9\u{A0}]*,[0-9]+<\/mn>/), "\(tex)")
        }
        #expect(!math.source.contains(/<mo[^>]*>,<\/mo><mn>[0-9]+<\/mn><mn>/), "\(tex)")
      }
    }
    #expect(count > 200)
  }
}

extension Block {
  fileprivate var formulas: [(tex: String, isDisplay: Bool)] {
    switch self {
    case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.formulas)
    case .quote(let blocks): blocks.flatMap(\.formulas)
    case .list(let list): list.items.flatMap { $0.flatMap(\.formulas) }
    case .table(let table):
      (table.header + table.rows.flatMap { $0 }).flatMap { $0.content.flatMap(\.formulas) }
    case .code, .thematicBreak: []
    }
  }
}

extension Inline {
  fileprivate var formulas: [(tex: String, isDisplay: Bool)] {
    switch self {
    case .formula(let tex, let isDisplay): [(tex, isDisplay)]
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
      .link(let inlines, _), .image(let inlines, _), .foreign(let inlines, _):
      inlines.flatMap(\.formulas)
    case .text, .code, .lineBreak, .measured, .anchor: []
    }
  }
}
