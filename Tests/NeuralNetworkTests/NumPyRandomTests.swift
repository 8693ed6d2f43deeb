import NeuralNetwork
import Testing

/// What `numpy.random.RandomState(seed)` (NumPy 2.4) gives.
struct NumPyStream: Sendable, CustomTestStringConvertible {
  let seed: Int
  /// The numbers of `rand` and of `randn` at `NumPyRandomTests.places`.
  let uniform, gaussian: [Double]
  /// The numbers of `NumPyRandomTests.mixture`.
  let mixed: [Double]

  var testDescription: String { "seed \(seed)" }
}

@Suite("NumPy's random numbers")
struct NumPyRandomTests {
  /// Places in a stream, from 1: its beginning, around the first renewal of the state's 624 words,
  /// and far out.
  static let places = [1, 2, 623, 624, 625, 626, 10_000]

  /// Calls of `randn` (g) and `rand` (u): a second normal number waits while others are drawn.
  static let mixture = "guuggugggu"

  static let streams = [
    NumPyStream(
      seed: 0,
      uniform: [
        0.5488135039273248, 0.7151893663724195, 0.6375826945307929, 0.8130538632474607,
        0.97622566345382, 0.8897936564455402, 0.8135750799512289,
      ],
      gaussian: [
        1.764052345967664, 0.4001572083672233, -0.22425893425164034, -0.30224973045507003,
        -0.37514711666128386, -1.226196191783019, 1.2981114320305154,
      ],
      mixed: [
        1.764052345967664, 0.6027633760716439, 0.5448831829968969, 0.4001572083672233,
        1.8675579901499675, 0.4375872112626925, -0.977277879876411, 1.2661185298577784,
        -0.5058765397605117, 0.5288949197529045,
      ]),
    NumPyStream(
      seed: 1,
      uniform: [
        0.417022004702574, 0.7203244934421581, 0.18874506687718595, 0.6438956443116628,
        0.7543059505762987, 0.21073239208332073, 0.7627937776432221,
      ],
      gaussian: [
        1.6243453636632417, -0.6117564136500754, 1.167075165999964, -0.03966870009048212,
        0.8858257989659072, 0.18986164938309566, -1.4378698926788949,
      ],
      mixed: [
        1.6243453636632417, 0.00011437481734488664, 0.30233257263183977, -0.6117564136500754,
        -0.5281717522634557, 0.39676747423066994, -1.0729686221561705, -2.363468604780012,
        1.1353453479001385, 0.6852195003967595,
      ]),
    NumPyStream(
      seed: 42,
      uniform: [
        0.3745401188473625, 0.9507143064099162, 0.370472102791382, 0.4845229851910213,
        0.618254771530296, 0.3689136395697724, 0.21714040403767187,
      ],
      gaussian: [
        0.4967141530112327, -0.13826430117118466, 1.8820244964750337, 1.3454200461549777,
        1.593186626639397, -0.5112156764311852, 0.6443884535381822,
      ],
      mixed: [
        0.4967141530112327, 0.7319939418114051, 0.5986584841970366, -0.13826430117118466,
        -0.23415337472333597, 0.05808361216819946, -0.23413695694918055, 0.2790412922001377,
        1.0105152848065264, 0.7080725777960455,
      ]),
    NumPyStream(
      seed: 4_294_967_295,
      uniform: [
        0.0976320289940138, 0.9123828453026218, 0.9864982338218405, 0.16177415711968401,
        0.558929113358157, 0.2899625637411368, 0.4906684539227597,
      ],
      gaussian: [
        0.6484086742306527, 0.6693235306338161, -0.013184157025942592, -1.1411635092724524,
        0.695688558057472, 0.03129742507971758, 1.0181200448695347,
      ],
      mixed: [
        0.6484086742306527, 0.01793967398674523, 0.9695059322147525, 0.6693235306338161,
        -1.0805437227474493, 0.9093750727977705, 0.2845010447986309, 0.31595808265170017,
        0.03503916479349264, 0.4142464457254096,
      ]),
  ]

  @Test("rand gives NumPy's numbers, bit for bit", arguments: streams)
  func uniform(stream: NumPyStream) throws {
    var random = try NumPyRandom(seed: stream.seed)
    let numbers = (1...10_000).map { _ in random.uniform() }
    #expect(Self.places.map { numbers[$0 - 1] } == stream.uniform)
  }

  @Test("randn gives NumPy's numbers, bit for bit", arguments: streams)
  func gaussian(stream: NumPyStream) throws {
    var random = try NumPyRandom(seed: stream.seed)
    let numbers = (1...10_000).map { _ in random.gaussian() }
    #expect(Self.places.map { numbers[$0 - 1] } == stream.gaussian)
  }

  @Test("a second normal number is kept while uniform ones are drawn", arguments: streams)
  func mixed(stream: NumPyStream) throws {
    var random = try NumPyRandom(seed: stream.seed)
    let numbers = Self.mixture.map { $0 == "g" ? random.gaussian() : random.uniform() }
    #expect(numbers == stream.mixed)
  }

  @Test("a long mixture of rand and randn stays in step with NumPy")
  func longMixture() throws {
    var random = try NumPyRandom(seed: 7)
    let numbers = (0..<2000).map { $0 % 3 == 0 ? random.gaussian() : random.uniform() }
    #expect(
      [1000, 1999, 2000].map { numbers[$0 - 1] } == [
        0.45015097863906695, 0.6145234382464052, 0.9084129105975076,
      ])
  }

  @Test("a copy of a generator goes on by itself")
  func valueSemantics() throws {
    var random = try NumPyRandom(seed: 0)
    _ = random.gaussian()
    var copy = random
    let next = [random.gaussian(), random.uniform()]
    #expect([copy.gaussian(), copy.uniform()] == next)
  }

  @Test("a seed outside 0 ..< 2³² is refused", arguments: [-1, 4_294_967_296, .min, .max])
  func badSeed(seed: Int) {
    #expect(throws: NeuralNetworkError.seed(seed)) { try NumPyRandom(seed: seed) }
  }
}
