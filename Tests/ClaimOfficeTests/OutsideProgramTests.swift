import Foundation
import Testing

@testable import ClaimOffice

/// Another program is given bytes, heard, and not waited for without end.
struct OutsideProgramTests {
    private func program(_ arguments: [String], limit: Int = 60) -> OutsideProgram {
        OutsideProgram(path: "/usr/bin/env", arguments: arguments, takesErrors: true, limit: limit)
    }

    @Test func `more than a pipe holds goes through it`() throws {
        let bytes = [UInt8](repeating: 7, count: 3 << 20)
        let (answer, status) = try program(["cat"]).run(bytes)
        #expect(answer == bytes && status == 0)
    }

    @Test func `its status is given`() throws {
        #expect(try program(["false"]).run([1]).status == 1)
    }

    /// It neither reads what it is given nor ends.
    @Test func `one that hangs is ended`() throws {
        let bytes = [UInt8](repeating: 7, count: 1 << 20)
        #expect(throws: OutsideProgram.Failure.tooSlow) { try program(["sleep", "3600"], limit: 1).run(bytes) }
    }

    /// What it has started holds its output open.
    @Test func `one that waits for another that hangs is ended`() throws {
        #expect(throws: OutsideProgram.Failure.tooSlow) {
            try program(["sh", "-c", "sleep 3600; true"], limit: 1).run([1])
        }
    }

    @Test func `one that is ended by a signal has failed`() throws {
        #expect(try program(["sh", "-c", "kill -9 $$"]).run([]).status == 255)
    }

    /// The first word of a line is the printer; what `lp` would take for an option is none.
    @Test func `printers are listed as lpstat names them`() throws {
        func list(_ script: String, limit: Int = 60) throws -> PrinterList {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lpstat-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let program = folder.appendingPathComponent("lpstat")
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
            return PrinterList.current(by: program.path, limit: limit)
        }
        let modern = try list("printf 'Front_Desk\\nBack_Room\\n-oraw\\n'")
        #expect(modern.names == ["Front_Desk", "Back_Room"] && modern.fault == nil)
        let old = try list("[ $1 = -a ] || exit 1; echo 'Attic acepta peticiones desde hoy'")
        #expect(old.names == ["Attic"])
        #expect(try list("exit 1").fault?.contains("no printers") == true)
        #expect(try list("sleep 3600", limit: 1).fault?.contains("did not answer") == true)
        #expect(PrinterList.current(by: nil, limit: 1).fault?.contains("not installed") == true)
    }

    @Test func `one that is not there is not started`() throws {
        #expect(throws: OutsideProgram.Failure.notStarted) {
            try OutsideProgram(path: "/nowhere/lp", limit: 1).run([])
        }
    }
}
