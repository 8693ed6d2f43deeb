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

  /// Replaces each element by a combination with the one in the same place elsewhere.
  @inline(__always)
  func combine(
    with other: UnsafeBufferPointer<Element>, _ combine: (Element, _ other: Element) -> Element
  ) {
    guard let mine = baseAddress, let other = other.baseAddress else { return }
    for index in 0..<count { mine[index] = combine(mine[index], other[index]) }
  }

  /// Calls `body` with as many other elements, to write to before they are read.
  @inline(__always)
  func withScratch(_ body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    withUnsafeTemporaryAllocation(of: Element.self, capacity: count, body)
  }
}
