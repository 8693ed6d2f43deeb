import Synchronization

/// The trainings that this run of the program has computed itself, whichever chapter asked for them:
/// to be taken from the store even where nothing of earlier runs may be.
public final class ComputedTrainings: Sendable {
  private let keys = Mutex<Set<String>>([])

  public init() {}

  func add(_ recipe: TrainingRecipe) { keys.withLock { _ = $0.insert(recipe.key) } }

  func contains(_ recipe: TrainingRecipe) -> Bool { keys.withLock { $0.contains(recipe.key) } }
}
