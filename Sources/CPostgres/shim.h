#ifndef CLEANCLAIM_POSTGRES_SHIM_H
#define CLEANCLAIM_POSTGRES_SHIM_H
/* Debian keeps the header in a folder of its own. */
#if __has_include(<postgresql/libpq-fe.h>)
#include <postgresql/libpq-fe.h>
#else
#include <libpq-fe.h>
#endif

/* What Swift cannot reach: a macro that is a character. */
static const int cc_sql_state = PG_DIAG_SQLSTATE;
#endif
