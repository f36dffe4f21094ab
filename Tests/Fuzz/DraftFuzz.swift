import ClaimExchange
import ClaimModel

/// Drafts as JSON, read as a whole and piece by piece, and written again.
@Sendable func fuzzDrafts(_ bytes: [UInt8]) {
    var drafts: [ClaimDraft] = []
    for document in DraftReader(in: context).read(bytes) {
        guard case .success(let draft) = document.result else { continue }
        precondition(isKept: draft)
        drafts.append(draft)
    }
    var stream = DraftStream()
    var parts: [DraftStream.Piece] = []
    let next = pieces(of: bytes)
    while let piece = next() { parts += stream.take(piece) }
    if let last = stream.finish() { parts.append(last) }
    let inPieces = parts.flatMap { DraftReader(in: context).read($0) }.compactMap { try? $0.result.get() }
    precondition(inPieces == drafts)
}

/// Rows, by a map in which each row is a line and by one in which each is a claim.
@Sendable func fuzzRows(_ bytes: [UInt8]) {
    for map in maps {
        guard let read = try? CSVClaims(bytes, by: map, in: context) else { continue }
        precondition(read.faults.isEmpty || read.faults.allSatisfy { !$0.description.isEmpty })
        for claim in read.claims {
            precondition(isKept: claim.draft)
            // What comes from outside can be written for others as well.
            precondition((try? DraftReader(in: context).draft(from: claim.draft.canonicalJSON())) == claim.draft)
        }
    }
}

/// A map of columns.
@Sendable func fuzzMap(_ bytes: [UInt8]) {
    _ = try? ColumnMap(yaml: String(decoding: bytes, as: UTF8.self))
}

private let maps = [
    """
    group_by: Visit
    dates: YYYYMMDD
    columns:
      Visit: account
      Patient: {fields: [patient.lastName, patient.firstName], split: ","}
      Born: {field: patient.birthDate, dates: YYYY-MM-DD}
      Dx: {field: diagnosis.code, split: ";"}
      Date: line.from
      CPT: line.procedure
      Fee: line.charge
    constants: {line.pointers: A, placeOfService: "11"}
    """,
    """
    header: no
    dates: M/D/YY
    columns: {1: account, 2: patient.lastName, 3: patient.birthDate, 4: "diagnosis.code[2]", 6: "line.procedure[3]"}
    constants: {line.units: "1"}
    """,
].compactMap { try? ColumnMap(yaml: $0) }
