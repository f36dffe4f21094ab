import Foundation
import Testing

@testable import CodeSets

@Suite struct ResourceFolderTests {
    private func make(_ path: String, in folder: URL) throws -> URL {
        let made = folder.appendingPathComponent(path, isDirectory: true)
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        return made
    }

    @Test func `prefers the program's own folder`() throws {
        try withTemporaryFolder { folder in
            let program = folder.appendingPathComponent("bin/cleanclaim")
            let shared = try make("share/cleanclaim/Tables", in: folder)
            #expect(try ResourceFolder.url(of: "Tables", in: "CodeSets", besides: program).path == shared.path)
            let own = try make("bin/cleanclaim_CodeSets.resources/Tables", in: folder)
            #expect(try ResourceFolder.url(of: "Tables", in: "CodeSets", besides: program).path == own.path)
        }
    }

    @Test func `names what is missing and where it looked`() throws {
        try withTemporaryFolder { folder in
            let program = folder.appendingPathComponent("bin/cleanclaim")
            do throws(MissingResource) {
                _ = try ResourceFolder.url(of: "Policies", in: "ClaimRules", besides: program)
                Issue.record("a folder was found that is not there")
            } catch {
                #expect(error.places.count == 2)
                #expect(error.description.contains("\"Policies\""))
                #expect(error.description.contains("\(folder.path)/bin/cleanclaim_ClaimRules.resources/Policies"))
                #expect(error.description.contains("\(folder.path)/share/cleanclaim/Policies"))
            }
        }
    }
}
