import Document
import Files
import Foundation

/// Writes each chapter as a notebook (nbformat 4.5) with the results of this run in place.
struct NotebookWriter {
  private let edition: CourseEdition
  private let text: MarkdownText

  init(_ edition: CourseEdition) {
    self.edition = edition
    text = MarkdownText(dialect: .notebook, glossary: { _ in nil })
  }

  static func file(of article: Article) -> String { "carnets/chapitre-\(article.number).ipynb" }

  func write(to material: inout Material) throws {
    for article in edition.articles {
      var notebook = Notebook()
      notebook.addMarkdown(introduction(to: article))
      if !article.parameters.isEmpty { notebook.addCode(SwiftWriter.parameters(of: article)) }
      notebook.addMarkdown(
        "# Chapitre\u{A0}\(article.number)\u{A0}: \(MarkdownText.escaped(article.title))\n\n"
          + "*\(MarkdownText.escaped(article.summary))*")
      for block in article.blocks { try add(block, article, to: &notebook) }
      material.add(notebook.json, at: Self.file(of: article))
    }
  }

  private func introduction(to article: Article) -> String {
    let provenance = edition.course.provenance
    return """
      Ce carnet est le chapitre \(article.number) du cours «\u{A0}\(MarkdownText.escaped(edition.course.title))\u{A0}», \
      avec les résultats de l’exécution qui l’a engendré.

      - **Sans noyau Swift**, lis-le tel quel\u{A0}: chaque résultat est sous sa cellule. Pour le rejouer et le \
      modifier, lance `./workbook chapter \(article.number)` dans le dossier du cahier.
      - **Avec un noyau Swift** qui trouve les modules du cahier, les cellules se suivent comme ici\u{A0}; celles \
      qui disent `show`, `train`, `compare`, `claim` ou `loadMNIST` parlent au `ChapterContext` du \
      chapitre, que seule la commande ci-dessus crée.

      Données\u{A0}: \(MarkdownText.escaped(provenance.data)) (SHA-256 \(MarkdownText.span(provenance.checksum))). \
      Version\u{A0}: \(MarkdownText.escaped(provenance.version)). Pour refaire ce carnet\u{A0}: \
      \(MarkdownText.span(provenance.command)).
      """
  }

  private func add(
    _ block: ArticleBlock, _ article: Article, to notebook: inout Notebook
  ) throws {
    switch block {
    case .heading(let heading): notebook.addMarkdown(self.heading(heading))
    case .prose(let block): notebook.addMarkdown(text.text(of: block))
    case .listing(let listing): add(listing, to: &notebook)
    case .output(let output): notebook.addOutput(.stream(output))
    case .table(let table): notebook.addOutput(.table(html(table), plain: plain(table)))
    case .figure(let figure): try add(figure, to: &notebook)
    case .notice(let inlines): notebook.addMarkdown("> ▲ \(text.phrase(inlines))")
    case .exercise(let exercise): try add(exercise, article, to: &notebook)
    case .references(let works):
      notebook.addMarkdown(
        "## Références\n\n"
          + works.map { "- \(MarkdownText.anchor("ref-\($0.key)"))\(text.phrase($0.entry))" }
          .joined(separator: "\n"))
    case .reader: break
    }
  }

  private func heading(_ heading: ArticleHeading) -> String {
    let number = MarkdownText.escaped(heading.number) + heading.separator
    return String(repeating: "#", count: min(heading.level, 6))
      + " \(MarkdownText.anchor(heading.id))\(number)\(text.phrase(heading.content))"
  }

  private func add(_ listing: Listing, to notebook: inout Notebook) {
    switch listing.role {
    case .cell where listing.language == "swift": notebook.addCode(listing.code)
    case .failingCell: notebook.addCode(listing.code)
    case .hiddenCell: notebook.addCode(listing.code, isHidden: true)
    default:
      let origin = listing.origin.map { "Extrait de \(MarkdownText.span($0))\u{A0}:\n\n" } ?? ""
      notebook.addMarkdown(origin + MarkdownText.fenced(listing.code, listing.language))
    }
  }

  private func caption(_ caption: ArticleCaption) -> String {
    MarkdownText.anchor(caption.id) + "**\(MarkdownText.escaped(caption.name))**\u{A0}– "
      + MarkdownText.escaped(caption.text)
  }

  /// The picture below its cell; its caption and what it shows, in words, below that.
  private func add(_ figure: ArticleFigure, to notebook: inout Notebook) throws {
    let picture = try figure.file(".png").map(CourseEdition.read)
    if let picture {
      notebook.addOutput(.picture(picture, alternative: figure.alternative))
    }
    notebook.addMarkdown(
      "\(caption(figure.caption))\n\n*Description\u{A0}: \(MarkdownText.escaped(figure.alternative))*"
    )
  }

  private func html(_ table: ArticleTable) -> String {
    let writer = PhraseWriter(edition: .paper, glossary: { _ in nil }, prefix: "")
    let grid = TableMarkup.table(table.table) { writer.markup(of: $0) }.source
    guard let caption = table.caption else { return grid }
    let title = Markup.element("caption", [:], .text("\(caption.name)\u{A0}– \(caption.text)"))
    let name = MarkdownText.anchor(caption.id)
    return name + grid.replacing("<table>", with: "<table>" + title.source, maxReplacements: 1)
  }

  private func plain(_ table: ArticleTable) -> String {
    let title = table.caption.map { "\($0.name)\u{A0}– \($0.text)\n\n" } ?? ""
    let rows = [table.table.header] + table.table.rows
    return title
      + rows.map { $0.map(\.content.plainText).joined(separator: " | ") }.joined(separator: "\n")
  }

  private func add(
    _ exercise: ArticleExercise, _ article: Article, to notebook: inout Notebook
  ) throws {
    let level = exercise.level.isEmpty ? "" : "\n\n*\(exercise.level)*"
    notebook.addMarkdown(heading(exercise.heading) + level)
    for block in exercise.statement { try add(block, article, to: &notebook) }
    notebook.addCode(exercise.stub.code)
    notebook.addMarkdown("À compléter dans \(MarkdownText.span(exercise.stub.origin ?? "")).")
    for (index, hint) in exercise.hints.enumerated() {
      notebook.addMarkdown(folded("Indice \(index + 1)", text.text(of: hint)))
    }
    if let solution = exercise.solution {
      let explanation = text.text(of: solution.explanation)
      notebook.addMarkdown("**Solution**" + (explanation.isEmpty ? "" : "\n\n\(explanation)"))
      notebook.addCode(solution.listing.code)
      if !solution.mistakes.isEmpty {
        notebook.addMarkdown(
          folded(ArticleSolution.mistakesTitle, text.text(of: solution.listOfMistakes)))
      }
    }
  }

  private func folded(_ title: String, _ body: String) -> String {
    "<details><summary>\(title)</summary>\n\n\(body)\n</details>"
  }
}
