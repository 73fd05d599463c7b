//! The same by bare SQL over the same file: what the database alone costs, without types, rules and words.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Params, params};
use std::path::Path;

/// A second connection to the office's file; what it writes goes to a table of its own beside it.
pub struct Raw {
    conn: Connection,
    beside: Connection,
}

/// What can still be done, seen on day `?1`.
const OPEN: &str =
    "asked = 1 AND ended IS NULL AND fulfilled IS NULL AND (lapses IS NULL OR lapses > ?1 OR due_now >= ?1)";

type Done = Result<(), rusqlite::Error>;

impl Raw {
    /// Over that file.
    pub fn open(file: &Path) -> Self {
        let open = |file: &Path| {
            let conn = Connection::open(file).expect("the office's file opens twice");
            conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;")
                .expect("settings are taken");
            conn
        };
        let beside = open(&file.with_file_name("beside.db"));
        beside
            .execute_batch(
                "CREATE TABLE record (key INTEGER PRIMARY KEY, id TEXT UNIQUE, client_id TEXT, on_day TEXT, note TEXT);
                 CREATE TABLE settlement (record_id TEXT, task_id TEXT, answers TEXT);
                 CREATE TABLE audit (seq INTEGER PRIMARY KEY, op TEXT, hash TEXT);",
            )
            .expect("tables are made");
        Self { conn: open(file), beside }
    }

    /// Reads all rows and looks at their first column.
    fn all(&self, sql: &str, values: impl Params) -> Result<Vec<i64>, rusqlite::Error> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query(values)?;
        let mut keys = Vec::new();
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                std::hint::black_box(row.get_ref(column)?);
            }
            keys.extend(row.get::<_, i64>(0));
        }
        Ok(keys)
    }

    /// The ranges of each stroke, and the rows of the first eight met.
    pub fn search(&self, strokes: &[Vec<(String, String)>]) -> Done {
        for ranges in strokes {
            let mut keys = Vec::new();
            for (from, to) in ranges {
                let sql = "SELECT key FROM search_word WHERE word >= ?1 AND word < ?2 ORDER BY word, key LIMIT 9";
                keys.extend(self.all(sql, [from, to])?);
            }
            for key in keys.iter().take(8) {
                self.all("SELECT * FROM client WHERE key = ?1", [key])?;
            }
        }
        Ok(())
    }

    /// What stands under the tabs.
    pub fn counts(&self, today: NaiveDate) -> Done {
        let (now, week) = (today.to_string(), (today + Days::new(7)).to_string());
        self.all(
            &format!(
                "SELECT count(*) FILTER (WHERE opens <= ?1 OR due_now <= ?1), count(*) FILTER (WHERE due_now < ?1), \
                 count(*) FILTER (WHERE due_now = ?1), count(*) FILTER (WHERE due_now BETWEEN ?1 AND ?2) FROM task \
                 INDEXED BY task_open WHERE {OPEN}"
            ),
            params![now, week],
        )?;
        self.all("SELECT count(*) FROM record WHERE on_day = ?1", [&now])?;
        Ok(())
    }

    /// The counts, and a hundred tasks with their clients and what is known of these.
    pub fn worklist(&self, today: NaiveDate, offset: usize) -> Done {
        self.counts(today)?;
        let mut clients = Vec::new();
        {
            let sql = format!(
                "SELECT * FROM task INDEXED BY task_open WHERE {OPEN} AND (opens <= ?1 OR due_now <= ?1) \
                 ORDER BY due_now, due_minute, id LIMIT 100 OFFSET ?2"
            );
            let mut statement = self.conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params![today.to_string(), offset as i64])?;
            while let Some(row) = rows.next()? {
                clients.extend(row.get::<_, Option<String>>("client_id")?);
            }
        }
        clients.iter().try_for_each(|client| self.facts(client))
    }

    /// Everything about a client.
    fn facts(&self, client: &str) -> Done {
        for sql in [
            "SELECT * FROM client WHERE id = ?1",
            "SELECT * FROM matter JOIN participant ON matter_id = matter.id WHERE client_id = ?1",
            "SELECT milestone.* FROM milestone JOIN participant USING (matter_id) WHERE client_id = ?1",
            "SELECT * FROM record WHERE client_id = ?1",
            "SELECT settlement.* FROM settlement JOIN record ON record.id = record_id WHERE client_id = ?1",
            "SELECT * FROM decision WHERE client_id = ?1",
            "SELECT * FROM task WHERE client_id = ?1",
        ] {
            self.all(sql, [client])?;
        }
        Ok(())
    }

    /// The count and two hundred clients with what stands in the list.
    pub fn clients(&self, column: &str, offset: usize) -> Done {
        self.all("SELECT count(*) FROM client", [])?;
        self.all(
            &format!(
                "SELECT *, (SELECT max(on_day) FROM record WHERE client_id = client.id), \
                 (SELECT count(*) FROM participant WHERE client_id = client.id), \
                 (SELECT count(*) FROM task WHERE client_id = client.id AND ended IS NULL) \
                 FROM client WHERE key IN (SELECT key FROM client_order ORDER BY {column}, key LIMIT 200 OFFSET ?1)"
            ),
            [offset as i64],
        )?;
        Ok(())
    }

    /// Everybody, as he is written down.
    pub fn everybody(&self) -> Done {
        self.all("SELECT * FROM client", [])?;
        Ok(())
    }

    /// The problems that are not closed, with whom they are about.
    pub fn problems(&self) -> Done {
        self.all(
            "SELECT * FROM open_problem JOIN matter ON matter.id = open_problem.matter_id \
             JOIN participant ON participant.matter_id = matter.id \
             JOIN client ON client.id = client_id",
            [],
        )?;
        Ok(())
    }

    /// The count of a kind, and the hundred matters that moved last.
    pub fn board(&self, kind: &str) -> Done {
        self.all("SELECT count(*) FROM matter WHERE kind = ?1 AND struck_ms IS NULL", [kind])?;
        self.all(
            "SELECT matter.*, client.* FROM matter INDEXED BY matter_latest \
             JOIN participant ON matter_id = matter.id JOIN client ON client.id = client_id \
             WHERE kind = ?1 AND struck_ms IS NULL ORDER BY stage_on DESC, matter.id DESC LIMIT 100",
            [kind],
        )?;
        Ok(())
    }

    /// What was due in the last ninety days, with the records that settled it.
    pub fn quarter(&self, today: NaiveDate) -> Done {
        self.all(
            "SELECT task.*, record.* FROM task LEFT JOIN settlement ON task_id = task.id \
             LEFT JOIN record ON record.id = record_id WHERE due_now BETWEEN ?1 AND ?2",
            [(today - Days::new(90)).to_string(), today.to_string()],
        )?;
        Ok(())
    }

    /// What a client's page is made of.
    pub fn client(&self, client: &str) -> Done {
        self.facts(client)
    }

    /// What a task's sheet is made of.
    pub fn task(&self, task: &str, client: &str) -> Done {
        self.all("SELECT * FROM task WHERE id = ?1", [task])?;
        self.facts(client)
    }

    /// A record, what it settles and a row of audit, so that a power cut does not lose them.
    pub fn save(&self, kind: &str) -> Done {
        self.beside.execute_batch("BEGIN IMMEDIATE")?;
        let id: String = self.beside.query_row("SELECT ?1 || count(*) FROM record", [kind], |row| row.get(0))?;
        self.beside
            .execute("INSERT INTO record (id, client_id, on_day, note) VALUES (?1, 'c1', '2026-09-30', '')", [&id])?;
        self.beside.execute("INSERT INTO settlement VALUES (?1, 't1', '{}')", [&id])?;
        self.beside.execute("INSERT INTO audit (op, hash) VALUES ('save', hex(randomblob(32)))", [])?;
        self.beside.execute_batch("COMMIT")
    }
}
