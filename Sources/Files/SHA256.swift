import CCrypto
import Foundation

/// The SHA-256 of bytes that come piece by piece (FIPS 180-4), by OpenSSL's libcrypto.
public struct SHA256: ~Copyable {
  private let context: OpaquePointer

  public init() {
    // Without memory for the few bytes of a context, nothing else would work either.
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto has no SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  public mutating func update(_ bytes: some ContiguousBytes) {
    _ = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  public mutating func update(_ text: String) { update(Data(text.utf8)) }

  /// The sum of what came, in hexadecimal; nothing can come after it.
  public consuming func hexadecimal() -> String {
    var sum = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &sum, nil)
    return sum.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The sum of some bytes, in hexadecimal.
  public static func hexadecimal(of data: Data) -> String {
    var sum = SHA256()
    sum.update(data)
    return sum.hexadecimal()
  }
}
