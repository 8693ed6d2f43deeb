import ChapterKit
import FrenchText

/// The tables that set the contenders side by side.
struct DuelTables: Sendable {
  let duels: [Duel]
  let limits: MachineLimits

  private static let others: [Contender] = [.numpyDocuments, .numpy, .jax, .pytorch]

  /// This project's times, and how many times longer the others take.
  var ratios: String {
    let lines = duels.map { duel in
      let ratios = Self.others.map { other in
        duel.ratio(to: other).map { "× " + number($0, digits: 1) } ?? "–"
      }
      let cells = [
        duel.work.title, duel.precision, duel.times[.workbook]?.text ?? "–",
      ]
      return "| " + (cells + ratios).joined(separator: " | ") + " |"
    }
    let head = [
      "| une époque | précision | workbook, s | NumPy, comme les documents | NumPy | JAX | PyTorch |",
      "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    return (head + lines).joined(separator: "\n")
  }

  /// Everybody's times.
  var times: String {
    let names = Contender.allCases.map(\.rawValue).joined(separator: " | ")
    let rules = Contender.allCases.map { _ in "---:" }.joined(separator: " | ")
    let lines = duels.map { duel in
      let cells = Contender.allCases.map { duel.times[$0]?.text ?? "–" }
      let differences = Self.others.map { duel.disagreement[$0].map { scientific($0) } ?? "–" }
      return "| \(duel.work.name) | \(duel.precision) | \(cells.joined(separator: " | ")) | "
        + "\(differences.joined(separator: ", ")) |"
    }
    let head = [
      "| cas | précision | \(names) | écarts relatifs des coûts : "
        + Self.others.map(\.rawValue).joined(separator: ", ") + " |",
      "| --- | --- | \(rules) | ---: |",
    ]
    return (head + lines).joined(separator: "\n")
  }

  /// The limits, and the share of them that training reaches where no product is left out: where no
  /// pixel shows the background.
  var machine: String {
    func rate(_ value: Double) -> String { number(value / 1e9, digits: 0) }
    var lines = [
      "| une époque | précision | fils | Gflop/s | limite de la machine | part |",
      "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for duel in duels where duel.work.isCovered == true {
      let limit = duel.precision == "float64" ? limits.float64 : limits.float32
      for (contender, threads, limit) in [
        (Contender.workbookAlone, 1, limit.alone), (.workbook, limits.threads, limit.together),
      ] {
        guard let time = duel.times[contender]?.median,
          let work = try? duel.work.operations(images: 60_000)
        else { continue }
        lines.append(
          "| \(duel.work.title) | \(duel.precision) | \(threads) | \(rate(work / time)) | "
            + "\(rate(limit)) | \(percent(work / time / limit, digits: 0)) |")
      }
    }
    let loading = duels.first.map { duel in
      [Contender.workbook, .numpy].compactMap { who in
        duel.loading[who].map { "\(who.rawValue) \($0.text)" }
      }.joined(separator: ", ")
    }
    lines += [
      "",
      "La mémoire se copie à \(number(limits.streaming / 1e9, digits: 1)) Go/s (lus et écrits). "
        + "Lire et normaliser MNIST : \(loading ?? "–") s.",
    ]
    return lines.joined(separator: "\n")
  }
}
