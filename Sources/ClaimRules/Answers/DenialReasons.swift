import ClaimModel

extension ClaimAnswer {
    /// Why it denies, as an EOB writes the codes: `CO-50`, `N130`; what is on most paid claims, or of another payer, comes last.
    public var denialReasons: [String] {
        let adjustments = adjustments + lines.flatMap(\.adjustments)
        let grouped = adjustments.map { (code: AnswerCode.denial(.carc($0.reason)), text: "\($0.group)-\($0.reason)") }
        let known = Set(grouped.map(\.code))
        let others = allCodes.filter { !known.contains($0) }.compactMap { code in
            code.word.map { (code: code, text: $0) }
        }
        let all = grouped + others
        var seen: Set<String> = []
        return (all.filter(\.code.isReason) + all.filter { !$0.code.isReason }).map(\.text)
            .filter { seen.insert($0).inserted }
    }
}

extension AnswerCode {
    /// The code of a remittance alone, `50` or `N130`, which the worklist is filtered by; `nil` for another one.
    public var word: String? {
        switch self {
        case .denial(.carc(let code)), .denial(.rarc(let code)): code
        case .status: nil
        }
    }
}
