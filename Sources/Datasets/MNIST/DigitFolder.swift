import Foundation

/// A directory in which digits are looked for, and what is in it.
struct DigitFolder {
  let path: String
  let origin: DataLocation.Origin?
  /// In alphabetical order, without hidden ones; none where the directory cannot be listed.
  private let names: [String]

  init(_ path: String, origin: DataLocation.Origin?) {
    self.path = path
    self.origin = origin
    let found = try? FileManager.default.contentsOfDirectory(atPath: path)
    names = (found ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The paths of the files whose names end so, in small or capital letters.
  func files(endingIn suffixes: [String]) -> [String] {
    names.filter { name in suffixes.contains { name.lowercased().hasSuffix($0) } }.map(path(of:))
  }

  /// The four files of MNIST in each folder below that has them all, and in torchvision's place for
  /// them, `MNIST/raw`.
  var below: [MNISTFiles] {
    (names + ["MNIST/raw"]).compactMap { try? MNISTFiles(in: path(of: $0)) }
  }

  func several(_ choices: [String]) -> DatasetError {
    .several(choices, directory: path, origin: origin)
  }

  private func path(of name: String) -> String {
    NSString(string: path).appendingPathComponent(name)
  }
}
