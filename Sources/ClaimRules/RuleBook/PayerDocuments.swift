/// Which documents are one payer's: those are cited under that payer's policy, and elsewhere what a rule rests on in general.
struct PayerDocument: Sendable {
    /// Whose it is.
    let owner: Owner
    /// What is cited on other payers' claims, unless the rule names a better source.
    let elsewhere: Source

    enum Owner: Sendable {
        /// The policy of this id.
        case policy(String)
        /// Medicare and its contractors.
        case medicare
        /// A payer that no shipped policy is of.
        case nobodyHere
    }

    func belongs(to policy: Policy) -> Bool {
        switch owner {
        case .policy(let id): policy.id == id
        case .medicare: policy.payerType == .medicare
        case .nobodyHere: false
        }
    }

    static let all: [Source: PayerDocument] = [
        .article: PayerDocument(owner: .policy("medmutual"), elsewhere: .coveragePractice),
        .bcbsmaAuthorization: PayerDocument(owner: .policy("bcbsma"), elsewhere: .coveragePractice),
        .emerge: PayerDocument(owner: .policy("bcbsma"), elsewhere: .coveragePractice),
        .ameriHealth: PayerDocument(owner: .policy("amerihealth"), elsewhere: .coveragePractice),
        .medica: PayerDocument(owner: .policy("medica"), elsewhere: .coveragePractice),
        .vaGuide: PayerDocument(owner: .policy("va_ccn"), elsewhere: .coveragePractice),
        .palmettoUnclassified: PayerDocument(owner: .medicare, elsewhere: .unclassifiedPractice),
        .wpsUnclassified: PayerDocument(owner: .medicare, elsewhere: .unclassifiedPractice),
        .wastage: PayerDocument(owner: .medicare, elsewhere: .wastagePractice),
        .mue: PayerDocument(owner: .medicare, elsewhere: .ncci),
        .modifier25: PayerDocument(owner: .medicare, elsewhere: .cpt),
        .medicarePartB: PayerDocument(owner: .medicare, elsewhere: .commonPractice),
        .timelyFiling: PayerDocument(owner: .medicare, elsewhere: .filingPractice),
        .bluesNDC: PayerDocument(owner: .nobodyHere, elsewhere: .ndcPractice),
        .mediCalNDC: PayerDocument(owner: .nobodyHere, elsewhere: .ndcPractice),
        .priorityHealth: PayerDocument(owner: .nobodyHere, elsewhere: .ndcPractice),
    ]
}

extension Source {
    /// Whether the document is of the payer whose policy this is.
    func isOwn(of policy: Policy) -> Bool { PayerDocument.all[self]?.belongs(to: policy) == true }
}

extension Rule {
    /// The source of the rule on a claim under this policy: never a document of another payer.
    func citation(under policy: Policy) -> Citation {
        payerDocument?.belongs(to: policy) == false ? citationElsewhere ?? citation : citation
    }

    /// What it cites on the claims of other payers; `nil` where its source is no payer's.
    var citationElsewhere: Citation? {
        payerDocument.map { Citation(source: (elsewhere ?? $0.elsewhere).text, certainty: Certainty.general.label) }
    }
}
