// swift-tools-version: 6.2

import PackageDescription

/// One build serves the program, the exercises and the tests: optimized, and open to the tests.
let house: [SwiftSetting] = [.unsafeFlags(["-enable-testing"], .when(configuration: .release))]

/// Its generic code is specialized for `Double` and `Float` in the module that trains networks.
let shared: [SwiftSetting] =
  house + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// Each file is compiled by itself: a change in one chapter leaves the others alone. Lines are all that
/// a crash report needs; describing every constant takes the compiler a tenth of its time.
let chapters: [SwiftSetting] = [
  .unsafeFlags(
    ["-no-whole-module-optimization", "-incremental", "-gline-tables-only"],
    .when(configuration: .release))
]

/// What is compiled more often than it runs.
let quick: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

#if arch(x86_64) && os(Linux)
  let xsmm: [LinkerSetting] = [.linkedLibrary("xsmm"), .linkedLibrary("openblas")]
#else
  let xsmm: [LinkerSetting] = []
#endif

let parser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let numerics: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")

func room(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(
  _ room: String, _ dependencies: Target.Dependency..., exclude: [String] = []
) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: quick)
}

let package = Package(
  name: "workbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "workbook", targets: ["workbook"])
  ],
  dependencies: [
    // Swift's own command-line parser: subcommands, help and suggestions from declarations.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // exp, log, tanh for a generic scalar: what makes Float32 a type parameter.
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    // The YAML parser of the Swift world (libyaml inside): front matter, cell options, references.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    // Machine code for small products, made at run time: 118 of a core's 118 GFLOP/s, OpenBLAS 40.
    .target(name: "CXSMM", linkerSettings: xsmm),
    // SLEEF: the vectorised exp and tanh of the field, within 1 unit in the last place.
    .target(
      name: "CVectorLoops", cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary("sleef")]),
    // OpenSSL's SHA-256: in every distribution, quick by the processor's own instructions, nothing to
    // compile (swift-crypto builds all of BoringSSL for it).
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // libzip: the ZIP reader and writer of PHP, KDE and many more; ZIP64, CRC, no code of our own.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(
      name: "CGnuplot",
      linkerSettings: [
        .linkedLibrary("boost_iostreams"), .linkedLibrary("boost_filesystem"),
        .linkedLibrary("boost_system"),
      ]),

    room("Files", "CCrypto"),
    .target(
      name: "LinearAlgebra", dependencies: ["COpenBLAS", "CVectorLoops", "CXSMM", numerics],
      swiftSettings: shared),
    room("Cores"),
    room("NeuralNetwork", "Cores", "LinearAlgebra", numerics),
    room("SyntheticDigits"),
    room("NPZ", "CZip", "Files"),
    room(
      "Datasets", "Cores", "CZlib", "Files", "LinearAlgebra", "NeuralNetwork", "NPZ",
      "SyntheticDigits"),
    // The only module that knows the network, by libcurl: on Linux, URLSession wraps the same
    // library but traps on some redirections that a server may send.
    room("Downloads", "CCurl", "Datasets", "Files"),
    room("Safetensors"),
    room("ModelFiles", "Datasets", "Files", "LinearAlgebra", "NeuralNetwork", "Safetensors"),
    .target(
      name: "Experiments",
      dependencies: ["Files", "LinearAlgebra", "NeuralNetwork", "Safetensors"],
      swiftSettings: house, plugins: ["Fingerprint"]),
    room("Images", "CPNG", "Files"),
    room("Plotting", "CGnuplot", "Files"),
    room("Document"),
    room("Literate", "Document", "Yams"),
    room("Rendering", "CMD4C", "Document", "Files"),
    room(
      "ChapterKit", "Cores", "Datasets", "Document", "Experiments", "LinearAlgebra",
      "NeuralNetwork", "Plotting"),
    room(
      "Laboratory", "Datasets", "Experiments", "Images", "LinearAlgebra", "ModelFiles",
      "NeuralNetwork"),

    .executableTarget(name: "tangle", dependencies: ["Document", "Files", "Literate"]),
    .plugin(name: "Fingerprint", capability: .buildTool(), dependencies: ["tangle"]),
    .plugin(name: "Tangle", capability: .buildTool(), dependencies: ["tangle"]),
    .target(
      name: "Chapters",
      dependencies: [
        "ChapterKit", "Datasets", "Document", "Experiments", "LinearAlgebra", "ModelFiles",
        "NeuralNetwork", "Plotting",
      ],
      path: "chapters", swiftSettings: chapters, plugins: ["Tangle"]),
    .plugin(name: "TangleAnswers", capability: .buildTool(), dependencies: ["tangle"]),
    .executableTarget(
      name: "exercise",
      dependencies: [
        "ChapterKit", "Chapters", "Datasets", "Document", "Experiments", "Files", "LinearAlgebra",
        "ModelFiles", "NeuralNetwork", "Plotting", "Rendering",
      ],
      swiftSettings: quick, plugins: ["TangleAnswers"]),
    .executableTarget(
      name: "workbook",
      dependencies: [
        "ChapterKit", "Chapters", "Cores", "Datasets", "Document", "Downloads", "Experiments",
        "Files", "Images", "Laboratory", "ModelFiles", "NeuralNetwork", "Plotting", "Rendering",
        parser,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "ChapterKit", "Cores", "Datasets", "LinearAlgebra", "NeuralNetwork", "Plotting", parser,
      ],
      path: "Benchmarks/benchmark"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Datasets", "Document", "Files", "Images", "Laboratory", "LinearAlgebra", "Literate",
        "ModelFiles", "NPZ", "NeuralNetwork", "Rendering", "Safetensors", parser,
      ],
      path: "Fuzzing"),

    tests(
      "ChapterKit", "ChapterKit", "Datasets", "Document", "Experiments", "LinearAlgebra",
      "NeuralNetwork", "Plotting"),
    tests("Chapters", "ChapterKit", "Chapters"),
    tests("Cores", "Cores"),
    tests("Datasets", "CZlib", "Datasets", "LinearAlgebra", "NeuralNetwork", "NPZ"),
    tests("Document", "Document"),
    tests("Downloads", "CZlib", "Datasets", "Downloads", "Files", "TestServer"),
    tests("Experiments", "Experiments", "Files", "LinearAlgebra", "NeuralNetwork"),
    tests("Files", "Files"),
    tests("Images", "Files", "Images"),
    tests("Laboratory", "Laboratory", "NeuralNetwork"),
    tests("LinearAlgebra", "LinearAlgebra"),
    tests("Literate", "Document", "Literate", exclude: ["Snapshots"]),
    tests(
      "ModelFiles", "Datasets", "Files", "LinearAlgebra", "ModelFiles", "NeuralNetwork",
      "Safetensors"),
    tests("NeuralNetwork", "NeuralNetwork", exclude: ["References"]),
    tests("NPZ", "Files", "NPZ"),
    tests("Plotting", "Plotting", exclude: ["Snapshots"]),
    tests("Rendering", "Document", "Rendering", exclude: ["Snapshots"]),
    tests("Safetensors", "Safetensors"),
    tests("SyntheticDigits", "CZlib", "SyntheticDigits"),
    .target(name: "TestServer", path: "Tests/TestServer", swiftSettings: quick),
    .target(name: "ProgramUnderTest", path: "Tests/ProgramUnderTest", swiftSettings: quick),
    tests("Workbook", "ProgramUnderTest", "TestServer", "workbook"),
    tests("Fault", "ModelFiles", "ProgramUnderTest", "workbook"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
