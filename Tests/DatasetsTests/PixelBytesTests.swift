import Testing

@testable import Datasets

@Suite("Pixels as numbers")
struct PixelBytesTests {
  private static let bytes = (0..<784).map { UInt8(truncatingIfNeeded: $0) }

  private func bytes(_ numbers: [some NPYElement]) throws -> [UInt8] {
    try PixelBytes.of(NPYArray(shape: [1, 784], numbers))
  }

  @Test("A byte divided by 255 comes back, in every type and by every way of dividing")
  func quotients() throws {
    let bytes = Self.bytes
    #expect(try self.bytes(bytes.map { Double($0) / 255 }) == bytes)
    #expect(try self.bytes(bytes.map { Double($0) * (1 / 255) }) == bytes)
    #expect(try self.bytes(bytes.map { Double(Float($0) / 255) }) == bytes)
    #expect(try self.bytes(bytes.map { Float($0) / 255 }) == bytes)
    #expect(try self.bytes(bytes.map { Float($0) * (1 / 255) }) == bytes)
    #expect(try self.bytes(bytes.map { Float16(Float($0) / 255) }) == bytes)
  }

  @Test("Whole numbers are bytes in every type, 0 and 1 too")
  func wholeNumbers() throws {
    #expect(try bytes(Self.bytes.map { Float($0) }) == Self.bytes)
    #expect(try bytes(Self.bytes.map(Int32.init)) == Self.bytes)
    let bits = Self.bytes.map { $0 & 1 }
    #expect(try bytes(bits) == bits)
    #expect(try bytes(bits.map(Int64.init)) == bits)
  }

  @Test("Booleans and real numbers that are 0 or 1 are black and white")
  func blackAndWhite() throws {
    let bits = Self.bytes.map { $0 & 1 }
    let inks = bits.map { $0 * 255 }
    #expect(try bytes(bits.map { $0 == 1 }) == inks)
    #expect(try bytes(bits.map { Float($0) }) == inks)
    #expect(try bytes(bits.map { Double($0) }) == inks)
    #expect(try bytes([Double](repeating: 0, count: 784)) == [UInt8](repeating: 0, count: 784))
  }

  @Test(
    "A number between two multiples of 1/255 is refused, however near",
    arguments: [0.5, 0.001, 1 / 256, 100 / 255 + 1e-7, 1 / 255 - 1e-9] as [Double])
  func refuses(value: Double) {
    var numbers = Self.bytes.map { Double($0) / 255 }
    numbers[700] = value
    #expect(throws: ArrayFault.pixel(value, image: 0)) { try bytes(numbers) }
  }
}
