/// Who has a claim open elsewhere.
public struct HeldElsewhere: Hashable, Sendable {
    /// `""` where it is not known.
    public let person: String
    public let desk: String
    /// `10:42`, with the day where that is another one.
    public let since: String

    public init(person: String, desk: String, since: String) {
        (self.person, self.desk, self.since) = (person, desk, since)
    }

    /// `DANA`
    var name: String { person.isEmpty ? "Another window" : person }
    /// `DANA at FRONT-DESK`
    var place: String { person.isEmpty ? "another window" : "\(person) at \(desk)" }
    /// `DANA has this claim open at FRONT-DESK since 10:42.`
    var sentence: String { "\(name) has this claim open\(person.isEmpty ? "" : " at \(desk)") since \(since)." }
}

/// Whose turn it is to change a claim that is open here.
enum Turn: Hashable, Sendable {
    case ours
    /// Ours, and somebody asks for it.
    case asked(by: HeldElsewhere, reason: String)
    case theirs(HeldElsewhere)
    /// Theirs: they were asked for it, and have not answered yet.
    case waiting(HeldElsewhere, reason: String)
    /// Theirs: they have not answered in time.
    case unanswered(HeldElsewhere, reason: String)
    /// Theirs until a moment ago, and nobody's now.
    case free

    /// Whether the key that asks for the claim does something.
    var mayBeAsked: Bool {
        switch self {
        case .theirs, .unanswered, .free: true
        case .ours, .asked, .waiting: false
        }
    }

    /// Whether it is only read here.
    var isTheirs: Bool {
        switch self {
        case .theirs, .waiting, .unanswered, .free: true
        case .ours, .asked: false
        }
    }

    var holder: HeldElsewhere? {
        switch self {
        case .theirs(let holder), .waiting(let holder, _), .unanswered(let holder, _): holder
        case .ours, .asked, .free: nil
        }
    }
}

/// What has become of the turn at a claim that is open here.
public enum TurnNews: Sendable {
    /// Somebody asks for the claim, which can be changed here.
    case asked(by: HeldElsewhere, reason: String)
    /// They ask no longer.
    case withdrawn
    /// It was given to who asked for it.
    case given(to: HeldElsewhere)
    /// Somebody has taken it over.
    case taken(by: HeldElsewhere)
    /// Who has it open is another one, or nobody.
    case held(by: HeldElsewhere?)
    /// It was deleted.
    case gone
    /// It was saved there.
    case saved(OpenedClaim)
    /// Who has it open was asked for it.
    case waiting(reason: String)
    /// They keep it.
    case refused
    /// They have not answered in time.
    case unanswered
    /// It can be changed here now, as it was saved last.
    case ours(OpenedClaim)
}

/// What is to be done about the turn at a claim.
public enum TurnStep: Hashable, Sendable {
    case ask(reason: String)
    case give
    case keep
    /// Takes a claim that was asked for; `nil` for one that nobody has.
    case take(reason: String?)
    /// Reads it again.
    case read
}

extension TurnNews {
    /// How long an answer is waited for, in seconds.
    public static let patience = 60
}
