import Document

/// Writes each chapter as Markdown that GitHub renders as it is.
struct MarkdownWriter {
  static let folder = "markdown"
  private static let glossaryFile = "glossaire.md"

  private let edition: CourseEdition
  private let text: MarkdownText

  init(_ edition: CourseEdition) {
    self.edition = edition
    text = MarkdownText(dialect: .github, glossary: edition.glossary(in: Self.glossaryFile))
  }

  private static func file(of article: Article) -> String { "chapitre-\(article.number).md" }

  func write(to material: inout Material) throws {
    for article in edition.articles {
      material.add(page(of: article), at: "\(Self.folder)/\(Self.file(of: article))")
      for figure in article.figures {
        guard let file = figure.file(".png") else { continue }
        let name = CourseEdition.name(of: file, in: article)
        material.add(try CourseEdition.read(file), at: "\(Self.folder)/figures/\(name)")
      }
    }
    material.add(cover, at: "\(Self.folder)/README.md")
    if !edition.glossary.isEmpty {
      material.add(glossary, at: "\(Self.folder)/\(Self.glossaryFile)")
    }
  }

  private var cover: String {
    let provenance = edition.course.provenance
    let chapters = edition.articles.map { article in
      "- [Chapitre\u{A0}\(article.number)\u{A0}: \(MarkdownText.escaped(article.title))]"
        + "(\(Self.file(of: article)))\\\n  \(MarkdownText.escaped(article.summary))\n"
    }.joined()
    let glossary = edition.glossary.isEmpty ? "" : "- [Glossaire](\(Self.glossaryFile))\n"
    return """
      # \(MarkdownText.escaped(edition.course.title))

      \(MarkdownText.escaped(edition.course.summary))

      \(chapters)\(glossary)
      Données\u{A0}: \(MarkdownText.escaped(provenance.data)), SHA-256 \(MarkdownText.span(provenance.checksum))\\
      Version\u{A0}: \(MarkdownText.escaped(provenance.version))\\
      Pour refaire ces pages\u{A0}: \(MarkdownText.span(provenance.command))

      """
  }

  private var glossary: String {
    "# Glossaire\n\n"
      + edition.glossary.map { entry in
        MarkdownText.anchor(entry.id)
          + "**\(text.phrase(entry.term))**\\\n\(text.phrase(entry.definition))\n"
      }.joined(separator: "\n")
  }

  private func page(of article: Article) -> String {
    let head =
      "# Chapitre\u{A0}\(article.number)\u{A0}: \(MarkdownText.escaped(article.title))\n\n"
      + "*\(MarkdownText.escaped(article.summary))*\n"
    return ([head] + article.blocks.map { markdown(of: $0, article) }).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private func markdown(of block: ArticleBlock, _ article: Article) -> String {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .prose(let block): text.text(of: block)
    case .listing(let listing): self.listing(listing)
    case .output(let output): MarkdownText.fenced(output, "text")
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure, article)
    case .notice(let inlines): "> ▲ \(text.phrase(inlines))\n"
    case .exercise(let exercise): self.exercise(exercise, article)
    case .references(let works): references(works)
    case .reader: ""
    }
  }

  private func heading(_ heading: ArticleHeading) -> String {
    let number = MarkdownText.escaped(heading.number) + heading.separator
    let marks = String(repeating: "#", count: min(heading.level, 6))
    return MarkdownText.anchor(heading.id)
      + "\n\n\(marks) \(number)\(text.phrase(heading.content))\n"
  }

  private func listing(_ listing: Listing) -> String {
    let code = MarkdownText.fenced(listing.code, listing.language)
    switch listing.role {
    case .hiddenCell: return folded("Le code de ce résultat", code)
    case .excerpt: return "Extrait de \(MarkdownText.span(listing.origin ?? ""))\u{A0}:\n\n\(code)"
    case .exercise:
      return "À compléter dans \(MarkdownText.span(listing.origin ?? ""))\u{A0}:\n\n\(code)"
    case .cell, .failingCell, .solution: return code
    }
  }

  private func folded(_ title: String, _ body: String) -> String {
    "<details><summary>\(title)</summary>\n\n\(body)\n</details>\n"
  }

  private func caption(_ caption: ArticleCaption) -> String {
    MarkdownText.anchor(caption.id)
      + "**\(MarkdownText.escaped(caption.name))**\u{A0}– \(MarkdownText.escaped(caption.text))"
  }

  private func table(_ table: ArticleTable) -> String {
    let head = table.caption.map { "\(caption($0))\n\n" } ?? ""
    return head + text.text(of: table.table)
  }

  private func figure(_ figure: ArticleFigure, _ article: Article) -> String {
    let words = MarkdownText.escaped(figure.alternative)
    let picture = figure.file(".png").map {
      "![\(words)](figures/\(CourseEdition.name(of: $0, in: article)))"
    }
    return (picture ?? "*\(words)*") + "\n\n\(caption(figure.caption))\n"
  }

  private func exercise(_ exercise: ArticleExercise, _ article: Article) -> String {
    var parts = [heading(exercise.heading)]
    if !exercise.level.isEmpty { parts.append("*\(exercise.level)*\n") }
    parts += exercise.statement.map { markdown(of: $0, article) }
    parts.append(listing(exercise.stub))
    for (index, hint) in exercise.hints.enumerated() {
      parts.append(folded("Indice \(index + 1)", text.text(of: hint)))
    }
    if let solution = exercise.solution {
      parts.append(folded("Solution", self.solution(solution)))
    }
    return parts.joined(separator: "\n")
  }

  private func solution(_ solution: ArticleSolution) -> String {
    var parts = [text.text(of: solution.explanation), listing(solution.listing)]
    if !solution.mistakes.isEmpty {
      parts.append(folded(ArticleSolution.mistakesTitle, text.text(of: solution.listOfMistakes)))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func references(_ works: [CitedWork]) -> String {
    "## Références\n\n"
      + works.map { work in
        let back = (0..<work.citations).map { " [↩](#cite-\(work.key)-\($0 + 1))" }.joined()
        return "- \(MarkdownText.anchor("ref-\(work.key)"))\(text.phrase(work.entry))\(back)\n"
      }.joined()
  }
}
