#pragma once
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

// PANGO_SCALE is not importable where a macro defines it by another.
static inline double cc_pango_units(void) { return PANGO_SCALE; }
