import Document
import Experiments
import FrenchText
import NeuralNetwork
import Plotting

/// What surrounds the cells of a running chapter: its parameters, its data, and the few words by
/// which a cell shows its results.
@MainActor
public final class ChapterContext {
  public let chapter: Chapter
  nonisolated let settings: RunSettings
  nonisolated let progress: any TrainingProgress
  nonisolated let launchedWork = LaunchedWork()
  private let drawings = FigureQueue()
  let published: PublishedResults
  private let values: [String: ParameterValue]
  private let sink: (WovenBlock) throws -> Void

  /// Every published value compared so far.
  public private(set) var comparisons: [Comparison] = []
  /// Every claim judged so far, those that hold too.
  public private(set) var claims: [Claim] = []

  /// Called with the number of each cell that begins, from 1.
  public var onCell: ((Int) -> Void)?

  private var begunCells = 0
  private var cell: CellHead?
  private var figureIsDrawn = false
  private var printed = ""
  private var inlineValues: [String] = []
  /// What went wrong while the cell showed something: the cell ends with it, so that the words of a
  /// cell need no `try`.
  private var showingError: (any Error)?

  /// - Parameters:
  ///   - values: the parameters' values, from `Chapter.values(changing:)`.
  ///   - sink: takes the blocks of the woven document as they come to be.
  public init(
    _ chapter: Chapter, values: [String: ParameterValue], published: PublishedResults,
    settings: RunSettings, progress: any TrainingProgress,
    sink: @escaping (WovenBlock) throws -> Void
  ) {
    self.chapter = chapter
    self.values = values
    self.published = published
    self.settings = settings
    self.progress = progress
    self.sink = sink
  }

  // MARK: What tangled chapters call

  /// The value of a parameter, as the constant that the cells see.
  public func parameter<Value>(_ name: String) throws -> Value {
    let value: Any? =
      switch values[name] {
      case .integer(let value): value
      case .real(let value): value
      case .boolean(let value): value
      case .text(let value): value
      case nil: nil
      }
    guard let value = value as? Value else {
      throw ParameterError.unknown(name, known: chapter.parameters.map(\.name))
    }
    return value
  }

  /// Keeps an inline expression's value for the next stretch of prose.
  public func inline(_ value: some CustomStringConvertible) throws {
    inlineValues.append(value.description)
  }

  /// Keeps an inline whole number, its digits in groups of three.
  public func inline(_ value: Int) throws { inlineValues.append(number(value)) }

  /// Keeps an inline number with all its digits.
  public func inline(_ value: Double) throws { inlineValues.append(exact(value)) }

  public func prose(_ markdown: String) throws {
    defer { inlineValues = [] }
    try weave(.prose(Prose(markdown, values: inlineValues)))
  }

  public func references(_ references: [Reference]) throws { try weave(.references(references)) }

  /// Shows the solution of an exercise, when the reader asked for solutions.
  public func solution(_ listing: Listing) throws {
    if settings.showsSolutions { try weave(.code(listing)) }
  }

  /// Shows an excerpt of the library, or the stub of an exercise.
  public func excerpt(_ listing: Listing) throws { try weave(.code(listing)) }

  public func begin(_ head: CellHead) throws {
    cell = head
    figureIsDrawn = false
    // A value in the prose begins as a cell does, and is none.
    if head.listing != nil {
      begunCells += 1
      onCell?(begunCells)
    }
    if let listing = head.listing { try weave(.code(listing)) }
  }

  public func end() throws {
    try throwShowingError()
    try flushPrinted()
    if let cell, cell.caption?.kind == .figure, !figureIsDrawn {
      throw CellError.figureIsMissing(label: cell.label ?? "")
    }
    cell = nil
  }

  /// Called at the end of a cell that had to fail and did not.
  public func failureIsMissing() throws { throw CellError.failureIsMissing }

  /// Ends a cell that had to fail: its first error is what it shows.
  public func endWithExpectedFailure(_ error: any Error) throws {
    let error = showingError ?? error
    if case CellError.failureIsMissing = error { throw error }
    if error is any InterruptsChapter { throw error }
    showingError = nil
    try flushPrinted()
    try weave(.output(settings.shown(message(of: error))))
    cell = nil
  }

  // MARK: What cells say

  /// Shows a line of text, as Swift's `print` does.
  public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    guard showingError == nil else { return }
    printed += items.map { "\($0)" }.joined(separator: separator) + terminator
  }

  /// Draws a figure with the caption and the description of the cell's options.
  public func show(_ drawing: some Drawable) {
    showing {
      guard let cell, let label = cell.label, let caption = cell.caption, caption.kind == .figure
      else { throw CellError.figureWithoutLabel }
      if figureIsDrawn { throw CellError.secondFigure(label: label) }
      figureIsDrawn = true
      let drawn = try settings.draw(
        drawing, named: String(label.trimmingPrefix("fig-")), in: chapter
      ) { work in
        if settings.isForMaterial { drawings.add(work, for: cell) } else { try work() }
      }
      try weave(
        .figure(
          Figure(
            caption: naming(digitsOf: cell, in: caption), alternative: cell.alternative ?? "",
            files: drawn.files, text: drawn.text, picture: drawn.picture)))
    }
  }

  /// Shows a table, with the caption of the cell's options when it has one.
  public func show(_ table: Table) {
    showing {
      var table = table
      table.caption = table.caption ?? cell?.caption
      if let cell { table.caption = table.caption.map { naming(digitsOf: cell, in: $0) } }
      try weave(.table(table))
    }
  }

  /// The path of a file of the chapter's own, beside its figures.
  public func file(named name: String) -> String { settings.path(of: name, in: chapter) }

  /// Holds the prose to account: says that this run does not bear a claim out, when it does not.
  ///
  /// - Parameter isTimed: whether the claim is about the time that something takes; `verify` then
  ///   tells what it saw, and does not fail for a busy machine; course material, which is to be the
  ///   same each time, says nothing of it.
  public func claim(
    _ statement: String, holds: Bool, isTimed: Bool = false, file: String = #filePath,
    line: Int = #line
  ) {
    claims.append(
      Claim(
        chapter: chapter.number, location: SourceLocation(file: file, line: line),
        statement: statement, holds: holds, isTimed: isTimed,
        digits: usesSyntheticDigits ? .synthetic : .mnist))
    guard !holds, !(isTimed && settings.isForMaterial) else { return }
    showing {
      let digits = usesSyntheticDigits ? ", sur des chiffres synthétiques," : ""
      let notice =
        "Cette exécution\(digits) ne confirme pas l’affirmation\u{A0}: "
        + "«\u{A0}\(statement)\u{A0}»."
      try weave(.notice(notice))
    }
  }

  // MARK: Inside

  /// Throws what went wrong while the cell showed something, before work that takes long begins.
  func throwShowingError() throws { if let showingError { throw showingError } }

  /// Runs what a cell says, after what it printed before; an earlier error makes it silent.
  func showing(_ body: () throws -> Void) {
    guard showingError == nil else { return }
    do {
      try flushPrinted()
      try body()
    } catch {
      showingError = error
    }
  }

  func weave(_ block: WovenBlock) throws { try sink(block) }

  /// Waits for the figures that are drawn aside.
  ///
  /// - Throws: `ChapterFailure` of the first cell whose figure could not be drawn.
  func finishDrawings() async throws {
    if let (cell, error) = await drawings.finish() {
      throw ChapterFailure(location: cell.location, label: cell.label, cause: error)
    }
  }

  func record(_ comparisons: [Comparison]) { self.comparisons += comparisons }

  /// The parameters that the reader changed, in the header's order.
  var changedParameters: [String] {
    chapter.parameters.filter { values[$0.name] != $0.value }.map {
      "\($0.name) = \(values[$0.name]?.description ?? "")"
    }
  }

  /// Ends the run: what the cell printed before its error stands, and its first error is the cause.
  func failure(_ error: any Error) -> any Error {
    let cause = showingError ?? error
    guard let cell, !(cause is any InterruptsChapter) else { return cause }
    do { try flushPrinted() } catch { return error }
    return ChapterFailure(location: cell.location, label: cell.label, cause: cause)
  }

  func flushPrinted() throws {
    guard !printed.isEmpty else { return }
    defer { printed = "" }
    try weave(.output(settings.shown(printed)))
  }
}
