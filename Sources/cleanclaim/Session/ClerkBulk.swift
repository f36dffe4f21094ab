import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Workstation

/// Acts on several claims, and the views of the list.
extension Clerk {
    func preview(_ act: BulkAct, _ ids: [String]) -> [Action] {
        ask(after: .everything) { office throws(StoreFault) in
            let lines = try office.preview(act, on: ids)
            return { _ in [.bulkPreviewed(act, lines)] }
        }
    }

    func carryOut(_ act: BulkAct, _ ids: [String]) -> [Action] {
        ask(after: .everything) { office throws(StoreFault) in
            let outcome = try office.carryOut(act, on: ids)
            return { clerk in
                if !outcome.undo.isEmpty { clerk.bulkUndos.append((act, outcome.undo)) }
                return clerk.relisted() + [.bulkDone(act, outcome.lines)]
            }
        }
    }

    /// The last act is undone, then the one before.
    func undoBulk() -> [Action] {
        guard let (act, undo) = bulkUndos.last else { return [.said("Nothing to undo.")] }
        return ask(after: .everything) { office throws(StoreFault) in
            let lines = try office.undo(undo)
            let kept = lines.filter { !$0.isDone }
            let rest = kept.first.map { " Not undone: \($0.account), \($0.text)" + (kept.count > 1 ? " …" : "") } ?? ""
            return { clerk in
                // Not before: one that fails can be undone again.
                clerk.bulkUndos.removeLast()
                return clerk.relisted() + [
                    .said("Undone: \(act.title). \(counted(lines.count - kept.count, "claim")) as before.\(rest)")
                ]
            }
        }
    }

    /// The list as it is after a change of many claims.
    private func relisted() -> [Action] {
        if office.store.isOnServer { return lookForChanges() }
        return (try? listed()) ?? []
    }

    func openNext(among ids: [String]) -> [Action] {
        ask { office throws(StoreFault) in
            guard let claim = try office.openNext(among: ids) else {
                return { _ in [.said("All of these claims are open elsewhere or assigned to others.")] }
            }
            let answer = try office.answer(claim.record.draft, claim.record.status)
            return { clerk in
                clerk.open = claim
                clerk.noteOpened(claim.record.id)
                return [answer]
            }
        }
    }

    func save(_ views: [WorklistView]) -> [Action] {
        ask { office throws(StoreFault) in
            try office.store.setPreference(Clerk.viewsName, to: WorklistView.stored(views))
            return { _ in [.views(views)] }
        }
    }

    /// The views that are saved; none where they cannot be read.
    static func views(in store: ClaimStore) -> [WorklistView] {
        WorklistView.all(stored: (try? store.preference(viewsName)) ?? "")
    }

    private static let viewsName = "worklist-views"
}

extension WorklistView {
    fileprivate static func stored(_ views: [WorklistView]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(views)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    fileprivate static func all(stored text: String) -> [WorklistView] {
        (try? JSONDecoder().decode([WorklistView].self, from: Data(text.utf8))) ?? []
    }
}
