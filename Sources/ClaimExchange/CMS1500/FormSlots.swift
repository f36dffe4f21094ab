/// Where everything is on the form: the widths are NUCC's, the columns those of the pre-printed sheet.
extension FormSlot {
    private static func square(_ line: Int, _ column: Int) -> FormSlot { FormSlot(line, column, 1) }

    static let carrier = FormSlot(2, 41, 38)
    static let carrierStreet = FormSlot(3, 41, 38)
    static let carrierCity = FormSlot(4, 41, 38)
    /// Where no box is: what the program says of the sheet itself.
    static let notice = FormSlot(3, 1, 39)

    static let medicare = square(8, 1)
    static let medicaid = square(8, 8)
    static let tricare = square(8, 15)
    static let champva = square(8, 24)
    static let groupPlan = square(8, 31)
    static let blackLung = square(8, 39)
    static let otherPlan = square(8, 45)
    static let insuredID = FormSlot(8, 50, 29)

    static let patientName = FormSlot(10, 1, 28)
    static let patientBirth = FormSlot(10, 31, 10)
    static let patientMale = square(10, 42)
    static let patientFemale = square(10, 47)
    static let insuredName = FormSlot(10, 50, 29)

    static let patientAddress = AddressSlots(
        street: FormSlot(12, 1, 28), city: FormSlot(14, 1, 24), state: FormSlot(14, 26, 3), zip: FormSlot(16, 1, 12))
    static let patientPhone = FormSlot(16, 15, 14)
    static let isSelf = square(12, 33)
    static let isSpouse = square(12, 38)
    static let isChild = square(12, 42)
    static let isOther = square(12, 47)
    static let insuredAddress = AddressSlots(
        street: FormSlot(12, 50, 29), city: FormSlot(14, 50, 23), state: FormSlot(14, 74, 4), zip: FormSlot(16, 50, 12))

    static let otherInsured = FormSlot(18, 1, 28)
    static let otherPolicy = FormSlot(20, 1, 28)
    static let otherPlanName = FormSlot(26, 1, 28)
    static let work = YesNoSlots(line: 20, yes: 35, no: 41)
    static let auto = YesNoSlots(line: 22, yes: 35, no: 41)
    static let autoState = FormSlot(22, 45, 2)
    static let accident = YesNoSlots(line: 24, yes: 35, no: 41)
    static let conditionCodes = FormSlot(26, 31, 17)
    static let group = FormSlot(18, 50, 29)
    static let insuredBirth = FormSlot(20, 53, 10)
    static let insuredMale = square(20, 68)
    static let insuredFemale = square(20, 75)
    static let otherClaimQualifier = FormSlot(22, 50, 2)
    static let otherClaim = FormSlot(22, 53, 26)
    static let planName = FormSlot(24, 50, 29)
    static let anotherPlan = YesNoSlots(line: 26, yes: 52, no: 57)

    static let patientSignature = FormSlot(29, 7, 20)
    static let insuredSignature = FormSlot(29, 55, 20)
    static let onset = FormSlot(32, 2, 10)
    static let onsetQualifier = FormSlot(32, 16, 3)
    static let otherDateQualifier = FormSlot(32, 31, 3)
    static let otherDate = FormSlot(32, 37, 10)
    static let disabledFrom = FormSlot(32, 54, 10)
    static let disabledTo = FormSlot(32, 68, 10)
    static let admitted = FormSlot(34, 54, 10)
    static let discharged = FormSlot(34, 68, 10)
    static let referrerRole = FormSlot(34, 1, 2)
    static let referrer = FormSlot(34, 4, 24)
    static let referrerOtherQualifier = FormSlot(33, 30, 2)
    static let referrerOtherNumber = FormSlot(33, 33, 15)
    static let referrerNPI = FormSlot(34, 33, 10)
    /// NUCC counts 71 characters; at ten to the inch the box holds 48.
    static let additional = FormSlot(36, 1, 48)
    static let lab = YesNoSlots(line: 36, yes: 52, no: 57)
    static let labCharges = FormSlot(36, 61, 10, .amount)

    static let icdIndicator = FormSlot(37, 42, 1)
    /// Twelve, four to a line.
    static func diagnosis(_ row: Int) -> FormSlot { FormSlot(38 + row / 4, 3 + row % 4 * 13, 7) }
    static let frequency = FormSlot(38, 50, 11)
    static let originalReference = FormSlot(38, 62, 18)
    static let authorization = FormSlot(40, 50, 29)

    static let taxID = FormSlot(56, 1, 15)
    static let isSSN = square(56, 17)
    static let isEIN = square(56, 19)
    static let account = FormSlot(56, 23, 14)
    static let assignment = YesNoSlots(line: 56, yes: 38, no: 43)
    static let total = FormSlot(56, 50, 10, .amount)
    static let paid = FormSlot(56, 62, 8, .amount)

    static let providerSignature = FormSlot(60, 1, 21)
    static let providerDate = FormSlot(61, 6, 10)
    static let facility = AddressBlock(line: 58, column: 23, width: 26, npi: FormSlot(61, 23, 10))
    static let facilityOther = FormSlot(61, 34, 15)
    static let billing = AddressBlock(line: 58, column: 50, width: 29, npi: FormSlot(61, 50, 10))
    static let billingPhone = FormSlot(57, 66, 13)
    static let billingTaxonomy = FormSlot(61, 63, 17)
}

extension FormSlot {
    /// The same place where the boxes are drawn, too: 17a and the NPIs of 32 and 33 have lines of their own there, and
    /// squares keep clear of the edges.
    var onGrid: FormSlot {
        let isNumber = line == FormSlot.facility.npi.line && column > FormSlot.providerSignature.width
        let lower = line < FormSlot.referrerOtherNumber.line ? line : isNumber ? line + 2 : line + 1
        return FormSlot(lower, column + (FormSlot.atAnEdge.contains(self) ? 1 : 0), width, fill)
    }

    private static let atAnEdge: Set<FormSlot> = [medicare, isEIN, assignment.yes, assignment.no]
}

/// Box 24: the slots of its first line; each further one is two lines below.
extension FormSlot {
    static let supplement = FormSlot(43, 1, 61)
    static let providerQualifier = FormSlot(43, 65, 2)
    static let providerID = FormSlot(43, 68, 11)
    static let serviceFrom = FormSlot(44, 1, 8)
    static let serviceTo = FormSlot(44, 10, 8)
    static let placeOfService = FormSlot(44, 19, 2)
    static let emergency = FormSlot(44, 22, 1)
    static let screening = FormSlot(44, 63, 1)
    static let procedure = FormSlot(44, 25, 6)
    /// Four, side by side.
    static let modifier = FormSlot(44, 33, 2)
    static let pointers = FormSlot(44, 45, 4)
    static let charge = FormSlot(44, 49, 9, .amount)
    static let units = FormSlot(44, 59, 3, .number)
    static let renderingNPI = FormSlot(44, 68, 10)
}

/// An address whose parts have places of their own.
struct AddressSlots {
    let street, city, state, zip: FormSlot
}

/// Two squares, for yes and for no.
struct YesNoSlots {
    let yes: FormSlot
    let no: FormSlot

    private init(_ yes: FormSlot, _ no: FormSlot) { (self.yes, self.no) = (yes, no) }

    /// The same where the boxes are drawn.
    var onGrid: YesNoSlots { YesNoSlots(yes.onGrid, no.onGrid) }

    init(line: Int, yes: Int, no: Int) {
        self.yes = FormSlot(line, yes, 1)
        self.no = FormSlot(line, no, 1)
    }
}

/// A name and an address on three lines, and the NPI below them.
struct AddressBlock {
    let name, street, city, npi: FormSlot

    init(line: Int, column: Int, width: Int, npi: FormSlot) {
        name = FormSlot(line, column, width)
        street = name.down(1)
        city = name.down(2)
        self.npi = npi
    }
}
