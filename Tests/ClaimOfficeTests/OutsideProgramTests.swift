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

    @Test func `one that is not there is not started`() throws {
        #expect(throws: OutsideProgram.Failure.notStarted) {
            try OutsideProgram(path: "/nowhere/lp", limit: 1).run([])
        }
    }
}
