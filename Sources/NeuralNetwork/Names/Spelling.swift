import FrenchText

/// A name as it was typed and as the library writes it: `relu6` is `relu:max_value=6` here.
public struct Spelling: Sendable, Equatable {
  public let typed: String
  /// The library's own spelling.
  public let canonical: String
  /// What a user of the other name has to know, as the end of a sentence; often nothing.
  let remark: String

  public init(typed: String, canonical: String, remark: String = "") {
    (self.typed, self.canonical, self.remark) = (typed, canonical, remark)
  }

  /// The sentence that says how the name is written here; `nil` where it was typed so.
  public var note: String? {
    typed == canonical ? nil : "\(quoted(typed)) s’écrit ici \(canonical)\(remark)."
  }
}
