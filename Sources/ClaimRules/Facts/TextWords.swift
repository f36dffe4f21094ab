/// The words that free texts of claims use around drugs.
extension TextContext {
    /// Micrograms, milliliters or minutes in one of each.
    static let units: [String: (unit: TextAmount.Unit, factor: Int)] = [
        "MG": (.mass, 1000), "MGS": (.mass, 1000), "MILLIGRAM": (.mass, 1000), "MILLIGRAMS": (.mass, 1000),
        "MCG": (.mass, 1), "UG": (.mass, 1), "G": (.mass, 1_000_000), "GM": (.mass, 1_000_000),
        "GRAM": (.mass, 1_000_000), "ML": (.volume, 1), "MLS": (.volume, 1), "CC": (.volume, 1),
        "MILLILITER": (.volume, 1), "MILLILITERS": (.volume, 1), "MIN": (.time, 1), "MINS": (.time, 1),
        "MINUTE": (.time, 1), "MINUTES": (.time, 1), "HR": (.time, 60), "HRS": (.time, 60), "HOUR": (.time, 60),
        "HOURS": (.time, 60),
    ]

    static let divisors: Set<String> = ["L", "KG", "H", "HR", "HOUR", "MIN", "MINUTE", "VIAL", "DAY", "WEEK", "M2"]

    static let routes: [String: TextRoute] = [
        "IV": .vein, "IVP": .vein, "IVPB": .vein, "INTRAVENOUS": .vein, "INTRAVENOUSLY": .vein, "IM": .muscleOrSkin,
        "INTRAMUSCULAR": .muscleOrSkin, "INTRAMUSCULARLY": .muscleOrSkin, "SC": .muscleOrSkin, "SQ": .muscleOrSkin,
        "SUBQ": .muscleOrSkin, "SUBCUT": .muscleOrSkin, "SUBCUTANEOUS": .muscleOrSkin,
        "SUBCUTANEOUSLY": .muscleOrSkin,
    ]

    static let containers: Set<String> = [
        "VIAL", "VIALS", "VL", "AMP", "AMPS", "AMPULE", "AMPULES", "AMPUL", "BOTTLE", "BOTTLES", "SYRINGE", "SYRINGES",
        "CARTRIDGE", "CARTON", "KIT", "PACK", "PACKAGE", "PEN", "BAG", "BAGS", "SDV", "MDV", "SIZE", "TABLET",
        "TABLETS",
        "TAB", "TABS", "CAPSULE", "CAPSULES", "CAP", "CAPS", "PATCH", "STRENGTH",
    ]

    static let waste: Set<String> = [
        "WASTE", "WASTED", "WASTAGE", "DISCARD", "DISCARDED", "UNUSED", "REMAINING", "LEFT", "LEFTOVER",
    ]

    static let negations: Set<String> = [
        "NO", "NOT", "NON", "NEVER", "WITHOUT", "DENIES", "DENIED", "DECLINED", "REFUSED", "UNABLE", "CANNOT", "FAILED",
        "HELD", "INSTEAD", "RATHER", "VERSUS", "VS", "LOST", "STOPPED", "CANCELLED", "CANCELED",
    ]

    /// Words before the amount of another dose than this one.
    static let otherDoses: Set<String> = [
        "PRIOR", "PREVIOUS", "PREVIOUSLY", "LAST", "MAX", "MAXIMUM", "PLANNED", "FROM", "HOME", "TARGET", "NEXT",
        "DAILY",
        "TAKES", "TAKING",
    ]

    static let fluids: Set<String> = [
        "NS", "NSS", "NACL", "SALINE", "D5W", "D5", "LR", "RINGERS", "DEXTROSE", "WATER", "FLUID", "FLUIDS", "DILUENT",
        "DILUTED", "NORMAL", "STERILE", "FLUSH",
    ]

    static let infusing: Set<String> = [
        "OVER", "INFUSED", "INFUSION", "INFUSE", "INFUSING", "RAN", "DRIP",
    ]

    static let otherTimes: Set<String> = [
        "MONITORED", "MONITORING", "MONITOR", "OBSERVED", "OBSERVATION", "OBS", "WAITED", "WAIT", "RECOVERY",
        "RECOVERED",
        "VISIT", "COUNSELING", "COUNSELED", "THERAPY", "PSYCHOTHERAPY", "EVERY", "Q", "AFTER", "BEFORE", "PRIOR",
        "POST",
        "LESS", "THAN", "MORE", "WITHIN", "FACE", "TALK", "PLANNED", "UP", "TO",
    ]

    /// Words before a Roman numeral.
    static let numbered: Set<String> = [
        "STAGE", "GRADE", "CLASS", "TYPE", "PHASE", "LEVEL", "CATEGORY", "FACTOR", "SCHEDULE", "PART", "GROUP", "STEP",
        "NYHA", "ASA", "AXIS", "CN", "NERVE", "MALLAMPATI", "FITZPATRICK", "TIER", "SECTION", "DEGREE", "ZONE",
        "KILLIP",
        "DSM", "TITLE", "CKD", "CANCER", "DISEASE", "NEPHRITIS", "ULCER",
    ]

    /// Words after IV where it is the way in, not the way that the drug went.
    static let accesses: Set<String> = [
        "ACCESS", "LINE", "LINES", "SITE", "START", "STARTED", "STICK", "FLUID", "FLUIDS", "CATHETER", "CANNULA",
        "PORT",
        "BAG", "SALINE", "HYDRATION", "TUBING", "PUMP", "POLE", "TEAM", "CONTRAST", "ATTEMPT", "ATTEMPTS",
        "INFILTRATED",
        "FAILED", "REMOVED", "DISCONTINUED", "PLACED", "PLACEMENT", "SET", "KIT", "NOT", "NEEDLE", "GAUGE",
    ]
}
