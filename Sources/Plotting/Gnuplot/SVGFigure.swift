import Foundation

/// A figure made of vectors.
enum SVGFigure {
  /// `data` with fonts that any reader has a likeness of, since gnuplot gives a weight no attribute,
  /// and without what it says of itself and of its plots, which browsers show and voices read.
  static func tidied(_ data: Data) -> Data {
    let families = "font-family=\"DejaVu Sans, Verdana, sans-serif\""
    let text = String(decoding: data, as: UTF8.self)
      .replacing(/<(title|desc)>[^<]*<\/\1>\n?/, with: "")
      .replacing("font-family=\"DejaVu Sans:Bold\"", with: families + " font-weight=\"bold\"")
      .replacing("font-family=\"DejaVu Sans\"", with: families)
      // The cells of a grid have edges.
      .replacing("<image ", with: "<image image-rendering=\"pixelated\" ")
      // gnuplot escapes < and & but not this, which XML forbids in a text; it writes no such section.
      .replacing("]]>", with: "]]&gt;")
    return Data(text.utf8)
  }
}
