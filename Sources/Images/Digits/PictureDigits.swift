/// A digit of a picture in the form of MNIST's, and where it is.
public struct FoundDigit: Sendable, Equatable {
  /// 28 × 28 pixels, light on 0.
  public let image: GrayImage
  /// In the pixels of the picture as seen.
  public let box: PixelBox

  public init(image: GrayImage, box: PixelBox) {
    (self.image, self.box) = (image, box)
  }
}

extension Picture {
  /// What the picture is to a network that learnt from MNIST.
  public enum Content: Sendable {
    /// It already is an image as MNIST's are.
    case prepared(GrayImage)
    /// The digits, row by row.
    case digits([[FoundDigit]])
  }

  /// Finds the digits.
  ///
  /// - Parameters:
  ///   - isDark: whether the ink is darker than the paper; `nil` to find out.
  ///   - count: how many digits each row has; `nil` where nobody said.
  ///   - probabilities: a network's answer for 28 × 28 pixels, by which digits that touch are cut.
  /// - Throws: `NoDigits`.
  public func content(
    inkIsDark isDark: Bool? = nil, digitsPerRow count: Int? = nil,
    probabilities: @escaping (GrayImage) -> [Double]
  ) throws(NoDigits) -> Content {
    let gray = gray
    if isDark == nil, gray.isAsMNIST { return .prepared(gray) }
    guard let map = inkMap(isDark: isDark) else { throw .blank }
    let form = DigitForm(map)
    let scaleX = Double(width) / Double(map.ink.columns)
    let scaleY = Double(height) / Double(map.ink.rows)
    let splitter = DigitSplitter(map, probabilities: probabilities)
    let rows = try DigitFinder(map).rows().map { row in
      (count.map { splitter.split(row, into: $0) } ?? row).compactMap { digit in
        form.image(of: digit).map { FoundDigit(image: $0, box: digit.box.scaled(scaleX, scaleY)) }
      }
    }.filter { !$0.isEmpty }
    guard !rows.isEmpty else { throw .noStrokes }
    return .digits(rows)
  }

  private static let leastSide = 120
  /// Enough to tell which channel shows the ink best.
  private static let sketchPixels = 60_000

  private func inkMap(isDark: Bool?) -> InkMap? {
    let field = field(isColoured ? clearestChannel(isDark) : .luminance)
    // In a picture as small as an icon, strokes are too thin to measure.
    let times = (Self.leastSide - 1) / max(columns, rows) + 1
    return InkMap(
      times > 1 ? field.resampled(columns: times * columns, rows: times * rows) : field,
      isDark: isDark)
  }

  /// Luminance, but for ink that another channel shows far better.
  private func clearestChannel(_ isDark: Bool?) -> Channel {
    let scale = min(1, (Double(Self.sketchPixels) / Double(columns * rows)).squareRoot())
    let sketch = (
      columns: max(1, Int(Double(columns) * scale)), rows: max(1, Int(Double(rows) * scale))
    )
    let contrasts = Channel.allCases.map { channel -> (channel: Channel, contrast: Float) in
      let field = field(channel).resampled(columns: sketch.columns, rows: sketch.rows)
      return (channel, InkMap(field, isDark: isDark)?.contrast ?? 0)
    }
    let best = contrasts.max { $0.contrast < $1.contrast }
    guard let best, best.contrast > 1.4 * contrasts[0].contrast else { return .luminance }
    return best.channel
  }

  private func field(_ channel: Channel) -> Field {
    Field(columns: columns, rows: rows, values: flattened(channel).map(Float.init))
  }
}

extension GrayImage {
  /// Whether the image has MNIST's form: 28 × 28, light on 0, a box of 20, centred by mass.
  var isAsMNIST: Bool {
    guard rows == DigitForm.side, columns == DigitForm.side else { return false }
    let field = Field(columns: columns, rows: rows, values: pixels.map(Float.init))
    guard let trimmed = field.trimmed(above: 0), 19...20 ~= max(trimmed.columns, trimmed.rows)
    else { return false }
    let mass = field.values.reduce(0, +)
    let moments = field.values.indices.reduce(into: (x: Float(0), y: Float(0))) { sums, index in
      sums.x += field.values[index] * Float(index % columns)
      sums.y += field.values[index] * Float(index / columns)
    }
    let middle = Float(DigitForm.side / 2)
    return abs(moments.x / mass - middle) < 0.6 && abs(moments.y / mass - middle) < 0.6
  }
}

extension PixelBox {
  fileprivate func scaled(_ x: Double, _ y: Double) -> PixelBox {
    PixelBox(
      left: Int((Double(left) * x).rounded(.down)), top: Int((Double(top) * y).rounded(.down)),
      width: max(1, Int((Double(width) * x).rounded())),
      height: max(1, Int((Double(height) * y).rounded())))
  }
}
