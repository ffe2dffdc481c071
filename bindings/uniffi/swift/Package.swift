// swift-tools-version:6.0
import Foundation
import PackageDescription

// The folder that holds libsceau_uniffi.a; bindings/uniffi/generate.sh makes it.
let libraryFolder = ProcessInfo.processInfo.environment["SCEAU_LIB_DIR"] ?? ""

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
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]
        ),
        .executableTarget(name: "Story", dependencies: ["Sceau"]),
        .testTarget(name: "SceauTests", dependencies: ["Sceau"]),
    ],
    swiftLanguageModes: [.v6]
)
