import CMD4C

/// CommonMark with tables, formulas and strikethrough, through the md4c library.
enum MarkdownParser {
  /// Longer sources are shown as they are: no chapter comes near, and md4c counts in 32 bits.
  static let longestSource = 1 << 24

  /// The blocks of a Markdown text. Never fails: what md4c refuses becomes a plain paragraph.
  static func parse(_ markdown: String) -> [Block] {
    let builder = MarkdownBuilder()
    var source = markdown
    let status: Int32 = source.withUTF8 { bytes in
      guard bytes.count <= longestSource else { return -1 }
      return bytes.withMemoryRebound(to: MD_CHAR.self) { characters in
        guard let base = characters.baseAddress else { return 0 }
        var parser = callbacks
        return md_parse(
          base, MD_SIZE(characters.count), &parser, Unmanaged.passUnretained(builder).toOpaque())
      }
    }
    guard status == 0 else { return [.paragraph([.text(markdown)])] }
    return builder.finish()
  }

  private static var callbacks: MD_PARSER {
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_TABLES | MD_FLAG_LATEXMATHSPANS | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTMLBLOCKS
        | MD_FLAG_NOHTMLSPANS)
    parser.enter_block = { type, detail, user in
      MarkdownParser.builder(user)?.open(MarkdownParser.opening(of: type, detail))
      return 0
    }
    parser.leave_block = { _, _, user in
      MarkdownParser.builder(user)?.close()
      return 0
    }
    parser.enter_span = { type, detail, user in
      MarkdownParser.builder(user)?.open(MarkdownParser.opening(of: type, detail))
      return 0
    }
    parser.leave_span = { _, _, user in
      MarkdownParser.builder(user)?.close()
      return 0
    }
    parser.text = { type, text, size, user in
      let string = MarkdownParser.string(text, count: Int(size))
      MarkdownParser.builder(user)?.add(string, type)
      return 0
    }
    return parser
  }

  private static func builder(_ user: UnsafeMutableRawPointer?) -> MarkdownBuilder? {
    user.map { Unmanaged<MarkdownBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func string(_ text: UnsafePointer<MD_CHAR>?, count: Int) -> String {
    guard let text, count > 0 else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: count), as: UTF8.self)
  }

  private static func opening(
    of type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?
  ) -> MarkdownBuilder.Opening {
    switch type {
    case MD_BLOCK_QUOTE: return .quote
    case MD_BLOCK_UL:
      let list = detail?.assumingMemoryBound(to: MD_BLOCK_UL_DETAIL.self).pointee
      return .list(start: nil, isTight: list?.is_tight != 0)
    case MD_BLOCK_OL:
      let list = detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee
      return .list(start: Int(list?.start ?? 1), isTight: list?.is_tight != 0)
    case MD_BLOCK_LI: return .item
    case MD_BLOCK_HR: return .thematicBreak
    case MD_BLOCK_H:
      let heading = detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee
      return .heading(level: Int(heading?.level ?? 1))
    case MD_BLOCK_CODE:
      let code = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee
      return .codeBlock(language: code.map { decode($0.lang) } ?? "")
    case MD_BLOCK_TABLE: return .table
    case MD_BLOCK_THEAD, MD_BLOCK_TBODY: return .rows
    case MD_BLOCK_TR: return .row
    case MD_BLOCK_TH, MD_BLOCK_TD:
      let cell = detail?.assumingMemoryBound(to: MD_BLOCK_TD_DETAIL.self).pointee
      switch cell?.align {
      case MD_ALIGN_CENTER: return .cell(.center)
      case MD_ALIGN_RIGHT: return .cell(.right)
      default: return .cell(.left)
      }
    case MD_BLOCK_DOC: return .document
    default: return .paragraph
    }
  }

  private static func opening(
    of type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?
  ) -> MarkdownBuilder.Opening {
    switch type {
    case MD_SPAN_STRONG: return .strong
    case MD_SPAN_DEL: return .strikethrough
    case MD_SPAN_CODE: return .codeSpan
    case MD_SPAN_LATEXMATH: return .formula(isDisplay: false)
    case MD_SPAN_LATEXMATH_DISPLAY: return .formula(isDisplay: true)
    case MD_SPAN_A:
      let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
      return .link(address: link.map { decode($0.href) } ?? "")
    case MD_SPAN_IMG:
      let image = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee
      return .image(address: image.map { decode($0.src) } ?? "")
    default: return .emphasis
    }
  }

  /// The text of an attribute, which md4c gives as typed pieces delimited by offsets.
  private static func decode(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text, let types = attribute.substr_types,
      let offsets = attribute.substr_offsets
    else { return "" }
    var result = ""
    var piece = 0
    while offsets[piece] < attribute.size {
      let (start, end) = (Int(offsets[piece]), Int(offsets[piece + 1]))
      let part = string(text + start, count: end - start)
      result += MarkdownBuilder.decoded(part, types[piece])
      piece += 1
    }
    return result
  }
}
