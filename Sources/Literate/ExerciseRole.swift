import Document
import FrenchText

/// The part of a cell in an exercise: `//| exercise: name` is the stub that the student replaces,
/// `//| solution: name` the hidden solution, `//| check: name` the checks of an answer,
/// `//| mistake: name` a wrong answer that students give.
public struct ExerciseRole: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case stub = "exercise"
    case solution, check, mistake
  }

  /// The options that say more about an exercise, and the cell that each belongs to.
  static let options: [(key: String, kind: Kind)] = [
    ("level", .stub), ("hints", .stub), ("explanation", .solution), ("remark", .mistake),
  ]

  public let kind: Kind
  /// The exercise's name within the chapter.
  public let name: String

  init(_ key: String, _ name: String, after other: ExerciseRole?, at place: SourceLocation) throws {
    guard let kind = Kind(rawValue: key), other == nil,
      name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
    else {
      throw ChapterError(
        .optionValue(
          key: key, value: name,
          expected:
            "un seul rôle par cellule, et un nom en minuscules sans accents, avec des tirets"),
        at: place)
    }
    self.kind = kind
    self.name = name
  }
}

/// An exercise of a chapter: the cells of its parts.
struct ExerciseSource {
  /// Chapter and rank, for instance `3.1`.
  let number: String
  /// The heading above the stub.
  let title: String
  let stub, solution, check: ChapterSource.Cell
  let mistakes: [ChapterSource.Cell]

  /// The file of a student's answer, relative to the package.
  static func answerFile(_ number: String) -> String { "exercices/\(number).swift" }
}

extension ChapterSource {
  /// The exercises in the order of their stubs.
  ///
  /// - Throws: `ChapterError` for a part that is missing, given twice, or of no exercise.
  func exercises() throws -> [ExerciseSource] {
    var parts: [ExerciseRole.Kind: [String: [Cell]]] = [:]
    var names: [String] = []
    var titles: [String: String] = [:]
    var heading = ""
    for block in blocks {
      guard case .cell(let cell) = block else {
        if case .prose(let text, _) = block { heading = Self.lastHeading(of: text) ?? heading }
        continue
      }
      guard let role = cell.options.exercise else { continue }
      if role.kind != .mistake, let first = parts[role.kind]?[role.name]?.first {
        throw ChapterError(.duplicateLabel(role.name, first: first.location), at: cell.location)
      }
      parts[role.kind, default: [:]][role.name, default: []].append(cell)
      if role.kind == .stub {
        names.append(role.name)
        titles[role.name] = heading
      }
    }
    for kind in ExerciseRole.Kind.allCases {
      for (name, cells) in parts[kind, default: [:]] where !names.contains(name) {
        throw ChapterError(
          .exerciseWithoutStub(name, suggestion: suggestion(for: name, among: names)),
          at: cells[0].location)
      }
    }
    return try names.enumerated().map { index, name in
      func part(_ kind: ExerciseRole.Kind) throws -> Cell {
        guard let cell = parts[kind]?[name]?.first else {
          throw ChapterError(
            .exercisePartMissing(kind.rawValue, exercise: name),
            at: parts[.stub]?[name]?.first?.location ?? SourceLocation(file: file, line: 1))
        }
        return cell
      }
      return ExerciseSource(
        number: "\(number).\(index + 1)", title: titles[name] ?? "", stub: try part(.stub),
        solution: try part(.solution), check: try part(.check),
        mistakes: parts[.mistake]?[name] ?? [])
    }
  }

  private static func lastHeading(of markdown: String) -> String? {
    markdown.matches(of: /(?m)^#{1,6}[ \t]+(.+?)[ \t]*$/).last.map { String($0.output.1) }
  }
}
