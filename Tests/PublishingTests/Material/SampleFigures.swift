import Files
import Foundation

/// Small but valid figure files.
struct SampleFigures {
  private let folder: ScratchDirectory

  init() throws { folder = try ScratchDirectory() }

  static let png =
    Data(
      base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
        + "awAAAABJRU5ErkJggg==") ?? Data()

  private static let svg = Data(
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"5\"/>\n".utf8)

  /// The paths of one figure in all its forms.
  func files(_ name: String, endings: [String] = ["png", "svg", "dark.svg", "csv"]) throws
    -> [String]
  {
    try endings.map { ending in
      let path = "\(folder.path)/\(name).\(ending)"
      let contents =
        switch ending {
        case "png": Self.png
        case "csv": Data("époque,coût\n1,2.3\n".utf8)
        default: Self.svg
        }
      try WholeFile.write(contents, to: path, waitsForDisk: false)
      return path
    }
  }
}
