import ClaimModel

/// A segment as texts: its elements, each of one or more components.
struct WireSegment: Hashable, Sendable {
    let place: LoopPlace
    let name: X12SegmentID
    /// The first is element 1. Blank ends are left out.
    private(set) var elements: [[String]]

    init(place: LoopPlace, name: X12SegmentID) {
        self.place = place
        self.name = name
        elements = []
    }

    /// - Parameter texts: one for each element, the first being element 1.
    init(_ texts: [String], name: X12SegmentID, at place: LoopPlace) {
        self.init(place: place, name: name)
        elements = texts.map { [$0] }
        trim()
    }

    init(_ segment: X12Segment, at place: LoopPlace) {
        self.place = place
        name = segment.id
        let (repetition, separator) = (segment.delimiters.repetition, segment.delimiters.component)
        elements = segment.elements.dropFirst().map { element in
            guard element.bytes.contains(where: { $0 == separator || $0 == repetition }) else { return [element.text] }
            return element.components.map { component in
                guard let repetition, component.bytes.contains(repetition) else { return component.text }
                return component.repetitions.map(\.text).joined(separator: WireSegment.repetition)
            }
        }
        trim()
    }

    /// Represents the repetition separator inside of a component: ASCII's own.
    static let repetition = "\u{1E}"

    /// A component, both counted from 1; component 0 is the element as a whole, its components parted by colons.
    subscript(element: Int, component: Int) -> String {
        get {
            guard (1...max(1, elements.count)).contains(element), !elements.isEmpty else { return "" }
            let components = elements[element - 1]
            if component == 0 { return components.joined(separator: ":") }
            return component <= components.count ? components[component - 1] : ""
        }
        set {
            guard !newValue.isEmpty || self[element, component] != newValue else { return }
            while elements.count < element { elements.append([""]) }
            if component == 0 {
                elements[element - 1] = newValue.split(separator: ":", omittingEmptySubsequences: false).map(
                    String.init)
            } else {
                while elements[element - 1].count < component { elements[element - 1].append("") }
                elements[element - 1][component - 1] = newValue
            }
            // Behind a text is nothing to be left out, unless the text has components of its own.
            if newValue.isEmpty || component == 0 { trim() }
        }
    }

    /// Replaces an element as a whole.
    mutating func put(_ components: [String], at element: Int) {
        while elements.count < element { elements.append([""]) }
        elements[element - 1] = components
        if components.last?.isEmpty ?? true { trim() }
    }

    func components(of element: Int) -> [String] { elements.indices.contains(element - 1) ? elements[element - 1] : [] }

    var isBlank: Bool { elements.isEmpty }

    private mutating func trim() {
        for index in elements.indices {
            while elements[index].count > 1, elements[index].last == "" { elements[index].removeLast() }
        }
        while elements.last == [""] { elements.removeLast() }
    }

    /// What tells it apart from others of its name in the same loop.
    var qualifier: String {
        switch name {
        case "NM1", "REF", "DTP", "AMT", "NTE", "CRC", "PRV", "QTY", "PWK": self[1, 1]
        case "PER": self[3, 1]
        case "HI": self[1, 1] == "BK" ? "ABK" : self[1, 1]
        default: ""
        }
    }

    /// The order of the guide.
    var sortKey: [Int] {
        place.sortKey + [ProfessionalGuide.rank(of: name, qualifier: CodeWord(qualifier.utf8), in: place.loop)]
    }
}

// MARK: As text

extension WireSegment {
    /// As a carried segment has it.
    var text: String {
        ([name.description] + elements.map { $0.map(WireSegment.escaped).joined(separator: ":") })
            .joined(separator: "*")
    }

    private static func escaped(_ text: String) -> String {
        // Most texts are letters and digits.
        guard !text.utf8.allSatisfy(\.isLetterOrDigit) else { return text }
        var escaped = ""
        for sign in text {
            if "*:^\\".contains(sign) { escaped.append("\\") }
            escaped.append(String(sign) == repetition ? "^" : sign)
        }
        return escaped
    }

    /// Reads what `text` gives; `nil` where it does not begin with a segment's name.
    init?(text: String, at place: LoopPlace) {
        var elements: [[String]] = [[""]]
        var isEscaped = false
        for sign in text {
            if isEscaped || !"*:^\\".contains(sign) {
                elements[elements.count - 1][elements[elements.count - 1].count - 1].append(sign)
                isEscaped = false
            } else if sign == "\\" {
                isEscaped = true
            } else if sign == "*" {
                elements.append([""])
            } else if sign == ":" {
                elements[elements.count - 1].append("")
            } else {
                elements[elements.count - 1][elements[elements.count - 1].count - 1] += WireSegment.repetition
            }
        }
        let name = elements[0].first ?? ""
        guard (2...3).contains(name.utf8.count), name.utf8.allSatisfy({ $0.isCapitalOrDigit }) else { return nil }
        self.place = place
        self.name = X12SegmentID(name.utf8)
        self.elements = Array(elements.dropFirst())
        trim()
    }
}
