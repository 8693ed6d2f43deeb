/// An array of numbers of any number of dimensions, stored row after row (the last index runs
/// fastest), as in a safetensors file.
public struct Tensor: Sendable, Equatable {
  /// The numbers, in one of the two precisions that this module computes in.
  public enum Elements: Sendable, Equatable {
    case float32([Float])
    case float64([Double])
  }

  /// The size of each dimension; none for a single number.
  public let shape: [Int]
  public let elements: Elements

  /// A tensor of these elements, as many as its shape calls for.
  public init(shape: [Int], _ elements: Elements) {
    precondition(Self.count(of: shape) == elements.count, "as many elements as the shape says")
    self.shape = shape
    self.elements = elements
  }

  /// The number of elements of a shape; `nil` where a size is negative or the product too large.
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for size in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      if size < 0 || overflows { return nil }
      count = product
    }
    return count
  }
}

extension Tensor.Elements {
  public var count: Int {
    switch self {
    case .float32(let elements): elements.count
    case .float64(let elements): elements.count
    }
  }

  var type: ElementType {
    switch self {
    case .float32: .float32
    case .float64: .float64
    }
  }
}
