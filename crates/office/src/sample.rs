//! A demonstration office that is already at work: real lists, and a quarter of follow-ups done on most of its tasks.

use crate::office::{NewOffice, Office};
use crate::packs::PackShelf;
use crate::wire::{RecordFollowUp, Rectify, TaskAnswers};
use crate::{ImportWish, OfficeError};
use chrono::{Days, NaiveDate};
use huifang_core::calendar::{Now, Period, PeriodKind, PeriodShift};
use huifang_core::domain::{Channel, FieldValue, Outcome, Purpose, Record, RecordId, Settlement, StaffRef, short_hash};
use huifang_core::policy::Form;
use huifang_store::TaskRow;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

/// Which demonstration office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SampleSector {
    /// A property office with owners, complaints, repairs.
    Property,
    /// A dental clinic with patients and appointments.
    Dental,
    /// A hospital ward with discharges.
    Ward,
}

macro_rules! sample {
    ($($file:literal),+ $(,)?) => {
        &[$(($file, include_bytes!(concat!("../../../samples/", $file)) as &[u8])),+]
    };
}

impl SampleSector {
    /// The sector of a code: `property`, `dental`, `ward`.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "property" => Some(Self::Property),
            "dental" => Some(Self::Dental),
            "ward" => Some(Self::Ward),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Property => "某某花园物业服务中心",
            Self::Dental => "某某口腔门诊部",
            Self::Ward => "某某医院",
        }
    }

    fn pack(self) -> &'static str {
        match self {
            Self::Property => "002-12",
            Self::Dental => "001-01",
            Self::Ward => "002-16",
        }
    }

    fn files(self) -> &'static [(&'static str, &'static [u8])] {
        match self {
            Self::Property => sample!(
                "property/员工.xlsx",
                "property/业主档案.xlsx",
                "property/投诉登记.xlsx",
                "property/维修工单.csv",
                "property/特约服务.xlsx",
            ),
            Self::Dental => sample!("dental/员工.xlsx", "dental/患者名单.xlsx", "dental/预约登记.csv"),
            Self::Ward => sample!("ward/员工.xlsx", "ward/出院登记.xlsx"),
        }
    }
}

/// Makes a demonstration office in the folder: lists imported, the policy enabled from the beginning of the quarter, most
/// of what fell due followed up, some of it late, a few clients dissatisfied.
///
/// # Errors
/// There is an office in the folder already; the store's.
pub fn make_sample(dir: &Path, sector: SampleSector, shelf: &PackShelf, now: Now) -> Result<Office, OfficeError> {
    let quarter = Period::containing(PeriodKind::Quarter, now.today, PeriodShift::default());
    let new = NewOffice {
        name: sector.name().to_owned(),
        packs: vec![sector.pack().to_owned()],
        effective_from: quarter.first,
        sample: true,
    };
    let mut office = Office::create(dir, &new, shelf, now)?;
    let mut batch = office.batch()?;
    for (file, bytes) in sector.files() {
        let file = file.rsplit('/').next().unwrap_or(file);
        office.import_bytes(&mut batch, file, bytes, &ImportWish::default(), now, &mut |_, _, _| {
            ControlFlow::Continue(())
        })?;
    }
    office.give_out_areas(now)?;
    office.plan(now)?;
    let first = office.staff()?.into_iter().find(|s| s.active);
    office.sign_in(first.map(|s| s.id), now)?;
    office.do_most_of_it(now)?;
    office.raise_some_problems(now)?;
    Ok(office)
}

/// Spreads by identifier: the same office each time, without a random number.
fn chance(id: &str, salt: &str) -> u64 {
    u64::from_str_radix(&short_hash(&[salt, id])[..8], 16).unwrap_or(0) % 100
}

/// Buildings of the sample estate.
const BUILDINGS: usize = 20;

/// How late the last tasks are left open, in days.
const LEFT_OPEN_DAYS: u64 = 12;

impl Office {
    /// People of the same post share the buildings among them, as such offices do.
    fn give_out_areas(&mut self, now: Now) -> Result<(), OfficeError> {
        let mut staff = self.staff()?;
        staff.retain(|s| s.role == "物业助理");
        let share = BUILDINGS.div_ceil(staff.len().max(1));
        for (index, person) in staff.iter_mut().enumerate() {
            let first = index * share + 1;
            person.areas = (first..(first + share).min(BUILDINGS + 1)).map(|n| format!("{n}栋")).collect();
        }
        self.write("sample_areas", now, json!({}), |tx, _| {
            staff.iter().try_for_each(|person| tx.put_staff(person)).map_err(OfficeError::from)
        })
    }

    fn do_most_of_it(&mut self, now: Now) -> Result<(), OfficeError> {
        let last = now.today.checked_sub_days(Days::new(1)).unwrap_or(now.today);
        let quarter = Period::containing(PeriodKind::Quarter, now.today, PeriodShift::default());
        let rows = self.store.read().tasks_due_between(quarter.first, last)?;
        let recent = now.today.checked_sub_days(Days::new(LEFT_OPEN_DAYS)).unwrap_or(now.today);
        let doing = rows.iter().filter(|r| r.action == "contact" && r.asked);
        let doing = doing.filter(|r| chance(r.id.as_str(), "do") < if r.due > recent { 82 } else { 97 });
        let records: Vec<_> = doing.map(|row| self.sample_record(row, now)).collect::<Result<_, _>>()?;
        self.write("sample_work", now, json!({ "records": records.len() }), |tx, rules| {
            for record in &records {
                tx.put_record(record)?;
            }
            rules.replan_all(tx, now)?;
            Ok(())
        })
    }

    /// A record of a satisfied client, made within the window or a little after it.
    fn sample_record(&self, row: &TaskRow, now: Now) -> Result<Record, OfficeError> {
        let id = row.id.as_str();
        let span = (row.due - row.opens).num_days().clamp(0, 9) as u64;
        let day = |from: NaiveDate, n: u64| from.checked_add_days(Days::new(n)).unwrap_or(from);
        let on = match chance(id, "late") {
            0..=8 => day(row.due, 1 + chance(id, "days") % 3),
            _ => day(row.opens, chance(id, "when") % (span + 1)),
        };
        let staff = self.store.read().staff_all()?;
        let people: Vec<_> = staff.iter().filter(|s| s.active && (s.role == row.role || row.role.is_empty())).collect();
        let by = people.get(chance(id, "who") as usize % people.len().max(1)).map(|s| StaffRef(s.id.0.clone()));
        let found = self.rule_of(&row.pack, &row.rule);
        let form = found.and_then(|(pack, _)| pack.form(row.form.as_deref()?));
        let mut settlement = Settlement::task(row.id.clone());
        settlement.form = row.form.clone();
        settlement.answers = form.map(|f| answers(f, id, false)).unwrap_or_default();
        settlement.satisfied = form.filter(|f| f.fields.iter().any(|f| !f.dissatisfied.is_empty())).map(|_| true);
        let visit = row.channels.contains(&Channel::HomeVisit) && chance(id, "visit") < 12;
        Ok(Record {
            id: RecordId(short_hash(&["sample", id])),
            client: row.client.clone(),
            matter: row.matter.clone(),
            on: on.min(now.today),
            channel: if visit { Channel::HomeVisit } else { row.channels.first().copied().unwrap_or(Channel::Phone) },
            outcome: Outcome::Reached,
            satisfied: settlement.satisfied,
            by,
            recorder: None,
            purpose: Purpose::FollowUp,
            again_on: None,
            again_minute: None,
            phone: None,
            moved_from: None,
            note: String::new(),
            settles: vec![settlement],
            voided: false,
            at_ms: now.instant_ms - 86_400_000,
        })
    }

    /// A few clients were not satisfied: one problem is closed, one is rectified and waits for its recheck, others are open.
    fn raise_some_problems(&mut self, now: Now) -> Result<(), OfficeError> {
        let quarter = Period::containing(PeriodKind::Quarter, now.today, PeriodShift::default());
        let rows = self.store.read().tasks_due_between(quarter.first, now.today)?;
        let with_form = |r: &&TaskRow| {
            r.action == "contact" && r.asked && r.ended.is_none() && r.form.is_some() && r.opens < now.today
        };
        let some: Vec<_> = rows.iter().filter(with_form).take(5).cloned().collect();
        for (index, row) in some.iter().enumerate() {
            let days_ago = 6 - index as u64;
            let on = now.today.checked_sub_days(Days::new(days_ago)).unwrap_or(now.today).max(row.opens);
            let written = self.record_follow_up(&self.sample_wish(row, on, true), now)?;
            let Some(problem) = written.problems.first().filter(|_| index < 2) else { continue };
            let mender = self.staff()?.into_iter().rev().find(|s| s.active).map(|s| s.id.0);
            let wish = Rectify {
                matter: problem.matter.clone(),
                on: Some(now.today.checked_sub_days(Days::new(2)).unwrap_or(now.today).max(on).to_string()),
                note: "已上门重新处理并向住户说明".to_owned(),
                by: mender,
            };
            self.rectify(&wish, now)?;
            if index == 0 {
                self.close_by_recheck(&problem.matter, now)?;
            }
        }
        Ok(())
    }

    fn close_by_recheck(&mut self, problem: &str, now: Now) -> Result<(), OfficeError> {
        let rows = self.store.read().tasks_of_matter(&problem.into())?;
        let Some(recheck) = rows.into_iter().find(|r| r.rule.ends_with(".recheck")) else { return Ok(()) };
        let on = now.today.pred_opt().unwrap_or(now.today).max(recheck.opens);
        self.record_follow_up(&self.sample_wish(&recheck, on, false), now)?;
        Ok(())
    }

    fn sample_wish(&self, row: &TaskRow, on: NaiveDate, dissatisfied: bool) -> RecordFollowUp {
        let found = self.rule_of(&row.pack, &row.rule);
        let form = found.and_then(|(pack, _)| pack.form(row.form.as_deref()?));
        let answers = form.map(|f| answers(f, row.id.as_str(), dissatisfied)).unwrap_or_default();
        let answers = answers.into_iter().map(|(k, v)| (k, serde_json::to_value(v).unwrap_or(Value::Null))).collect();
        RecordFollowUp {
            tasks: vec![TaskAnswers { task: row.id.to_string(), answers, unanswered: BTreeMap::new() }],
            channel: row.channels.first().copied().unwrap_or(Channel::Phone).code().to_owned(),
            outcome: Outcome::Reached.code().to_owned(),
            on: Some(on.to_string()),
            again_on: None,
            phone: None,
            note: if dissatisfied { "说处理之后又出现同样的情况".to_owned() } else { String::new() },
            by: None,
            exception: None,
            attachments: Vec::new(),
        }
    }
}

/// Answers to the fields that must be answered, and to the ratings.
fn answers(form: &Form, id: &str, dissatisfied: bool) -> BTreeMap<String, FieldValue> {
    use huifang_core::policy::FieldKind;
    let mut answers = BTreeMap::new();
    for field in &form.fields {
        let good: Vec<_> = field.levels.iter().filter(|l| !field.dissatisfied.contains(l)).collect();
        let bad = field.dissatisfied.first().filter(|_| dissatisfied);
        let value = match field.kind {
            FieldKind::Rating | FieldKind::Choice => {
                let pick = good.get(usize::from(chance(id, &field.id) > 70) % good.len().max(1));
                bad.or(pick.copied()).map(|l| FieldValue::Text(l.clone()))
            }
            FieldKind::Text if field.required => Some(FieldValue::Text("已了解处理情况".to_owned())),
            FieldKind::YesNo if field.required => Some(FieldValue::Bool(false)),
            _ => None,
        };
        answers.extend(value.map(|v| (field.id.clone(), v)));
    }
    answers
}
