import Foundation

/// The files of one import, which make one release together.
struct PublisherFiles {
    private let files: [(file: PublisherFile, format: PublisherFormat)]

    init(_ urls: [URL]) throws(ImportFault) {
        var files: [(PublisherFile, PublisherFormat)] = []
        for url in urls {
            let file = try PublisherFile(url)
            files.append((file, try PublisherFormat(file)))
        }
        self.files = files
    }

    func fault(_ reason: String) -> ImportFault { ImportFault(files.map(\.file.name).joined(separator: ", "), reason) }

    func builders(
        as set: CodeSetName?, naming: ReleaseNaming, books: CodeBooks, progress: @escaping ImportProgress
    ) throws(ImportFault) -> [TableBuilder] {
        guard let first = files.first else { return [] }
        let all = files.map(\.file)
        switch first.format {
        case .procedurePairs where files.allSatisfy({ $0.format.isProcedurePairs }):
            return [try ProcedurePairFile.read(all, progress: progress)]
        case .drugProducts, .drugPackages: return [try drugDirectory(progress)]
        case _ where files.count > 1: throw fault("they do not make one release: import one file after the other.")
        case .tabular: return try TabularReader.read(first.file, progress: progress)
        case .order: return [try OrderFile.read(first.file, naming: naming, progress: progress)]
        case .contractorRecord:
            return try ContractorRecord.read(first.file, known: books.allRows(of: .modifier), progress: progress)
        case .drugList: return [try DrugListFile.read(first.file, progress: progress)]
        case .openFDA: return [try OpenFDAFile.read(first.file, progress: progress)]
        case .unitLimits: return [try UnitLimitFile.read(first.file, progress: progress)]
        case .list(let given):
            guard let set = set ?? given, set.isListed else {
                throw first.file.fault(
                    "it is a list of codes, but of which set? Give --set with one of "
                        + "\(CodeSetName.allCases.filter(\.isListed).map { "\"\($0.rawValue)\"" }.joined(separator: ", "))."
                )
            }
            return [
                try CodeListFile.read(first.file, as: set, known: books.allRows(of: set), progress: progress)
            ]
        case .procedurePairs: throw fault("they do not make one release: import one file after the other.")
        }
    }

    private func drugDirectory(_ progress: @escaping ImportProgress) throws(ImportFault) -> TableBuilder {
        let products = files.filter { $0.format.isDrugProducts }
        let packages = files.filter { $0.format.isDrugPackages }
        guard files.count == 2, let product = products.first, let package = packages.first else {
            throw fault("the NDC directory is two files of one date: give product.txt and package.txt together.")
        }
        return try DrugDirectory.read(products: product.file, packages: package.file, progress: progress)
    }
}

extension PublisherFormat {
    fileprivate var isProcedurePairs: Bool { if case .procedurePairs = self { true } else { false } }
    fileprivate var isDrugProducts: Bool { if case .drugProducts = self { true } else { false } }
    fileprivate var isDrugPackages: Bool { if case .drugPackages = self { true } else { false } }
}

extension CodeSetName {
    /// Whether its publishers give it out as a list with a header line.
    fileprivate var isListed: Bool {
        switch self {
        case .cpt, .placeOfService, .taxonomy, .carc, .rarc, .revenue, .modifier, .hcpcs, .claimStatus: true
        case .diagnosis, .ndc, .procedurePair, .unitLimit, .inclusionTerm, .synonym, .diagnosisAge, .statusCategory,
            .statusEntity:
            false
        }
    }
}
