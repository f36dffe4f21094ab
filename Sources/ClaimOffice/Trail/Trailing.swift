public import ClaimModel
public import ClaimStore
import Foundation

/// Whose records of the audit trail are shown.
public enum TrailChoice: Sendable {
    /// An account number, or a claim's id; deleted ones, too.
    case claim(String)
    case person(String)
    /// By the local clock.
    case day(Day)
}

extension Office {
    /// The records of a choice, the earliest first. Whoever reads those of a claim is recorded as well.
    public func trail(of choice: TrailChoice) throws(OfficeFault) -> [TrailRecord] {
        do throws(StoreFault) {
            switch choice {
            case .claim(let name):
                let id = try id(of: name, includingDeleted: true)
                try store.note(.opened, of: id, saying: "audit trail")
                return try store.trail(.claim(id: id))
            case .person(let name): return try store.trail(.person(name))
            case .day(let day): return try store.trail(.between(Today.start(of: day), Today.start(of: day + 1)))
            }
        } catch {
            guard error == .missing, case .claim(let name) = choice else { throw OfficeFault(error) }
            throw Office.noClaim(named: name)
        }
    }
}

extension Office {
    /// Who changed a claim last; `nil` where that is who is signed in here, or unknown.
    public func otherPerson(of id: String) -> String? {
        let name = (try? store.trail(.claim(id: id)))?.last { $0.status != nil }?.person?.name
        return name.flatMap { $0.isEmpty || $0 == signedIn ? nil : $0 }
    }
}

extension NamedClaim {
    /// Records that it was read, printed or exported; a claim from a file has no trail.
    ///
    /// - Returns: the record, for a printed page.
    @discardableResult
    public func note(_ kind: TrailKind) throws(StoreFault) -> TrailHead? {
        guard record != nil, let office else { return nil }
        return try office.store.note(kind, of: draft.id)
    }

    /// The same before it is printed: from then on the record is anchored outside of the database, too.
    func notePrinting() throws(StoreFault) -> String? {
        guard record != nil, let store = office?.store else { return nil }
        let head = try note(.printed)
        try store.anchorTrail()
        if let head { return head.mark }
        return try store.trailHead()?.mark
    }
}
