import Document
import Foundation

/// A trained network for the page that draws: its numbers as a script, in single precision.
enum ReaderScript {
  private struct Layer: Encodable {
    var inputs, units: Int
    var activation, weights, biases: String
  }

  private struct Reader: Encodable {
    var layers: [Layer]
    var mean, deviation, digits: String
    var labels: [Int]
    var outputs: String
  }

  static func text(of reader: DigitReader) -> String {
    let script = Reader(
      layers: reader.layers.map {
        Layer(
          inputs: $0.inputs, units: $0.units, activation: $0.activation,
          weights: base64($0.weights), biases: base64($0.biases))
      },
      mean: base64(reader.means), deviation: base64(reader.divisors),
      digits: blanksCounted(reader.samples.flatMap(\.pixels)).base64EncodedString(),
      labels: reader.samples.map(\.label), outputs: base64(reader.samples.flatMap(\.outputs)))
    return "window.lecteur=" + JSON.text(script) + ";\n"
  }

  /// The pixels, where a zero is followed by how many there are: most of a picture is blank.
  private static func blanksCounted(_ pixels: [UInt8]) -> Data {
    var data = Data()
    var rest = pixels[...]
    while let pixel = rest.first {
      data.append(pixel)
      let blanks = rest.prefix(255).prefix { $0 == 0 }.count
      if blanks > 0 { data.append(UInt8(blanks)) }
      rest = rest.dropFirst(max(1, blanks))
    }
    return data
  }

  /// The numbers as little-endian float32.
  private static func base64(_ values: [Double]) -> String {
    var data = Data(capacity: 4 * values.count)
    for value in values {
      withUnsafeBytes(of: Float(value).bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data.base64EncodedString()
  }
}
