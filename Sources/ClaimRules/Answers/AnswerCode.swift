public import CodeSets

/// A code with which a payer or clearinghouse explains a rejection or denial.
public enum AnswerCode: Hashable, Sendable {
    /// A CARC or RARC of a remittance (835).
    case denial(DenialCode)
    /// A claim status code (X12 list 508) of a claim acknowledgment (277CA), and about whom it is said (STC01-3, such as
    /// `82`); blank where nobody is named.
    case status(String, about: String = "")

    /// `CARC 16`, `RARC M119`, `claim status 218`.
    public var text: String {
        switch self {
        case .denial(let code): code.text
        case .status(let code, _): "claim status \(code)"
        }
    }

    /// `text` with the entity, where one is named: `claim status 562:82`.
    var storedText: String { entity.isEmpty ? text : "\(text):\(entity)" }

    /// About whom a claim status is said; blank where nobody is named.
    public var entity: String {
        if case .status(_, let entity) = self { entity } else { "" }
    }

    /// Reads a code as `storedText` writes it.
    public init?(text: String) {
        if let code = text.rest(behind: "CARC ") {
            self = .denial(.carc(code))
        } else if let code = text.rest(behind: "RARC ") {
            self = .denial(.rarc(code))
        } else if let code = text.rest(behind: "claim status ") {
            let parts = code.split(separator: ":", maxSplits: 1).map(String.init)
            self = .status(parts.first ?? "", about: parts.count == 2 ? parts[1] : "")
        } else {
            return nil
        }
    }

    /// In our own words; `nil` where no table has it.
    public func label(in books: CodeBooks) -> String? {
        switch self {
        case .denial(.carc(let code)): books.denial(carc: code)?.label
        case .denial(.rarc(let code)): books.denial(rarc: code)?.label
        case .status(let code, _): books.claimStatus(code)?.label
        }
    }

    /// The fields that its table names, by id or as traits of whomever the payer names (`@npi`).
    func fields(in books: CodeBooks) -> [String] {
        switch self {
        case .denial(.carc(let code)): books.denial(carc: code)?.fields ?? []
        case .denial(.rarc(let code)): books.denial(rarc: code)?.fields ?? []
        case .status(let code, _): books.claimStatus(code)?.fields ?? []
        }
    }

    /// `RARC M119, line 2: NDC missing …`, `claim status 562, rendering provider: NPI`.
    ///
    /// - Parameter place: follows the code: `, line 2`.
    public func text(at place: String = "", in books: CodeBooks) -> String {
        let whom = books.statusEntity(entity).map { ", \($0.label)" } ?? (entity.isEmpty ? "" : ", entity \(entity)")
        return text + whom + place + (label(in: books).map { ": \($0)" } ?? "")
    }

    /// What is answered on most paid claims: deductible, coinsurance, copayment, the contract's rate, sequestration, and alerts on
    /// appeals, splitting and crossing over (RARCs that X12's list calls *Alert*). No field leads to it.
    public var isRoutine: Bool {
        switch self {
        case .denial(.carc(let code)): ["1", "2", "3", "45", "253"].contains(code)
        case .denial(.rarc(let code)):
            ["MA01", "MA07", "MA13", "MA15", "MA18", "MA28", "MA44", "MA45", "MA59", "N1", "N89"].contains(code)
        case .status: false
        }
    }

    /// What the payers before have settled (CARC 23), which is no reason of this one.
    public static let settledEarlier = AnswerCode.denial(.carc("23"))

    /// Whether it can say why nothing is paid.
    public var isReason: Bool { !isRoutine && self != .settledEarlier }

    /// Whether a claim that breaks the rule may be answered with this code.
    public func isSaid(of rule: Rule) -> Bool { rule.isAnswered(with: self) }

    var isRemark: Bool {
        if case .denial(.rarc) = self { true } else { false }
    }

    /// Whether the code is so general that it needs at least one remark code (X12's list of CARCs).
    var needsRemark: Bool {
        guard case .denial(.carc(let code)) = self else { return false }
        return ["16", "96", "125", "129", "148", "226", "227", "234", "252", "A1"].contains(code)
    }

    /// Reads codes as a person types them or a remittance prints them: `CO-16 M119`, `CARC 197`, `A7:562`.
    ///
    /// - Returns: the codes, and the words that are not codes.
    public static func codes(in text: String) -> (codes: [AnswerCode], unknown: [String]) {
        var (codes, unknown) = ([AnswerCode](), [String]())
        for word in text.uppercased().split(whereSeparator: { " ,;".contains($0) }).map(String.init)
        where word != "CARC" && word != "RARC" {
            if let code = AnswerCode(word) { codes.append(code) } else { unknown.append(word) }
        }
        return (codes, unknown)
    }

    private init?(_ word: String) {
        if let match = word.wholeMatch(of: /[ADEFPR][0-9]{1,2}:([0-9]{1,3})(?::([0-9A-Z]{0,3}).*)?/) {
            self = .status(String(match.1), about: match.2.map(String.init) ?? "")
        } else if let match = word.wholeMatch(of: /(?:(?:CO|OA|PI|PR)-?)?([0-9]{1,3}|[ABDPWY][0-9]{1,2})/) {
            self = .denial(.carc(String(match.1)))
        } else if word.wholeMatch(of: /(M|MA|N)[0-9]{1,4}/) != nil {
            self = .denial(.rarc(word))
        } else {
            return nil
        }
    }
}

extension String {
    fileprivate func rest(behind prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}

extension Rule {
    /// Whether a claim that breaks this rule may be answered with the code.
    func isAnswered(with code: AnswerCode) -> Bool {
        switch code {
        case .denial(let denial): prevents.contains(denial)
        case .status(let status, _): rejectedAs.contains(status)
        }
    }
}
