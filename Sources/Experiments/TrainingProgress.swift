/// Who hears of the trainings under way; several may run at once.
public protocol TrainingProgress: Sendable {
  /// A training begins; the result names it in the calls that follow.
  func begin(_ title: String, epochs: Int) -> Int
  func update(_ training: Int, epoch: Int, cost: Double)
  func end(_ training: Int)
}

/// Nobody hears of the trainings.
public struct NobodyListens: TrainingProgress {
  public init() {}

  public func begin(_ title: String, epochs: Int) -> Int { 0 }
  public func update(_ training: Int, epoch: Int, cost: Double) {}
  public func end(_ training: Int) {}
}
