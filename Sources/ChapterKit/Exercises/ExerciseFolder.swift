import Files
import Foundation

/// The folder of a student's answers, and what it remembers of those that passed.
public struct ExerciseFolder: Sendable {
  public enum State: Sendable, Equatable {
    /// No answer yet, or the stub as it was.
    case toDo
    case begun
    /// The answer passed as it is now.
    case done
  }

  /// An answer is a page or two.
  private static let longestAnswer = 1 << 20
  private let path: String

  public init(at path: String) { self.path = path }

  public func answer(to exercise: Exercise) -> String { "\(path)/\(exercise.number).swift" }

  public func state(of exercise: Exercise) -> State {
    guard let text = text(of: exercise), text != exercise.stub + "\n" else { return .toDo }
    return passed[exercise.number] == Self.digest(text, exercise) ? .done : .begun
  }

  /// Puts the stub in the place of a missing answer.
  ///
  /// - Throws: `FileError`.
  public func writeStub(of exercise: Exercise) throws {
    try WholeFile.write(Data((exercise.stub + "\n").utf8), to: answer(to: exercise))
  }

  /// Starts an exercise anew; the answer of before is kept under the path that this returns.
  ///
  /// - Throws: `FileError`.
  public func reset(_ exercise: Exercise) throws -> String? {
    guard let text = text(of: exercise), text != exercise.stub + "\n" else { return nil }
    let kept = "\(path)/\(exercise.number).ancienne.txt"
    try WholeFile.write(Data(text.utf8), to: kept)
    try writeStub(of: exercise)
    return kept
  }

  /// Remembers that the answer passes as it is.
  ///
  /// - Throws: `FileError`.
  public func notePassed(_ exercise: Exercise) throws {
    guard let text = text(of: exercise) else { return }
    var passed = passed
    passed[exercise.number] = Self.digest(text, exercise)
    let lines = passed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
    try WholeFile.write(Data(lines.joined().utf8), to: record)
  }

  private var record: String { "\(path)/.reussis" }

  private var passed: [String: String] {
    guard let data = try? InputFile.read(record, limit: Self.longestAnswer) else { return [:] }
    let pairs = String(decoding: data, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: " ").map(String.init)
    }
    return Dictionary(
      pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }

  private func text(of exercise: Exercise) -> String? {
    (try? InputFile.read(answer(to: exercise), limit: Self.longestAnswer))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func digest(_ text: String, _ exercise: Exercise) -> String {
    SHA256.hexadecimal(of: Data("\(exercise.check)\n\(text)".utf8))
  }
}
