import Foundation

/// A `swift` that compiles nothing: the script under test gets the program that is built already.
enum Compiler {
  /// Puts it into `bin` of the folder of the script under test.
  static func install(in root: String) throws {
    let folder = URL(filePath: root).appending(path: "bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = """
      #!/bin/sh
      if [ "$1" = --version ]; then echo "Swift version ${SWIFT_UNDER_TEST:-1}"; exit; fi
      echo "$*" >> "$SWIFT_STUB_ROOT/builds"
      if [ -e "$SWIFT_STUB_ROOT/failure" ]; then cat "$SWIFT_STUB_ROOT/failure"; exit 1; fi
      mkdir -p "$SWIFT_STUB_ROOT/.build/release"
      ln -sf "$SWIFT_STUB_PROGRAM" "$SWIFT_STUB_ROOT/.build/release/workbook"
      touch "$SWIFT_STUB_ROOT/.build/release.yaml"

      """
    let file = folder.appending(path: "swift")
    try Data(script.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }

  static func environment(in root: String) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "PATH": "\(root)/bin:\(path)", "SWIFT_STUB_ROOT": root, "SWIFT_STUB_PROGRAM": Program.path,
    ]
  }
}
