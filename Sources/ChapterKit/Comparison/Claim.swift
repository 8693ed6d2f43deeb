import Document

/// A sentence of the prose that a run was asked to bear out.
public struct Claim: Sendable, Equatable {
  public let chapter: Int
  /// The line of the claim.
  public let location: Document.SourceLocation
  public let statement: String
  public let holds: Bool
  /// Whether it is about the time that something takes, on which no two machines agree.
  public let isTimed: Bool
  public let digits: Digits

  /// What the chapter computed on.
  public enum Digits: String, Sendable, Encodable {
    case mnist
    case synthetic
  }
}

extension Claim: Encodable {
  private enum CodingKeys: CodingKey {
    case kind, chapter, location, statement, holds, isTimed, digits
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("claim", forKey: .kind)
    try container.encode(chapter, forKey: .chapter)
    try container.encode("\(location)", forKey: .location)
    try container.encode(statement, forKey: .statement)
    try container.encode(holds, forKey: .holds)
    try container.encode(isTimed, forKey: .isTimed)
    try container.encode(digits, forKey: .digits)
  }
}
