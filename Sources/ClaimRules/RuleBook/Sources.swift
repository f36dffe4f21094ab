/// The documents that rules cite, by the names under which rules.md's key lists them.
extension Source {
    /// The payer's article that the program grew from.
    static let article = Source("Medical Mutual, Why Proper Coding for IV Ketamine Matters", "read 2026-11-23")
    static let tabular = Source("CDC ICD-10-CM tabular list, FY2026", "2026-04-01")
    static let icdGuidelines = Source("ICD-10-CM Official Guidelines, common coding practice", "FY2026")
    static let professionalGuide = Source("X12 837P 005010X222A1, common coding practice", "2010")
    static let cms1500 = Source("NUCC CMS-1500 (02/12) instructions, common coding practice", "2012-02")
    static let npiCheckDigit = Source("CMS NPI check digit", "2004")
    static let cpt = Source("CPT, common coding practice", "2026")
    static let bcbsmaAuthorization = Source("BCBSMA esketamine authorization form, policy 087", "undated")
    static let emerge = Source("Emerge Ketamine, summary of BCBSMA policy 087", "undated")
    static let unitedHealthcare = Source("UnitedHealthcare 2026D0069P", "2026")
    static let ameriHealth = Source("AmeriHealth 08.01.80c", "undated")
    static let medica = Source("Medica coverage policy", "2014")
    static let vaGuide = Source("Healing Maps, VA qualifying guide", "undated")
    static let esketamineJCode = Source("Osmind, Spravato J-code", "2026-02-05")
    static let palmettoUnclassified = Source("Palmetto GBA, Not otherwise classified drug codes AW8MMP6652", "undated")
    static let wpsUnclassified = Source("WPS Railroad Medicare text on J3490", "2011-11")
    static let bluesNDC = Source("BCBSTX NDC billing guide, as quoted", "undated")
    static let mediCalNDC = Source("Medi-Cal, physician-administered drugs NDC", "undated")
    static let nuccNDC = Source("NUCC supplemental information for box 24", "undated")
    static let ndcTwelveDigits = Source("FDA final rule 91 FR 10749", "2026-03-05")
    static let openFDA = Source("openFDA NDC directory records", "2026-10-02")
    static let vetLabel = Source("vetlabel.com VetaKet", "2015-09")
    static let wastage = Source("CMS A53024 and Noridian, JW and JZ modifiers", "undated")
    static let infusionTime = Source("UWHC IV infusion manual and AAPC on 96365/96366", "undated")
    static let injection = Source("96372 descriptor pages (medcoder.ai and two more)", "undated")
    static let uwhc = Source("UWHC IV infusion mini manual", "undated")
    static let codingAhead = Source("codingahead.com, 96366", "undated")
    static let modifier25 = Source("CMS transmittal 2005 and Noridian, E/M with drug administration", "undated")
    static let placesOfService = Source("CMS place of service code set, common coding practice", "2026")
    static let mue = Source("Noridian, medically unlikely edits", "undated")
    static let priorityHealth = Source("Priority Health, Spravato NDC clinical edit", "2023-05-23")
    static let ketamineLabel = Source("Ketamine label (FDA)", "undated")
    static let hcpcsFile = Source("CMS HCPCS Level II contractor record", "2026-01-12")
    static let field23 = Source("SpeedySoft, CMS-1500 field 23", "undated")
    static let denialPages = Source("Denial code pages", "undated")
    static let phq9 = Source("PHQ-9 scoring", "general knowledge")
    static let timelyFiling = Source("42 CFR 424.44 and payer manuals, common coding practice", "undated")
    static let postalService = Source("USPS, ZIP code prefixes by state, as publicly known", "2026")
    static let codeEditor = Source(
        "CMS Medicare Code Editor, age, sex and first-listed edits, common coding practice", "2026")
    static let medicarePartB = Source("CMS Part B billing rules, common coding practice", "2026")
    static let medicaidNDC = Source(
        "Deficit Reduction Act of 2005, section 6002: NDC on Medicaid drug claims", "2006-02-08")
    static let clia = Source(
        "CMS, HCPCS codes subject to and excluded from CLIA edits (R1471CP, CR 9035, CR 9502, CR 12131)", "2021-06-03")
    static let insuranceTypeCode = Source(
        "Stedi, claim edit: insurance type code where Medicare is not first", "undated")
    static let ncci = Source("CMS National Correct Coding Initiative, policy manual, common coding practice", "2026")
    /// For what most payers ask of a ketamine claim; a policy's setting cites the payer's own document.
    static let coveragePractice = Source("Ketamine and esketamine coverage policies, common coding practice", "2026")
    static let authorizationPractice = Source("Prior authorization, common coding practice", "2026")
    /// For rules that a policy's setting decides; their findings cite the setting's own source.
    static let payerPolicy = Source("The payer's policy, setting by setting", "dated there")
    /// How the program itself works.
    static let design = Source("CleanClaim's own design", "2026-11")
}
