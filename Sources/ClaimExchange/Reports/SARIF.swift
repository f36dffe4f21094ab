import ClaimRules
import Foundation
import TextKit

/// The report as SARIF 2.1.0 (OASIS), which code-review and pipeline tools read.
enum SARIF {
    private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

    static var opening: String {
        let rules = JSONValue.list(Rule.all.map(\.sarif) + GuideFault.Kind.allCases.map(\.sarif)).json
        return """
            {"$schema": "\(schema)", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CleanClaim", \
            "rules": \(rules)}}, "columnKind": "unicodeCodePoints", "results": [
            """
    }

    /// - Parameter notJudged: the rules that some format left without what they read.
    static func closing(_ faults: [FileError], notJudged: [String]) -> String {
        let invocation = JSONValue.object([
            "executionSuccessful": .bool(faults.isEmpty),
            "toolExecutionNotifications": .list(faults.map(\.sarif)),
            "properties": .object(["not_judged": .list(notJudged.map { .text($0) })]),
        ])
        return "], \"invocations\": [\(invocation.json)]}]}\n"
    }

    static func location(file: String, offset: Int? = nil) -> JSONValue {
        let path = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
        let uri = path.hasPrefix("/") ? "file://\(path)" : path
        let artifact = JSONValue.object(["uri": .text(uri)])
        guard let offset else { return .object(["artifactLocation": artifact]) }
        return .object(["artifactLocation": artifact, "region": .object(["byteOffset": .number(offset)])])
    }
}

extension Rule {
    fileprivate var sarif: JSONValue {
        .object([
            "id": .text(id), "shortDescription": .object(["text": .text(fault)]),
            "fullDescription": .object(["text": .text(title)]),
            "help": .object(["text": .text("Source: \(source.text)")]),
            "defaultConfiguration": .object(["level": .text(severity.rawValue)]),
        ])
    }
}

extension GuideFault.Kind {
    fileprivate var sarif: JSONValue {
        .object([
            "id": .text(rawValue), "shortDescription": .object(["text": .text(label)]),
            "help": .object(["text": .text("Source: \(GuideFault.source)")]),
            "defaultConfiguration": .object(["level": .text(Severity.error.rawValue)]),
        ])
    }
}

extension ReportedFinding {
    func sarif(claim: CheckedClaim, file: String?) -> JSONValue {
        let place = line.map { "\(field)[\($0)]" } ?? field
        let logical = JSONValue.object(["fullyQualifiedName": .text("\(claim.id)/\(place)"), "kind": .text("member")])
        let physical = file.map { SARIF.location(file: $0) }
        let location: JSONValue =
            physical.map { .object(["physicalLocation": $0, "logicalLocations": .list([logical])]) }
            ?? .object(["logicalLocations": .list([logical])])
        let text = remedy.map { "\(message) \($0)" } ?? message
        return .object([
            "ruleId": .text(rule), "level": .text(severity.rawValue), "message": .object(["text": .text(text)]),
            "locations": .list([location]),
            "partialFingerprints": .object(["cleanclaim/v1": .text(claim.origin.key(of: self))]),
            "suppressions": .list(
                isOverridden ? [.object(["kind": .text("external"), "status": .text("accepted")])] : []),
        ])
    }
}

extension FileError {
    fileprivate var sarif: JSONValue {
        .object([
            "level": .text("error"), "message": .object(["text": .text(message)]),
            "locations": .list([.object(["physicalLocation": SARIF.location(file: file, offset: offset)])]),
        ])
    }
}
