//! The packs in force with their versions, and the calendar by which they count.
//!
//! A row of the store is a version of a pack with the days on which it is in force. The versions of a pack together say
//! on which due days it asks: a day of which no version is in force lies in a pause.

use crate::OfficeError;
use chrono::NaiveDate;
use huifang_core::calendar::{HolidayYear, WorkingCalendar};
use huifang_core::domain::ClientId;
use huifang_core::engine::{
    BY_HAND, Derived, Emission, Enabled, PackVersion, Scope, Variant, Whom, Why, WhyNot, World, derive,
};
use huifang_core::policy::{ParamValues, PolicyPack};
use huifang_store::{PackRow, Reader};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Everything that judges facts: packs, pauses, calendar.
#[derive(Clone)]
pub(crate) struct Policies {
    /// Every version of every pack, by id and version.
    pub rows: Vec<PackRow>,
    /// The packs as the engine asks them.
    pub enabled: Vec<Enabled>,
    /// Working days.
    pub calendar: WorkingCalendar,
    /// The days on which versions of each pack are in force: first day, and first day on which they are not.
    days: HashMap<String, Vec<(NaiveDate, Option<NaiveDate>)>>,
}

/// Values of parameters for a client class or one client, as a version keeps them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Override {
    /// `class` or `client`.
    pub whom: String,
    /// The class, or the client's identifier.
    pub name: String,
    /// The values that differ.
    pub params: ParamValues,
}

impl Policies {
    /// As the store has them.
    pub fn read(reader: &Reader<'_>) -> Result<Self, OfficeError> {
        let calendar = calendar_with(reader.holiday_years()?);
        Self::of_rows(reader.packs()?, calendar)
    }

    /// Of these versions.
    ///
    /// # Errors
    /// A pack has mistakes.
    pub fn of_rows(rows: Vec<PackRow>, calendar: WorkingCalendar) -> Result<Self, OfficeError> {
        let mut packs: BTreeMap<&str, Vec<&PackRow>> = BTreeMap::new();
        for row in &rows {
            packs.entry(&row.id).or_default().push(row);
        }
        let enabled = packs.into_values().map(|rows| enabled_of(&rows)).collect::<Result<_, _>>()?;
        let mut days: HashMap<String, Vec<_>> = HashMap::new();
        for row in rows.iter().filter(|row| is_in_force(row)) {
            days.entry(row.id.clone()).or_default().push((row.effective_from, row.until));
        }
        Ok(Self { enabled, calendar, days, rows })
    }

    /// The versions of a pack, oldest first.
    pub fn versions(&self, pack: &str) -> impl DoubleEndedIterator<Item = &PackRow> {
        self.rows.iter().filter(move |row| row.id == pack)
    }

    /// Whether the pack asks for what is due on that day: some version of it is in force then.
    pub fn asks(&self, pack: &str, due: NaiveDate) -> bool {
        let days = self.days.get(pack).map_or(&[][..], Vec::as_slice);
        days.iter().any(|(from, until)| *from <= due && until.is_none_or(|until| due < until))
    }

    /// The day from which the pack is paused, where that day has come or will come and nobody resumed it.
    pub fn paused_from(&self, pack: &str) -> Option<NaiveDate> {
        let ends: Option<Vec<_>> = self.versions(pack).map(|row| row.until).collect();
        ends?.into_iter().max()
    }

    /// The first day on which the pack asks for something.
    pub fn effective_from(&self, pack: &str) -> Option<NaiveDate> {
        let in_force = self.versions(pack).filter(|row| is_in_force(row));
        in_force.map(|row| row.effective_from).min().or_else(|| self.versions(pack).map(|r| r.effective_from).min())
    }

    /// What the packs ask for in their pauses left out.
    pub fn derive(&self, world: &World<'_>, scope: Scope<'_>) -> Derived {
        let mut derived = derive(world, &self.enabled, scope);
        derived.emissions.retain(|emission| self.asks_for(emission));
        derived
    }

    /// Whether the emission's pack is not paused on its due day. What people asked for by hand no pack pauses.
    pub fn asks_for(&self, emission: &Emission) -> bool {
        emission.key.pack == BY_HAND || self.asks(&emission.key.pack, emission.due.day)
    }

    /// What is due in a pause is not on the list, and that is why.
    pub fn with_pauses(&self, mut why: WhyNot) -> WhyNot {
        let (asked, paused) = why.emissions.into_iter().partition::<Vec<_>, _>(|e| self.asks_for(e));
        if asked.is_empty() {
            let words = paused.iter().find_map(|e| self.pause_words(&e.key.pack, e.due.day));
            why.why = words.map(Why::NotInPopulation).or(why.why);
        }
        WhyNot { emissions: asked, ..why }
    }

    /// Why nothing due on that day is asked for, where the pack is paused then.
    pub fn pause_words(&self, pack: &str, due: NaiveDate) -> Option<String> {
        if self.asks(pack, due) {
            return None;
        }
        let began = self.versions(pack).filter_map(|row| row.until).filter(|until| *until <= due).max()?;
        Some(format!("本制度自 {began} 起停用"))
    }
}

/// The shipped calendar with the office's own tables in the place of those of their years.
pub(crate) fn calendar_with(years: Vec<HolidayYear>) -> WorkingCalendar {
    years.into_iter().fold(WorkingCalendar::shipped(), WorkingCalendar::with_year)
}

/// Whether there is a day on which the version is in force; one that another took the place of has none.
fn is_in_force(row: &PackRow) -> bool {
    row.until.is_none_or(|until| until > row.effective_from)
}

/// The versions of one pack; the first in force judges all earlier anchors too.
fn enabled_of(rows: &[&PackRow]) -> Result<Enabled, OfficeError> {
    let mut kept: Vec<_> = rows.iter().copied().filter(|row| is_in_force(row)).collect();
    if kept.is_empty() {
        kept.extend(rows.last());
    }
    let effective_from = kept.iter().map(|row| row.effective_from).min().unwrap_or(NaiveDate::MAX);
    let versions = kept.iter().enumerate().map(|(place, row)| {
        let from = if place == 0 { NaiveDate::MIN } else { row.effective_from };
        Ok(PackVersion { from, pack: Arc::new(pack_of(row, &ParamValues::new())?), variants: variants_of(row)? })
    });
    Ok(Enabled { effective_from, versions: versions.collect::<Result<_, OfficeError>>()? })
}

/// The values of a version's parameters.
pub(crate) fn params_of(row: &PackRow) -> ParamValues {
    serde_json::from_value(row.params.clone()).unwrap_or_default()
}

/// The values of a version for some clients.
pub(crate) fn overrides_of(row: &PackRow) -> Vec<Override> {
    serde_json::from_value(row.overrides.clone()).unwrap_or_default()
}

/// The pack of a version with its values, and others above them.
fn pack_of(row: &PackRow, above: &ParamValues) -> Result<PolicyPack, OfficeError> {
    let mut params = params_of(row);
    params.extend(above.clone());
    PolicyPack::parse(&row.text, &params).map_err(|problems| OfficeError::Pack { id: row.id.clone(), problems })
}

/// One client comes before a class; what one client has beside it stands on the pack's values, not on his class's.
fn variants_of(row: &PackRow) -> Result<Vec<Variant>, OfficeError> {
    let mut overrides = overrides_of(row);
    overrides.sort_by_key(|o| o.whom != "client");
    let variant = |o: Override| {
        let pack = Arc::new(pack_of(row, &o.params)?);
        let whom = if o.whom == "client" { Whom::Client(ClientId(o.name)) } else { Whom::Class(o.name) };
        Ok(Variant { whom, pack })
    };
    overrides.into_iter().map(variant).collect()
}
