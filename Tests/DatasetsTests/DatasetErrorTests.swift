import Foundation
@testable import Datasets
import Testing

struct DatasetErrorTests {
  static let all: [DatasetError] = [
    .missing(files: MNISTFiles.names, directory: "/cache", origin: .cache),
    .missing(files: ["train-labels-idx1-ubyte"], directory: "/jeu", origin: .option),
    .missing(files: ["train-labels-idx1-ubyte"], directory: "/jeu", origin: .environment),
    .missing(files: ["train-labels-idx1-ubyte"], directory: "/jeu", origin: nil),
    .nowhere("/jeu", origin: .option),
    .notDigits("/jeu", origin: .environment, found: [0x89, 0x50]),
    .loneFile("/jeu", origin: .option),
    .several(["/jeu/a", "/jeu/b"], directory: "/jeu", origin: .option),
    .several((0..<9).map { "/jeu/\($0)" }, directory: "/jeu", origin: nil),
    .notAFile(file: "/jeu"),
    .unreadable(file: "/jeu", code: EACCES),
    .unreadable(file: "/jeu", code: ELOOP),
    .unreadable(file: "/jeu", code: 9999),
    .empty(file: "/jeu"),
    .truncatedGzip(file: "/jeu"),
    .corruptedGzip(file: "/jeu"),
    .bytesAfterGzip(file: "/jeu"),
    .wrongMagic(file: "/jeu", found: [0x1f, 0x8b, 8, 0]),
    .tooLarge(file: "/jeu", sizes: [4_294_967_295, 28, 28]),
    .truncated(file: "/jeu"),
    .surplus(file: "/jeu"),
    .noImages(file: "/jeu"),
    .wrongImageSize(file: "/jeu", rows: 28, columns: 27),
    .countsDisagree(images: "/jeu", count: 60_000, labels: "/labels", labelCount: 1),
    .labelOutOfRange(file: "/jeu", index: 1, label: 10),
    .archive(file: "/jeu", .notAnArchive),
    .archive(file: "/jeu", .missing("x", found: ["images", "labels"])),
    .archive(file: "/jeu", .missing("x", found: [])),
    .archive(file: "/jeu", .array("x", .objects)),
    .archive(file: "/jeu", .array("x", .version(major: 9, minor: 0))),
    .archiveTooLarge(file: "/jeu", limit: 1 << 30),
    .array("x", file: "/jeu", .imageShape([7, 28, 27])),
    .array("x", file: "/jeu", .noImages),
    .array("x", file: "/jeu", .cannotSplit),
    .array("x", file: "/jeu", .pixel(0.25, image: 12_345)),
    .array("x", file: "/jeu", .pixel(.nan, image: 0)),
    .array("x", file: "/jeu", .pixel(123_456.5, image: 0)),
    .array("y", file: "/jeu", .labelShape([6], images: 7)),
    .array("y", file: "/jeu", .label(-1.5, index: 3)),
    .array("y", file: "/jeu", .notOneHot(index: 3)),
    .table(file: "/jeu", .noLabels),
    .table(file: "/jeu", .columns(1, line: 2)),
    .table(file: "/jeu", .columns(786, line: 60_001)),
    .table(file: "/jeu", .pixel("0.5", line: 2, column: 12)),
    .table(file: "/jeu", .label("12", line: 2)),
    .table(file: "/jeu", .quote(line: 2)),
    .table(file: "/jeu", .longLine(12_345)),
    .table(file: "/jeu", .tooLarge),
    .table(file: "/jeu", .cannotSplit),
  ]

  @Test("Each message is one sentence that names the place, spaced as French is", arguments: all)
  func sentence(error: DatasetError) {
    let text = error.description
    #expect(text.hasSuffix(".") && !text.contains(". "))
    #expect(text.contains("/jeu") || text.contains("/cache"))
    #expect(text.first?.isUppercase == true || text.hasPrefix("«"))
    #expect(!text.contains(/[ ][:;!?»×]|«[ ]|\d[ ]\d/))
    #expect(!text.contains("'"))
    #expect(text.contains("\u{A0}:"))
  }

  @Test("The message about a missing set names every place and way out")
  func missingSet() {
    let text = Self.all[0].description
    for word in MNISTFiles.names + ["/cache", "--data", "WORKBOOK_DATA", ".gz"] {
      #expect(text.contains(word))
    }
    #expect(Self.all[1].description.contains("--data"))
    #expect(Self.all[2].description.contains("WORKBOOK_DATA"))
  }

  @Test("Inputs that cannot be read exit with 66, inputs that hold something else with 65")
  func exitStatus() {
    #expect(Self.all.prefix(13).allSatisfy { $0.exitStatus == .noInput })
    #expect(Self.all.dropFirst(13).allSatisfy { $0.exitStatus == .data })
  }
}
