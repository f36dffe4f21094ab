import CodeSets
import Foundation

/// The structure of the professional claim (005010X222A1): its loops, segments and elements, from `guide-837p.tsv`.
///
/// Everything lies in flat arrays and refers to the others by range, so that a check of a segment allocates nothing.
struct GuideTable: Sendable {
    struct Loop: Sendable {
        /// Of `segments`, in the order of the guide; the first opens the loop.
        var segments = 0..<0
        /// How often it may be in the loop that it is in.
        var limit = Int.max
        var isRequired = false
        /// The loops in it, in the order of the guide.
        var inner: [ProfessionalLoop] = []
    }

    struct Segment: Sendable {
        let name: X12SegmentID
        let isRequired: Bool
        let limit: Int
        /// Segments of a loop come in the order of their positions; those of one position in any order.
        let position: Int
        let notes: Range<Int>
        /// Of `elements`, element 1 first.
        var elements = 0..<0
        /// The last element that has to be there.
        var lastRequired = 0
    }

    struct Element: Sendable {
        let usage: Usage
        let type: ElementType
        let least: Int
        let most: Int
        /// Of `codes`: the only ones that it takes; any text where empty.
        let codes: Range<Int>
        /// Of `elements`, component 1 first; empty for an element without components.
        var components = 0..<0
    }

    enum Usage: UInt8 {
        case required = 0x52
        case situational = 0x53
        case unused = 0x4E
    }

    /// What two or more elements of a segment have to do with each other.
    struct Note: Sendable {
        let kind: UInt8
        /// A bit for each element, element 1 being bit 1.
        let elements: UInt64
        /// The element that asks for the others.
        let first: Int
    }

    var loops = [Loop](repeating: Loop(), count: ProfessionalLoop.allCases.count)
    var segments: [Segment] = []
    var elements: [Element] = []
    var codes: [CodeWord] = []
    var notes: [Note] = []
    /// ISA, GS, ST and their trailers, which are in no loop of a claim.
    var envelope: [Segment] = []

    /// As it came with the program; blank where its file is missing, which `find` says.
    static let professional = GuideTable(parsing: (try? bytes()) ?? [])

    /// Checks that the table came with the program.
    static func find() throws(MissingResource) { _ = try path() }

    private static let file = "guide-837p.tsv"

    private static func path() throws(MissingResource) -> String {
        let path = try ResourceFolder.url(of: "Tables", in: "CodeSets").appendingPathComponent(file).path
        guard FileManager.default.fileExists(atPath: path) else {
            throw MissingResource(name: "Tables/\(file)", places: [path])
        }
        return path
    }

    private static func bytes() throws(MissingResource) -> [UInt8] {
        Array(FileManager.default.contents(atPath: try path()) ?? Data())
    }
}

/// The types of X12 elements.
enum ElementType: Sendable {
    case code, text, date, time, decimal, number, binary, none
}

/// A code of at most eight characters in one comparable word; longer ones, which no list of a claim has, are `none`.
struct CodeWord: Hashable, Sendable {
    private let word: UInt64

    static let none = CodeWord([])

    init(_ bytes: some Collection<UInt8>) {
        word = bytes.count > 8 ? 0 : bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    var text: String {
        String(
            decoding: (0..<8).reversed().map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }.drop { $0 == 0 },
            as: UTF8.self)
    }
}
