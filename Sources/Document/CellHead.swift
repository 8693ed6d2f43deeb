/// What the running program knows of a cell before its code runs.
public struct CellHead: Sendable, Equatable {
  /// The place of the cell's first line of code.
  public let location: SourceLocation
  public let label: String?
  public let caption: Caption?
  public let alternative: String?
  /// Whether what the cell shows comes from the digits.
  public let usesDigits: Bool
  /// The code to show, `nil` when the cell hides it.
  public let listing: Listing?

  public init(
    _ location: SourceLocation, label: String?, caption: Caption?, alternative: String?,
    usesDigits: Bool = false, listing: Listing?
  ) {
    self.location = location
    self.label = label
    self.caption = caption
    self.alternative = alternative
    self.usesDigits = usesDigits
    self.listing = listing
  }
}
