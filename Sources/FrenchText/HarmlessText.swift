extension String {
  /// The same text with a space for each scalar that acts on a display instead of showing:
  /// controls, line ends, writing direction marks, and what XML forbids.
  public var withoutControlCharacters: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      // Emoji and several scripts need the joiners.
      case .format where scalar != "\u{200C}" && scalar != "\u{200D}": scalars.append(" ")
      default: scalars.append(scalar.properties.isNoncharacterCodePoint ? " " : scalar)
      }
    }
    return String(scalars)
  }
}
