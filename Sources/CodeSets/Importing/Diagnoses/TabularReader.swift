import ClaimModel
import Foundation
import FoundationXML

/// Reads the tabular list of ICD-10-CM (CDC/NCHS, XML): every code with its notes, seventh characters spelled out, and the
/// inclusion terms that lead to codes.
///
/// A code that needs a seventh character and has fewer characters is a header; its billable codes are padded with the
/// placeholder X. Of S06 with a fifth character for death before regaining consciousness, no later encounter exists.
final class TabularReader: NSObject, XMLParserDelegate {
    private let file: PublisherFile
    private var fault: ImportFault?
    private var rows: [CodeRow] = []
    private var notes: [TabularNote] = []
    private var terms: [CodeRow] = []
    private var fiscalYear: Int?
    /// Whether the list has been read to its own end, which the parser does not ask for.
    private var isOver = false

    /// What is open around the place that is read, from the outside in.
    private var names: [String] = []
    private var places: [TabularPlace] = []
    private var text = ""
    private var extensionCharacter = ""

    static func isBeginning(_ head: [UInt8]) -> Bool {
        let text = String(decoding: head.prefix(2_000), as: UTF8.self)
        return text.contains("<ICD10CM.tabular")
    }

    static func read(_ file: PublisherFile, progress: @escaping ImportProgress) throws(ImportFault) -> [TableBuilder] {
        try TabularReader(file).builders(progress)
    }

    private init(_ file: PublisherFile) {
        self.file = file
    }

    private func builders(_ progress: @escaping ImportProgress) throws(ImportFault) -> [TableBuilder] {
        let fiscalYear = try parsedYear(progress)
        let published = FileNameDates(file.name).day
        var builder = TableBuilder(
            .diagnoses(fiscalYear: fiscalYear, published: published, source: "CDC/NCHS tabular list XML"))
        var terms = TableBuilder(
            .inclusionTerms(fiscalYear: fiscalYear, published: published, source: "CDC/NCHS tabular list XML"))
        do throws(UnreadableRow) {
            for row in rows { try builder.add(row) }
            let codes = CodesOfRelease(builder.keys)
            for note in notes { try builder.add(note.read(codes)) }
            for row in self.terms { try terms.add(row) }
        } catch {
            throw file.fault("\(error).")
        }
        return terms.count > 0 ? [builder, terms] : [builder]
    }

    /// Reads the whole file.
    private func parsedYear(_ progress: @escaping ImportProgress) throws(ImportFault) -> Int {
        guard let stream = MeteredStream(file, progress: progress) else { throw file.fault("it can't be opened.") }
        let parser = XMLParser(stream: stream)
        parser.delegate = self
        let isRead = parser.parse()
        if let fault { throw fault }
        guard isRead, isOver else {
            throw file.fault(
                line: parser.lineNumber > 0 ? parser.lineNumber : nil,
                "it is cut off or no longer XML from here on; fetch the file again.")
        }
        guard let fiscalYear else { throw file.fault("it does not say its fiscal year: its <version> is missing.") }
        return fiscalYear
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        names.append(name)
        text = ""
        switch name {
        case "chapter", "diag": places.append(TabularPlace(sevenths: places.last?.sevenths ?? []))
        case "section": places.append(TabularPlace(owner: attributes["id"] ?? "", sevenths: []))
        case "sevenChrDef": places.withLast { $0.sevenths = [] }
        case "extension": extensionCharacter = attributes["char"] ?? ""
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        names.removeLast()
        let words = PublisherText.tidied(text)
        text = ""
        switch (names.last ?? "", name) {
        case ("", _): isOver = true
        case (_, "version"): fiscalYear = fiscalYear ?? Int(words)
        case ("diag", "name"): places.withLast { $0.owner = words }
        case ("diag", "desc"): places.withLast { $0.description = words }
        case ("chapter", "desc"): places.withLast { $0.owner = TabularPlace.codes(ofChapter: words) }
        case ("sevenChrDef", "extension"):
            places.withLast { $0.sevenths.append(SeventhCharacter(character: extensionCharacter, meaning: words)) }
        case (let kind, "note"): keep(words, of: kind)
        case (_, "diag"): close(parser)
        case (_, "section"), (_, "chapter"): closePlace()
        default: break
        }
    }

    private func keep(_ words: String, of kind: String) {
        if kind == "inclusionTerm" || kind == "includes", isWithinCode { places.withLast { $0.terms.append(words) } }
        guard let kind = TabularNote.Element(rawValue: kind) else { return }
        places.withLast { $0.notes.append(TabularNote(element: kind, text: words)) }
    }

    /// Whether the note's element is in a code, and not in a section or chapter.
    private var isWithinCode: Bool { names.dropLast().last == "diag" }

    /// A code is over: what stood in it is known now.
    private func close(_ parser: XMLParser) {
        guard let place = places.last else { return }
        guard !place.owner.isEmpty, !place.description.isEmpty else {
            fault = file.fault(line: parser.lineNumber, "a code without its name or its description ends here.")
            return parser.abortParsing()
        }
        rows += place.rows
        terms += place.termRows(from: terms.count + 1)
        closePlace()
        places.withLast { $0.hasCodesBelow = true }
    }

    private func closePlace() {
        guard let place = places.popLast() else { return }
        notes += place.ownNotes
    }
}

extension Array {
    fileprivate mutating func withLast(_ change: (inout Element) -> Void) {
        guard !isEmpty else { return }
        change(&self[count - 1])
    }
}
