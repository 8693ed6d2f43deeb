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
    // The C libraries as modules, one header each: OpenSSL's SHA-256 (in every distribution, quick by
    // the processor's own instructions), libcsv (piece by piece: SwiftCSV, the packaged parser in Swift,
    // wants the whole text as a String), md4c (the CommonMark parser of Qt and KDE), OpenBLAS (the
    // matrix products of NumPy), libzip (the ZIP of PHP and KDE: ZIP64, CRC) and zlib.
    .systemLibrary(
      name: "SystemLibraries", path: "Sources/Bridges/System",
      providers: [
        .apt([
          "libcsv-dev", "libmd4c-dev", "libopenblas-dev", "libssl-dev", "libzip-dev", "zlib1g-dev",
        ])
      ]),
    // Our own C: LIBXSMM (machine code for small products, made at run time: 118 of a core's
    // 118 GFLOP/s, OpenBLAS 40), loops with SLEEF's exponentials (within 1 unit in the last place),
    // libcurl loaded when needed, gnuplot-iostream (a C++ header) behind functions of C, pictures read by
    // Leptonica (the image library of Tesseract, fuzzed with it) and turned as libexif says.
    .target(
      name: "Bridges", path: "Sources/Bridges/Native", cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: xsmm + [
        .linkedLibrary("sleef"), .linkedLibrary("dl", .when(platforms: [.linux])),
        .linkedLibrary("boost_iostreams"), .linkedLibrary("boost_filesystem"),
        .linkedLibrary("boost_system"), .linkedLibrary("lept"), .linkedLibrary("exif"),
      ]),

    room("FrenchText"),
    room("Files", "FrenchText", "SystemLibraries"),
    room("Cores"),
    .target(
      name: "LinearAlgebra", dependencies: ["Bridges", "SystemLibraries", numerics],
      swiftSettings: shared),
    room("NeuralNetwork", "Bridges", "Cores", "FrenchText", "LinearAlgebra", numerics),
    room(
      "Datasets", "Cores", "Files", "FrenchText", "LinearAlgebra", "NeuralNetwork",
      "SystemLibraries"),
    // The only module that knows the network, by libcurl: on Linux, URLSession wraps the same
    // library but traps on some redirections that a server may send.
    room("Downloads", "Bridges", "Datasets", "Files", "FrenchText"),
    room("Images", "Bridges", "Files", "FrenchText"),
    room("ModelFiles", "Files", "FrenchText", "LinearAlgebra", "NeuralNetwork"),
    .target(
      name: "Experiments",
      dependencies: [
        "Cores", "Datasets", "Files", "FrenchText", "Images", "LinearAlgebra", "ModelFiles",
        "NeuralNetwork",
      ],
      swiftSettings: house, plugins: ["Fingerprint"]),
    room("Plotting", "Bridges", "Files", "FrenchText"),
    room("Document", "FrenchText"),
    room("Literate", "Document", "FrenchText", "Yams"),
    .target(
      name: "Publishing", dependencies: ["Document", "Files", "FrenchText", "SystemLibraries"],
      // The style and the scripts of the course's pages: files to read and to change.
      resources: [.copy("Web/Assets")], swiftSettings: house),
    room(
      "ChapterKit", "Cores", "Datasets", "Document", "Experiments", "Files", "FrenchText",
      "LinearAlgebra", "NeuralNetwork", "Plotting"),

    .executableTarget(name: "tangle", dependencies: ["Document", "Files", "Literate"]),
    .plugin(name: "Fingerprint", capability: .buildTool(), dependencies: ["tangle"]),
    .plugin(name: "Tangle", capability: .buildTool(), dependencies: ["tangle"]),
    .target(
      name: "Chapters",
      dependencies: [
        "ChapterKit", "Cores", "Datasets", "Document", "Experiments", "FrenchText",
        "LinearAlgebra", "ModelFiles", "NeuralNetwork", "Plotting",
      ],
      path: "chapters", swiftSettings: chapters, plugins: ["Tangle"]),
    .plugin(name: "TangleAnswers", capability: .buildTool(), dependencies: ["tangle"]),
    .executableTarget(
      name: "exercise",
      dependencies: [
        "ChapterKit", "Chapters", "Cores", "Datasets", "Document", "Experiments", "Files",
        "FrenchText", "LinearAlgebra", "ModelFiles", "NeuralNetwork", "Plotting", "Publishing",
      ],
      swiftSettings: quick, plugins: ["TangleAnswers"]),
    .executableTarget(
      name: "workbook",
      dependencies: [
        "ChapterKit", "Chapters", "Cores", "Datasets", "Document", "Downloads", "Experiments",
        "Files", "FrenchText", "Images", "NeuralNetwork", "Plotting", "Publishing",
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
        "Datasets", "Document", "Experiments", "Files", "Images", "LinearAlgebra", "Literate",
        "ModelFiles", "NeuralNetwork", "Publishing", "Sheets", "SystemLibraries", parser,
      ],
      path: "Fuzzing", exclude: ["README.md"]),

    tests(
      "ChapterKit", "ChapterKit", "Datasets", "Document", "Experiments", "LinearAlgebra",
      "NeuralNetwork", "Plotting", "ProgramUnderTest"),
    tests("Chapters", "ChapterKit", "Chapters"),
    tests("Cores", "Cores"),
    tests("Datasets", "Datasets", "Files", "LinearAlgebra", "NeuralNetwork", "SystemLibraries"),
    tests("Document", "Document"),
    tests("Downloads", "Datasets", "Downloads", "Files", "SystemLibraries", "TestServer"),
    tests(
      "Experiments", "Datasets", "Experiments", "Files", "Images", "LinearAlgebra", "ModelFiles",
      "NeuralNetwork"),
    tests("Files", "Files", "FrenchText"),
    tests("FrenchText", "FrenchText"),
    tests("Images", "Bridges", "Files", "Images", "Sheets", "SystemLibraries"),
    tests("LinearAlgebra", "LinearAlgebra"),
    tests("Literate", "Document", "Literate", exclude: ["Snapshots"]),
    tests("ModelFiles", "Files", "LinearAlgebra", "ModelFiles", "NeuralNetwork"),
    tests("NeuralNetwork", "NeuralNetwork", exclude: ["References"]),
    tests("Plotting", "Plotting", exclude: ["Snapshots"]),
    tests(
      "Publishing", "Document", "Files", "Publishing", "SystemLibraries", exclude: ["Snapshots"]),
    .target(name: "TestServer", path: "Tests/TestServer", swiftSettings: quick),
    .target(
      name: "Sheets", dependencies: ["Bridges", "Datasets", "Images"],
      path: "Tests/Sheets/Generator",
      swiftSettings: house),
    .executableTarget(
      name: "measure-sheets",
      dependencies: ["Datasets", "Experiments", "Files", "Images", "Sheets", parser],
      path: "Tests/Sheets/Measure"),
    .target(
      name: "ProgramUnderTest", dependencies: ["Datasets"], path: "Tests/ProgramUnderTest",
      swiftSettings: quick),
    tests("Workbook", "Datasets", "ProgramUnderTest", "Sheets", "TestServer", "workbook"),
    tests("Fault", "ModelFiles", "ProgramUnderTest", "workbook", exclude: ["README.md"]),
    tests(
      "Cluster", "Experiments", "ProgramUnderTest", "workbook", exclude: ["cluster", "install"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
