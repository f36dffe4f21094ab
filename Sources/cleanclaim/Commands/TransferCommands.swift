import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write claims of the store as JSON, schema 1, one on each line.")

    @Argument(help: "Account numbers or ids of claims; none for every claim that is not deleted.")
    var claims: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        if claims.isEmpty {
            do throws(StoreFault) {
                let store = try ClaimStore(folder: around.folders.data)
                for summary in try store.claims().reversed() {
                    ExportCommand.write(try store.claim(summary.id, in: around.parsing).draft)
                }
            } catch {
                throw Refusal(error.description)
            }
        }
        let finder = ClaimFinder(around)
        for name in claims { ExportCommand.write(try finder.claim(name).draft) }
    }

    private static func write(_ draft: ClaimDraft) {
        Console.print(String(decoding: draft.canonicalJSON(), as: UTF8.self))
    }
}

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take claims from JSON, schema 1, into the store.",
        discussion: """
            All of them or none: where one cannot be read, or has the id of a claim that is in the store already, \
            nothing is taken.
            """)

    @Argument(help: "Files of claims; - is standard input.", completion: .file(extensions: ["json", "jsonl"]))
    var files: [String]

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        let drafts = try read(around)
        do throws(StoreFault) {
            let store = try ClaimStore(folder: around.folders.data)
            let known = Set(try store.claims(includingDeleted: true).map(\.id))
            var seen = known
            for draft in drafts where !seen.insert(draft.id).inserted {
                Console.say("A claim with the id \(draft.id) is there already; nothing was taken.")
                throw StoreFault.conflict
            }
            for draft in drafts { try store.save(record(of: draft, around)) }
        } catch {
            throw Refusal(error == .conflict ? "Delete it there, or take it out of the file." : error.description)
        }
        Console.say("\(drafts.count) claim\(drafts.count == 1 ? "" : "s") taken.")
    }

    private func read(_ around: Surroundings) throws -> [ClaimDraft] {
        var drafts: [ClaimDraft] = []
        var isWhole = true
        for item in ClaimFiles(files, in: around.parsing) {
            switch item {
            case .claim(let draft, _): drafts.append(draft)
            case .unreadable(let fault):
                Console.say(fault.words)
                isWhole = false
            }
        }
        guard isWhole else { throw Refusal("Nothing was taken.") }
        return drafts
    }

    private func record(of draft: ClaimDraft, _ around: Surroundings) -> ClaimRecord {
        let findings = around.findings(on: draft, in: around.context(for: draft))
        return ClaimRecord(
            draft, status: Verdict(of: findings, on: draft).status, tally: Tally(findings, on: draft))
    }
}
