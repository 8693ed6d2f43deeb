import FrenchText

/// All combinations of the values of some options: many trainings, in a fixed order.
public struct SweepGrid: Sendable, Equatable {
  /// The most trainings of a grid.
  public static let largest = 1_000_000

  /// The values of each option, in the order of `SweepOption.allCases`.
  private let axes: [[String]]
  /// What to say of values that were given in the words of other libraries, a sentence for each.
  public let notes: [String]

  /// The grid of what a command line gives: several texts for an option, or none for its default value.
  ///
  /// Values that mean the same count once.
  ///
  /// - Throws: `ArgumentError` for the first value, or the first two that do not go together.
  public init(_ texts: [SweepOption: [String]]) throws {
    let defaults = ExperimentSettings.Options()
    var typed: [SweepOption: [String]] = [:]
    for option in SweepOption.allCases {
      let given = texts[option] ?? []
      typed[option] =
        given.isEmpty
        ? [option.value(in: defaults)] : try SweepValues.parse(given, of: option)
    }
    var known: [SweepOption: [String]] = [:]
    var seen: [SweepOption: Set<String>] = [:]
    var notes: [String] = []
    func learn(_ values: [SweepOption: String], about options: [SweepOption]) throws {
      var raw = defaults
      for option in SweepOption.allCases {
        option.set(values[option] ?? typed[option]?.first ?? "", in: &raw)
      }
      let settings = try ExperimentSettings(raw)
      for option in options {
        let value = option.value(in: settings.options)
        if seen[option, default: []].insert(value).inserted {
          known[option, default: []].append(value)
        }
      }
      for note in settings.notes where !notes.contains(note) { notes.append(note) }
    }
    // Alone, but for two that must fit each other.
    for layers in typed[.layers] ?? [] {
      for initializer in typed[.initializer] ?? [] {
        try learn(
          [.layers: layers, .initializer: initializer], about: [.layers, .initializer])
      }
    }
    for option in SweepOption.allCases where option != .layers && option != .initializer {
      for value in typed[option] ?? [] { try learn([option: value], about: [option]) }
    }
    self.notes = notes
    axes = SweepOption.allCases.map { known[$0] ?? [] }
    try checkSize()
  }

  private func checkSize() throws {
    var count = 1
    for axis in axes {
      let (product, overflows) = count.multipliedReportingOverflow(by: axis.count)
      guard !overflows, product <= Self.largest else {
        throw ArgumentError(
          "la grille",
          "elle compte plus de \(number(Self.largest)) entraînements ; donne moins de valeurs.")
      }
      count = product
    }
  }

  /// The values of an option, in the order in which they were given.
  public subscript(option: SweepOption) -> [String] {
    axes[SweepOption.allCases.firstIndex(of: option) ?? 0]
  }

  /// The number of trainings.
  public var count: Int { axes.reduce(1) { $0 * $1.count } }

  /// The options that have several values.
  public var varying: [SweepOption] { SweepOption.allCases.filter { self[$0].count > 1 } }

  /// The settings of the training of a number, 0..<count.
  public func options(_ number: Int) -> ExperimentSettings.Options {
    var (options, rest) = (ExperimentSettings.Options(), number)
    for (option, axis) in zip(SweepOption.allCases, axes).reversed() {
      option.set(axis[rest % axis.count], in: &options)
      rest /= axis.count
    }
    return options
  }

  /// Whether all trainings of another grid are among its own.
  public func contains(_ other: SweepGrid) -> Bool {
    SweepOption.allCases.allSatisfy { Set(other[$0]).isSubset(of: self[$0]) }
  }

  public static func == (one: SweepGrid, other: SweepGrid) -> Bool { one.axes == other.axes }
}

extension SweepGrid: Codable {
  /// Reads the values of each option by its name, as strictly as those of a command line.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.singleValueContainer().decode([String: [String]].self)
    var texts: [SweepOption: [String]] = [:]
    for option in SweepOption.allCases { texts[option] = values[option.rawValue] }
    try self.init(texts)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let values = SweepOption.allCases.map { ($0.rawValue, self[$0]) }
    try container.encode(Dictionary(uniqueKeysWithValues: values))
  }
}
