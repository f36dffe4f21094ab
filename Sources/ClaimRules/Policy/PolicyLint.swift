public import ClaimModel

extension PolicyLibrary {
    /// Everything to report about one file of this library: what cannot be read, what cannot be used, and what its author
    /// would want to know.
    ///
    /// - Returns: faults in the order of their lines.
    public func lint(_ file: PolicyFile, on today: Day) -> [PolicyFault] {
        var faults = file.faults + self.faults.filter { $0.file == file.name && !file.faults.contains($0) }
        if let content = file.content, let policy = policy(inFile: file.name) ?? shippedPolicy(inFile: file) {
            faults += PolicyLint(file: file, content: content, policy: policy, today: today).advice(in: self)
        }
        return faults.uniqued.sorted { ($0.line ?? 0, $1.severity) < ($1.line ?? 0, $0.severity) }
    }

    private func shippedPolicy(inFile file: PolicyFile) -> Policy? {
        guard file.isShipped, let id = file.id else { return nil }
        return versions(of: id).first { $0.origin.isShipped && $0.origin.file == file.name }
    }
}

/// Advice on a file that can be used.
private struct PolicyLint {
    let file: PolicyFile
    let content: PolicyFile.Content
    let policy: Policy
    let today: Day

    func advice(in library: PolicyLibrary) -> [PolicyFault] {
        futureDates + repetitions(in: library) + contradictions + unverified + examples
    }

    private func fault(_ severity: Severity, at key: String, _ message: String, _ remedy: String) -> PolicyFault {
        PolicyFault(
            file: file.name, line: content.lines[key], severity: severity, message: message, remedy: remedy)
    }

    private var futureDates: [PolicyFault] {
        let head: [(String, Provenance)] = [("date", content.provenance)]
        let settings = SettingKey.all.compactMap { key in
            key.provenance(in: content.settings).map { (key.name, $0) }
        }
        let others =
            content.adjustments.map { ("rules", $0.provenance) }
            + content.requirements.map { ("requires", $0.provenance) }
        return (head + settings + others).flatMap { key, provenance -> [PolicyFault] in
            let isOwn = key == "date" || provenance != content.provenance
            guard isOwn else { return [] }
            var faults: [PolicyFault] = []
            // A month or a year that is not over yet is no future date.
            if let day = provenance.date.lastDay, day > today, provenance.date.description.hasSuffix(day.iso) {
                faults.append(
                    fault(.warning, at: key, "The source date \(day.iso) is after today.", "Correct the date."))
            }
            if let day = provenance.verification?.on, day > today {
                faults.append(
                    fault(
                        .warning, at: key == "date" ? "verified" : key,
                        "The verification date \(day.iso) is after today.",
                        "Correct the date."))
            }
            return faults
        }
    }

    /// Settings equal to the parent's: an overlay that repeats them does not follow when the parent changes.
    private func repetitions(in library: PolicyLibrary) -> [PolicyFault] {
        guard let parentName = policy.origin.parents.first, let parentID = content.parent else { return [] }
        let parent = parentID == policy.id ? library.shipped(parentID) : library.named(parentID)
        guard let parent else { return [] }
        return SettingKey.all.compactMap { key in
            guard let own = key.yaml(in: content.settings), own == key.yaml(in: parent.settings),
                key.provenance(in: content.settings) == content.provenance
            else { return nil }
            return fault(
                .note, at: key.name, "\(key.name) repeats \(parentName).",
                "Delete the line, so that it follows when \(parentName) changes.")
        }
    }

    private var contradictions: [PolicyFault] {
        guard let preferred = policy.value(of: \.preferredAdministrationCode),
            let accepted = policy.value(of: \.acceptedAdministrationCodes), !accepted.contains(preferred)
        else { return [] }
        return [
            fault(
                .warning, at: "admin_code_preferred",
                "\(preferred) is preferred, but it is not in admin_codes_accepted.", "Correct one of them.")
        ]
    }

    /// Where the file asks for an error although the line is unverified.
    private var unverified: [PolicyFault] {
        let rules = content.adjustments.filter { $0.severity == .error && $0.provenance.confidence == .unverified }
            .map { ("rules", "\($0.rule) is set to error") }
        let fields = content.requirements.filter { $0.severity == .error && $0.provenance.confidence == .unverified }
            .map { ("requires", "\($0.field.id) is set to error") }
        return (rules + fields).map { key, subject in
            fault(
                .note, at: key, "\(subject) but not verified: it raises at most a warning.",
                "Add verified: {by: …, on: …} once somebody has checked it.")
        }
    }

    private var examples: [PolicyFault] {
        guard content.examples.isEmpty else { return [] }
        return [
            fault(
                .note, at: "examples", "No example claim.",
                "Add one under examples:, so that policy test can prove the file.")
        ]
    }
}
