import NeuralNetwork
import Testing

@Suite("NumPy's random numbers")
struct NumPyRandomTests {
  @Test("rand after seed 0 gives NumPy's numbers, bit for bit")
  func uniform() throws {
    var random = try NumPyRandom(seed: 0)
    #expect(random.uniform() == 0.5488135039273248)
    #expect(random.uniform() == 0.7151893663724195)
  }

  @Test("randn after seed 0 gives NumPy's numbers, bit for bit")
  func gaussian() throws {
    var random = try NumPyRandom(seed: 0)
    #expect(random.gaussian() == 1.764052345967664)
    #expect(random.gaussian() == 0.4001572083672233)
    #expect(random.gaussian() == 0.9787379841057392)
  }

  @Test("a seed outside 0 ..< 2³² is refused", arguments: [-1, 4_294_967_296])
  func badSeed(seed: Int) {
    #expect(throws: NeuralNetworkError.seed(seed)) { try NumPyRandom(seed: seed) }
  }
}
