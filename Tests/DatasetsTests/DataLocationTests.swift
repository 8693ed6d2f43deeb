import Foundation
import Testing

@testable import Datasets

struct DataLocationTests {
  @Test(
    "The option comes before the environment, the environment before the cache",
    arguments: [
      ("/option", ["WORKBOOK_DATA": "/given", "HOME": "/home"], "/option", .option),
      (nil, ["WORKBOOK_DATA": "/given", "HOME": "/home"], "/given", .environment),
      (nil, ["WORKBOOK_DATA": "", "HOME": "/home"], "/home/.cache/workbook", .cache),
      (nil, ["XDG_CACHE_HOME": "/xdg", "HOME": "/home"], "/xdg/workbook", .cache),
      (nil, ["XDG_CACHE_HOME": "", "HOME": "/home"], "/home/.cache/workbook", .cache),
      (nil, ["XDG_CACHE_HOME": "relative", "HOME": "/home"], "/home/.cache/workbook", .cache),
    ] as [(String?, [String: String], String, DataLocation.Origin)])
  func order(
    option: String?, environment: [String: String], directory: String, origin: DataLocation.Origin
  ) {
    let location = DataLocation(option: option, environment: environment)
    #expect(location.path == directory)
    #expect(location.origin == origin)
  }

  @Test("Without HOME the user's directory is asked of the system")
  func withoutHome() {
    let location = DataLocation(option: nil, environment: [:])
    #expect(location.path.hasPrefix("/") && location.path.hasSuffix("/.cache/workbook"))
  }

  @Test("A directory that holds the four files is found")
  func finds() throws {
    let directory = try TemporaryDirectory()
    try directory.writeSmallMNIST(suffix: ".gz")
    let location = DataLocation(option: directory.path, environment: [:])
    #expect(try location.find() == directory.path)
  }

  @Test("A given place without files is an error, even where the cache holds them")
  func noSilentFallback() throws {
    let cache = try TemporaryDirectory()
    let given = try TemporaryDirectory()
    let environment = ["XDG_CACHE_HOME": cache.path, "WORKBOOK_DATA": given.path]
    for option in [given.path, nil] {
      let location = DataLocation(option: option, environment: environment)
      let expected = DatasetError.missing(
        files: MNISTFiles.names, directory: given.path, origin: location.origin)
      #expect(throws: expected) { try location.find() }
    }
  }

  @Test("A given place that does not exist is an error of its own; a cache not yet made is not")
  func missingDirectory() throws {
    let directory = try TemporaryDirectory()
    let nowhere = directory.file("nowhere")
    #expect(throws: DatasetError.nowhere(nowhere, origin: .option)) {
      try DataLocation(option: nowhere, environment: [:]).find()
    }
    let expected = DatasetError.missing(
      files: MNISTFiles.names, directory: nowhere + "/workbook", origin: .cache)
    #expect(throws: expected) {
      try DataLocation(option: nil, environment: ["XDG_CACHE_HOME": nowhere]).find()
    }
  }

  @Test("Synthetic digits stand in only where nobody gave a place and the cache lacks files")
  func needsSyntheticDigits() throws {
    let (empty, full) = (try TemporaryDirectory(), try TemporaryDirectory())
    try FileManager.default.createDirectory(
      atPath: full.file("workbook"), withIntermediateDirectories: true)
    for name in MNISTFiles.names {
      #expect(
        DataLocation(option: nil, environment: ["XDG_CACHE_HOME": full.path]).needsSyntheticDigits)
      try Data().write(to: URL(filePath: full.file("workbook/\(name)")))
    }
    let cases: [(String?, [String: String], Bool)] = [
      (nil, ["XDG_CACHE_HOME": empty.path], true),
      (nil, ["XDG_CACHE_HOME": empty.path, "WORKBOOK_DATA": ""], true),
      // Damaged files are there: reading them is what says so.
      (nil, ["XDG_CACHE_HOME": full.path], false),
      (empty.path, ["XDG_CACHE_HOME": empty.path], false),
      (nil, ["XDG_CACHE_HOME": empty.path, "WORKBOOK_DATA": empty.path], false),
    ]
    for (option, environment, expected) in cases {
      let location = DataLocation(option: option, environment: environment)
      #expect(location.needsSyntheticDigits == expected)
    }
  }
}
