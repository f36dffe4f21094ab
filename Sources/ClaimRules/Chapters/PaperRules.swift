import ClaimModel
import CodeSets

extension Chapter {
    /// What only the CMS-1500 asks for, where the payer's policy says that claims go on paper.
    static let paper = Chapter("Paper form") {
        Rule(
            "FM-008", "On paper, box 10 is answered",
            fault: "Box 10 not answered on a paper claim", .warning,
            prevents: [.carc("16")], source: .cms1500, .general,
            reads: [.employmentRelated, .autoAccident, .otherAccident, .payerPolicy],
            accepts: { [.sample.without(.autoAccident), .sample.onPaper] },
            rejects: { [.sample.onPaper.without(.autoAccident)] }
        ) { claim in
            guard claim.goesOnPaper else { return [] }
            return claim.problems(
                with: [.employmentRelated, .autoAccident, .otherAccident],
                remedy: "Answer 10a to 10c with Y or N: the paper form is returned if one is blank.")
        }
        Rule(
            "FM-009", "On paper, box 31 is dated",
            fault: "Box 31 without date on a paper claim", .warning,
            prevents: [.carc("16"), .rarc("MA70")], source: .cms1500, .general,
            reads: [.providerSignatureDate, .payerPolicy],
            accepts: { [.sample, .sample.onPaper] },
            rejects: { [.sample.onPaper.without(.providerSignatureDate)] }
        ) { claim in
            guard claim.goesOnPaper else { return [] }
            return claim.missing(
                .providerSignatureDate, "Box 31 has no date; the paper form needs one.",
                remedy: "Enter the date the provider signed.")
        }
        Rule(
            "FM-010", "On paper, the payer has an address",
            fault: "Payer address missing on a paper claim", .warning,
            prevents: [.carc("16")], source: .cms1500, .general,
            reads: AddressFields.payer.all + [.payerPolicy],
            accepts: { [.sample, .sample.onPaper] }, rejects: { [.sample.onPaper.without(.payerZIP)] }
        ) { claim in
            guard claim.goesOnPaper else { return [] }
            let address = AddressFacts(.payer, of: claim.draft)
            return claim.incompleteness(of: address, remedy: "Enter where the payer wants paper claims: see the card.")
                + claim.misplacements(in: address)
        }
        Rule(
            "FM-011", "On paper, the billing name fits box 33",
            fault: "Billing name too long for box 33", .warning,
            prevents: [.carc("16"), .rarc("N257")], source: .cms1500, .general,
            reads: [.billingName, .billingFirstName, .payerPolicy],
            accepts: { [.sample, .sample.onPaper] },
            rejects: { [.sample.onPaper.with(.billingName, "Lakeside Behavioral Health LLC")] }
        ) { claim in
            let names = [claim.draft.billing.name.value?.text, claim.draft.billing.firstName.value?.text]
            let count = names.compactMap(\.self).joined(separator: ", ").count
            guard claim.goesOnPaper, count > 29 else { return [] }
            return [
                .wrong(
                    .billingName, "Box 33 holds 29 characters; the billing name has \(count).",
                    remedy: "Enter the short name under which the payer has enrolled the practice.")
            ]
        }
        Rule(
            "FM-012", "On paper, box 20 is Y only with a test",
            fault: "Box 20 is Y without a test on a paper claim", .warning,
            prevents: [.carc("16")], source: .cms1500, .general,
            reads: [.outsideLab, .lineProcedure, .payerPolicy],
            accepts: { [.sample, .sample.onPaper, .sample.onPaper.withService("80053").with(.outsideLab, "Y")] },
            rejects: { [.sample.onPaper.with(.outsideLab, "Y")] },
            alongside: ["PX-046"]
        ) { claim in
            guard claim.goesOnPaper, claim.draft.identity.outsideLab.value == .yes,
                !claim.lines.contains(where: { !$0.kinds.isDisjoint(with: [.laboratory, .imaging]) })
            else { return [] }
            return [
                .wrong(
                    .outsideLab, "Box 20 is Y, but no line is a test.",
                    remedy: "Answer N or leave it blank unless an outside laboratory did a test.",
                    fixes: [.replace(.outsideLab, with: "N")])
            ]
        }
    }
}

extension ClaimFacts {
    /// Whether the payer's policy says that claims go on paper.
    fileprivate var goesOnPaper: Bool { policy.value(of: \.paperClaims) == true }
}

extension ClaimExample {
    /// The same to a payer that takes paper, complete for it.
    fileprivate var onPaper: ClaimExample {
        with(.providerSignatureDate, "11/10/2026").with(.payerStreet, "PO Box 94917").with(.payerCity, "Cleveland")
            .with(.payerState, "OH").with(.payerZIP, "44101-4917").with(.billingName, "Lakeside Behavioral Health")
            .whenPolicy { $0.paperClaims = Setting(true) }
    }
}
