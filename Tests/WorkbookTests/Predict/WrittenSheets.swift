import Datasets
import Foundation
import Sheets

/// Sheets with digits of the program's own drawing, and a network that learnt from others of them.
struct WrittenSheets {
  let directory: TemporaryDirectory
  /// Where `train --save` keeps its network, and `predict` looks for it.
  var environment: [String: String] {
    [
      "XDG_DATA_HOME": directory.file("data"), "XDG_CACHE_HOME": directory.file("cache"),
      "COLUMNS": "100",
    ]
  }

  private static let digits = DigitDrawing(seed: 0)

  init() throws {
    directory = try TemporaryDirectory()
    for (name, range) in [("train", 0..<2500), ("t10k", 2500..<2600)] {
      let (pixels, labels) = Self.digits.images(range, threads: 2)
      let images = LabeledImages(rows: 28, columns: 28, pixels: pixels, labels: labels)
      try IDX.data(images: images)
        .write(to: URL(filePath: directory.file("\(name)-images-idx3-ubyte")))
      try IDX.data(labels: labels)
        .write(to: URL(filePath: directory.file("\(name)-labels-idx1-ubyte")))
    }
  }

  /// Trains the network for a second, and saves it under a name or where `predict` looks for it.
  func train(to name: String? = nil) async throws -> Program.Outcome {
    try await Program.run(
      [
        "train", "--data", directory.path, "--layers", "relu:40,softmax:10", "--cost",
        "categorical_crossentropy", "--initializer", "he,xavier", "--learning-rate", "0.1",
        "--epochs", "12", "--batch-size", "16", "--save",
      ] + (name.map { [directory.file($0)] } ?? []), environment: environment)
  }

  func predict(_ arguments: String...) async throws -> Program.Outcome {
    try await Program.run(["predict"] + arguments, environment: environment)
  }

  /// Writes a sheet with these rows of digits, each about 80 pixels high; returns its path.
  func sheet(
    _ name: String, _ rows: [[Int]], _ format: PictureFile = .png, isDark: Bool = true
  ) throws -> String {
    let (images, labels) = Self.digits.images(5000..<5200, threads: 2)
    let (step, times) = (100, 4)
    let width = 40 + step * (rows.map(\.count).max() ?? 1)
    let height = 40 + 140 * max(rows.count, 1)
    var cover = [Int](repeating: 0, count: width * height)
    var next = 0
    for (row, digits) in rows.enumerated() {
      for (place, digit) in digits.enumerated() {
        let found = (0..<labels.count).first { labels[(next + $0) % 200] == digit } ?? 0
        let image = (next + found) % 200
        next = image + 1
        for y in 0..<28 * times {
          for x in 0..<28 * times {
            let value = Self.between(images, 784 * image, x, y, times)
            let index = (20 + 140 * row + y) * width + 10 + step * place + x
            cover[index] = max(cover[index], value)
          }
        }
      }
    }
    let pixels = cover.map { UInt8(isDark ? 240 - $0 * 220 / 255 : 15 + $0 * 230 / 255) }
    let path = directory.file(name)
    try format.data(pixels, width: width, height: height, channels: 1, quality: 80)
      .write(to: URL(filePath: path))
    return path
  }

  /// A pixel of an enlarged image, between those of the image.
  private static func between(
    _ images: [UInt8], _ start: Int, _ x: Int, _ y: Int, _ times: Int
  ) -> Int {
    let (left, top) = (max(0, x - times / 2), max(0, y - times / 2))
    let (column, row) = (left / times, top / times)
    let (right, below) = (min(column + 1, 27), min(row + 1, 27))
    let (dx, dy) = (left % times, top % times)
    let value = { (column: Int, row: Int) in Int(images[start + 28 * row + column]) }
    let upper = value(column, row) * (times - dx) + value(right, row) * dx
    let lower = value(column, below) * (times - dx) + value(right, below) * dx
    return (upper * (times - dy) + lower * dy) / (times * times)
  }
}

/// What `predict --json -` writes of a picture.
struct PredictionAnswer: Decodable {
  struct Digit: Decodable {
    let digit: Int?
    let probability: Double
    let probabilities: [Double]
    let box: [Int]
  }

  let file: String
  let text: String?
  let label: Int?
  let digits: [Digit]?
  let error: String?

  /// All answers of a run.
  static func all(in outcome: Program.Outcome) throws -> [PredictionAnswer] {
    try JSONDecoder().decode([PredictionAnswer].self, from: Data(outcome.output.utf8))
  }
}
