import ClaimModel
import ClaimRules
import TerminalKit

@testable import Workstation

/// A claim that two desks want.
enum Turns {
    static let dana = HeldElsewhere(person: "Dana", desk: "FRONT-DESK", since: "10:42")
    static let claim = ClaimExample.incompleteCodes.draft

    /// A desk at which the claim is read, since Dana has it open.
    static func reading(_ size: Size = Workstation.smallest, status: ClaimStatus = .flagged) throws -> TestDesk {
        try TestDesk(size).take(
            .opened(OpenedClaim(draft: claim, status: status, history: [], isNew: false, holder: dana)))
    }

    /// A desk that has asked for it.
    static func waiting(because reason: String = "x", _ size: Size = Workstation.smallest) throws -> TestDesk {
        try reading(size).press(.alt("a")).type(reason).press(.enter)
            .take(.turn(id: claim.id, .waiting(reason: reason)))
    }

    /// A desk that has it, and is asked for it by Dana.
    static func asked(_ size: Size = Workstation.smallest) throws -> TestDesk {
        try TestDesk(open: claim, size).take(
            .turn(id: claim.id, .asked(by: dana, reason: "Payer is on the phone")))
    }
}

extension TestDesk {
    var turnSteps: [TurnStep] { effects.compactMap { if case .turn(_, let step) = $0 { step } else { nil } } }

    var saves: Int { effects.count { if case .save = $0 { true } else { false } } }
}
