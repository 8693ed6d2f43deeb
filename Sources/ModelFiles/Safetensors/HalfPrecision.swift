extension Float {
  /// The number of IEEE 754's binary16 (F16), which a `Float` holds exactly.
  ///
  /// Swift's own `Float16` is not there on every processor.
  init(halfBits bits: UInt16) {
    let sign = UInt32(bits & 0x8000) << 16
    let (exponent, fraction) = (UInt32(bits >> 10) & 0x1F, UInt32(bits & 0x3FF))
    switch exponent {
    case 0:
      // Subnormal: a whole number of 2⁻²⁴.
      let magnitude = Float(fraction) * Float(sign: .plus, exponent: -24, significand: 1)
      self = sign == 0 ? magnitude : -magnitude
    case 0x1F: self.init(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default: self.init(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }

  /// The number of which these are the first 16 bits (BF16).
  init(brainBits bits: UInt16) { self.init(bitPattern: UInt32(bits) << 16) }
}
