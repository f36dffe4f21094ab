import CPangoCairo
import PaperSheet

/// Why no PDF came about, in cairo's words.
struct DrawingFault: Error {
    let words: String
}

/// A PDF that pages are drawn into by cairo, its letters laid out by pango.
struct PDFDocument: ~Copyable {
    private let surface: OpaquePointer?
    private let cairo: OpaquePointer?
    private let output = Output()

    private final class Output {
        var bytes: [UInt8] = []
    }

    init() {
        surface = cairo_pdf_surface_create_for_stream(
            { target, data, count in
                guard let target, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Output>.fromOpaque(target).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(output).toOpaque(), 612, 792)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "CleanClaim")
        cairo = cairo_create(surface)
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    func draw(_ sheet: Sheet) {
        cairo_pdf_surface_set_size(surface, sheet.width, sheet.height)
        for area in sheet.areas {
            cairo_set_source_rgb(cairo, area.gray, area.gray, area.gray)
            cairo_rectangle(cairo, area.x, area.y, area.width, area.height)
            cairo_fill(cairo)
        }
        for text in sheet.texts { draw(text) }
        cairo_set_source_rgb(cairo, 0, 0, 0)
        for stroke in sheet.strokes {
            cairo_set_line_width(cairo, stroke.thickness)
            cairo_move_to(cairo, stroke.x1, stroke.y1)
            cairo_line_to(cairo, stroke.x2, stroke.y2)
            cairo_stroke(cairo)
        }
        cairo_show_page(cairo)
    }

    private func draw(_ text: Sheet.Text) {
        let layout = pango_cairo_create_layout(cairo)
        let font = pango_font_description_from_string(text.isMonospaced ? "Monospace" : "Sans")
        defer {
            pango_font_description_free(font)
            g_object_unref(UnsafeMutableRawPointer(layout))
        }
        pango_font_description_set_absolute_size(font, text.size * cc_pango_units())
        pango_layout_set_font_description(layout, font)
        pango_layout_set_text(layout, text.text, -1)
        var (width, height): (Int32, Int32) = (0, 0)
        pango_layout_get_size(layout, &width, &height)
        let natural = Double(width) / cc_pango_units()
        let baseline = Double(pango_layout_get_baseline(layout)) / cc_pango_units()
        cairo_save(cairo)
        cairo_set_source_rgb(cairo, text.gray, text.gray, text.gray)
        cairo_translate(cairo, text.x, text.y - baseline)
        if let fitted = text.width, natural > 0 { cairo_scale(cairo, fitted / natural, 1) }
        pango_cairo_show_layout(cairo, layout)
        cairo_restore(cairo)
    }

    /// Ends the document.
    ///
    /// - Returns: the bytes of the PDF.
    consuming func finished() throws(DrawingFault) -> [UInt8] {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw DrawingFault(words: cairo_status_to_string(status).map { String(cString: $0) } ?? "cairo failed")
        }
        return output.bytes
    }
}
