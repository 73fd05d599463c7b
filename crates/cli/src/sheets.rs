//! `huifang print`: sheets of paper as PDF.

use crate::arguments::{Out, Print, Sheet};
use crate::host::Host;
use crate::office_commands::find_client;
use crate::print::{Done, json, line};
use huifang_core::domain::{DrawId, TaskId};
use huifang_office::wire::VisitRow;
use huifang_office::{OfficeError, Paper, VisitsWish, save_pdf};
use serde_json::json as value;

/// `huifang print`.
pub fn print(host: &Host, args: &Print) -> Result<Done, OfficeError> {
    let mut office = host.open(&args.dir)?;
    let now = host.now;
    let (paper, rows, out) = match &args.sheet {
        Sheet::Form { task, blank, out } => {
            (office.print_form(&TaskId::from(task.as_str()), *blank, None, now)?, None, out)
        }
        Sheet::Blank { pack, form, out } => (office.print_blank_form(pack, form, now)?, None, out),
        Sheet::Card { client, out } => (office.print_card(&find_client(host, &office, client)?, now)?, None, out),
        Sheet::Matter { matter, out } => (office.print_matter(matter, now)?, None, out),
        Sheet::Visits { by, due_to, tasks, on, out } => {
            let staff = by.as_deref().map(|by| Host::staff(&office, by)).transpose()?;
            let tasks = tasks.iter().map(|task| TaskId::from(task.as_str())).collect();
            let round = office.print_visits(&VisitsWish { staff, due_to: *due_to, tasks, on: *on }, now)?;
            (round.paper, Some(round.rows), out)
        }
        Sheet::Draw { draw, whole, out } => (office.print_draw(&DrawId::from(draw.as_str()), *whole, now)?, None, out),
    };
    let done = finish(&paper, rows.as_deref(), out)?;
    // A list that somebody takes along is typed in when it comes back.
    if let (Some(rows), Sheet::Visits { on, .. }) = (&rows, &args.sheet) {
        office.keep_rounds(rows, *on, now)?;
    }
    Ok(done)
}

/// Writes the file and says so. What no font has is a problem: it must be filled in by hand.
fn finish(paper: &Paper, rows: Option<&[VisitRow]>, out: &Out) -> Result<Done, OfficeError> {
    save_pdf(paper, &out.out)?;
    if out.json {
        let mut document = value!({ "path": out.out, "pages": paper.pages(), "missing": paper.missing() });
        if let Some(rows) = rows {
            document["rows"] = value!(rows);
        }
        json(&document)?;
    } else {
        line(&format!("已写出 {}({} 页)", out.out.display(), paper.pages()));
        if !paper.missing().is_empty() {
            line(&format!("字库没有这些字,纸上留有空框,请用手补写:{}", paper.missing()));
        }
    }
    Ok(if paper.missing().is_empty() { Done::Clean } else { Done::WithProblems })
}
