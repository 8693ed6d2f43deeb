import LinearAlgebra

/// Loops over the elements of a batch.
extension UnsafeMutableBufferPointer where Element: MatrixScalar {
  /// Writes `transform(x)` for each `x` of as many elements elsewhere.
  @inline(__always)
  func fill(
    from source: UnsafeBufferPointer<Element>, _ transform: (Element) -> Element
  ) {
    guard let target = baseAddress, let source = source.baseAddress else { return }
    for index in 0..<count { target[index] = transform(source[index]) }
  }

  /// The same for a formula that takes several elements at once; the last ones are filled up with
  /// zeros.
  @inline(__always)
  func fillLanes(
    from source: UnsafeBufferPointer<Element>, _ transform: (Element.Lanes) -> Element.Lanes
  ) {
    forEachLanes { range in store(transform(source.lanes(range)), in: range) }
  }

  /// Replaces each element by a combination with the one in the same place elsewhere.
  @inline(__always)
  func combine(
    with other: UnsafeBufferPointer<Element>, _ combine: (Element, _ other: Element) -> Element
  ) {
    guard let mine = baseAddress, let other = other.baseAddress else { return }
    for index in 0..<count { mine[index] = combine(mine[index], other[index]) }
  }

  /// The same for a formula that takes several elements at once.
  @inline(__always)
  func combineLanes(
    with other: UnsafeBufferPointer<Element>,
    _ combine: (Element.Lanes, _ other: Element.Lanes) -> Element.Lanes
  ) {
    let mine = UnsafeBufferPointer(self)
    forEachLanes { range in store(combine(mine.lanes(range), other.lanes(range)), in: range) }
  }

  /// Adds to each element a formula of those in the same places of two others.
  @inline(__always)
  func addLanes(
    _ first: UnsafeBufferPointer<Element>, _ second: UnsafeBufferPointer<Element>,
    _ formula: (Element.Lanes, Element.Lanes) -> Element.Lanes
  ) {
    let mine = UnsafeBufferPointer(self)
    forEachLanes { range in
      store(mine.lanes(range) + formula(first.lanes(range), second.lanes(range)), in: range)
    }
  }

  @inline(__always)
  private func forEachLanes(_ body: (Range<Int>) -> Void) {
    let width = Element.Lanes.scalarCount
    var start = 0
    while start < count {
      let end = Swift.min(start + width, count)
      body(start..<end)
      start = end
    }
  }

  @inline(__always)
  private func store(_ lanes: Element.Lanes, in range: Range<Int>) {
    if range.count == Element.Lanes.scalarCount, let start = baseAddress {
      UnsafeMutableRawPointer(start + range.lowerBound).storeBytes(
        of: lanes, as: Element.Lanes.self)
    } else {
      for index in range { self[index] = lanes[index - range.lowerBound] }
    }
  }
}

extension UnsafeBufferPointer where Element: MatrixScalar {
  @inline(__always)
  fileprivate func lanes(_ range: Range<Int>) -> Element.Lanes {
    if range.count == Element.Lanes.scalarCount, let start = baseAddress {
      return UnsafeRawPointer(start + range.lowerBound).loadUnaligned(as: Element.Lanes.self)
    }
    var lanes = Element.Lanes()
    for index in range { lanes[index - range.lowerBound] = self[index] }
    return lanes
  }
}
