//! An open office: its folder, its store, the packs it enabled, its calendar.

use crate::calls::Claims;
use crate::first_start::Beginning;
use crate::forms::forget_views;
use crate::packs::PackShelf;
use crate::policy::{OwnPacks, Policies};
use crate::{OfficeError, PlanSummary};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Staff, StaffId};
use huifang_core::engine::Enabled;
use huifang_core::policy::PolicyPack;
use huifang_store::{Op, PackRow, Store, StoreError, Tx};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// An open office.
pub struct Office {
    pub(crate) store: Store,
    pub(crate) dir: PathBuf,
    /// The packs and the calendar in force.
    pub(crate) policies: Policies,
    /// The office's own packs.
    pub(crate) own: OwnPacks,
    pub(crate) name: String,
    pub(crate) sample: bool,
    /// Who is working, for the audit and as the maker of records.
    pub(crate) me: Option<StaffId>,
    /// The day as of which the policies were asked.
    planned_on: Option<NaiveDate>,
    /// The latest day on which they ever were: the clock should not stand before it.
    latest_day: Option<NaiveDate>,
    /// Who is on the line with whom.
    pub(crate) claims: Claims,
}

/// What a new office needs.
#[derive(Debug, Clone)]
pub struct NewOffice {
    /// Its name.
    pub name: String,
    /// Ids of the packs to enable.
    pub packs: Vec<String>,
    /// From which day.
    pub effective_from: NaiveDate,
    /// A demonstration office.
    pub sample: bool,
}

impl Office {
    /// Makes an office folder with database, attachments and backups, and enables the packs.
    ///
    /// # Errors
    /// `office_exists`; a pack is unknown or has mistakes; the folder cannot be made.
    pub fn create(dir: &Path, new: &NewOffice, shelf: &PackShelf, now: Now) -> Result<Self, OfficeError> {
        Self::create_with(dir, new, &Beginning::default(), shelf, now)
    }

    /// As `create`, with values of parameters and the first person of staff, who is signed in.
    ///
    /// # Errors
    /// As `create`; `param_invalid`, `staff_name_missing`.
    pub fn create_with(
        dir: &Path,
        new: &NewOffice,
        beginning: &Beginning,
        shelf: &PackShelf,
        now: Now,
    ) -> Result<Self, OfficeError> {
        let packs = new.packs.iter().map(|id| shelf.get(id)).collect::<Result<Vec<_>, _>>()?;
        let values = beginning.values_of(&packs)?;
        let first = beginning.first_person()?;
        let mut store = Store::create(dir, None).map_err(|error| match error {
            StoreError::Conflict { .. } => {
                let text = format!("{} 里已经有一个办公室。请换一个空文件夹,或打开那一个。", dir.display());
                OfficeError::invalid("office_exists", text)
            }
            other => other.into(),
        })?;
        for folder in ["attachments", "backups"] {
            let path = dir.join(folder);
            std::fs::create_dir_all(&path).map_err(|source| OfficeError::Io {
                path,
                operation: "建立文件夹",
                source,
            })?;
        }
        let detail = json!({ "name": new.name, "packs": new.packs, "values": beginning.values, "first": first });
        let op = op("create_office", now, None, detail);
        store.transact(op, |tx| -> Result<(), OfficeError> {
            tx.put_setting("name", &json!(new.name))?;
            tx.put_setting("sample", &json!(new.sample))?;
            if let Some(person) = &first {
                tx.put_staff(person)?;
                tx.put_setting("me", &json!(person.id.as_str()))?;
            }
            for (found, values) in packs.iter().zip(&values) {
                tx.put_pack(&PackRow {
                    id: found.pack.id.clone(),
                    version: 1,
                    effective_from: new.effective_from,
                    until: None,
                    params: json!(values),
                    overrides: json!([]),
                    text: found.text.clone(),
                })?;
            }
            Ok(())
        })?;
        Self::of_store(store, dir)
    }

    /// Opens an office folder and brings its tasks up to today.
    ///
    /// # Errors
    /// There is none; another program has it open; its file is newer, damaged or under another key.
    pub fn open(dir: &Path, now: Now) -> Result<Self, OfficeError> {
        let mut office = Self::of_store(Store::open(dir, None)?, dir)?;
        if now.pretended && !office.sample {
            tracing::warn!("the clock is set by hand on a real office");
        }
        office.catch_up(now)?;
        Ok(office)
    }

    /// As `open`, of a host that refuses a clock set by hand on a real office; then nothing is written.
    ///
    /// # Errors
    /// `pretended_clock`, or as `open`.
    pub fn open_on_true_clock(dir: &Path, now: Now) -> Result<Self, OfficeError> {
        let mut office = Self::of_store(Store::open(dir, None)?, dir)?;
        if now.pretended && !office.sample {
            let text = "HUIFANG_TODAY 只能用于演示办公室。请去掉这个环境变量后重新打开。";
            return Err(OfficeError::invalid("pretended_clock", text));
        }
        office.catch_up(now)?;
        Ok(office)
    }

    fn of_store(store: Store, dir: &Path) -> Result<Self, OfficeError> {
        forget_views();
        let settings = store.read().settings()?;
        let text = |name: &str| settings.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let day = |name: &str| settings.get(name).and_then(Value::as_str).and_then(|d| d.parse().ok());
        Ok(Self {
            policies: Policies::read(&store.read())?,
            own: OwnPacks::read(&store.read())?,
            name: text("name"),
            sample: settings.get("sample").and_then(Value::as_bool).unwrap_or(false),
            me: settings.get("me").and_then(Value::as_str).map(StaffId::from),
            planned_on: day("planned_on"),
            latest_day: day("latest_day"),
            dir: dir.to_owned(),
            claims: Claims::default(),
            store,
        })
    }

    /// The same office beside this one, as it stands now, to look at only: what takes long to read makes nobody wait who
    /// works here meanwhile. `None` for an office in memory.
    ///
    /// # Errors
    /// The store's.
    pub fn aside(&self) -> Result<Option<Self>, OfficeError> {
        let Some(store) = self.store.aside()? else { return Ok(None) };
        Ok(Some(Self {
            store,
            dir: self.dir.clone(),
            policies: self.policies.clone(),
            own: self.own.clone(),
            name: self.name.clone(),
            sample: self.sample,
            me: self.me.clone(),
            planned_on: self.planned_on,
            latest_day: self.latest_day,
            claims: self.claims.clone(),
        }))
    }

    /// Name of the office.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a demonstration office.
    pub fn is_sample(&self) -> bool {
        self.sample
    }

    /// Its folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The packs it enabled, in their current version.
    pub fn packs(&self) -> impl Iterator<Item = &PolicyPack> {
        self.policies.enabled.iter().filter_map(Enabled::current)
    }

    /// The pack of that id, as enabled here.
    pub(crate) fn pack(&self, id: &str) -> Option<&PolicyPack> {
        self.packs().find(|p| p.id == id)
    }

    /// The day from which a pack is enabled; none: it never was.
    pub fn effective_from(&self, pack: &str) -> Option<NaiveDate> {
        self.policies.effective_from(pack)
    }

    /// Whether the pack is enabled, and not to be paused.
    pub fn is_following(&self, pack: &str) -> bool {
        self.policies.versions(pack).next_back().is_some_and(|row| row.until.is_none())
    }

    /// Who is working.
    pub fn me(&self) -> Result<Option<Staff>, OfficeError> {
        match &self.me {
            Some(id) => Ok(self.store.read().staff(id)?),
            None => Ok(None),
        }
    }

    /// Says who is working; kept for the next start.
    ///
    /// # Errors
    /// `not_found`.
    pub fn sign_in(&mut self, staff: Option<StaffId>, now: Now) -> Result<(), OfficeError> {
        if let Some(id) = &staff
            && self.store.read().staff(id)?.is_none()
        {
            return Err(OfficeError::NotFound { noun: "员工", id: id.to_string() });
        }
        let value = staff.as_ref().map_or(Value::Null, |id| json!(id.as_str()));
        let detail = json!({ "staff": value.clone() });
        self.write("sign_in", now, detail, |tx, _| Ok(tx.put_setting("me", &value)?))?;
        self.me = staff;
        Ok(())
    }

    /// The people of the office, by name.
    pub fn staff(&self) -> Result<Vec<Staff>, OfficeError> {
        Ok(self.store.read().staff_all()?)
    }

    /// Asks the policies for what should exist today, unless that was done today already. Days on which the program was
    /// off are caught up here.
    pub fn catch_up(&mut self, now: Now) -> Result<Option<PlanSummary>, OfficeError> {
        if self.planned_on == Some(now.today) {
            return Ok(None);
        }
        self.plan(now).map(Some)
    }

    /// Whether the clock stands before a day on which the office was planned already.
    pub(crate) fn clock_went_back(&self, now: Now) -> bool {
        self.latest_day.is_some_and(|day| day > now.today)
    }

    /// Asks the policies for everything again.
    pub fn plan(&mut self, now: Now) -> Result<PlanSummary, OfficeError> {
        // A clock set back must still be seen tomorrow, so the latest day stays.
        let latest = self.latest_day.map_or(now.today, |day| day.max(now.today));
        let summary = self.write("plan", now, json!({}), |tx, rules| {
            let summary = rules.replan_all(tx, now)?;
            tx.turn_day(now.today)?;
            tx.put_setting("planned_on", &json!(now.today.to_string()))?;
            tx.put_setting("latest_day", &json!(latest.to_string()))?;
            Ok(summary)
        })?;
        (self.planned_on, self.latest_day) = (Some(now.today), Some(latest));
        Ok(summary)
    }

    /// One named operation of the store, with the rules at hand.
    pub(crate) fn write<T>(
        &mut self,
        name: &str,
        now: Now,
        detail: Value,
        work: impl FnOnce(&mut Tx<'_>, &Policies) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        let policies = &self.policies;
        let op = op(name, now, self.me.as_ref().map(StaffId::as_str), detail);
        self.store.transact(op, |tx| work(tx, policies))
    }
}

fn op<'a>(name: &'a str, now: Now, by: Option<&'a str>, detail: Value) -> Op<'a> {
    Op { name, at_ms: now.instant_ms, today: now.today, by, pretended: now.pretended, detail }
}
