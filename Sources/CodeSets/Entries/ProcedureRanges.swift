extension ProcedureKinds {
    /// Which codes are of which kind: ranges of CPT and HCPCS numbers, both ends included.
    ///
    /// From the code books' own sections; those of drugs follow the sections of the CMS file of January 2026.
    static func kinds(of code: UInt64) -> ProcedureKinds {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].first <= code { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? [] : stretches[low - 1].kinds
    }

    /// Codes that lie between two ends of ranges are of the same kinds: the first of each such stretch, ascending.
    private static let stretches: [(first: UInt64, kinds: ProcedureKinds)] = {
        let table = named.map { (kinds: $0.kinds, codes: $0.codes.compactMap(packed)) }
        let ends = Set(table.flatMap { $0.codes.flatMap { [$0.lowerBound, $0.upperBound + 1] } })
        return ends.sorted().map { first in
            let meant = table.filter { $0.codes.contains { $0.contains(first) } }
            return (first, meant.reduce(into: []) { $0.formUnion($1.kinds) })
        }
    }()

    private static func packed(_ range: ClosedRange<String>) -> ClosedRange<UInt64>? {
        guard let lower = number(range.lowerBound), let upper = number(range.upperBound), lower <= upper
        else { return nil }
        return lower...upper
    }

    private static let named: [(kinds: ProcedureKinds, codes: [ClosedRange<String>])] = [
        (.officeVisit, ["99201"..."99205", "99211"..."99215"]),
        (.newPatientVisit, ["99201"..."99205"]),
        ([.evaluationAndManagement, .takesModifier25], visits),
        (.takesModifier25, visitsToPayers),
        (.anesthesia, ["00100"..."01999"]),
        (.anesthesiaCircumstance, codes("99100", "99116", "99135", "99140")),
        (.sedation, ["99151"..."99157"]),
        (
            .painProcedure,
            ["20552"..."20553", "62320"..."62327", "64400"..."64530", "64600"..."64681", "64999"..."64999"]
        ),
        (.administration, ["96365"..."96368", "96372"..."96372", "96374"..."96376", "96379"..."96379"]),
        (.infusion, ["96365"..."96368"]),
        (.push, ["96374"..."96376"]),
        (.injection, codes("96372")),
        (.hydration, ["96360"..."96361"]),
        (.initialService, codes("96360", "96365", "96374", "96409", "96413")),
        (.addOn, addOns),
        (.chemotherapy, ["96401"..."96549"]),
        (.drug, drugs),
        ([.unlistedDrug, .unlisted], unlistedDrugs),
        (.unlisted, unlistedServices),
        (.esketamine, codes("J0013", "S0013", "G2082", "G2083")),
        (.psychotherapy, codes("90832", "90834", "90837")),
        (.psychotherapyAddOn, codes("90833", "90836", "90838")),
        (.psychiatricEvaluation, ["90791"..."90792"]),
        (.prolongedService, ["99354"..."99359", "99415"..."99418"] + codes("G0316", "G2212")),
        (.facilityOnly, codes("96376", "G0463")),
        (.laboratory, ["80047"..."89398"]),
        (.imaging, ["70010"..."79999"]),
        (.mileage, codes("A0021", "A0380", "A0390", "A0425", "A0435", "A0436", "S0209", "S0215")),
    ]

    private static let visits: [ClosedRange<String>] = [
        "99201"..."99205", "99211"..."99215", "99221"..."99223", "99231"..."99239", "99241"..."99245",
        "99251"..."99255", "99281"..."99285", "99291"..."99292", "99304"..."99310", "99315"..."99316",
        "99341"..."99350", "99381"..."99397", "99483"..."99483", "99495"..."99496", "99499"..."99499",
    ]

    /// Visits by another name, on which payers take modifier 25 as well.
    private static let visitsToPayers: [ClosedRange<String>] =
        ["90791"..."90792", "92002"..."92014", "99401"..."99412", "99455"..."99456", "99460"..."99463"]
        + codes(
            "G0101", "G0245", "G0246", "G0402", "G0438", "G0439", "G0463", "G2082", "G2083", "S0610", "S0612", "S9083",
            "T1015")

    private static let addOns: [ClosedRange<String>] =
        codes(
            "96361", "96366", "96367", "96368", "96375", "96376", "96411", "96415", "96417", "90785", "90833", "90836",
            "90838", "90840", "90461", "90472", "90474", "96121", "96131", "96133", "96137", "96139", "96159", "64480",
            "64484", "64491", "64494", "99153", "99157", "99292", "99417", "99418", "G0316", "G2211", "G2212", "S9088")
        + ["99354"..."99357", "99415"..."99416"]

    private static let drugs: [ClosedRange<String>] = [
        "J0000"..."J9999", "C9014"..."C9175", "C9254"..."C9300", "C9399"..."C9399", "Q0138"..."Q0249",
        "Q2004"..."Q2057", "Q3027"..."Q3028", "Q4074"..."Q4074", "Q4081"..."Q4081", "Q5101"..."Q5199",
        "Q9950"..."Q9998", "S0012"..."S0198", "A9500"..."A9800", "90281"..."90399", "90476"..."90759",
        "91300"..."91322",
    ]

    private static let unlistedDrugs = codes(
        "J3490", "J3590", "J7199", "J7599", "J7699", "J7799", "J7999", "J8498", "J8499", "J8597", "J8999", "J9999",
        "C9399", "A9699", "Q0181")

    /// The codes at the ends of CPT's sections that represent whatever has none of its own, and their like in HCPCS.
    private static let unlistedServices =
        codes(
            "01999", "15999", "17999", "19499", "20999", "21089", "21299", "21499", "21899", "22899", "22999", "23929",
            "24999", "25999", "26989", "27299", "27599", "27899", "28899", "29799", "29999", "30999", "31299", "31599",
            "31899", "32999", "33999", "36299", "37501", "37799", "38129", "38589", "38999", "39499", "39599", "40799",
            "40899", "41599", "41899", "42299", "42699", "42999", "43289", "43499", "43659", "43999", "44238", "44799",
            "44899", "44979", "45399", "45499", "45999", "46999", "47379", "47399", "47579", "47999", "48999", "49329",
            "49659", "49999", "50549", "50949", "51999", "53899", "54699", "55559", "55899", "58578", "58579", "58679",
            "58999", "59897", "59898", "59899", "60659", "60699", "64999", "66999", "67299", "67399", "67599", "67999",
            "68399", "68899", "69399", "69799", "69949", "69979")
        + codes(
            "76496", "76497", "76498", "76499", "76999", "77299", "77399", "77499", "77799", "78999", "79999", "81099",
            "81479", "81599", "84999", "85999", "86849", "86999", "87999", "88099", "88199", "88299", "88399", "88749",
            "89240", "89398", "90399", "90749", "90899", "90999", "91299", "92499", "92700", "93799", "93998", "94799",
            "95199", "95999", "96379", "96549", "96999", "97039", "97139", "97799", "99199", "99429", "99499", "99600",
            "A4641", "A4649", "A9699", "A9999", "E1399", "K0108", "L0999", "L2999", "L3999", "L5999", "L8499", "L8699",
            "V2799")

    private static func codes(_ codes: String...) -> [ClosedRange<String>] { codes.map { $0...$0 } }
}
