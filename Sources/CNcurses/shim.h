#ifndef CLEANCLAIM_NCURSES_SHIM_H
#define CLEANCLAIM_NCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <term.h>
#include <wchar.h>

/* What Swift cannot reach: globals, macros, and functions with a variable number of arguments. */

static inline SCREEN *cc_open_screen(void) { return newterm(NULL, stdout, stdin); }
static inline WINDOW *cc_main_window(void) { return stdscr; }
static inline WINDOW *cc_physical_window(void) { return curscr; }
static inline int cc_colors(void) { return COLORS; }
static inline int cc_rows(WINDOW *window) { return getmaxy(window); }
static inline int cc_columns(WINDOW *window) { return getmaxx(window); }

static inline unsigned cc_bold(void) { return A_BOLD; }
static inline unsigned cc_dim(void) { return A_DIM; }
static inline unsigned cc_underline(void) { return A_UNDERLINE; }
static inline unsigned cc_reverse(void) { return A_REVERSE; }

/* A string of the terminal's description, or NULL where it has none. */
static inline const char *cc_capability(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

/* Whether color numbers are red, green and blue, 8 bits each (terminfo RGB, any of its three forms). */
static inline bool cc_is_direct(void) {
    const char *bits = cc_capability("RGB");
    return tigetflag((char *)"RGB") > 0 || tigetnum((char *)"RGB") == 8
        || (bits != NULL && strcmp(bits, "8/8/8") == 0);
}

static inline bool cc_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

/* Rows and columns of the terminal behind a descriptor; false where it does not say. */
static inline bool cc_measure(int descriptor, int *rows, int *width) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
    *rows = size.ws_row;
    *width = size.ws_col;
    return true;
}

/* No core dump, and no reading of the memory by other processes of the user. */
static inline void cc_keep_memory_private(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* Puts one sign, ended by 0, into a cell; one that the C library measures otherwise is shown as '?'. */
static inline void cc_put(
    WINDOW *window, int row, int column, const unsigned *sign, int width, unsigned attributes, int pair
) {
    wchar_t text[6] = {0};
    int length = 0;
    for (; length < 5 && sign[length] != 0; length++) text[length] = (wchar_t)sign[length];
    int wide = wcwidth(text[0]) == width;
    for (int mark = 1; mark < length; mark++) {
        if (wcwidth(text[mark]) != 0) { text[mark] = 0; break; }
    }
    if (!wide) { text[0] = L'?'; text[1] = 0; }
    cchar_t cell;
    if (setcchar(&cell, text, (attr_t)attributes, (short)pair, &pair) == ERR) return;
    mvwadd_wch(window, row, column, &cell);
    if (!wide && width == 2 && setcchar(&cell, L" ", (attr_t)attributes, (short)pair, &pair) != ERR)
        mvwadd_wch(window, row, column + 1, &cell);
}
#endif
