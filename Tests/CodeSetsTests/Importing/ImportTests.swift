import ClaimModel
import Foundation
import Prerequisites
import Testing

@testable import CodeSets

/// Every publisher's file becomes what the rules and the look-up ask for.
@Suite struct ImportTests {
    @Test func `reads the order file`() throws {
        try ImportDesk.use { desk throws in
            let release = try #require(desk.load(desk.file("icd10cm-order-2027.txt", Samples.orderFile)).first)
            #expect((release.name, release.rows, release.billable) == ("FY2027", 5, 3))
            #expect(try (release.from, release.to) == (day("2026-10-01"), day("2027-09-30")))
            let books = try desk.loaded
            #expect(try books.diagnosis("QA0.0", on: day("2026-11-10"))?.description == "A code below it")
            #expect(try books.diagnosis("QA0", on: day("2026-11-10"))?.isBillable == false)
            #expect(try books.release(of: .diagnosis, on: day("2026-11-10"))?.covers == true)
            #expect(
                try books.diagnosis("F34.1", on: day("2026-05-01")) != nil, "the shipped release judges its own year")
        }
    }

    @Test func `reads the contractor record`() throws {
        try ImportDesk.use { desk throws in
            let file = try desk.file("HCPC2026_JUL_ANWEB_07012026.txt", Samples.contractorRecord)
            let releases = try desk.load(file)
            #expect(releases.map(\.set) == [.hcpcs, .modifier])
            #expect(try releases.map(\.published) == [day("2026-07-01"), day("2026-07-01")])
            #expect(try releases.map(\.to) == [day("2026-09-30"), day("2026-09-30")])
            let books = try desk.loaded
            #expect(try books.release(of: .hcpcs, on: day("2026-10-01"))?.covers == false)
            let on = try day("2026-08-01")
            #expect(books.procedure("J3490", on: on)?.label == "Unclassified drugs")
            #expect(try books.procedure("S0013", on: on)?.validTo == day("2025-12-31"))
            #expect(
                try books.procedure("J0013", on: day("2026-03-01"))?.label != nil, "January's release is still there")
            #expect(books.modifier("ZZ")?.label == "A modifier that is new")
            #expect(books.modifier("JW")?.kind == .waste)
            #expect(books.modifier("25")?.kind == .visit, "the modifiers of CPT stand in no file of CMS")
        }
    }

    @Test func `reads the directory of the FDA`() throws {
        try ImportDesk.use { desk throws in
            let (products, packages) = try (
                desk.file("product.txt", Samples.products), desk.file("package.txt", Samples.packages)
            )
            for order in [[products, packages], [packages, products]] {
                let release = try #require(desk.load(order[0], order[1]).first)
                #expect(release.rows == 3)
            }
            let books = try desk.loaded
            let carton = try #require(books.product(ndc11: "00409205105"))
            #expect((carton.drug, carton.kind, carton.strength, carton.volume) == (.ketamine, .human, 100, 5))
            #expect((carton.role, carton.related, carton.container) == (.outer, "00409205115", .multiDose))
            #expect(try carton.listingExpires == day("2026-12-31"))
            #expect(try carton.marketedFrom == day("2006-01-01"))
            #expect(books.drugDirectory(on: Day(number: 1)) == nil, "the directory was not out yet")
            #expect(try books.drugDirectory(on: day("2100-01-01"))?.set == .ndc)
            #expect(books.product(ndc11: "00409205115")?.role == .inner)
            let other = try #require(books.product(ndc11: "99999012301"))
            #expect((other.drug, other.kind, other.strength, other.container) == (.other, .otherDrug, 2, .singleDose))
            #expect(books.find("nausex", limit: 1).first?.code == "99999012301")
            #expect(books.find("ondansetron somebody", limit: 1).first?.code == "99999012301")
            #expect(books.product(ndc11: "59399011410")?.kind == .veterinary, "what ships is still known")
        }
    }

    @Test func `reads the records of open FDA`() throws {
        try ImportDesk.use { desk throws in
            let release = try #require(desk.load(desk.file("drug-ndc.json", Samples.openFDA)).first)
            #expect(try release.published == day("2026-10-02"))
            let product = try #require(try desk.loaded.product(ndc11: "42023011310"))
            #expect((product.product, product.labeler, product.strength, product.volume) == ("Ketalar", "Par", 10, 20))
            #expect(product.source == "openFDA NDC record 2026-10-02")
        }
    }

    @Test func `reads the office's own list of drugs`() throws {
        try ImportDesk.use { desk throws in
            try desk.load(desk.file("drug-ndc.json", Samples.openFDA))
            try desk.load(desk.file("vials.csv", Samples.vials))
            let books = try desk.loaded
            let vial = try #require(books.product(ndc11: "99998000101"))
            #expect((vial.drug, vial.strength, vial.volume, vial.confidence) == (.ketamine, 50, 10, .confirmed))
            #expect(books.product(ndc11: "99998000201")?.confidence == .strengthUnconfirmed)
            #expect(books.product(ndc11: "99998000301")?.kind == .veterinary)
            #expect(books.product(ndc11: "42023011310")?.product == "Ketalar", "openFDA's records stay")
            #expect(books.find("vialworks", limit: 3).count == 3)
            let damaged = Samples.vials.replacing("99998-0002-01", with: "999980002")
            #expect(try desk.refusal(desk.file("vials.csv", damaged)).line == 3)
        }
    }

    @Test func `reads procedure pairs in parts`() throws {
        try ImportDesk.use { desk throws in
            let parts = try ["f1", "f2"].enumerated().map { index, part in
                let codes = index == 0 ? Samples.pairs : Samples.pairs.replacing("96365", with: "96367")
                return try desk.file("ccipra-v323r0-\(part).txt", codes)
            }
            let release = try #require(desk.load(parts[0], parts[1]).first)
            #expect((release.name, release.rows) == ("version 32.3", 4))
            #expect(try release.published == day("2026-10-01"))
            let books = try desk.loaded
            let on = try day("2026-11-10")
            #expect(books.procedurePair("96365", "36000", on: on)?.modifier == .allowed)
            #expect(
                books.procedurePair("96367", "36000", on: on)?.rationale == "Standards of medical/surgical practice")
            #expect(books.procedurePair("96365", "96374", on: on) == nil)
            #expect(try books.procedurePair("96365", "96374", on: day("2010-12-31"))?.modifier == .notAllowed)
            #expect(books.procedurePair("36000", "96365", on: on) == nil)
        }
    }

    @Test func `reads unit limits`() throws {
        try ImportDesk.use { desk throws in
            let name = "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv"
            let release = try #require(desk.load(desk.file(name, Samples.limits)).first)
            #expect(try (release.from, release.to) == (day("2026-10-01"), day("2026-12-31")))
            let limit = try #require(try desk.loaded.unitLimit(of: "96365", on: day("2026-11-10")))
            #expect((limit.units, limit.indicator) == (1, 3))
            #expect(limit.rationale == "Code descriptor, CPT instruction")
        }
    }

    @Test func `reads the taxonomy with its kinds`() throws {
        try ImportDesk.use { desk throws in
            try desk.load(desk.file("nucc_taxonomy_261.csv", Samples.taxonomy))
            let books = try desk.loaded
            #expect(books.taxonomy("2084P0800X")?.label == "Psychiatry Physician")
            let kinds = ["2084P0800X", "208VP0014X", "207L00000X", "207Q00000X"].map { books.taxonomy($0)?.kind }
            #expect(kinds == [.mentalHealth, .pain, .anesthesia, .other])
        }
    }

    @Test(arguments: [
        (CodeSetName.carc, "Code,Description,Start Date,Stop Date\n16,Lacks information,1/1/1995,\n"),
        (.rarc, "Code\tDescription\nMA130\tUnprocessable\nM119\tNo NDC\n"),
        (.revenue, "Revenue Code;Description\n250;Pharmacy\n0636;Drugs\n"),
        (.cpt, "CPT Code,Long Description\n96365,The office's own licensed words\n0001A,Another\n"),
        (.placeOfService, "Place of Service Code(s),Place of Service Name\n1,Pharmacy\n11,Office\n27-30,Unassigned\n"),
    ])
    func `reads a licensed or public list`(_ set: CodeSetName, _ text: String) throws {
        try ImportDesk.use { desk throws in
            let release = try #require(desk.load(desk.file("list.csv", text), set: set).first)
            #expect(release.set == set)
            #expect(release.rows == text.split(separator: "\n").count - (set == .placeOfService ? 2 : 1))
            let books = try desk.loaded
            switch set {
            case .carc: #expect(books.denial(carc: "16")?.label == "Lacks information")
            case .rarc: #expect(books.denial(rarc: "MA130")?.label == "Unprocessable")
            case .revenue: #expect(books.revenue("0250")?.label == "Pharmacy")
            case .cpt: #expect(books.procedure("96365")?.label == "The office's own licensed words")
            default: #expect(books.placeOfService("01")?.label == "Pharmacy")
            }
        }
    }

    @Test func `keeps releases side by side and replaces one by a newer publication`() throws {
        try ImportDesk.use { desk throws in
            let first = try desk.file("icd10cm-order-2027.txt", Samples.orderFile)
            try desk.load(first, naming: ReleaseNaming(published: day("2026-07-01")))
            try desk.load(desk.file("icd10cm-order-2028.txt", Samples.orderFile))
            let update = try desk.file("icd10cm-order-2027-April-1-2027.txt", Samples.orderFile)
            try desk.load(update)
            let names = try desk.loaded.releases.filter { $0.set == .diagnosis }.map(\.name)
            #expect(names == ["FY2028", "FY2027 (April 1 2027)", "FY2027", "FY2026 (April 1 2026)"])
            let older = try desk.refusal(first, naming: ReleaseNaming(published: day("2026-07-01")))
            #expect(older.reason.contains("older than"))
        }
    }

    @Test func `reports its progress`() throws {
        try ImportDesk.use { desk throws in
            var seen: [Double] = []
            let file = try desk.file("icd10cm-order-2027.txt", Samples.orderFile)
            _ = try CodeImport(books: desk.loaded, takesFewer: true).run([file], into: desk.own) { seen.append($1) }
            #expect(seen.last == 1)
        }
    }

    /// The files that CMS gave out, where they are at hand, with the counts that they are known to have.
    @Test(
        .enabled(
            if: runs(with: published("HCPC2026_JAN_ANWEB_01122026.txt") != nil), "needs CMS's record of January 2026"))
    func `counts what CMS counts`() throws {
        let record = try #require(published("HCPC2026_JAN_ANWEB_01122026.txt"))
        try ImportDesk.use { desk throws in
            let releases = try desk.load(record, fewer: false)
            #expect(releases.map(\.rows) == [8_623, 383 + 43])
            let on = try day("2026-11-10")
            let books = try desk.loaded
            #expect(books.procedure("J3000", on: on)?.label.contains("streptomycin") == true)
            #expect(books.procedure("J3499", on: on) == nil)
            #expect(try books.procedure("S0013", on: on)?.validTo == day("2025-12-31"))
        }
    }

    @Test(.enabled(if: runs(with: published("ketamine_ndc.csv") != nil), "needs the list of ketamine products"))
    func `counts the list of ketamine products`() throws {
        let list = try #require(published("ketamine_ndc.csv"))
        try ImportDesk.use { desk throws in
            #expect(try desk.load(list).map(\.rows) == [23])
        }
    }
}
