import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

/// What an act changes of one claim.
enum BulkChange {
    case hold(Hold?)
    /// Of what another desk may arrange at the same time only this is changed.
    case handling(TrailKind, (inout ClaimHandling) -> Void)
    /// What is saved over the record that was read.
    case record(ClaimRecord)

    /// Whether nobody else may have the claim open.
    var isOfRecord: Bool { if case .record = self { true } else { false } }
}

/// Why an act does nothing to a claim, in words.
struct BulkRefusal: Error {
    let text: String

    init(_ text: String) { self.text = text }
}

extension Office {
    /// What an act changes of a claim, and how the list says it.
    func change(
        _ act: BulkAct, of claim: ClaimSummary
    ) throws(StoreFault) -> Result<(change: BulkChange, text: String), BulkRefusal> {
        guard claim.status != .deleted else { return .failure(BulkRefusal("deleted")) }
        do {
            switch act {
            case .hold(let reason):
                guard claim.status.isOnDesk else { throw BulkRefusal("not held: it is \(claim.status.rawValue)") }
                return .success((.hold(Hold(by: signedIn, reason: reason)), "held"))
            case .release:
                guard claim.hold != nil else { throw BulkRefusal("not on hold") }
                return .success((.hold(nil), "released"))
            case .assign, .tag, .untag, .archive, .unarchive: return .success(try arranged(act, claim))
            case .markReady, .fix, .override:
                let record = try store.claim(claim.id, in: parsing)
                guard record.hold == nil else { throw BulkRefusal("on hold: release it first") }
                guard record.status.isOnDesk || record.status == .rejected else {
                    throw BulkRefusal("not changed: it is \(record.status.rawValue)")
                }
                let (changed, text) = try self.changed(act, record)
                return .success((.record(changed), text))
            }
        } catch let refusal as BulkRefusal {
            return .failure(refusal)
        } catch let fault as StoreFault {
            throw fault
        } catch {
            return .failure(BulkRefusal("\(error)"))
        }
    }

    private func arranged(_ act: BulkAct, _ claim: ClaimSummary) throws -> (change: BulkChange, text: String) {
        let handling = claim.handling
        switch act {
        case .assign(let name):
            guard handling.assignee != name else {
                throw BulkRefusal(name.isEmpty ? "assigned to nobody" : "theirs already")
            }
            return (
                .handling(.assigned) { $0.assignee = name }, name.isEmpty ? "assigned to nobody" : "assigned to \(name)"
            )
        case .tag(let tag):
            guard !handling.tags.contains(tag) else { throw BulkRefusal("has this tag already") }
            return (.handling(.tagged) { if !$0.tags.contains(tag) { $0.tags.append(tag) } }, "tagged")
        case .untag(let tag):
            guard handling.tags.contains(tag) else { throw BulkRefusal("does not have this tag") }
            return (.handling(.tagged) { $0.tags.removeAll { $0 == tag } }, "tag removed")
        case .archive:
            guard !handling.isArchived else { throw BulkRefusal("archived already") }
            return (.handling(.archived) { $0.isArchived = true }, "archived: is:archived lists it")
        default:
            guard handling.isArchived else { throw BulkRefusal("not archived") }
            return (.handling(.archived) { $0.isArchived = false }, "listed again")
        }
    }

    private func changed(_ act: BulkAct, _ record: ClaimRecord) throws -> (ClaimRecord, String) {
        let judged = try judge(record)
        switch act {
        case .markReady: return (try ready(record, judged), "marked ready")
        case .fix(let rule):
            let (draft, text) = try fixed(record.draft, judged, rule: rule)
            return (try saved(draft, over: record), text)
        case .override(let rule, let reason):
            var draft = record.draft
            let findings = judged.findings.filter {
                $0.rule.id == rule && $0.severity == .warning && $0.override(in: draft) == nil
            }
            guard !findings.isEmpty else { throw BulkRefusal("no open warning \(rule)") }
            for finding in findings { draft.override(finding, reason: reason, by: signedIn, on: library.day) }
            return (try saved(draft, over: record), "\(counted(findings.count, "warning")) overridden")
        default: throw BulkRefusal("nothing to do")
        }
    }

    private func ready(_ record: ClaimRecord, _ judged: JudgedClaim) throws -> ClaimRecord {
        guard record.status != .ready else { throw BulkRefusal("ready already") }
        let verdict = judged.verdict
        guard verdict.isClean else {
            let open = [
                verdict.errors > 0 ? counted(verdict.errors, "error") : nil,
                verdict.warnings > 0 ? counted(verdict.warnings, "open warning") : nil,
            ]
            throw BulkRefusal("not ready: \(open.compactMap(\.self).joined(separator: ", "))")
        }
        if let first = ProfessionalFile.obstacles(of: record.draft, in: parsing).first {
            throw BulkRefusal("not ready: a receiver would reject it. \(first.message)")
        }
        var record = record
        (record.status, record.tally) = (.ready, judged.tally)
        return record
    }

    /// With the fixes of a rule's findings, each of which has only one and decides nothing.
    private func fixed(_ draft: ClaimDraft, _ judged: JudgedClaim, rule: String) throws -> (ClaimDraft, String) {
        let findings = judged.findings.filter { $0.rule.id == rule && $0.severity != .note }
        guard !findings.isEmpty else { throw BulkRefusal("no finding \(rule)") }
        let fixes = findings.compactMap { $0.fixes.count == 1 ? $0.fixes.first : nil }
            .filter { !$0.isDecision(on: draft) }
        guard !fixes.isEmpty else { throw BulkRefusal("no automatic fix: open it") }
        var fixed = draft
        for fix in fixes { fixed.apply(fix, in: parsing) }
        return (fixed, fixes.map(\.label).joined(separator: "; "))
    }

    /// The record with a changed draft: clean or flagged again, as an edit at the desk leaves it.
    private func saved(_ draft: ClaimDraft, over record: ClaimRecord) throws -> ClaimRecord {
        var changed = record
        changed.draft = draft
        let judged = try judge(draft, status: .draft)
        (changed.status, changed.tally) = (judged.verdict.status, judged.tally)
        return changed
    }
}
