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

    @Test func `one that is not there is not started`() throws {
        #expect(throws: OutsideProgram.Failure.notStarted) {
            try OutsideProgram(path: "/nowhere/lp", limit: 1).run([])
        }
    }
}
