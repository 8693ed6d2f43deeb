extension Picture {
  /// One number a pixel of a coloured picture: ink that one channel hardly shows is plain in another.
  enum Channel: CaseIterable {
    case luminance, red, green, blue

    /// The value for a colour, 0 to 255; grey keeps its own.
    func value(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
      switch self {
      case .luminance:
        let sum: Int = 77 * Int(red) + 150 * Int(green) + 29 * Int(blue)
        return UInt8((sum + 128) >> 8)
      case .red: return red
      case .green: return green
      case .blue: return blue
      }
    }
  }

  /// Whether some colour is more than a tint.
  var isColoured: Bool {
    stride(from: 0, to: pixels.count, by: 4 * max(1, columns * rows / 50_000)).contains { place in
      let colours = pixels[place..<place + 3]
      return colours.max().map { highest in highest - (colours.min() ?? highest) > 40 } ?? false
    }
  }

  /// A channel of the picture laid on an opaque ground.
  func flattened(_ channel: Channel) -> [UInt8] {
    let values = stride(from: 0, to: pixels.count, by: 4).map { place in
      channel.value(pixels[place], pixels[place + 1], pixels[place + 2])
    }
    guard let ground = ground(under: values) else { return values }
    return values.indices.map { index in
      let opacity = Int(pixels[4 * index + 3])
      return UInt8((Int(values[index]) * opacity + ground * (255 - opacity) + 127) / 255)
    }
  }

  /// What to lay under transparent parts; `nil` where there are none.
  ///
  /// Ink alone, drawn on nothing, wants the contrary of its own shade; a sheet with holes wants its
  /// own.
  private func ground(under values: [UInt8]) -> Int? {
    var counts = [Int](repeating: 0, count: 256)
    var opaque = 0
    for index in values.indices where pixels[4 * index + 3] >= 128 {
      counts[Int(values[index])] += 1
      opaque += 1
    }
    if opaque == values.count, !hasTransparency { return nil }
    var seen = 0
    let median = counts.firstIndex { count in
      seen += count
      return 2 * seen >= opaque && opaque > 0
    }
    guard let median else { return 255 }
    if 2 * opaque > values.count { return median }
    return median < 128 ? 255 : 0
  }

  private var hasTransparency: Bool {
    stride(from: 3, to: pixels.count, by: 4).contains { pixels[$0] < 255 }
  }
}

/// A picture's colours, to be drawn.
public struct ColourImage: Sendable {
  public let columns: Int
  public let rows: Int
  /// 65536 red + 256 green + blue, row after row.
  public let colours: [UInt32]
}

extension Picture {
  /// The picture at most this wide and twice as high, on the ground that its transparent parts suggest,
  /// and the scale from the pixels of the file to its own.
  public func reduced(toWidth most: Int) -> (image: ColourImage, scale: Double) {
    let share = min(1, Double(most) / Double(columns), Double(2 * most) / Double(rows))
    let newColumns = max(1, Int((share * Double(columns)).rounded()))
    let newRows = max(1, Int((share * Double(rows)).rounded()))
    let planes = [Channel.red, .green, .blue].map { channel in
      Field(columns: columns, rows: rows, values: flattened(channel).map(Float.init))
        .resampled(columns: newColumns, rows: newRows)
    }
    let colours = planes[0].values.indices.map { index in
      planes.reduce(UInt32(0)) { $0 << 8 | UInt32(min(max($1.values[index].rounded(), 0), 255)) }
    }
    return (
      ColourImage(columns: newColumns, rows: newRows, colours: colours),
      Double(newColumns) / Double(width)
    )
  }
}
