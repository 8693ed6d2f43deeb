/// The blocks of a GIF file, walked without decoding: the reader takes memory for every image of
/// it before the first is seen. Format: CompuServe, *Graphics Interchange Format 89a*, 1990.
struct GIFBlocks {
  private let bytes: [UInt8]
  private var place = 13

  /// The sides of the first image, where all images together are no more pixels than the largest
  /// picture has; `nil` where the blocks are broken. An animation too large says its total height.
  private(set) var largestSides: (width: Int, height: Int)?
  /// The place in the palette that the first image leaves transparent.
  private(set) var transparent: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    largestSides = sides()
  }

  private mutating func sides() -> (width: Int, height: Int)? {
    guard bytes.count > 13 else { return nil }
    skipColours(bytes[10])
    var first: (width: Int, height: Int)?
    var pixels = 0
    while place < bytes.count, bytes[place] != 0x3B {
      switch bytes[place] {
      case 0x21:
        if first == nil { takeTransparency() }
        place += 2
      case 0x2C:
        guard place + 10 < bytes.count else { return nil }
        let width = number(at: place + 5)
        let height = number(at: place + 7)
        pixels += width * height
        if first == nil { first = (width, height) }
        let flags = bytes[place + 9]
        place += 10
        skipColours(flags)
        place += 1
      default: return nil
      }
      while place < bytes.count, bytes[place] != 0 { place += Int(bytes[place]) + 1 }
      place += 1
    }
    let most = PictureHeader.sides.upperBound
    guard let first, pixels > most * most else { return first }
    return (first.width, pixels / max(first.width, 1))
  }

  /// From a graphic control extension.
  private mutating func takeTransparency() {
    guard place + 6 < bytes.count, bytes[place + 1] == 0xF9, bytes[place + 2] == 4 else { return }
    transparent = bytes[place + 3] & 1 != 0 ? Int(bytes[place + 6]) : nil
  }

  private mutating func skipColours(_ flags: UInt8) {
    if flags & 0x80 != 0 { place += 3 << (Int(flags & 7) + 1) }
  }

  private func number(at place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
}
