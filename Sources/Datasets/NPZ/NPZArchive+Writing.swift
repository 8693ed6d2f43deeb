import CZip
import Files
import Foundation

extension NPZArchive {
  /// How the arrays of a new archive are kept.
  public enum Compression: Sendable {
    /// As they are, like `np.savez`.
    case stored
    /// Deflated, like `np.savez_compressed`.
    case deflated
  }

  /// Writes an archive that NumPy's `np.load` reads; the file appears whole or not at all.
  ///
  /// - Throws: `FileError`, or `NPZError` as `encoded` does.
  public static func write(
    _ arrays: [(name: String, array: NPYArray)], to path: String, compression: Compression
  ) throws {
    try WholeFile.write(encoded(arrays, compression: compression), to: path)
  }

  /// The bytes of an archive of these arrays, one at least; the same for the same arrays.
  ///
  /// - Throws: `NPZError` where a name is given twice or memory is lacking.
  public static func encoded(
    _ arrays: [(name: String, array: NPYArray)], compression: Compression
  ) throws(NPZError) -> Data {
    precondition(!arrays.isEmpty, "libzip makes no empty archive")
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw .cannotEncode }
    defer { zip_source_free(target) }
    // Closing the archive gives up one reference, and its bytes are read after that.
    zip_source_keep(target)
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw .cannotEncode
    }
    do {
      for (name, array) in arrays {
        try add(Data(array.encoded()), as: name, to: archive, compression)
      }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      zip_discard(archive)
      throw .cannotEncode
    }
    return try bytes(of: target)
  }

  private static func add(
    _ content: Data, as name: String, to archive: OpaquePointer, _ compression: Compression
  ) throws(NPZError) {
    let entry = name + ".npy"
    guard zip_name_locate(archive, entry, 0) < 0 else { throw .duplicate(name) }
    guard let source = libzipSource(of: content, in: archive, nil) else { throw .cannotEncode }
    let index = zip_file_add(archive, entry, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw .cannotEncode
    }
    let method = compression == .stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    // The first day that the format can tell, as NumPy sets it: equal arrays give equal files.
    let firstDay: zip_uint16_t = 1 << 5 | 1
    guard zip_set_file_compression(archive, zip_uint64_t(index), method, 0) == 0,
      zip_file_set_dostime(archive, zip_uint64_t(index), 0, firstDay, 0) == 0
    else { throw .cannotEncode }
  }

  private static func bytes(of source: OpaquePointer) throws(NPZError) -> Data {
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0, status.valid & zip_uint64_t(ZIP_STAT_SIZE) != 0,
      zip_source_open(source) == 0
    else { throw .cannotEncode }
    defer { zip_source_close(source) }
    var data = Data(count: Int(status.size))
    let count = data.withUnsafeMutableBytes { buffer in
      zip_source_read(source, buffer.baseAddress, zip_uint64_t(buffer.count))
    }
    guard count == data.count else { throw .cannotEncode }
    return data
  }
}

/// A copy of the bytes, one at least, that libzip reads from and frees; `nil` where memory is lacking.
func libzipSource(
  of data: Data, in archive: OpaquePointer?, _ error: UnsafeMutablePointer<zip_error_t>?
) -> OpaquePointer? {
  guard let copy = malloc(data.count) else { return nil }
  data.withUnsafeBytes { bytes in
    if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
  }
  let size = zip_uint64_t(data.count)
  let source =
    if let archive {
      zip_source_buffer(archive, copy, size, 1)
    } else {
      zip_source_buffer_create(copy, size, 1, error)
    }
  if source == nil { free(copy) }
  return source
}
