extension NPYArray {
  /// The elements in C order; `nil` where the array has another type.
  public func elements<Element: NPYElement>(as type: Element.Type) -> [Element]? {
    guard Element.npyType == self.type else { return nil }
    if Element.self == UInt8.self, !isFortranOrder { return Array(bytes[start...]) as? [Element] }
    return mapWords(Element.NPYWord.self) { Element(npyWord: $0) }
  }

  /// What `body` makes of each element in C order, whatever the type.
  ///
  /// 64-bit integers beyond ±2⁵³ are rounded to the nearest `Double`.
  public func mapNumbers<Result>(_ body: (Double) throws -> Result) rethrows -> [Result] {
    // A case each, for the loop over a type known to the compiler is ten times faster.
    switch type {
    case .bool: try mapNumbers(Bool.self, body)
    case .int8: try mapNumbers(Int8.self, body)
    case .int16: try mapNumbers(Int16.self, body)
    case .int32: try mapNumbers(Int32.self, body)
    case .int64: try mapNumbers(Int64.self, body)
    case .uint8: try mapNumbers(UInt8.self, body)
    case .uint16: try mapNumbers(UInt16.self, body)
    case .uint32: try mapNumbers(UInt32.self, body)
    case .uint64: try mapNumbers(UInt64.self, body)
    case .float16: try mapNumbers(Float16.self, body)
    case .float32: try mapNumbers(Float.self, body)
    case .float64: try mapNumbers(Double.self, body)
    }
  }

  @inline(__always)
  private func mapNumbers<Element: NPYElement, Result>(
    _ type: Element.Type, _ body: (Double) throws -> Result
  ) rethrows -> [Result] {
    try mapWords(Element.NPYWord.self) { try body(Element(npyWord: $0).npyNumber) }
  }

  /// What `body` makes of the bits of each element in C order; words have the elements' size.
  @inline(__always)
  func mapWords<Word: FixedWidthInteger & BitwiseCopyable, Result>(
    _ word: Word.Type, _ body: (Word) throws -> Result
  ) rethrows -> [Result] {
    // Without capacity, it would be written into the one empty array that all threads share.
    try [Result](unsafeUninitializedCapacity: max(count, 1)) { results, initialized in
      try bytes.withUnsafeBytes { bytes in
        try forEachPlace { place in
          let offset = start + place * MemoryLayout<Word>.size
          let stored = bytes.loadUnaligned(fromByteOffset: offset, as: word)
          let value = try body(isBigEndian ? Word(bigEndian: stored) : Word(littleEndian: stored))
          results.initializeElement(at: initialized, to: value)
          initialized += 1
        }
      }
    }
  }

  /// Calls `body` with the place in the file of each element, in C order.
  @inline(__always)
  private func forEachPlace(_ body: (Int) throws -> Void) rethrows {
    // A shape without elements may have sizes whose products overflow.
    guard isFortranOrder, shape.count > 1, count > 0 else {
      for place in 0..<count { try body(place) }
      return
    }
    var strides = [1]
    for size in shape.dropLast() { strides.append(strides[strides.count - 1] * size) }
    var index = [Int](repeating: 0, count: shape.count)
    var place = 0
    for _ in 0..<count {
      try body(place)
      for dimension in shape.indices.reversed() {
        index[dimension] += 1
        place += strides[dimension]
        if index[dimension] < shape[dimension] { break }
        place -= strides[dimension] * shape[dimension]
        index[dimension] = 0
      }
    }
  }
}
