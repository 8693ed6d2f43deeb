import Images

/// Reads the digits of pictures with a network.
public struct PictureReader: Sendable {
  private let recognizer: Recognizer
  /// The digits of each row, where they are known.
  private let digitsPerRow: Int?
  private let inkIsDark: Bool?

  /// Below these means of the greatest probabilities, so many signs are letters or drawings; a few
  /// digits may be ill written.
  private static let leastConfidence = [(signs: 16, mean: 0.93), (signs: 8, mean: 0.88)]

  /// - Parameters:
  ///   - digitsPerRow: how many digits each row has, for digits that touch; `nil` to find out.
  ///   - inkIsDark: whether the ink is darker than the paper; `nil` to find out.
  public init(_ recognizer: Recognizer, digitsPerRow: Int? = nil, inkIsDark: Bool? = nil) {
    self.recognizer = recognizer
    self.digitsPerRow = digitsPerRow
    self.inkIsDark = inkIsDark
  }

  /// Reads the picture of a file.
  ///
  /// - Throws: `InputFileError` or `PictureError`.
  public func read(_ path: String) throws -> PictureReading {
    let picture = try Picture.read(path)
    do throws(NoDigits) {
      return PictureReading(file: path, rows: try read(picture))
    } catch {
      throw PictureError(path: path, fault: .noDigits(error))
    }
  }

  /// Reads a picture, row by row.
  ///
  /// - Throws: `NoDigits`.
  public func read(_ picture: Picture) throws(NoDigits) -> [[ReadDigit]] {
    let content = try picture.content(
      inkIsDark: inkIsDark, digitsPerRow: digitsPerRow,
      probabilities: { recognizer.probabilities(of: $0, isPrepared: false) })
    switch content {
    case .prepared(let image):
      let box = PixelBox(left: 0, top: 0, width: image.columns, height: image.rows)
      return [[digit(FoundDigit(image: image, box: box), isPrepared: true)]]
    case .digits(let rows):
      let read = rows.map { row in row.map { digit($0, isPrepared: false) } }
      if digitsPerRow == nil, Self.looksUnlikeDigits(read.joined().map(\.probability)) {
        throw .doubtful
      }
      return read
    }
  }

  /// A network that answers nan has diverged: it is not the picture's fault.
  private static func looksUnlikeDigits(_ sure: [Double]) -> Bool {
    let mean = sure.reduce(0, +) / Double(sure.count)
    return leastConfidence.first { sure.count >= $0.signs }.map { mean < $0.mean } ?? false
  }

  private func digit(_ found: FoundDigit, isPrepared: Bool) -> ReadDigit {
    ReadDigit(
      image: found.image, box: found.box,
      probabilities: recognizer.probabilities(of: found.image, isPrepared: isPrepared))
  }
}

/// What a network reads in a picture.
public struct PictureReading: Sendable {
  public let file: String
  public let rows: [[ReadDigit]]
  /// What a test image shows.
  public var label: Int?

  public init(file: String, rows: [[ReadDigit]], label: Int? = nil) {
    (self.file, self.rows, self.label) = (file, rows, label)
  }

  /// The rows as text, one a line, with `?` for what is less probable than `least`.
  public func text(rejectingBelow least: Double = 0) -> String {
    rows.map { row in
      row.map { $0.isDoubtful(below: least) ? "?" : "\($0.digit ?? 0)" }.joined()
    }.joined(separator: "\n")
  }
}

/// A digit as a network reads it.
public struct ReadDigit: Sendable {
  /// 28 × 28 pixels, light on 0: what the network was given.
  public let image: GrayImage
  /// In the picture's pixels.
  public let box: PixelBox
  /// The network's ten outputs; those of sigmoids need not have the sum 1.
  public let probabilities: [Double]

  public init(image: GrayImage, box: PixelBox, probabilities: [Double]) {
    (self.image, self.box, self.probabilities) = (image, box, probabilities)
  }

  /// The digit of the greatest output; `nil` where an output is not a number.
  public var digit: Int? {
    probabilities.contains(where: \.isNaN)
      ? nil : probabilities.indices.max { probabilities[$0] < probabilities[$1] }
  }

  /// The greatest output.
  public var probability: Double { digit.map { probabilities[$0] } ?? .nan }

  /// Whether the network gives it less than this probability, or no digit at all.
  public func isDoubtful(below least: Double) -> Bool { !(probability >= least) }
}
