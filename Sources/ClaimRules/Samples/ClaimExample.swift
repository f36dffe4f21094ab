public import ClaimModel

/// A claim with everything that a rule may look at: the form of a rule's proof, and of the demo.
///
/// Every example is set on one day, so that it means the same for ever.
public struct ClaimExample: Sendable {
    /// What the claim shows.
    public var title: String
    /// With the texts as a person would type them; the sample people are fictitious.
    public var draft: ClaimDraft
    /// The id of the policy that judges it.
    public var policy: String
    /// This patient's other claims.
    public var history: [PriorClaim] = []
    /// This claim as it was submitted before.
    public var sent: [SentVersion] = []
    /// Tables in addition to the shipped ones.
    var tables: [ExampleTable] = []
    /// The policy that has the payer ID, where an example says so.
    var payerIDOwner: String?
    /// Whether the file that it came in has the same claim before.
    var isRepeated = false
    /// How the payer's answer has the patient or the insured.
    var corrected: CorrectedPerson?
    /// What the policy of this example has otherwise than the shipped file.
    var adjustments: [@Sendable (inout Policy) -> Void] = []

    /// The day on which all examples are judged.
    public static let today = Day(number: 20_780)
    /// For typing on the day of all examples.
    public static let parsing = ParsingContext(today: today)

    /// An example without history, never submitted.
    public init(title: String, draft: ClaimDraft, policy: String = "medmutual") {
        self.title = title
        self.draft = draft
        self.policy = policy
    }

    /// The same with another text in one field.
    public func with(_ field: Field, row: Int = 0, _ text: String) -> ClaimExample {
        var copy = self
        copy.draft.type(text, at: Place(field, row: row), in: ClaimExample.parsing)
        return copy
    }

    /// The same with this field blank.
    public func without(_ fields: Field..., row: Int = 0) -> ClaimExample {
        fields.reduce(self) { $0.with($1, row: row, "") }
    }

    /// The same without one service line.
    public func withoutLine(_ row: Int) -> ClaimExample {
        var copy = self
        guard copy.draft.lines.indices.contains(row) else { return copy }
        copy.draft.lines.remove(at: row)
        return copy
    }

    /// The same with another service line at the end, as typed texts.
    public func withLine(_ texts: KeyValuePairs<Field, String>) -> ClaimExample {
        let row = draft.lines.count
        return texts.reduce(self) { $0.with($1.key, row: row, $1.value) }
    }

    /// The same under another payer's policy.
    public func under(_ policy: String) -> ClaimExample {
        var copy = self
        copy.policy = policy
        return copy.with(.payerPolicy, policy)
    }

    /// The same with a payer ID that belongs to this policy.
    func owned(by policy: String) -> ClaimExample {
        var copy = self
        copy.payerIDOwner = policy
        return copy
    }

    /// The same under a policy with one setting changed.
    func whenPolicy(_ change: @escaping @Sendable (inout PolicySettings) -> Void) -> ClaimExample {
        whenPolicyItself { change(&$0.settings) }
    }

    /// The same under a policy that differs in something other than its settings.
    func whenPolicyItself(_ change: @escaping @Sendable (inout Policy) -> Void) -> ClaimExample {
        var copy = self
        copy.adjustments.append(change)
        return copy
    }

    /// The same after another claim of this patient.
    ///
    /// - Parameter isLater: whether that one was entered after this.
    public func after(_ other: ClaimExample, _ status: ClaimStatus, isLater: Bool = false) -> ClaimExample {
        var copy = self
        copy.history.append(PriorClaim(draft: other.draft, status: status, isLater: isLater))
        return copy
    }

    /// The same after the payer said how its file has the patient or the insured.
    func corrected(lastName: String = "", memberID: String = "") -> ClaimExample {
        var copy = self
        copy.corrected = CorrectedPerson(lastName: lastName, firstName: "", middleName: "", memberID: memberID)
        return copy
    }

    /// The same after it was submitted as another example, and answered.
    func onceSent(
        as version: ClaimExample, _ status: ClaimStatus, isBystander: Bool = false
    ) -> ClaimExample {
        var copy = self
        copy.sent.append(
            SentVersion(
                draft: version.draft.renamed(draft.id), interchange: 17, day: ClaimExample.today, status: status,
                isBystander: isBystander))
        return copy
    }
}
