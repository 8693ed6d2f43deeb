import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Experiments

@Suite("A store that something happened to")
struct TrainingStoreFaultTests {
  private let expected: [UInt64]

  init() throws { expected = try SmallTraining<Double>().run(by: Trainer()).bits }

  /// Expects the right result and that it was computed, and then that it is taken.
  private func expectRepair(_ place: TemporaryStore, _ what: String) throws {
    let trainer = place.trainer()
    #expect(try SmallTraining<Double>().run(by: trainer).bits == expected, "\(what)")
    #expect(trainer.reason == .spoilt, "\(what)")
    let again = place.trainer()
    #expect(try SmallTraining<Double>().run(by: again).bits == expected, "\(what)")
    #expect(again.tookFromStore, "\(what)")
  }

  @Test("an entry cut off anywhere is computed anew")
  func cut() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let path = try #require(place.entries.first)
    let whole = try Data(contentsOf: URL(filePath: path))
    for length in [0, 1, 18, 19, 50, 83, 84, 85, 92, 200, whole.count / 2, whole.count - 1] {
      try whole.prefix(length).write(to: URL(filePath: path))
      try expectRepair(place, "\(length) octets")
    }
  }

  @Test("an entry with any changed byte is computed anew")
  func changed() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let path = try #require(place.entries.first)
    let whole = try Data(contentsOf: URL(filePath: path))
    for index in stride(from: 0, to: whole.count, by: 41) {
      var data = whole
      data[index] ^= 0x10
      try data.write(to: URL(filePath: path))
      try expectRepair(place, "octet \(index)")
    }
  }

  @Test("an entry of another version, a directory or a foreign file in its place is computed anew")
  func foreign() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let path = try #require(place.entries.first)
    let text = try Data(contentsOf: URL(filePath: path))
    let older = Data("workbook training 0 ".utf8) + text.dropFirst(20)
    for data in [older, Data("{}".utf8), Data(count: 100_000)] {
      try data.write(to: URL(filePath: path))
      try expectRepair(place, "\(data.prefix(20))")
    }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let trainer = place.trainer()
    #expect(try SmallTraining<Double>().run(by: trainer).bits == expected)
    #expect(trainer.failure != nil)
  }

  @Test("another training's entry under this one's name is not taken")
  func exchanged() throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let path = try #require(place.entries.first)
    _ = try SmallTraining<Double>(seed: 1).run(by: place.trainer())
    let other = try #require(place.entries.first { $0 != path })
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: other, toPath: path)
    try expectRepair(place, "autre entrée")
  }

  @Test("dates of files decide nothing", arguments: [0.0, 4e9])
  func dates(seconds: Double) throws {
    let place = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: place.trainer())
    let path = try #require(place.entries.first)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: seconds)], ofItemAtPath: path)
    let trainer = place.trainer()
    #expect(try SmallTraining<Double>().run(by: trainer).bits == expected)
    #expect(trainer.tookFromStore)
  }

  @Test("a store that cannot be written loses nothing but time")
  func unwritable() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "file-\(UUID())")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let trainer = Trainer(
      store: TrainingStore(directory: file.path + "/store"), leastDuration: .zero)
    #expect(try SmallTraining<Double>().run(by: trainer).bits == expected)
    trainer.close()
    #expect(trainer.reason == .new)
    #expect(trainer.failure != nil)
  }

  @Test("once there are too many, those that were used longest ago go")
  func room() throws {
    let probe = TemporaryStore()
    _ = try SmallTraining<Double>().run(by: probe.trainer())
    let size = probe.store.contents.bytes
    let place = TemporaryStore(limit: 5 * size + size / 2)
    func run(_ seed: Int) throws -> Bool {
      let trainer = place.trainer()
      _ = try SmallTraining<Double>(seed: seed).run(by: trainer)
      return trainer.tookFromStore
    }
    for seed in 0..<5 {
      let known = Set(place.entries)
      #expect(try !run(seed))
      let added = try #require(place.entries.first { !known.contains($0) })
      try setAge(added, seconds: 100 - seed)
    }
    // The oldest, but for its last use.
    #expect(try run(0))
    #expect(try !run(5))
    #expect(place.store.contents.bytes <= 5 * size + size / 2)
    #expect(try run(0))
    #expect(try run(5))
    #expect(try !run(1))
  }

  private func setAge(_ path: String, seconds: Int) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -Double(seconds))], ofItemAtPath: path)
  }

  @Test("what a killed writer left is no entry, and goes in time")
  func killedWriter() throws {
    let place = TemporaryStore(limit: 2000)
    try FileManager.default.createDirectory(
      atPath: place.directory, withIntermediateDirectories: true)
    let (old, new) = ("\(place.directory)/.workbook-1.tmp", "\(place.directory)/.workbook-2.tmp")
    for path in [old, new] { try Data(count: 5000).write(to: URL(filePath: path)) }
    try setAge(old, seconds: 4000)
    #expect(place.store.contents.count == 0)
    _ = try SmallTraining<Double>().run(by: place.trainer())
    _ = try SmallTraining<Double>(seed: 1).run(by: place.trainer())
    #expect(!FileManager.default.fileExists(atPath: old))
    #expect(FileManager.default.fileExists(atPath: new))
  }

  @Test("several workbooks may use it at once")
  func together() async throws {
    let place = TemporaryStore()
    let store = place.store
    let results = try await withThrowingTaskGroup(of: (Int, [UInt64]).self) { group in
      for run in 0..<24 {
        group.addTask {
          let trainer = Trainer(
            store: TrainingStore(directory: store.directory, limit: 20_000), leastDuration: .zero)
          let result = try SmallTraining<Double>(seed: run % 4).run(by: trainer)
          trainer.close()
          return (run % 4, result.bits)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for seed in 0..<4 {
      let expected = try SmallTraining<Double>(seed: seed).run(by: Trainer()).bits
      #expect(results.filter { $0.0 == seed }.allSatisfy { $0.1 == expected })
    }
  }

  @Test("once emptied, it knows nothing")
  func emptied() throws {
    let place = TemporaryStore()
    let before = place.trainer()
    _ = try SmallTraining<Double>().run(by: before)
    before.close()
    #expect(place.store.contents.count == 1)
    try place.store.empty()
    #expect(place.store.contents.count == 0)
    let after = place.trainer()
    _ = try SmallTraining<Double>().run(by: after)
    #expect(after.reason == .new)
  }
}
