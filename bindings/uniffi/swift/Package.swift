// swift-tools-version:6.0
import Foundation
import PackageDescription

// The folder that holds libsceau_uniffi.a; bindings/uniffi/generate.sh makes it.
let libraryFolder = ProcessInfo.processInfo.environment["SCEAU_LIB_DIR"] ?? ""

// Only here, where the library is built too, and not for who depends on this package.
let strict: [SwiftSetting] = libraryFolder.isEmpty ? [] : [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
    name: "Sceau",
    platforms: [.macOS(.v13), .iOS(.v16)],
    products: [.library(name: "Sceau", targets: ["Sceau"])],
    targets: [
        .target(
            name: "SceauFFI",
            linkerSettings: [.linkedLibrary("sceau_uniffi")]
                + (libraryFolder.isEmpty ? [] : [.unsafeFlags(["-L\(libraryFolder)"])])
        ),
        .target(name: "SceauGenerated", dependencies: ["SceauFFI"]),
        .target(
            name: "Sceau",
            dependencies: ["SceauGenerated"],
            swiftSettings: strict + [.enableUpcomingFeature("InternalImportsByDefault")]
        ),
        .executableTarget(name: "SceauReadme", dependencies: ["Sceau"], swiftSettings: strict),
        .executableTarget(name: "Story", dependencies: ["Sceau"], swiftSettings: strict),
        .testTarget(name: "SceauTests", dependencies: ["Sceau"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
