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
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // Comes with swift-crypto; named here so that its version is fixed, too.
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .target(name: "TextKit", exclude: ["Scripts"]),
        .target(name: "ClaimModel", dependencies: ["TextKit"]),
        .target(
            name: "CodeSets",
            dependencies: ["ClaimModel", "TextKit", .product(name: "Crypto", package: "swift-crypto")],
            exclude: ["Scripts", "Words"],
            resources: [.copy("Tables")]
        ),
        .target(
            name: "ClaimRules",
            dependencies: ["ClaimModel", "CodeSets", "TextKit", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Policies")]
        ),
        .target(name: "PaperSheet"),
        .target(
            name: "Sealing",
            dependencies: [
                "TextKit", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .target(
            name: "ClaimExchange",
            dependencies: [
                "ClaimModel", "CodeSets", "ClaimRules", "PaperSheet", "TextKit",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "ClaimStore",
            dependencies: [
                "ClaimModel", "ClaimRules", "Postgres", "Sealing", "TextKit",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "ClaimOffice",
            dependencies: [
                "ClaimModel", "CodeSets", "ClaimRules", "ClaimExchange", "ClaimStore", "PaperSheet", "Sealing",
                "TextKit",
            ]
        ),
        .target(name: "TerminalKit", dependencies: ["TextKit", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "Workstation",
            dependencies: ["TerminalKit", "ClaimModel", "CodeSets", "ClaimRules", "Sealing", "TextKit"]),
        .systemLibrary(name: "CPostgres"),
        .target(name: "Postgres", dependencies: ["CPostgres"]),
        .systemLibrary(name: "CQRCode"),
        .target(name: "QRCode", dependencies: ["CQRCode", "TextKit"]),
        .systemLibrary(name: "CNcurses"),
        .target(name: "CursesTerminal", dependencies: ["CNcurses", "TerminalKit", "TextKit"]),
        .executableTarget(
            name: "cleanclaim",
            dependencies: [
                "ClaimModel", "CodeSets", "ClaimRules", "ClaimExchange", "ClaimStore", "ClaimOffice", "TerminalKit",
                "TextKit", "Workstation", "CursesTerminal", "QRCode",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("../../themes")]
        ),
        .target(name: "Randomness", path: "Tests/Randomness"),
        .target(name: "Prerequisites", path: "Tests/Prerequisites"),
        .target(name: "ProductDocumentation", path: "Tests/ProductDocumentation"),
        .target(name: "TestStore", dependencies: ["ClaimStore"], path: "Tests/TestStore"),
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "ClaimExchange", "ClaimModel", "ClaimRules", "CodeSets", "Randomness", "TerminalKit", "TextKit",
                "Workstation",
            ],
            path: "Tests/Benchmarks"
        ),
        .testTarget(name: "TextKitTests", dependencies: ["TextKit", "Randomness"]),
        .testTarget(
            name: "ClaimModelTests",
            dependencies: ["ClaimModel", "Prerequisites", "ProductDocumentation", "Randomness"]
        ),
        .testTarget(
            name: "CodeSetsTests",
            dependencies: ["CodeSets", "ProductDocumentation", "Randomness", "Prerequisites"]
        ),
        .testTarget(
            name: "ClaimRulesTests",
            dependencies: ["ClaimRules", "Prerequisites", "ProductDocumentation", "Randomness"]
        ),
        .testTarget(
            name: "ClaimExchangeTests",
            dependencies: [
                "ClaimExchange", "PaperSheet", "ProductDocumentation", "TextKit", "Randomness", "Prerequisites",
            ],
            exclude: ["Fixtures", "Golden"]
        ),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres"]),
        .testTarget(name: "SealingTests", dependencies: ["Sealing", "Prerequisites"]),
        .testTarget(
            name: "ClaimStoreTests",
            dependencies: [
                "ClaimStore", "Randomness", "Sealing", "TestStore", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "ClaimOfficeTests",
            dependencies: [
                "ClaimOffice", "ClaimModel", "ClaimRules", "ClaimExchange", "ClaimStore", "TestStore", "TextKit",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "TerminalKitTests", dependencies: ["TerminalKit", "TextKit", "Randomness"]),
        .testTarget(name: "QRCodeTests", dependencies: ["QRCode", "Prerequisites", "TextKit"]),
        .testTarget(
            name: "WorkstationTests",
            dependencies: ["Workstation", "Prerequisites", "TextKit", "Randomness"],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "cleanclaim", "ClaimModel", "CodeSets", "ClaimRules", "ClaimExchange", "ClaimStore", "ClaimOffice",
                "Prerequisites", "TerminalKit", "TestStore", "TextKit", "Workstation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
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
            name: "fuzz-readers", dependencies: ["ClaimExchange", "ClaimModel", "ClaimRules"], path: "Tests/Fuzz"))
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
