import Testing

@testable import ModelFiles

@Suite("Numbers of 16 bits")
struct HalfPrecisionTests {
  #if !(os(macOS) && arch(x86_64))
    @Test("every pattern of F16 is the number that Swift's Float16 makes of it")
    func float16() {
      for bits in UInt16.min...UInt16.max {
        let (found, expected) = (Float(halfBits: bits), Float(Float16(bitPattern: bits)))
        if expected.isNaN {
          #expect(found.isNaN && found.sign == expected.sign, "\(bits)")
        } else if found.bitPattern != expected.bitPattern {
          Issue.record("\(bits): \(found) instead of \(expected)")
        }
      }
    }
  #endif

  @Test(
    "the ends of F16's range",
    arguments: [
      (0x0000, 0), (0x0001, 0x1p-24), (0x03FF, 0x1p-14 - 0x1p-24), (0x0400, 0x1p-14),
      (0x3C00, 1), (0xC000, -2), (0x7BFF, 65504), (0x7C00, .infinity), (0xFC00, -.infinity),
    ] as [(UInt16, Float)])
  func ends(bits: UInt16, value: Float) { #expect(Float(halfBits: bits) == value) }

  @Test("zero keeps its sign, and what is not a number is none")
  func signs() {
    #expect(Float(halfBits: 0x8000).sign == .minus)
    #expect(Float(halfBits: 0x7C01).isNaN && Float(halfBits: 0xFFFF).isNaN)
  }

  @Test("a BF16 is the first half of a Float")
  func brain() {
    for bits in UInt16.min...UInt16.max {
      let found = Float(brainBits: bits)
      if found.bitPattern != UInt32(bits) << 16 { Issue.record("\(bits): \(found)") }
    }
    #expect(Float(brainBits: 0x3FC0) == 1.5 && Float(brainBits: 0x7F80) == .infinity)
  }
}
