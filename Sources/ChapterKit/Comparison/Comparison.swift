import FrenchText

/// One published value beside the one that this run obtained.
public struct Comparison: Sendable, Equatable {
  public let chapter: Int
  /// The letter of the document.
  public let document: String
  /// The name of the published run.
  public let run: String
  public let quantity: Quantity
  /// The epoch, for a cost; the rank, from 1, for an output.
  public let index: Int?
  /// The value as the document prints it.
  public let published: Double
  public let obtained: Double
  /// `|obtained − published| / |published|`.
  public let relativeDifference: Double
  public let verdict: Verdict
  /// Whether the document cut the value after its last printed digit, instead of rounding it.
  public var isCut = false

  /// What a published value measures; accuracies are in percent.
  public enum Quantity: String, Sendable, Encodable {
    case cost, trainingAccuracy, testAccuracy, output

    /// The words of a table's row.
    public var words: String {
      switch self {
      case .cost: "coût"
      case .trainingAccuracy: "entraînement"
      case .testAccuracy: "test"
      case .output: "sortie"
      }
    }
  }
}

extension Comparison: Encodable {
  private enum CodingKeys: CodingKey {
    case kind, chapter, document, run, quantity, index, published, obtained
    case relativeDifference, verdict, isCut
  }

  /// Writes all keys, `index` as null where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("comparison", forKey: .kind)
    try container.encode(chapter, forKey: .chapter)
    try container.encode(document, forKey: .document)
    try container.encode(run, forKey: .run)
    try container.encode(quantity, forKey: .quantity)
    try container.encode(index, forKey: .index)
    try container.encode(published, forKey: .published)
    try container.encode(obtained, forKey: .obtained)
    try container.encode(relativeDifference, forKey: .relativeDifference)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(isCut, forKey: .isCut)
  }
}

/// What a comparison concludes; the greater, the worse.
public enum Verdict: String, Sendable, Encodable, Comparable, CaseIterable {
  case reproduced = "reproduit"
  case withinSpread = "dans la dispersion"
  case misprint = "coquille du document"
  case chaotic = "chaotique"
  case different = "différent"

  /// The words of a table's row.
  public var words: String {
    switch self {
    case .misprint: "coquille"
    case .withinSpread: "dispersion"
    default: rawValue
    }
  }

  public static func < (left: Verdict, right: Verdict) -> Bool {
    let order = allCases
    return order.firstIndex(of: left) ?? 0 < order.firstIndex(of: right) ?? 0
  }
}

/// How closely a run can be expected to follow the published one.
public enum Agreement: Sendable, Equatable {
  /// Costs to 1e−12 relative, accuracies to every printed digit.
  case digits
  /// A chaotic run: costs to 1e−5 relative up to the given epoch and to 5 % after it, accuracies to
  /// 0.3 points.
  case chaotic(afterEpoch: Int)

  /// The verdict on a cost of the given epoch.
  func verdict(obtained: Double, expected: Double, epoch: Int) -> Verdict {
    let difference = relativeDifference(obtained, expected)
    switch self {
    case .digits:
      return difference <= 1e-12 ? .reproduced : .different
    case .chaotic(let lastEpoch) where epoch <= lastEpoch:
      return difference <= 1e-5 ? .reproduced : .different
    case .chaotic:
      return difference <= 0.05 ? .chaotic : .different
    }
  }

  /// The verdict on an accuracy in percent, published with `digits` decimals.
  func verdict(percent obtained: Double, published: PublishedValue) -> Verdict {
    switch self {
    case .digits:
      let isPrinted = number(obtained, digits: published.decimals) == french(published.printed)
      return obtained.isFinite && isPrinted ? .reproduced : .different
    case .chaotic:
      return abs(obtained - published.value) <= 0.3 ? .chaotic : .different
    }
  }
}

/// How a document came from a value to the digits that it prints.
enum PrintedReading {
  case rounded
  /// The digits that follow were left off.
  case cut

  /// `nil` where the value does not read as printed in either way.
  init?(of value: Double, as published: PublishedValue) {
    guard value.isFinite else { return nil }
    let printed = french(published.printed)
    // Twenty decimals, of which the document keeps the first ones.
    let digits = number(value, digits: 20)
    let kept = digits.prefix(digits.count - 20 + published.decimals)
    if number(value, digits: published.decimals) == printed {
      self = .rounded
    } else if (published.decimals > 0 ? kept : kept.dropLast()) == printed {
      self = .cut
    } else {
      return nil
    }
  }
}

/// `|obtained − expected| / |expected|`; 0 for equal values, whatever they are.
func relativeDifference(_ obtained: Double, _ expected: Double) -> Double {
  obtained == expected ? 0 : abs(obtained - expected) / abs(expected)
}
