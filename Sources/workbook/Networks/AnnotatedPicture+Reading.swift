import Experiments
import Images
import Plotting

extension AnnotatedPicture {
  /// The picture with its digits in boxes, each with what was read there and its probability.
  init(
    _ picture: Picture, _ reading: PictureReading, rejectingBelow least: Double,
    doubtingBelow doubt: Double
  ) {
    let (image, scale) = picture.reduced(toWidth: 800)
    let marks = reading.rows.joined().map { digit in
      let text = digit.isDoubtful(below: least) ? "?" : "\(digit.digit ?? 0)"
      let box = digit.box
      return Mark(
        left: Double(box.left) * scale, top: Double(box.top) * scale,
        width: Double(box.width) * scale, height: Double(box.height) * scale,
        label: text, isDoubtful: digit.isDoubtful(below: doubt))
    }
    let answer = reading.text(rejectingBelow: least).split(separator: "\n").joined(separator: " · ")
    self.init(
      answer, width: image.columns, height: image.rows, colours: image.colours, marks: marks)
  }
}
