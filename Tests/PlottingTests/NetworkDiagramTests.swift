import Foundation
import FoundationXML
import Testing

@testable import Plotting

@Suite struct NetworkDiagramTests {
  private static let deep = NetworkDiagram(
    "Réseau",
    layers: [
      .init("entrée", units: 784),
      .init("l'une", units: 9, activation: "tanh", parameters: "W₁ : 9 × 784, b₁ : 9"),
      .init("sortie", units: 1, activation: "sigmoïde", parameters: "W₂ : 1 × 9"),
    ])
  private static let xor = NetworkDiagram(
    "OU exclusif", layers: [.init("x", units: 2), .init("h", units: 3), .init("y", units: 1)])

  @Test(
    "A column shows each neuron, or the first and the last of many", arguments: [1, 2, 8, 9, 784])
  func places(units: Int) {
    let places = NetworkDiagram.Layer("", units: units).places
    #expect(places.count == min(units, 8))
    #expect(places.reduce(0, +) == 0)
    #expect(places == places.sorted(by: >) && Set(places).count == places.count)
    #expect(!places.contains(0) || units <= 8 && !units.isMultiple(of: 2))
  }

  @Test("Every neuron shown is joined to every one of the next layer")
  func connections() throws {
    let script = Self.xor.script(as: .svg)
    let lines = try #require(script.data.first)
    #expect(lines.x.count { $0.isNaN } == 2 * 3 + 3 * 1)
    #expect(script.data.dropFirst().map(\.x.count) == [2, 3, 1])
    // Two layers of the deep one are shortened: three dots for each.
    #expect(Self.deep.script(as: .svg).data.map(\.x.count) == [3 * (64 + 8), 8, 8, 1, 6])
  }

  @Test("Neurons stand within the sheet and do not touch", arguments: [1, 2, 5, 12])
  func distances(count: Int) throws {
    let layers = (0..<count).map { NetworkDiagram.Layer("couche \($0)", units: 5 + $0) }
    let script = NetworkDiagram("", layers: layers).script(as: .png)
    let radius = try #require(
      script.commands.firstMatch(of: /using 1:2:\(([0-9.]+)\)/).flatMap { Double($0.1) })
    let circles = script.data.dropFirst(count > 1 ? 1 : 0).prefix(count)
    let centres = circles.flatMap { zip($0.x, $0.y) }
    for (index, one) in centres.enumerated() {
      #expect(one.0 - radius > 0 && one.0 + radius < 800)
      #expect(one.1 - radius > 0 && one.1 + radius < 428)
      for other in centres[..<index] {
        let (dx, dy) = (one.0 - other.0, one.1 - other.1)
        #expect((dx * dx + dy * dy).squareRoot() > 2 * radius)
      }
    }
  }

  @Test("In characters: columns where they fit, else a line for each layer")
  func text() {
    #expect(
      Self.xor.text(columns: 42) == """
        OU exclusif

              x             h             y

              ●             ●
                  ──────▶   ●   ──────▶   ●
              ●             ●

          2\u{A0}valeurs     3\u{A0}neurones    1\u{A0}neurone

        """)
    #expect(
      Self.deep.text(columns: 40) == """
        Réseau

          entrée\u{A0}: 784\u{A0}valeurs
        ▶ l'une\u{A0}: 9\u{A0}neurones, tanh, W₁ : 9 × 78…
        ▶ sortie\u{A0}: 1\u{A0}neurone, sigmoïde, W₂ : 1 …

        """)
  }

  @Test("A table has a row per layer")
  func table() throws {
    #expect(
      try Self.deep.table() == """
        couche,taille,activation,paramètres\r
        entrée,784,,\r
        l'une,9,tanh,"W₁ : 9 × 784, b₁ : 9"\r
        sortie,1,sigmoïde,W₂ : 1 × 9\r

        """)
  }

  @Test(
    "gnuplot draws them in every format", .enabled(if: Installed.gnuplot),
    arguments: FigureFormat.allCases)
  func renders(format: FigureFormat) throws {
    let hostile = NetworkDiagram(
      Sample.hostile,
      layers: [
        .init(
          Sample.hostile, units: 12, activation: Sample.hostile, parameters: Sample.hostile)
      ])
    for diagram in [Self.deep, Self.xor, hostile, NetworkDiagram("Rien", layers: [])] {
      let figure = try Gnuplot().render(diagram, as: format)
      #expect(format.isComplete(figure))
      switch format {
      case .png, .darkPNG: #expect(Array(figure[16..<24]) == [0, 0, 0x06, 0x40, 0, 0, 0x03, 0xE8])
      case .svg, .darkSVG: #expect(XMLParser(data: figure).parse())
      case .sixel, .darkSixel: break
      case .text, .csv:
        #expect(!String(decoding: figure, as: UTF8.self).unicodeScalars.contains("\u{1B}"))
      }
    }
  }

  static let refused: [(NetworkDiagram, PlottingError, String)] = [
    (
      NetworkDiagram("g", layers: [.init("a", units: 1), .init("b", units: 0)]),
      .layerUnits(plot: "g", layer: 2, count: 0), "une couche n’a pas 0 neurones"
    ),
    (
      NetworkDiagram("g", layers: (0..<13).map { .init("\($0)", units: 1) }),
      .tooMany(.layers, plot: "g", count: 13, limit: 12), "13 couches, pour 12 au plus"
    ),
  ]

  @Test("What is no network is refused, in French", arguments: refused.indices)
  func refuses(index: Int) {
    let (diagram, error, message) = Self.refused[index]
    for format in FigureFormat.allCases {
      #expect(throws: error) { try Gnuplot().render(diagram, as: format) }
    }
    #expect(error.description.contains(message))
  }
}
