import ClaimExchange
import ClaimModel

/// One execution of the fuzzer (libFuzzer): any bytes as an 837P file, read as they come and in pieces, kept and written.
private func readAnyBytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var whole = ProfessionalReader(bytes)
    var found = 0
    while let item = try? whole.next() {
        guard case .claim(let claim) = item else { continue }
        found += 1
        let draft = claim.draft(id: "fuzzed", in: context)
        precondition((try? DraftReader(in: context, from: .ownStore).draft(from: draft.canonicalJSON())) == draft)
        _ = ProfessionalFile.preview(
            of: draft, from: Submitter(), between: parties,
            stamp: InterchangeStamp(date: "20261123", time: "0930", number: 1), in: context)
    }
    precondition(found == countClaims(in: bytes, piece: 1 + count % 97))
    return 0
}

/// The name that SwiftPM gives to the program's beginning; libFuzzer takes over from here.
@_cdecl("fuzz_837p_main")
public func begin(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var (count, arguments) = (count, arguments)
    return runFuzzer(&count, &arguments, readAnyBytes)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ execute: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

private let context = ParsingContext(today: Day(number: 20_780))

private let parties: InterchangeParties? = {
    guard let party = InterchangeParties.Party(qualifier: "ZZ", identifier: "FUZZED") else { return nil }
    return InterchangeParties(sender: party, receiver: party, receiverName: "Fuzzed", usage: .test)
}()

/// The claims of the same file when it comes in pieces.
private func countClaims(in bytes: [UInt8], piece: Int) -> Int {
    var at = 0
    var reader = ProfessionalReader {
        guard at < bytes.count else { return nil }
        defer { at += piece }
        return Array(bytes[at..<min(at + piece, bytes.count)])
    }
    var count = 0
    while let item = try? reader.next() {
        if case .claim = item { count += 1 }
    }
    return count
}
