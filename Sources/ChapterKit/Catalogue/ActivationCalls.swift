/// How one asks for an activation, here and elsewhere, and what the libraries do not agree on.
public struct ActivationCalls: Sendable, Equatable {
  /// The value in Swift: `.leakyReLU(alpha: 0.01)`.
  public let swift: String
  /// The call in Keras 3; `nil` where it has none.
  public let keras: String?
  /// The call in PyTorch; `nil` where it has none.
  public let pytorch: String?
  /// What to beware of: defaults that differ, other formulas under the same name; Markdown.
  public let remark: String?

  init(_ swift: String, keras: String? = nil, pytorch: String? = nil, remark: String? = nil) {
    self.swift = swift
    self.keras = keras
    self.pytorch = pytorch
    self.remark = remark
  }
}
