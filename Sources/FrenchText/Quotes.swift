/// A name from outside in French quotation marks, without what acts on a display.
///
/// - Parameter longest: the number of characters from which the rest is cut off.
public func quoted(_ name: String, longest: Int = 4096) -> String {
  let shown = name.count > longest ? name.prefix(longest) + "…" : name[...]
  return "«\u{A0}\(String(shown).withoutControlCharacters)\u{A0}»"
}
