/// The code sets that the program knows, by the names that people and scripts see.
public enum CodeSetName: String, CaseIterable, Hashable, Sendable, Codable {
    case diagnosis = "ICD-10-CM"
    case hcpcs = "HCPCS"
    case cpt = "CPT"
    case ndc = "NDC"
    case modifier = "modifier"
    case placeOfService = "place of service"
    case taxonomy = "taxonomy"
    case carc = "CARC"
    case rarc = "RARC"
    case revenue = "revenue code"
    case procedurePair = "NCCI procedure pairs"
    case unitLimit = "medically unlikely edits"
    case inclusionTerm = "inclusion terms"
    case synonym = "synonyms"
    case diagnosisAge = "ages of diagnoses"
    case claimStatus = "claim status"
    case statusCategory = "claim status category"
    case statusEntity = "claim status entity"

    /// What the set's files and folders are called.
    public var file: String {
        switch self {
        case .diagnosis: "icd10cm"
        case .hcpcs: "hcpcs"
        case .cpt: "cpt"
        case .ndc: "ndc"
        case .modifier: "modifiers"
        case .placeOfService: "pos"
        case .taxonomy: "taxonomy"
        case .carc: "carc"
        case .rarc: "rarc"
        case .revenue: "revenue"
        case .procedurePair: "ncci-pairs"
        case .unitLimit: "mue"
        case .inclusionTerm: "inclusions"
        case .synonym: "synonyms"
        case .diagnosisAge: "ages"
        case .claimStatus: "status"
        case .statusCategory: "status-category"
        case .statusEntity: "status-entity"
        }
    }

    /// Whether its codes are looked up by words, and not only judged by.
    public var isSearched: Bool {
        switch self {
        case .procedurePair, .unitLimit, .inclusionTerm, .synonym, .diagnosisAge, .statusCategory, .statusEntity: false
        default: true
        }
    }

    /// Whether it has phrases that lead to codes of other sets.
    var leadsToCodes: Bool { self == .inclusionTerm || self == .synonym }

    /// Its place among all sets.
    var index: Int {
        switch self {
        case .diagnosis: 0
        case .hcpcs: 1
        case .cpt: 2
        case .ndc: 3
        case .modifier: 4
        case .placeOfService: 5
        case .taxonomy: 6
        case .carc: 7
        case .rarc: 8
        case .revenue: 9
        case .procedurePair: 10
        case .unitLimit: 11
        case .inclusionTerm: 12
        case .synonym: 13
        case .diagnosisAge: 14
        case .claimStatus: 15
        case .statusCategory: 16
        case .statusEntity: 17
        }
    }
}
