//! What is proportional: bringing a list in beside inserting the same rows, planning beside reading the same facts, and a
//! workbook beside reading the rows that stand in it.

use crate::names::{Dice, Names};
use crate::{ms, now, ratio, timed, today};
use huifang_core::domain::{Client, Contact};
use huifang_core::search::client_words;
use huifang_office::wire::{ExportList, LabelValue};
use huifang_office::{ImportWish, NewOffice, Office, OfficeError, PackShelf};
use rusqlite::{Connection, params};
use serde_json::json;
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

/// Clients of the list.
const CLIENTS: usize = 20_000;

/// Prints what an import costs, and what of it the words of the search are.
pub fn measure() -> Result<(), OfficeError> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let new =
        NewOffice {
            name: "量度".to_owned(), packs: vec!["002-12".to_owned()], effective_from: today(), sample: true
        };
    let mut office = Office::create(&folder.path().join("office"), &new, &PackShelf::default(), now(0))?;
    let clients = clients();
    let mut batch = office.batch()?;
    let mut go_on = |_: &'static str, _: usize, _: usize| ControlFlow::Continue(());
    let (text, wish) = (list(&clients), ImportWish::default());
    let (import, _) =
        timed(|| office.import_bytes(&mut batch, "业主.csv", text.as_bytes(), &wish, now(0), &mut go_on))?;
    let (rows, words) = inserts(&folder.path().join("raw.db"), &clients).expect("bare inserts");
    let (plan, _) = timed(|| office.plan(now(1)))?;
    let (read, _) = timed(|| office.task_views(today()))?;
    let (export, _) = timed(|| office.export_list(&workbook(&folder.path().join("客户.xlsx")), now(2)))?;
    println!("\nproportional work over {CLIENTS} clients");
    for (what, ours, raw, other) in [
        ("import of a list", import, rows, "bare inserts of the rows"),
        ("import of a list", import, rows + words, "bare inserts of rows and words"),
        ("plan everything", plan, read, "reading all facts"),
        ("导出Excel", export, read, "reading all facts"),
    ] {
        println!("{what:<20}{:>12}  / {other:<32}{:>12}{:>8.2}", ms(ours), ms(raw), ratio(ours, raw));
    }
    Ok(())
}

fn clients() -> Vec<Client> {
    let (names, mut dice) = (Names::new(), Dice::new(9));
    let client = |n: usize| {
        let mut client = Client::new(format!("c{n}"), names.name(&mut dice));
        client.no = Some(format!("YZ{n:06}"));
        client.place = Some(format!("{}栋{}单元{:04}", n / 200 + 1, n / 100 % 2 + 1, n % 100 + 101));
        client.contacts = vec![Contact { phones: vec![format!("138{n:08}")], ..Contact::default() }];
        client
    };
    (0..CLIENTS).map(client).collect()
}

fn list(clients: &[Client]) -> String {
    let mut text = String::from("编号,房号,业主姓名,联系电话\n");
    for client in clients {
        let (no, place) = (client.no.as_deref().unwrap_or_default(), client.place.as_deref().unwrap_or_default());
        let phone = client.own_phones().next().unwrap_or_default();
        let _ = writeln!(text, "{no},{place},{},{phone}", client.name);
    }
    text
}

/// The rows into a table with the indexes of a client, and the words into a table of words, each in one transaction.
fn inserts(file: &Path, clients: &[Client]) -> Result<(Duration, Duration), rusqlite::Error> {
    let mut conn = Connection::open(file)?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
         CREATE TABLE client (key INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, no TEXT, place TEXT, contacts TEXT);
         CREATE INDEX client_name ON client (name, id);
         CREATE TABLE word (word TEXT, key INTEGER, PRIMARY KEY (word, key)) WITHOUT ROWID;",
    )?;
    let (rows, ()) = timed(|| {
        let tx = conn.transaction()?;
        for client in clients {
            let values = params![client.id.as_str(), client.name, client.no, client.place, "[]"];
            tx.prepare_cached("INSERT INTO client (id, name, no, place, contacts) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(values)?;
        }
        tx.commit()
    })?;
    let words: Vec<_> = clients.iter().map(client_words).collect();
    let (words, ()) = timed(|| {
        let tx = conn.transaction()?;
        for (key, words) in words.iter().enumerate() {
            for word in words {
                tx.prepare_cached("INSERT INTO word VALUES (?1, ?2)")?.execute(params![word, key as i64])?;
            }
        }
        tx.commit()
    })?;
    Ok((rows, words))
}

fn workbook(path: &Path) -> ExportList {
    let column = |(id, title): (&str, &str)| LabelValue { label: title.to_owned(), value: id.to_owned() };
    ExportList {
        path: path.display().to_string(),
        title: "客户档案".to_owned(),
        list: "clients".to_owned(),
        query: json!({ "find": "" }),
        columns: [("name", "姓名"), ("place", "房号"), ("phone", "电话"), ("next", "下次到期")].map(column).to_vec(),
        rows: Vec::new(),
    }
}
