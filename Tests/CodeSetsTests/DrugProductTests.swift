import ClaimModel
import Foundation
import Testing

@testable import CodeSets

@Suite struct DrugProductTests {
    @Test func `knows the vial of the article`() throws {
        let vial = try #require(books.product(ndc11: "00143950801"))
        #expect(vial.label == "0143-9508-01")
        #expect(vial.strength == 50)
        #expect(vial.volume == 10)
        #expect(vial.role == .inner)
        #expect(vial.related == "00143950810")
        #expect(vial.confidence == .strengthUnconfirmed)
        #expect(vial.container == .unknown)
        #expect(vial.summary == "Ketamine HCl injection 50 mg/mL, 10 mL vial, Hikma")
    }

    @Test(
        arguments: [
            ("42023011310", 10, 20, DrugProduct.Kind.human), ("00409205115", 100, 5, .human),
            ("55150043810", 10, 20, .human),
            ("59399011410", 100, 10, .veterinary), ("50458002802", 140, Decimal(string: "0.4"), .otherDrug),
            ("62991108704", nil, nil, .bulk),
        ] as [(String, Decimal?, Decimal?, DrugProduct.Kind)])
    func `knows strength and volume`(_ ndc: String, _ strength: Decimal?, _ volume: Decimal?, _ kind: DrugProduct.Kind)
        throws
    {
        let product = try #require(books.product(ndc11: ndc))
        #expect(product.strength == strength)
        #expect(product.volume == volume)
        #expect(product.kind == kind)
    }

    @Test(arguments: ["00409205105", "00409205115", "55150043810", "71872729601"])
    func `says that a multi dose vial is sourced`(_ ndc: String) {
        #expect(books.product(ndc11: ndc)?.container == .multiDose)
        #expect(books.product(ndc11: ndc)?.isContainerSourced == true)
    }

    @Test func `knows when a listing expires`() throws {
        #expect(try books.product(ndc11: "25021068405")?.listingExpires == day("2026-12-31"))
    }

    /// The label's layout and the billing form are one NDC, and a related package is in the table.
    @Test func `agrees with itself`() {
        let products = books.codes(of: .ndc, limit: 1000).compactMap { books.product(ndc11: $0.code) }
        #expect(products.count == 30)
        for product in products {
            let parts = product.label.split(separator: "-")
            let widths = [5, 4, 2]
            #expect(parts.count == 3 && parts.joined().count == 10, "\(product.label)")
            let padded = zip(parts, widths).map { String(repeating: "0", count: $1 - $0.count) + $0 }.joined()
            #expect(padded == product.ndc11)
            if let related = product.related { #expect(books.product(ndc11: related) != nil, "\(related)") }
        }
    }
}
