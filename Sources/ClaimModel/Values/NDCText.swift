import TextKit

/// The digits and dashes of an NDC as typed or scanned.
struct NDCText {
    let digits: [UInt8]
    /// The number of digits between the dashes; a single count where there are none.
    let groups: [Int]

    /// From this day labels carry twelve digits, 6-4-2 (91 FR 10749, published 2026-03-05).
    static let twelveDigitsFrom = Day(year: 2033, month: 3, day: 7)

    private static let good = "An NDC has 11 digits, or 10 with dashes. For example 0143-9508-01"

    init(_ text: some StringProtocol) throws(Unreadable) {
        let bytes = try typedBytes(text)
        guard bytes.allSatisfy({ $0.isDigit || $0 == .dash || $0.isSpace }), bytes[0] != .dash else {
            throw Unreadable.malformed("An NDC has only digits and dashes. For example 0143-9508-01")
                .because(.ndc(.notAnNDC))
        }
        digits = bytes.filter(\.isDigit)
        let dashed = bytes.filter { !$0.isSpace }.split(separator: .dash, omittingEmptySubsequences: false)
        let spaced = bytes.split(whereSeparator: \.isSpace).map(\.count)
        let isSpacedLayout = dashed.count == 1 && NDCText.layouts.contains { $0.groups == spaced }
        groups = isSpacedLayout ? spaced : dashed.map(\.count)
    }

    var isPlaceholder: Bool {
        digits.count >= 10 && digits.allSatisfy { $0 == digits[0] }
    }

    /// What is wrong with a text that is no NDC.
    var fault: NDC.Fault {
        if isPlaceholder { return .placeholder }
        if !candidates.isEmpty { return .undashedTen(candidates) }
        return digits.count == 12 ? .twelveDigits : .notAnNDC
    }

    private static let layouts: [(layout: NDC.Layout, groups: [Int])] = [
        (.fourFourTwo, [4, 4, 2]), (.fiveThreeTwo, [5, 3, 2]), (.fiveFourOne, [5, 4, 1]),
        (.fiveFourTwoDashed, [5, 4, 2]), (.sixFourTwo, [6, 4, 2]),
    ]

    func ndc(in context: ParsingContext) throws(Unreadable) -> NDC {
        if isPlaceholder {
            let message = "One repeated digit is a placeholder. Enter the NDC on the container"
            throw groups == [10] || groups == [5, 4, 1] ? .incomplete(message) : .malformed(message)
        }
        return groups.count == 1 ? try undashed(in: context) : try dashed(in: context)
    }

    // MARK: Without dashes

    private func undashed(in context: ParsingContext) throws(Unreadable) -> NDC {
        switch digits.count {
        case 11: return NDC(digits11: digits.string, layout: .eleven)
        case 12 where NDCText.takesTwelve(in: context): return NDCText.twelve(digits)
        case 10:
            throw .incomplete("10 digits need their dashes. Type them as on the label")
        case ..<10:
            throw .incomplete("An NDC has 11 digits, not \(digits.count). Or 10 with dashes, for example 0143-9508-01")
        default:
            if !candidates.isEmpty {
                throw .malformed("A scanned bar code has no dashes. Type them as on the label")
            }
            throw digits.count == 12 ? NDCText.twelveIsEarly : .malformed(NDCText.good)
        }
    }

    /// What ten digits without dashes, or a scanned UPC or GTIN of a label, may mean: 4-4-2, 5-3-2, 5-4-1; empty for other
    /// texts.
    private var candidates: [NDC] {
        guard groups.count == 1, !isPlaceholder, let ten = digits.count == 10 ? digits[...] : NDCText.scannedTen(digits)
        else { return [] }
        return NDCText.layouts.prefix(3).map { layout, groups in
            NDC(digits11: NDCText.eleven(Array(ten), groups: groups), layout: layout)
        }
    }

    /// The ten NDC digits within a UPC-A (`3` NDC check), its EAN-13 or its GTIN-14 (`003` NDC check) form, if the check digit
    /// fits.
    private static func scannedTen(_ digits: [UInt8]) -> ArraySlice<UInt8>? {
        guard (12...14).contains(digits.count) else { return nil }
        let code = Array(repeating: UInt8(ascii: "0"), count: 14 - digits.count) + digits
        guard code.starts(with: Array("003".utf8)) else { return nil }
        let sum = code.enumerated().reduce(0) { $0 + $1.element.digitValue * ($1.offset % 2 == 0 ? 3 : 1) }
        return sum % 10 == 0 ? code[3..<13] : nil
    }

    // MARK: With dashes

    private func dashed(in context: ParsingContext) throws(Unreadable) -> NDC {
        if let (layout, groups) = NDCText.layouts.first(where: { $0.groups == groups }) {
            guard layout == .sixFourTwo else {
                return NDC(digits11: NDCText.eleven(digits, groups: groups), layout: layout)
            }
            guard NDCText.takesTwelve(in: context) else { throw NDCText.twelveIsEarly }
            return NDCText.twelve(digits)
        }
        let takesTwelve = NDCText.takesTwelve(in: context)
        let isBeginning = NDCText.layouts.contains { layout, full in
            (layout != .sixFourTwo || takesTwelve) && groups.count <= full.count
                && zip(groups, full).dropLast().allSatisfy { $0 == $1 }
                && groups[groups.count - 1] <= full[groups.count - 1]
        }
        throw isBeginning
            ? .incomplete(NDCText.good)
            : .malformed("The dashes must be 4-4-2, 5-3-2, 5-4-1 or 5-4-2. For example 0143-9508-01")
    }

    /// Ten or eleven digits as 5-4-2, the short group padded with a zero.
    private static func eleven(_ digits: [UInt8], groups: [Int]) -> String {
        let labeler = digits.prefix(groups[0]).string
        let product = digits.dropFirst(groups[0]).prefix(groups[1]).string
        let package = digits.dropFirst(groups[0] + groups[1]).string
        return [(labeler, 5), (product, 4), (package, 2)]
            .map { $0.aligned(to: $1, with: "0") }.joined()
    }

    // MARK: Twelve digits

    private static let twelveIsEarly = Unreadable.malformed(
        "12-digit NDCs start 03/07/2033. Enter the 11-digit form (91 FR 10749)")

    private static func takesTwelve(in context: ParsingContext) -> Bool {
        twelveDigitsFrom.map { context.today >= $0 } ?? false
    }

    private static func twelve(_ digits: [UInt8]) -> NDC {
        NDC(
            digits11: (digits[0] == UInt8(ascii: "0") ? digits.dropFirst() : digits[...]).string,
            layout: .sixFourTwo)
    }
}
