import Foundation
import NeuralNetwork
import Testing

/// One row of a table of references: its labels, then its numbers, separated by semicolons.
struct ReferenceRow: Sendable {
  let labels: [String]
  let numbers: [Double]
}

/// The rows of a table in the directory `References`; the script beside each table made it.
func references(_ file: String, labels: Int) throws -> [ReferenceRow] {
  let directory = URL(filePath: #filePath).deletingLastPathComponent()
  let text = try String(
    contentsOf: directory.appending(path: "References/\(file)"), encoding: .utf8)
  return try text.split(separator: "\n").map { line in
    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
    return ReferenceRow(
      labels: fields.prefix(labels).map(String.init),
      numbers: try fields.dropFirst(labels).map { try #require(Double($0), "\($0)") })
  }
}

/// Whether a number is the reference up to a relative error, or the same infinity or `nan`;
/// `floor` is added for numbers so small that they have lost digits.
func isReference<Scalar: BinaryFloatingPoint>(
  _ number: Scalar, _ reference: Scalar, relative tolerance: Scalar, floor: Scalar
) -> Bool {
  if reference.isNaN { return number.isNaN }
  if reference.isInfinite { return number == reference }
  return abs(number - reference) <= tolerance * abs(reference) + floor
}
