import FrenchText
import Document

/// A number exactly as a document prints it.
public struct PublishedValue: Sendable, Equatable {
  public let printed: String
  public let value: Double
  /// What the document must have meant, where the printed number is a known misprint.
  public let corrected: Double?

  /// The number of printed decimals.
  var decimals: Int {
    printed.firstIndex(of: ".").map { printed.distance(from: $0, to: printed.endIndex) - 1 } ?? 0
  }
}

/// What the documents published: the costs of each run by epoch, and accuracies in percent.
public struct PublishedValues: Sendable {
  private var costs: [String: [PublishedValue]] = [:]
  private var outputs: [String: [(input: String, value: PublishedValue)]] = [:]
  private var accuracies: [String: (training: PublishedValue, test: PublishedValue)] = [:]

  /// Reads the tables `RUN.csv` (epoch,cost), `accuracies.csv` (run,training,test), `outputs.csv`
  /// (run,input,printed) and `misprints.csv` (run,epoch,printed,corrected), given by name.
  public init(files: [String: String]) {
    var corrections: [String: Double] = [:]
    for row in Self.rows(files["misprints.csv"]) where row.count == 4 {
      corrections[row[0] + "/" + row[1]] = Double(row[3])
    }
    func value(_ printed: String, of run: String, epoch: String) -> PublishedValue? {
      Double(printed).map {
        PublishedValue(printed: printed, value: $0, corrected: corrections[run + "/" + epoch])
      }
    }
    for (name, text) in files where !Self.tables.contains(name) {
      let run = String(name.dropLast(4))
      costs[run] = Self.rows(text).compactMap { row in
        row.count == 2 ? value(row[1], of: run, epoch: row[0]) : nil
      }
    }
    for row in Self.rows(files["outputs.csv"]) where row.count == 3 {
      if let value = value(row[2], of: row[0], epoch: "") {
        outputs[row[0], default: []].append((row[1], value))
      }
    }
    for row in Self.rows(files["accuracies.csv"]) where row.count == 3 {
      if let training = value(row[1], of: row[0], epoch: ""),
        let test = value(row[2], of: row[0], epoch: "")
      {
        accuracies[row[0]] = (training, test)
      }
    }
  }

  private static let tables = ["accuracies.csv", "outputs.csv", "misprints.csv"]

  func outputs(of run: String) throws -> [(input: String, value: PublishedValue)] {
    guard let outputs = outputs[run] else { throw unknown(run, among: outputs.keys) }
    return outputs
  }

  func costs(of run: String) throws -> [PublishedValue] {
    guard let costs = costs[run] else { throw unknown(run, among: costs.keys) }
    return costs
  }

  /// The cost that a run had after an epoch, counted from 1.
  func cost(of run: String, epoch: Int) throws -> PublishedValue {
    let costs = try costs(of: run)
    guard (1...).contains(epoch), epoch <= costs.count else {
      throw CellError.unknownEpoch(epoch, of: run, epochs: costs.count)
    }
    return costs[epoch - 1]
  }

  func accuracies(
    of run: String
  ) throws -> (training: PublishedValue, test: PublishedValue) {
    guard let accuracies = accuracies[run] else { throw unknown(run, among: accuracies.keys) }
    return accuracies
  }

  private func unknown(_ run: String, among runs: some Sequence<String>) -> CellError {
    .unknownRun(run, suggestion: suggestion(for: run, among: runs.sorted()))
  }

  /// The rows below the header, cut at their commas.
  private static func rows(_ text: String?) -> [[String]] {
    (text ?? "").split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
