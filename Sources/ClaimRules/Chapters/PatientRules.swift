import ClaimModel

extension Chapter {
    static let patient = Chapter("Patient") {
        Rule(
            "PT-001", "The patient's last and first name are given as on the card", .error,
            prevents: [.carc("16"), .rarc("MA36")], rejectedAs: ["125"], source: .cms1500, .general,
            reads: [.patientLastName, .patientFirstName],
            accepts: { [.sample, .sample.with(.patientLastName, "O'Brien-Núñez")] },
            rejects: { [.sample.without(.patientLastName), .sample.with(.patientFirstName, "Dana2")] }
        ) { claim in
            claim.problems(with: [.patientLastName, .patientFirstName], remedy: "Enter the name as printed on the card.")
        }
    }
}
