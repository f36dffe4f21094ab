import ClaimModel

/// The form in which answers are kept: members in snake case, codes and dates as texts, amounts in cents.
///
/// Answers that an earlier version kept have no `account`; everything that came later is optional too.
extension ClaimAnswer: Codable {
    private enum Key: String, CodingKey {
        case kind, account, status, date, processed, payment, charge, paid
        case adjustments, codes, statuses, lines, segments, reference
        case messages, contacts, corrected, paper
        case forwardedTo = "forwarded_to"
        case payerControlNumber = "payer_control_number"
        case patientResponsibility = "patient_responsibility"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) throws -> String { try values.decodeIfPresent(String.self, forKey: key) ?? "" }
        self.init(try values.decode(Kind.self, forKey: .kind), account: try text(.account))
        status = try values.decodeIfPresent(ClaimStatus.self, forKey: .status)
        date = try values.decodeIfPresent(String.self, forKey: .date).flatMap { Day(iso: $0) }
        (processed, payment, forwardedTo) = (try text(.processed), try text(.payment), try text(.forwardedTo))
        payerControlNumber = try text(.payerControlNumber)
        charge = try values.amountIfPresent(.charge)
        paid = try values.amountIfPresent(.paid)
        patientResponsibility = try values.amountIfPresent(.patientResponsibility)
        adjustments = try values.decode([Adjustment].self, forKey: .adjustments)
        codes = try values.decode([AnswerCode].self, forKey: .codes)
        statuses = try values.decode([String].self, forKey: .statuses)
        lines = try values.decode([AnsweredLine].self, forKey: .lines)
        segments = try values.decodeIfPresent([AnsweredSegment].self, forKey: .segments) ?? []
        reference = try values.decodeIfPresent(AnswerReference.self, forKey: .reference) ?? AnswerReference()
        messages = try values.decodeIfPresent([String].self, forKey: .messages) ?? []
        contacts = try values.decodeIfPresent([PayerContact].self, forKey: .contacts) ?? []
        corrected = try values.decodeIfPresent(CorrectedPerson.self, forKey: .corrected)
        paper = try values.decodeIfPresent(PaperPosting.self, forKey: .paper)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(kind, forKey: .kind)
        try values.encode(account, forKey: .account)
        try values.encodeIfPresent(status, forKey: .status)
        try values.encodeIfPresent(date?.iso, forKey: .date)
        try values.encode(processed, forKey: .processed)
        try values.encode(payment, forKey: .payment)
        try values.encode(forwardedTo, forKey: .forwardedTo)
        try values.encode(payerControlNumber, forKey: .payerControlNumber)
        try values.encodeIfPresent(charge, forKey: .charge)
        try values.encodeIfPresent(paid, forKey: .paid)
        try values.encodeIfPresent(patientResponsibility, forKey: .patientResponsibility)
        try values.encode(adjustments, forKey: .adjustments)
        try values.encode(codes, forKey: .codes)
        try values.encode(statuses, forKey: .statuses)
        try values.encode(lines, forKey: .lines)
        try values.encode(segments, forKey: .segments)
        if reference != AnswerReference() { try values.encode(reference, forKey: .reference) }
        try values.encode(messages, forKey: .messages)
        try values.encode(contacts, forKey: .contacts)
        try values.encodeIfPresent(corrected, forKey: .corrected)
        try values.encodeIfPresent(paper, forKey: .paper)
    }
}

extension AnsweredLine: Codable {
    private enum Key: String, CodingKey {
        case procedure, units, charge, paid, control, adjustments, codes, statuses, messages
        case billedProcedure = "billed_procedure"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            procedure: try values.decode(String.self, forKey: .procedure),
            charge: try values.amountIfPresent(.charge),
            paid: try values.amountIfPresent(.paid))
        billedProcedure = try values.decodeIfPresent(String.self, forKey: .billedProcedure) ?? ""
        units = try values.decodeIfPresent(String.self, forKey: .units)
        control = try values.decode(String.self, forKey: .control)
        adjustments = try values.decode([Adjustment].self, forKey: .adjustments)
        codes = try values.decode([AnswerCode].self, forKey: .codes)
        statuses = try values.decode([String].self, forKey: .statuses)
        messages = try values.decodeIfPresent([String].self, forKey: .messages) ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(procedure, forKey: .procedure)
        try values.encode(billedProcedure, forKey: .billedProcedure)
        try values.encodeIfPresent(units, forKey: .units)
        try values.encodeIfPresent(charge, forKey: .charge)
        try values.encodeIfPresent(paid, forKey: .paid)
        try values.encode(control, forKey: .control)
        try values.encode(adjustments, forKey: .adjustments)
        try values.encode(codes, forKey: .codes)
        try values.encode(statuses, forKey: .statuses)
        try values.encode(messages, forKey: .messages)
    }
}

extension AnsweredSegment: Codable {
    private enum Key: String, CodingKey {
        case element, code, field, line
        case message = "words"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let row = max(1, try values.decodeIfPresent(Int.self, forKey: .line) ?? 1) - 1
        let field = try values.decodeIfPresent(String.self, forKey: .field).flatMap(Field.named)
        self.init(
            element: try values.decode(String.self, forKey: .element),
            code: try values.decode(String.self, forKey: .code),
            message: try values.decode(String.self, forKey: .message),
            place: field.map { Place($0, row: row) })
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(element, forKey: .element)
        try values.encode(code, forKey: .code)
        try values.encode(message, forKey: .message)
        try values.encodeIfPresent(place?.field.id, forKey: .field)
        try values.encodeIfPresent(place?.number, forKey: .line)
    }
}

/// As `storedText` writes it.
extension AnswerCode: Codable {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.singleValueContainer()
        let text = try values.decode(String.self)
        guard let code = AnswerCode(text: text) else {
            throw DecodingError.dataCorruptedError(in: values, debugDescription: "not a code of a payer")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.singleValueContainer()
        try values.encode(storedText)
    }
}
