import Datasets
import Foundation
import Testing

/// The elements of a small array as NumPy stored them, for each type, byte order and index order.
///
/// Made by this Python, with the values of `expected(_:)`:
///
///     a = np.array(values, np.dtype(descr), order="F" if fortran else "C")
///     print(base64.b64encode(a.tobytes("A")))  # what np.save writes after its header
struct NumPyArray: Sendable, CustomTestStringConvertible {
  let descr: String
  let isFortran: Bool
  let content: Data
  var testDescription: String { "\(descr), \(isFortran ? "Fortran" : "C") order" }

  private init(_ descr: String, fortran: Bool, _ base64: String) {
    self.descr = descr
    isFortran = fortran
    content = Data(base64Encoded: base64) ?? Data()
  }

  /// The file that `np.save` writes.
  var file: [UInt8] {
    npy(descr: "'\(descr)'", fortran: isFortran ? "True" : "False", "(2, 3)", Array(content))
  }

  static let all = [
    NumPyArray("|b1", fortran: false, "AQAAAAEB"),
    NumPyArray("|b1", fortran: true, "AQAAAQAB"),
    NumPyArray("|i1", fortran: false, "gH8BAgME"),
    NumPyArray("|i1", fortran: true, "gAJ/AwEE"),
    NumPyArray("<i2", fortran: false, "AID/fwEAAgADAAQA"),
    NumPyArray("<i2", fortran: true, "AIACAP9/AwABAAQA"),
    NumPyArray(">i2", fortran: false, "gAB//wABAAIAAwAE"),
    NumPyArray(">i2", fortran: true, "gAAAAn//AAMAAQAE"),
    NumPyArray("<i4", fortran: false, "AAAAgP///38BAAAAAgAAAAMAAAAEAAAA"),
    NumPyArray("<i4", fortran: true, "AAAAgAIAAAD///9/AwAAAAEAAAAEAAAA"),
    NumPyArray(">i4", fortran: false, "gAAAAH////8AAAABAAAAAgAAAAMAAAAE"),
    NumPyArray(">i4", fortran: true, "gAAAAAAAAAJ/////AAAAAwAAAAEAAAAE"),
    NumPyArray(
      "<i8", fortran: false, "AAAAAAAAAID/////////fwEAAAAAAAAAAgAAAAAAAAADAAAAAAAAAAQAAAAAAAAA"),
    NumPyArray(
      "<i8", fortran: true, "AAAAAAAAAIACAAAAAAAAAP////////9/AwAAAAAAAAABAAAAAAAAAAQAAAAAAAAA"),
    NumPyArray(
      ">i8", fortran: false, "gAAAAAAAAAB//////////wAAAAAAAAABAAAAAAAAAAIAAAAAAAAAAwAAAAAAAAAE"),
    NumPyArray(
      ">i8", fortran: true, "gAAAAAAAAAAAAAAAAAAAAn//////////AAAAAAAAAAMAAAAAAAAAAQAAAAAAAAAE"),
    NumPyArray("|u1", fortran: false, "AP8BAgME"),
    NumPyArray("|u1", fortran: true, "AAL/AwEE"),
    NumPyArray("<u2", fortran: false, "AAD//wEAAgADAAQA"),
    NumPyArray("<u2", fortran: true, "AAACAP//AwABAAQA"),
    NumPyArray(">u2", fortran: false, "AAD//wABAAIAAwAE"),
    NumPyArray(">u2", fortran: true, "AAAAAv//AAMAAQAE"),
    NumPyArray("<u4", fortran: false, "AAAAAP////8BAAAAAgAAAAMAAAAEAAAA"),
    NumPyArray("<u4", fortran: true, "AAAAAAIAAAD/////AwAAAAEAAAAEAAAA"),
    NumPyArray(">u4", fortran: false, "AAAAAP////8AAAABAAAAAgAAAAMAAAAE"),
    NumPyArray(">u4", fortran: true, "AAAAAAAAAAL/////AAAAAwAAAAEAAAAE"),
    NumPyArray(
      "<u8", fortran: false, "AAAAAAAAAAD//////////wEAAAAAAAAAAgAAAAAAAAADAAAAAAAAAAQAAAAAAAAA"),
    NumPyArray(
      "<u8", fortran: true, "AAAAAAAAAAACAAAAAAAAAP//////////AwAAAAAAAAABAAAAAAAAAAQAAAAAAAAA"),
    NumPyArray(
      ">u8", fortran: false, "AAAAAAAAAAD//////////wAAAAAAAAABAAAAAAAAAAIAAAAAAAAAAwAAAAAAAAAE"),
    NumPyArray(
      ">u8", fortran: true, "AAAAAAAAAAAAAAAAAAAAAv//////////AAAAAAAAAAMAAAAAAAAAAQAAAAAAAAAE"),
    NumPyArray("<f2", fortran: false, "Zi4AgAB8AMEAQgBE"),
    NumPyArray("<f2", fortran: true, "Zi4AwQCAAEIAfABE"),
    NumPyArray(">f2", fortran: false, "LmaAAHwAwQBCAEQA"),
    NumPyArray(">f2", fortran: true, "LmbBAIAAQgB8AEQA"),
    NumPyArray("<f4", fortran: false, "zczMPQAAAIAAAIB/AAAgwAAAQEAAAIBA"),
    NumPyArray("<f4", fortran: true, "zczMPQAAIMAAAACAAABAQAAAgH8AAIBA"),
    NumPyArray(">f4", fortran: false, "PczMzYAAAAB/gAAAwCAAAEBAAABAgAAA"),
    NumPyArray(">f4", fortran: true, "PczMzcAgAACAAAAAQEAAAH+AAABAgAAA"),
    NumPyArray(
      "<f8", fortran: false, "mpmZmZmZuT8AAAAAAAAAgAAAAAAAAPB/AAAAAAAABMAAAAAAAAAIQAAAAAAAABBA"),
    NumPyArray(
      "<f8", fortran: true, "mpmZmZmZuT8AAAAAAAAEwAAAAAAAAACAAAAAAAAACEAAAAAAAADwfwAAAAAAABBA"),
    NumPyArray(
      ">f8", fortran: false, "P7mZmZmZmZqAAAAAAAAAAH/wAAAAAAAAwAQAAAAAAABACAAAAAAAAEAQAAAAAAAA"),
    NumPyArray(
      ">f8", fortran: true, "P7mZmZmZmZrABAAAAAAAAIAAAAAAAAAAQAgAAAAAAAB/8AAAAAAAAEAQAAAAAAAA"),
  ]
}

extension NPYElement where Self: FixedWidthInteger {
  /// `[[np.iinfo(t).min, np.iinfo(t).max, 1], [2, 3, 4]]`
  static var expected: [Self] { [.min, .max, 1, 2, 3, 4] }
}

extension NPYElement where Self: BinaryFloatingPoint {
  /// `[[0.1, -0.0, np.inf], [-2.5, 3, 4]]`
  static var expected: [Self] { [0.1, -0.0, .infinity, -2.5, 3, 4] }
}

extension Bool {
  static let expected = [true, false, false, false, true, true]
}

/// A file as `np.save` lays it out: 128 bytes of header, then the elements.
func npy(
  descr: String = "'|u1'", fortran: String = "False", _ shape: String, _ content: [UInt8]
) -> [UInt8] {
  npy(header: "{'descr': \(descr), 'fortran_order': \(fortran), 'shape': \(shape), }", content)
}

/// A file of version 1.0 with any text as its header.
func npy(header text: String, _ content: [UInt8] = []) -> [UInt8] {
  let header = Array(text.utf8)
  let padded = header + [UInt8](repeating: 0x20, count: max(117 - header.count, 0)) + [0x0A]
  return [0x93] + Array("NUMPY".utf8)
    + [1, 0, UInt8(padded.count & 0xFF), UInt8(padded.count >> 8)] + padded + content
}
