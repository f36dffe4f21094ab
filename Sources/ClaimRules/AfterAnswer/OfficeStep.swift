public import ClaimModel

/// What the office does with a claim besides submitting and printing it.
public enum OfficeStep: Hashable, Sendable {
    case appeal
    case writeOff(reason: String)
    /// Takes back a write-off or an appeal.
    case reopen
    /// `nil` releases the claim.
    case followUp(Day?)
    /// Deletes the EOB that was posted last.
    case unpost
    case patientPaid(PatientPayment)
    /// Takes back the payment of the patient that was recorded last.
    case undoPatientPayment
}
