import ClaimExchange

/// The map of a CSV file: which column goes to which field.
public struct RowMap: Sendable {
    let columns: ColumnMap

    /// - Throws: the errors in the map, a line each.
    public init(file: String) throws(OfficeFault) {
        let text: String
        do throws(InputFault) {
            let bytes = try inputBytes(of: file)
            guard let read = String(validating: bytes, as: UTF8.self) else { throw InputFault("is not UTF-8 text") }
            text = read
        } catch {
            throw OfficeFault("\(file) \(error.message).")
        }
        do throws(ColumnMapFaults) {
            columns = try ColumnMap(yaml: text)
        } catch {
            let faults = error.faults.map { "\(file), \($0).\n" }.joined()
            throw OfficeFault(
                "\(faults)\(file) is not a map of columns. import --map-template prints one to start from.")
        }
    }

    /// A map to start from, with the columns of a file if one is given.
    public static func template(for file: String?) throws(OfficeFault) -> String {
        guard let file else { return ColumnMapTemplate().text }
        do {
            return ColumnMapTemplate(header: try CSVClaims.header(of: inputBytes(of: file))).text
        } catch let fault as InputFault {
            throw OfficeFault("\(file) \(fault.message).")
        } catch {
            throw OfficeFault("\(file): \(error).")
        }
    }
}
