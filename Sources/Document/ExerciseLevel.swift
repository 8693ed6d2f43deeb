/// What an exercise asks for, from easy to hard.
public enum ExerciseLevel: String, Sendable, CaseIterable {
  /// A number or a prediction to give.
  case calculation = "calcule"
  /// Code to write.
  case programming = "programme"
  /// An experiment, a fault to find, a question with an open end.
  case investigation = "enquête"

  /// The words beside the exercise's number, "niveau : programme".
  public var label: String { "niveau\u{A0}: \(rawValue)" }
}
