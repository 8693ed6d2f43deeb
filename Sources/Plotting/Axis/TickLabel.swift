import Foundation
import FrenchText

/// Numbers as French readers expect them beside an axis.
enum TickLabel {
  /// `value` with that many decimals, a comma and spaces between thousands: `−1,50`, `60 000`.
  static func decimal(_ value: Double, decimals: Int) -> String {
    let printed = String(format: "%.\(min(max(decimals, 0), 17))f", abs(value))
    let parts = printed.split(separator: ".", maxSplits: 1)
    let whole = String(parts.first ?? "0")
    let fraction = parts.dropFirst().first.map { "," + $0 } ?? ""
    return (value < 0 ? "−" : "") + grouped(whole, by: "\u{202F}") + fraction
  }

  /// `mantissa` × 10 to the `exponent`: `1,5×10⁻⁷`.
  static func scientific(_ mantissa: Double, decimals: Int, exponent: Int) -> String {
    mantissa == 0 ? "0" : decimal(mantissa, decimals: decimals) + "×" + powerOfTen(exponent)
  }

  /// `10⁻³`, in characters that need no markup.
  static func powerOfTen(_ exponent: Int) -> String {
    "10" + superscript(exponent)
  }
}
