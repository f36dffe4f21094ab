import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

/// Finds the claim that a person names on the command line.
struct ClaimFinder {
    struct Found {
        let draft: ClaimDraft
        /// `nil` for a claim that comes from a file.
        let status: ClaimStatus?
        let revision: Int?
        let history: [PriorClaim]
        /// As it was sent before, unless it lies with the payer now.
        var sent: [SentVersion] = []
    }

    let around: Surroundings

    init(_ around: Surroundings) { self.around = around }

    /// A file of that name comes first, then a claim of that id, then one of that account number.
    func claim(_ name: String) throws -> Found {
        if name == "-" || FileManager.default.fileExists(atPath: name) { return try fromFile(name) }
        do throws(StoreFault) {
            let store = try ClaimStore(folder: around.folders.data)
            let record = try store.claim(try id(of: name, in: store), in: around.parsing)
            return Found(
                draft: record.draft, status: record.status, revision: record.revision,
                history: try store.history(ofPatient: record.draft, in: around.parsing),
                sent: record.status.restsWithPayer ? [] : try store.sentVersions(of: record.id, in: around.parsing))
        } catch {
            guard error == .missing else { throw Refusal(error.description) }
            throw Refusal("There is no file, no claim and no account number of that name, or several have it.")
        }
    }

    /// The id of a claim of the store: by that id, or by account number.
    func storedClaim(_ name: String) throws -> String {
        do throws(StoreFault) {
            return try id(of: name, in: try ClaimStore(folder: around.folders.data))
        } catch {
            guard error == .missing else { throw Refusal(error.description) }
            throw Refusal("There is no claim and no account number of that name, or several have it.")
        }
    }

    private func fromFile(_ name: String) throws -> Found {
        do {
            let draft = try DraftReader(in: around.parsing).draft(from: try inputBytes(of: name))
            return Found(draft: draft, status: nil, revision: nil, history: [])
        } catch let fault as InputFault {
            throw Refusal("\(name) \(fault.words)")
        } catch {
            throw Refusal("\(name): \(error)")
        }
    }

    private func id(of name: String, in store: ClaimStore) throws(StoreFault) -> String {
        let claims = try store.claims()
        if claims.contains(where: { $0.id == name }) { return name }
        let found = claims.filter { $0.account == name }
        guard let only = found.first, found.count == 1 else { throw .missing }
        return only.id
    }
}
