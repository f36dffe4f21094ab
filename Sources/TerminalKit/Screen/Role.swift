/// What a cell of the screen is for; a theme says how that looks. The raw value is the name that theme files use.
public enum Role: String, CaseIterable, Sendable {
    case text
    case muted
    case title
    case border
    case label
    case hint

    case header
    case headerName = "header.name"
    case step
    case stepCurrent = "step.current"

    case field
    case fieldFocused = "field.focused"
    /// The focused field while all of its text is selected, so that the next character replaces it.
    case fieldSelected = "field.selected"
    /// What the program worked out next to a field: a dose, minutes, an 11-digit NDC.
    case computed

    case selection

    case findingError = "finding.error"
    case findingWarning = "finding.warning"
    case findingNote = "finding.note"
    case markOK = "mark.ok"
    case markError = "mark.error"
    case markWarning = "mark.warning"
    case markNote = "mark.note"

    case prompt
    case status
    case footerKey = "footer.key"
    case footerText = "footer.text"
    case chart
    /// The modules of a QR code, dark on light whatever the theme is: not every phone reads them the other way round.
    case qr
}
