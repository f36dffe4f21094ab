import ClaimModel
import CodeSets

/// Diagnoses limited to one sex, or to a place after another diagnosis: beginnings of codes (CMS Medicare Code Editor and
/// the official guidelines, the clear cases only).
enum DiagnosisLimits {
    static let female = [
        "C51", "C52", "C53", "C54", "C55", "C56", "C57", "C58", "D06", "D25", "D26", "D27", "D28", "F525", "F53",
        "N70", "N71", "N72", "N73", "N74", "N75", "N76", "N77", "N80", "N81", "N82", "N83", "N84", "N85", "N86", "N87",
        "N88", "N89", "N90", "N91", "N92", "N93", "N94", "N95", "N96", "N97", "O", "Z0141", "Z124", "Z32", "Z33", "Z34",
        "Z36", "Z37", "Z39", "Z3A",
    ]
    static let male = [
        "C60", "C61", "C62", "C63", "D074", "D075", "D29", "D40", "F5221", "F524", "N40", "N41", "N42", "N43", "N44",
        "N45", "N46", "N47", "N48", "N49", "N50", "N51", "N52", "N53", "R972", "Z125",
    ]
    /// Codes that only add to a diagnosis listed before them.
    static let secondaryOnly = [
        "B95", "B96", "B97", "Z16", "Z17", "Z37", "Z3A", "Z55", "Z56", "Z57", "Z58", "Z59", "Z60", "Z62", "Z63", "Z64",
        "Z65", "Z66", "Z67", "Z68", "Z79",
    ]
}

extension DiagnosisFacts {
    func isIn(_ beginnings: [String]) -> Bool { beginnings.contains { code.text.hasPrefix($0) } }

    /// V00 to Y99.
    fileprivate var isExternalCause: Bool { code.text.first.map { "VWXY".contains($0) } ?? false }
}

extension String {
    /// Three digits, with at most two more after a dot: a diagnosis of ICD-9-CM.
    var isOldDiagnosis: Bool {
        guard let start = utf8.first, !start.isLetter else { return false }
        let parts = filter { $0 != " " }.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, first.count == 3, parts.count <= 2, parts.joined().allSatisfy(\.isNumber)
        else { return false }
        return parts.count == 1 || (1...2).contains(parts[1].count)
    }
}

extension ClaimFacts {
    var sexProblems: [Problem] {
        let other: ([String], String)? =
            switch draft.patient.sex.value {
            case .male: (DiagnosisLimits.female, "a woman; the patient's sex is M")
            case .female: (DiagnosisLimits.male, "a man; the patient's sex is F")
            default: nil
            }
        // KX tells the payer that sex and diagnosis are right as billed.
        guard let (codes, contrast) = other, !lines.contains(where: { $0.has("KX") }) else { return [] }
        return diagnoses.filter { $0.isIn(codes) }.map { diagnosis in
            .conflict(
                .diagnosisCode, row: diagnosis.row, with: [Place(.patientSex)],
                "\(diagnosis.text) is a diagnosis for \(contrast).",
                remedy: "Check both. If they are right, add modifier KX.")
        }
    }

    var ageProblems: [Problem] {
        guard let birth = draft.patient.birthDate.value?.day, birth <= judgedDay else { return [] }
        let age = birth.years(to: judgedDay)
        return diagnoses.compactMap { diagnosis in
            // CMS has no age for conditions from birth; a child may have one, an adult hardly.
            let isPerinatal = diagnosis.code.text.hasPrefix("P")
            guard let expected = isPerinatal ? .pediatric : books.age(for: diagnosis.code.text, on: judgedDay),
                !expected.years.contains(age)
            else { return nil }
            return .conflict(
                .diagnosisCode, row: diagnosis.row, with: [Place(.patientBirthDate)],
                "\(diagnosis.text) is for \(expected.patients); the patient is \(age).",
                remedy: "Check the code and the birth date.")
        }
    }

    var externalCauseProblems: [Problem] {
        // ICD-9 codes, which another rule reports, begin with the same letters.
        guard draft.identity.diagnosisIndicator.text != "9" else { return [] }
        if let first = firstDiagnosis, first.isExternalCause {
            return [
                .wrong(
                    .diagnosisCode, "\(first.text) is an external cause and cannot be first.",
                    remedy: "Put the injury first, then its cause.")
            ]
        }
        return lines.compactMap { line in
            guard let row = line.line.pointers.value?.rows.first,
                let cause = diagnoses.first(where: { $0.row == row }), cause.isExternalCause
            else { return nil }
            return .conflict(
                .linePointers, row: line.row, with: [Place(.diagnosisCode, row: row)],
                "Line \(line.number) points first to \(cause.text), an external cause.",
                remedy: "Point to the injury first.")
        }
    }

    var screeningProblems: [Problem] {
        guard let disorder = diagnoses.first(where: { $0.isIn(.depressive) }) else { return [] }
        let coded: [Problem] = diagnoses.filter { $0.code.text == "Z1331" }.map { screening in
            .conflict(
                .diagnosisCode, row: screening.row, with: [Place(.diagnosisCode, row: disorder.row)],
                "\(screening.text) is a depression screening, but \(disorder.text) is coded.",
                remedy: "Delete the screening. Bill 96127 for a questionnaire that follows treatment.")
        }
        return coded
            + lines.filter { $0.code == "G0444" }.map { line in
                .conflict(
                    .lineProcedure, row: line.row, with: [Place(.diagnosisCode, row: disorder.row)],
                    "Line \(line.number): G0444 is a depression screening, but \(disorder.text) is coded.",
                    remedy: "Bill 96127 for a questionnaire that follows treatment.")
            }
    }
}

extension DiagnosisAge {
    /// Who it is for: `adults (15 to 124)`.
    fileprivate var patients: String {
        switch self {
        case .newborn: "newborns"
        case .pediatric: "children (0 to 17)"
        case .maternity: "childbearing age (9 to 64)"
        case .adult: "adults (15 to 124)"
        }
    }
}
