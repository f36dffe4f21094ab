import Foundation

/// A value in the server's binary form, and the number of its type in the server's catalog.
struct Cell {
    let type: UInt32
    let content: UnsafeRawBufferPointer

    private enum TypeNumber {
        static let boolean: UInt32 = 16, bytes: UInt32 = 17, object: UInt32 = 26
        static let integers: Set<UInt32> = [20, 21, 23]
        static let single: UInt32 = 700, double: UInt32 = 701, numeric: UInt32 = 1700
        static let uuid: UInt32 = 2950, jsonb: UInt32 = 3802
        /// "char", name, text, json, xml, unknown, character, character varying.
        static let texts: Set<UInt32> = [18, 19, 25, 114, 142, 705, 1042, 1043]
        /// Types that a database adds have higher numbers; of these, enumerations and citext are sent as text.
        static let firstOfDatabase: UInt32 = 16_384
    }

    var integer: Int64? {
        switch type {
        case _ where TypeNumber.integers.contains(type): signed
        case TypeNumber.boolean, TypeNumber.object: Int64(bitPattern: unsigned)
        case TypeNumber.numeric: Numeric(content)?.integer
        default: nil
        }
    }

    var double: Double? {
        switch type {
        case TypeNumber.single where content.count == 4: Double(Float(bitPattern: UInt32(unsigned)))
        case TypeNumber.double: Double(bitPattern: unsigned)
        case TypeNumber.numeric: Numeric(content)?.double
        default: integer.map(Double.init)
        }
    }

    var text: String? {
        switch type {
        case TypeNumber.uuid where content.count == 16:
            UUID(uuid: content.loadUnaligned(as: uuid_t.self)).uuidString.lowercased()
        // The first byte is the version of the form.
        case TypeNumber.jsonb: String(decoding: content.dropFirst(), as: UTF8.self)
        default: isText ? String(decoding: content, as: UTF8.self) : nil
        }
    }

    var bytes: Data? { type == TypeNumber.bytes || isText ? Data(content) : nil }

    private var isText: Bool { TypeNumber.texts.contains(type) || type >= TypeNumber.firstOfDatabase }

    private var unsigned: UInt64 { content.reduce(0) { $0 << 8 | UInt64($1) } }

    private var signed: Int64 {
        let unused = 64 - 8 * content.count
        return (Int64(bitPattern: unsigned) << unused) >> unused
    }
}
