import Foundation
import Testing

@testable import Files

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-4.
  @Test(
    "gives the sums of the standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func standard(text: String, sum: String) {
    #expect(SHA256.hexadecimal(of: Data(text.utf8)) == sum)
  }

  @Test("does not depend on how the bytes are cut")
  func pieces() {
    var sum = SHA256()
    for piece in ["ab", "", "c"] { sum.update(piece) }
    #expect(sum.hexadecimal() == SHA256.hexadecimal(of: Data("abc".utf8)))
  }
}
