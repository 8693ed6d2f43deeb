import Testing

@testable import Datasets

struct LabeledImagesTests {
  private let images = LabeledImages(
    rows: 1, columns: 2, pixels: [1, 2, 3, 4, 5, 6], labels: [7, 8, 9])

  @Test("The number of images and of pixels follow from the content")
  func counts() {
    #expect(images.count == 3)
    #expect(images.pixelsPerImage == 2)
  }

  @Test(
    "A part holds its images with their labels; what lies beyond the end is left out",
    arguments: [
      (0..<2, [1, 2, 3, 4], [7, 8]), (1..<3, [3, 4, 5, 6], [8, 9]), (2..<50_000, [5, 6], [9]),
      (3..<4, [], []), (-2..<1, [1, 2], [7]),
    ] as [(Range<Int>, [UInt8], [UInt8])])
  func part(range: Range<Int>, pixels: [UInt8], labels: [UInt8]) {
    #expect(
      images[range] == LabeledImages(rows: 1, columns: 2, pixels: pixels, labels: labels))
  }

  @Test("A label beyond 9 and a missing pixel are refused at once, not where they would be used")
  func precondition() async {
    await #expect(processExitsWith: .failure) {
      _ = LabeledImages(rows: 1, columns: 1, pixels: [1, 2], labels: [9, 10])
    }
    await #expect(processExitsWith: .failure) {
      _ = LabeledImages(rows: 1, columns: 1, pixels: [1], labels: [9, 9])
    }
  }
}
