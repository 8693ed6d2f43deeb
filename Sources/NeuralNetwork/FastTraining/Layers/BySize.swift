/// A value for each size that blocks have, found without hashing.
struct BySize<Value> {
  private let values: [Value]
  /// For each size, where its value is.
  private var indices: [Int]

  init(_ sizes: Set<Int>, _ make: (_ size: Int) -> Value) {
    let sizes = sizes.sorted()
    values = sizes.map(make)
    indices = Array(repeating: -1, count: (sizes.last ?? 0) + 1)
    for (index, size) in sizes.enumerated() { indices[size] = index }
  }

  /// The value for one of the sizes that were given.
  subscript(size: Int) -> Value { values[indices[size]] }
}
