import Document

extension BodyWriter {
  mutating func listing(_ listing: Listing) -> Markup {
    listings += 1
    let id = "\(prefix)code-\(listings)"
    let isSwift = listing.language.lowercased() == "swift"
    let code = CodeMarkup.lines(
      of: listing.code, isSwift: isSwift, marksLines: edition == .paper)
    let pre = Markup.element(
      "pre", [:],
      .element("code", ["class": isSwift ? "swift" : nil, "translate": "no"], code))
    switch listing.role {
    case .hiddenCell:
      return folded("code", id: id, "Le code de ce résultat", pre)
    case .solution where edition == .site:
      return .line("figure", ["class": "code", "id": id], pre)
    default:
      return .line(
        "figure", ["class": "code", "id": id], (origin(of: listing) ?? .empty) + pre)
    }
  }

  private func origin(of listing: Listing) -> Markup? {
    guard let origin = listing.origin else { return nil }
    let isExercise = if case .exercise = listing.role { true } else { false }
    return .element(
      "figcaption", [:],
      .text(isExercise ? "À compléter dans " : "Extrait de ") + .element("code", [:], .text(origin))
    )
  }

  func folded(_ name: String, id: String? = nil, _ title: String, _ body: Markup) -> Markup {
    edition == .book
      ? .line(
        "div", ["class": name, "id": id], .line("p", ["class": "label"], .text(title)) + body)
      : .line(
        "details", ["class": name, "id": id, "open": edition.folds ? nil : "open"],
        .element("summary", [:], .text(title)) + body)
  }

  func output(_ text: String) -> Markup {
    let lines = text.last == "\n" ? String(text.dropLast()) : text
    return .line("pre", ["class": "output"], .element("samp", [:], .text(lines)))
  }
}
