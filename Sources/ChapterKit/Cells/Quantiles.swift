/// The values below which these shares (0…1) of a list lie, interpolated between neighbours as
/// NumPy's `quantile` does: `quantiles([0.5], of: [1, 2, 4, 8])` is `[3]`; all `nan` when the list
/// is empty or holds a `nan`.
public func quantiles(_ shares: [Double], of values: [Double]) -> [Double] {
  guard !values.isEmpty, !values.contains(where: \.isNaN) else {
    return shares.map { _ in .nan }
  }
  let sorted = values.sorted()
  return shares.map { share in
    let position = min(max(share, 0), 1) * Double(sorted.count - 1)
    let index = Int(position)
    let (lower, upper) = (sorted[index], sorted[min(index + 1, sorted.count - 1)])
    // Equal neighbours may be infinite: their difference would be nan.
    return lower == upper ? lower : lower + (position - Double(index)) * (upper - lower)
  }
}
