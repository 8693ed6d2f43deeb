import Foundation

/// The stretch of an axis that holds the values with some air around.
struct AxisRange: Equatable {
  let bounds: ClosedRange<Double>

  /// Numbers beyond this are gaps: differences and squares of them would overflow.
  static let largest = 1e250

  /// Whether an axis can show `value`.
  static func shows(_ value: Double, on scale: Scale) -> Bool {
    switch scale {
    case .linear: abs(value) <= largest
    case .logarithmic: value >= 1 / largest && value <= largest
    }
  }

  private init(_ bounds: ClosedRange<Double>) {
    self.bounds = bounds
  }

  /// A range that was asked for, widened where its ends are too close to be told apart.
  init(exactly range: ClosedRange<Double>, scale: Scale) {
    self.init(Self.scaledBack(Self.spread(range, scale), scale))
  }

  /// The range of `values`, all of which the scale can show, and a margin of that share of it.
  ///
  /// With `nearZero`, a linear axis starts from zero where that costs at most half of the figure.
  init(of values: [Double], scale: Scale, margin: Double, nearZero: Bool) {
    guard let least = values.min(), let most = values.max() else {
      self.init(scale == .linear ? 0...1 : 0.1...1)
      return
    }
    var range = Self.spread(least...most, scale)
    if nearZero, scale == .linear, least >= 0, least < most - least {
      range = Self.spread(0...most, scale)
    }
    let air = margin * (range.upperBound - range.lowerBound)
    self.init(Self.scaledBack((range.lowerBound - air)...(range.upperBound + air), scale))
  }

  /// The range of a heat map, without air where all `values` are within.
  init(around heatMap: ClosedRange<Double>, and values: [Double]) {
    let least = min(heatMap.lowerBound, values.min() ?? heatMap.lowerBound)
    let most = max(heatMap.upperBound, values.max() ?? heatMap.upperBound)
    self.init(exactly: least...most, scale: .linear)
  }

  /// The range of bars: they stand on zero, or on the bottom of a logarithmic axis.
  init(ofBars values: [Double], scale: Scale) {
    guard scale == .linear, !values.isEmpty else {
      self.init(of: values, scale: scale, margin: 0.1, nearZero: false)
      return
    }
    let least = min(0, values.min() ?? 0)
    let most = max(0, values.max() ?? 0)
    let range = least == most ? 0...1 : Self.spread(least...most, scale)
    let air = 0.05 * (range.upperBound - range.lowerBound)
    let lower = least < 0 ? range.lowerBound - air : 0
    let upper = least < 0 && most == 0 ? 0 : range.upperBound + air
    self.init(lower...upper)
  }

  /// The range in the units of the scale, opened where a constant series would leave it empty.
  private static func spread(_ range: ClosedRange<Double>, _ scale: Scale) -> ClosedRange<Double> {
    let lower = scale == .linear ? range.lowerBound : log10(range.lowerBound)
    let upper = scale == .linear ? range.upperBound : log10(range.upperBound)
    let size = max(abs(lower), abs(upper))
    let least = scale == .logarithmic ? 1e-9 : max(1e-12 * size, 1e-290)
    if upper - lower > least { return lower...upper }
    let opening = scale == .logarithmic ? 0.5 : size < 1e-280 ? 1 : 0.1 * size
    return (lower - opening)...(upper + opening)
  }

  private static func scaledBack(
    _ range: ClosedRange<Double>, _ scale: Scale
  ) -> ClosedRange<Double> {
    scale == .linear ? range : pow(10, range.lowerBound)...pow(10, range.upperBound)
  }
}
