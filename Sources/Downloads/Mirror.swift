import Foundation

/// A place on the network that serves the files of MNIST, each under its own name.
public struct Mirror: Sendable, Equatable {
  /// The address of the folder.
  private let folder: URL

  /// Takes an address that starts with `http://` or `https://`; `nil` for anything else, and for an
  /// address with a user name, a password, a query or a fragment.
  public init?(_ address: String) {
    guard let folder = URL(string: address, encodingInvalidCharacters: false),
      Self.isWeb(folder), folder.user == nil, folder.password == nil, folder.query == nil,
      folder.fragment == nil
    else { return nil }
    self.folder = folder
  }

  /// The address of one of its files.
  func url(of name: String) -> URL { folder.appending(path: name) }

  /// Whether an address leads to a host by HTTP, and so not into the local disk.
  static func isWeb(_ url: URL) -> Bool {
    ["http", "https"].contains(url.scheme?.lowercased()) && url.host?.isEmpty == false
  }
}

extension Mirror: CustomStringConvertible {
  public var description: String { folder.absoluteString }
}

extension Mirror {
  /// The public mirrors of MNIST: the ones of PyTorch's torchvision and of TensorFlow Datasets,
  /// then the authors' own page, which has not always let programs in.
  public static let mnist = [
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://yann.lecun.com/exdb/mnist/",
  ].compactMap(Mirror.init)
}
