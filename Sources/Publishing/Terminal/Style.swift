/// How a character looks on a terminal with colours.
///
/// The palette keeps to the colours of the 16 that can be read on dark and on light backgrounds:
/// no white, no yellow, no bright black.
struct Style: Sendable, Equatable {
  enum Color: Int, Sendable {
    case red = 31
    case green = 32
    case blue = 34
    case magenta = 35
    case cyan = 36
  }

  var color: Color?
  var isBold = false
  var isItalic = false
  var isDim = false
  var isUnderlined = false
  var isStruck = false

  static let plain = Style()

  static let title = Style(color: .blue, isBold: true)
  static let heading = Style(isBold: true)
  static let rule = Style(isDim: true)
  static let inlineCode = Style(color: .cyan)
  static let address = Style(color: .blue)
  static let captionLabel = Style(isBold: true)
  static let description = Style(isItalic: true)
  static let notice = Style(color: .red, isBold: true)
  static let codeBar = Style(color: .blue)
  static let continuation = Style(color: .red)

  /// The codes of Select Graphic Rendition (ECMA-48) that set this style from the plain one.
  var codes: [Int] {
    var codes: [Int] = []
    if isBold { codes.append(1) }
    if isDim { codes.append(2) }
    if isItalic { codes.append(3) }
    if isUnderlined { codes.append(4) }
    if isStruck { codes.append(9) }
    if let color { codes.append(color.rawValue) }
    return codes
  }

  /// This style with what the other adds to it.
  func adding(_ other: Style) -> Style {
    Style(
      color: other.color ?? color, isBold: isBold || other.isBold,
      isItalic: isItalic || other.isItalic, isDim: isDim || other.isDim,
      isUnderlined: isUnderlined || other.isUnderlined, isStruck: isStruck || other.isStruck)
  }
}
