import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimStore

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write claims as JSON, schema 1, or submit them as an 837P file.",
        discussion: """
            JSON has one claim on each line, as it is stored; its file is sealed, for cleanclaim import of this office, unless \
            --clear is given. An 837P (005010X222A1) has the ready claims; their status \
            is submitted from then on, unless --keep-status is given. Without names, every ready claim is submitted, and \
            one that cannot be is held back; claims that you name are submitted together or not at all, unless --partial \
            is given. Exit status: 0 everything was written, 1 some claims were held back, 2 nothing was written.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
        case professional = "837p"
    }

    @Argument(help: "Account numbers or ids of claims; by default every claim (837p: every ready one).")
    var claims: [String] = []

    @Option(help: "The format of the file.")
    var format = Format.json

    @OptionGroup var output: ExportOptions

    @Flag(help: "Print the JSON Schema (2020-12) instead of claims.")
    var schema = false

    @Flag(help: "Leave the claims of an 837P ready, to be written again.")
    var keepStatus = false

    @Flag(help: "Submit the named claims that can be submitted; hold back the others.")
    var partial = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if schema, format != .json || !claims.isEmpty {
            throw ValidationError("--schema prints the JSON Schema. It allows no claim and no other format.")
        }
        if format != .professional, keepStatus || partial {
            throw ValidationError("--keep-status and --partial need --format 837p; JSON changes no claim.")
        }
        if format == .professional, output.to == nil || output.to == "-" {
            throw ValidationError("Give the file with --to FILE. A submission has to be kept in a file.")
        }
    }

    func run() throws {
        if schema { return try output.putInClear(DraftSchema.text) }
        let environment = try Environment(options)
        switch format {
        case .json:
            var isWhole = true
            try output.put(sealedBy: try environment.office().store.keyring) { add in
                if claims.isEmpty {
                    isWhole = try addAll(of: try environment.office(), add)
                } else {
                    let found = try claims.map { try environment.claim(named: $0, noting: nil) }
                    for claim in found { try claim.note(.exported) }
                    try add(lines(of: found.map(\.draft)))
                }
            }
            guard isWhole else { throw Refusal(status: Status.errorsFound) }
        case .professional: try submit(from: try environment.office(), to: output.to ?? "")
        }
    }

    /// Adds every claim, some at a time, so that many take no more memory than few.
    ///
    /// - Returns: whether each could be read.
    private func addAll(of office: Office, _ add: (String) throws -> Void) throws -> Bool {
        let list = try office.store.list()
        var left = list.damaged.map { "Row \($0) is not exported. \(StoreFault.damagedRow($0))" }
        var rest = list.claims.reversed().map { (id: $0.id, account: $0.account) }[...]
        while !rest.isEmpty {
            var drafts: [ClaimDraft] = []
            for claim in rest.prefix(ExportCommand.piece) {
                do throws(StoreFault) {
                    drafts.append(try office.store.claim(claim.id, in: office.parsing).draft)
                } catch {
                    guard case .damagedRow = error else { throw error }
                    left.append("Claim \(claim.account) is not exported. \(error)")
                }
            }
            // What leaves the office is on record before it does.
            try office.store.note(.exported, ofEach: drafts.map(\.id))
            try add(lines(of: drafts))
            rest = rest.dropFirst(ExportCommand.piece)
        }
        left.forEach(Console.say)
        return left.isEmpty
    }

    private static let piece = 500

    private func lines(of drafts: [ClaimDraft]) -> String {
        drafts.map { String(decoding: $0.canonicalJSON(), as: UTF8.self) + "\n" }.joined()
    }

    /// Submits named claims together or not at all; without names, every ready claim that can be submitted.
    private func submit(from office: Office, to path: String) throws {
        let ids = claims.isEmpty ? try office.readyClaims() : try office.ids(of: claims)
        guard !ids.isEmpty else { throw Refusal("No claim is ready. Mark claims ready first: F12 on the claim.") }
        if let twice = ids.indices.first(where: { ids[..<$0].contains(ids[$0]) }) {
            throw Refusal("Claim \(claims[twice]) is named twice. Nothing was written.")
        }
        let outcome = try office.submit(
            ids, to: path,
            SubmissionOptions(keepsStatus: keepStatus, isAllOrNone: !claims.isEmpty && !partial))
        for notice in outcome.notices { Console.say(notice) }
        for held in outcome.heldBack { Console.say(held.sentence) }
        guard let file = outcome.file else {
            throw Refusal(outcome.heldBack.isEmpty ? "No claim is left to submit." : "Nothing was written.")
        }
        Console.say("\(file.summary), written to \(outcome.path), in clear for your user only.")
        if !outcome.heldBack.isEmpty { throw Refusal(status: Status.errorsFound) }
    }
}
