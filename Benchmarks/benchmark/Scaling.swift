import ChapterKit
import Foundation
import FrenchText
import Plotting

/// How the time of a training grows with the images, the epochs and the parameters.
struct Scaling: Sendable {
  struct Point: Sendable {
    let amount: Int
    let seconds: Double
  }

  let images, epochs, parameters: [Point]

  init() throws {
    Progress.say("temps selon les images, les époques, les paramètres")
    let usual = try Case.named("relu")
    images = try [7_500, 15_000, 30_000, 60_000].map { count in
      Point(amount: count, seconds: try Self.epoch(usual, images: count))
    }
    epochs = try [1, 2, 4, 8, 16].map { count in
      let run = try TrainingRun(usual, as: Double.self, epochs: count)
      return Point(amount: count, seconds: run.seconds.reduce(0, +))
    }
    parameters = try [64, 128, 256, 512, 1024].map { units in
      let work = Case(
        name: "\(units)", title: "", layers: ["relu:\(units)", "relu:\(units)", "sigmoid:10"],
        batchSize: 64, learningRate: 0.005, epochs: 2, rounds: 1, precisions: ["float64"])
      let count = 785 * units + (units + 1) * units + (units + 1) * 10
      return Point(amount: count, seconds: try Self.epoch(work, images: 15_000))
    }
  }

  private static func epoch(_ work: Case, images: Int) throws -> Double {
    let run = try TrainingRun(work, as: Double.self, epochs: work.epochs, images: images)
    return Measurements(run.seconds).minimum
  }

  /// Both axes are logarithmic: a time in proportion is a line of slope 1.
  var plot: Plot {
    func relative(_ points: [Point]) -> (x: [Double], y: [Double]) {
      guard let first = points.first else { return ([], []) }
      return (
        points.map { Double($0.amount) / Double(first.amount) },
        points.map { $0.seconds / first.seconds }
      )
    }
    let (images, epochs, parameters) = (
      relative(images), relative(epochs), relative(parameters)
    )
    return Plot("Le temps grandit comme le travail")
      .line(images.y, x: images.x, label: "images")
      .line(epochs.y, x: epochs.x, label: "époques")
      .line(parameters.y, x: parameters.x, label: "paramètres")
      .line([1, 64], x: [1, 64], label: "proportion exacte")
      .axes(
        x: "travail, par rapport au plus petit", y: "temps, par rapport au plus court",
        xScale: .logarithmic, yScale: .logarithmic)
  }

  var table: String {
    func rows(_ name: String, _ points: [Point]) -> [String] {
      points.map { point in
        let each = Measurements([point.seconds / Double(point.amount) * 1e6])
        return "| \(name) | \(number(point.amount)) | \(Measurements([point.seconds]).text) | "
          + "\(each.text) |"
      }
    }
    let lines =
      ["| ce qui varie | combien | secondes | µs par unité |", "| --- | ---: | ---: | ---: |"]
      + rows("images, une époque", images) + rows("époques, 60 000 images", epochs)
      + rows("paramètres, 15 000 images", parameters)
    return lines.joined(separator: "\n")
  }
}
