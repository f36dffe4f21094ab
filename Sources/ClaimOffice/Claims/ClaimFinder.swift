public import ClaimModel
public import ClaimRules
public import ClaimStore
import Foundation

/// A claim that a person names: in the store, or alone in a file.
public struct NamedClaim: Sendable {
    public let draft: ClaimDraft
    /// The stored record; `nil` for a claim from a file.
    public let record: ClaimRecord?
    private let library: OfficeLibrary
    let office: Office?

    init(_ record: ClaimRecord, in office: Office) { self.init(record.draft, record: record, in: office) }

    /// A claim as it is keyed.
    ///
    /// - Parameter record: what is stored of it; `nil` before it was saved.
    public init(_ draft: ClaimDraft, record: ClaimRecord?, in office: Office) {
        (self.draft, library) = (draft, office.library)
        (self.record, self.office) = (record, office)
    }

    init(_ draft: ClaimDraft, by library: OfficeLibrary) {
        (self.draft, self.library) = (draft, library)
        (record, office) = (nil, nil)
    }

    public var status: ClaimStatus? { record?.status }

    public func context() throws(StoreFault) -> Context {
        if let office { return try office.context(for: draft, status: status) }
        return library.context(for: draft)
    }

    /// What payers have answered to it, the earliest first; none where it comes from a file.
    public func answers() throws(StoreFault) -> [ClaimAnswer] { try office?.store.answers(to: draft.id) ?? [] }

    /// Its row in the worklist; `nil` of a claim that is not stored.
    func summary() throws(StoreFault) -> ClaimSummary? {
        guard let office, let record, record.revision > 0 else { return nil }
        return try office.store.summary(of: draft.id)
    }

    public func judged() throws(StoreFault) -> JudgedClaim { JudgedClaim(draft, in: try context()) }
}

extension OfficeLibrary {
    /// The claim alone in a file; `nil` where there is no file of that name.
    public func claim(inFile name: String) throws(OfficeFault) -> NamedClaim? {
        guard name == "-" || FileManager.default.fileExists(atPath: name) else { return nil }
        do {
            return NamedClaim(try DraftReader(in: parsing).draft(from: try inputBytes(of: name)), by: self)
        } catch let fault as InputFault {
            throw OfficeFault("\(name) \(fault.message)")
        } catch {
            throw OfficeFault("\(name): \(error)")
        }
    }
}

extension Office {
    /// The stored claim with this id, else the one with this account number, where no file has that name.
    public func claim(named name: String, noting kind: TrailKind? = .opened) throws(OfficeFault) -> NamedClaim {
        do throws(StoreFault) {
            let claim = NamedClaim(try store.claim(try id(of: name), in: parsing), in: self)
            if let kind { try claim.note(kind) }
            return claim
        } catch {
            guard error == .missing else { throw OfficeFault(error) }
            throw OfficeFault("No file or claim \(name), or several claims have that account number.")
        }
    }

    /// The stored claim with this id or account number.
    public func find(_ name: String) throws(OfficeFault) -> ClaimRecord {
        do throws(StoreFault) {
            return try store.claim(try id(of: name), in: parsing)
        } catch {
            guard error == .missing else { throw OfficeFault(error) }
            throw Office.noClaim(named: name)
        }
    }

    /// The ids of claims by their ids or account numbers.
    public func ids(of names: [String]) throws(OfficeFault) -> [String] {
        var ids: [String] = []
        for name in names {
            do throws(StoreFault) {
                ids.append(try id(of: name))
            } catch {
                throw error == .missing ? Office.noClaim(named: name) : OfficeFault(error)
            }
        }
        return ids
    }

    func id(of name: String, includingDeleted: Bool = false) throws(StoreFault) -> String {
        guard let id = try store.id(named: name, includingDeleted: includingDeleted) else { throw .missing }
        return id
    }

    static func noClaim(named name: String) -> OfficeFault {
        OfficeFault("No claim \(name), or several claims have that account number.")
    }
}
