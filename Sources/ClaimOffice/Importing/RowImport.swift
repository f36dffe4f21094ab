import ClaimExchange
import ClaimModel
import ClaimStore

/// Takes the rows of a file of comma-separated values into the store, by a map of its columns.
public struct RowImport: ClaimImport {
    private let name: String
    private let rows: CSVClaims
    private var intake: ClaimIntake
    private var upcoming = 0

    /// The most bytes that a file of rows may have, since it is read as a whole.
    private static let largest = 256 << 20
    /// So many faults are named one by one.
    private static let mostFaults = 50

    /// - Parameter name: the file as the person named it.
    /// - Throws: why the file as a whole is not read, or the store cannot be.
    public init(
        _ chunks: FileChunks, named name: String, by map: RowMap, into office: Office, _ options: ImportOptions
    ) throws {
        self.name = name
        let bytes = try chunks.rest()
        guard bytes.count <= RowImport.largest else { throw InputFault("is larger than 256 MB; split it") }
        do throws(CSVFault) {
            rows = try CSVClaims(bytes, by: map.columns, in: office.parsing)
        } catch {
            throw InputFault("was not taken: \(error).")
        }
        intake = try ClaimIntake(office, options)
    }

    public mutating func next() throws -> ImportStep? {
        guard rows.claims.indices.contains(upcoming) else { return nil }
        let claim = rows.claims[upcoming]
        upcoming += 1
        let numbers = claim.rows.map(String.init).joined(separator: ", ")
        let title = "\(name), \(claim.rows.count == 1 ? "row" : "rows") \(numbers)"
        return ImportStep(
            preview: try intake.take(
                ClaimIntake.Arrival(draft: claim.draft, title: title, origins: claim.origins)))
    }

    public var isWhole: Bool { rows.faults.isEmpty }

    public var summary: [String] {
        var sentences = rows.faults.prefix(RowImport.mostFaults).map { "\(name), \($0)." }
        if rows.faults.count > RowImport.mostFaults {
            sentences.append("And \(counted(rows.faults.count - RowImport.mostFaults, "fault")) more.")
        }
        if !rows.unnamed.isEmpty {
            let names = rows.unnamed.map { "\"\($0)\"" }.joined(separator: ", ")
            sentences.append("Columns that the map does not name, and nothing is taken from: \(names).")
        }
        sentences += intake.summary(of: name)
        if rows.held > 0 { sentences.append("\(counted(rows.held, "claim")) held for the faults above.") }
        if intake.repeated > 0 {
            sentences.append(
                "\(counted(intake.repeated, "claim")) of the file with the account number, patient and day of another one in it: "
                    + "where each row is a service line, the map says group_by.")
        }
        return sentences
    }
}
