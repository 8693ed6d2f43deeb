import FrenchText

/// The relative distance `|a − b| / |b|` of two series, value by value.
public func relativeDistances(_ series: [Double], _ reference: [Double]) -> [Double] {
  zip(series, reference).map { relativeDifference($0, $1) }
}

/// All the digits of the cost of an epoch (counted from 1), or a dash when the run stopped before.
public func exact(_ costs: [Double], epoch: Int) -> String {
  costs.indices.contains(epoch - 1) ? exact(costs[epoch - 1]) : "–"
}
