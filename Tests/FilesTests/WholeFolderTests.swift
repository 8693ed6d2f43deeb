import Foundation
import Testing

@testable import Files

@Suite struct WholeFolderTests {
  private let place: WholeFileTests.Directory
  init() throws { place = try WholeFileTests.Directory() }

  private let manager = FileManager.default

  private var path: String { place.path + "/cours" }

  private func write(_ files: [String: String], at path: String) throws {
    try WholeFolder(at: path).write(files.mapValues { Data($0.utf8) })
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  private func add(_ text: String, at name: String) throws {
    try WholeFile.write(Data(text.utf8), to: "\(path)/\(name)")
  }

  private var files: [String] {
    (manager.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).filter {
      FileStatus("\(path)/\($0)")?.isRegular == true
    }.sorted()
  }

  @Test("The files appear with a list of them, and nothing beside", arguments: ["", "/"])
  func appears(ending: String) throws {
    try write(["a": "1", "b/c": "2"], at: path + ending)
    #expect(files == [".contenu", "a", "b/c"])
    #expect(try text(".contenu") == ".contenu\na\nb/c\n")
    #expect(place.names == ["cours"])
  }

  @Test("The folders above are made, and an empty folder is taken")
  func above() throws {
    try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write(["a": "1"], at: path)
    #expect(try text("a") == "1")
    try write(["a": "2"], at: path + "/sous/dossier")
    #expect(try text("sous/dossier/a") == "2")
  }

  @Test("What is no longer written goes, what others added moves along as it is")
  func again() throws {
    try write(["a": "1", "b/c": "2"], at: path)
    try add("à moi", at: "mon/fichier")
    try add("#!", at: "b/outil")
    #expect(chmod("\(path)/b/outil", 0o755) == 0)
    #expect(symlink("ailleurs", "\(path)/lien") == 0)
    try write(["a": "3"], at: path)
    #expect(files == [".contenu", "a", "b/outil", "mon/fichier"])
    #expect(try text("a") == "3")
    #expect(FileStatus("\(path)/b/outil")?.permissions == 0o755)
    #expect(try manager.destinationOfSymbolicLink(atPath: "\(path)/lien") == "ailleurs")
    try write(["a": "3"], at: path)
    #expect(files == [".contenu", "a", "b/outil", "mon/fichier"])
    #expect(place.names == ["cours"])
  }

  @Test("A folder with somebody else's files is refused and untouched")
  func taken() throws {
    try add("précieux", at: "notes.txt")
    #expect(throws: FolderTaken(path: path)) { try WholeFolder(at: path) }
    #expect(files == ["notes.txt"])
    #expect(place.names == ["cours"])
  }

  @Test("A failure leaves the folder as it was")
  func failure() throws {
    try write(["a": "1"], at: path)
    try add("à moi", at: "mon")
    for files in [["a": "2", "a/b": "3"], ["mon/fichier": "2"], ["a\u{0}": "2"]] {
      #expect(throws: (any Error).self) { try write(files, at: path) }
      #expect(self.files == [".contenu", "a", "mon"])
      #expect(try text("a") == "1")
      #expect(place.names == ["cours"])
    }
  }

  @Test("A place that cannot be a folder is refused before any work")
  func places() throws {
    try WholeFile.write(Data("1".utf8), to: path)
    for wrong in [path, path + "/sous", path + "/sous/dossier"] {
      #expect(throws: FileError.cannotWrite(path: wrong, code: ENOTDIR)) {
        try WholeFolder(at: wrong)
      }
    }
    #expect(throws: FileError.self) { try WholeFolder(at: "/proc/cours") }
    #expect(throws: FileError.self) { try WholeFolder(at: "") }
    #expect(place.names == ["cours"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "1")
  }

  @Test("A link to a folder stays one, and leads to the new files")
  func link() throws {
    try manager.createDirectory(
      atPath: place.path + "/disque", withIntermediateDirectories: true)
    #expect(symlink("disque", path) == 0)
    for round in 1...2 {
      try write(["a": "\(round)"], at: path)
      #expect(try manager.destinationOfSymbolicLink(atPath: path) == "disque")
      #expect(
        try String(contentsOfFile: place.path + "/disque/a", encoding: .utf8) == "\(round)")
      #expect(place.names.sorted() == ["cours", "disque"])
    }
  }
}
