import Experiments

/// What `predict --json` writes of a picture: its digits, or why there are none.
struct PredictionAnswer: Encodable {
  struct Digit: Encodable {
    let digit: Int?
    let probability: Double
    let probabilities: [Double]
    /// Left, top, width, height, in the picture's pixels.
    let box: [Int]
  }

  let file: String
  var text: String?
  var label: Int?
  var digits: [Digit]?
  var error: String?

  init(_ reading: PictureReading, rejectingBelow least: Double) {
    file = reading.file
    text = reading.text(rejectingBelow: least)
    label = reading.label
    digits = reading.rows.joined().map { digit in
      let box = digit.box
      return Digit(
        digit: digit.digit, probability: digit.probability, probabilities: digit.probabilities,
        box: [box.left, box.top, box.width, box.height])
    }
  }

  init(file: String, error: String) { (self.file, self.error) = (file, error) }
}
