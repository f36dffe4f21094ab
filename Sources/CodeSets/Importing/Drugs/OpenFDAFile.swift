import ClaimModel
import Foundation

/// NDC records of openFDA: JSON, `{"meta": {"last_updated": …}, "results": [product, …]}`, as the download and the API give.
enum OpenFDAFile {
    static func isBeginning(_ head: [UInt8]) -> Bool {
        guard let first = head.first(where: { !" \t\r\n".utf8.contains($0) }), first == UInt8(ascii: "{") else {
            return false
        }
        let text = String(decoding: head, as: UTF8.self)
        return text.contains("\"results\"") || text.contains("\"product_ndc\"")
    }

    private struct Record: Decodable {
        let labeler_name: String?
        let brand_name: String?
        let generic_name: String?
        let product_type: String?
        let listing_expiration_date: String?
        let marketing_end_date: String?
        let active_ingredients: [Ingredient]?
        let packaging: [Packaging]?
    }

    private struct Ingredient: Decodable {
        let name: String?
        let strength: String?
    }

    private struct Packaging: Decodable {
        let package_ndc: String?
        let description: String?
        let marketing_start_date: String?
        let marketing_end_date: String?
    }

    static func read(_ file: PublisherFile, progress: @escaping ImportProgress) throws(ImportFault) -> TableBuilder {
        let day = lastUpdated(file.head)
        var builder = TableBuilder(
            CodeRelease(
                set: .ndc, name: day.map { "openFDA, \($0.spelled)" } ?? "openFDA", source: "openFDA NDC records",
                published: day, isWhole: false))
        let source = "openFDA NDC record\(day.map { " \($0.iso)" } ?? "")"
        var objects = try JSONObjects(file, in: "results", progress: progress)
        var seen: Set<String> = []
        var inner: [CodeRow] = []
        while let object = try objects.next() {
            guard let record = try? JSONDecoder().decode(Record.self, from: Data(object)) else {
                throw file.fault("its record \(objects.number) is not an NDC record of openFDA, or is damaged.")
            }
            for listing in listings(record, source) {
                let rows = listing.rows
                guard let own = rows.first else {
                    throw file.fault("its record \(objects.number): \"\(listing.label)\" is not an NDC in three parts.")
                }
                if seen.insert(own.code).inserted { try builder.add(own, of: file, line: objects.number) }
                inner += rows.dropFirst()
            }
        }
        for row in inner where seen.insert(row.code).inserted { try builder.add(row, of: file, line: objects.number) }
        return builder
    }

    private static func listings(_ record: Record, _ source: String) -> [DrugListing] {
        let ingredients = record.active_ingredients ?? []
        let names = [record.brand_name, record.generic_name].compactMap(\.self).filter { !$0.isEmpty }
        let substances = [record.generic_name ?? ""] + ingredients.compactMap(\.name)
        return (record.packaging ?? []).map { packaging in
            DrugListing(
                label: packaging.package_ndc ?? "", labeler: tidied(record.labeler_name), product: tidied(names.first),
                substances: tidied(substances.joined(separator: " ")),
                strength: ingredients.count == 1 ? tidied(ingredients[0].strength).replacing("/1", with: "/") : "",
                packaging: packaging.description ?? "",
                isBulk: record.product_type?.lowercased().contains("bulk") ?? false,
                from: packaging.marketing_start_date.flatMap { Day(published: $0) },
                to: [packaging.marketing_end_date, record.marketing_end_date, record.listing_expiration_date]
                    .lazy.compactMap { $0.flatMap { Day(published: $0) } }.first,
                source: source)
        }
    }

    private static func tidied(_ text: String?) -> String { PublisherText.tidied(text ?? "") }

    private static func lastUpdated(_ head: [UInt8]) -> Day? {
        let text = String(decoding: head, as: UTF8.self)
        guard let key = text.range(of: "\"last_updated\"") else { return nil }
        let value = text[key.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "-" }
        return Day(published: value)
    }
}
