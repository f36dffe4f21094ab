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
}
