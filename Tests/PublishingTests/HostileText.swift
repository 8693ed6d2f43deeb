import Document

/// Blocks whose every text tries to act on the terminal.
enum HostileText {
  private static let attack = "a\u{1B}[2J\u{1B}]0;t\u{7}\u{9B}31m\u{0}\r\u{8}\u{202E}z\u{7F}"

  static let blocks: [WovenBlock] = [
    .title(ChapterTitle(number: -1, title: attack)),
    .prose(
      Prose("\(attack) \u{E000} `\u{E000}` $\u{E000}$ [x](\u{E000}) &#27;[2J", values: [attack])),
    .prose(Prose("[&#27;](x&#27;y)\n\n```\n&#27; \(attack)\n```")),
    .code(Listing(attack, origin: attack)),
    .code(Listing(attack, language: attack)),
    .output(attack),
    .notice(attack),
    .figure(
      Figure(
        caption: Caption(.figure, number: attack, text: attack), alternative: attack,
        files: [attack + "\n" + attack], text: nil)),
    .figure(
      Figure(
        caption: Caption(.figure, number: "", text: ""), alternative: "", files: [], text: attack)),
    .table(
      Table(
        columns: [Table.Column(attack)], rows: [[attack, attack], []],
        caption: Caption(.table, number: attack, text: attack))),
  ]
}
