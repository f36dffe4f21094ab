import ClaimExchange
import ClaimModel
import ClaimStore

/// Takes the rows of a file of comma-separated values into the store, by a map of its columns.
struct CSVImport {
    private let around: Surroundings
    private let wish: ClaimIntake.Wish
    private let map: ColumnMap

    /// The most bytes that a file of rows may have, since it is read as a whole.
    private static let largest = 256 << 20
    /// So many faults are said one by one.
    private static let mostFaults = 50

    /// - Parameter file: the path of the map.
    init(_ around: Surroundings, _ wish: ClaimIntake.Wish, map file: String) throws {
        self.around = around
        self.wish = wish
        do throws(InputFault) {
            let bytes = try inputBytes(of: file)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw InputFault(words: "is not UTF-8 text")
            }
            map = try CSVImport.map(text, file)
        } catch {
            throw Refusal("\(file) \(error.words).")
        }
    }

    private static func map(_ text: String, _ file: String) throws(InputFault) -> ColumnMap {
        do throws(ColumnMapFaults) {
            return try ColumnMap(yaml: text)
        } catch {
            for fault in error.faults { Console.say("\(file), \(fault).") }
            throw InputFault(words: "is no map of columns yet; import --map-template prints one to begin from")
        }
    }

    /// - Returns: whether every row was taken, or is there already.
    func take(_ chunks: FileChunks, named name: String) throws(InputFault) -> Bool {
        let bytes = try chunks.rest()
        guard bytes.count <= CSVImport.largest else { throw InputFault(words: "is larger than 256 MB; split it") }
        do {
            let rows = try CSVClaims(bytes, by: map, in: around.parsing)
            var intake = try ClaimIntake(around, wish)
            defer { report(rows, intake, name) }
            for claim in rows.claims {
                let title = claim.rows.count == 1 ? "row \(claim.rows[0])" : "rows \(listed(claim.rows))"
                try intake.take(
                    ClaimIntake.Arrival(draft: claim.draft, title: "\(name), \(title)", origins: claim.origins))
            }
            return rows.faults.isEmpty
        } catch let fault as CSVFault {
            throw InputFault(words: "was not taken: \(fault).")
        } catch {
            throw InputFault(words: "was not taken any further: \((error as? StoreFault)?.description ?? "\(error)")")
        }
    }

    private func report(_ rows: CSVClaims, _ intake: ClaimIntake, _ name: String) {
        for fault in rows.faults.prefix(CSVImport.mostFaults) { Console.say("\(name), \(fault).") }
        if rows.faults.count > CSVImport.mostFaults {
            Console.say("And \(counted(rows.faults.count - CSVImport.mostFaults, "fault")) more.")
        }
        if !rows.unnamed.isEmpty {
            let names = rows.unnamed.map { "\"\($0)\"" }.joined(separator: ", ")
            Console.say("Columns that the map does not name, and nothing is taken from: \(names).")
        }
        intake.say(name)
        if rows.held > 0 { Console.say("\(counted(rows.held, "claim")) held for the faults above.") }
        if intake.repeated > 0 {
            Console.say(
                "\(counted(intake.repeated, "claim")) of the file with the account number, patient and day of another one in it: "
                    + "where each row is a service line, the map says group_by.")
        }
    }

    private func listed(_ rows: [Int]) -> String { rows.map(String.init).joined(separator: ", ") }

    /// A map to begin from, with the columns of a file where one is given.
    static func template(for file: String?) throws -> String {
        guard let file else { return ColumnMapTemplate().text }
        do {
            return ColumnMapTemplate(header: try CSVClaims.header(of: inputBytes(of: file))).text
        } catch let fault as InputFault {
            throw Refusal("\(file) \(fault.words).")
        } catch {
            throw Refusal("\(file): \(error).")
        }
    }
}
