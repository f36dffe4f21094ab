#ifndef CLEANCLAIM_NCURSES_SHIM_H
#define CLEANCLAIM_NCURSES_SHIM_H
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <term.h>
#endif
