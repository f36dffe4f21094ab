/// One diagnosis of the claim; its letter is its row.
public typealias DiagnosisRow = Boxed<DiagnosisRowEntries>

/// What is keyed of it.
public struct DiagnosisRowEntries: RowPart {
    public static let blank = DiagnosisRow(DiagnosisRowEntries())
    static let part = Part.diagnosis
    static var rows: WritableKeyPath<DraftContents, [DiagnosisRow]> { \.diagnoses }

    /// ICD-10-CM, with or without the dot: `F33.2`.
    public var code = Entry<DiagnosisCode>()
}

extension DiagnosisRow {
    /// `A` for row 0 to `L` for row 11.
    public static func letter(of row: Int) -> Character {
        Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(clamping: min(max(row, 0), 11))))
    }
}

/// A treatment tried before.
public typealias TreatmentTrial = Boxed<TreatmentTrialEntries>

/// What is keyed of it.
public struct TreatmentTrialEntries: RowPart {
    public static let blank = TreatmentTrial(TreatmentTrialEntries())
    static let part = Part.trial
    static var rows: WritableKeyPath<DraftContents, [TreatmentTrial]> { \.trials }

    /// What was tried: a drug by its name, or a therapy.
    public var drug = Entry<ShortText>()
    /// SSRI, SNRI, TCA and so on.
    public var drugClass = Entry<DrugClass>()
    /// The highest dose taken, as the chart writes it.
    public var dose = Entry<ShortText>()
    /// The day it began.
    public var start = Entry<Day>()
    /// The day it ended; blank if it goes on.
    public var stop = Entry<Day>()
    /// How long it was taken, if the chart has weeks and not dates.
    public var weeks = Entry<Count>()
    /// Failed, partial, intolerant or responded.
    public var outcome = Entry<TrialOutcome>()
    /// Y if it was added to an antidepressant.
    public var isAugmentation = Entry<YesNo>()
}

/// A symptom score on one day.
public typealias SymptomScore = Boxed<SymptomScoreEntries>

/// What is keyed of it.
public struct SymptomScoreEntries: RowPart {
    public static let blank = SymptomScore(SymptomScoreEntries())
    static let part = Part.score
    static var rows: WritableKeyPath<DraftContents, [SymptomScore]> { \.scores }

    /// PHQ-9, MADRS, HAM-D or QIDS.
    public var instrument = Entry<Instrument>()
    /// The day of the score.
    public var date = Entry<Day>()
    /// The nine answers, 0 to 3 each: 333322321.
    public var items = Entry<PHQ9Items>()
    /// The total, if the items are not keyed.
    public var total = Entry<ScoreTotal>()
}

/// A document that goes with the claim.
public typealias Attachment = Boxed<AttachmentEntries>

/// What is keyed of it.
public struct AttachmentEntries: RowPart {
    public static let blank = Attachment(AttachmentEntries())
    static let part = Part.attachment
    static var rows: WritableKeyPath<DraftContents, [Attachment]> { \.attachments }

    /// What is attached: M1 medical record, OZ support data and so on (PWK01).
    public var type = Entry<AttachmentType>()
    /// How it goes to the payer: AA on request, BM mail, EL electronic, EM e-mail, FX fax, FT file (PWK02).
    public var transmission = Entry<AttachmentTransmission>()
    /// The number written on the attachment, so that the payer can match it.
    public var controlNumber = Entry<ControlNumber>()
}

extension Field {
    /// `diagnosis.code`: box 21, 2300 HI 02.
    public static let diagnosisCode = Field(
        "diagnosis.code", "Diagnosis", name: .asLabeled, box: "21", element: "2300 HI 02", in: DiagnosisRow.self,
        { $0.code = $1 }, { $0.code.typed },
        keyed: .diagnosis, asked: .always, lookUp: .diagnoses, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "ICD-10-CM, with or without the dot. F2 searches by words.")
    /// `trial.drug`: on neither form.
    public static let trialDrug = Field(
        "trial.drug", "Drug or therapy", name: .asLabeled, in: TreatmentTrial.self, { $0.drug = $1 }, { $0.drug.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The drug or therapy tried before, by name: sertraline, ECT.")
    /// `trial.class`: on neither form.
    public static let trialClass = Field(
        "trial.class", "Class", name: .asLabeled, in: TreatmentTrial.self, { $0.drugClass = $1 },
        { $0.drugClass.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "SSRI, SNRI, TCA, … F2 lists them.")
    /// `trial.dose`: on neither form.
    public static let trialDose = Field(
        "trial.dose", "Dose", name: .asLabeled, in: TreatmentTrial.self, { $0.dose = $1 }, { $0.dose.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The highest dose taken.")
    /// `trial.start`: on neither form.
    public static let trialStart = Field(
        "trial.start", "Start", name: .asLabeled, in: TreatmentTrial.self, { $0.start = $1 }, { $0.start.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "When it began.")
    /// `trial.stop`: on neither form.
    public static let trialStop = Field(
        "trial.stop", "Stop", name: .asLabeled, in: TreatmentTrial.self, { $0.stop = $1 }, { $0.stop.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "When it ended.")
    /// `trial.weeks`: on neither form.
    public static let trialWeeks = Field(
        "trial.weeks", "Weeks", name: .asLabeled, in: TreatmentTrial.self, { $0.weeks = $1 }, { $0.weeks.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "How long it was taken, if the chart has weeks and not dates.")
    /// `trial.outcome`: on neither form.
    public static let trialOutcome = Field(
        "trial.outcome", "Outcome", name: .asLabeled, in: TreatmentTrial.self, { $0.outcome = $1 },
        { $0.outcome.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Failed, partial, intolerant or responded.")
    /// `trial.augmentation`: on neither form.
    public static let trialAugmentation = Field(
        "trial.augmentation", "Augmentation", name: .asLabeled, in: TreatmentTrial.self, { $0.isAugmentation = $1 },
        { $0.isAugmentation.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "Y if it was added to an antidepressant.")
    /// `score.instrument`: on neither form.
    public static let scoreInstrument = Field(
        "score.instrument", "Instrument", name: .asLabeled, in: SymptomScore.self, { $0.instrument = $1 },
        { $0.instrument.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clinical, saidBy: .office,
        "PHQ9, MADRS, HAMD or QIDS.")
    /// `score.date`: on neither form.
    public static let scoreDate = Field(
        "score.date", "Date", name: .asLabeled, in: SymptomScore.self, { $0.date = $1 }, { $0.date.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The date of the score.")
    /// `score.items`: on neither form.
    public static let scoreItems = Field(
        "score.items", "PHQ-9 items", name: .asLabeled, in: SymptomScore.self, { $0.items = $1 }, { $0.items.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The nine answers, 0 to 3 each: 333322321.")
    /// `score.total`: on neither form.
    public static let scoreTotal = Field(
        "score.total", "Total", name: .asLabeled, in: SymptomScore.self, { $0.total = $1 }, { $0.total.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The total, if the items are not keyed.")
    /// `attachment.type`: 2300 PWK01.
    public static let attachmentType = Field(
        "attachment.type", "Attachment", name: .asLabeled, element: "2300 PWK01", in: Attachment.self, { $0.type = $1 },
        { $0.type.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .office,
        "What is attached: M1 medical record, OZ support data, … F2 lists them.")
    /// `attachment.transmission`: 2300 PWK02.
    public static let attachmentTransmission = Field(
        "attachment.transmission", "Sent by", name: .asLabeled, element: "2300 PWK02", in: Attachment.self,
        { $0.transmission = $1 }, { $0.transmission.typed },
        keyed: .documentation, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .office,
        "AA on request, BM mail, EL electronic, EM e-mail, FX fax, FT file.")
    /// `attachment.control`: 2300 PWK06.
    public static let attachmentControl = Field(
        "attachment.control", "Control no.", name: .asLabeled, element: "2300 PWK06", in: Attachment.self,
        { $0.controlNumber = $1 }, { $0.controlNumber.typed },
        keyed: .documentation, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "The number written on the attachment, so that the payer can match it.")
}

extension FieldGroup {
    package static let diagnosis = FieldGroup("Diagnoses", [[.diagnosisCode]])
    package static let trial = FieldGroup(
        "Prior treatments", isPersonal: true,
        [
            [
                .trialDrug, .trialClass, .trialDose, .trialStart, .trialStop, .trialWeeks, .trialOutcome,
                .trialAugmentation,
            ]
        ])
    package static let score = FieldGroup(
        "Symptom scores", isPersonal: true, [[.scoreInstrument, .scoreDate, .scoreItems, .scoreTotal]])
    package static let attachment = FieldGroup(
        "Attachments", isPersonal: true, [[.attachmentType, .attachmentTransmission, .attachmentControl]])
}
