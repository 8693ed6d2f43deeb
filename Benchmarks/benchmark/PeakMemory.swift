import ChapterKit
import FrenchText

/// The most memory that a training takes, by precision.
///
/// To be measured first: Linux counts for a child what its parent had taken when it started it.
struct PeakMemory: Sendable {
  let bytes: [(precision: String, count: Int)]

  init() throws {
    Progress.say("mémoire")
    bytes = try ["float64", "float32"].map { precision in
      let command = [Place.workbook, "train", "--epochs", "2", "--precision", precision]
      return (precision, try Child(command).peakBytes)
    }
  }

  var text: String {
    "Mémoire au plus haut de `workbook train` : "
      + bytes.map { "\($0.precision) \(number($0.count / 1_000_000)) Mo" }
      .joined(separator: ", ") + "."
  }
}
