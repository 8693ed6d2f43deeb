import CZip
import Files
import Foundation

/// A `.npz` archive: a ZIP file with a `.npy` file for each array, stored or deflated.
///
/// Opening it reads the list of its content only; what is not asked for is never expanded, and
/// entries that are no `.npy` files are passed over.
public final class NPZArchive {
  /// The most bytes that an array may expand to: MNIST's 70 000 images in `Double` take 419 MiB.
  public static let largestArray = 512 << 20
  /// The most bytes of an archive.
  public static let largestFile = 1 << 30

  /// The arrays' names, in the archive's order.
  public let names: [String]
  private let archive: OpaquePointer
  private let indices: [String: zip_uint64_t]
  private let fileSize: Int

  /// Opens a file.
  ///
  /// - Throws: `InputFileError`, or `NPZError` where it is no archive or names an entry twice.
  public convenience init(path: String) throws {
    let (descriptor, size) = try InputFile.open(path, limit: Self.largestFile)
    guard let file = fdopen(descriptor, "rb") else {
      let code = errno
      close(descriptor)
      throw InputFileError.cannotRead(path: path, code: code)
    }
    try self.init(fileSize: size) { error in
      let source = zip_source_filep_create(file, 0, -1, error)
      if source == nil { fclose(file) }
      return source
    }
  }

  /// Opens an archive in memory; `NPZError` as above.
  public convenience init(decoding data: Data) throws(NPZError) {
    // libzip would not free an empty buffer.
    guard !data.isEmpty else { throw .notAnArchive }
    try self.init(fileSize: data.count) { error in libzipSource(of: data, in: nil, error) }
  }

  private init(
    fileSize: Int, _ makeSource: (UnsafeMutablePointer<zip_error_t>) -> OpaquePointer?
  ) throws(NPZError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = makeSource(&error) else { throw NPZError(opening: &error) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw NPZError(opening: &error)
    }
    do {
      (names, indices) = try Self.index(of: archive, fileSize: fileSize)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
    self.fileSize = fileSize
  }

  deinit { zip_discard(archive) }

  /// The array of this name, without `.npy`.
  ///
  /// - Throws: `NPZError`; what would expand beyond `limit` bytes is refused before memory is taken.
  public func array(
    _ name: String, limit: Int = NPZArchive.largestArray
  ) throws(NPZError) -> NPYArray {
    guard let index = indices[name] else { throw .missing(name, found: names) }
    let size = try expandedSize(of: name, at: index, limit: limit)
    let content = try content(of: name, at: index, size: size)
    do {
      return try NPYArray(decoding: content)
    } catch {
      throw .array(name, error)
    }
  }

  private static func index(
    of archive: OpaquePointer, fileSize: Int
  ) throws(NPZError) -> (names: [String], indices: [String: zip_uint64_t]) {
    // libzip takes an empty file for an empty archive.
    guard fileSize > 0 else { throw .notAnArchive }
    var names: [String] = []
    var indices: [String: zip_uint64_t] = [:]
    for index in 0..<zip_uint64_t(max(zip_get_num_entries(archive, 0), 0)) {
      guard let pointer = zip_get_name(archive, index, 0) else { throw .damaged(nil) }
      let entry = String(cString: pointer)
      guard entry.hasSuffix(".npy") else { continue }
      let name = String(entry.dropLast(4))
      guard indices.updateValue(index, forKey: name) == nil else { throw .duplicate(name) }
      names.append(name)
    }
    return (names, indices)
  }

  private func expandedSize(
    of name: String, at index: zip_uint64_t, limit: Int
  ) throws(NPZError) -> Int {
    var status = zip_stat_t()
    let needed = zip_uint64_t(ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD)
    guard zip_stat_index(archive, index, 0, &status) == 0, status.valid & needed == needed else {
      throw .damaged(name)
    }
    guard status.encryption_method == ZIP_EM_NONE else { throw .encrypted(name) }
    guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(status.comp_method)) else {
      throw .method(name, status.comp_method)
    }
    guard status.size <= zip_uint64_t(max(limit, 0)) else {
      throw .tooLarge(name, bytes: status.size, limit: limit)
    }
    // Deflate never does better than 1032 bytes for one.
    guard status.size / 1032 <= zip_uint64_t(fileSize) else { throw .damaged(name) }
    return Int(status.size)
  }

  /// The expanded bytes, which libzip compares to the entry's checksum once it reaches their end.
  private func content(
    of name: String, at index: zip_uint64_t, size: Int
  ) throws(NPZError) -> [UInt8] {
    guard let entry = zip_fopen_index(archive, index, 0) else { throw .damaged(name) }
    defer { zip_fclose(entry) }
    var isWhole = false
    // Without capacity, it would be written into the one empty array that all threads share.
    let bytes = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, filled in
      while filled < size {
        let count = zip_fread(
          entry, buffer.baseAddress?.advanced(by: filled), UInt64(size - filled))
        if count <= 0 { return }
        filled += Int(count)
      }
      var beyond: UInt8 = 0
      isWhole = zip_fread(entry, &beyond, 1) == 0
    }
    guard isWhole else {
      let code = zip_error_code_zip(zip_file_get_error(entry))
      throw code == ZIP_ER_CRC ? .checksum(name) : .damaged(name)
    }
    return bytes
  }
}
