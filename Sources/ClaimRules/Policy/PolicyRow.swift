public import ClaimModel

/// One line of a policy in words: a setting, a rule that it adjusts, or a field that it requires.
public struct PolicyRow: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case setting, rule, requirement }

    public let kind: Kind
    /// The key in the file: `pa_required`, `DX-009`, `treatment.weight`.
    public let key: String
    public let label: String
    public let value: String
    public let provenance: Provenance
    /// Whether it speaks of ketamine treatment only, and not of any claim to this payer.
    public let isPathway: Bool

    public var standing: Standing { provenance.standing }
    /// Who says so and when.
    public var source: String { provenance.text }
}

extension Policy {
    /// Every setting that the policy has, in the order of the schema, then its rules and requirements.
    public var rows: [PolicyRow] {
        settingRows + otherRows
    }

    /// Whether it has a line that nobody has checked.
    ///
    /// - Parameter isPathway: whether lines that speak of ketamine treatment only count too.
    func hasUnverified(pathway isPathway: Bool) -> Bool {
        count(pathway: isPathway) { $0.standing == .unverified } > 0
    }

    /// How many lines have such a provenance.
    private func count(pathway isPathway: Bool, _ matches: (Provenance) -> Bool) -> Int {
        SettingKey.all.count { key in
            (isPathway || !key.isPathway) && key.provenance(in: settings).map(matches) ?? false
        } + otherRows.count { (isPathway || !$0.isPathway) && matches($0.provenance) }
    }

    /// What the policy says besides its settings.
    private var otherRows: [PolicyRow] {
        adjustments.values.sorted { $0.rule < $1.rule }.map(PolicyRow.init) + requirements.map(PolicyRow.init)
    }

    private var settingRows: [PolicyRow] {
        SettingKey.all.compactMap { key in
            guard let value = key.words(in: settings), let provenance = key.provenance(in: settings) else { return nil }
            return PolicyRow(
                kind: .setting, key: key.name, label: key.label, value: value, provenance: provenance,
                isPathway: key.isPathway)
        }
    }
}

extension PolicyRow {
    init(_ adjustment: RuleAdjustment) {
        let scope = Rule.named(adjustment.rule)?.scope
        self.init(
            kind: .rule, key: adjustment.rule, label: "rule \(adjustment.rule)", value: adjustment.word,
            provenance: adjustment.provenance, isPathway: scope != .anyClaim)
    }

    init(_ requirement: Requirement) {
        let claims = requirement.scope == .anyClaim ? "" : " on \(requirement.scope.rawValue) claims"
        self.init(
            kind: .requirement, key: requirement.field.id, label: "\(requirement.field.fullLabel) required",
            value: requirement.severity.rawValue + claims, provenance: requirement.provenance,
            isPathway: requirement.scope != .anyClaim)
    }
}

extension Policy {
    /// How far the policy can be relied on, in a few words: `2014, verified, 1 setting old`.
    ///
    /// - Parameter day: the first service day, where there is one.
    public func reliance(on today: Day, for day: Day?) -> String {
        let old = count(pathway: true) { isOld($0, on: today) }
        let isOutside = day.map { !effective.contains($0) } ?? false
        return [
            "\(name), \(date)", standing.rawValue, old == 0 ? nil : counted(old, "setting") + " old",
            isOutside ? "for other service days" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    /// The lines that are old.
    public func oldRows(on today: Day) -> [PolicyRow] {
        rows.filter { isOld($0.provenance, on: today) }
    }

    /// Whether it has a line that is old.
    ///
    /// - Parameter isPathway: whether lines that speak of ketamine treatment only count too.
    public func hasOld(on today: Day, pathway isPathway: Bool = true) -> Bool {
        count(pathway: isPathway) { isOld($0, on: today) } > 0
    }

    /// A line is as old as its source, and where that is undated as its verification; one with neither has no age, and
    /// where it claims to be known it counts as old.
    private func isOld(_ provenance: Provenance, on today: Day) -> Bool {
        guard let day = provenance.date.lastDay ?? provenance.verification?.on else {
            return provenance.standing != .unverified
        }
        return today - day > reviewDays
    }
}
