import FrenchText

/// A value that a case obtained or expected: to compare with another, and to show on a line.
enum CheckedValue: Sendable {
  case none
  case number(Double)
  case list([CheckedValue])
  case text(String)

  /// A list of more elements than these is shown in short…
  private static let mostElements = 12
  /// … by some of them.
  private static let shownElements = 8
  private static let longestText = 240

  init(_ value: Any) {
    // Long arrays of numbers are common, and mirrors slow.
    if let numbers = value as? [Double] {
      self = .list(numbers.map(Self.number))
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: self = mirror.children.first.map { Self($0.value) } ?? .none
    case .collection: self = .list(mirror.children.map { Self(element: $0.value) })
    case .set, .dictionary:
      let elements = mirror.children.map { Self(element: $0.value) }
      self = .list(elements.sorted { $0.shown() < $1.shown() })
    default: self = (value as? Double).map(Self.number) ?? .text("\(value)")
    }
  }

  private init(element: Any) {
    self = (element as? String).map { .text("\"\($0)\"") } ?? Self(element)
  }

  /// Whether both are numbers, or lists of numbers, nearer to each other than `tolerance`, relative to
  /// the greater of 1 and the expected one.
  func agrees(with expected: CheckedValue, within tolerance: Double) -> Bool {
    switch (self, expected) {
    case (.number(let left), .number(let right)):
      left == right
        || right.isFinite && abs(left - right) <= tolerance * max(1, abs(right))
    case (.list(let left), .list(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { $0.agrees(with: $1, within: tolerance) }
    default: false
    }
  }

  /// Whether one mistake can have given both: the same texts, numbers to 1e-6.
  func isSame(as other: CheckedValue) -> Bool {
    switch (self, other) {
    case (.none, .none): true
    case (.number(let left), .number(let right)):
      left.isNaN && right.isNaN || agrees(with: other, within: 1e-6)
    case (.list(let left), .list(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.text(let left), .text(let right)): left == right
    default: false
    }
  }

  /// The value for a reader; of a long list, some elements from a rank on.
  func shown(from start: Int = 0) -> String {
    switch self {
    case .none: "nil"
    case .number(let number): exact(number)
    case .text(let text): Self.shortened(text)
    case .list(let elements): Self.shown(elements, from: start)
    }
  }

  /// The rank of the first element that two lists show differently.
  func firstDifference(from other: CheckedValue) -> Int {
    guard case .list(let left) = self, case .list(let right) = other else { return 0 }
    return zip(left, right).enumerated().first { $0.element.0.shown() != $0.element.1.shown() }?
      .offset ?? 0
  }

  private static func shown(_ elements: [CheckedValue], from start: Int) -> String {
    // Decimal commas need another mark between numbers.
    let hasNumbers = elements.contains { if case .number = $0 { true } else { false } }
    let separator = hasNumbers ? "\u{A0}; " : ", "
    let count = elements.count
    let isLong = count > mostElements
    let first = isLong ? max(0, min(start, count - shownElements)) : 0
    let range = first..<(isLong ? first + shownElements : count)
    let parts =
      (first > 0 ? ["…"] : []) + elements[range].map { $0.shown() }
      + (range.upperBound < count ? ["…"] : [])
    let list = shortened("[\(parts.joined(separator: separator))]")
    guard isLong else { return list }
    let place = first > 0 ? ", à partir du rang \(grouped("\(first)"))" : ""
    return list + " (\(grouped("\(count)")) éléments\(place))"
  }

  private static func shortened(_ text: String) -> String {
    text.count > longestText ? text.prefix(longestText - 1) + "…" : text
  }
}
