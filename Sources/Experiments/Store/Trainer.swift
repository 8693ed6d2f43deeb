import Foundation
import LinearAlgebra
import NeuralNetwork
import Synchronization

/// Does trainings, or takes their results from the store where the same ones were done before.
public final class Trainer: Sendable {
  /// What became of a training that was asked for.
  public struct Outcome: Sendable {
    public enum Source: Sendable {
      /// Out of the store, where it has been since this date.
      case store(Date)
      case computed(Reason)
    }

    /// Why a training was computed.
    public enum Reason: Sendable, Equatable {
      /// The reader wanted it so.
      case asked
      /// No training like it was done before.
      case new
      /// A similar one was done before, with other ingredients.
      case changed([TrainingRecipe.Change])
      /// The same one was done before and is no longer kept, or was over too soon to be.
      case notKept
      /// The store's file is not what was written.
      case spoilt
      /// A function takes part that is not the library's.
      case ownFunction(String)
    }

    public let title: String
    public let source: Source
  }

  private struct Journal {
    var outcomes: [Outcome] = []
    var runs: [TrainingHistory.Run] = []
    var failure: (any Error)?
  }

  private let store: TrainingStore?
  private let isFresh: Bool
  private let computed: ComputedTrainings?
  private let chapter: Int
  private let leastDuration: Duration
  private let history: TrainingHistory
  private let journal = Mutex(Journal())

  /// - Parameters:
  ///   - store: where results are kept; `nil` computes everything and keeps nothing.
  ///   - isFresh: computes everything, and keeps it.
  ///   - computed: what other trainers of the same run computed, and is not computed again for it.
  ///   - leastDuration: a shorter training takes less time to compute than to keep.
  public init(
    store: TrainingStore? = nil, isFresh: Bool = false,
    computed: ComputedTrainings? = nil, chapter: Int = 0,
    leastDuration: Duration = .milliseconds(20)
  ) {
    (self.store, self.isFresh, self.computed) = (store, isFresh, computed)
    self.chapter = chapter
    self.leastDuration = leastDuration
    history = store.map { .read(chapter: chapter, in: $0.directory) } ?? TrainingHistory()
  }

  /// What became of each training so far, in the order in which they ended.
  public var outcomes: [Outcome] { journal.withLock { $0.outcomes } }

  /// Why the store could not be written, where that was so.
  public var failure: (any Error)? { journal.withLock { $0.failure } }

  /// Remembers this run's recipes for the next run of the chapter.
  public func close() {
    guard let store else { return }
    let runs = journal.withLock { $0.runs }
    guard !runs.isEmpty else { return }
    do {
      try TrainingHistory.write(runs, chapter: chapter, in: store.directory)
    } catch {
      note(error)
    }
  }

  /// Trains a copy of the network, or takes the result of the same training from the store.
  ///
  /// - Parameter afterEpoch: called with the number of each epoch (from 1) and the network as it then
  ///   is, taken from the store as well.
  public func train<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, named title: String, on examples: Examples<Scalar>,
    by descent: GradientDescent, cost: Cost<Scalar>, progress: any TrainingProgress,
    afterEpoch: ((_ epoch: Int, _ network: Network<Scalar>) throws -> Void)? = nil
  ) throws -> TrainedNetwork<Scalar> {
    guard let store else {
      return try compute(network, title, examples, descent, cost, progress, afterEpoch)
    }
    let recipe: TrainingRecipe
    switch TrainingRecipe.make(
      network, on: examples, by: descent, cost: cost, isWatched: afterEpoch != nil)
    {
    case .success(let made): recipe = made
    case .failure(let own):
      let training = try compute(network, title, examples, descent, cost, progress, afterEpoch)
      note(title, .computed(.ownFunction(own.function)))
      return training
    }

    var reason = Outcome.Reason.asked
    if !isFresh || computed?.contains(recipe) == true {
      switch store.find(recipe, start: network) {
      case .found(let stored):
        for (index, snapshot) in stored.snapshots.enumerated() {
          try afterEpoch?(index + 1, snapshot)
        }
        note(title, .store(stored.date), recipe)
        return stored.training
      case .missing: reason = self.reason(recipe, title)
      case .spoilt: reason = .spoilt
      }
    }

    var snapshots: [Network<Scalar>] = []
    let keepsSnapshots = Self.fits(network, epochs: afterEpoch == nil ? 1 : descent.epochs)
    let start = ContinuousClock.now
    let watch = afterEpoch.map { afterEpoch in
      { (epoch: Int, network: Network<Scalar>) in
        if keepsSnapshots { snapshots.append(network) }
        try afterEpoch(epoch, network)
      }
    }
    let training = try compute(network, title, examples, descent, cost, progress, watch)
    if keepsSnapshots, start.duration(to: .now) >= leastDuration {
      do {
        let stored = StoredTraining(training: training, snapshots: snapshots, date: Date())
        try store.keep(stored, as: recipe)
        computed?.add(recipe)
      } catch {
        note(error)
      }
    }
    note(title, .computed(reason), recipe)
    return training
  }

  private func compute<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, _ title: String, _ examples: Examples<Scalar>,
    _ descent: GradientDescent, _ cost: Cost<Scalar>, _ progress: any TrainingProgress,
    _ afterEpoch: ((_ epoch: Int, _ network: Network<Scalar>) throws -> Void)?
  ) throws -> TrainedNetwork<Scalar> {
    let bar = progress.begin(title, epochs: descent.epochs)
    defer { progress.end(bar) }
    var network = network
    let costs: [Double]
    if let afterEpoch {
      costs = try descent.train(&network, on: examples, cost: cost) { epoch, cost, network in
        progress.update(bar, epoch: epoch, cost: cost)
        try afterEpoch(epoch, network)
        try Task.checkCancellation()
      }
    } else {
      costs = try descent.train(&network, on: examples, cost: cost) { epoch, cost in
        progress.update(bar, epoch: epoch, cost: cost)
        try Task.checkCancellation()
      }
    }
    return TrainedNetwork(network: network, costs: costs)
  }

  private static func fits<Scalar: MatrixScalar>(
    _ network: Network<Scalar>, epochs: Int
  ) -> Bool {
    let (bytes, overflows) = (network.parameterCount * MemoryLayout<Scalar>.size)
      .multipliedReportingOverflow(by: epochs)
    return !overflows && bytes < TrainingStore.largestEntry / 2
  }

  private func reason(_ recipe: TrainingRecipe, _ title: String) -> Outcome.Reason {
    if history.contains(recipe) { return .notKept }
    let changes = history.changes(to: recipe, titled: title)
    return changes.isEmpty ? .new : .changed(changes)
  }

  private func note(
    _ title: String, _ source: Outcome.Source, _ recipe: TrainingRecipe? = nil
  ) {
    journal.withLock { journal in
      journal.outcomes.append(Outcome(title: title, source: source))
      if let recipe { journal.runs.append(.init(title: title, recipe: recipe)) }
    }
  }

  private func note(_ error: any Error) {
    journal.withLock { $0.failure = $0.failure ?? error }
  }
}
