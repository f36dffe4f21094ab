import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Testing

/// A practice that sends claims to a clearinghouse, and the store that it keeps them in.
final class SendingOffice {
    let sandbox: Sandbox
    let store: ClaimStore
    private let today = ClaimExample.parsing

    init() throws {
        sandbox = try Sandbox()
        try sandbox.write(SendingOffice.configuration, to: "config/cleanclaim/config.yaml")
        store = try ClaimStore(folder: sandbox.file("data/cleanclaim"))
        try store.savePractice(SendingOffice.practice)
    }

    /// With two claims, which have gone out in one file.
    static func withTwoClaimsSent() throws -> SendingOffice {
        let office = try SendingOffice()
        try office.keep(.sample)
        try office.keep(ClaimExample.officeVisit.with(.patientLastName, "Osei").with(.memberID, "123456789099"))
        #expect(try office.export().status == 0)
        return office
    }

    static let configuration = """
        interchange:
          sender: "ZZ:LAKESIDE"
          receiver: "ZZ:CLEARHOUSE"
          receiver_name: Clearhouse Inc
          usage: production

        """

    static var practice: ClaimDraft {
        var practice = ClaimDraft(id: "practice")
        for (field, text) in [
            (Field.submitterName, "Lakeside Behavioral Health LLC"), (.submitterIdentifier, "LBH001"),
            (.submitterContact, "Pat Quinn"), (.submitterPhone, "216-555-0100"),
        ] {
            practice.type(text, at: Place(field), in: ClaimExample.parsing)
        }
        return practice
    }

    func keep(_ example: ClaimExample, as status: ClaimStatus = .ready) throws {
        try store.save(ClaimRecord(example.draft, status: status))
    }

    @discardableResult
    func export(_ arguments: String..., to name: String = "out.837") throws -> Program.Outcome {
        try Program(environment: sandbox.environment)
            .run(["export", "--format", "837p", "--to", sandbox.file(name).path] + arguments)
    }

    /// The number of a segment in the transaction of the file that was sent; ST is 1.
    func position(of start: String, in name: String = "out.837") throws -> Int {
        let bytes = try Data(contentsOf: sandbox.file(name))
        let segments = String(decoding: bytes, as: UTF8.self).split(separator: "~").dropFirst(2)
        return (segments.firstIndex { $0.hasPrefix(start) } ?? 0) - 1
    }

    /// Takes a 999 with these segments.
    func answer(
        _ segments: [String], _ arguments: String..., from sender: String = "CLEARHOUSE",
        to receiver: String = "LAKESIDE"
    ) throws -> Program.Outcome {
        func padded(_ text: String) -> String { text.padding(toLength: 15, withPad: " ", startingAt: 0) }
        let header =
            "ISA*00*          *00*          *ZZ*\(padded(sender))*ZZ*\(padded(receiver))*261124*0930*^*00501*000000042*0*T*:"
        let body = ["ST*999*0001*005010X231A1"] + segments + ["SE*\(segments.count + 2)*0001"]
        let all = [header, "GS*FA*\(sender)*\(receiver)*20261124*0930*42*X*005010X231A1"] + body
        let bytes = (all + ["GE*1*42", "IEA*1*000000042"]).map { $0 + "~" }.joined().utf8
        return try Program(environment: sandbox.environment).run(["answers", "-"] + arguments, input: Array(bytes))
    }
}
