/// One repetition of a loop within its level: the rendering provider of line 2, the payer of the second other insurance.
struct LoopPlace: Hashable, Sendable {
    let loop: ProfessionalLoop
    /// The service line, counted from 0; `nil` outside of lines.
    var line: Int?
    /// Which repetition within its parent, from 1.
    var turn = 1
    /// Which repetition of the other insurance that it is in, from 1; 1 outside of them.
    var insurance = 1

    /// Counts, from there on, the names of a loop that the guide does not have; what is said of them is nobody's.
    static let firstUnknown = 100

    init(_ loop: ProfessionalLoop, line: Int? = nil, turn: Int = 1, insurance: Int = 1) {
        self.loop = loop
        self.line = line
        self.turn = turn
        self.insurance = insurance
    }

    /// `2300`, `2430:3`, `2320:2/2330A`: the loop's name in a carried segment, without the line that it belongs to.
    var name: String {
        let own = turn > 1 ? "\(loop.identifier):\(turn)" : loop.identifier
        return loop.parent == .otherInsurance && insurance > 1 ? "2320:\(insurance)/\(own)" : own
    }

    /// Reads `name`; `nil` for anything else.
    init?(name: String, line: Int?) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.split(separator: ":", omittingEmptySubsequences: false)
        }
        func turn(_ part: [Substring]) -> Int? {
            part.count == 1 ? 1 : part.count == 2 ? Int(part[1]).flatMap { $0 > 1 ? $0 : nil } : nil
        }
        guard let own = parts.last, let loop = own.first.flatMap({ ProfessionalLoop(identifier: $0) }),
            let ownTurn = turn(own), !loop.isOfHeader, (loop.isOfLine) == (line != nil)
        else { return nil }
        self.init(loop, line: line, turn: ownTurn)
        guard parts.count > 1 else { return }
        guard parts.count == 2, parts[0].first == "2320", loop.parent == .otherInsurance,
            let insurance = turn(parts[0])
        else { return nil }
        self.insurance = insurance
    }

    /// The order of the guide: lines after everything else, each insurance with what belongs to it.
    var sortKey: [Int] {
        let isInsurance = loop == .otherInsurance
        let outer = loop.parent == .otherInsurance ? ProfessionalLoop.otherInsurance : loop
        return [
            line.map { $0 + 1 } ?? 0, outer.rawValue,
            isInsurance ? turn : loop.parent == .otherInsurance ? insurance : 0,
            loop.rawValue, isInsurance ? 0 : turn,
        ]
    }
}

extension ProfessionalLoop {
    /// Whether it comes before every claim, so that no claim carries anything of it.
    var isOfHeader: Bool { self == .header || parent == .header }

    /// Whether it is in a service line, or is one.
    var isOfLine: Bool { self == .line || parent == .line }
}
