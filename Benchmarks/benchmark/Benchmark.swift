import Cores
import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork

let a = CommandLine.arguments
Cores.limit = Int(a[1])!
let clock = ContinuousClock()
var t = clock.now
let mnist = try MNIST.load(from: ProcessInfo.processInfo.environment["WORKBOOK_DATA"]!)
print("load", t.duration(to: clock.now)); t = clock.now
let normalization = Normalization(of: mnist.training)
print("normalize", t.duration(to: clock.now)); t = clock.now

func run<S: MatrixScalar>(_: S.Type, _ name: String, _ layers: [Dense<S>], _ batch: Int) throws {
  let examples = normalization.examples(mnist.training, as: S.self)
  var random = try NumPyRandom(seed: 0)
  var network = try Network<S>(inputs: 784, layers: layers, weights: .xavier, using: &random)
  var times: [Duration] = []
  var t = clock.now
  let descent = GradientDescent(learningRate: 0.005, batchSize: batch, epochs: Int(a[2])!)
  _ = try descent.train(
    &network, on: examples, cost: .naiveBinaryCrossEntropy
  ) { (_: Int, _: Double) in
    times.append(t.duration(to: clock.now))
    t = clock.now
  }
  times.sort()
  print(name, batch, S.self, "min", times[0], "median", times[times.count / 2])
}
let which = a.count > 3 ? a[3] : "relu"
if which == "relu64" || which == "relu" || which == "all" {
  try run(Double.self, "relu", [Dense(50, .relu), Dense(25, .relu), Dense(10, .naiveSigmoid)], 64)
}
if which == "relu32" || which == "relu" || which == "all" {
  try run(Float.self, "relu", [Dense(50, .relu), Dense(25, .relu), Dense(10, .naiveSigmoid)], 64)
}
if which == "tanh" || which == "all" {
  try run(Double.self, "tanh", [Dense(50, .naiveTanh), Dense(25, .naiveSigmoid), Dense(10, .naiveSigmoid)], 64)
}
if which == "full" || which == "all" {
  try run(Double.self, "full", [Dense(30, .naiveTanh), Dense(10, .naiveSigmoid)], 60000)
}
if which == "batches" {
  for batch in [1, 16, 512, 4096] {
    try run(Double.self, "relu", [Dense(50, .relu), Dense(25, .relu), Dense(10, .naiveSigmoid)], batch)
  }
}
if which == "wide" || which == "all" {
  try run(Double.self, "wide", [Dense(512, .relu), Dense(512, .relu), Dense(10, .naiveSigmoid)], 64)
  try run(Float.self, "wide", [Dense(1024, .relu), Dense(1024, .relu), Dense(10, .naiveSigmoid)], 128)
}
