/// A place in the box that a digit is written in: x from 0 (left) to 1, y from 0 (top) to 1.
typealias Point = SIMD2<Double>

/// One way to write a digit: the strokes of the pen.
struct Style {
  /// Each stroke is a chain of curves: one goes on where the one before ended, after a corner.
  let strokes: [[Curve]]

  /// The points that a curve runs through smoothly.
  typealias Curve = [(Double, Double)]

  init(_ strokes: [Curve]...) { self.strokes = strokes }

  /// The styles of a digit from 0 to 9.
  static func styles(of digit: Int) -> [Style] { all[digit] }

  private static let all = [
    zero, one, two, three, four, five, six, seven, eight, nine,
  ]
}
