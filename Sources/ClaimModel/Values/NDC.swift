/// A National Drug Code as read from a label.
///
/// Dashed codes of ten digits become the eleven that claims carry (5-4-2); ten digits without dashes can be read three
/// ways and are never guessed. Two codes are equal when their billed digits are.
public struct NDC: Parsed {
    /// How the label wrote the code: digits of labeler, product and package.
    public enum Layout: Hashable, Sendable, CaseIterable {
        case fourFourTwo
        case fiveThreeTwo
        case fiveFourOne
        case fiveFourTwoDashed
        case eleven
        /// The format in force from 2033-03-07.
        case sixFourTwo
    }

    /// The digits as billed: eleven, or all twelve of a 6-4-2 label whose labeler needs six.
    public let digits11: String
    /// Of the label as typed; a code typed with its eleven digits is `.eleven`.
    public let layout: Layout

    public static let shape = EntryShape(columns: 13, limit: 18)

    init(digits11: String, layout: Layout) {
        self.digits11 = digits11
        self.layout = layout
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let written = try NDCText(text)
        do throws(Unreadable) { self = try written.ndc(in: context) } catch { throw error.because(.ndc(written.fault)) }
    }

    public static func mayGrow(_ text: String, value: NDC) -> Bool { value.layout == .fiveFourOne }

    public static func == (left: NDC, right: NDC) -> Bool { left.digits11 == right.digits11 }

    public func hash(into hasher: inout Hasher) { hasher.combine(digits11) }

    /// `00143950801`.
    public var description: String { digits11 }

    /// `00143-9508-01`.
    public var dashed: String {
        "\(digits11.dropLast(6))-\(digits11.dropLast(2).suffix(4))-\(digits11.suffix(2))"
    }
}

extension NDC {
    /// Why a text is no NDC.
    public enum Fault: Hashable, Sendable {
        /// Ten digits without dashes, or a scanned bar code: what they may mean, in the order 4-4-2, 5-3-2, 5-4-1.
        case undashedTen([NDC])
        /// Twelve digits before their format is in force.
        case twelveDigits
        /// The same digit throughout.
        case placeholder
        case notAnNDC
    }
}
