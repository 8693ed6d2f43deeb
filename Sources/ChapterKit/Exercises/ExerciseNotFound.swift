import FrenchText

/// An exercise that the course does not have, or that nobody named.
public struct ExerciseNotFound: ReportedError {
  private let number: String?
  private let known: [String]

  public init(number: String?, among exercises: [Exercise]) {
    self.number = number
    known = exercises.map(\.number)
  }

  public var exitStatus: ExitStatus { .usage }

  public var description: String {
    let list = "(exercices\u{A0}: \(known.joined(separator: ", ")))."
    guard let number else { return "Dis de quel exercice il s’agit \(list)" }
    return "Il n’y a pas d’exercice \(quoted(number))"
      + didYouMean(suggestion(for: number, among: known)) + " " + list
  }
}
