import ClaimModel
import CodeSets

extension ClaimFacts {
    /// The units of an unclassified drug, where they are neither one, nor its containers, nor its milligrams.
    func unitsNobodyCounts(of line: LineFacts, _ units: Units) -> Problem? {
        let ways = containers(of: line) + milligrams(of: line)
        guard !ways.isEmpty, !([1] + ways).contains(where: { units == Units(whole: $0) }) else { return nil }
        let known = ([1] + ways).uniqued.map(String.init).listed("or")
        return .wrong(
            .lineUnits, row: line.row,
            "\(line.code ?? ""): \(units) units fit no way of counting: \(known).",
            remedy: "Enter what the payer counts: 1, the containers, or the milligrams. The volume is the NDC quantity."
        )
    }

    private func containers(of line: LineFacts) -> [Int] {
        guard let quantity = line.line.ndcQuantity.value, quantity.thousandths > 0 else { return [] }
        switch line.line.ndcUnit.value {
        case .units: return [roundedUp(quantity.thousandths, by: 1000)]
        case .milliliters:
            return line.product?.volumeThousandths.map { [roundedUp(quantity.thousandths, by: $0)] } ?? []
        default: return []
        }
    }

    /// The dose of the field, else those of the texts, and the milligrams that the NDC quantity holds.
    private func milligrams(of line: LineFacts) -> [Int] {
        let stated = texts(of: line).flatMap(\.read.doses)
        let doses =
            dose(of: line).map { [$0.dose.micrograms] } ?? (stated.isEmpty ? [] : stated + [stated.reduce(0, +)])
        return (doses + billedMicrograms(of: line)).flatMap { [roundedUp($0, by: 1000), max(1, ($0 + 500) / 1000)] }
    }

    private func billedMicrograms(of line: LineFacts) -> [Int] {
        guard let quantity = line.line.ndcQuantity.value, quantity.thousandths < 1_000_000_000 else { return [] }
        switch line.line.ndcUnit.value {
        case .milligrams: return [quantity.thousandths]
        case .milliliters: return line.product?.microgramsPerMilliliter.map { [quantity.thousandths * $0 / 1000] } ?? []
        default: return []
        }
    }

    func roundedUp(_ number: Int, by step: Int) -> Int {
        let (whole, rest) = number.quotientAndRemainder(dividingBy: max(step, 1))
        return rest > 0 ? whole + 1 : max(whole, 1)
    }
}
