import Document

extension BodyWriter {
  mutating func exercise(_ exercise: ArticleExercise) -> Markup {
    let id = prefix + exercise.heading.id
    var body =
      heading(exercise.heading, hasID: false, badge: exercise.level)
      + markup(of: exercise.statement)
      + listing(exercise.stub)
    for (index, hint) in exercise.hints.enumerated() {
      body = body + folded("hint", "Indice \(index + 1)", markup(of: hint))
    }
    if let solution = exercise.solution {
      body = body + folded("solution", "Solution", self.solution(solution))
    }
    return .line("section", ["class": "exercise", "id": id], body)
  }

  private mutating func solution(_ solution: ArticleSolution) -> Markup {
    let body = markup(of: solution.explanation) + listing(solution.listing)
    guard !solution.mistakes.isEmpty else { return body }
    return body
      + folded(
        "mistakes", ArticleSolution.mistakesTitle, markup(of: [solution.listOfMistakes]))
  }

  func references(_ works: [CitedWork]) -> Markup {
    let items = works.map { work -> Markup in
      let back = (1...max(1, work.citations)).prefix(work.citations).map { rank in
        .text(" ")
          + Markup.element(
            "a",
            [
              "class": "back", "href": "#\(prefix)cite-\(work.key)-\(rank)",
              "aria-label": "Retour à l’appel \(rank) de cet ouvrage",
            ], .text("↩"))
      }
      return .line("li", ["id": "\(prefix)ref-\(work.key)"], phrase(work.entry) + .all(back))
    }
    return .line(
      "section", ["class": "references", "id": "\(prefix)references"],
      .line("h2", [:], .text("Références")) + .line("ol", [:], .all(items)))
  }

  var invitation: Markup {
    guard let page = places.reader else { return .empty }
    return .line(
      "p", ["class": "invitation"],
      .element("a", ["href": page], .text("Écris un chiffre, et regarde ce réseau le lire.")))
  }
}
