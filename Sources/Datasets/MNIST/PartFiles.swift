import Foundation

/// Which of several files are to train on and to test on, by `train` and `test` in their names.
struct PartFiles: Equatable {
  enum Part: Equatable { case training, test }

  let training: String
  /// `nil` where only one file is there.
  let test: String?

  /// Chooses among paths; `nil` where there are none.
  ///
  /// - Throws: `DatasetError.several` where more than one choice is possible.
  init?(among files: [String], in folder: DigitFolder) throws {
    if files.isEmpty { return nil }
    var training = files.filter { Self.part(of: $0) == .training }
    // Two names that leave no doubt, whatever else is there.
    let plain = ["train", "test"].compactMap { stem in files.first { Self.stem(of: $0) == stem } }
    if training.count > 1, plain.count == 2 { training = [plain[0]] }
    if training.isEmpty, files.count == 1 { training = files }
    guard training.count == 1 else { throw folder.several(training.isEmpty ? files : training) }
    self.training = training[0]
    let tests = files.filter { Self.part(of: $0) == .test && $0 != training[0] }
    let twin = Self.testFile(beside: training[0]).flatMap { tests.contains($0) ? $0 : nil }
    guard twin != nil || tests.count < 2 else { throw folder.several(tests) }
    test = twin ?? tests.first
  }

  /// What a file is for; `nil` where its name says nothing, or both.
  static func part(of file: String) -> Part? {
    let name = name(of: file).lowercased()
    return switch (name.contains("train"), name.contains("test")) {
    case (true, false): .training
    case (false, true): .test
    default: nil
    }
  }

  /// Whether a name says of what part of MNIST a file is: `train.csv`, `mnist_test.csv`.
  static func isUsual(_ file: String) -> Bool {
    ["train", "test"].contains(stem(of: file))
      || part(of: file) != nil && name(of: file).lowercased().contains("mnist")
  }

  /// The file beside `file` with `test` in the place of `train`, there or not; `nil` where the name
  /// has no `train`.
  static func testFile(beside file: String) -> String? {
    let name = name(of: file)
    guard let range = name.range(of: "train", options: .backwards) else { return nil }
    let directory = NSString(string: file).deletingLastPathComponent
    return NSString(string: directory)
      .appendingPathComponent(name.replacingCharacters(in: range, with: "test"))
  }

  private static func name(of file: String) -> String { NSString(string: file).lastPathComponent }

  /// The name up to its first dot.
  private static func stem(of file: String) -> String {
    String(name(of: file).prefix { $0 != "." })
  }
}
