// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "workbook",
  defaultLocalization: "fr",
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
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "CGnuplot",
      linkerSettings: [
        .linkedLibrary("boost_iostreams"), .linkedLibrary("boost_filesystem"),
        .linkedLibrary("boost_system"),
      ]),

    .target(name: "Files"),
    .target(
      name: "LinearAlgebra",
      dependencies: ["COpenBLAS", .product(name: "RealModule", package: "swift-numerics")]),
    .target(name: "NeuralNetwork", dependencies: ["LinearAlgebra"]),
    .target(name: "Datasets", dependencies: ["CZlib", "LinearAlgebra", "NeuralNetwork"]),
    .target(name: "Plotting", dependencies: ["CGnuplot", "Files"]),
    .target(name: "Literate", dependencies: ["Yams"]),
    .target(name: "Rendering", dependencies: ["CMD4C", "Literate"]),

    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"]),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting"]),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering", "Literate"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
