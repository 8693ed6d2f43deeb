/// The bytes of images whose pixels an array holds in any type of number.
///
/// Real numbers may be the bytes divided by 255, as deep learning's examples have them: each must then
/// be a multiple of 1/255 to the rounding of its type, so that nothing is guessed. Booleans and real
/// numbers that are all 0 or 1 are black and white, 0 and 255. Integers are what they are, 0 and 1 too:
/// bytes must come back as they were written, and the normalisation undoes any scale.
enum PixelBytes {
  /// - Throws: `ArrayFault.pixel` for the first number that is none of these.
  static func of(_ images: NPYArray) throws(ArrayFault) -> [UInt8] {
    if let bytes = images.elements(as: UInt8.self) { return bytes }
    if images.type == .bool { return images.mapNumbers { $0 == 0 ? 0 : 255 } }
    guard let precision = precision(of: images.type), isWithinOne(images) else {
      return try images.wholeNumbers(upTo: 255, fault: fault)
    }
    return try images.bytes(fault: fault) { value in
      let byte = (value * 255).rounded()
      return abs(value * 255 - byte) <= byte * precision ? UInt8(byte) : nil
    }
  }

  private static func fault(_ value: Double, _ index: Int) -> ArrayFault {
    .pixel(value, image: index / DigitArrays.pixelsPerImage)
  }

  /// The rounding of a type of real numbers relative to a value, `nil` for integers; many a `Double`
  /// was divided as a `Float`.
  private static func precision(of type: NPYType) -> Double? {
    switch type {
    case .float16: Double(Float16.ulpOfOne)
    case .float32, .float64: Double(Float.ulpOfOne)
    default: nil
    }
  }

  private static func isWithinOne(_ array: NPYArray) -> Bool {
    var isWithin = true
    _ = array.mapNumbers { value in if !(0...1 ~= value) { isWithin = false } }
    return isWithin
  }
}

extension NPYArray {
  /// The numbers as bytes; `fault` makes the error for the first that is not whole, or beyond the
  /// bounds, and for its index.
  func wholeNumbers(
    upTo largest: UInt8, fault: (Double, Int) -> ArrayFault
  ) throws(ArrayFault) -> [UInt8] {
    try bytes(fault: fault) { value in
      UInt8(exactly: value).flatMap { $0 <= largest ? $0 : nil }
    }
  }

  /// What `byte` makes of each number; `fault` makes the error for the first of which it makes none,
  /// and for its index.
  @inline(__always)
  func bytes(
    fault: (Double, Int) -> ArrayFault, _ byte: (Double) -> UInt8?
  ) throws(ArrayFault) -> [UInt8] {
    var faulty: (value: Double, index: Int)?
    var index = 0
    let bytes = mapNumbers { value in
      let byte = byte(value)
      if byte == nil, faulty == nil { faulty = (value, index) }
      index += 1
      return byte ?? 0
    }
    if let faulty { throw fault(faulty.value, faulty.index) }
    return bytes
  }
}
