import Document

/// A chapter of the course: what the catalogue says of it, and the program that it is.
public struct Chapter: Sendable {
  public let number: Int
  /// The file's name without number and extension: `reseaux-profonds`.
  public let slug: String
  public let title: String
  /// One sentence for the catalogue.
  public let summary: String
  /// The letter of the published document that the chapter reproduces, or an empty text.
  public let document: String
  /// What the reader may change.
  public let parameters: [Parameter]
  /// How many cells the chapter has, those of its exercises too.
  public let cells: Int
  let body: @MainActor @Sendable (ChapterContext) async throws -> Void

  public init(
    number: Int, slug: String, title: String, summary: String, document: String,
    parameters: [Parameter], cells: Int = 0,
    body: @escaping @MainActor @Sendable (ChapterContext) async throws -> Void
  ) {
    self.number = number
    self.slug = slug
    self.title = title
    self.summary = summary
    self.document = document
    self.parameters = parameters
    self.cells = cells
    self.body = body
  }

  /// The values of the parameters, with the reader's `name=value` in place of the defaults.
  ///
  /// - Throws: `ParameterError`.
  public func values(changing assignments: [String]) throws -> [String: ParameterValue] {
    var values = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.value) })
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "=") else {
        throw ParameterError.form(assignment)
      }
      let name = String(assignment[..<sign])
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw ParameterError.unknown(name, known: parameters.map(\.name))
      }
      values[name] = try parameter.parse(String(assignment[assignment.index(after: sign)...]))
    }
    return values
  }

  /// Runs the chapter from its first block to its last; nothing that it launched runs on.
  ///
  /// - Throws: `ChapterFailure`, which names the cell that failed and its cause; what was woven
  ///   before stands.
  @MainActor
  public func run(in context: ChapterContext) async throws {
    try context.weave(.title(ChapterTitle(number: number, title: title)))
    try context.announceSyntheticDigits()
    let launchedWork = context.launchedWork
    do {
      try await withTaskCancellationHandler {
        try await body(context)
        try await context.finishDrawings()
      } onCancel: {
        launchedWork.cancel()
      }
    } catch {
      await launchedWork.end()
      throw context.failure(error)
    }
    await launchedWork.end()
  }
}
