import Foundation
import Testing

@testable import Plotting

@Suite struct PaletteTests {
  static let palettes: [(name: String, palette: Palette)] = [
    ("light", .light), ("dark", .dark),
  ]

  private static func palette(_ name: String) throws -> Palette {
    try #require(palettes.first { $0.name == name }?.palette)
  }

  @Test(
    "Texts have the contrast that WCAG asks, lines and marks theirs", arguments: ["light", "dark"])
  func contrast(name: String) throws {
    let palette = try Self.palette(name)
    let contrast = { (colour: String) in
      try Light(colour).contrast(with: Light(palette.background))
    }
    // The numbers of an axis are as its line.
    for text in [palette.text, palette.edge] { #expect(try contrast(text) >= 4.5, "\(text)") }
    for line in palette.series { #expect(try contrast(line) >= 3, "\(line)") }
    #expect(try Light(palette.image.ink).contrast(with: Light(palette.image.paper)) >= 4.5)
    // The grid is there, and behind everything else.
    #expect(try (1.2...2).contains(contrast(palette.grid)))
  }

  @Test("Series stay apart in grey", arguments: ["light", "dark"])
  func grey(name: String) throws {
    let levels = try Self.palette(name).series.map { try Light($0).lab.x }.sorted()
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 - $0 >= 5 })
  }

  @Test(
    "Series stay apart for whoever does not see all colours", arguments: ["light", "dark"],
    Light.visions.indices)
  func visions(name: String, vision: Int) throws {
    let seen = try Self.palette(name).series.map {
      try Light($0).seen(by: Light.visions[vision])
    }
    for (index, one) in seen.enumerated() {
      for other in seen[..<index] {
        #expect(one.distance(to: other) >= 16)
      }
    }
  }

  @Test("Shades are at even steps of lightness, for every eye", arguments: ["light", "dark"])
  func shades(name: String) throws {
    let palette = try Self.palette(name)
    let ground = try Light(palette.background).lab.x
    let steps = { (colours: [String]) in
      let levels = try colours.map { try Light($0).lab.x }
      return zip(levels, levels.dropFirst()).map { $1 - $0 }
    }
    let middle = palette.diverging.count / 2
    let scales = [
      palette.sequential, Array(palette.diverging[middle...]),
      Array(palette.diverging[...middle].reversed()),
    ]
    for colours in scales {
      let steps = try steps(colours)
      let mean = steps.reduce(0, +) / Double(steps.count)
      #expect(steps.allSatisfy { abs($0 - mean) < 0.1 * abs(mean) }, "\(steps)")
      // The least is nearest to the ground.
      let levels = try colours.map { abs(try Light($0).lab.x - ground) }
      #expect(levels == levels.sorted() && (levels.first ?? 0) > 3)
      for vision in Light.visions {
        let seen = try colours.map { try Light($0).seen(by: vision).lab.x }
        #expect(seen == seen.sorted() || seen.reversed() == seen.sorted())
      }
    }
  }

  @Test(
    "The two ends of what diverges are as light, and apart for every eye",
    arguments: ["light", "dark"])
  func ends(name: String) throws {
    let colours = try Self.palette(name).diverging
    let pairs = Array(zip(colours, colours.reversed()).prefix(colours.count / 2))
    for (rank, (one, other)) in pairs.enumerated() {
      let levels = [try Light(one).lab.x, try Light(other).lab.x]
      #expect(abs(levels[0] - levels[1]) < 1)
      for vision in Light.visions {
        let seen = try [one, other].map { try Light($0).seen(by: vision) }
        let share = Double(pairs.count - rank) / Double(pairs.count)
        #expect(seen[0].distance(to: seen[1]) >= 40 * share, "\(one) \(other)")
      }
    }
  }

  @Test("On any shade, a mark or its rim is seen", arguments: ["light", "dark"])
  func rims(name: String) throws {
    let palette = try Self.palette(name)
    let rim = try Light(palette.background)
    for shade in palette.sequential + palette.diverging {
      let shade = try Light(shade)
      for mark in palette.series {
        let mark = try Light(mark)
        // Whatever is as light as the rim is darker or lighter than the mark.
        #expect(max(mark.contrast(with: shade), rim.contrast(with: shade)) >= 1.7)
        #expect(mark.contrast(with: rim) >= 3)
      }
    }
  }

  @Test("No light colour is in a dark figure", .enabled(if: Installed.gnuplot))
  func darkThroughout() throws {
    for (name, plot) in Sample.plots where name != "hostile" {
      let dark = String(decoding: try Gnuplot().render(plot, as: .darkSVG), as: UTF8.self)
      #expect(dark.contains("fill=\"#1b1e23\""), "\(name)")
      // gnuplot's own black would not show: that of a text is written in full.
      #expect(!dark.contains("fill=\"black\""), "\(name)")
      for colour in Palette.light.series.dropLast() {
        #expect(!dark.contains(Light.attribute(colour)), "\(name)")
      }
    }
  }
}

/// A colour as light: what WCAG and CIELAB compute with.
struct Light {
  /// Red, green and blue, linear.
  let rgb: SIMD3<Double>

  /// How protanopes, deuteranopes and tritanopes see red, green and blue (Machado and others, 2009).
  static let visions: [[SIMD3<Double>]] = [
    [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.01182, 0.04294, 0.968881],
    ],
    [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.3039],
    ],
  ]

  init(_ hexadecimal: String) throws {
    let number = try #require(Int(hexadecimal.dropFirst(), radix: 16))
    let bytes = [16, 8, 0].map { Double(number >> $0 & 255) / 255 }
    let linear = bytes.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    rgb = SIMD3(linear[0], linear[1], linear[2])
  }

  private init(rgb: SIMD3<Double>) { self.rgb = rgb }

  private var luminance: Double { (rgb * [0.2126, 0.7152, 0.0722]).sum() }

  func contrast(with other: Light) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  func seen(by vision: [SIMD3<Double>]) -> Light {
    let seen = vision.map { min(max(($0 * rgb).sum(), 0), 1) }
    return Light(rgb: SIMD3(seen[0], seen[1], seen[2]))
  }

  /// CIELAB under D65.
  var lab: SIMD3<Double> {
    let rows: [SIMD3<Double>] = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ]
    let f = rows.map { row in
      let share = (row * rgb).sum() / row.sum()
      return share > 216 / 24389 ? cbrt(share) : (841 / 108) * share + 4 / 29
    }
    return SIMD3(116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
  }

  /// How different two colours look, in CIELAB.
  func distance(to other: Light) -> Double {
    let difference = lab - other.lab
    return (difference * difference).sum().squareRoot()
  }

  /// As gnuplot writes a colour into an SVG.
  static func attribute(_ hexadecimal: String) -> String {
    let number = Int(hexadecimal.dropFirst(), radix: 16) ?? 0
    let bytes = [16, 8, 0].map { shift in
      let digits = String(number >> shift & 255)
      return String(repeating: " ", count: 3 - digits.count) + digits
    }
    return "rgb(\(bytes.joined(separator: ", ")))"
  }
}
