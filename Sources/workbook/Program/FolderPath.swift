import ArgumentParser

/// A folder that an option names.
struct FolderPath: Equatable {
  let path: String
}

extension FolderPath: ExpressibleByArgument {
  /// Nothing is no folder, not even the current one.
  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    self.init(path: argument)
  }

  var defaultValueDescription: String { path }
}
