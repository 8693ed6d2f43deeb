import Foundation
import Testing

@testable import workbook

@Suite("The network that predict takes")
struct DefaultNetworkTests {
  @Test("$XDG_DATA_HOME, if it is a full path, else the home's own folder")
  func folders() {
    let folder = { DefaultNetwork.folder($0) }
    #expect(folder(["XDG_DATA_HOME": "/a/b", "HOME": "/h"]) == "/a/b/workbook")
    #expect(folder(["XDG_DATA_HOME": "a", "HOME": "/h"]) == "/h/.local/share/workbook")
    #expect(folder(["HOME": "/h"]) == "/h/.local/share/workbook")
    #expect(folder(["HOME": ""]).hasSuffix("/.local/share/workbook"))
  }

  @Test("a --save of train without a file gets its path; nothing else changes")
  func names() {
    let path = DefaultNetwork.path
    func named(_ line: String) -> String {
      DefaultNetwork.named(in: line.split(separator: " ").map(String.init)).joined(separator: " ")
    }
    #expect(named("train --save") == "train --save \(path)")
    #expect(named("train --save --epochs 3") == "train --save \(path) --epochs 3")
    for line in [
      "train --save a.safetensors --epochs 3", "train --epochs 3", "predict --save", "",
      "train --save a --json -",
    ] { #expect(named(line) == line) }
  }

  @Test("one network at most, and an image at least")
  func requests() throws {
    let request = try PredictionRequest(["a/b.safetensors", "c.png", "#42"])
    #expect(request.network == "a/b.safetensors")
    #expect(request.sources == [.file("c.png"), .test(42)] && request.needsTestImages)
    let plain = try PredictionRequest(["c.png", "d.JPG"])
    #expect(plain.network == nil && plain.sources.count == 2 && !plain.needsTestImages)
    #expect(try PredictionRequest(["c.png", "B.SAFETENSORS"]).network == "B.SAFETENSORS")
    let directory = try TemporaryDirectory()
    let unnamed = directory.file("reseau")
    try Data([2, 0, 0, 0, 0, 0, 0, 0] + Array("{}".utf8)).write(to: URL(filePath: unnamed))
    #expect(try PredictionRequest([unnamed, "c.png"]).network == unnamed)
    for refused in [
      [], ["a.safetensors"], ["a.safetensors", "b.safetensors", "c.png"], ["#"], ["#-1"],
    ] {
      #expect(throws: (any Error).self, "\(refused)") { try PredictionRequest(refused) }
    }
  }

  @Test("where none was ever kept, a sentence says how to train one")
  func nothingKept() async throws {
    let directory = try TemporaryDirectory()
    let outcome = try await Program.run(
      ["predict", "chiffre.png"], environment: ["XDG_DATA_HOME": directory.path])
    #expect(outcome.status == 66 && outcome.output.isEmpty)
    #expect(outcome.messages.contains("Aucun réseau n’est encore enregistré"))
    #expect(outcome.messages.contains("./workbook train --save"))
  }

  @Test("train --save without a name keeps it there, and says so")
  func kept() async throws {
    let directory = try TemporaryDirectory()
    try SmallDigits.write(to: directory.path)
    let environment = ["XDG_DATA_HOME": directory.file("data")]
    let trained = try await Program.run(
      ["train", "--data", directory.path, "--layers", "sigmoid:10", "--epochs", "1", "--save"],
      environment: environment)
    #expect(trained.status == 0 && trained.messages.contains("./workbook predict IMAGE"))
    #expect(directory.files.contains("data/workbook/reseau.safetensors"))
    let seen = try await Program.run(
      ["predict", "#3", "--data", directory.path], environment: environment)
    #expect(seen.status == 0 && seen.output.hasPrefix("#3 : "), "\(seen.messages)")
  }
}
