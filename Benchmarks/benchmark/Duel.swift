import ChapterKit
import Foundation

/// One case in one precision, all contenders in alternation, so that whatever else the machine does
/// meets each of them.
struct Duel: Sendable {
  let work: Case
  let precision: String
  let times: [Contender: Measurements]
  let loading: [Contender: Measurements]
  /// The largest relative difference between another contender's costs and this project's, over the
  /// first two epochs: later ones magnify the rounding.
  let disagreement: [Contender: Double]

  init(_ work: Case, precision: String, contenders: [Contender]) throws {
    var runs: [Contender: [TrainingRun]] = [:]
    for round in 1...work.rounds {
      for contender in contenders {
        Progress.say("\(work.name) \(precision), tour \(round), \(contender.rawValue)")
        let run = try contender.run(work, precision: precision, epochs: work.epochs)
        runs[contender, default: []].append(run)
      }
    }
    self.work = work
    self.precision = precision
    times = runs.mapValues { Measurements($0.flatMap(\.seconds)) }
    loading = runs.mapValues { Measurements($0.map(\.loading)) }
    let own = runs[.workbook]?.first?.costs ?? []
    disagreement = runs.mapValues { runs in
      runs.flatMap { run in zip(run.costs, own).prefix(2).map { abs($0 - $1) / abs($1) } }.max()
        ?? .nan
    }
    for (contender, difference) in disagreement
    where !(difference < contender.tolerance(in: work, precision: precision)) {
      throw Failure(
        "\(work.name) \(precision) : \(contender.rawValue) ne calcule pas le même coût "
          + "(écart relatif \(difference)).")
    }
  }

  /// How many times longer the other takes, by the medians.
  func ratio(to other: Contender, of own: Contender = .workbook) -> Double? {
    guard let theirs = times[other], let ours = times[own] else { return nil }
    return theirs.median / ours.median
  }
}

/// A line on standard error for whoever waits.
enum Progress {
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
