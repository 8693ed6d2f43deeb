import Files
import Foundation

/// A notebook of nbformat 4.5, cell after cell.
///
/// A cell's id comes from its contents, so that it stays where nothing changes.
struct Notebook {
  enum Output {
    case stream(String)
    case table(String, plain: String)
    case picture(Data, alternative: String)
  }

  private var cells: [Cell] = []
  private var ids: [String: Int] = [:]

  mutating func addMarkdown(_ text: String) {
    var text = text
    while text.last == "\n" { text.removeLast() }
    // A stretch of prose is one cell up to the next heading, as an author would write it.
    if !text.hasPrefix("#"), let last = cells.last, last.cell_type == "markdown",
      !last.isIntroduction
    {
      cells[cells.count - 1].source += Self.lines("\n\n" + text)
      return
    }
    cells.append(Cell(markdown: text, isIntroduction: cells.isEmpty))
  }

  mutating func addCode(_ code: String, isHidden: Bool = false) {
    let rank = cells.count { $0.cell_type == "code" } + 1
    cells.append(Cell(code: code, rank: rank, isHidden: isHidden))
  }

  /// Adds to the last code cell; what no cell shows gets one of its own.
  mutating func addOutput(_ output: Output) {
    // Captions may stand between a cell and its next output, sections may not.
    let section = cells[...].lastIndex { $0.source.first?.hasPrefix("#") == true } ?? 0
    var index = cells[section...].lastIndex { $0.cell_type == "code" }
    if index == nil {
      addCode("", isHidden: true)
      index = cells.indices.last
    }
    if let index { cells[index].outputs?.append(Cell.Output(output)) }
  }

  var json: String {
    var notebook = self
    for index in notebook.cells.indices { notebook.cells[index].id = notebook.id(index) }
    return JSON.text(File(cells: notebook.cells), pretty: true) + "\n"
  }

  private mutating func id(_ index: Int) -> String {
    let cell = cells[index]
    let text = cell.cell_type + "\n" + cell.source.joined()
    let name = String(SHA256.hexadecimal(of: Data(text.utf8)).prefix(16))
    ids[name, default: 0] += 1
    let rank = ids[name, default: 1]
    return rank == 1 ? name : "\(name)-\(rank)"
  }

  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in text {
      line.append(character)
      if character == "\n" {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

private struct File: Encodable {
  struct Metadata: Encodable {
    struct Kernel: Encodable {
      var display_name = "Swift"
      var language = "swift"
      var name = "swift"
    }

    struct Language: Encodable {
      var file_extension = ".swift"
      var mimetype = "text/x-swift"
      var name = "swift"
    }

    var kernelspec = Kernel()
    var language_info = Language()
  }

  var cells: [Cell]
  var metadata = Metadata()
  var nbformat = 4
  var nbformat_minor = 5
}

private struct Cell: Encodable {
  struct Metadata: Encodable {
    struct Jupyter: Encodable { var source_hidden = true }

    var jupyter: Jupyter?
  }

  struct Output: Encodable {
    struct Alternative: Encodable { var alt: String }

    struct Details: Encodable {
      var picture: Alternative?

      enum CodingKeys: String, CodingKey { case picture = "image/png" }
    }

    var output_type: String
    var name: String?
    var text: [String]?
    var data: [String: [String]]?
    var metadata: Details?

    init(_ output: Notebook.Output) {
      switch output {
      case .stream(let text):
        (output_type, name, self.text) = ("stream", "stdout", Notebook.lines(text))
      case .table(let html, let plain):
        output_type = "display_data"
        data = ["text/html": Notebook.lines(html), "text/plain": Notebook.lines(plain)]
        metadata = Details()
      case .picture(let png, let alternative):
        output_type = "display_data"
        data = ["image/png": [png.base64EncodedString()], "text/plain": [alternative]]
        metadata = Details(picture: Alternative(alt: alternative))
      }
    }
  }

  var cell_type: String
  var id = ""
  var metadata = Metadata()
  var source: [String]
  var outputs: [Output]?
  var execution_count: Int?
  var isIntroduction = false

  enum CodingKeys: CodingKey { case cell_type, id, metadata, source, outputs, execution_count }

  init(markdown: String, isIntroduction: Bool) {
    cell_type = "markdown"
    source = Notebook.lines(markdown)
    self.isIntroduction = isIntroduction
  }

  init(code: String, rank: Int, isHidden: Bool) {
    cell_type = "code"
    var code = code
    while code.last == "\n" { code.removeLast() }
    source = Notebook.lines(code)
    outputs = []
    execution_count = rank
    if isHidden { metadata.jupyter = Metadata.Jupyter() }
  }
}
