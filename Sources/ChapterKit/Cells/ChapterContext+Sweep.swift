import Cores
import Experiments
import NeuralNetwork

extension ChapterContext {
  /// Does the trainings of a grid side by side, as `./workbook sweep` does: the results are in the
  /// grid's order, and those of the same command. What was done before comes from the store.
  public nonisolated func sweep<Scalar: PixelScalar>(
    _ grid: SweepGrid, on examples: ExperimentExamples<Scalar>
  ) async throws -> [ExperimentResult] {
    try await throwShowingError()
    let precision: ExperimentSettings.Precision = Scalar.self == Float.self ? .float32 : .float64
    let varying = SweepOption.allCases.filter { grid[$0].count > 1 }
    return try await concurrently(Array(0..<grid.count)) { [settings, progress] number in
      var options = grid.options(number)
      options.precision = precision.rawValue
      let title = varying.map { "\($0.words) \($0.value(in: options))" }
      return try Experiment<Scalar>(ExperimentSettings(options)).run(
        on: examples, named: title.joined(separator: ", "), by: settings.trainer,
        progress: progress
      ).result
    }
  }
}
