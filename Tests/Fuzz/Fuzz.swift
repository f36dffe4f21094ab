import ClaimModel

/// Any bytes for one of the readers (libFuzzer); the first argument of the program names it.
private let readers: [String: @Sendable ([UInt8]) -> Void] = [
    "837p": fuzzProfessional, "835": fuzzAnswers, "277ca": fuzzAnswers, "999": fuzzAnswers, "ta1": fuzzAnswers,
    "json": fuzzDrafts,
    "csv": fuzzRows, "map": fuzzMap,
]

let context = ParsingContext(today: Day(number: 20_780))

/// Set before the first execution.
nonisolated(unsafe) private var reader: @Sendable ([UInt8]) -> Void = { _ in }

private func execute(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    reader(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// The name that SwiftPM gives to the program's beginning; libFuzzer takes over from here.
@_cdecl("fuzz_readers_main")
public func begin(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var (count, arguments) = (count, arguments)
    guard count > 1, let name = arguments[1].map({ String(cString: $0) }), let named = readers[name] else {
        print("The first argument names a reader: \(readers.keys.sorted().joined(separator: ", "))")
        return 2
    }
    reader = named
    for index in 1..<Int(count) - 1 { arguments[index] = arguments[index + 1] }
    count -= 1
    return runFuzzer(&count, &arguments, execute)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ execute: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// The same bytes as they come from a file, in pieces of some length.
func pieces(of bytes: [UInt8]) -> () -> [UInt8]? {
    let length = 1 + bytes.count % 97
    var at = 0
    return {
        guard at < bytes.count else { return nil }
        defer { at += length }
        return Array(bytes[at..<min(at + length, bytes.count)])
    }
}

/// Whether the store and a file give a draft back as it is.
func precondition(isKept draft: ClaimDraft) {
    let json = draft.canonicalJSON()
    precondition((try? DraftReader(in: context, from: .ownStore).draft(from: json)) == draft)
}
