import Testing

@testable import TextKit

@Suite struct JSONWriterTests {
    private static let value = JSONValue.object([
        "name": .text("José \"李\"\n\u{1B}\u{85}\u{202E}"), "rows": .list([.number(-1), .bool(true), .null]),
        "none": .list([]), "empty": .object([:]),
    ])

    private static func text(_ layout: JSONWriter.Layout, escapesInvisible: Bool = false) -> String {
        var writer = JSONWriter(layout, escapesInvisible: escapesInvisible)
        value.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `a document without blanks escapes what a terminal acts on, and nothing else`() {
        let name = "José \\\"李\\\"\\n\\u001b\\u0085\u{202E}"
        let expected = "{\"name\":\"\(name)\",\"rows\":[-1,true,null],\"none\":[],\"empty\":{}}"
        #expect(JSONWriterTests.text(.compact).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test func `a line escapes every sign that steers how it is drawn`() {
        let name = "José \\\"李\\\"\\n\\u001b\\u0085\\u202e"
        #expect(
            JSONWriterTests.value.json
                == "{\"name\": \"\(name)\", \"rows\": [-1, true, null], \"none\": [], \"empty\": {}}")
        #expect(JSONWriterTests.value.json == JSONWriterTests.text(.line, escapesInvisible: true))
    }

    @Test func `members and items have lines of their own`() {
        #expect(
            JSONWriterTests.text(.indented, escapesInvisible: true).split(separator: "\n").dropFirst(2).joined(
                separator: "|")
                == "  \"rows\": [|    -1,|    true,|    null|  ],|  \"none\": [],|  \"empty\": {}|}")
    }

    @Test func `what is beyond the basic plane is escaped in two halves`() {
        #expect(JSONValue.text("\u{E0001}").json == "\"\\udb40\\udc01\"")
        #expect(JSONValue.text("😀").json == "\"😀\"")
    }

    @Test func `going back takes away what was written since`() {
        var writer = JSONWriter()
        writer.beginObject()
        let mark = writer.mark
        writer.name("gone")
        writer.number(1)
        writer.goBack(to: mark)
        writer.member("kept", "yes")
        writer.endObject()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"kept\":\"yes\"}")
    }
}
