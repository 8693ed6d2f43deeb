/// The names under which an archive keeps images and their labels; capitals make no difference.
struct ArrayNames: Equatable {
  let images: String
  let labels: String

  init(_ images: String, _ labels: String) { (self.images, self.labels) = (images, labels) }

  /// Both parts in one file: Keras's names, then others that circulate; the last are those that
  /// NumPy gives to arrays without a name.
  static let parts: [(training: ArrayNames, test: ArrayNames)] = [
    (.init("x_train", "y_train"), .init("x_test", "y_test")),
    (.init("train_images", "train_labels"), .init("test_images", "test_labels")),
    (.init("training_images", "training_labels"), .init("test_images", "test_labels")),
    (.init("train_x", "train_y"), .init("test_x", "test_y")),
    (.init("arr_0", "arr_1"), .init("arr_2", "arr_3")),
  ]

  /// One part, whichever.
  static let alone: [ArrayNames] = [
    .init("x", "y"), .init("images", "labels"), .init("data", "target"), .init("arr_0", "arr_1"),
  ]
}
