import Files
import Foundation

/// The folder of a sweep, which is all of its state: `manifest.json`, and one file per training that is
/// done, `results/ab/ab….json`.
///
/// Files appear whole and carry their own checksum: done means that the file is there and sound.
public struct SweepFolder: Sendable {
  public let path: String

  private static let ownNames: Set = ["manifest.json", "claims", "results", "program", "jobs"]
  private static let largestManifest = 256 << 20
  private static let largestResult = 64 << 20

  public init(_ path: String) { self.path = path }

  private var manifestPath: String { "\(path)/manifest.json" }

  func resultPath(_ key: String) -> String { "\(path)/results/\(key.prefix(2))/\(key).json" }

  /// What the sweep is.
  ///
  /// - Throws: `SweepError`, or `InputFileError` where the file is there and cannot be read.
  public func manifest() throws -> SweepManifest {
    guard let manifest = try existingManifest() else { throw SweepError.noSweep(folder: path) }
    return manifest
  }

  private func existingManifest() throws -> SweepManifest? {
    guard FileManager.default.fileExists(atPath: manifestPath) else { return nil }
    let data = try InputFile.read(manifestPath, limit: Self.largestManifest)
    do {
      let manifest = try SweepJSON.decode(SweepManifest.self, from: data)
      guard manifest.split.isOne else { throw SweepError.spoiltManifest(file: manifestPath) }
      return manifest
    } catch {
      throw SweepError.spoiltManifest(file: manifestPath)
    }
  }

  /// Begins a sweep, or goes on with the one that is there: its grid may have grown since, or be asked
  /// for in part.
  ///
  /// - Throws: `SweepError` where the folder holds another sweep or something else, `FileError`.
  public func begin(_ asked: SweepManifest) throws {
    if let existing = try existingManifest() {
      try check(asked, goesOn: existing)
      removeLeftovers()
      if existing.grid.contains(asked.grid) { return }
    } else {
      let others = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      // Another program may be beginning the same sweep, or its manifest was deleted.
      guard others.allSatisfy({ Self.ownNames.contains($0) || $0.hasSuffix(".tmp") }) else {
        throw SweepError.otherThings(folder: path)
      }
    }
    try WholeFile.write(SweepJSON.encode(asked, pretty: true), to: manifestPath)
  }

  private func check(_ asked: SweepManifest, goesOn existing: SweepManifest) throws {
    guard existing.format == asked.format, existing.arithmetic == asked.arithmetic else {
      throw SweepError.otherArithmetic(folder: path, program: existing.program)
    }
    guard existing.digits.checksum == asked.digits.checksum else {
      throw SweepError.otherDigits(folder: path, path: existing.digits.path)
    }
    guard existing.split == asked.split else {
      throw SweepError.otherSplit(folder: path, existing.split)
    }
    guard existing.grid.contains(asked.grid) || asked.grid.contains(existing.grid) else {
      let option = SweepOption.allCases.first {
        !Set(existing.grid[$0]).isSubset(of: asked.grid[$0])
      }
      throw SweepError.otherGrid(
        folder: path, option: option?.argument ?? "", values: option.map { existing.grid[$0] } ?? []
      )
    }
  }

  /// The result of a training, where it is there and sound.
  public func result(of training: PlannedTraining) -> ExperimentResult? {
    guard
      let data = try? InputFile.read(resultPath(training.key), limit: Self.largestResult),
      let entry = try? SweepJSON.decode(Entry.self, from: data),
      let sum = try? SweepJSON.checksum(entry.result), sum == entry.sha256,
      entry.result.settings == training.options, entry.key == training.key
    else { return nil }
    return entry.result
  }

  /// Whether a file is there, sound or not.
  public func hasFile(of training: PlannedTraining) -> Bool {
    access(resultPath(training.key), F_OK) == 0
  }

  /// The number of trainings that programs are doing now, as far as this machine sees their locks.
  public var trainingsUnderWay: Int { SweepClaims(self).count }

  /// Keeps the result of a training.
  ///
  /// - Throws: `FileError`.
  func keep(_ result: ExperimentResult, of training: PlannedTraining) throws {
    let entry = Entry(
      key: training.key, result: result, sha256: try SweepJSON.checksum(result))
    // Lost in a power cut, a training is done again: there is no need to wait for the disk.
    try WholeFile.write(
      SweepJSON.encode(entry), to: resultPath(training.key), waitsForDisk: false)
  }

  private struct Entry: Codable {
    let key: String
    let result: ExperimentResult
    let sha256: String
  }

  /// Deletes what killed writers left an hour ago or more.
  private func removeLeftovers() {
    let files = FileManager.default
    let folders = (try? files.contentsOfDirectory(atPath: "\(path)/results")) ?? []
    for folder in folders.map({ "\(path)/results/\($0)" }) {
      for name in (try? files.contentsOfDirectory(atPath: folder)) ?? []
      where name.hasSuffix(".tmp") {
        let attributes = try? files.attributesOfItem(atPath: "\(folder)/\(name)")
        let date = attributes?[.modificationDate] as? Date ?? .now
        if date.timeIntervalSinceNow < -3600 { unlink("\(folder)/\(name)") }
      }
    }
  }
}

/// JSON of the same bytes for the same values, every digit of a number, `"nan"` and `"inf"` as texts.
enum SweepJSON {
  static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(value) + Data("\n".utf8)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: data)
  }

  static func checksum(_ value: some Encodable) throws -> String {
    SHA256.hexadecimal(of: try encode(value))
  }
}
