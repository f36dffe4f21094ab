import ClaimModel
import CodeSets

extension Chapter {
    /// Whether the FDA lists the NDC, and when it is marketed.
    static let drugListing = Chapter("Drug identification: the FDA's listing") {
        Rule(
            "ND-009", "The NDC is listed on the date of service",
            fault: "NDC not listed on the date of service", .warning,
            note: "An error under a policy that requires an NDC that the FDA lists (ndc_listed).",
            prevents: [.carc("16"), .rarc("M119")], source: .openFDA, .verified,
            reads: [.lineNDC, .lineFrom, .payerPolicy],
            accepts: { [.drawn(from: "71872-7296-1", "0.35")] },
            rejects: { [.drawn(from: "71872-7296-1", "0.35").with(.lineFrom, row: 1, "01/05/2027")] },
            alongside: ["AU-003", "TM-007", "RX-013"]
        ) { claim in
            claim.lines.compactMap { claim.unmarketedNDC($0) }
        }
        Rule(
            "ND-020", "The NDC is in the FDA's directory",
            fault: "NDC not in the FDA's directory", .warning,
            note: "Checked if the directory is loaded and was published by the date of service; not for compounded or "
                + "outsourced drugs. An error under a policy that requires an NDC that the FDA lists (ndc_listed).",
            prevents: [.carc("16"), .rarc("M119")], rejectedAs: ["218"], source: .openFDA, .general,
            reads: [
                .lineNDC, .lineFrom, .lineProcedure, .lineInvoice, .lineDrugName, .lineNarrative, .lineDescription,
                .payerPolicy,
            ],
            accepts: {
                [
                    .sample.loading(.directory), .drawn(from: "12345-6789-01", "0.7"),
                    .drawn(from: "12345-6789-01", "0.7").dated("10/20/2026").loading(.directory),
                    .drawn(from: "12345-6789-01", "0.7").with(.lineProcedure, row: 1, "J7999").loading(.directory),
                    .drawn(from: "12345-6789-01", "0.7")
                        .with(.lineNarrative, row: 1, "KETAMINE HCL 50MG/ML 35MG IV, 503B OUTSOURCED").loading(
                            .directory),
                ]
            },
            rejects: { [.drawn(from: "12345-6789-01", "0.7").loading(.directory)] },
            alongside: ["ND-007"]
        ) { claim in
            claim.lines.compactMap { claim.unlistedNDC($0) }
        }
    }
}

extension ClaimFacts {
    /// A product that was not yet marketed on the date of service, or no longer listed.
    func unmarketedNDC(_ line: LineFacts) -> Problem? {
        guard let product = line.product, let day = line.day else { return nil }
        if let last = product.listingExpires, day > last {
            return self.notListed(line, "FDA listing of \(product.label) ended \(last); service was \(day).")
        }
        guard let first = product.marketedFrom, day < first, books.drugDirectory(on: day) != nil, !line.isCompounded
        else { return nil }
        return self.notListed(line, "\(product.label) was first marketed \(first); service was \(day).")
    }

    /// A product that is not in the FDA's directory of that date.
    func unlistedNDC(_ line: LineFacts) -> Problem? {
        guard line.product == nil, let ndc = line.line.ndc.value, let day = line.day, !line.isCompounded,
            let directory = books.drugDirectory(on: day)
        else { return nil }
        return self.notListed(line, "NDC \(ndc.dashed) is not in the FDA directory (\(directory.name)).")
    }

    private func notListed(_ line: LineFacts, _ message: String) -> Problem {
        let isRefused = policy.value(of: \.requiresListedNDC) == true
        return .conflict(
            .lineNDC, row: line.row, with: [Place(.lineFrom, row: line.row)],
            severity: isRefused ? policy.limit(.error, by: \.requiresListedNDC) : nil, message,
            remedy: "Check the container's label: payers may deny an NDC that is not listed.",
            evidence: isRefused ? [self.policyEvidence(\.requiresListedNDC)] : [])
    }
}

extension LineFacts {
    /// Whether the drug comes from a pharmacy that compounds it or from an outsourcing facility: such products need no listing
    /// of their own.
    fileprivate var isCompounded: Bool {
        code == "J7999" || !line.invoice.isEmpty || product?.kind == .bulk
            || entry?.label.holdsInAnyCase("COMPOUNDED PRODUCT") == true
            || [line.drugName.text, line.narrative.text, line.description.text].contains { text in
                ["COMPOUND", "OUTSOURC", "503A", "503B"].contains { text.holdsInAnyCase($0) }
            }
    }
}
