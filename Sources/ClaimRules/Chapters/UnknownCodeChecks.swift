import ClaimModel
import CodeSets

extension ClaimFacts {
    /// HCPCS codes that are not in its releases, numbers that CPT does not have, and one note for CPT codes that no loaded
    /// list covers.
    var unknownCodes: [Problem] {
        let unknown = lines.filter { line in
            line.code.map { books.procedure($0, on: line.day) == nil && !$0.isDentalForm } ?? false
        }
        let judged = unknown.compactMap { line in self.absence(of: line).map { (line.row, $0) } }
        let open = unknown.filter { line in !judged.contains { $0.0 == line.row } }
        guard let first = open.first else { return judged.map(\.1) }
        let codes = open.compactMap(\.code).listed("and")
        return judged.map(\.1) + [
            .wrong(
                .lineProcedure, row: first.row, severity: .note,
                "No CPT list is loaded; only the format of the code was checked.",
                remedy: "Check \(codes) with the code book, or load your licensed list: cleanclaim codes import FILE.")
        ]
    }

    /// The problem with a code that is not in the tables; `nil` if no release of its set covers it.
    private func absence(of line: LineFacts) -> Problem? {
        guard let code = line.code, let procedure = line.line.procedure.value else { return nil }
        let set: CodeSetName = procedure.isHCPCS ? .hcpcs : .cpt
        if let day = line.day, let choice = books.release(of: set, on: day), choice.release.isWhole {
            if choice.covers {
                return .wrong(
                    .lineProcedure, row: line.row, severity: self.mayHaveLocalCodes ? .warning : .error,
                    "Line \(line.number): \(code) is not in \(set.rawValue) \(choice.release.name).",
                    remedy: "Look the code up (F2), or load the release that has it.")
            }
            guard !books.isKnown(code, in: set) else { return nil }
            return .wrong(
                .lineProcedure, row: line.row, severity: .warning,
                "Line \(line.number): \(code) is not in \(set.rawValue) \(choice.release.name).",
                remedy: "No release for \(day) is loaded. Check the code against the list of that date, or load it.")
        }
        guard procedure.isCPT, code.allSatisfy(\.isNumber), code < "00100" else { return nil }
        return .wrong(
            .lineProcedure, row: line.row, severity: .warning,
            "Line \(line.number): \(code) is not a CPT code; CPT begins at 00100.",
            remedy: "Enter the code of the service (F2).")
    }

    /// Whether the payer may accept codes of a state or a plan: workers' compensation and auto insurance.
    private var mayHaveLocalCodes: Bool {
        let filedAs = draft.payer.filingIndicator.value
        return filedAs == .workersCompensation || filedAs == .automobile
            || draft.accident.employment.value == .yes || draft.accident.auto.value == .yes
    }
}

extension String {
    /// A D and four digits: a CDT code, whose list belongs to the American Dental Association.
    fileprivate var isDentalForm: Bool { first == "D" && count == 5 && dropFirst().allSatisfy(\.isNumber) }
}
