import ClaimExchange
import ClaimModel
public import ClaimStore

/// Imports the rows of a CSV file with a map of its columns.
public struct RowImport: ClaimImport {
    private let name: String
    private let rows: CSVClaims
    private var intake: ClaimIntake
    private var upcoming = 0
    public var counts: ImportCounts {
        get { intake.counts }
        set { intake.counts = newValue }
    }

    /// The maximum size in bytes, since the whole file is read at once.
    private static let largest = 256 << 20
    /// The maximum number of errors that are listed one by one.
    private static let mostFaults = 50

    /// - Parameter name: the file's name as the person gave it.
    /// - Throws: why the file or the store cannot be read.
    public init(
        _ chunks: FileChunks, named name: String, by map: RowMap, into office: Office, _ options: ImportOptions
    ) throws {
        self.name = name
        let bytes = try chunks.rest()
        guard bytes.count <= RowImport.largest else { throw InputFault("is larger than 256 MB; split it") }
        do throws(CSVFault) {
            rows = try CSVClaims(bytes, by: map.columns, in: office.parsing)
        } catch {
            throw InputFault("was not imported: \(error).")
        }
        intake = try ClaimIntake(office, options)
    }

    public mutating func begin() throws(StoreFault) { try intake.begin() }

    public mutating func end() throws(StoreFault) { try intake.end() }

    public mutating func next() throws -> ImportStep? {
        guard rows.claims.indices.contains(upcoming) else { return nil }
        let claim = rows.claims[upcoming]
        upcoming += 1
        let numbers = claim.rows.map(String.init).joined(separator: ", ")
        let title = "\(name), \(claim.rows.count == 1 ? "row" : "rows") \(numbers)"
        return ImportStep(
            preview: try intake.take(
                intake.preparation.arrival(claim.draft, titled: title, origins: claim.origins)))
    }

    public var isWhole: Bool { rows.faults.isEmpty }

    public var summary: [String] {
        var sentences = rows.faults.prefix(RowImport.mostFaults).map { "\(name), \($0)." }
        if rows.faults.count > RowImport.mostFaults {
            sentences.append("And \(counted(rows.faults.count - RowImport.mostFaults, "error")) more.")
        }
        if !rows.unnamed.isEmpty {
            let names = rows.unnamed.map { "\"\($0)\"" }.joined(separator: ", ")
            sentences.append("Columns not in the map, not imported: \(names).")
        }
        sentences += intake.summary(of: name)
        if rows.held > 0 { sentences.append("\(counted(rows.held, "claim")) held back because of the errors above.") }
        if counts.repeated > 0 {
            sentences.append(
                "\(counted(counts.repeated, "claim")) with the account number, patient and date of another one in the file: "
                    + "if each row is a service line, set group_by in the map.")
        }
        return sentences
    }
}
