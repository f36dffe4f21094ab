import ClaimModel

/// A claim that was changed here and elsewhere.
extension ClaimEditor {
    /// Merges the two versions, or asks where they clash; `nil` where there is no other one.
    mutating func meetConflict(_ view: DeskView) -> Outcome? {
        saving.isConflictMet = true
        switch saving.conflict {
        case nil: return nil
        case .deleted?: return .open(DeletedElsewhere())
        case .changed(let other)?:
            let merge = DraftMerge(base: other.base, mine: draft, theirs: other.claim.draft)
            guard merge.clashes.isEmpty else { return .open(MergeChoice(merge.clashes, by: other.person)) }
            return take(merge, with: other, view)
        }
    }

    /// Merges the two versions as the person has decided.
    mutating func merge(takingTheirs chosen: Set<DraftClash.Value>, _ view: DeskView) -> Outcome {
        guard case .changed(let other)? = saving.conflict else { return .nothing }
        let merge = DraftMerge(base: other.base, mine: draft, theirs: other.claim.draft)
        return take(merge.taking(theirs: chosen), with: other, view)
    }

    /// One step of undo, which leads back to what was mine alone; the cursor stays.
    private mutating func take(_ merge: DraftMerge, with other: OtherVersion, _ view: DeskView) -> Outcome {
        let (before, focus) = (work.status, focus(after: merge))
        let status = ClaimStatus.merged(
            base: other.baseStatus, mine: before, theirs: other.claim.status, isTheirs: merge.isTheirs)
        // Undo never leads behind what a payer has decided.
        history.replace(other.baseStatus, by: other.claim.status)
        if merge.merged == draft {
            work.status = status
        } else {
            step { work in
                (work.draft, work.status, work.focus) = (merge.merged, status, focus)
            }
            work.focus.isEdited = focus.isEdited
        }
        visits.move { merge.place(of: $0) }
        takeAnswers(of: other.claim)
        (saving.conflict, saving.failure, saving.isUnsaved) = (nil, nil, true)
        saving.mergedText = merge.message(with: other, from: before, to: status, view)
        return Outcome(
            effects: [.resolve(id: draft.id, .merged)] + save(view.inputs), message: saving.mergedText)
    }

    /// In the same text, where the merge has left it as it was.
    private func focus(after merge: DraftMerge) -> Focus {
        var focus = work.focus
        focus.place = merge.place(of: focus.place)
        let text = merge.merged.text(at: focus.place)
        return text == self.text ? focus : Focus(place: focus.place, cursor: text.count)
    }
}

extension Visits {
    /// Rows have other numbers now.
    fileprivate mutating func move(_ moved: (Place) -> Place) {
        lastPlaces = lastPlaces.mapValues(moved)
        begunRow = begunRow.map(moved)
        toKeyAgain = Set(toKeyAgain.map(moved))
        given = Set(given.map(moved))
        fillsBlanks = fillsBlanks.map(moved)
    }
}

extension DraftMerge {
    /// What came from the other version, and what it makes of the status.
    fileprivate func message(
        with other: OtherVersion, from before: ClaimStatus, to status: ClaimStatus, _ view: DeskView
    ) -> String {
        let (taken, person) = (self.taken, other.person ?? "Another window")
        var sentences = ["\(person) saved this claim meanwhile: what you keyed is kept."]
        if let first = taken.first {
            let more = taken.count > 1 ? " and \(counted(taken.count - 1, "more value", "more values"))" : ""
            sentences = ["\(person) changed \(first.name)\(more) meanwhile: taken. \(view.key(.undo)) undoes."]
        } else if isTheirs {
            // Nothing was keyed here.
            sentences = status == before ? [] : ["\(person) has changed the status of this claim."]
        }
        if status == .draft, [before, other.claim.status].contains(.ready) {
            sentences.append("This claim is a draft again (was ready).")
        } else if status != before, status.reachedPayer || status == .rejected {
            let edit = isTheirs ? "" : " Your edit is not submitted: \(view.key(.resubmit)) starts a corrected claim."
            sentences.append("It is \(status.rawValue.uppercased()) now.\(edit)")
        }
        return sentences.joined(separator: " ")
    }
}

extension DraftDifference {
    /// `POS of line 2`.
    fileprivate var name: String {
        let label = if case .field(let field) = subject { field.fullLabel } else { self.label }
        return label + (rowTitle.map { " of \($0.prefix(1).lowercased())\($0.dropFirst())" } ?? "")
    }
}
