import Experiments
import FrenchText

/// What the user asks of Slurm.
struct SlurmRequest: Codable, Equatable {
  var partition: String?
  var time: String?
  /// `nil` for as many as take ten minutes.
  var trainingsPerTask: Int?
  var options: [String] = []

  static let trainingsPerTask = 1...10_000

  /// Finds out whether each word can stand in a script as it is, whoever wrote it.
  ///
  /// - Throws: `ArgumentError`.
  func check() throws {
    if let partition { try Self.check(partition, of: "--partition", signs: "_,.-") }
    if let time, SlurmTime.seconds(time) == nil {
      throw ArgumentError(
        "--time",
        "\(quoted(time)) n’est pas une durée, écris des minutes, 90, ou heures:minutes:secondes, "
          + "1:30:00.")
    }
    for option in options {
      guard option.hasPrefix("-") else {
        throw ArgumentError(
          "--slurm-option",
          "\(quoted(option)) ne commence pas par un tiret, écris --mem=2G par exemple.")
      }
      try Self.check(option, of: "--slurm-option", signs: "_=:,.+/@%*-[]")
    }
  }

  private static func check(_ text: String, of option: String, signs: String) throws {
    guard !text.isEmpty,
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) || signs.contains($0) })
    else {
      throw ArgumentError(
        option,
        "\(quoted(text)) contient un signe qui n’y a pas sa place, écris des lettres et des chiffres."
      )
    }
  }
}

/// Durations as `sbatch --time` takes them.
enum SlurmTime {
  /// `90`, `90:00`, `1:30:00`, `1-0`, `1-12:30` or `1-12:30:00`, in seconds; `nil` for anything else.
  static func seconds(_ text: String) -> Int? {
    let halves = text.split(separator: "-", omittingEmptySubsequences: false)
    let parts = halves.last?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard 1...2 ~= halves.count, 1...3 ~= numbers.count, numbers.count == parts.count,
      numbers.allSatisfy({ $0 <= 1_000_000 })
    else { return nil }
    if halves.count == 2 {
      guard let days = Int(halves[0]), 0...10_000 ~= days else { return nil }
      let units = [3600, 60, 1]
      return zip(numbers, units).reduce(days * 86_400) { $0 + $1.0 * $1.1 }
    }
    let units = numbers.count == 3 ? [3600, 60, 1] : [60, 1]
    return zip(numbers, units).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
