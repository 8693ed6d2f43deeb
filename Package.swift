// swift-tools-version: 6.1

import PackageDescription

/// Generic code over `Double` and `Float` is specialized in the modules that use it.
let settings: [SwiftSetting] = [
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
]

/// Loops over many numbers are worth their optimization in the tests too.
let quick: [CSetting] = [.unsafeFlags(["-O2"])]
let quickSwift: [SwiftSetting] =
  settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

#if arch(x86_64) && os(Linux)
  let xsmm: [LinkerSetting] = [.linkedLibrary("xsmm"), .linkedLibrary("openblas")]
#else
  let xsmm: [LinkerSetting] = []
#endif

let package = Package(
  name: "workbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "workbook", targets: ["workbook"])
  ],
  dependencies: [
    // Swift's own command-line parser: subcommands, help and suggestions from declarations.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // SHA-256 by BoringSSL, Apple's own wrapper: the same API as CryptoKit.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
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
    .target(name: "CVectorLoops", cSettings: quick, linkerSettings: [.linkedLibrary("sleef")]),
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

    .target(name: "Files", swiftSettings: settings),
    .target(
      name: "LinearAlgebra",
      dependencies: [
        "COpenBLAS", "CVectorLoops", "CXSMM",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: settings),
    .target(name: "Cores", swiftSettings: settings),
    .target(
      name: "NeuralNetwork",
      dependencies: [
        "Cores", "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: settings),
    .target(name: "SyntheticDigits", swiftSettings: quickSwift),
    .target(name: "NPZ", dependencies: ["CZip", "Files"], swiftSettings: settings),
    .target(
      name: "Datasets",
      dependencies: [
        "Cores", "CZlib", "Files", "LinearAlgebra", "NeuralNetwork", "NPZ", "SyntheticDigits",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    // The only module that knows the network, by libcurl: on Linux, URLSession wraps the same
    // library but traps on some redirections that a server may send.
    .target(
      name: "Downloads", dependencies: ["CCurl", "Datasets", "Files"], swiftSettings: settings),
    .target(name: "Safetensors", swiftSettings: settings),
    .target(
      name: "ModelFiles",
      dependencies: ["Datasets", "Files", "LinearAlgebra", "NeuralNetwork", "Safetensors"],
      swiftSettings: settings),
    .target(name: "Images", dependencies: ["CPNG", "Files"], swiftSettings: settings),
    .target(name: "Plotting", dependencies: ["CGnuplot", "Files"], swiftSettings: settings),
    .target(name: "Literate", dependencies: ["Yams"], swiftSettings: settings),
    .target(
      name: "Rendering", dependencies: ["CMD4C", "Files", "Literate"], swiftSettings: settings),
    .target(
      name: "ChapterKit",
      dependencies: [
        "Cores", "Datasets", "LinearAlgebra", "Literate", "NeuralNetwork", "Plotting",
      ],
      swiftSettings: settings),

    .target(
      name: "Laboratory",
      dependencies: [
        "ChapterKit", "Datasets", "Images", "LinearAlgebra", "ModelFiles", "NeuralNetwork",
      ],
      swiftSettings: settings),

    .executableTarget(name: "tangle", dependencies: ["Literate"]),
    .plugin(name: "Tangle", capability: .buildTool(), dependencies: ["tangle"]),
    .target(
      name: "Chapters",
      dependencies: [
        "ChapterKit", "Datasets", "LinearAlgebra", "Literate", "ModelFiles", "NeuralNetwork",
        "Plotting",
      ],
      path: "chapters",
      swiftSettings: settings,
      plugins: ["Tangle"]),
    .plugin(name: "TangleAnswers", capability: .buildTool(), dependencies: ["tangle"]),
    .executableTarget(
      name: "exercise",
      dependencies: [
        "ChapterKit", "Chapters", "Datasets", "Files", "LinearAlgebra", "Literate",
        "ModelFiles", "NeuralNetwork", "Plotting", "Rendering",
      ],
      plugins: ["TangleAnswers"]),
    .executableTarget(
      name: "workbook",
      dependencies: [
        "ChapterKit", "Chapters", "Cores", "Datasets", "Downloads", "Files", "Images", "Laboratory",
        "Literate", "ModelFiles", "NeuralNetwork", "Plotting", "Rendering",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "benchmark",
      dependencies: [
        "ChapterKit", "Cores", "Datasets", "LinearAlgebra", "NeuralNetwork", "Plotting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/benchmark", swiftSettings: settings),

    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Datasets", "Files", "Images", "Laboratory", "LinearAlgebra", "Literate", "ModelFiles",
        "NPZ", "NeuralNetwork", "Rendering", "Safetensors",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Fuzzing", swiftSettings: settings),

    .testTarget(
      name: "ChapterKitTests",
      dependencies: [
        "ChapterKit", "Datasets", "LinearAlgebra", "Literate", "NeuralNetwork", "Plotting",
      ]),
    .testTarget(name: "ChaptersTests", dependencies: ["ChapterKit", "Chapters"]),
    .testTarget(
      name: "DatasetsTests",
      dependencies: ["CZlib", "Datasets", "LinearAlgebra", "NeuralNetwork", "NPZ"]),
    .testTarget(
      name: "DownloadsTests",
      dependencies: [
        "CZlib", "Datasets", "Downloads", "Files", "TestServer",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "ImagesTests", dependencies: ["Files", "Images"]),
    .testTarget(name: "LaboratoryTests", dependencies: ["Laboratory", "NeuralNetwork"]),
    .testTarget(name: "CoresTests", dependencies: ["Cores"]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
    .testTarget(name: "LiterateTests", dependencies: ["Literate"], exclude: ["Snapshots"]),
    .testTarget(
      name: "ModelFilesTests",
      dependencies: [
        "Datasets", "Files", "LinearAlgebra", "ModelFiles", "NeuralNetwork", "Safetensors",
      ]),
    .testTarget(
      name: "NeuralNetworkTests", dependencies: ["NeuralNetwork"], exclude: ["References"]),
    .testTarget(name: "NPZTests", dependencies: ["Files", "NPZ"]),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting"], exclude: ["Snapshots"]),
    .testTarget(
      name: "RenderingTests", dependencies: ["Rendering", "Literate"], exclude: ["Snapshots"]),
    .testTarget(name: "SafetensorsTests", dependencies: ["Safetensors"]),
    .testTarget(name: "SyntheticDigitsTests", dependencies: ["CZlib", "SyntheticDigits"]),
    .target(name: "TestServer", path: "Tests/TestServer"),
    .target(name: "ProgramUnderTest", path: "Tests/ProgramUnderTest"),
    .testTarget(
      name: "WorkbookTests", dependencies: ["ProgramUnderTest", "TestServer", "workbook"]),
    .testTarget(name: "FaultTests", dependencies: ["ModelFiles", "ProgramUnderTest", "workbook"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
