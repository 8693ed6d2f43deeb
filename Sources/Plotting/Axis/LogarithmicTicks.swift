import Foundation

/// Powers of ten, and between them what room allows.
struct LogarithmicTicks {
  private let range: ClosedRange<Double>
  private let logarithms: ClosedRange<Double>

  /// Ticks within `range`, whose ends must be positive, finite and different.
  init(in range: ClosedRange<Double>) {
    self.range = range
    logarithms = log10(range.lowerBound)...log10(range.upperBound)
  }

  /// Fewer than two powers of ten say too little: 2 and 5 are then labelled as well.
  var ticks: [Tick] {
    switch logarithms.upperBound - logarithms.lowerBound {
    case ..<1: LinearTicks(in: range, count: 6, integersOnly: false).ticks
    case ..<2.5: decades(every: 1).flatMap { within($0, [1, 2, 5]) }
    case let span: powers(every: Int((span / 8).rounded(.up)))
    }
  }

  private func powers(every step: Int) -> [Tick] {
    let powers = decades(every: step).map {
      Tick(position: pow(10, Double($0)), label: TickLabel.powerOfTen($0))
    }
    let between = step > 1 ? [] : decades(every: 1).flatMap { within($0, []) }
    return powers.filter { range.contains($0.position) } + between
  }

  /// Every exponent of ten around the range that is a multiple of `step`.
  private func decades(every step: Int) -> [Int] {
    let first = Int(logarithms.lowerBound.rounded(.down))
    let last = Int(logarithms.upperBound.rounded(.up))
    return (first...last).filter { $0.isMultiple(of: step) }
  }

  /// The multiples of one power of ten that the range holds; only those in `labelled` are named.
  private func within(_ exponent: Int, _ labelled: Set<Int>) -> [Tick] {
    (labelled.contains(1) ? 1...9 : 2...9).compactMap { digit in
      let power = pow(10, Double(abs(exponent)))
      let position = exponent < 0 ? Double(digit) / power : Double(digit) * power
      guard range.contains(position) else { return nil }
      guard labelled.contains(digit) else { return Tick(position: position, label: nil) }
      let label =
        TickLabel.fixedOrders.contains(exponent)
        ? TickLabel.decimal(position, decimals: -exponent)
        : TickLabel.scientific(Double(digit), decimals: 0, exponent: exponent)
      return Tick(position: position, label: label)
    }
  }
}
