// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "cleanclaim",
    products: [
        .executable(name: "cleanclaim", targets: ["cleanclaim"]),
        .library(name: "ClaimModel", targets: ["ClaimModel"]),
        .library(name: "CodeSets", targets: ["CodeSets"]),
        .library(name: "ClaimRules", targets: ["ClaimRules"]),
        .library(name: "ClaimExchange", targets: ["ClaimExchange"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .target(name: "ClaimModel"),
        .target(
            name: "CodeSets",
            dependencies: ["ClaimModel"],
            exclude: ["Scripts", "Words"],
            resources: [.copy("Tables")]
        ),
        .target(
            name: "ClaimRules",
            dependencies: ["ClaimModel", "CodeSets", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Policies")]
        ),
        .target(name: "PaperSheet"),
        .target(
            name: "ClaimExchange",
            dependencies: [
                "ClaimModel", "CodeSets", "ClaimRules", "PaperSheet", .product(name: "SwiftCSV", package: "SwiftCSV"),
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "ClaimStore",
            dependencies: ["ClaimModel", "ClaimRules", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .target(name: "TerminalKit", dependencies: [.product(name: "Yams", package: "Yams")]),
        .target(name: "Workstation", dependencies: ["TerminalKit", "ClaimModel", "CodeSets", "ClaimRules"]),
        .systemLibrary(name: "CNcurses"),
        .target(name: "CursesTerminal", dependencies: ["CNcurses", "TerminalKit"]),
        .executableTarget(
            name: "cleanclaim",
            dependencies: [
                "ClaimModel", "CodeSets", "ClaimRules", "ClaimExchange", "ClaimStore", "PaperSheet", "TerminalKit",
                "Workstation", "CursesTerminal", .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("../../themes")]
        ),
        .target(name: "Randomness", path: "Tests/Randomness"),
        .executableTarget(
            name: "benchmark",
            dependencies: ["ClaimExchange", "ClaimModel", "ClaimRules", "CodeSets", "TerminalKit", "Workstation"],
            path: "Tests/Benchmarks"
        ),
        .testTarget(name: "ClaimModelTests", dependencies: ["ClaimModel", "Randomness"]),
        .testTarget(
            name: "CodeSetsTests",
            dependencies: ["CodeSets", "Randomness"]
        ),
        .testTarget(name: "ClaimRulesTests", dependencies: ["ClaimRules", "Randomness"]),
        .testTarget(
            name: "ClaimExchangeTests",
            dependencies: ["ClaimExchange", "PaperSheet", "TerminalKit", "Randomness"],
            exclude: ["Fixtures", "Golden"]
        ),
        .testTarget(
            name: "ClaimStoreTests",
            dependencies: ["ClaimStore", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit", "Randomness"]),
        .testTarget(
            name: "WorkstationTests",
            dependencies: ["Workstation", "Randomness"],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "cleanclaim", "ClaimModel", "ClaimRules", "ClaimExchange", "ClaimStore", "TerminalKit", "Workstation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
    ]
)

// The PDF needs cairo and pango (Debian: libpango1.0-dev), so its program is built only where it is asked for.
if Context.environment["CLEANCLAIM_PDF"] != nil {
    package.products.append(.executable(name: "cleanclaim-pdf", targets: ["cleanclaim-pdf"]))
    package.targets += [
        .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .executableTarget(name: "cleanclaim-pdf", dependencies: ["CPangoCairo", "PaperSheet"]),
    ]
}

// A fuzzer has no main of its own, so it is built only by .ci/fuzz.
if Context.environment["CLEANCLAIM_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz-readers", dependencies: ["ClaimExchange", "ClaimModel"], path: "Tests/Fuzz"))
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
