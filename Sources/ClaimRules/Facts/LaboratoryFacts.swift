import ClaimModel
import CodeSets

/// Which codes are laboratory tests under the Clinical Laboratory Improvement Amendments.
extension LineFacts {
    /// Whether a laboratory needs a certificate for the code, as far as is known.
    var needsCertificate: Bool {
        guard let code, !LineFacts.excluded.contains(where: { $0.contains(code) }) else { return false }
        return kinds.contains(.laboratory) || LineFacts.tests.contains(where: { $0.contains(code) })
            || isProprietaryTest
    }

    /// Whether CMS's list names the code, or its modifier QW says that the test is a waived one.
    var surelyNeedsCertificate: Bool { needsCertificate && (has("QW") || code.map(LineFacts.listed.contains) ?? false) }

    /// CPT's proprietary laboratory analyses: four digits and U.
    private var isProprietaryTest: Bool { code?.utf8.count == 5 && code?.last == "U" }

    /// Codes new in 2008 and 2016 that CMS lists as subject to CLIA edits (transmittals R1471CP and R3439CP).
    private static let listed: Set<String> = [
        "80047", "82610", "83993", "84704", "86356", "87500", "87809", "88381", "89322", "89331", "G0480", "G0481",
        "G0482", "G0483",
    ]

    /// HCPCS codes for tests.
    private static let tests: [ClosedRange<String>] = [
        "G0103"..."G0103", "G0123"..."G0123", "G0143"..."G0145", "G0147"..."G0148", "G0306"..."G0307",
        "G0328"..."G0328", "G0432"..."G0435", "G0475"..."G0476", "G0480"..."G0483", "G0659"..."G0659",
    ]

    /// Codes of the CPT's laboratory section that CMS excludes from CLIA edits: consultations, skin tests, blood products,
    /// autopsies, readings through the skin, and the handling of eggs and sperm; 0061U and 0079U since 2018. CMS names 86486
    /// (R1471CP) and 89337 (CR 9035); the others are generally known, and only keep the rule silent.
    private static let excluded: [ClosedRange<String>] = [
        "0061U"..."0061U", "0079U"..."0079U", "80503"..."80506", "81050"..."81050", "82075"..."82075",
        "83013"..."83014", "83987"..."83987", "86077"..."86079", "86485"..."86580", "86890"..."86891",
        "86910"..."86911", "86927"..."86985", "88000"..."88099", "88125"..."88125", "88240"..."88241",
        "88720"..."88741", "89049"..."89049", "89220"..."89281", "89290"..."89291", "89335"..."89398",
    ]
}
