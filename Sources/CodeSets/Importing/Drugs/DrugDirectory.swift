import ClaimModel

/// The FDA's NDC directory in its two tab-separated files: products (`product.txt`) and their packages (`package.txt`).
enum DrugDirectory {
    static func isProductHeader(_ columns: Columns) -> Bool { columns.has("PRODUCTID", "PRODUCTNDC", "LABELERNAME") }
    static func isPackageHeader(_ columns: Columns) -> Bool { columns.has("PRODUCTID", "NDCPACKAGECODE") }

    static func read(
        products: PublisherFile, packages: PublisherFile, progress: @escaping ImportProgress
    ) throws(ImportFault) -> TableBuilder {
        let listed = try listings(products, progress)
        var builder = TableBuilder(release(of: packages))
        var seen: Set<String> = []
        var inner: [CodeRow] = []
        var records = try DelimitedRecords(packages, progress: progress)
        let columns = try records.columns(of: packages, isPackageHeader)
        let (id, code) = (columns.place(of: "PRODUCTID"), columns.place(of: "NDCPACKAGECODE"))
        let words = columns.place(of: "PACKAGEDESCRIPTION")
        let (start, end) = (columns.place(of: "STARTMARKETINGDATE"), columns.place(of: "ENDMARKETINGDATE"))
        while let record = try records.next(under: columns, of: packages) {
            guard var listing = listed[record.value(id)] else {
                throw packages.fault(
                    line: records.line,
                    "its product \(record.value(id)) is not in \(products.name): use both files of one date.")
            }
            listing.label = record.value(code)
            listing.packaging = record.value(words)
            listing.from = Day(published: record.value(start)) ?? listing.from
            listing.to = Day(published: record.value(end)) ?? listing.to
            let rows = listing.rows
            guard let own = rows.first else {
                throw packages.fault(line: records.line, "\"\(listing.label)\" is not an NDC in three parts.")
            }
            if seen.insert(own.code).inserted { try builder.add(own, of: packages, line: records.line) }
            inner += rows.dropFirst()
        }
        for row in inner where seen.insert(row.code).inserted { try builder.add(row, of: packages, line: records.line) }
        return builder
    }

    private static func listings(
        _ file: PublisherFile, _ progress: @escaping ImportProgress
    ) throws(ImportFault) -> [String: DrugListing] {
        var records = try DelimitedRecords(file, progress: progress)
        let columns = try records.columns(of: file, isProductHeader)
        let place = { (name: String) in columns.place(of: name) }
        let (id, labeler, type) = (place("PRODUCTID"), place("LABELERNAME"), place("PRODUCTTYPENAME"))
        let (brand, generic, substance) = (
            place("PROPRIETARYNAME"), place("NONPROPRIETARYNAME"), place("SUBSTANCENAME")
        )
        let (amount, unit) = (place("ACTIVE_NUMERATOR_STRENGTH"), place("ACTIVE_INGRED_UNIT"))
        let (start, end) = (place("STARTMARKETINGDATE"), place("ENDMARKETINGDATE"))
        let listingEnd = place("LISTING_RECORD_CERTIFIED_THROUGH")
        let source = source(of: file)
        var listings: [String: DrugListing] = [:]
        while let record = try records.next(under: columns, of: file) {
            let names = [record.value(brand), record.value(generic)].filter { !$0.isEmpty }
            listings[record.value(id)] = DrugListing(
                label: "", labeler: record.value(labeler), product: names.first ?? "",
                substances: "\(record.value(generic)) \(record.value(substance))",
                strength: "\(record.value(amount)) \(record.value(unit))", packaging: "",
                isBulk: record.value(type).lowercased().contains("bulk"), from: Day(published: record.value(start)),
                to: Day(published: record.value(end)) ?? Day(published: record.value(listingEnd)), source: source)
        }
        return listings
    }

    private static func source(of file: PublisherFile) -> String {
        "FDA NDC directory\(FileNameDates(file.name).day.map { " \($0.iso)" } ?? "")"
    }

    /// Neither the lines nor the names say of which day the files are: the FDA's archive stamps them with it.
    private static func release(of file: PublisherFile) -> CodeRelease {
        let day = FileNameDates(file.name).day ?? file.changed
        return CodeRelease(
            set: .ndc, name: day.map(\.spelled) ?? "FDA directory", source: "FDA NDC directory, products and packages",
            published: day)
    }
}
