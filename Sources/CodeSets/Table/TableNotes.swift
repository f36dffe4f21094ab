/// The tabular notes of a release, read where they lie: those of a code, its headers, its section and its chapter.
struct TableNotes: Sendable {
    nonisolated(unsafe) private let owners: UnsafeRawBufferPointer
    nonisolated(unsafe) private let notes: UnsafeRawBufferPointer
    nonisolated(unsafe) private let texts: UnsafeRawBufferPointer
    nonisolated(unsafe) private let ranges: UnsafeRawBufferPointer

    init(_ file: TableFile) {
        owners = file[.owners]
        notes = file[.notes]
        texts = file[.noteTexts]
        ranges = file[.noteRanges]
    }

    var isEmpty: Bool { owners.isEmpty }

    /// The first note that goes for the code and that `test` takes, the code's own before those of its headers.
    func first(on code: UInt64, where test: (_ note: Int) -> Bool) -> CodeNote? {
        var owner = innermostOwner(of: code)
        while let place = owner {
            for note in notes(ofOwner: place) where test(note) { return self.note(note, ofOwner: place) }
            owner = parent(of: place)
        }
        return nil
    }

    /// Every note that goes for the code, or those of one kind, the code's own first.
    func all(_ kind: CodeNote.Kind? = nil, on code: UInt64) -> [CodeNote] {
        var found: [CodeNote] = []
        var owner = innermostOwner(of: code)
        while let place = owner {
            for note in notes(ofOwner: place) where kind == nil || self.kind(note) == kind {
                found.append(self.note(note, ofOwner: place))
            }
            owner = parent(of: place)
        }
        return found
    }

    func kind(_ note: Int) -> CodeNote.Kind? {
        CodeNote.Kind(rawValue: notes.number(UInt8.self, at: note * TableFormat.noteLength))
    }

    func names(_ code: UInt64, in note: Int) -> Bool {
        let record = note * TableFormat.noteLength
        let first = Int(notes.number(UInt32.self, at: record + 4))
        for range in first..<(first + Int(notes.number(UInt16.self, at: record + 2))) {
            let offset = range * TableFormat.rangeLength
            if ranges.number(UInt64.self, at: offset) <= code, code <= ranges.number(UInt64.self, at: offset + 8) {
                return true
            }
        }
        return false
    }

    private func codes(ofOwner owner: Int) -> CodeRange {
        let record = owner * TableFormat.ownerLength
        return CodeRange(
            first: owners.number(UInt64.self, at: record), last: owners.number(UInt64.self, at: record + 8))
    }

    private func notes(ofOwner owner: Int) -> Range<Int> {
        let record = owner * TableFormat.ownerLength
        let first = Int(owners.number(UInt32.self, at: record + 16))
        let count = Int(owners.number(UInt32.self, at: record + 20))
        return (first..<(first + count)).clamped(to: 0..<(notes.count / TableFormat.noteLength))
    }

    /// A broken table that names a later owner gives none, so that the way up always ends.
    private func parent(of owner: Int) -> Int? {
        let parent = owners.number(UInt32.self, at: owner * TableFormat.ownerLength + 24)
        return Int(parent) < owner ? Int(parent) : nil
    }

    /// Owners are nested, so the innermost that holds a code is the last one that begins before it or holds that.
    private func innermostOwner(of code: UInt64) -> Int? {
        var (low, high) = (0, owners.count / TableFormat.ownerLength)
        while low < high {
            let middle = (low + high) / 2
            if codes(ofOwner: middle).first <= code { low = middle + 1 } else { high = middle }
        }
        var owner: Int? = low > 0 ? low - 1 : nil
        while let place = owner, !codes(ofOwner: place).contains(code) { owner = parent(of: place) }
        return owner
    }

    private func note(_ note: Int, ofOwner owner: Int) -> CodeNote {
        let record = note * TableFormat.noteLength
        let first = Int(notes.number(UInt32.self, at: record + 4))
        let count = Int(notes.number(UInt16.self, at: record + 2))
        let start = note == 0 ? 0 : Int(notes.number(UInt32.self, at: record - 4))
        let end = max(start, Int(notes.number(UInt32.self, at: record + 8)))
        return CodeNote(
            kind: kind(note) ?? .includes, text: texts.part(start..<end).shownText,
            ranges: (first..<(first + count)).map { range in
                CodeRange(
                    first: ranges.number(UInt64.self, at: range * TableFormat.rangeLength),
                    last: ranges.number(UInt64.self, at: range * TableFormat.rangeLength + 8))
            },
            isWhole: notes.number(UInt8.self, at: record + 1) != 0, owner: codes(ofOwner: owner).name)
    }
}

extension CodeRange {
    /// `F32.1` for a code with all below it, `F30-F39` for a stretch.
    var name: String {
        let first = CodeKey(high: first)
        guard last != first.lastBelow.high else { return DiagnosisEntry.dotted(first.text) }
        var bytes = withUnsafeBytes(of: last.bigEndian) { Array($0) }
        while bytes.last == 0xFF { bytes.removeLast() }
        return "\(DiagnosisEntry.dotted(first.text))-\(DiagnosisEntry.dotted(String(decoding: bytes, as: UTF8.self)))"
    }
}
