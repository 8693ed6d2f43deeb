import Files
import Foundation
import Images
import LinearAlgebra
import ModelFiles
import NeuralNetwork
import Testing

@testable import Experiments

@Suite("Pictures read by a network")
struct PictureReaderTests {
  /// A network that gives the digits these outputs, whatever it is shown.
  private static func recognizer(_ outputs: [Double]) throws -> Recognizer {
    let folder = try ScratchDirectory()
    let path = folder.path + "/réseau.safetensors"
    let network = try Network<Double>(layers: [
      Layer(W: Matrix(rows: 10, columns: 784), b: Matrix(outputs.map { [$0] }), a: .linear)
    ])
    let numbers = [Double](repeating: 1, count: 784)
    try NetworkFile.save(
      network, normalization: Normalization(means: numbers, deviations: numbers), to: path)
    return try Recognizer(path: path)
  }

  private static func outputs(_ digit: Int, _ probability: Double) -> [Double] {
    (0..<10).map { $0 == digit ? probability : (1 - probability) / 9 }
  }

  /// Upright strokes in rows, dark on light.
  private static func sheet(_ counts: [Int]) -> GrayImage {
    let (columns, rows) = (600, 40 + 120 * counts.count)
    var pixels = [UInt8](repeating: 240, count: columns * rows)
    for (row, count) in counts.enumerated() {
      for stroke in 0..<count {
        for y in 30..<100 {
          for x in 0..<7 { pixels[(120 * row + y) * columns + 30 + 50 * stroke + x] = 20 }
        }
      }
    }
    return GrayImage(rows: rows, columns: columns, pixels: pixels)
  }

  private static func digit(_ digit: Int, _ probability: Double) -> ReadDigit {
    ReadDigit(
      image: GrayImage(rows: 1, columns: 1, pixels: [0]),
      box: PixelBox(left: 0, top: 0, width: 1, height: 1),
      probabilities: outputs(digit, probability))
  }

  @Test("the text has a line for each row, and ? for what is less probable")
  func text() {
    let reading = PictureReading(
      file: "a.png",
      rows: [[Self.digit(7, 0.9), Self.digit(0, 0.6)], [Self.digit(3, 0.8)]])
    #expect(reading.text() == "70\n3")
    #expect(reading.text(rejectingBelow: 0.7) == "7?\n3")
    #expect(reading.text(rejectingBelow: 0.8) == "7?\n3")
    #expect(reading.text(rejectingBelow: 0.95) == "??\n?")
  }

  @Test("outputs that are no numbers are no digit")
  func diverged() {
    let digit = Self.digit(7, .nan)
    #expect(digit.digit == nil && digit.probability.isNaN && digit.isDoubtful(below: 0))
    #expect(PictureReading(file: "a.png", rows: [[digit]]).text() == "?")
  }

  @Test("every digit found has its image, its box and the network's outputs")
  func digits() throws {
    let reader = PictureReader(try Self.recognizer(Self.outputs(4, 0.9)))
    let rows = try reader.read(Picture(Self.sheet([3, 2])))
    #expect(rows.map(\.count) == [3, 2])
    for (row, digits) in rows.enumerated() {
      for (place, digit) in digits.enumerated() {
        #expect(digit.digit == 4 && abs(digit.probability - 0.9) < 1e-12)
        #expect(digit.image.rows == 28 && digit.image.columns == 28)
        #expect(abs(digit.box.left - 30 - 50 * place) <= 3, "\(digit.box)")
        #expect(abs(digit.box.top - 30 - 120 * row) <= 3, "\(digit.box)")
      }
    }
  }

  @Test("a few doubtful digits are shown, many are no digits")
  func doubt() throws {
    let unsure = PictureReader(try Self.recognizer(Self.outputs(4, 0.5)))
    #expect(try unsure.read(Picture(Self.sheet([7]))).map(\.count) == [7])
    #expect(throws: NoDigits.doubtful) { try unsure.read(Picture(Self.sheet([9]))) }
    let sure = PictureReader(try Self.recognizer(Self.outputs(4, 0.9)))
    #expect(try sure.read(Picture(Self.sheet([9]))).map(\.count) == [9])
  }

  @Test("a picture that is as MNIST's is read as it is, unless the ink is said to be dark")
  func prepared() throws {
    let pixels = (0..<784).map { place -> UInt8 in
      let isInk = 9...18 ~= place / 28 && 4..<24 ~= place % 28
      return isInk ? UInt8(200 + place % 3) : 0
    }
    let image = GrayImage(rows: 28, columns: 28, pixels: pixels)
    let reader = PictureReader(try Self.recognizer(Self.outputs(1, 0.9)))
    let rows = try reader.read(Picture(image))
    #expect(rows.map(\.count) == [1] && rows[0][0].image == image)
    #expect(rows.first?.first?.box == PixelBox(left: 0, top: 0, width: 28, height: 28))
  }

  @Test("an error names the file, and says why there are no digits")
  func errors() throws {
    let folder = try ScratchDirectory()
    let path = folder.path + "/vide.pgm"
    let reader = PictureReader(try Self.recognizer(Self.outputs(1, 0.9)))
    try WholeFile.write(Data("P5 40 40 255\n".utf8) + Data(repeating: 200, count: 1600), to: path)
    #expect(throws: PictureError(path: path, fault: .noDigits(.blank))) { try reader.read(path) }
    try WholeFile.write(Data("P5 40 40 255\n".utf8), to: path)
    #expect(throws: PictureError(path: path, fault: .corrupted)) { try reader.read(path) }
    #expect(throws: InputFileError.self) { try reader.read(path + "x") }
  }
}
