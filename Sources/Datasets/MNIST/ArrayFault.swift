import Foundation
import FrenchText

/// Why an array of a `.npz` file cannot be the images or labels of digits.
///
/// A description is the end of a sentence that names the file and the array.
public enum ArrayFault: Error, Equatable, CustomStringConvertible {
  /// Neither *n* × 28 × 28, with or without a dimension of one channel, nor *n* × 784, nor 784 × *n*.
  case imageShape([Int])
  case noImages
  /// No whole number from 0 to 255 nor, where all are from 0 to 1, a multiple of 1/255; in the image
  /// at this index, counted from 0.
  case pixel(Double, image: Int)
  /// Neither a label for each image, nor ten numbers for each.
  case labelShape([Int], images: Int)
  /// No whole number from 0 to 9, at this index, counted from 0.
  case label(Double, index: Int)
  /// The ten numbers for this image, counted from 0, are not one 1 and nine 0.
  case notOneHot(index: Int)
  /// One image is not enough to train and to test.
  case cannotSplit

  public var description: String {
    switch self {
    case .imageShape(let shape):
      "est de forme \(pythonTuple(shape)) : il faut (n, 28, 28), (n, 28, 28, 1), "
        + "(n, 1, 28, 28), (n, 784) ou (784, n)."
    case .noImages:
      "ne contient aucune image : remplace-le par un tableau qui en contient."
    case .pixel(let value, let image):
      "contient \(short(value)) dans l’image d’indice \(number(image)) : les pixels "
        + "sont des nombres entiers de 0 à 255, ou tous ces nombres divisés par 255, "
        + (value.isFinite && value < 256
          ? "et ceux-ci semblent normalisés d’une autre façon ; enregistre-les sans cela."
          : "enregistre-les ainsi.")
    case .labelShape(let shape, let images):
      "est de forme \(pythonTuple(shape)) : pour \(number(images)) images, il faut "
        + "(\(images),), un chiffre par image, ou (\(images), 10), dix nombres par image."
    case .label(let value, let index):
      "contient l’étiquette \(short(value)) à l’indice \(number(index)) : les étiquettes sont "
        + "des chiffres de 0 à 9, corrige-la."
    case .notOneHot(let index):
      "n’a pas exactement un 1 et neuf 0 à l’indice \(number(index)) : donne à chaque image un "
        + "chiffre de 0 à 9, ou dix nombres qui le codent ainsi."
    case .cannotSplit:
      "ne contient qu’une image : il en faut deux au moins, pour entraîner et pour tester."
    }
  }
}
