import ClaimModel

extension ClaimExample {
    /// The same with every service on another day.
    func dated(_ day: String) -> ClaimExample {
        draft.lines.indices.reduce(self) { $0.with(.lineFrom, row: $1, day) }
    }

    /// The same with these diagnoses from A on, and no others.
    func diagnosed(_ codes: String...) -> ClaimExample {
        var copy = self
        copy.draft.diagnoses = []
        return codes.enumerated().reduce(copy) { $0.with(.diagnosisCode, row: $1.offset, $1.element) }
    }

    /// The same with another service of that day at the end, which treats diagnosis A.
    func withService(_ code: String, charge: String = "50.00", on day: String = "11/10/2026") -> ClaimExample {
        withLine([
            .lineFrom: day, .lineProcedure: code, .linePointers: "A", .lineCharge: charge, .lineUnits: "1",
        ])
    }

    /// The same with another code on the first line.
    func coded(_ code: String) -> ClaimExample { with(.lineProcedure, code) }

    /// Another claim of the same patient: this one with one line only, of its own id.
    func only(_ code: String, on day: String = "11/10/2026", id: String = "sample-other") -> ClaimExample {
        var copy = self
        copy.draft = draft.renamed(id)
        copy.draft.lines = []
        return copy.withService(code, on: day)
    }
}

extension ClaimExample {
    /// The same with these pointers on every line.
    func pointed(_ letters: String) -> ClaimExample {
        draft.lines.indices.reduce(self) { $0.with(.linePointers, row: $1, letters) }
    }
}
