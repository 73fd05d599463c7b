use super::{MIGRATIONS, Migration, migrate};
use crate::StoreError;
use rusqlite::Connection;
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

const TWO_STEPS: &[Migration] = &[
    Migration {
        name: "0001_first",
        sql: "PRAGMA application_id = 1213548870; CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('kept');",
        blake3: "",
    },
    Migration { name: "0002_second", sql: "CREATE TABLE b (y TEXT) STRICT;", blake3: "" },
];

fn user_version(conn: &Connection) -> u32 {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("every database has one")
}

fn no_backup(_: &Connection, _: u32) -> Result<(), StoreError> {
    panic!("a file without a shape has nothing to back up")
}

/// A database at the first of `TWO_STEPS`.
fn first_shape() -> Connection {
    let mut conn = Connection::open_in_memory().expect("in memory");
    migrate(&mut conn, &TWO_STEPS[..1], no_backup).expect("the first step");
    conn
}

fn crate_dir() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn shipped_migrations_are_what_they_were_when_they_were_shipped() {
    for migration in MIGRATIONS {
        let hash = blake3::hash(migration.sql.as_bytes()).to_hex();
        assert_eq!(hash.as_str(), migration.blake3, "{} was edited: add a migration instead", migration.name);
    }
}

#[test]
fn migrations_are_numbered_from_one_without_gaps_and_all_are_listed() {
    let mut files: Vec<String> = fs::read_dir(crate_dir().join("migrations"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    let listed: Vec<String> = MIGRATIONS.iter().map(|m| format!("{}.sql", m.name)).collect();
    assert_eq!(files, listed, "a file that is not listed never runs");
    for (n, migration) in (1..).zip(MIGRATIONS) {
        assert!(migration.name.starts_with(&format!("{n:04}_")), "{} is number {n}", migration.name);
    }
}

#[test]
fn an_upgrade_keeps_what_was_there_and_is_backed_up_once() {
    let mut conn = first_shape();
    let backed_up = Cell::new(None);
    migrate(&mut conn, TWO_STEPS, |_, shape| {
        assert_eq!(backed_up.replace(Some(shape)), None, "one copy an upgrade is enough");
        Ok(())
    })
    .expect("the second step");
    assert_eq!(backed_up.get(), Some(1), "the copy is named after the shape that it has");
    assert_eq!(user_version(&conn), 2);
    let kept: String = conn.query_row("SELECT x FROM a", [], |row| row.get(0)).expect("the row");
    assert_eq!(kept, "kept");
}

#[test]
fn a_file_of_the_last_shape_is_left_alone() {
    let mut conn = first_shape();
    migrate(&mut conn, &TWO_STEPS[..1], no_backup).expect("nothing to do");
}

#[test]
fn no_step_runs_where_the_backup_fails() {
    let mut conn = first_shape();
    let refused = migrate(&mut conn, TWO_STEPS, |_, _| Err(StoreError::WrongKeyOrCorrupt));
    assert!(refused.is_err());
    assert_eq!(user_version(&conn), 1, "an upgrade without a copy to go back to is none");
}

#[test]
fn a_failing_step_leaves_nothing_behind() {
    let mut conn = first_shape();
    let failing = [
        Migration { name: "0001_first", sql: "", blake3: "" },
        Migration { name: "0002_fails", sql: "CREATE TABLE half (x TEXT) STRICT; SELECT nonsense;", blake3: "" },
    ];
    let error = migrate(&mut conn, &failing, |_, _| Ok(())).expect_err("the step is nonsense");
    assert_eq!(error.code(), "sqlite");
    assert_eq!(user_version(&conn), 1);
    let half: u32 = conn
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'half'", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(half, 0, "a step is all or nothing");
    let foreign_keys: u32 = conn.query_row("PRAGMA foreign_keys", [], |row| row.get(0)).expect("a pragma");
    assert_eq!(foreign_keys, 1, "they are off only while steps run");
}

#[test]
fn a_step_that_leaves_a_reference_open_is_undone() {
    let mut conn = first_shape();
    let dangling = [
        Migration { name: "0001_first", sql: "", blake3: "" },
        Migration {
            name: "0002_dangles",
            sql: "CREATE TABLE p (id TEXT PRIMARY KEY) STRICT;
                  CREATE TABLE c (p TEXT REFERENCES p (id)) STRICT;
                  INSERT INTO c VALUES ('nobody');",
            blake3: "",
        },
    ];
    let error = migrate(&mut conn, &dangling, |_, _| Ok(())).expect_err("c refers to nobody");
    assert_eq!(error.code(), "conflict");
    assert_eq!(user_version(&conn), 1);
}

#[test]
fn a_file_of_a_newer_program_is_refused_with_both_numbers() {
    let mut conn = first_shape();
    conn.pragma_update(None, "user_version", 7).expect("a pragma");
    match migrate(&mut conn, TWO_STEPS, no_backup) {
        Err(StoreError::FileTooNew { found: 7, known: 2 }) => {}
        other => panic!("expected FileTooNew, got {other:?}"),
    }
}

#[test]
fn the_database_of_another_program_is_refused() {
    let mut conn = Connection::open_in_memory().expect("in memory");
    conn.execute_batch("CREATE TABLE theirs (x)").expect("their table");
    let error = migrate(&mut conn, MIGRATIONS, no_backup).expect_err("it is not an office file");
    assert_eq!(error.code(), "wrong_key_or_corrupt");
}

/// Every `.sql` file of the entities, with its text; one that goes on where `select.sql` ends has that before it.
fn statements() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for folder in fs::read_dir(crate_dir().join("src")).expect("src").map(|entry| entry.expect("an entry").path()) {
        let Ok(files) = fs::read_dir(&folder) else { continue };
        for file in files.map(|entry| entry.expect("an entry").path()) {
            if file.extension().is_some_and(|extension| extension == "sql") {
                let text = fs::read_to_string(&file).expect("a readable file");
                let begins = text.lines().find(|line| !line.starts_with("--")).unwrap_or_default();
                let goes_on = ["WHERE", "ORDER", "INDEXED", "JOIN"].iter().any(|word| begins.starts_with(word));
                let before = if goes_on {
                    fs::read_to_string(folder.join("select.sql")).expect("select")
                } else {
                    String::new()
                };
                found.push((file, before + &text));
            }
        }
    }
    assert!(found.len() > 60, "the search must find the files, it found {}", found.len());
    found
}

fn current() -> Connection {
    let mut conn = Connection::open_in_memory().expect("in memory");
    migrate(&mut conn, MIGRATIONS, no_backup).expect("all steps");
    conn
}

#[test]
fn every_statement_prepares_against_the_current_shape() {
    let conn = current();
    for (file, sql) in statements() {
        conn.prepare(&sql).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    }
}

#[test]
fn no_statement_reads_a_clock() {
    let clocks =
        ["now", "current_date", "current_time", "current_timestamp", "datetime", "julianday", "unixepoch", "strftime"];
    let migrations = MIGRATIONS.iter().map(|m| (PathBuf::from(m.name), m.sql.to_owned()));
    for (file, sql) in statements().into_iter().chain(migrations) {
        let code: String =
            sql.lines().filter(|line| !line.trim_start().starts_with("--")).collect::<Vec<_>>().join("\n");
        let code = code.to_lowercase();
        for word in code.split(|c: char| !c.is_alphanumeric() && c != '_') {
            assert!(!clocks.contains(&word), "{} reads a clock ({word}): times come in as parameters", file.display());
        }
    }
}

#[test]
fn schema_sql_shows_the_current_shape() {
    let conn = current();
    let mut statement = conn
        .prepare(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
        )
        .expect("the schema");
    let parts: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("rows").collect::<Result<_, _>>().expect("texts");
    let head =
        "-- The shape of an office's file after all migrations. A test compares it; HUIFANG_BLESS=1 writes it anew.\n";
    let shape = format!("{head}\n{};\n", parts.join(";\n\n"));
    let file = crate_dir().join("schema.sql");
    if std::env::var_os("HUIFANG_BLESS").is_some() {
        fs::write(&file, &shape).expect("written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(committed, shape, "schema.sql is stale: run the test with HUIFANG_BLESS=1 and read the difference");
}

#[test]
fn the_worklist_the_boards_and_their_counts_never_sort_or_walk_what_is_settled() {
    let conn = current();
    for (file, index) in [
        ("where_open.sql", "task_open"),
        ("count_open.sql", "task_open"),
        ("where_visit_without_picture.sql", "record_visit"),
        ("count_meant.sql", "task_meant"),
        ("board_count.sql", "COVERING INDEX matter_board"),
        ("board_stage.sql", "COVERING INDEX matter_board"),
        ("board_all.sql", "matter_latest"),
    ] {
        let (_, sql) = statements().into_iter().find(|(path, _)| path.ends_with(file)).expect("the statement");
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let unbound: Vec<Option<String>> = vec![None; statement.parameter_count()];
        let plan: Vec<String> = statement
            .query_map(rusqlite::params_from_iter(unbound), |row| row.get(3))
            .expect("rows")
            .collect::<Result<_, _>>()
            .expect("texts");
        let plan = plan.join("; ");
        assert!(plan.contains(index), "{file}: {plan}");
        assert!(!plan.contains("B-TREE"), "{file} sorts: {plan}");
    }
}

/// Tables that grow with the office and with its years.
const GROWING: &[&str] = &[
    "client",
    "client_order",
    "task",
    "matter",
    "milestone",
    "participant",
    "record",
    "settlement",
    "decision",
    "search_word",
    "audit",
    "audit_content",
    "tenure",
    "draw_unit",
    "import_change",
    "message",
    "attachment",
];

/// What is read as a whole on purpose: what everything is made of (planning, backups, reports on all), counts that one index
/// answers, and checks before something is deleted.
const WHOLE: &[&str] = &[
    "audit/order_by_seq.sql",
    "client/class_names.sql",
    "client/count.sql",
    "client/ids.sql",
    "client_order/delete_all.sql",
    "draw/sizes.sql",
    "draw/units_chosen.sql",
    "matter/held_all.sql",
    "matter/select_milestones.sql",
    "matter/select_participants.sql",
    "matter/where_standing.sql",
    "message/class_counts.sql",
    "record/select_settlements.sql",
    "staff/in_use.sql",
];

/// What is walked from one end: to the first rows, a window, or as far as a partial index goes.
const FROM_AN_END: &[&str] = &[
    "audit/head.sql",
    "audit/order_last.sql",
    "client/order_by_name.sql",
    "client_order/count.sql",
    "client_order/keys.sql",
    "decision/where_draws.sql",
    "decision/where_office.sql",
    "matter/struck_ids.sql",
    "matter/unstaged.sql",
    "task/clients_without_number.sql",
    "task/tab_counts.sql",
    "task/where_no_client.sql",
];

#[test]
fn no_other_statement_walks_through_a_table_that_grows() {
    let conn = current();
    let mut walking: Vec<String> = Vec::new();
    for (path, sql) in statements() {
        let name = path.iter().rev().take(2).map(|part| part.to_string_lossy()).collect::<Vec<_>>();
        let name = format!("{}/{}", name[1], name[0]);
        // `select.sql` alone is what the others begin with.
        if name.ends_with("/select.sql") {
            continue;
        }
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("a plan");
        let unbound: Vec<Option<String>> = vec![None; statement.parameter_count()];
        let plan = statement.query_map(rusqlite::params_from_iter(unbound), |row| row.get::<_, String>(3));
        let walks = |step: &String| {
            let table = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
            table.is_some_and(|table| GROWING.contains(&table))
        };
        let plan: Vec<String> = plan.expect("rows").collect::<Result<_, _>>().expect("texts");
        if plan.iter().any(walks) {
            walking.push(name);
        }
    }
    walking.sort();
    let mut known: Vec<&str> = WHOLE.iter().chain(FROM_AN_END).copied().collect();
    known.sort_unstable();
    assert_eq!(walking, known, "an index is missing, or the list above says more than is so");
}
