import Synchronization
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

    @Test func `it is never far ahead of who uses it`() throws {
        let made = Atomic(0)
        let taken = Atomic(0)
        let farthest = Atomic(0)
        let ahead = ReadingAhead<Int> {
            let number = made.add(1, ordering: .relaxed).newValue
            farthest.max(number - taken.load(ordering: .acquiring), ordering: .relaxed)
            return number <= 100 ? [number] : nil
        }
        while made.load(ordering: .relaxed) < 3 {}
        while let elements = try ahead.next() {
            taken.add(1, ordering: .releasing)
            #expect(elements == [taken.load(ordering: .relaxed)])
        }
        #expect((3...9).contains(farthest.load(ordering: .relaxed)))
    }
}
