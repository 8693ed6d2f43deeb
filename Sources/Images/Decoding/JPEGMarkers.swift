/// The markers of a JPEG file, walked as libjpeg walks them: what a telephone appends after the end
/// of the picture, a film for example, is none of it.
struct JPEGMarkers {
  private let bytes: [UInt8]
  private var place = 2

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many passes over the pixels the file makes.
  var scans: Int {
    var walk = self
    return walk.countScans()
  }

  private mutating func countScans() -> Int {
    var scans = 0
    while let marker = next() {
      switch marker {
      case 0xD9: return scans
      case 0x01, 0xD0...0xD8: continue
      default:
        if marker == 0xDA { scans += 1 }
        guard place + 1 < bytes.count else { return scans }
        place += max(2, Int(bytes[place]) << 8 | Int(bytes[place + 1]))
      }
    }
    return scans
  }

  /// The next byte after 0xFF that is neither 0 nor filling.
  private mutating func next() -> UInt8? {
    while place + 1 < bytes.count {
      place += 1
      let byte = bytes[place]
      if bytes[place - 1] == 0xFF, byte != 0, byte != 0xFF {
        place += 1
        return byte
      }
    }
    return nil
  }
}
