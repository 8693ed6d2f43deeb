import Document
import Experiments
import Foundation
import Literate
import Publishing

extension Reader {
  /// The readers of texts: chapters and what is in them, arguments.
  static func texts() -> [Reader] {
    [
      Reader(name: "chapter", seeds: [chapter]) { data, _ in
        let source = try ChapterSource(file: "chapters/07-essai.md", text: text(data))
        let tangler = Tangler(imports: [], context: "C") { file in throw Breach(description: file) }
        _ = try tangler.tangle(source)
      },
      Reader(name: "front-matter", seeds: [Data(header.utf8)]) { data, _ in
        _ = try ChapterSource(
          file: "chapters/07-essai.md", text: "---\n" + text(data) + "\n---\n")
      },
      Reader(name: "bibliography", seeds: [Data(bibliography.utf8)]) { data, _ in
        _ = try Bibliography(file: "references.yaml", text: text(data))
      },
      Reader(name: "terminal", seeds: [chapter, Data(formulas.utf8)]) { data, _ in
        let prose = Prose(
          text(data).filter { $0 < "\u{E000}" || $0 > "\u{F8FF}" }, values: [])
        for width in [20, 80] {
          let shown = TerminalRenderer(width: width, color: false).render(.prose(prose))
          try expect(shown.unicodeScalars.allSatisfy(isHarmless), "un caractère de commande")
        }
      },
      Reader(name: "layers", seeds: layers.map { Data($0.utf8) }) { data, _ in
        let list = try LayerList(text(data), argument: "--layers", outputs: 10)
        _ = try list.dense(Double.self)
      },
      Reader(name: "points", seeds: [Data("1,-10,0,15,-20".utf8), Data("1e-3,+2.5".utf8)]) {
        data, _ in
        let points = try PointList.parse(text(data), argument: "--at")
        try expect(points.allSatisfy(\.isFinite), "un point qui n’est pas un nombre")
      },
      Reader(name: "parameters", seeds: [Data("5".utf8), Data("0,25".utf8), Data("oui".utf8)]) {
        data, _ in
        let values: [ParameterValue] = [.integer(1), .real(0.5), .boolean(true), .text("a")]
        for value in values {
          _ = try? Parameter("p", value, minimum: 0, maximum: 9).parse(text(data))
        }
      },
    ]
  }

  /// As files are read: what is no UTF-8 becomes replacement characters.
  private static func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

  /// Lines and no other command of a terminal.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || !(scalar.properties.generalCategory == .control)
  }

  private static let header = """
    title: "Un essai : ce qu'il faut"
    summary: Une phrase.
    document: C
    parameters:
      epochs: {value: 5, minimum: 1, maximum: 9, summary: époques}
      rate: {value: 0.5}
    """

  private static let chapter = Data(
    """
    ---
    \(header)
    ---

    De la prose, **grasse**, $Z = W A + b$, une figure [@fig-sinus], `{swift} 1 + 1`, un [lien](a.md).

    ```swift
    //| label: fig-sinus
    //| fig-cap: Un sinus
    //| fig-alt: Une courbe.
    let x = [1.0]
    ```

    $$ f(x) = \\begin{cases} x & x > 0 \\\\ \\frac{1}{\\sqrt{2}} & \\text{sinon} \\end{cases} $$

    | a | b |
    | --- | ---: |
    | 1 | `c` |

    > une citation
    1. un
       - deux

    <!-- un commentaire `<!--`
    ```swift
    rien
    ``` -->
    ```{swift}
    #| exercise: un
    func f() -> Int { 0 }
    ```
    ```swift
    //| solution: un
    func f() -> Int { 1 }
    ```
    ```swift
    //| check: un
    expect("f", f(), 1)
    ```

    """.utf8)

  private static let formulas = """
    $\\sum_{i=1}^{n} x_i^2$, $\\frac{a}{\\frac{b}{c}}$, $\\left( \\begin{matrix} 1 & 2 \\\\ 3 & 4
    \\end{matrix} \\right)$, $\\hat{y} \\in \\mathbb{R}^{n \\times m}$, $\\sigma'(z)$, $\\sqrt[3]{x}$
    """

  private static let bibliography = """
    references:
      - id: lecun1998
        title: Gradient-based learning
        issued: {year: 1998}
        author: [{family: LeCun, given: Yann}]
        container-title: Proceedings
        DOI: 10.1109/5.726791
    """

  private static let layers = [
    "relu:50,relu:25,sigmoid:10", "leaky_relu:alpha=0.2:50,softmax:10",
    "relu:max_value=6,threshold=1:20,swish:beta=1.5:10",
  ]
}
