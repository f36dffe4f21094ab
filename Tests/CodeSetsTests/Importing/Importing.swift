import ClaimModel
import Foundation
import Testing

@testable import CodeSets

/// A folder of publishers' files and the office's folder of releases, gone after the test.
struct ImportDesk {
    let folder: URL
    var own: URL { folder.appendingPathComponent("own") }

    static func use(_ body: (ImportDesk) throws -> Void) throws {
        try withTemporaryFolder { try body(ImportDesk(folder: $0)) }
    }

    func file(_ name: String, _ text: String) throws -> URL { try file(name, Data(text.utf8)) }

    func file(_ name: String, _ bytes: Data) throws -> URL {
        let file = folder.appendingPathComponent(name)
        try bytes.write(to: file)
        return file
    }

    /// Everything that is loaded now: what ships and the office's own.
    var loaded: CodeBooks { get throws { try CodeBooks.loaded(own: own).books } }

    @discardableResult
    func load(
        _ files: URL..., set: CodeSetName? = nil, naming: ReleaseNaming = ReleaseNaming(), fewer: Bool = true
    ) throws -> [CodeRelease] {
        try CodeImport(books: loaded, set: set, naming: naming, takesFewer: fewer).run(files, into: own) { _, _ in }
    }

    /// What an import is refused with, and that nothing has changed by it.
    func refusal(
        _ files: URL..., set: CodeSetName? = nil, naming: ReleaseNaming = ReleaseNaming(), fewer: Bool = true
    ) throws -> ImportFault {
        let before = try contents
        let fault = #expect(throws: ImportFault.self) {
            _ = try CodeImport(books: loaded, set: set, naming: naming, takesFewer: fewer).run(files, into: own) {
                _, _ in
            }
        }
        #expect(try contents == before)
        return try #require(fault)
    }

    private var contents: [String: Data] {
        get throws {
            var contents: [String: Data] = [:]
            let names = FileManager.default.enumerator(atPath: own.path)?.compactMap { $0 as? String } ?? []
            for name in names where name.hasSuffix(".codes") || name.hasSuffix(".part") {
                contents[name] = try? Data(contentsOf: own.appendingPathComponent(name))
            }
            return contents
        }
    }
}

/// Files as the publishers write them, small and of codes that tests may speak of.
enum Samples {
    static func orderLine(_ order: Int, _ code: String, _ flag: Int, _ text: String) -> String {
        let number = String(repeating: "0", count: 5 - "\(order)".count) + "\(order)"
        return "\(number) \(code.padded(7)) \(flag) \(text.padded(60)) \(text)\n"
    }

    static let orderFile = [
        orderLine(1, "F33", 0, "Major depressive disorder, recurrent"),
        orderLine(2, "F330", 1, "Major depressive disorder, recurrent, mild"),
        orderLine(3, "F332", 1, "Major depressive disorder, recurrent severe without psychotic features"),
        orderLine(4, "QA0", 0, "A header whose second character is a letter"),
        orderLine(5, "QA00", 1, "A code below it"),
    ].joined()

    static func recordLine(
        _ code: String, _ sequence: Int, _ kind: Character, _ long: String, short: String = "", added: String = "",
        ended: String = ""
    ) -> String {
        let digits = String(repeating: "0", count: 5 - "\(sequence)".count) + "\(sequence)"
        let front = "\(code.padded(5))\(digits)\(kind)\(long.padded(80))\(short.padded(28))".padded(268)
        return "\(front)\(added.padded(8))\(added.padded(8))\(ended.padded(8))N".padded(320) + "\r\n"
    }

    static let contractorRecord = [
        recordLine("   JW", 100, "7", "Drug amount discarded/not administered to any patient", short: "Discarded drug"),
        recordLine("   ZZ", 100, "7", "A modifier that is new", short: "New", added: "20260701"),
        recordLine("J0013", 100, "3", "Esketamine, nasal spray, 1 mg", short: "Esketamine 1 mg", added: "20260101"),
        recordLine("J3490", 100, "3", "Unclassified", short: "Drugs unclassified"),
        recordLine("J3490", 200, "4", "drugs"),
        recordLine("S0013", 100, "3", "Esketamine, nasal spray, 1 mg", added: "20210101", ended: "20251231"),
        "".padded(297),
    ].joined()

    static let products = """
        PRODUCTID\tPRODUCTNDC\tPRODUCTTYPENAME\tPROPRIETARYNAME\tNONPROPRIETARYNAME\tSTARTMARKETINGDATE\t\
        ENDMARKETINGDATE\tLABELERNAME\tSUBSTANCENAME\tACTIVE_NUMERATOR_STRENGTH\tACTIVE_INGRED_UNIT\t\
        LISTING_RECORD_CERTIFIED_THROUGH
        p1\t0409-2051\tHUMAN PRESCRIPTION DRUG\tKetamine\tketamine hydrochloride\t20060101\t\tHospira\t\
        KETAMINE HYDROCHLORIDE\t100\tmg/mL\t20261231
        p2\t99999-123\tHUMAN PRESCRIPTION DRUG\tNausex\tondansetron\t20100101\t20260630\tSomebody, Inc.\tONDANSETRON\t\
        4\tmg/2mL\t

        """

    static let packages = """
        PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE\tENDMARKETINGDATE
        p1\t0409-2051\t0409-2051-05\t10 VIAL, MULTI-DOSE in 1 CARTON (0409-2051-05)  / 5 mL in 1 VIAL, MULTI-DOSE \
        (0409-2051-15)\t20060101\t
        p2\t99999-123\t99999-123-01\t2 mL in 1 VIAL, SINGLE-DOSE (99999-123-01)\t20100101\t20260630

        """

    static let openFDA = """
        {"meta": {"last_updated": "2026-10-02"}, "results": [
          {"product_ndc": "42023-113", "generic_name": "Ketamine", "labeler_name": "Par", "brand_name": "Ketalar",
           "product_type": "HUMAN PRESCRIPTION DRUG", "listing_expiration_date": "20261231",
           "active_ingredients": [{"name": "KETAMINE \\"HCL\\"", "strength": "10 mg/mL"}],
           "packaging": [{"package_ndc": "42023-113-10", "marketing_start_date": "01-01-2010",
             "description": "10 VIAL in 1 CARTON (42023-113-10)  / 20 mL in 1 VIAL"}]},
          {"product_ndc": "99999-124", "labeler_name": "Nobody", "packaging": []}
        ]}
        """

    static let vials = """
        ndc,labeler,product,strength,volume,package,market
        99998-0001-01,Vialworks,Ketamine HCl injection,50 mg/mL,10 mL,10 mL vial,human
        99998-0002-01,Vialworks,Ketamine HCl injection,,,,human
        99998-0003-01,Vialworks,VetaKet,100 mg/mL,10 mL,10 mL vial,VETERINARY

        """

    static let pairs = """
        "CPT only copyright. All rights reserved."
        Column 1/Column 2 Edits
        Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier \
        0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale
        96365\t36000\t\t20060101\t*\t1\tStandards of medical/surgical practice
        96365\t96374\t\t20060101\t20101231\t0\tMutually exclusive procedures

        """

    static let limits = """
        "CPT only copyright. All rights reserved.",,,
        HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale
        96365,1,3 Date of Service Edit: Clinical,"Code descriptor, CPT instruction"
        J3490,0,1 Line Edit,Data

        """

    static let taxonomy = #"""
        Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section
        2084P0800X,Physicians,Psychiatry & Neurology,Psychiatry,"Cares for the mind,
        over two lines","With ""quotes""",Psychiatry Physician,Individual
        208VP0014X,Physicians,Pain Medicine,Interventional Pain Medicine,,,Interventional Pain Medicine Physician,Individual
        207L00000X,Physicians,Anesthesiology,,,,Anesthesiology Physician,Individual
        207Q00000X,Physicians,Family Medicine,,,,Family Medicine Physician,Individual

        """#
}

extension String {
    func padded(_ length: Int) -> String { self + String(repeating: " ", count: max(0, length - count)) }
}
