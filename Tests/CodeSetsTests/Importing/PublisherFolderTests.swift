import Foundation
import Testing

@testable import CodeSets

@Suite struct PublisherFolderTests {
    @Test func `puts the files of one release together`() throws {
        try ImportDesk.use { desk throws in
            _ = try desk.file("icd10cm-order-2027.txt", Samples.orderFile)
            _ = try desk.file("product.txt", Samples.products)
            _ = try desk.file("package.txt", Samples.packages)
            for part in ["f1", "f2"] { _ = try desk.file("ccipra-v323r0-\(part).txt", Samples.pairs) }
            _ = try desk.file("carc-2026-11.csv", "Code,Description\n16,Lacks information\n")
            _ = try desk.file("unknown.csv", "Code,Description\n16,Lacks information\n")
            _ = try desk.file("readme.txt", "Nothing of the kind\n")
            let folder = try PublisherFolder(desk.folder)
            #expect(
                folder.releases.map { $0.map(\.lastPathComponent) } == [
                    ["carc-2026-11.csv"], ["icd10cm-order-2027.txt"], ["package.txt", "product.txt"],
                    ["ccipra-v323r0-f1.txt", "ccipra-v323r0-f2.txt"],
                ])
            #expect(folder.refused.map(\.file) == ["readme.txt", "unknown.csv"])
            #expect(PublisherFolder.set(of: folder.releases[0][0]) == .carc)
        }
    }

    @Test func `refuses what is not a folder`() throws {
        try ImportDesk.use { desk throws in
            #expect(throws: ImportFault.self) { _ = try PublisherFolder(desk.folder.appendingPathComponent("absent")) }
        }
    }
}
