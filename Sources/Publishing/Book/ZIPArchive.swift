import CZip
import Foundation
import FrenchText

/// A ZIP archive made in memory, with the same bytes for the same files.
struct ZIPArchive {
  struct Entry {
    let name: String
    let data: Data
    let isCompressed: Bool
  }

  private(set) var entries: [Entry] = []
  /// The date that every file bears.
  let date: Date

  mutating func add(_ data: Data, as name: String, isCompressed: Bool = true) {
    entries.append(Entry(name: name, data: data, isCompressed: isCompressed))
  }

  /// The archive, its files in the order in which they were added.
  ///
  /// - Throws: `ArchiveError`, with what libzip says.
  func data() throws -> Data {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let buffer = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw ArchiveError(reason: String(cString: zip_error_strerror(&error)))
    }
    defer { zip_source_free(buffer) }
    zip_source_keep(buffer)
    guard let archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error) else {
      zip_source_free(buffer)
      throw ArchiveError(reason: String(cString: zip_error_strerror(&error)))
    }
    do {
      for entry in entries { try add(entry, to: archive) }
      guard zip_close(archive) == 0 else { throw Self.failure(of: archive) }
    } catch {
      zip_discard(archive)
      throw error
    }
    return try Self.contents(of: buffer)
  }

  private func add(_ entry: Entry, to archive: OpaquePointer) throws {
    // libzip reads the bytes when it closes the archive, and frees this copy of them.
    let copy = malloc(max(1, entry.data.count))
    entry.data.withUnsafeBytes { bytes in
      if let copy, let base = bytes.baseAddress { memcpy(copy, base, bytes.count) }
    }
    guard let copy,
      let source = zip_source_buffer(archive, copy, zip_uint64_t(entry.data.count), 1)
    else { throw Self.failure(of: archive) }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw Self.failure(of: archive)
    }
    let method = entry.isCompressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE
    let (time, day) = dosDate
    guard zip_set_file_compression(archive, zip_uint64_t(index), method, 9) == 0,
      zip_file_set_dostime(archive, zip_uint64_t(index), time, day, 0) == 0
    else { throw Self.failure(of: archive) }
  }

  /// The date as ZIP counts it, from 1980 on, in universal time: the same in every time zone.
  private var dosDate: (time: UInt16, day: UInt16) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second],
      from: max(date, Date(timeIntervalSince1970: 315_532_800)))
    func part(_ value: Int?, _ shift: Int) -> UInt16 {
      UInt16(truncatingIfNeeded: (value ?? 0) << shift)
    }
    return (
      part(parts.hour, 11) | part(parts.minute, 5) | part((parts.second ?? 0) / 2, 0),
      part(min(max((parts.year ?? 1980) - 1980, 0), 127), 9) | part(parts.month, 5)
        | part(parts.day, 0)
    )
  }

  private static func contents(of buffer: OpaquePointer) throws -> Data {
    var status = zip_stat_t()
    guard zip_source_stat(buffer, &status) == 0, zip_source_open(buffer) == 0 else {
      throw ArchiveError(reason: "son contenu ne se relit pas")
    }
    defer { zip_source_close(buffer) }
    var data = Data(count: Int(status.size))
    let count = data.withUnsafeMutableBytes {
      zip_source_read(buffer, $0.baseAddress, zip_uint64_t($0.count))
    }
    guard count == data.count else { throw ArchiveError(reason: "son contenu ne se relit pas") }
    return data
  }

  private static func failure(of archive: OpaquePointer) -> ArchiveError {
    ArchiveError(reason: String(cString: zip_strerror(archive)))
  }
}

/// An archive that could not be made.
struct ArchiveError: ReportedError {
  let reason: String

  var exitStatus: ExitStatus { .software }

  var description: String { "Le livre EPUB n’a pas pu être assemblé (\(reason))." }
}
