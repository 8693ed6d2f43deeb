import Files
import Foundation

/// The style and the scripts of the site, which are files of the project.
enum WebAssets {
  /// What goes to the site as it is: everything but fragments and the book's own style.
  static var siteFiles: [String] {
    get throws {
      let folder = Bundle.module.bundleURL.appending(path: "Assets").path
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasSuffix(".html") && $0 != "livre.css" }.sorted()
    }
  }

  static func data(_ name: String) throws -> Data {
    try InputFile.read(
      Bundle.module.bundleURL.appending(path: "Assets/\(name)").path, limit: 1 << 22)
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  /// DejaVu Math, which the system's fonts hold: a free font whose formulas stay text in a PDF.
  private static let fontPath = "/usr/share/fonts/truetype/dejavu/DejaVuMathTeXGyre.ttf"

  static var formulaFont: Data? {
    try? Data(contentsOf: URL(filePath: fontPath))
  }
}
