import Foundation
import Testing

@Suite("The house")
struct HouseTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private let rooms: [Manifest.Target]
  private let map: HouseMap

  init() throws {
    func text(_ name: String) throws -> String {
      try String(contentsOf: Self.package.appending(path: name), encoding: .utf8)
    }
    rooms = try Manifest(text("Package.swift")).targets
      .filter { $0.path.hasPrefix("Sources/") || $0.name == "Chapters" }
    map = HouseMap(try text("ARCHITECTURE.md"))
  }

  @Test("the map has every room of the manifest, with exactly its dependencies")
  func table() {
    #expect(map.rows.map(\.module).sorted() == rooms.map(\.name).sorted())
    for room in rooms {
      let row = map.rows.first { $0.module == room.name }
      #expect(row?.dependencies == room.dependencies.sorted(), "\(room.name)")
    }
  }

  @Test("no arrow goes up")
  func order() {
    let modules = map.rows.map(\.module)
    for row in map.rows {
      let below = modules.drop { $0 != row.module }.dropFirst()
      #expect(Set(row.dependencies).isSubset(of: below), "\(row.module)")
    }
  }

  @Test("the drawing leads where the manifest does, by arrows of the manifest")
  func drawing() {
    let declared = Dictionary(uniqueKeysWithValues: rooms.map { ($0.name, $0.dependencies) })
    for room in rooms {
      let drawn = map.arrows[room.name] ?? []
      #expect(drawn.isSubset(of: room.dependencies), "\(room.name)")
      #expect(
        reachable(from: room.name, by: map.arrows) == reachable(from: room.name, by: declared),
        "\(room.name)")
    }
  }

  @Test("there are 15 to 20 rooms, and each has its folder")
  func size() throws {
    let inSources = rooms.filter { $0.path.hasPrefix("Sources/") }
    #expect((15...20).contains(inSources.count))
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.package.appending(path: "Sources").path)
    let known = Set(inSources.compactMap { $0.path.split(separator: "/").dropFirst().first })
    #expect(Set(folders.map { Substring($0) }) == known)
  }

  @Test("no file is longer than 250 lines")
  func lengths() throws {
    for file in try Self.sources() {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(lines <= 250, "\(file.path)")
    }
  }

  @Test(
    "each wall stands: one room alone knows a library",
    arguments: [
      ("COpenBLAS", "LinearAlgebra"), ("CXSMM", "LinearAlgebra"), ("CGnuplot", "Plotting"),
      ("CCurl", "Downloads"), ("Yams", "Literate"),
    ])
  func walls(library: String, owner: String) throws {
    let importers = try Self.sources().filter { $0.imports.contains(library) }.map(\.room)
    #expect(Set(importers) == [owner])
  }

  @Test("one small folder knows Slurm")
  func scheduler() throws {
    let knowing = try Self.sources().filter { $0.text.contains(/(?i)slurm|sbatch/) }
    #expect(!knowing.isEmpty)
    #expect(knowing.allSatisfy { $0.path.hasPrefix("workbook/Sweep/Slurm/") })
  }

  @Test("a room imports no room that it does not declare")
  func imports() throws {
    let names = Set(rooms.map(\.name))
    let declared = Dictionary(uniqueKeysWithValues: rooms.map { ($0.name, $0.dependencies) })
    for file in try Self.sources() {
      let imported = file.imports.intersection(names)
      #expect(imported.isSubset(of: declared[file.room] ?? []), "\(file.path)")
    }
  }

  @Test("an arrow that is added to the manifest is seen, however it is written")
  func manifest() {
    let text = """
      let parser: Target.Dependency = .product(name: "P", package: "p")
      func room(_ name: String, _ dependencies: Target.Dependency...) -> Target {
        .target(name: name, dependencies: dependencies)
      }
      targets: [
        room("A"), // room("Comment")
        room("B", "A", parser),
        .target(
          name: "C", dependencies: ["A", .target(name: "B"), hidden], path: "elsewhere",
          swiftSettings: ["no", "dependency"]),
      ]
      """
    let targets = Manifest(text).targets
    let expected: [String: Set<String>] = ["A": [], "B": ["A"], "C": ["A", "B", "hidden"]]
    let found = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0.dependencies) })
    #expect(found == expected)
    #expect(targets.map(\.path) == ["Sources/A", "Sources/B", "elsewhere"])
  }

  private struct SourceFile {
    let path, room, text: String
    let imports: Set<String>
  }

  private static func sources() throws -> [SourceFile] {
    let folder = package.appending(path: "Sources").path
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      let imports = text.matches(of: /(?m)^[^\/\n"]*\bimport (?:struct |func |enum |class )?(\w+)/)
      return SourceFile(
        path: path, room: String(path.prefix { $0 != "/" }), text: text,
        imports: Set(imports.map { String($0.1) }))
    }
  }
}
