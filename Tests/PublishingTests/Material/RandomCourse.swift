import Document

@testable import Publishing

/// A course whose blocks and sizes come from a seed, with a word of its own in each text.
struct RandomCourse {
  /// A word, and the formats that have to hold it.
  struct Word {
    var text: String
    var formats: Set<MaterialFormat>
  }

  private(set) var words: [Word] = []
  private(set) var alternatives: [(alternative: String, caption: String)] = []
  private var state: UInt64
  private var number = 0
  private let figures: SampleFigures

  init(seed: Int, figures: SampleFigures) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    self.figures = figures
  }

  /// A number below `count`, by SplitMix64.
  private mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }

  /// Letters that stay as they are in every format.
  private mutating func word(_ formats: Set<MaterialFormat> = MaterialUnderTest.formats) -> String {
    number += 1
    var (text, rest) = ("zq", number)
    while rest > 0 {
      text.append(Character(Unicode.Scalar(UInt8(97 + rest % 16))))
      rest /= 16
    }
    text += "xz"
    words.append(Word(text: text, formats: formats))
    return text
  }

  private static let linked: Set<MaterialFormat> = [.html, .epub, .ipynb, .markdown]

  mutating func course() throws -> WovenCourse {
    var chapters: [WovenChapter] = []
    for number in 1...(1 + below(2)) { chapters.append(try chapter(number)) }
    let terms = (0..<below(3)).map { _ in
      GlossaryTerm(
        term: word([.html, .epub, .markdown]), forms: ["jamais"],
        definition: "Un \(word([.html, .epub, .markdown])) et *\(word([.html, .epub, .markdown]))*."
      )
    }
    return WovenCourse(
      title: "Cours \(word([.html, .epub, .ipynb, .markdown]))",
      summary: word([.html, .epub, .markdown]), chapters: chapters, glossary: terms,
      provenance: Provenance(
        version: word(), data: word(), checksum: word(), command: word(), date: 0))
  }

  private mutating func chapter(_ number: Int) throws -> WovenChapter {
    var blocks: [WovenBlock] = []
    for rank in 1...(3 + below(8)) { blocks += try some(below(10), "\(number).\(rank)") }
    let references = (0..<below(3)).map { Reference(key: "k\($0)", entry: "Un *\(word())*.") }
    if !references.isEmpty { blocks.append(.references(references)) }
    return WovenChapter(
      number: number, title: word(), summary: word(),
      parameters: [Parameter("name", .text(word([.html, .ipynb, .swift])))], blocks: blocks)
  }

  private mutating func some(_ kind: Int, _ number: String) throws -> [WovenBlock] {
    switch kind {
    case 0: return [.prose(Prose("\(marks("#")) Titre \(word())\n\nPuis \(word())."))]
    case 1:
      return [.prose(Prose("- un \(word())\n- deux \(word())\n  \(1 + below(3)). \(word())\n"))]
    case 2: return [.prose(Prose("> \(word())\n\n```sh\n\(word())\n```"))]
    case 3:
      return [
        .prose(
          Prose(
            "| \(word()) | b |\n|---|---|\n| $x$ | **\(word())** |\n\n*\(word())*\\\n~~\(word())~~, "
              + "[a](https://example.org/\(word(Self.linked))) \u{E000} `\u{E001}` "
              + "$$\\text{\(word())}$$", values: [word(), word()]))
      ]
    case 4: return [.code(Listing("let \(word()) = 1  // \(word())")), .output("\(word())\n")]
    case 5: return [.code(Listing(word(), role: .hiddenCell)), .table(table(number))]
    case 6:
      let figure = try figure(number)
      let link = "[\(word())](#\(figure.caption.label))"
      return [.code(Listing(word())), .figure(figure), .prose(Prose(link))]
    case 7: return [.notice("Un \(word())")]
    case 8: return exercise(number)
    default: return [.code(Listing(word(), role: .excerpt, origin: word())), .table(table(nil))]
    }
  }

  private mutating func marks(_ mark: String) -> String {
    String(repeating: mark, count: 1 + below(4))
  }

  private mutating func table(_ number: String?) -> Table {
    var caption: Caption?
    if let number {
      caption = Caption(
        .table, number: number, text: word(), label: "tbl-\(word(Self.linked.union([.swift])))")
    }
    return Table(
      columns: [.init(word(), .right), .init(word())], rows: [[word(), word()], [word(), ""]],
      caption: caption)
  }

  private mutating func figure(_ number: String) throws -> Figure {
    let label = "fig-\(word(Self.linked.union([.swift])))"
    let figure = Figure(
      caption: Caption(.figure, number: number, text: word(), label: label), alternative: word(),
      files: try figures.files(label, endings: below(2) == 0 ? ["png"] : ["png", "svg", "csv"]))
    alternatives.append((figure.alternative, figure.caption.text))
    return figure
  }

  private mutating func exercise(_ number: String) -> [WovenBlock] {
    let hints = (0..<below(3)).map { _ in "Un \(word()) puis `\(word())`." }
    let level = ExerciseLevel.allCases[below(3)]
    let stub = Listing(
      word(), role: .exercise(number: number, level: level, hints: hints),
      origin: "exercices/\(word()).swift")
    var blocks: [WovenBlock] = [
      .prose(Prose("### Essai \(word())\n\n\(word())")), .code(stub),
    ]
    if below(2) == 0 {
      let mistakes = (0..<below(3)).map { _ in "Tu as \(word())." }
      blocks.append(
        .code(
          Listing(
            word(),
            role: .solution(
              number: number, explanation: "Car \(word()) :\n\n- \(word())", mistakes: mistakes)))
      )
    }
    return blocks
  }
}
