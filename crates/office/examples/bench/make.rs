//! Makes an office of a size: clients and matters by the store's own operations, the tasks by the policy, and then what people
//! did about them, as ten years of work leave it behind.

use crate::names::{Dice, Names};
use crate::{Size, before, ms, now, timed, today};
use chrono::{Days, NaiveDate};
use huifang_core::domain::{
    Channel, Client, ClientId, Contact, FieldValue, Matter, MatterId, Outcome, Participant, Purpose, Record, RecordId,
    Settlement, Staff, StaffId, StaffRef, TaskId,
};
use huifang_office::{NewOffice, Office, OfficeError, PackShelf};
use huifang_store::{End, Op, Store, TaskRow, Tx};
use serde_json::json;
use std::path::Path;

/// So many rows are written in one operation.
const TOGETHER: usize = 20_000;

/// People of the office.
const STAFF: usize = 12;

/// The office, planned as of today.
pub fn office(dir: &Path, size: Size) -> Result<Office, OfficeError> {
    let new = NewOffice {
        name: "量度".to_owned(),
        packs: vec!["002-12".to_owned()],
        effective_from: before(size.days),
        sample: true,
    };
    let (made, ()) = timed(|| -> Result<(), OfficeError> {
        drop(Office::create(dir, &new, &PackShelf::default(), now(0))?);
        let mut store = Store::open(dir, None)?;
        staff(&mut store)?;
        clients(&mut store, size)?;
        matters(&mut store, size)?;
        problems(&mut store, size)
    })?;
    let (planned, ()) = timed(|| Office::open(dir, now(1)).map(drop))?;
    let (worked, ()) = timed(|| {
        let mut store = Store::open(dir, None)?;
        work(&mut store, size)
    })?;
    let mut office = Office::open(dir, now(2))?;
    let (again, summary) = timed(|| office.plan(now(3)))?;
    println!(
        "{}: facts written in {}, planned in {}, records in {}, planned again in {} ({} new, {} moved)",
        size.name,
        ms(made),
        ms(planned),
        ms(worked),
        ms(again),
        summary.new.len(),
        summary.moved
    );
    office.sign_in(Some(StaffId("s3".to_owned())), now(4))?;
    Ok(office)
}

fn write(
    store: &mut Store,
    count: usize,
    mut put: impl FnMut(&mut Tx<'_>, usize) -> Result<(), OfficeError>,
) -> Result<(), OfficeError> {
    for first in (0..count).step_by(TOGETHER) {
        let op = Op { name: "bench", at_ms: 0, today: today(), by: None, pretended: true, detail: json!({}) };
        store.transact(op, |tx| (first..count.min(first + TOGETHER)).try_for_each(|n| put(tx, n)))?;
    }
    Ok(())
}

fn staff(store: &mut Store) -> Result<(), OfficeError> {
    let (names, mut dice) = (Names::new(), Dice::new(1));
    write(store, STAFF, |tx, n| {
        let role = ["公司经理", "工程部主管", "物业助理"][n.min(2)];
        let areas =
            if n < 2 { Vec::new() } else { (n - 1..60).step_by(STAFF - 2).map(|b| format!("{b}栋")).collect() };
        let staff = Staff {
            id: StaffId(format!("s{}", n + 1)),
            name: names.name(&mut dice),
            role: role.to_owned(),
            department: Some("客户服务部".to_owned()),
            phone: None,
            areas,
            active: true,
        };
        Ok(tx.put_staff(&staff)?)
    })
}

fn client_id(n: usize) -> ClientId {
    ClientId(format!("c{n}"))
}

/// One client lives in each room: 60 buildings of up to 30 storeys.
fn place(n: usize) -> String {
    let (building, unit, storey, door) = (n % 60 + 1, n / 60 % 4 + 1, n / 240 % 105 + 1, n / 25_200 + 1);
    format!("{building}栋{unit}单元{storey:02}{door:02}")
}

fn clients(store: &mut Store, size: Size) -> Result<(), OfficeError> {
    let (names, mut dice) = (Names::new(), Dice::new(2));
    let mut before_him = "13800000000".to_owned();
    write(store, size.clients, |tx, n| {
        let mut client = Client::new(client_id(n), names.name(&mut dice));
        client.no = Some(format!("YZ{:06}", n + 1));
        client.place = Some(place(n));
        client.since = Some(before(dice.below(size.days)));
        let phone = format!("1{}{:09}", [3, 5, 7, 8, 9][dice.below(5) as usize], dice.below(1_000_000_000));
        // Some have no number, and a few the number of the one before.
        let phone = if dice.one_in(300) { before_him.clone() } else { phone };
        if !dice.one_in(25) {
            client.contacts.push(Contact { phones: vec![phone.clone()], ..Contact::default() });
        }
        before_him = phone;
        Ok(tx.put_client(&client)?)
    })
}

/// The day of the n-th of so many, from the first day to today.
fn spread(n: usize, of: usize, days: u64) -> NaiveDate {
    before(days - 1 - (n as u64 * days / of as u64).min(days - 1))
}

fn matters(store: &mut Store, size: Size) -> Result<(), OfficeError> {
    let mut dice = Dice::new(3);
    write(store, size.matters, |tx, n| {
        let on = spread(n, size.matters, size.days);
        let (kind, first, last, letters) = match dice.below(10) {
            0..=5 => ("repair", "reported", "finished", "WX"),
            6..=8 => ("complaint", "received", "handled", "TS"),
            _ => ("incident", "reported", "handled", "SJ"),
        };
        let mut matter = Matter::new(MatterId(format!("m{n}")), kind);
        matter.no = Some(format!("{letters}{:02}{:06}", n * 10 / size.matters + 16, n));
        matter.severity = Some(["normal", "normal", "normal", "important", "major"][dice.below(5) as usize].to_owned());
        matter.department = Some("工程部".to_owned());
        matter.participants = vec![Participant::subject(client_id(dice.below(size.clients as u64) as usize))];
        matter.add_milestone(first, on.into(), None);
        let done = on + Days::new(dice.below(3));
        if done <= today() {
            matter.add_milestone(last, done.into(), None);
        }
        Ok(tx.put_matter(&matter)?)
    })
}

/// A problem out of every hundredth matter: closed, but for a few of the last month.
fn problems(store: &mut Store, size: Size) -> Result<(), OfficeError> {
    let (count, mut dice) = (size.matters / 100, Dice::new(5));
    write(store, count, |tx, n| {
        let on = spread(n, count, size.days);
        let mut problem = Matter::new(MatterId(format!("p{n}")), "problem");
        problem.no = Some(format!("WT{:02}{n:04}", n * 10 / count.max(1) + 16));
        problem.participants = vec![Participant::subject(client_id(dice.below(size.clients as u64) as usize))];
        let fields = [("loop", "002-12/dissatisfied"), ("text", "修过的水管还漏")];
        problem.fields = fields.map(|(field, text)| (field.to_owned(), FieldValue::Text(text.to_owned()))).into();
        problem.add_milestone("raised", on.into(), None);
        if on < before(30) || dice.one_in(2) {
            problem.add_milestone("rectified", on.into(), None);
            problem.add_milestone("closed", on.into(), None);
        }
        Ok(tx.put_matter(&problem)?)
    })
}

/// What was done about the tasks, and what else was said on the telephone, up to the number of records.
fn work(store: &mut Store, size: Size) -> Result<(), OfficeError> {
    let tasks = store.read().tasks_all()?;
    let mut dice = Dice::new(4);
    let mut written = 0;
    write(store, tasks.len(), |tx, n| {
        let task = &tasks[n];
        let late = task.opens + Days::new(dice.below(3));
        // Of what could be done by today most was done, of what could be done this week a part.
        let is_done = late < before(7) || (late <= today() && dice.one_in(2));
        if !is_done || dice.one_in(400) {
            return Ok(());
        }
        while dice.one_in(3) {
            put_record(tx, &mut written, task, late, false, &mut dice)?;
        }
        // Some asked to be called again and were not yet.
        if late > before(20) && dice.one_in(20) {
            return put_record(tx, &mut written, task, late, false, &mut dice);
        }
        put_record(tx, &mut written, task, late, true, &mut dice)?;
        Ok(tx.set_task_end(&task.id, Some((End::Done, late)))?)
    })?;
    let rest = size.records.saturating_sub(written);
    write(store, rest, |tx, n| {
        let client = client_id(dice.below(size.clients as u64) as usize);
        let record = ordinary(RecordId(format!("o{n}")), client, spread(n, rest.max(1), size.days));
        Ok(tx.put_record(&record)?)
    })
}

fn put_record(
    tx: &mut Tx<'_>,
    written: &mut usize,
    task: &TaskRow,
    on: NaiveDate,
    reached: bool,
    dice: &mut Dice,
) -> Result<(), OfficeError> {
    *written += 1;
    let Some(client) = task.client.clone() else { return Ok(()) };
    let mut record = ordinary(RecordId(format!("r{written}")), client, on);
    record.matter = task.matter.clone();
    record.purpose = Purpose::FollowUp;
    record.at_ms = 1_000_000_000_000 + *written as i64;
    record.outcome = if reached { Outcome::Reached } else { Outcome::NoAnswer };
    record.satisfied = reached.then_some(true);
    if !reached && dice.one_in(2) {
        record.outcome = Outcome::CallBack;
        record.again_on = Some(on + Days::new(2));
    }
    let satisfied = record.satisfied;
    record.settles = vec![Settlement {
        rule: Some(format!("{}/{}", task.pack, task.rule)),
        form: task.form.clone(),
        satisfied,
        ..Settlement::task(TaskId(task.id.0.clone()))
    }];
    Ok(tx.put_record(&record)?)
}

fn ordinary(id: RecordId, client: ClientId, on: NaiveDate) -> Record {
    Record {
        id,
        client: Some(client),
        matter: None,
        on,
        channel: Channel::Phone,
        outcome: Outcome::Reached,
        satisfied: None,
        by: Some(StaffRef("s3".to_owned())),
        recorder: None,
        purpose: Purpose::Business,
        again_on: None,
        again_minute: None,
        phone: None,
        moved_from: None,
        note: "问了物业费的缴纳时间".to_owned(),
        settles: Vec::new(),
        voided: false,
        at_ms: 0,
    }
}
