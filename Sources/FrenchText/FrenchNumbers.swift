import Foundation

/// A number with `digits` decimals and a decimal comma: `number(0.5, digits: 2)` is "0,50".
public func number(_ value: Double, digits: Int) -> String {
  guard value.isFinite else { return exact(value) }
  let text = String(format: "%.\(min(max(digits, 0), 20))f", value)
  let isZero = !text.contains { $0.isNumber && $0 != "0" }
  return french(isZero ? String(text.trimmingPrefix("-")) : text)
}

/// A whole number, its digits in groups of three from five digits on: `number(60000)` is "60 000".
public func number(_ value: Int) -> String {
  (value < 0 ? "−" : "") + grouped(String(value.magnitude))
}

/// Digits in groups of three from five digits on, as French typography has it.
public func grouped(_ digits: String, by space: String = "\u{A0}") -> String {
  guard digits.count > 4 else { return digits }
  var groups = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index).isMultiple(of: 3) { groups += space }
    groups.append(digit)
  }
  return groups
}

/// All the digits that tell a number from its neighbours, with a decimal comma.
public func exact(_ value: Double) -> String {
  if value.isNaN { return "nan" }
  if value.isInfinite { return value < 0 ? "−∞" : "∞" }
  return french("\(value)")
}

/// A share of 1 in percent, with a decimal comma: `percent(0.9691)` is "96,91 %".
public func percent(_ share: Double, digits: Int = 2) -> String {
  number(100 * share, digits: digits) + "\u{A0}%"
}

/// An order of magnitude, `scientific(2.4e-13)` is "2,4·10⁻¹³"; zero is "0".
public func scientific(_ value: Double) -> String {
  guard value.isFinite else { return exact(value) }
  if value == 0 { return "0" }
  let parts = String(format: "%.1e", value).split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]) else { return french("\(value)") }
  return french(String(parts[0])) + "·10" + superscript(exponent)
}

/// A number in few digits, as `%g` prints it: `short(0.1 + 0.2)` is "0,3".
public func short(_ value: Double) -> String {
  value.isFinite ? french(String(format: "%g", value)) : exact(value)
}

/// A printed number with its decimal point as a comma, and its minus as the typographic one.
public func french(_ number: String) -> String {
  number.replacing(".", with: ",").replacing("-", with: "−")
}

/// Ten to this power is written with it: `superscript(-3)` is "⁻³".
public func superscript(_ exponent: Int) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return (exponent < 0 ? "⁻" : "")
    + String(String(exponent.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] })
}
