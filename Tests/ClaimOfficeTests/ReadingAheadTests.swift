import Testing

@testable import ClaimOffice

/// What is made on another core comes in its order, with its end or its error.
@Suite struct ReadingAheadTests {
    private struct Broken: Error {}

    @Test func `elements come in the order in which they are made, and then no more`() throws {
        var made = 0
        let ahead = ReadingAhead<Int> {
            made += 1
            return made < 50 ? [made, -made] : nil
        }
        var all: [Int] = []
        while let elements = try ahead.next() { all += elements }
        #expect(all == (1..<50).flatMap { [$0, -$0] })
        #expect(try ahead.next() == nil)
    }

    @Test func `an error comes after what was made before it`() throws {
        var made = 0
        let ahead = ReadingAhead<Int> {
            made += 1
            if made == 3 { throw Broken() }
            return [made]
        }
        #expect(try ahead.next() == [1])
        #expect(try ahead.next() == [2])
        #expect(throws: Broken.self) { try ahead.next() }
        #expect(try ahead.next() == nil)
    }
}
