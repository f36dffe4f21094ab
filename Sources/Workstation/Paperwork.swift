/// What Ctrl-T shows.
public enum Preview: CaseIterable, Hashable, Sendable {
    case summary, cms1500, professional, query, changes, arrived
}

extension Preview {
    public var title: String {
        switch self {
        case .summary: "Summary"
        case .cms1500: "CMS-1500 boxes"
        case .professional: "837P text"
        case .query: "Provider query"
        case .changes: "What changed since it was submitted"
        case .arrived: "What came with the file"
        }
    }

    /// What is printed from it; `nil` for what goes into a file or is only read.
    var paperwork: Paperwork? {
        switch self {
        case .summary: .summary
        case .cms1500: .cms1500
        case .query: .query
        case .professional, .changes, .arrived: nil
        }
    }

    /// What the same key shows next.
    var next: Preview {
        switch self {
        case .cms1500: .professional
        case .professional: .summary
        case .summary, .query, .changes, .arrived: .cms1500
        }
    }
}

/// What Ctrl-P prints.
public enum Paperwork: String, CaseIterable, Hashable, Sendable {
    case summary
    /// On the preprinted form.
    case cms1500
    /// With its boxes.
    case plainCMS1500
    case query
    case statement
    case authorizationPacket, attachmentPacket, appealPacket

    /// What it is called in a sentence.
    public var title: String {
        switch self {
        case .summary: "summary"
        case .cms1500: "CMS-1500 on the preprinted form"
        case .plainCMS1500: "CMS-1500 with its boxes, on plain paper"
        case .query: "provider query"
        case .statement: "patient statement"
        case .authorizationPacket: "packet for an authorization"
        case .attachmentPacket: "packet of attachments"
        case .appealPacket: "packet for an appeal"
        }
    }
}

public enum PrintTarget: Hashable, Sendable {
    /// A printer by its name; the system's default without one. Drawn pages go there as a PDF.
    case printer(String?, isDrawn: Bool = false)
    /// A PDF where its name ends so.
    case file(String, replaces: Bool)
}

/// The printers that the person can choose from.
public struct Printers: Hashable, Sendable {
    /// `nil` until the system has answered.
    public var names: [String]?
    /// Why there are none.
    public var fault: String?
    /// The one that was used last; `nil` for the system's default.
    public var chosen: String?
    /// Whether it got drawn pages.
    public var isDrawn: Bool

    public init(names: [String]? = nil, fault: String? = nil, chosen: String? = nil, isDrawn: Bool = false) {
        self.names = names
        self.fault = fault
        self.chosen = chosen
        self.isDrawn = isDrawn
    }
}
