import Files
import Foundation

/// The recipes of a chapter's last run: what tells which ingredient a training is computed anew for.
public struct TrainingHistory: Sendable {
  public struct Run: Sendable, Codable, Equatable {
    let title: String
    let recipe: TrainingRecipe
  }

  /// Recipes that differ in more than this are of different trainings.
  private static let mostChanges = 4
  private static let largestFile = 16 << 20
  private static let prefix = "chapter-"

  private let runs: [Run]

  init(_ runs: [Run] = []) { self.runs = runs }

  /// What an earlier run left; nothing where there was none or its file makes no sense.
  static func read(chapter: Int, in directory: String) -> TrainingHistory {
    let data = try? InputFile.read(path(chapter, directory), limit: largestFile)
    return TrainingHistory(data.flatMap { try? JSONDecoder().decode([Run].self, from: $0) } ?? [])
  }

  static func write(_ runs: [Run], chapter: Int, in directory: String) throws {
    try WholeFile.write(
      try JSONEncoder().encode(runs), to: path(chapter, directory), waitsForDisk: false)
  }

  static func forgetAll(in directory: String) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(".json") {
      let path = "\(directory)/\(name)"
      if unlink(path) != 0, errno != ENOENT { throw FileError.cannotWrite(path: path, code: errno) }
    }
  }

  func contains(_ recipe: TrainingRecipe) -> Bool { runs.contains { $0.recipe == recipe } }

  /// The changes since the most similar training of the last run, of the same title if there is one;
  /// empty where none is similar.
  func changes(
    to recipe: TrainingRecipe, titled title: String
  ) -> [TrainingRecipe.Change] {
    let named = runs.filter { $0.title == title }
    let changes = (named.isEmpty ? runs : named).map { recipe.changes(since: $0.recipe) }
    let fewest = changes.min { $0.count < $1.count } ?? []
    return fewest.count <= Self.mostChanges ? fewest : []
  }

  private static func path(_ chapter: Int, _ directory: String) -> String {
    "\(directory)/\(prefix)\(chapter).json"
  }
}
