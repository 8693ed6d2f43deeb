import Document
import Foundation

/// A course that holds every block and every construct, whose texts may be changed on their way in.
struct SampleCourse {
  let figures: SampleFigures
  /// Changes each plain text, each Markdown text where it is no syntax, and each piece of code.
  var text: (String) -> String = { $0 }
  var markdown: (String) -> String = { $0 }
  var code: (String) -> String = { $0 }
  /// The name of the second figure's file.
  var file = "fig-poids"
  var date = 1_700_000_000

  init() throws { figures = try SampleFigures() }

  var course: WovenCourse {
    get throws {
      WovenCourse(
        title: text("Les réseaux de neurones"),
        summary: text("Un cours qui se lit : et qui s'exécute !"),
        chapters: [try chapter, second], glossary: glossary,
        provenance: Provenance(
          version: text("workbook 1.0.0 (1a2b3c4)"), data: text("MNIST, 60 000 images"),
          checksum: text("0123abcd"), command: text("./workbook build 3 4"), date: date))
    }
  }

  private var glossary: [GlossaryTerm] {
    [
      GlossaryTerm(
        term: text("couche cachée"), forms: ["couche cachée", "couches cachées"],
        definition: markdown("Une couche entre l'entrée et la sortie : $h = a(W x)$.")),
      GlossaryTerm(
        term: text("couche"), forms: ["couche", "couches"],
        definition: markdown("Des neurones *qui lisent* la même entrée.")),
      GlossaryTerm(
        term: text("dropout"), forms: ["dropout"],
        definition: markdown("Éteindre des neurones au hasard ; `p` dit combien."), language: "en"),
    ]
  }

  private var second: WovenChapter {
    WovenChapter(
      number: 4, title: text("La suite"), summary: text("Un mot de la fin."),
      parameters: [], blocks: [.prose(Prose(markdown("Une couche, et c'est tout.")))])
  }

  private var chapter: WovenChapter {
    get throws {
      WovenChapter(
        number: 3, title: text("Réseaux profonds : l'élan"),
        summary: text("Pourquoi une couche de plus ? Et laquelle ?"),
        parameters: [
          Parameter("seed", .integer(42)), Parameter("rate", .real(0.25)),
          Parameter("isQuick", .boolean(true)), Parameter("name", .text(text("relu"))),
        ],
        blocks: try blocks)
    }
  }

  private var blocks: [WovenBlock] {
    get throws {
      [
        .title(ChapterTitle(number: 3, title: text("Réseaux profonds : l'élan"))),
        .prose(
          Prose(markdown(SampleProse.opening), values: [text("97,4"), measured(text("12,5 s"))])),
        .code(Listing(code("let network = Network(seed: seed)"))),
        .output(text("époque 1 : coût 2,302\n\n  époque 2 : coût 0,914") + "\n"),
        .table(table), .prose(Prose(markdown(SampleProse.markdown))),
        .code(Listing(code("show(hidden)"), role: .hiddenCell)),
        .table(
          Table(
            columns: [.init(text("Durée"), .right)],
            rows: [[measured(text("3,75 s"))], [text("60 000")]])),
        .code(Listing(code("plot(costs)"))), .figure(try figure("fig-cout", "fig-cout")),
        .figure(try figure("fig-poids", file, endings: ["png"])),
        .notice(text("Paramètres modifiés : epochs = 5 (30 dans le cours).")),
        .notice(measured(text("C'est lent : 7,5 s."))),
        .prose(Prose(markdown(SampleProse.formulas), values: [text("0,25")])),
        .code(Listing(code("try fail()"), role: .failingCell)),
        .output(text("erreur : dimensions 3 × 2 et 4 × 1") + "\n"),
        .code(
          Listing(
            code("static let tanh = Activation(\n  \"tanh\"  // borné\n)"), role: .excerpt,
            origin: text("Sources/NeuralNetwork/Activation.swift"))),
        .prose(Prose(markdown(SampleProse.exercise))),
        .code(
          Listing(
            code("let answer = 0"),
            role: .exercise(
              number: "3.1", level: .programming,
              hints: [markdown("Relis la couche : que vaut $a'$ ?"), markdown("Pose `answer`.")]),
            origin: text("exercices/3.1.swift"))),
        .code(
          Listing(
            code("let answer = 42"),
            role: .solution(
              number: "3.1",
              explanation: markdown("Une couche a $n$ poids : *tous* comptent."),
              mistakes: [markdown("Tu as oublié le biais ?"), markdown("Relis `answer`.")]))),
        .reader(reader),
        .references([
          Reference(
            key: "glorot",
            entry: markdown("Glorot, X. (2010). *Understanding*. <https://example.org/glorot>")),
          Reference(key: "lecun", entry: markdown("LeCun, Y. (1998). *Efficient BackProp*.")),
        ]),
      ]
    }
  }

  private var table: Table {
    Table(
      columns: [.init(text("Couches")), .init(text("Obtenu"), .right), .init("Accord", .center)],
      rows: [["tanh 50", text("97,38 %"), "≈"], [text("relu | 50"), "9,8 %", "≠"]],
      caption: Caption(
        .table, number: "3.1", text: text("Exactitude sur le jeu d'essai"), label: "tbl-accord"))
  }

  private func figure(
    _ label: String, _ name: String, endings: [String] = ["png", "svg", "dark.svg", "csv"]
  ) throws -> Figure {
    Figure(
      caption: Caption(
        .figure, number: label == "fig-cout" ? "3.1" : "3.2", text: text("Coût : par époque"),
        label: label),
      alternative: text("Le coût tombe de 2,3 à 0,9, puis descend lentement !"),
      files: try figures.files(name, endings: endings))
  }

  private var reader: DigitReader {
    DigitReader(
      layers: [
        .init(
          inputs: 2, units: 1, activation: text("sigmoid"), weights: [0.5, -1], biases: [0.25])
      ], means: [0], divisors: [255],
      samples: [.init(pixels: [0, 255], label: 7, outputs: [0.75])])
  }
}
