import ClaimModel
import TextKit

/// How a file writes its dates: `MM/DD/YYYY`, `YYYYMMDD`, `D.M.YY`, `DD-MON-YYYY`.
public struct DatePattern: Hashable, Sendable {
    fileprivate enum Part: Hashable {
        case year, shortYear, month, monthName, day
        case sign(Character)
    }

    /// As it is written in the map.
    public let text: String
    private let parts: [Part]

    static let form = "a date as YYYY or YY, MM, M or MON, DD or D, as in MM/DD/YYYY or YYYYMMDD"

    /// `nil` where the text does not name one year, one month and one day.
    init?(_ text: String) {
        self.text = text
        var parts: [Part] = []
        var rest = text.uppercased()[...]
        while let first = rest.first {
            let run = rest.prefix { $0.isLetter && ($0 == first || first == "M" && "ON".contains($0)) }
            switch run {
            case "YYYY": parts.append(.year)
            case "YY": parts.append(.shortYear)
            case "MM", "M": parts.append(.month)
            case "MON": parts.append(.monthName)
            case "DD", "D": parts.append(.day)
            case "" where !first.isNumber: parts.append(.sign(first))
            default: return nil
            }
            rest = rest.dropFirst(max(1, run.count))
        }
        func count(_ wanted: Part...) -> Int { parts.count { wanted.contains($0) } }
        guard count(.year, .shortYear) == 1, count(.month, .monthName) == 1, count(.day) == 1 else { return nil }
        self.parts = parts
    }

    /// The same day as a biller keys it, `11/10/2026` or `11/10/26`; `nil` where the text is no date of this pattern. A
    /// time of midnight behind it, as databases write, says nothing and is left out.
    func keyed(_ text: String) -> String? {
        var rest = text[...]
        var (year, month, day) = (0, 0, 0)
        var isShort = false
        for (index, part) in parts.enumerated() {
            switch part {
            case .sign(let sign):
                guard rest.popFirst() == sign else { return nil }
            case .monthName:
                guard let number = DatePattern.months.firstIndex(of: rest.prefix(3).uppercased()) else { return nil }
                month = number + 1
                rest = rest.dropFirst(3)
            case .year, .shortYear, .month, .day:
                let width = part == .year ? 4 : 2
                let digits = rest.prefix(width).prefix { $0.isASCII && $0.isNumber }
                // Between signs a month or a day may have one digit.
                let isFree = (part == .month || part == .day) && isDivided(at: index) && digits.count == 1
                guard digits.count == width || isFree, let number = Int(digits) else { return nil }
                rest = rest.dropFirst(digits.count)
                switch part {
                case .month: month = number
                case .day: day = number
                default: (year, isShort) = (number, part == .shortYear)
                }
            }
        }
        guard rest.isEmpty || DatePattern.isMidnight(rest),
            Day(year: isShort ? 2000 : year, month: month, day: day) != nil
        else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let years = isShort ? two(year) : "\(year)".aligned(to: 4, with: "0")
        return "\(two(month))/\(two(day))/\(years)"
    }

    /// Whether a sign, or the end, follows the part.
    private func isDivided(at index: Int) -> Bool {
        guard index + 1 < parts.count else { return index > 0 && parts[index - 1].isSign }
        return parts[index + 1].isSign
    }

    private static func isMidnight(_ text: Substring) -> Bool {
        guard text.first == " " || text.first == "T" else { return false }
        let time = text.dropFirst()
        return ["12:00 AM", "12:00:00 AM"].contains(time)
            || time.hasPrefix("00:00") && time.allSatisfy { "0:.Z".contains($0) }
    }

    private static let months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
}

extension DatePattern.Part {
    fileprivate var isSign: Bool { if case .sign = self { true } else { false } }
}
