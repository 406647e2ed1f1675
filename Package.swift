// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "CFIRKit",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "CFIRStatistics", targets: ["CFIRStatistics"]),
    .library(name: "CFIRKit", targets: ["CFIRKit"]),
    .library(name: "CFIRInterchange", targets: ["CFIRInterchange"]),
    .library(name: "CFIRStore", targets: ["CFIRStore"]),
    .library(name: "CFIRReport", targets: ["CFIRReport"]),
    .executable(name: "cfir", targets: ["cfir"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CFIRStatistics"),
    .target(
      name: "CFIRCodebooks",
      path: "Codebooks",
      exclude: [
        "cfir-2009.csv", "cfir-2022.csv", "crosswalk-2009-2022.csv", "peer-support.csv", "plain-words.csv",
        "SOURCE.md", "instruments", "strategies",
      ],
      sources: ["EmbeddedCodebooks.swift", "EmbeddedInstruments.swift", "EmbeddedStrategies.swift"]
    ),
    .target(name: "CFIRKit", dependencies: ["CFIRCodebooks", "CFIRStatistics"]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    .target(
      name: "CFIRDigest",
      dependencies: [.target(name: "CLibCrypto", condition: .when(platforms: [.linux]))]
    ),
    .target(
      name: "CFIRStore",
      dependencies: ["CFIRKit", "CFIRDigest", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    .target(
      name: "CFIRInterchange",
      dependencies: [
        "CFIRKit", "CFIRStatistics", "CFIRStore", "CFIRDigest", "CLibZip", "CExpat", "CXLSXWriter",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ]
    ),
    .target(name: "CFIRReport", dependencies: ["CFIRKit", "CFIRStatistics"]),
    .executableTarget(
      name: "cfir",
      dependencies: [
        "CFIRInterchange", "CFIRReport", "CFIRStatistics", "CFIRStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "CFIRStatisticsTests", dependencies: ["CFIRStatistics"]),
    .testTarget(name: "CFIRKitTests", dependencies: ["CFIRKit"]),
    .testTarget(
      name: "CFIRStoreTests",
      dependencies: ["CFIRStore", "CFIRDigest", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Forms"]
    ),
    .testTarget(
      name: "CFIRInterchangeTests",
      dependencies: ["CFIRInterchange", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    .testTarget(name: "CFIRReportTests", dependencies: ["CFIRReport", "CFIRInterchange"]),
    .testTarget(name: "CFIRCommandTests", dependencies: ["cfir"], exclude: ["Goldens"]),
  ],
  swiftLanguageModes: [.v6]
)
