public import ClaimModel

extension ClaimAnswer {
    /// The status that a remittance by itself gives its claim: CLP02 (X12 list 1029) with the amounts; `nil` where it
    /// decides nothing, such as an estimate (25).
    ///
    /// A later payer that has nothing to pay after the others (CARC 23, X12 RFI 2143), and a capitated plan (CARC 24), owe
    /// nothing: that is no denial.
    ///
    /// - Parameter isFeeForService: whether the payer pays each service, so that CARC 24 sends the claim to another plan.
    public func decision(isFeeForService: Bool) -> ClaimStatus? {
        switch processed {
        case "4": return results(isFeeForService).allSatisfy { $0 == .capitated } ? .nothingDue : .denied
        case "22": return .reversed
        case "23": return .pending
        case "1", "2", "3", "19", "20", "21": break
        default: return nil
        }
        let results = results(isFeeForService)
        if (paid ?? 0) > 0 { return results.contains(.denied) ? .partlyPaid : .paid }
        if results.contains(.denied) { return .denied }
        if (patientResponsibility ?? 0) > 0 || results.contains(.patients) { return .paid }
        return results.contains { $0 == .nothingDue || $0 == .capitated } ? .nothingDue : .denied
    }

    /// What of it is denied: all of a denied claim, the denied lines of one that is partly paid; `nil` where nothing is.
    public var denied: ClaimAnswer? {
        if status == .denied { return self }
        let lines = lines.filter { result(of: $0, true) == .denied }
        guard status == .partlyPaid, !lines.isEmpty else { return nil }
        var part = self
        (part.lines, part.codes, part.adjustments) = (lines, [], [])
        part.charge = lines.reduce(0) { $0 + ($1.charge ?? 0) }
        return part
    }

    /// Whether a payer after the first one processed it.
    private var isOfLaterPayer: Bool { ["2", "3", "20", "21"].contains(processed) }

    /// What is decided of each line; of the claim as a whole where the answer has none.
    private func results(_ isFeeForService: Bool) -> [LineResult] {
        guard !lines.isEmpty else {
            guard (paid ?? 0) <= 0 else { return [.paid] }
            if (patientResponsibility ?? 0) > 0 { return [.patients] }
            return [result(of: adjustments, isFeeForService)]
        }
        return lines.map { result(of: $0, isFeeForService) }
    }

    private func result(of line: AnsweredLine, _ isFeeForService: Bool) -> LineResult {
        guard (line.paid ?? 0) == 0, (line.charge ?? 0) > 0 else { return .paid }
        return result(of: line.adjustments.isEmpty ? adjustments : line.adjustments, isFeeForService)
    }

    /// Of what is not paid.
    private func result(of adjustments: [Adjustment], _ isFeeForService: Bool) -> LineResult {
        if adjustments.contains(where: \.isPatients) { return .patients }
        let isCapitated = !isFeeForService && adjustments.contains(where: \.isCapitation)
        let isSettled = adjustments.allSatisfy {
            $0.isContractual || isOfLaterPayer && $0.reason == "23" || isCapitated && $0.isCapitation
        }
        guard isSettled, !adjustments.isEmpty else { return .denied }
        if isCapitated { return .capitated }
        return isOfLaterPayer ? .nothingDue : .denied
    }

    private enum LineResult { case paid, patients, nothingDue, capitated, denied }
}

extension [Adjustment] {
    /// What is taken off for good, in cents. Of a service that was paid that is all that is not the patient's; of one that was
    /// not, what contract and law take off (CARC 45, 253), what the payers before have settled (23), and what is paid by the head.
    ///
    /// - Parameter isCapitated: whether the payer paid by the head (CARC 24).
    public func takenOff(paid: Int?, isCapitated: Bool = false) -> Int {
        reduce(0) { sum, adjustment in
            let isPaid = (paid ?? 0) > 0 && adjustment.group != "PR"
            let isSettled = adjustment.isContractual || adjustment.reason == "23" && adjustment.group != "PR"
            return isPaid || isSettled || isCapitated && adjustment.isCapitation ? sum + adjustment.cents : sum
        }
    }
}

extension Adjustment {
    /// What the contract or the law takes off, whoever pays: the fee schedule, sequestration.
    var isContractual: Bool { group != "PR" && ["45", "253"].contains(reason) }
    /// What falls to the patient: deductible, coinsurance, copayment.
    var isPatients: Bool { group == "PR" && ["1", "2", "3"].contains(reason) }
    /// Paid by the head (CARC 24).
    var isCapitation: Bool { group == "CO" && reason == "24" }
}

extension ClaimFacts {
    /// Whether the payer of an answer is Original Medicare or fee-for-service Medicaid: neither pays by the head, and CARC 24
    /// of theirs means that the patient is in a managed-care plan.
    func isFeeForService(_ answer: ClaimAnswer) -> Bool {
        let kinds = [draft.payer.filingIndicator.value, ClaimFilingIndicator(rawValue: answer.reference.filing)]
        if kinds.contains(.medicareAdvantage) || kinds.contains(.healthMaintenance) { return false }
        if kinds.contains(.medicarePartA) || kinds.contains(.medicarePartB) || kinds.contains(.medicaid) { return true }
        return policy.payerType == .medicare || policy.payerType == .medicaid
    }
}
