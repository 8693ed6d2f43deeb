import Foundation
import Testing

@testable import workbook

@Suite("The files that chapters are built from")
struct WatchedFoldersTests {
  private let directory: TemporaryDirectory
  private let folders: WatchedFolders

  init() throws {
    directory = try TemporaryDirectory()
    folders = WatchedFolders(root: directory.path)
    for name in WatchedFolders.names { try directory.put("un", at: "\(name)/un.md") }
  }

  @Test("a save that renames a new file over the old one is seen")
  func renaming() throws {
    let before = folders.snapshot()
    try directory.put("UN", at: "chapters/un.tmp")
    #expect(folders.snapshot() == before)
    rename(directory.file("chapters/un.tmp"), directory.file("chapters/un.md"))
    #expect(folders.snapshot() != before)
  }

  @Test("new content under an older date is seen")
  func olderDate() throws {
    let before = folders.snapshot()
    try directory.put("UN", at: "chapters/un.md")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)],
      ofItemAtPath: directory.file("chapters/un.md"))
    #expect(folders.snapshot() != before)
  }

  @Test("files that come and go are seen, in new folders too, in every type that is built")
  func comingAndGoing() throws {
    let before = folders.snapshot()
    let names = [
      "chapters/07-a.md", "chapters/published/b.csv", "exercices/3.1.swift", "Package.swift",
      "Sources/Deep/Down/c.cpp", "Sources/d.h", "Sources/e.c", "Sources/module.modulemap",
      "Plugins/f.swift", "chapters/g.yaml",
    ]
    for name in names {
      try directory.put("", at: name)
      #expect(folders.snapshot().files[name] != nil)
      try FileManager.default.removeItem(atPath: directory.file(name))
      #expect(folders.snapshot() == before)
    }
  }

  @Test(
    "editors' own files, hidden ones and results are not",
    arguments: [
      "chapters/.un.md.swp", "chapters/un.md~", "chapters/#un.md#", "chapters/.#un.md",
      "chapters/4913", "chapters/.git/x.md", "chapters/un.md.tmp", "chapters/sedAbCdEf",
      "output/figure.md", "README.md", ".build/x.swift",
    ])
  func ignored(name: String) throws {
    let before = folders.snapshot()
    try directory.put("un", at: name)
    #expect(folders.snapshot() == before)
  }

  @Test("a link that leads back is not followed, a link to a file is")
  func links() throws {
    try FileManager.default.createSymbolicLink(
      atPath: directory.file("Sources/loop"), withDestinationPath: directory.path)
    try directory.put("deux", at: "ailleurs.md")
    try FileManager.default.createSymbolicLink(
      atPath: directory.file("chapters/deux.md"),
      withDestinationPath: directory.file("ailleurs.md"))
    let before = folders.snapshot()
    #expect(before.files.count == WatchedFolders.names.count + 1)
    try directory.put("deux et demi", at: "ailleurs.md")
    #expect(folders.snapshot() != before)
  }

  @Test("the file systems of other machines give no notices")
  func fileSystems() {
    let mounts = MountTable(
      """
      22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
      36 22 0:42 / /home rw shared:7 master:2 - nfs4 server:/home rw
      37 22 0:43 / /mnt/one rw - fuse.sshfs me@there: rw
      38 22 0:44 / /mnt/two rw - 9p host rw
      39 22 0:300 / /var rw shared:9 - cifs //server/var rw
      half a line
      """)
    #expect(mounts.givesNotices(ofDevice: 254 << 8 | 1))
    for minor: UInt64 in 42...44 { #expect(!mounts.givesNotices(ofDevice: minor)) }
    // 300 is 0x12C: the byte of the minor number, then, above the major, the rest.
    #expect(!mounts.givesNotices(ofDevice: 0x10002C))
    #expect(mounts.givesNotices(ofDevice: 99))
  }
}

extension TemporaryDirectory {
  /// Writes a file, folders included, in place of the one that stands there.
  func put(_ text: String, at name: String) throws {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
