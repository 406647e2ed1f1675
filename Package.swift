// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "CFIRKit",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "CFIRStatistics", targets: ["CFIRStatistics"]),
    .library(name: "CFIRKit", targets: ["CFIRKit"]),
    .library(name: "CFIRInterchange", targets: ["CFIRInterchange"]),
    .library(name: "CFIRReport", targets: ["CFIRReport"]),
    .executable(name: "cfir", targets: ["cfir"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CFIRStatistics"),
    .target(
      name: "CFIRCodebooks",
      path: "Codebooks",
      exclude: [
        "cfir-2009.csv", "cfir-2022.csv", "crosswalk-2009-2022.csv", "peer-support.csv", "SOURCE.md",
      ],
      sources: ["EmbeddedCodebooks.swift"]
    ),
    .target(name: "CFIRKit", dependencies: ["CFIRCodebooks", "CFIRStatistics"]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),
    .target(
      name: "CFIRInterchange",
      dependencies: [
        "CFIRKit", "CFIRStatistics",
        .target(name: "CLibCrypto", condition: .when(platforms: [.linux])),
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(name: "CFIRReport", dependencies: ["CFIRKit"]),
    .executableTarget(
      name: "cfir",
      dependencies: [
        "CFIRInterchange", "CFIRReport", "CFIRStatistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "CFIRStatisticsTests", dependencies: ["CFIRStatistics"]),
    .testTarget(name: "CFIRKitTests", dependencies: ["CFIRKit"]),
    .testTarget(name: "CFIRInterchangeTests", dependencies: ["CFIRInterchange"]),
    .testTarget(name: "CFIRReportTests", dependencies: ["CFIRReport", "CFIRInterchange"]),
    .testTarget(name: "CFIRCommandTests", dependencies: ["cfir"], exclude: ["Goldens"]),
  ],
  swiftLanguageModes: [.v6]
)
