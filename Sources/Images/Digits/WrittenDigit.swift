/// The strokes of one digit in a picture.
struct WrittenDigit {
  var region: Region
  /// The angle of its row, in radians, positive where the row goes down to the right.
  var tilt: Float = 0

  var box: PixelBox { region.box }
}
