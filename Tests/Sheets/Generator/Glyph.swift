import Datasets
import Foundation

@testable import Images

/// A digit of MNIST as strokes that can be drawn at any size.
struct Glyph {
  /// The distance of each sub-pixel to the edge of the strokes, positive inside.
  private let depth: Field
  private static let fineness = 6

  init(_ pixels: ArraySlice<UInt8>, pen: SheetStyle.Pen) {
    let small = Field(columns: 28, rows: 28, values: pixels.map { Float($0) / 255 })
    let large = small.resampled(columns: 28 * Self.fineness, rows: 28 * Self.fineness)
      .blurred(radius: 2)
    switch pen {
    case .own: depth = Self.depth(of: large.values.map { $0 > 0.45 }, large)
    case .widened(let more):
      depth = Self.depth(of: large.values.map { $0 > 0.45 }, large)
        .map { $0 + Float(more) * Float(Self.fineness) / 2 }
    case .line(let width):
      let line = Skeleton.of(large.values.map { $0 > 0.45 }, columns: large.columns)
      depth = Distance.field(to: line, columns: large.columns, rows: large.rows)
        .map { Float(width) * Float(Self.fineness) / 2 - $0 }
    }
  }

  private static func depth(of mask: [Bool], _ field: Field) -> Field {
    let inside = Distance.field(
      to: mask.map { !$0 }, columns: field.columns, rows: field.rows)
    let outside = Distance.field(to: mask, columns: field.columns, rows: field.rows)
    var depth = inside
    for index in depth.values.indices {
      depth.values[index] += inside.values[index] > 0 ? -0.5 : 0.5 - outside.values[index]
    }
    return depth
  }

  /// The part of a pixel that is covered, at a place in MNIST's pixels from the centre of the image.
  ///
  /// - Parameter scale: the picture's pixels for one of MNIST's.
  func coverage(_ x: Double, _ y: Double, scale: Double) -> Double {
    let place = { (offset: Double) in Float((offset + 14) * Double(Self.fineness) - 0.5) }
    guard abs(x) < 14, abs(y) < 14 else { return 0 }
    let depth = Double(self.depth.interpolated(place(x), place(y)))
    return min(max(0.5 + depth * scale / Double(Self.fineness), 0), 1)
  }

  /// The first and the last column of ink, in MNIST's pixels from the centre.
  var extent: ClosedRange<Double> {
    let inked = (0..<depth.columns).filter { x in (0..<depth.rows).contains { depth[x, $0] > 0 } }
    let place = { (x: Int) in Double(x) / Double(Self.fineness) - 14 }
    return place(inked.first ?? 0)...place((inked.last ?? 0) + 1)
  }
}

/// The middle lines of strokes.
///
/// Source: T. Y. Zhang, C. Y. Suen, *A fast parallel algorithm for thinning digital patterns*, 1984.
enum Skeleton {
  static func of(_ mask: [Bool], columns: Int) -> [Bool] {
    var mask = mask
    let rows = mask.count / columns
    var changed = true
    while changed {
      changed = false
      for step in 0..<2 {
        var gone: [Int] = []
        for y in 1..<rows - 1 {
          for x in 1..<columns - 1 where mask[y * columns + x] {
            if isLoose(mask, x, y, columns, step) { gone.append(y * columns + x) }
          }
        }
        for index in gone { mask[index] = false }
        changed = changed || !gone.isEmpty
      }
    }
    return mask
  }

  private static func isLoose(
    _ mask: [Bool], _ x: Int, _ y: Int, _ columns: Int, _ step: Int
  ) -> Bool {
    let around = [(0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1)]
      .map { mask[(y + $0.1) * columns + x + $0.0] }
    guard 2...6 ~= around.count(where: \.self) else { return false }
    let changes = around.indices.count { !around[$0] && around[($0 + 1) % 8] }
    guard changes == 1 else { return false }
    let (up, right, down, left) = (around[0], around[2], around[4], around[6])
    return step == 0
      ? !(up && right && down) && !(right && down && left)
      : !(up && right && left) && !(up && down && left)
  }
}
