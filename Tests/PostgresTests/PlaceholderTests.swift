import Testing

@testable import Postgres

struct PlaceholderTests {
    @Test(arguments: [
        ("SELECT 1", "SELECT 1"),
        ("SELECT ?, ?", "SELECT $1, $2"),
        ("SELECT ?2, ?1, ?2", "SELECT $2, $1, $2"),
        ("SELECT ?3, ?", "SELECT $3, $4"),
        ("SELECT ?12::bigint", "SELECT $12::bigint"),
        ("SELECT '?', ?", "SELECT '?', $1"),
        ("SELECT 'it''s ?', ?", "SELECT 'it''s ?', $1"),
        (#"SELECT E'\'?', ?"#, #"SELECT E'\'?', $1"#),
        (#"SELECT '\', ?"#, #"SELECT '\', $1"#),
        (#"a LIKE'\' AND b = ?"#, #"a LIKE'\' AND b = $1"#),
        (#"SELECT "a?""b" = ?"#, #"SELECT "a?""b" = $1"#),
        ("SELECT ? -- why?\n, ?", "SELECT $1 -- why?\n, $2"),
        ("SELECT 3 - ?", "SELECT 3 - $1"),
        ("SELECT /* ? /* ? */ ? */ ? / ?", "SELECT /* ? /* ? */ ? */ $1 / $2"),
        ("SELECT $$?$$, $a$ $$ ? $a$, ?", "SELECT $$?$$, $a$ $$ ? $a$, $1"),
        ("SELECT $1 = ?, a$b$c = ?", "SELECT $1 = $1, a$b$c = $2"),
        ("SELECT 'José 李 😀' = ?", "SELECT 'José 李 😀' = $1"),
        ("SELECT ?, 'open ?", "SELECT $1, 'open ?"),
        ("SELECT ? /* open", "SELECT $1 /* open"),
        ("SELECT ? $$ open ?", "SELECT $1 $$ open ?"),
    ]) func `Placeholders become PostgreSQL's, but not in quotes and comments`(written: String, read: String) {
        #expect(Placeholders.translated(written) == read)
    }
}
