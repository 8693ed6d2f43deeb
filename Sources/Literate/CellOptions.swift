import Document
import FrenchText
import Yams

/// The options of a cell, written as its leading lines `//| key: value` or `#| key: value` (Quarto's
/// conventions).
public struct CellOptions: Sendable, Equatable {
  /// `fig-…` or `tbl-…`: the name by which the prose cites what the cell shows.
  public var label: String?
  /// The caption of the figure or table.
  public var caption: String?
  /// The description of the figure for readers who do not see it.
  public var alternative: String?
  /// Whether the code is shown.
  public var echo = true
  /// Whether the cell must fail; its error is then a result.
  public var mustFail = false
  /// Whether the figure or table shows what the digits gave: its caption then says which digits.
  public var usesDigits = false
  /// The excerpt of the library that is shown in place of code: `path#region`.
  public var source: String?

  /// What an exercise asks for.
  public var level: ExerciseLevel?
  /// What helps with an exercise, in Markdown, the vaguest first.
  public var hints: [String] = []
  /// What explains an exercise's solution, in Markdown.
  public var explanation: String?
  /// What helps a student who made this mistake, in Markdown.
  public var remark: String?
  /// The part that the cell plays in an exercise, which is no part of the chapter's program.
  public var exercise: ExerciseRole?

  /// Where each option stands.
  private(set) var places: [String: SourceLocation] = [:]

  public init() {}

  static let keys =
    ["label", "fig-cap", "fig-alt", "tbl-cap", "echo", "error", "digits", "source"]
    + ExerciseRole.options.map(\.key) + ExerciseRole.Kind.allCases.map(\.rawValue)

  /// The text of an option line without its mark; nil for another line.
  static func text(of line: Substring) -> String? {
    ["//|", "#|"].first(where: line.hasPrefix).map { String(line.dropFirst($0.count)) }
  }

  /// Reads the option lines, without their marks; the first one stands at `location`.
  init(lines: [String], at location: SourceLocation) throws {
    let root = try parseYAML(lines.joined(separator: "\n"), from: location) { .cellOptions($0) }
    guard let root else { return }
    guard let mapping = root.mapping else {
      throw ChapterError(.cellOptions("« //| clé: valeur » est attendu"), at: location)
    }
    for (keyNode, valueNode) in mapping {
      let (key, place) = (keyNode.string ?? "", location.place(of: keyNode))
      if key == "hints" {
        places[key] = place
        hints = try Self.texts(key, valueNode, at: place)
      } else {
        try set(key, to: valueNode.string ?? "", at: place)
      }
    }
    try checkExercise(at: location)
    try checkCaptions()
    try checkLabel()
  }

  private mutating func set(
    _ key: String, to value: String, at place: SourceLocation
  ) throws {
    if Self.keys.contains(key), value.isEmpty {
      throw ChapterError(
        .optionValue(key: key, value: value, expected: "il lui faut une valeur"), at: place)
    }
    places[key] = place
    switch key {
    case "label": label = value
    case "fig-cap", "tbl-cap": caption = value
    case "fig-alt": alternative = value
    case "echo": echo = try Self.boolean(key, value, at: place)
    case "error": mustFail = try Self.boolean(key, value, at: place)
    case "digits": usesDigits = try Self.boolean(key, value, at: place)
    case "source": source = value
    case "level": level = try Self.level(value, at: place)
    case "explanation": explanation = try Self.markdown(key, value, at: place)
    case "remark": remark = try Self.markdown(key, value, at: place)
    case _ where ExerciseRole.Kind(rawValue: key) != nil:
      exercise = try ExerciseRole(key, value, after: exercise, at: place)
    default:
      throw ChapterError(
        .cellOption(key, suggestion: suggestion(for: key, among: Self.keys)), at: place)
    }
  }

  private static func level(_ value: String, at place: SourceLocation) throws -> ExerciseLevel {
    if let level = ExerciseLevel(rawValue: value) { return level }
    let levels = ExerciseLevel.allCases.map(\.rawValue)
    throw ChapterError(
      .optionValue(
        key: "level", value: value,
        expected: "écris " + levels.map { "« \($0) »" }.joined(separator: " ou ")
          + didYouMean(suggestion(for: value, among: levels))),
      at: place)
  }

  /// A text of an exercise, which is shown without running the chapter.
  private static func markdown(
    _ key: String, _ value: String, at place: SourceLocation
  ) throws -> String {
    guard !value.contains("`{swift}") else {
      throw ChapterError(
        .optionValue(
          key: key, value: "`{swift} …`", expected: "rien n’y est calculé, écris un texte"),
        at: place)
    }
    var text = value
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  private static func boolean(
    _ key: String, _ value: String, at place: SourceLocation
  ) throws -> Bool {
    guard let boolean = ["true": true, "false": false][value] else {
      throw ChapterError(
        .optionValue(key: key, value: value, expected: "écris true ou false"), at: place)
    }
    return boolean
  }

  private static func texts(
    _ key: String, _ node: Node, at place: SourceLocation
  ) throws -> [String] {
    let texts = node.sequence?.map { $0.string ?? "" } ?? []
    guard !texts.isEmpty, !texts.contains("") else {
      throw ChapterError(
        .optionValue(
          key: key, value: node.string ?? "", expected: "écris une liste, un texte par tiret"),
        at: place)
    }
    return try texts.map { try markdown(key, $0, at: place) }
  }

  /// The options of an exercise stand in the cell that they are about; a mistake has its remark.
  private func checkExercise(at location: SourceLocation) throws {
    for (key, kind) in ExerciseRole.options {
      guard let place = places[key], exercise?.kind != kind else { continue }
      throw ChapterError(.exerciseOption(key, of: kind), at: place)
    }
    if let exercise, exercise.kind == .mistake, remark == nil {
      throw ChapterError(.optionMissing("remark", label: exercise.name), at: location)
    }
  }

  /// A caption or description says what a label announces, so it needs that label.
  private func checkCaptions() throws {
    for (key, prefix) in [("fig-cap", "fig-"), ("fig-alt", "fig-"), ("tbl-cap", "tbl-")] {
      guard let place = places[key], label?.hasPrefix(prefix) != true else { continue }
      throw ChapterError(.captionWithoutLabel(key, prefix: prefix), at: place)
    }
  }

  private func checkLabel() throws {
    guard let label, let place = places["label"] else { return }
    guard label.wholeMatch(of: /(fig|tbl)-[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      throw ChapterError(.label(label), at: place)
    }
    let required = label.hasPrefix("fig-") ? ["fig-cap", "fig-alt"] : ["tbl-cap"]
    for key in required where places[key] == nil {
      throw ChapterError(.optionMissing(key, label: label), at: place)
    }
  }

  /// The kind of caption that the label announces.
  public var kind: Caption.Kind? {
    label.map { $0.hasPrefix("fig-") ? .figure : .table }
  }
}
