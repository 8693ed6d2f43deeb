import Document

extension ArticleBuilder {
  /// The heading and the statement of an exercise come before its stub.
  mutating func addExercise(
    _ number: String, _ level: ExerciseLevel?, _ stub: Listing, _ hints: [String]
  ) {
    var statement: [ArticleBlock] = []
    var title: [Inline] = []
    while let block = article.blocks.last {
      if case .exercise = block { break }
      if case .heading(let heading) = block, heading.level == 2 { break }
      article.blocks.removeLast()
      if case .heading(let heading) = block {
        title = heading.content
        if heading.level == 3 { sections[1] -= 1 }
        article.contents.removeAll { $0.id == heading.id }
        break
      }
      statement.insert(block, at: 0)
    }
    let heading = ArticleHeading(
      level: 3, number: "Exercice\u{A0}\(number)",
      id: "exercice-" + number.replacing(".", with: "-"), content: title)
    article.contents.append(heading)
    article.blocks.append(
      .exercise(
        ArticleExercise(
          number: number, heading: heading, statement: statement, level: level?.label ?? "",
          stub: stub, hints: hints.map { set(markdown: $0) }, solution: nil)))
  }

  mutating func addSolution(
    _ number: String, _ listing: Listing, _ explanation: String, _ mistakes: [String]
  ) {
    for index in article.blocks.indices {
      guard case .exercise(var exercise) = article.blocks[index], exercise.number == number
      else { continue }
      exercise.solution = ArticleSolution(
        explanation: set(markdown: explanation), listing: listing,
        mistakes: mistakes.map { set(markdown: $0) })
      article.blocks[index] = .exercise(exercise)
    }
  }

  private mutating func set(markdown: String) -> [Block] {
    set(MarkdownParser.parse(markdown), InlineValues(values: []))
  }
}
