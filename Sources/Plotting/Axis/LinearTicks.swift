import Foundation

/// A labelled place on an axis; without a label, a small mark.
struct Tick: Sendable, Equatable {
  let position: Double
  let label: String?
}

/// Round numbers, 1, 2 or 5 times a power of ten apart.
struct LinearTicks {
  private let digit: Double
  private let exponent: Int
  private let indices: StrideThrough<Double>

  /// About `count` ticks within `range`, whose ends must be finite and different.
  init(in range: ClosedRange<Double>, count: Double, integersOnly: Bool) {
    let wanted = (range.upperBound - range.lowerBound) / count
    var exponent = Int(log10(wanted).rounded(.down))
    let fraction = wanted / pow(10, Double(exponent))
    var digit: Double
    switch fraction {
    case ..<1.5: digit = 1
    case ..<3: digit = 2
    case ..<7: digit = 5
    default: (digit, exponent) = (1, exponent + 1)
    }
    if integersOnly, exponent < 0 { (digit, exponent) = (1, 0) }
    self.digit = digit
    self.exponent = exponent
    let step = digit * pow(10, Double(exponent))
    // A tick may stand at the very end of the range in spite of rounding.
    indices = stride(
      from: (range.lowerBound / step - 1e-6).rounded(.up),
      through: (range.upperBound / step + 1e-6).rounded(.down), by: 1)
  }

  var ticks: [Tick] {
    let positions = indices.map(position)
    let largest = positions.map(abs).max() ?? 0
    let order = largest > 0 ? Int(log10(largest * (1 + 1e-12)).rounded(.down)) : 0
    return positions.map { position in
      let label =
        TickLabel.fixedOrders.contains(order)
        ? TickLabel.decimal(position, decimals: -exponent)
        : TickLabel.scientific(
          position / pow(10, Double(order)), decimals: order - exponent, exponent: order)
      return Tick(position: position, label: label)
    }
  }

  /// Dividing by a power of ten gives 0.3 where multiplying by 0.1 gives 0.30000000000000004.
  private func position(_ index: Double) -> Double {
    let magnitude = pow(10, Double(abs(exponent)))
    let position = exponent < 0 ? index * digit / magnitude : index * digit * magnitude
    return position == 0 ? 0 : position
  }
}

extension TickLabel {
  /// Orders of magnitude that are written out rather than as powers of ten.
  static let fixedOrders = -3...6
}
