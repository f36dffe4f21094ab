/// How claims go to the clearinghouse and answers come back, as it is written in the configuration file.
public struct ClearinghouseSetup: Hashable, Sendable {
    public enum Item: String, CaseIterable, Hashable, Sendable {
        case senderQualifier, sender, receiverName, receiverQualifier, receiver, usage
        case inbox, inboxTakes, archive, archiveDays, outbox, outboxDays
    }

    /// What is wrong with the text of an item.
    public struct Fault: Hashable, Sendable {
        public let message: String
        /// Whether nothing more that is typed can make it right.
        public let isFinal: Bool

        public init(_ message: String, isFinal: Bool = false) { (self.message, self.isFinal) = (message, isFinal) }
    }

    /// Blank where nothing is set.
    public var texts: [Item: String]

    public init(_ texts: [Item: String] = [:]) { self.texts = texts.filter { !$0.value.isEmpty } }

    public subscript(item: Item) -> String {
        get { texts[item] ?? "" }
        set { texts[item] = newValue.isEmpty ? nil : newValue }
    }
}

extension ClearinghouseSetup.Item {
    var label: String {
        switch self {
        case .senderQualifier: "Sender qualifier"
        case .sender: "Sender ID"
        case .receiverName: "Receiver"
        case .receiverQualifier: "Receiver qualifier"
        case .receiver: "Receiver ID"
        case .usage: "Test or production"
        case .inbox: "Inbox"
        case .inboxTakes: "Responses taken"
        case .archive: "Archive"
        case .archiveDays: "Archive days"
        case .outbox: "Outbox"
        case .outboxDays: "Outbox days"
        }
    }

    var help: String {
        switch self {
        case .senderQualifier: "What kind of ID it is (ISA05): ZZ mutually defined, 30 tax number, 01 DUNS, …"
        case .sender: "Your ID at the clearinghouse, 2 to 15 characters (ISA06, GS02)."
        case .receiverName: "The clearinghouse's name, as it goes into each file (1000B NM103)."
        case .receiverQualifier: "What kind of ID it is (ISA07): ZZ mutually defined, 30 tax number, 01 DUNS, …"
        case .receiver: "The clearinghouse's ID, 2 to 15 characters (ISA08, GS03)."
        case .usage: "test or production (ISA15): a test file is not paid."
        case .inbox: "The folder that the clearinghouse's download program fills; blank: one in the data folder."
        case .inboxTakes: "by_key (Alt-i on the worklist) or by_itself, as soon as a file is complete; blank: by_key."
        case .archive: "Where files go that were taken; blank: a folder in the data folder."
        case .archiveDays: "Days until a file of the archive is deleted; blank: never."
        case .outbox: "Where submissions are written; blank: the folder that CleanClaim was started in."
        case .outboxDays: "Days until a submitted file is deleted, if every claim in it has its answer; blank: never."
        }
    }

    /// The most characters that can be typed.
    var limit: Int {
        switch self {
        case .inbox, .archive, .outbox: 200
        case .receiverName: 80
        default: 30
        }
    }
}
