import Datasets
import FrenchText

/// Which training images a network learns from, and which are kept apart for choosing among networks.
public struct DigitSplit: Sendable, Equatable, Codable {
  /// The number of images to learn from: the first ones.
  public let images: Int
  /// The number of images kept apart: the last ones.
  public let dev: Int

  init(images: Int, dev: Int) { (self.images, self.dev) = (images, dev) }

  /// The split that `sweep --images` makes: the first images, as many as there are at most, and the last
  /// sixth, 10,000 at most, kept apart.
  public init(of digits: MNIST, images: Int) {
    let dev = Self.usualDev(of: digits)
    self.init(images: max(1, min(images, digits.training.count - dev)), dev: dev)
  }

  /// Whether there is something to learn from: a file may say anything.
  var isOne: Bool { images > 0 && dev >= 0 && dev < Int.max - images }

  /// Whether some digits have as many training images.
  public func fits(_ digits: MNIST) -> Bool { images + dev <= digits.training.count }

  static func usualDev(of digits: MNIST) -> Int {
    min(10_000, max(1, digits.training.count / 6))
  }
}

/// The options `--images` and `--dev`, before the number of images is known.
public struct DigitSplitOptions: Sendable {
  private static let (imagesArgument, devArgument) = ("--images", "--dev")

  private let images, dev: Int?

  /// - Throws: `ArgumentError`.
  public init(images: String?, dev: String?) throws {
    self.images = try images.map {
      try NumberArgument.whole($0, for: Self.imagesArgument, in: 1...Int.max)
    }
    self.dev = try dev.map { try NumberArgument.whole($0, for: Self.devArgument, in: 1...Int.max) }
  }

  /// The split of the training images of some digits.
  ///
  /// - Parameter keepsDev: whether images are kept apart where `--dev` does not say how many: the last
  ///   sixth then, 10,000 at most, as the course does.
  /// - Throws: `ArgumentError` where there are too few images.
  public func split(of digits: MNIST, keepsDev: Bool) throws -> DigitSplit {
    let count = digits.training.count
    let dev = dev ?? (keepsDev ? DigitSplit.usualDev(of: digits) : 0)
    guard dev < count else {
      throw ArgumentError(
        Self.devArgument,
        "il y a \(number(count)) images d’entraînement, il faut en garder moins pour choisir.")
    }
    guard images ?? 1 <= count - dev else {
      let kept = dev > 0 ? ", une fois \(number(dev)) mises de côté pour choisir" : ""
      throw ArgumentError(
        Self.imagesArgument,
        "il y a \(number(count - dev)) images d’entraînement\(kept) ; demandes-en moins.")
    }
    return DigitSplit(images: images ?? count - dev, dev: dev)
  }
}
